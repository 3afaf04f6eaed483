#include "app/dispatch/outbox.h"

#include "app/core/crash_point.h"
#include "app/dispatch/admission.h"
#include "app/dispatch/planning.h"
#include "app/model/fields.h"
#include "app/store/account_store.h"
#include "app/store/brake_store.h"
#include "app/store/claim_store.h"
#include "app/store/draft_store.h"
#include "app/store/message_store.h"
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

/// The customer's message that is answered.
Result<Message> parentOf(Database &db, const NewReply &wanted)
{
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
    return *parent;
}

milliseconds usualTime(const LimitTable &limits, ReplyClass replyClass)
{
    const auto terms = limits.classes.find(replyClass);
    return terms == limits.classes.end() ? milliseconds() : terms->second.due;
}

Instant notBeforeOf(Database &db, const NewReply &wanted)
{
    const Instant undone = db.now() + wanted.undoTime;
    return std::max(undone, wanted.leaveAt.value_or(undone));
}

Instant dueOf(Database &db, const LimitTable &limits, const NewReply &wanted)
{
    return notBeforeOf(db, wanted) + wanted.dueIn.value_or(usualTime(limits, wanted.replyClass));
}

/// Messages stored while it was being written are not covered, so that they hold the reply.
MessageId seenBy(Database &db, const NewReply &wanted, ConversationId conversation)
{
    const MessageId newest = MessageStore(db).newest(conversation);
    return wanted.seen.isNull() ? newest : std::min(wanted.seen, newest);
}

Result<Reply> replyTo(Database &db, const Limited &limited, const Message &parent, const NewReply &wanted)
{
    const Lane lane = wanted.lane.value_or(parent.lane);
    const auto operation = replyOperation(parent.lane, lane);
    if (!operation) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"message %1 is private; it cannot be answered in public"_s.arg(parent.remoteId)});
    }
    if (const Done admitted = admitReply(db, limited.account, *operation, parent); !admitted) {
        return Failure(admitted.error());
    }
    const bool isPublic = operation == Operation::Reply;
    return Reply{.id = db.newId<ReplyId>(),
        .account = parent.account,
        .conversation = parent.conversation,
        .parent = parent.id,
        .parentRemoteId = parent.versionId,
        .lane = lane,
        .operation = *operation,
        .thread = operation == Operation::DirectMessage ? parent.thread : QString(),
        .recipient = isPublic ? QString() : parent.author.remoteId,
        .body = wanted.body.trimmed(),
        .agent = wanted.agent,
        .replyClass = wanted.replyClass,
        .createdAt = db.now(),
        .due = dueOf(db, limited.limits, wanted),
        .notBefore = notBeforeOf(db, wanted),
        .isLater = wanted.leaveAt.has_value(),
        .coversUpTo = seenBy(db, wanted, parent.conversation)};
}

/// All parts of a text are queued, or none.
void insertParts(Database &db, Reply &reply, const QStringList &furtherParts)
{
    if (!furtherParts.isEmpty()) {
        reply.firstPart = reply.id;
        reply.parts = int(furtherParts.size()) + 1;
    }
    ReplyStore(db).insert(reply);
    Reply next = reply;
    for (const QString &body : furtherParts) {
        next.id = db.newId<ReplyId>();
        next.body = body.trimmed();
        ++next.part;
        ReplyStore(db).insert(next);
    }
}

bool isEmpty(const NewReply &wanted)
{
    return wanted.body.trimmed().isEmpty()
        || std::any_of(wanted.furtherParts.begin(), wanted.furtherParts.end(),
            [](const QString &part) { return part.trimmed().isEmpty(); });
}

/// All parts of it together.
QString wholeText(const NewReply &wanted)
{
    return (QStringList{wanted.body} + wanted.furtherParts).join(u'\n').trimmed();
}

/// Words prepared leave whole or not at all.
Done checkWords(const NewReply &wanted)
{
    if (isEmpty(wanted)) {
        return Failure({.code = ErrorCode::Usage, .detail = u"the reply is empty; write something first"_s});
    }
    const QStringList fields = fieldsIn(wholeText(wanted));
    if (!fields.isEmpty()) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"nothing is known for {%1}; write it yourself, or leave it out"_s.arg(
                fields.join(u"}, {"_s))});
    }
    return {};
}

Result<Reply> queue(
    Database &db, const NewReply &wanted, const guard::Knowledge &knowledge, milliseconds pressTerm)
{
    if (const Done whole = checkWords(wanted); !whole) {
        return Failure(whole.error());
    }
    const auto parent = parentOf(db, wanted);
    if (!parent) {
        return Failure(parent.error());
    }
    if (const auto claim = ClaimStore(db).holdForSending(parent->conversation, wanted.agent, pressTerm);
        !claim) {
        return Failure(claim.error());
    }
    const auto limited = limitedAccount(db, parent->account);
    if (!limited) {
        return Failure(limited.error());
    }
    auto reply = replyTo(db, *limited, *parent, wanted);
    if (!reply) {
        return reply;
    }
    if (reply->operation == Operation::PrivateReply && !wanted.furtherParts.isEmpty()) {
        return Failure({.code = ErrorCode::Usage,
            .detail
            = u"a comment takes one private answer, so this one cannot be sent in parts; shorten it"_s});
    }
    const QString text = wholeText(wanted);
    const auto others = guard::pass(db, *reply, text, wanted.isSure, limited->limits.sameText, knowledge);
    if (!others) {
        return Failure(others.error());
    }
    if (RosterStore(db).isTrainee(wanted.agent)) {
        reply->state = ReplyState::Proposed;
    }
    insertParts(db, *reply, wanted.furtherParts);
    guard::keepShape(db, *reply, *parent, text, *others);
    // The draft became this reply, so it goes in the same transaction; a draft that says something else stays.
    DraftStore drafts(db);
    const QString draft = drafts.body(reply->conversation, reply->agent, reply->lane).trimmed();
    if (draft == reply->body || (!wanted.furtherParts.isEmpty() && draft == wanted.draft.trimmed())) {
        drafts.save(reply->conversation, reply->agent, reply->lane, {});
    }
    reachedAtCommit(CrashPoint::PressBeforeCommit, CrashPoint::PressAfterCommit);
    return reply;
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
                             Database &db) { return queue(db, reply, knowledge, term); });
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
                        .text = wholeText(reply)},
                    limited.limits.sameText, knowledge);
            });
        });
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
        return withForecasts(db, {*found}).map([](const QList<OutboxEntry> &entries) {
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
        return withForecasts(db, ReplyStore(db).ofConversation(conversation));
    });
}

QFuture<Result<QList<OutboxEntry>>> Outbox::entries(int limit)
{
    return m_store.read([limit](Database &db) { return withForecasts(db, ReplyStore(db).outbox(limit)); });
}

} // namespace fw
