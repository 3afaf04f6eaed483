#include "app/store/figure_store.h"

#include "app/store/conversation_times.h"
#include "app/store/id_page.h"
#include "app/store/policy_store.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
// A reply's post has the network's time and its decision ours, so by their own clocks either may come first.
constexpr milliseconds kBetweenClocks = std::chrono::hours(24);

struct FigureFact {
    ConversationId conversation = {};
    qint64 id = 0;
    Instant at = {};
    QString fact = {};
    QString agent = {};
    QJsonObject detail = {};
};

FigureFact readFact(const QSqlQuery &row)
{
    return {.conversation = {row.value(0).toLongLong()},
        .id = row.value(1).toLongLong(),
        .at = instantOf(row.value(2)),
        .fact = row.value(3).toString(),
        .agent = row.value(4).toString(),
        .detail = QJsonDocument::fromJson(row.value(5).toString().toUtf8()).object()};
}

void take(const FigureFact &told, ConversationPast &past)
{
    if (told.fact == "conversation-resolved"_L1) {
        past.resolutions.append({.resolved = {.fact = told.id, .at = told.at}, .agent = told.agent});
    } else if (told.fact == "conversation-reopened"_L1) {
        const qint64 undone = told.detail.value(u"undoes"_s).toString().toLongLong();
        past.resolutions.removeIf([undone](const auto &kept) { return kept.resolved.fact == undone; });
    } else if (told.fact == "conversation-assigned"_L1) {
        past.assignments.append({.at = told.at,
            .agent = told.detail.value(u"to"_s).toString(),
            .team = told.detail.value(u"team"_s).toString()});
    } else if (told.fact == "conversation-focused"_L1) {
        const milliseconds span(told.detail.value(u"ms"_s).toInteger());
        const QJsonValue from = told.detail.value(u"from_ms"_s); // older facts only know their end
        past.focus.append(
            {.from = from.isUndefined() ? told.at - span : instantFromMs(from.toInteger()), .span = span});
    } else {
        past.taggings.append({.at = told.at,
            .tag = told.detail.value(u"tag"_s).toString(),
            .isAdded = told.fact == "tag-added"_L1});
    }
}
} // namespace

QList<ConversationId> FigureStore::thatMatter(const TimeSpan &period, Instant asOf)
{
    const Instant since = std::min(period.from, asOf);
    const qint64 from = toMs(since);
    const qint64 to = toMs(period.to);
    const qint64 early = toMs(since - kBetweenClocks);
    // The conditions repeat those of the partial indexes, word for word, so that the planner can use them.
    const QList<ConversationId> found
        = m_db.list(u"SELECT id FROM conversation WHERE episode_open = 1 AND opened_at_ms < ?"
                    " UNION SELECT id FROM conversation WHERE last_message_at_ms >= ? AND opened_at_ms < ?"
                    " UNION SELECT c.id FROM reply r JOIN conversation c ON c.id = r.conversation_id"
                    " WHERE r.state = 'accepted' AND r.decided_at_ms >= ? AND c.opened_at_ms < ?"
                    " UNION SELECT c.id FROM journal j JOIN conversation c ON c.id = j.conversation_id"
                    " WHERE j.fact IN ('conversation-resolved', 'conversation-set-waiting-for-customer', "
                    "'message-removed')"
                    " AND j.at_ms >= ? AND c.opened_at_ms < ?"
                    " UNION SELECT conversation_id FROM target WHERE due_at_ms IS NOT NULL AND due_at_ms >= ?"
                    " AND due_at_ms < ?"_s,
            {to, from, to, early, to, early, to, from, to},
            [](const QSqlQuery &row) { return ConversationId{row.value(0).toLongLong()}; });
    QSet<ConversationId> seen(found.begin(), found.end());
    QList<ConversationId> all = found;
    for (qsizetype next = 0; next < all.size(); next += kIdPage) { // grows while it is walked through
        for (const ConversationId id : movedWith(all.mid(next, kIdPage))) {
            if (!seen.contains(id)) {
                seen.insert(id);
                all.append(id);
            }
        }
    }
    std::sort(all.begin(), all.end());
    return all;
}

QList<ConversationId> FigureStore::movedWith(const QList<ConversationId> &page)
{
    return m_db.list(u"SELECT into_id FROM relocation WHERE from_id IN ("_s + idMarks()
            + u") UNION SELECT from_id FROM relocation WHERE into_id IN ("_s + idMarks() + u")"_s,
        idValues(page) + idValues(page),
        [](const QSqlQuery &row) { return ConversationId{row.value(0).toLongLong()}; });
}

void FigureStore::readConversations(const QList<ConversationId> &page, Pasts &pasts)
{
    m_db.list(u"SELECT c.id, c.identity_id, a.network, a.name, c.lane, c.class_rank FROM conversation c JOIN "
              u"account a ON "
              u"a.id = c.account_id WHERE c.id IN ("_s
            + idMarks() + u")"_s,
        idValues(page), [&pasts](const QSqlQuery &row) {
            const ConversationId id{row.value(0).toLongLong()};
            pasts[id] = {.id = id,
                .customer = {row.value(1).toLongLong()},
                .network = networkFromString(row.value(2).toString()).value_or(Network::Twitter),
                .account = row.value(3).toString(),
                .lane = laneFromString(row.value(4).toString()),
                .workClass = ReplyClass(row.value(5).toInt())};
            return true;
        });
}

void FigureStore::readFacts(const QList<ConversationId> &page, Pasts &pasts)
{
    // The condition repeats that of the partial index, word for word, so that the planner can use it.
    const QList<FigureFact> facts
        = m_db.list(u"SELECT conversation_id, id, at_ms, fact, agent, detail FROM journal WHERE "
                    u"conversation_id IN ("_s
                + idMarks()
                + u") AND fact IN ('conversation-assigned', 'conversation-focused', 'conversation-reopened', "
                  "'conversation-resolved', 'tag-added', 'tag-removed') ORDER BY conversation_id, id"_s,
            idValues(page), &readFact);
    for (const FigureFact &fact : facts) {
        take(fact, pasts[fact.conversation]);
    }
}

void FigureStore::readTargets(const QList<ConversationId> &page, Pasts &pasts)
{
    const auto read = [&pasts](const QSqlQuery &row) {
        pasts[{row.value(0).toLongLong()}].promises.append(
            {.kind = targetKindFromString(row.value(1).toString()),
                .openedBy = row.value(2).toLongLong(),
                .dueAt = optionalInstant(row.value(3)),
                .metAt = optionalInstant(row.value(4)),
                .droppedAt = optionalInstant(row.value(5))});
        return true;
    };
    m_db.list(u"SELECT conversation_id, kind, opened_by, due_at_ms, met_at_ms, dropped_at_ms FROM target"
              " WHERE conversation_id IN ("_s
            + idMarks() + u") ORDER BY conversation_id, opened_by, kind"_s,
        idValues(page), read);
}

qsizetype FigureStore::eachPast(
    const TimeSpan &period, Instant asOf, const std::function<void(const ConversationPast &)> &visit)
{
    const QList<ConversationId> all = thatMatter(period, asOf);
    for (qsizetype next = 0; next < all.size(); next += kIdPage) {
        const QList<ConversationId> page = all.mid(next, kIdPage);
        Pasts pasts;
        readConversations(page, pasts);
        for (const SettledWait &settled : settledWaits(m_db, page)) {
            ConversationPast &past = pasts[settled.conversation];
            past.waits.append(settled.wait);
            if (!settled.writer.isEmpty()) {
                past.writers.insert(settled.wait.settledBy, settled.writer);
            }
        }
        readFacts(page, pasts);
        readTargets(page, pasts);
        for (const ConversationId id : page) {
            visit(pasts.value(id));
        }
    }
    return all.size();
}

BusinessHours FigureStore::hoursOf(const QString &calendar)
{
    struct Version {
        int version = 0;
        Instant since = {};
    };
    const QList<Version> versions
        = m_db.list(u"SELECT version, at_ms FROM calendar_version WHERE name = ? ORDER BY version"_s,
            {calendar}, [](const QSqlQuery &row) {
                return Version{.version = row.value(0).toInt(), .since = instantOf(row.value(1))};
            });
    BusinessHours hours;
    for (const Version &version : versions) {
        if (const auto kept = PolicyStore(m_db).calendar(calendar, version.version)) {
            hours.versions.append({.calendar = *kept, .since = version.since});
        }
    }
    return hours;
}

} // namespace fw
