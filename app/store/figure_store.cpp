#include "app/store/figure_store.h"

#include "app/store/conversation_times.h"
#include "app/store/policy_store.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr int kPage = 500;

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
        past.focus.append({.at = told.at, .span = milliseconds(told.detail.value(u"ms"_s).toInteger())});
    } else {
        past.taggings.append({.at = told.at,
            .tag = told.detail.value(u"tag"_s).toString(),
            .isAdded = told.fact == "tag-added"_L1});
    }
}
} // namespace

QList<ConversationId> FigureStore::conversations(ConversationId after, Pasts &pasts)
{
    return m_db.list(u"SELECT c.id, c.identity_id, a.network, a.name FROM conversation c JOIN account a ON "
                     u"a.id = c.account_id"
                     " WHERE c.id > ? ORDER BY c.id LIMIT ?"_s,
        {after.value, kPage}, [&pasts](const QSqlQuery &row) {
            const ConversationId id{row.value(0).toLongLong()};
            pasts[id] = {.id = id,
                .customer = {row.value(1).toLongLong()},
                .network = networkFromString(row.value(2).toString()).value_or(Network::Twitter),
                .account = row.value(3).toString()};
            return id;
        });
}

void FigureStore::readFacts(ConversationId first, ConversationId last, Pasts &pasts)
{
    // The condition repeats that of the partial index, word for word, so that the planner can use it.
    const QList<FigureFact> facts
        = m_db.list(u"SELECT conversation_id, id, at_ms, fact, agent, detail FROM journal WHERE "
                    u"conversation_id BETWEEN ? AND ?"
                    " AND fact IN ('conversation-assigned', 'conversation-focused', 'conversation-reopened', "
                    "'conversation-resolved', 'tag-added', 'tag-removed') ORDER BY conversation_id, id"_s,
            {first.value, last.value}, &readFact);
    for (const FigureFact &fact : facts) {
        take(fact, pasts[fact.conversation]);
    }
}

void FigureStore::readTargets(ConversationId first, ConversationId last, Pasts &pasts)
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
              " WHERE conversation_id BETWEEN ? AND ? ORDER BY conversation_id, opened_by, kind"_s,
        {first.value, last.value}, read);
}

void FigureStore::eachPast(const std::function<void(const ConversationPast &)> &visit)
{
    ConversationId after;
    for (;;) {
        Pasts pasts;
        const QList<ConversationId> page = conversations(after, pasts);
        if (page.isEmpty()) {
            return;
        }
        after = page.last();
        for (const SettledWait &settled : settledWaits(m_db, page.first(), page.last())) {
            ConversationPast &past = pasts[settled.conversation];
            past.waits.append(settled.wait);
            if (!settled.writer.isEmpty()) {
                past.writers.insert(settled.wait.settledBy, settled.writer);
            }
        }
        readFacts(page.first(), page.last(), pasts);
        readTargets(page.first(), page.last(), pasts);
        for (const ConversationId id : page) {
            visit(pasts.value(id));
        }
    }
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
