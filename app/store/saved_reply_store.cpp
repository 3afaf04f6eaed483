#include "app/store/saved_reply_store.h"

#include "app/store/journal_store.h"

#include <QJsonDocument>

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
QString textOf(const SavedReply &reply)
{
    return QString::fromUtf8(QJsonDocument(toJson(reply)).toJson(QJsonDocument::Compact));
}

// Reads the definition and the version, in this order.
SavedReply readSavedReply(const QSqlQuery &row)
{
    JsonForm form(u"the store"_s, row.value(0).toString().toUtf8());
    SavedReply reply = savedReplyIn(form.root());
    reply.version = row.value(1).toInt();
    return reply;
}
} // namespace

int SavedReplyStore::import(const QList<SavedReply> &replies, const QString &by)
{
    QHash<QString, QString> before;
    for (const SavedReply &reply : all()) {
        before.insert(reply.name, textOf(reply));
    }
    int changed = 0;
    for (const SavedReply &reply : replies) {
        const QString text = textOf(reply);
        if (before.take(reply.name) == text) {
            continue;
        }
        ++changed;
        m_db.exec(u"UPDATE saved_reply SET in_force = 0 WHERE name = ?"_s, {reply.name});
        m_db.exec(u"INSERT INTO saved_reply (name, version, definition, in_force, made_at_ms, made_by)"
                  " SELECT ?, coalesce(max(version), 0) + 1, ?, 1, ?, ? FROM saved_reply WHERE name = ?"_s,
            {reply.name, text, toMs(m_db.now()), by, reply.name});
    }
    for (const QString &gone : before.keys()) {
        m_db.exec(u"UPDATE saved_reply SET in_force = 0 WHERE name = ?"_s, {gone});
    }
    JournalStore(m_db).add({.fact = u"saved-replies-imported"_s,
        .agent = by,
        .detail = {{u"saved_replies"_s, replies.size()}, {u"changed"_s, changed}}});
    return changed;
}

QList<SavedReply> SavedReplyStore::all()
{
    return m_db.list(u"SELECT definition, version FROM saved_reply WHERE in_force = 1 ORDER BY "_s
            + m_db.byBytes(u"name"_s),
        {}, &readSavedReply);
}

Result<SavedReply> SavedReplyStore::byName(const QString &name)
{
    const auto found
        = m_db.one(u"SELECT definition, version FROM saved_reply WHERE name = ? AND in_force = 1"_s, {name},
            &readSavedReply);
    if (!found) {
        return Failure({.code = ErrorCode::NotFound,
            .detail = u"there is no saved reply \"%1\"; see what there is: saved-reply list"_s.arg(name)});
    }
    return *found;
}

QList<SavedReply> SavedReplyStore::versions(const QString &name)
{
    return m_db.list(u"SELECT definition, version FROM saved_reply WHERE name = ? ORDER BY version"_s, {name},
        &readSavedReply);
}

QList<SavedReply> SavedReplyStore::find(const QString &typed, const WordsContext &context)
{
    QHash<QString, qint64> uses;
    m_db.list(u"SELECT name, uses FROM saved_reply_use WHERE agent = ?"_s, {context.agent},
        [&uses](const QSqlQuery &row) {
            uses.insert(row.value(0).toString(), row.value(1).toLongLong());
            return 0;
        });
    QList<SavedReply> found = all();
    found.removeIf(
        [&](const SavedReply &reply) { return !isOffered(reply, context) || likeness(reply, typed) == 0; });
    std::stable_sort(found.begin(), found.end(), [&](const SavedReply &a, const SavedReply &b) {
        return std::pair(likeness(a, typed), uses.value(a.name))
            > std::pair(likeness(b, typed), uses.value(b.name));
    });
    return found;
}

void SavedReplyStore::used(const QString &name, const QString &agent)
{
    m_db.exec(u"INSERT INTO saved_reply_use (name, agent, uses) VALUES (?, ?, 1)"
              " ON CONFLICT (name, agent) DO UPDATE SET uses = saved_reply_use.uses + 1"_s,
        {name, agent});
}

} // namespace fw
