#include "app/store/conversation_times.h"

#include "app/store/id_page.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
// Knows the column order of selectWaits().
Wait readWait(const QSqlQuery &row)
{
    Wait wait{.message = row.value(0).toLongLong(),
        .from = instantOf(row.value(1)),
        .settledBy = row.value(2).toLongLong()};
    if (!row.value(3).isNull()) {
        wait.settlement = Settlement::Answered;
        wait.until = instantOf(row.value(3));
    } else if (!row.value(4).isNull()) {
        const bool isResolved = row.value(5).toString() == "conversation-resolved"_L1;
        wait.settlement = isResolved ? Settlement::Resolved : Settlement::Dropped;
        wait.until = instantOf(row.value(4));
    } else if (wait.settledBy != 0) {
        wait.settlement = Settlement::Dropped;
        wait.until = wait.from;
    }
    return wait;
}

/// What settles a message is an answer written elsewhere, a reply (whose post has the network's time), or a fact.
QString selectWaits(const QString &rest)
{
    return u"SELECT m.id, m.posted_at_ms, m.settled_by, coalesce(o.posted_at_ms, p.posted_at_ms, "
           u"r.decided_at_ms),"
           " f.at_ms, f.fact, m.conversation_id, r.agent FROM message m"
           " LEFT JOIN message o ON o.id = m.settled_by AND o.direction = 'outbound'"
           " LEFT JOIN reply r ON r.id = m.settled_by"
           " LEFT JOIN message p ON p.account_id = r.account_id AND p.remote_id = r.remote_id"
           " LEFT JOIN journal f ON f.id = m.settled_by"
           " WHERE m.direction = 'inbound' AND (m.traits & 256) = 0 "_s
        + rest;
}

QList<Wait> waitsIn(Database &db, ConversationId conversation)
{
    return db.list(selectWaits(u"AND m.conversation_id = ?"_s), {conversation.value}, &readWait);
}

QList<ResolvedAt> resolutionsIn(Database &db, ConversationId conversation)
{
    struct Told {
        ResolvedAt resolved = {};
        qint64 undoes = 0;
    };
    const QList<Told> told = db.list(u"SELECT id, at_ms, fact, detail FROM journal WHERE conversation_id = ?"
                                     " AND fact IN ('conversation-resolved', 'conversation-reopened')"
                                     " ORDER BY id"_s,
        {conversation.value}, [](const QSqlQuery &row) {
            const QJsonObject detail = QJsonDocument::fromJson(row.value(3).toString().toUtf8()).object();
            return Told{.resolved = {.fact = row.value(0).toLongLong(), .at = instantOf(row.value(1))},
                .undoes = row.value(2).toString() == "conversation-reopened"_L1
                    ? detail.value(u"undoes"_s).toString().toLongLong()
                    : 0};
        });
    QList<ResolvedAt> resolutions;
    for (const Told &fact : told) {
        if (fact.undoes == 0) {
            resolutions.append(fact.resolved);
        } else {
            resolutions.removeIf(
                [&fact](const ResolvedAt &resolved) { return resolved.fact == fact.undoes; });
        }
    }
    return resolutions;
}
} // namespace

QList<SettledWait> settledWaits(Database &db, const QList<ConversationId> &conversations)
{
    return db.list(
        selectWaits(u"AND m.conversation_id IN ("_s + idMarks() + u") ORDER BY m.conversation_id, m.id"_s),
        idValues(conversations), [](const QSqlQuery &row) {
            return SettledWait{.conversation = {row.value(6).toLongLong()},
                .wait = readWait(row),
                .writer = row.value(7).toString()};
        });
}

QList<Episode> episodesIn(Database &db, ConversationId conversation)
{
    return episodesOf(waitsIn(db, conversation), resolutionsIn(db, conversation));
}

} // namespace fw
