#include "app/dispatch/outbox.h"

#include "app/core/crash_point.h"
#include "app/dispatch/admission.h"
#include "app/dispatch/planning.h"
#include "app/dispatch/press.h"
#include "app/store/account_store.h"
#include "app/store/brake_store.h"
#include "app/store/claim_store.h"
#include "app/store/message_store.h"
#include "app/store/quote_store.h"
#include "app/store/reply_store.h"
#include "app/store/roster_store.h"

#include <limits>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kAll = std::numeric_limits<qsizetype>::max();

/// The forecast in our own clock, which is the one the agent's watch shows.
Forecast inOurClock(Forecast forecast, const Account &account)
{
    forecast.leavesAt -= account.clockOffset;
    if (forecast.deadline) {
        *forecast.deadline -= account.clockOffset;
    }
    return forecast;
}

Result<QHash<ReplyId, Forecast>> forecasts(Database &db, const Account &account)
{
    const auto limits = limitTableFor(account);
    if (!limits) {
        return Failure(limits.error());
    }
    QHash<ReplyId, Forecast> byReply;
    for (const PlannedReply &planned : plan(readPlan(db, account, *limits), kAll)) {
        byReply.insert(planned.id, inOurClock(planned.forecast, account));
    }
    return byReply;
}

/// `isWhole`: with all they say of stock, not only what is wrong now.
Result<QList<OutboxEntry>> withForecasts(Database &db, const QList<Reply> &replies, bool isWhole)
{
    QHash<AccountId, QHash<ReplyId, Forecast>> known;
    QList<OutboxEntry> entries;
    for (const Reply &reply : replies) {
        OutboxEntry entry{.reply = reply};
        if (reply.state == ReplyState::Queued) {
            entry.quotes = reply.hold == Hold::StockChanged || isWhole ? QuoteStore(db).of(reply.id)
                                                                       : QList<StockQuote>();
            if (!known.contains(reply.account)) {
                const auto account = AccountStore(db).byId(reply.account);
                auto planned = forecasts(db, account.value_or(Account{}));
                if (!planned) {
                    return Failure(planned.error());
                }
                known.insert(reply.account, *std::move(planned));
            }
            const auto &ofAccount = known[reply.account];
            if (const auto found = ofAccount.find(reply.id); found != ofAccount.end()) {
                entry.forecast = *found;
            }
        }
        entries.append(entry);
    }
    return entries;
}

/// An empty agent: whoever wrote it.
Done holdFor(Database &db, const Reply &reply, const QString &agent, milliseconds pressTerm)
{
    return ClaimStore(db)
        .holdForSending(reply.conversation, agent.isEmpty() ? reply.agent : agent, pressTerm)
        .map([](const Claim &) {});
}

Result<Reply> queueAgain(Database &db, ReplyId id, const QString &agent, milliseconds pressTerm)
{
    ReplyStore replies(db);
    const auto reply = replies.byId(id);
    const auto parent = reply ? MessageStore(db).byId(reply->parent) : std::nullopt;
    const Error notRejected{
        .code = ErrorCode::NotFound, .detail = u"only a rejected reply can be sent again"_s};
    if (!parent || reply->state != ReplyState::Rejected) {
        return Failure(notRejected);
    }
    if (const Done held = holdFor(db, *reply, agent, pressTerm); !held) {
        return Failure(held.error());
    }
    const auto limited = limitedAccount(db, reply->account);
    if (!limited) {
        return Failure(limited.error());
    }
    if (const Done admitted = admitReply(db, limited->account, reply->operation, *parent); !admitted) {
        return Failure(admitted.error());
    }
    if (!replies.retry(id, db.now() + usualTime(limited->limits, reply->replyClass))) {
        return Failure(notRejected);
    }
    return *replies.byId(id);
}

/// A reply that is not pressed yet, as the planner would see it.
QueuedReply nextReply(Database &db, const Account &account, ConversationId conversation,
    milliseconds undoTime, std::optional<Lane> lane)
{
    QueuedReply next{.id = {std::numeric_limits<qint64>::max()},
        .conversation = conversation,
        .notBefore = networkNow(db, account) + undoTime,
        .isBraked = BrakeStore(db).holding(account.id, conversation).has_value()};
    if (const auto parent = MessageStore(db).newestInbound(conversation)) {
        next.operation = replyOperation(parent->lane, lane.value_or(parent->lane)).value_or(Operation::Reply);
        next.deadline = deadlineOf(db, account, next.operation, *parent);
    }
    return next;
}

} // namespace

QFuture<Result<Reply>> Outbox::press(NewReply reply)
{
    return m_store.write([reply = std::move(reply), knowledge = m_ofWriter, term = m_pressTerm](
                             Database &db) { return pressReply(db, reply, knowledge, term); });
}

QFuture<Result<QList<GuardFinding>>> Outbox::check(NewReply reply)
{
    return m_store.read(
        [reply = std::move(reply), knowledge = m_ofReader](Database &db) -> Result<QList<GuardFinding>> {
            const auto parent = parentOf(db, reply);
            if (!parent) {
                return Failure(parent.error());
            }
            return limitedAccount(db, parent->account).map([&](const Limited &limited) {
                return guard::check(db,
                    {.account = parent->account,
                        .conversation = parent->conversation,
                        .lane = reply.lane.value_or(parent->lane),
                        .text = withoutStockFields(wholeText(reply))},
                    limited.limits.sameText, knowledge);
            });
        });
}

QFuture<Result<QuotedText>> Outbox::quote(ConversationId conversation, const QString &text)
{
    return m_store.read(
        [conversation, text](Database &db) { return QuoteStore(db).quote(conversation, text); });
}

QFuture<Result<bool>> Outbox::withdraw(ReplyId reply)
{
    return m_store.write([reply](Database &db) {
        const bool isWithdrawn = ReplyStore(db).withdraw(reply);
        reachedAtCommit(CrashPoint::WithdrawBeforeCommit, CrashPoint::WithdrawAfterCommit);
        return isWithdrawn;
    });
}

QFuture<Result<bool>> Outbox::release(ReplyId reply, const QString &agent)
{
    return m_store.write([reply, agent, term = m_pressTerm](Database &db) -> Result<bool> {
        const auto found = ReplyStore(db).byId(reply);
        if (!found || !found->hold) {
            return false;
        }
        if (RosterStore(db).isTrainee(agent.isEmpty() ? found->agent : agent)) {
            return Failure({.code = ErrorCode::Usage,
                .detail
                = u"what changed since a trainee's reply was approved is for somebody else to judge"_s});
        }
        if (const Done held = holdFor(db, *found, agent, term); !held) {
            return Failure(held.error());
        }
        return ReplyStore(db).release(reply);
    });
}

QFuture<Result<Reply>> Outbox::retry(ReplyId reply, const QString &agent)
{
    return m_store.write(
        [reply, agent, term = m_pressTerm](Database &db) { return queueAgain(db, reply, agent, term); });
}

QFuture<Result<OutboxEntry>> Outbox::entry(ReplyId reply)
{
    return m_store.read([reply](Database &db) -> Result<OutboxEntry> {
        const auto found = ReplyStore(db).byId(reply);
        if (!found) {
            return Failure({.code = ErrorCode::NotFound, .detail = u"there is no such reply"_s});
        }
        return withForecasts(db, {*found}, true).map([](const QList<OutboxEntry> &entries) {
            return entries.first();
        });
    });
}

QFuture<Result<bool>> Outbox::markHandled(ReplyId reply)
{
    return m_store.write([reply](Database &db) { return ReplyStore(db).markHandled(reply); });
}

QFuture<Result<Forecast>> Outbox::forecastNext(
    AccountId account, ConversationId conversation, milliseconds undoTime, std::optional<Lane> lane)
{
    return m_store.read([=](Database &db) -> Result<Forecast> {
        auto limited = limitedAccount(db, account);
        if (!limited) {
            return Failure(limited.error());
        }
        QueuedReply next = nextReply(db, limited->account, conversation, undoTime, lane);
        next.due = next.notBefore + limited->limits.classes[next.replyClass].due;
        Plan input = readPlan(db, limited->account, limited->limits, {next.operation});
        input.queue.append(next);
        for (const PlannedReply &planned : plan(input, kAll)) {
            if (planned.id == next.id) {
                return inOurClock(planned.forecast, limited->account);
            }
        }
        return Failure({.code = ErrorCode::Internal, .detail = u"the planner lost a reply"_s});
    });
}

QFuture<Result<QList<OutboxEntry>>> Outbox::ofConversation(ConversationId conversation)
{
    return m_store.read([conversation](Database &db) {
        return withForecasts(db, ReplyStore(db).ofConversation(conversation), true);
    });
}

QFuture<Result<QList<OutboxEntry>>> Outbox::entries(int limit)
{
    return m_store.read(
        [limit](Database &db) { return withForecasts(db, ReplyStore(db).outbox(limit), false); });
}

} // namespace fw
