#include "app/store/message_rows.h"

namespace fw {

using namespace Qt::StringLiterals;

QString messageColumns()
{
    return u"m.id, m.account_id, m.conversation_id, i.id, i.network, i.remote_id, i.handle, i.name, "
           u"i.followers,"
           " m.author_available, m.remote_id, m.version_id, m.kind, m.direction, m.lane, m.body, "
           "m.posted_at_ms, m.stored_at_ms,"
           " m.in_reply_to, m.thread, m.permalink, m.traits, m.signal"_s;
}

QString messageSource()
{
    return u"message m JOIN identity i ON i.id = m.identity_id "_s;
}

QString selectMessages(const QString &rest)
{
    return u"SELECT "_s + messageColumns() + u" FROM "_s + messageSource() + rest;
}

// Knows the order of messageColumns().
Message readMessage(const QSqlQuery &row)
{
    return {.id = {row.value(0).toLongLong()},
        .account = {row.value(1).toLongLong()},
        .conversation = {row.value(2).toLongLong()},
        .author = {.id = {row.value(3).toLongLong()},
            .network = networkFromString(row.value(4).toString()).value_or(Network::Twitter),
            .remoteId = row.value(5).toString(),
            .handle = row.value(6).toString(),
            .name = row.value(7).toString(),
            .followers = row.value(8).toLongLong()},
        .isAuthorAvailable = row.value(9).toBool(),
        .remoteId = row.value(10).toString(),
        .versionId = row.value(11).toString(),
        .kind = messageKindFromString(row.value(12).toString()),
        .direction = directionFromString(row.value(13).toString()),
        .lane = laneFromString(row.value(14).toString()),
        .body = row.value(15).toString(),
        .postedAt = instantOf(row.value(16)),
        .storedAt = instantOf(row.value(17)),
        .inReplyTo = row.value(18).toString(),
        .thread = row.value(19).toString(),
        .permalink = row.value(20).toString(),
        .traits = Traits(row.value(21).toInt()),
        .signal = signalFactsFromText(row.value(22).toString())};
}

} // namespace fw
