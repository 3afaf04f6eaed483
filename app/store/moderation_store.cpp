#include "app/store/moderation_store.h"

#include "app/store/conversation_store.h"
#include "app/store/journal_store.h"
#include "app/store/lease_store.h"
#include "app/store/message_store.h"

#include <QHash>

#include <array>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
struct StateName {
    ModerationState state;
    const char *name;
};
constexpr std::array kStates
    = {StateName{ModerationState::Queued, "queued"}, StateName{ModerationState::Sending, "sending"},
        StateName{ModerationState::CarriedOut, "done"}, StateName{ModerationState::Refused, "refused"},
        StateName{ModerationState::Unknown, "unknown"}, StateName{ModerationState::Withdrawn, "withdrawn"}};

// A word we do not know must never lead to a call.
ModerationState stateFromString(const QString &name)
{
    for (const StateName &entry : kStates) {
        if (name == QLatin1String(entry.name)) {
            return entry.state;
        }
    }
    return ModerationState::Unknown;
}

QString select(const QString &rest)
{
    return u"SELECT id, account_id, conversation_id, message_id, remote_id, what, operation, agent, state, "
           u"asked_at_ms,"
           " decided_at_ms, reason, detail, attempts, handled, micro_usd FROM moderation "_s
        + rest;
}

// Knows the column order of select().
ModerationRequest readRequest(const QSqlQuery &row)
{
    return {.id = {row.value(0).toLongLong()},
        .account = {row.value(1).toLongLong()},
        .conversation = {row.value(2).toLongLong()},
        .message = {row.value(3).toLongLong()},
        .remoteId = row.value(4).toString(),
        .what = row.value(5).toString(),
        .operation = operationFromString(row.value(6).toString()),
        .agent = row.value(7).toString(),
        .state = stateFromString(row.value(8).toString()),
        .askedAt = instantOf(row.value(9)),
        .decidedAt = optionalInstant(row.value(10)),
        .reason = row.value(11).toString(),
        .detail = row.value(12).toString(),
        .attempts = row.value(13).toInt(),
        .isHandled = row.value(14).toBool(),
        .microUsd = row.value(15).toLongLong()};
}

QString factOf(const QString &what)
{
    static const QHash<QString, QString> facts = {{u"hide"_s, u"message-hidden"_s},
        {u"unhide"_s, u"message-unhidden"_s}, {u"like"_s, u"message-liked"_s},
        {u"unlike"_s, u"message-unliked"_s}, {u"remove"_s, u"message-removed"_s}};
    return facts.value(what);
}
} // namespace

QString toString(ModerationState state)
{
    for (const StateName &entry : kStates) {
        if (entry.state == state) {
            return QString::fromLatin1(entry.name);
        }
    }
    Q_UNREACHABLE();
}

void ModerationStore::insert(const ModerationRequest &request)
{
    m_db.exec(u"INSERT INTO moderation (id, account_id, conversation_id, message_id, remote_id, what, "
              u"operation, agent,"
              " state, asked_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {request.id.value, request.account.value, toColumn(request.conversation), request.message.value,
            request.remoteId, request.what, toString(request.operation), request.agent,
            toString(request.state), toMs(request.askedAt)});
    tell(request, u"moderation-queued"_s);
}

std::optional<ModerationRequest> ModerationStore::byId(ModerationId id)
{
    return m_db.one(select(u"WHERE id = ?"_s), {id.value}, &readRequest);
}

QList<ModerationRequest> ModerationStore::pending(AccountId account)
{
    return m_db.list(select(u"WHERE account_id = ? AND state IN ('queued', 'sending') ORDER BY id"_s),
        {account.value}, &readRequest);
}

QList<ModerationRequest> ModerationStore::ofMessage(MessageId message)
{
    return m_db.list(select(u"WHERE message_id = ? ORDER BY id"_s), {message.value}, &readRequest);
}

QList<ModerationRequest> ModerationStore::openOf(ConversationId conversation)
{
    return m_db.list(select(u"WHERE conversation_id = ? AND (state IN ('queued', 'sending')"
                            " OR (state IN ('refused', 'unknown') AND handled = 0)) ORDER BY id"_s),
        {conversation.value}, &readRequest);
}

QList<ModerationRequest> ModerationStore::open()
{
    return m_db.list(select(u"WHERE state IN ('queued', 'sending')"
                            " OR (state IN ('refused', 'unknown') AND handled = 0) ORDER BY id"_s),
        {}, &readRequest);
}

bool ModerationStore::startSending(const ModerationAttempt &attempt)
{
    const auto request = byId(attempt.moderation);
    if (!request || !LeaseStore(m_db).isHeld(request->account, attempt.epoch)
        || !move(attempt.moderation, u"'queued'"_s, ModerationState::Sending)) {
        return false;
    }
    m_db.exec(
        u"UPDATE moderation SET attempts = ? WHERE id = ?"_s, {attempt.number, attempt.moderation.value});
    m_db.exec(
        u"INSERT INTO moderation_attempt (id, moderation_id, number, epoch, started_at_ms) VALUES (?, ?, ?, ?, ?)"_s,
        {attempt.id.value, attempt.moderation.value, attempt.number, attempt.epoch, toMs(attempt.startedAt)});
    tell(*request, u"moderation-sending"_s, {{u"attempt"_s, attempt.number}});
    return true;
}

std::optional<ModerationAttempt> ModerationStore::lastAttempt(ModerationId id)
{
    return m_db.one(u"SELECT id, moderation_id, number, epoch, started_at_ms FROM moderation_attempt"
                    " WHERE moderation_id = ? ORDER BY number DESC LIMIT 1"_s,
        {id.value}, [](const QSqlQuery &row) {
            return ModerationAttempt{.id = {row.value(0).toLongLong()},
                .moderation = {row.value(1).toLongLong()},
                .number = row.value(2).toInt(),
                .epoch = row.value(3).toLongLong(),
                .startedAt = instantOf(row.value(4))};
        });
}

void ModerationStore::finishAttempt(
    AttemptId attempt, const QString &outcome, int httpStatus, const QString &detail, Instant at)
{
    m_db.exec(u"UPDATE moderation_attempt SET finished_at_ms = ?, outcome = ?, http_status = ?, detail = ?"
              " WHERE id = ? AND finished_at_ms IS NULL"_s,
        {toMs(at), outcome, httpStatus, detail, attempt.value});
}

void ModerationStore::addCost(ModerationId id, qint64 microUsd)
{
    m_db.exec(u"UPDATE moderation SET micro_usd = micro_usd + ? WHERE id = ?"_s, {microUsd, id.value});
}

bool ModerationStore::finish(ModerationId id, Traits traits)
{
    const auto request = move(id, u"'sending'"_s, ModerationState::CarriedOut);
    if (!request) {
        return false;
    }
    MessageStore messages(m_db);
    messages.setTraits(request->message, traits);
    const FactId fact = tell(*request, factOf(request->what));
    if (traits.testFlag(Trait::Removed)) {
        messages.settle(request->message, fact.value); // what is gone can not be answered
    }
    if (!request->conversation.isNull()) {
        ConversationStore(m_db).refresh(request->conversation);
    }
    return true;
}

bool ModerationStore::refuse(ModerationId id, const QString &reason, const QString &detail)
{
    const auto request = move(id, u"'sending'"_s, ModerationState::Refused, reason, detail);
    if (request) {
        tell(*request, u"moderation-refused"_s, {{u"reason"_s, reason}});
    }
    return request.has_value();
}

bool ModerationStore::markUnknown(ModerationId id, const QString &reason, const QString &detail)
{
    const auto request = move(id, u"'sending'"_s, ModerationState::Unknown, reason, detail);
    if (request) {
        tell(*request, u"moderation-unknown"_s, {{u"reason"_s, reason}});
    }
    return request.has_value();
}

bool ModerationStore::requeue(ModerationId id, const QString &reason, const QString &detail)
{
    const auto request = move(id, u"'sending'"_s, ModerationState::Queued, reason, detail);
    if (request) {
        tell(*request, u"moderation-requeued"_s, {{u"reason"_s, reason}});
    }
    return request.has_value();
}

bool ModerationStore::withdraw(ModerationId id)
{
    const auto request = move(id, u"'queued'"_s, ModerationState::Withdrawn);
    if (request) {
        tell(*request, u"moderation-withdrawn"_s);
    }
    return request.has_value();
}

bool ModerationStore::markHandled(ModerationId id)
{
    const auto request = byId(id);
    if (!request
        || m_db.exec(
               u"UPDATE moderation SET handled = 1 WHERE id = ? AND state IN ('refused', 'unknown') AND handled = 0"_s,
               {id.value})
            == 0) {
        return false;
    }
    tell(*request, u"moderation-handled"_s);
    return true;
}

std::optional<ModerationRequest> ModerationStore::move(
    ModerationId id, const QString &from, ModerationState to, const QString &reason, const QString &detail)
{
    const bool isDecided = to == ModerationState::CarriedOut || to == ModerationState::Refused
        || to == ModerationState::Withdrawn;
    const qint64 moved = m_db.exec(
        u"UPDATE moderation SET state = ?, reason = ?, detail = ?, decided_at_ms = ? WHERE id = ? AND state = "_s
            + from,
        {toString(to), reason, detail, isDecided ? QVariant(toMs(m_db.now())) : QVariant(), id.value});
    return moved > 0 ? byId(id) : std::nullopt;
}

FactId ModerationStore::tell(const ModerationRequest &request, const QString &fact, const QJsonObject &detail)
{
    QJsonObject whole = detail;
    whole.insert(u"what"_s, request.what);
    whole.insert(u"moderation"_s, request.id.toString());
    return JournalStore(m_db).add({.fact = fact,
        .account = request.account,
        .conversation = request.conversation,
        .message = request.message,
        .agent = request.agent,
        .detail = whole});
}

} // namespace fw
