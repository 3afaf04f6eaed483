#include "app/dispatch/moderation.h"

#include "app/core/crash_point.h"
#include "app/dispatch/admission.h"
#include "app/store/account_store.h"
#include "app/store/message_store.h"

namespace fw {

using namespace Qt::StringLiterals;

namespace {
/// The same thing, asked for before and not over.
std::optional<ModerationRequest> underWay(Database &db, MessageId message, Moderation what)
{
    for (const ModerationRequest &earlier : ModerationStore(db).ofMessage(message)) {
        const bool isOpen
            = earlier.state == ModerationState::Queued || earlier.state == ModerationState::Sending;
        if (isOpen && earlier.what == toString(what)) {
            return earlier;
        }
    }
    return std::nullopt;
}

void handleFailed(Database &db, MessageId message, Operation operation)
{
    ModerationStore moderations(db);
    for (const ModerationRequest &earlier : moderations.ofMessage(message)) {
        if (earlier.operation == operation) {
            const bool isHandled = moderations.markHandled(earlier.id);
            Q_UNUSED(isHandled) // most have nothing to handle
        }
    }
}

Result<ModerationRequest> queue(Database &db, MessageId id, Moderation what, const QString &agent)
{
    const auto message = MessageStore(db).byId(id);
    const auto account = message ? AccountStore(db).byId(message->account) : std::nullopt;
    if (!account) {
        return Failure({.code = ErrorCode::NotFound, .detail = u"there is no such message"_s});
    }
    if (const auto same = underWay(db, id, what)) {
        return *same;
    }
    if (const Done admitted = admitModeration(db, *account, what, *message); !admitted) {
        return Failure(admitted.error());
    }
    handleFailed(db, id, operationOf(what));
    const ModerationRequest request{.id = db.newId<ModerationId>(),
        .account = account->id,
        .conversation = message->conversation,
        .message = id,
        .remoteId = message->remoteId,
        .what = toString(what),
        .operation = operationOf(what),
        .agent = agent,
        .askedAt = db.now()};
    ModerationStore(db).insert(request);
    reachedAtCommit(CrashPoint::AskBeforeCommit, CrashPoint::AskAfterCommit);
    return request;
}
} // namespace

QFuture<Result<ModerationRequest>> Moderations::ask(MessageId message, Moderation what, const QString &agent)
{
    return m_store.write([message, what, agent](Database &db) { return queue(db, message, what, agent); });
}

QFuture<Result<bool>> Moderations::withdraw(ModerationId id)
{
    return m_store.write([id](Database &db) { return ModerationStore(db).withdraw(id); });
}

QFuture<Result<bool>> Moderations::markHandled(ModerationId id)
{
    return m_store.write([id](Database &db) { return ModerationStore(db).markHandled(id); });
}

QFuture<Result<QList<ModerationRequest>>> Moderations::ofConversation(ConversationId conversation)
{
    return m_store.read([conversation](Database &db) { return ModerationStore(db).openOf(conversation); });
}

QFuture<Result<QList<ModerationRequest>>> Moderations::open()
{
    return m_store.read([](Database &db) { return ModerationStore(db).open(); });
}

} // namespace fw
