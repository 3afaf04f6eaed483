#include "app/store/reply_rows.h"

#include "app/store/database.h"

namespace fw {

using namespace Qt::StringLiterals;

QString selectReplies(const QString &rest)
{
    return u"SELECT id, account_id, conversation_id, parent_id, parent_remote_id, lane, body, agent, state, "
           u"created_at_ms,"
           " not_before_ms, decided_at_ms, remote_id, reason, detail, attempts, handled, operation, thread, "
           "recipient, micro_usd, class, due_at_ms,"
           " covers_up_to, later, hold, first_part, part, parts FROM reply "_s
        + rest;
}

// Knows the column order of selectReplies().
Reply readReply(const QSqlQuery &row)
{
    return {.id = {row.value(0).toLongLong()},
        .account = {row.value(1).toLongLong()},
        .conversation = {row.value(2).toLongLong()},
        .parent = {row.value(3).toLongLong()},
        .parentRemoteId = row.value(4).toString(),
        .lane = laneFromString(row.value(5).toString()),
        .operation = operationFromString(row.value(17).toString()),
        .thread = row.value(18).toString(),
        .recipient = row.value(19).toString(),
        .body = row.value(6).toString(),
        .agent = row.value(7).toString(),
        .state = replyStateFromString(row.value(8).toString()),
        .replyClass = replyClassFromString(row.value(21).toString()).value_or(ReplyClass::Normal),
        .createdAt = instantOf(row.value(9)),
        .due = instantOf(row.value(22)),
        .notBefore = instantOf(row.value(10)),
        .isLater = row.value(24).toBool(),
        .coversUpTo = {row.value(23).toLongLong()},
        .hold = holdFromString(row.value(25).toString()),
        .firstPart = {row.value(26).toLongLong()},
        .part = row.value(27).toInt(),
        .parts = row.value(28).toInt(),
        .decidedAt = optionalInstant(row.value(11)),
        .remoteId = row.value(12).toString(),
        .reason = row.value(13).toString(),
        .detail = row.value(14).toString(),
        .attempts = row.value(15).toInt(),
        .isHandled = row.value(16).toBool(),
        .microUsd = row.value(20).toLongLong()};
}

QString selectAttempts(const QString &rest)
{
    return u"SELECT id, reply_id, number, epoch, started_at_ms, finished_at_ms, outcome, http_status, detail FROM attempt "_s
        + rest;
}

// Knows the column order of selectAttempts().
Attempt readAttempt(const QSqlQuery &row)
{
    return {.id = {row.value(0).toLongLong()},
        .reply = {row.value(1).toLongLong()},
        .number = row.value(2).toInt(),
        .epoch = row.value(3).toLongLong(),
        .startedAt = instantOf(row.value(4)),
        .finishedAt = optionalInstant(row.value(5)),
        .outcome = row.value(6).toString(),
        .httpStatus = row.value(7).toInt(),
        .detail = row.value(8).toString()};
}

} // namespace fw
