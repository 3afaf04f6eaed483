#include "app/dispatch/outbox.h"

#include "app/dispatch/planning.h"
#include "app/store/account_store.h"
#include "app/store/draft_store.h"
#include "app/store/ledger_store.h"
#include "app/store/message_store.h"
#include "app/store/reply_store.h"

#include <limits>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kAll = std::numeric_limits<qsizetype>::max();

/// The forecast in our own clock, which is the one the agent's watch shows.
Forecast inOurClock(Forecast forecast, const Account &account)
{
    forecast.leavesAt -= account.clockOffset;
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

Result<QList<OutboxEntry>> withForecasts(Database &db, const QList<Reply> &replies)
{
    QHash<AccountId, QHash<ReplyId, Forecast>> known;
    QList<OutboxEntry> entries;
    for (const Reply &reply : replies) {
        OutboxEntry entry{.reply = reply};
        if (reply.state == ReplyState::Queued) {
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

Result<Reply> queue(Database &db, const NewReply &wanted)
{
    if (wanted.body.trimmed().isEmpty()) {
        return Failure({.code = ErrorCode::Usage, .detail = u"the reply is empty; write something first"_s});
    }
    MessageStore messages(db);
    const auto parent
        = wanted.parent.isNull() ? messages.newestInbound(wanted.conversation) : messages.byId(wanted.parent);
    if (!parent || parent->conversation.isNull()) {
        return Failure({.code = ErrorCode::NotFound, .detail = u"there is no customer message to answer"_s});
    }
    if (parent->direction == Direction::Outbound) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"message %1 is our own; answer one of the customer's"_s.arg(parent->remoteId)});
    }
    const Reply reply{.id = db.newId<ReplyId>(),
        .account = parent->account,
        .conversation = parent->conversation,
        .parent = parent->id,
        .parentRemoteId = parent->versionId,
        .lane = parent->lane,
        .body = wanted.body.trimmed(),
        .agent = wanted.agent,
        .createdAt = db.now(),
        .notBefore = db.now() + wanted.undoTime};
    ReplyStore(db).insert(reply, messages.newest(parent->conversation));
    // The draft became this reply, so it goes in the same transaction; a draft that says something else stays.
    DraftStore drafts(db);
    if (drafts.body(reply.conversation, reply.agent, reply.lane).trimmed() == reply.body) {
        drafts.save(reply.conversation, reply.agent, reply.lane, {});
    }
    return reply;
}
} // namespace

QFuture<Result<OutboxEntry>> Outbox::press(NewReply reply)
{
    return m_store.write([reply = std::move(reply)](Database &db) -> Result<OutboxEntry> {
        const auto queued = queue(db, reply);
        if (!queued) {
            return Failure(queued.error());
        }
        return withForecasts(db, {*queued}).map([](const QList<OutboxEntry> &entries) {
            return entries.first();
        });
    });
}

QFuture<Result<bool>> Outbox::withdraw(ReplyId reply)
{
    return m_store.write([reply](Database &db) { return ReplyStore(db).withdraw(reply); });
}

QFuture<Result<bool>> Outbox::markHandled(ReplyId reply)
{
    return m_store.write([reply](Database &db) { return ReplyStore(db).markHandled(reply); });
}

QFuture<Result<Forecast>> Outbox::forecastNext(
    AccountId account, ConversationId conversation, milliseconds undoTime)
{
    return m_store.read([account, conversation, undoTime](Database &db) -> Result<Forecast> {
        const auto found = AccountStore(db).byId(account);
        if (!found) {
            return Failure({.code = ErrorCode::NotFound, .detail = u"the account is gone"_s});
        }
        const auto limits = limitTableFor(*found);
        if (!limits) {
            return Failure(limits.error());
        }
        Plan input = readPlan(db, *found, *limits);
        const ReplyId next{std::numeric_limits<qint64>::max()};
        input.queue.append({.id = next, .conversation = conversation, .notBefore = input.now + undoTime});
        for (const PlannedReply &planned : plan(input, kAll)) {
            if (planned.id == next) {
                return inOurClock(planned.forecast, *found);
            }
        }
        return Failure({.code = ErrorCode::Internal, .detail = u"the planner lost a reply"_s});
    });
}

QFuture<Result<QList<OutboxEntry>>> Outbox::ofConversation(ConversationId conversation)
{
    return m_store.read([conversation](Database &db) {
        return withForecasts(db, ReplyStore(db).ofConversation(conversation));
    });
}

QFuture<Result<QList<OutboxEntry>>> Outbox::entries(int limit)
{
    return m_store.read([limit](Database &db) { return withForecasts(db, ReplyStore(db).outbox(limit)); });
}

QFuture<Result<QList<WindowUse>>> Outbox::budget(AccountId account)
{
    return m_store.read([account](Database &db) -> Result<QList<WindowUse>> {
        const auto found = AccountStore(db).byId(account);
        if (!found) {
            return Failure({.code = ErrorCode::NotFound, .detail = u"the account is gone"_s});
        }
        const auto limits = limitTableFor(*found);
        if (!limits) {
            return Failure(limits.error());
        }
        const Plan input = readPlan(db, *found, *limits);
        QList<WindowUse> uses;
        for (const WindowState &state : input.windows) {
            WindowUse use{.window = state.window, .used = usedAt(state, input.calls, input.now)};
            const Allowance allowance = earliestCall({state}, input.calls, input.now);
            if (allowance.at > input.now) {
                use.freesAt = allowance.at - found->clockOffset;
            }
            uses.append(use);
        }
        std::stable_sort(uses.begin(), uses.end(), [](const WindowUse &a, const WindowUse &b) {
            return qint64(a.used) * b.window.limit > qint64(b.used) * a.window.limit;
        });
        return uses;
    });
}

} // namespace fw
