#include "app/store/view_store.h"

#include "app/store/assignment_store.h"
#include "app/store/conversation_rows.h"
#include "app/store/journal_store.h"
#include "app/store/tag_store.h"

#include <QJsonDocument>

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr int kAtOnce = 200;
constexpr int kWokenRead = 20;

void tell(Database &db, const QString &fact, const SavedView &view, const QString &agent)
{
    JournalStore(db).add({.fact = fact,
        .agent = agent,
        .detail = {{u"name"_s, view.name}, {u"scope"_s, view.scope}, {u"owner"_s, view.owner}}});
}
} // namespace

bool ViewStore::fitsHere(const QueueFilter &filter, const Conversation &conversation, const QString &agent)
{
    if (!fits(filter, conversation, m_db.now())) {
        return false;
    }
    if (!filter.tags.isEmpty()) {
        const QStringList tags = TagStore(m_db).of(conversation.id);
        if (!std::all_of(filter.tags.begin(), filter.tags.end(),
                [&tags](const QString &tag) { return tags.contains(tag); })) {
            return false;
        }
    }
    if (filter.isMine || filter.isUnassigned) {
        const QString assignee = assigneeOf(conversation.id);
        return (!filter.isMine || assignee == agent) && (!filter.isUnassigned || assignee.isEmpty());
    }
    return true;
}

FilteredPage ViewStore::page(View view, const QueueFilter &filter, const std::optional<QueueKey> &after,
    int limit, const QString &agent)
{
    FilteredPage found{.next = after};
    ConversationStore conversations(m_db);
    while (found.rows.size() < limit && found.rowsRead < kMostRead) {
        const QList<Conversation> rows = conversations.page(view, found.next, kAtOnce);
        for (const Conversation &row : rows) {
            ++found.rowsRead;
            found.next = keyIn(view, row);
            if (fitsHere(filter, row, agent)) {
                found.rows.append(row);
            }
            if (found.rows.size() == limit) {
                return found;
            }
        }
        if (rows.size() < kAtOnce) {
            found.next.reset();
            return found;
        }
    }
    return found;
}

Done ViewStore::save(const SavedView &view, const QString &agent)
{
    if (view.name.trimmed().isEmpty()
        || !QStringList{u"person"_s, u"team"_s, u"all"_s}.contains(view.scope)) {
        return Failure(
            {.code = ErrorCode::Usage, .detail = u"a view has a name, and a scope: person, team or all"_s});
    }
    if (const auto filter = parseFilter(view.filter); !filter) {
        return Failure(filter.error());
    }
    const QString definition = QString::fromUtf8(QJsonDocument(
        {{u"view"_s, toString(view.view)},
            {u"filter"_s, view.filter}}).toJson(QJsonDocument::Compact));
    m_db.exec(
        u"INSERT INTO saved_view (name, scope, owner, definition, agent, at_ms) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (name, scope, owner) DO UPDATE SET definition = excluded.definition,"
        " agent = excluded.agent, at_ms = excluded.at_ms"_s,
        {view.name, view.scope, view.owner.isNull() ? u""_s : view.owner, definition, agent,
            toMs(m_db.now())});
    tell(m_db, u"view-saved"_s, view, agent);
    return {};
}

bool ViewStore::remove(const SavedView &view, const QString &agent)
{
    const bool wasThere = m_db.exec(u"DELETE FROM saved_view WHERE name = ? AND scope = ? AND owner = ?"_s,
                              {view.name, view.scope, view.owner.isNull() ? u""_s : view.owner})
        > 0;
    if (wasThere) {
        tell(m_db, u"view-removed"_s, view, agent);
    }
    return wasThere;
}

QList<SavedView> ViewStore::viewsOf(const QString &agent)
{
    return m_db.list(u"SELECT name, scope, owner, definition FROM saved_view"
                     " WHERE scope <> 'person' OR owner = ? ORDER BY "_s
            + m_db.byBytes(u"name"_s) + u", scope, owner"_s,
        {agent}, [](const QSqlQuery &row) {
            const QJsonObject json = QJsonDocument::fromJson(row.value(3).toString().toUtf8()).object();
            return SavedView{.name = row.value(0).toString(),
                .scope = row.value(1).toString(),
                .owner = row.value(2).toString(),
                .view = viewFromString(json.value(u"view"_s).toString()).value_or(View::Waiting),
                .filter = json.value(u"filter"_s).toString()};
        });
}

QString ViewStore::assigneeOf(ConversationId conversation)
{
    return AssignmentStore(m_db).of(conversation).value_or(Assignment{}).agent;
}

bool ViewStore::isHeldByAnother(ConversationId conversation, const QString &agent)
{
    const auto claim = ClaimStore(m_db).live(conversation);
    return claim && claim->holder.agent != agent;
}

bool ViewStore::isCustomerOf(ConversationId conversation, const QString &agent)
{
    return m_db.one(u"SELECT agent FROM reply WHERE conversation_id = ? AND state = 'accepted'"
                    " ORDER BY id DESC LIMIT 1"_s,
               {conversation.value}, [](const QSqlQuery &row) { return row.value(0).toString(); })
        == agent;
}

std::optional<NextConversation> ViewStore::nextFor(const QString &agent)
{
    const auto woken = m_db.list(selectConversations(u"WHERE c.snoozer = ? AND c.woken_at_ms IS NOT NULL"
                                                     " ORDER BY c.woken_at_ms LIMIT ?"_s),
        {agent, kWokenRead}, &readConversation);
    for (const Conversation &row : woken) {
        if (isInView(View::Waiting, row) && !isHeldByAnother(row.id, agent)) {
            return NextConversation{.conversation = row, .why = u"woken"_s};
        }
    }
    std::optional<NextConversation> assigned;
    std::optional<NextConversation> next;
    ConversationStore conversations(m_db);
    std::optional<QueueKey> after;
    for (int read = 0; read < kMostRead; read += kAtOnce) {
        const QList<Conversation> rows = conversations.page(View::Waiting, after, kAtOnce);
        for (const Conversation &row : rows) {
            const QString assignee = assigneeOf(row.id);
            const bool isFree = (assignee.isEmpty() || assignee == agent) && !isHeldByAnother(row.id, agent);
            if (isFree && isCustomerOf(row.id, agent)) {
                return NextConversation{.conversation = row, .why = u"yours"_s};
            }
            if (isFree && !assigned && !assignee.isEmpty()) {
                assigned = NextConversation{.conversation = row, .why = u"assigned"_s};
            } else if (isFree && !next && assignee.isEmpty()) {
                next = NextConversation{.conversation = row, .why = u"next"_s};
            }
        }
        if (rows.size() < kAtOnce) {
            break;
        }
        after = keyIn(View::Waiting, rows.last());
    }
    return assigned ? assigned : next;
}

} // namespace fw
