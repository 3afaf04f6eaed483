#include "app/store/conversation_rows.h"

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

QString selectConversations(const QString &rest)
{
    return u"SELECT c.id, c.account_id, a.network, a.name, i.id, i.remote_id, i.handle, i.name, i.followers, "
           u"c.state, c.opened_at_ms,"
           " c.waiting_since_ms, c.last_message_at_ms, c.preview, c.last_kind, c.unanswered_count, "
           "c.pending_replies, c.failed_replies, c.signal, c.lane, c.class_rank, "
           "c.due_at_ms, c.snoozed_until_ms, c.woken_at_ms, c.snoozer, c.merged_into"
           " FROM conversation c JOIN account a ON a.id = c.account_id JOIN identity i ON i.id = c.identity_id "_s
        + rest;
}

// Knows the column order of selectConversations().
Conversation readConversation(const QSqlQuery &row)
{
    const Network network = networkFromString(row.value(2).toString()).value_or(Network::Twitter);
    return {.id = {row.value(0).toLongLong()},
        .account = {row.value(1).toLongLong()},
        .network = network,
        .accountName = row.value(3).toString(),
        .customer = {.id = {row.value(4).toLongLong()},
            .network = network,
            .remoteId = row.value(5).toString(),
            .handle = row.value(6).toString(),
            .name = row.value(7).toString(),
            .followers = row.value(8).toLongLong()},
        .lane = laneFromString(row.value(19).toString()),
        .state = conversationStateFromString(row.value(9).toString()),
        .workClass = static_cast<ReplyClass>(std::clamp(row.value(20).toInt(), 0, 2)),
        .dueAt = row.value(21).toLongLong() == kNoDueMs ? std::nullopt : optionalInstant(row.value(21)),
        .openedAt = instantOf(row.value(10)),
        .waitingSince = optionalInstant(row.value(11)),
        .snoozedUntil = optionalInstant(row.value(22)),
        .isWoken = !row.value(23).isNull(),
        .snoozer = row.value(24).toString(),
        .mergedInto = {row.value(25).toLongLong()},
        .lastMessageAt = instantOf(row.value(12)),
        .preview = row.value(13).toString(),
        .lastKind = messageKindFromString(row.value(14).toString()),
        .lastSignal = signalFactsFromText(row.value(18).toString()),
        .unansweredCount = row.value(15).toInt(),
        .pendingReplies = row.value(16).toInt(),
        .failedReplies = row.value(17).toInt()};
}

} // namespace fw
