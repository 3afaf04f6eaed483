#include "app/store/note_store.h"

#include "app/store/journal_store.h"

#include <QRegularExpression>

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kLongest = 10'000;

Note readNote(const QSqlQuery &row)
{
    return {.id = {row.value(0).toLongLong()},
        .conversation = {row.value(1).toLongLong()},
        .agent = row.value(2).toString(),
        .body = row.value(3).toString(),
        .writtenAt = instantOf(row.value(4)),
        .editedAt = optionalInstant(row.value(5))};
}

Done checkBody(const QString &body)
{
    if (body.trimmed().isEmpty() || body.size() > kLongest) {
        return Failure(
            {.code = ErrorCode::Usage, .detail = u"a note has 1 to %1 characters"_s.arg(kLongest)});
    }
    return {};
}

void tell(Database &db, const QString &fact, ConversationId conversation, const QString &agent,
    const QJsonObject &detail)
{
    JournalStore(db).add({.fact = fact, .conversation = conversation, .agent = agent, .detail = detail});
}
} // namespace

QStringList NoteStore::mentionedIn(const QString &body)
{
    static const QRegularExpression name(
        u"(?<![\\w@])@(\\w[\\w.-]*\\w|\\w)"_s, QRegularExpression::UseUnicodePropertiesOption);
    QStringList names;
    for (auto found = name.globalMatch(body); found.hasNext();) {
        names.append(found.next().captured(1).toLower());
    }
    names.removeDuplicates();
    return names;
}

Result<NoteId> NoteStore::add(ConversationId conversation, const QString &body, const QString &agent)
{
    if (m_db.number(u"SELECT count(*) FROM conversation WHERE id = ?"_s, {conversation.value}) == 0) {
        return Failure(
            {.code = ErrorCode::NotFound, .detail = u"no conversation %1"_s.arg(conversation.toString())});
    }
    if (const Done fine = checkBody(body); !fine) {
        return Failure(fine.error());
    }
    const Note note{.id = m_db.newId<NoteId>(), .conversation = conversation, .agent = agent, .body = body};
    m_db.exec(u"INSERT INTO note (id, conversation_id, agent, body, written_at_ms) VALUES (?, ?, ?, ?, ?)"_s,
        {note.id.value, conversation.value, agent, body, toMs(m_db.now())});
    tell(m_db, u"note-added"_s, conversation, agent, {{u"note"_s, note.id.toString()}});
    mention(note);
    return note.id;
}

void NoteStore::mention(const Note &note)
{
    for (const QString &name : mentionedIn(note.body)) {
        const bool isNew = name != note.agent.toLower()
            && m_db.exec(u"INSERT INTO agent_mention (note_id, agent, at_ms) VALUES (?, ?, ?)"
                         " ON CONFLICT (note_id, agent) DO NOTHING"_s,
                   {note.id.value, name, toMs(m_db.now())})
                > 0;
        if (isNew) {
            tell(m_db, u"agent-mentioned"_s, note.conversation, note.agent,
                {{u"agent"_s, name}, {u"note"_s, note.id.toString()}});
        }
    }
}

Result<Note> NoteStore::own(NoteId note, const QString &agent)
{
    const auto found
        = m_db.one(u"SELECT id, conversation_id, agent, body, written_at_ms, edited_at_ms FROM note"
                   " WHERE id = ? AND removed_at_ms IS NULL"_s,
            {note.value}, &readNote);
    if (!found) {
        return Failure({.code = ErrorCode::NotFound, .detail = u"no note %1"_s.arg(note.toString())});
    }
    if (found->agent != agent) {
        return Failure({.code = ErrorCode::Forbidden,
            .detail = u"that note is by %1; write another one"_s.arg(found->agent)});
    }
    return *found;
}

Done NoteStore::edit(NoteId note, const QString &body, const QString &agent)
{
    auto found = own(note, agent);
    if (!found) {
        return Failure(found.error());
    }
    if (const Done fine = checkBody(body); !fine) {
        return fine;
    }
    m_db.exec(
        u"UPDATE note SET body = ?, edited_at_ms = ? WHERE id = ?"_s, {body, toMs(m_db.now()), note.value});
    tell(m_db, u"note-edited"_s, found->conversation, agent,
        {{u"note"_s, note.toString()}, {u"before"_s, found->body}});
    found->body = body;
    mention(*found);
    return {};
}

Done NoteStore::remove(NoteId note, const QString &agent)
{
    const auto found = own(note, agent);
    if (!found) {
        return Failure(found.error());
    }
    m_db.exec(u"UPDATE note SET removed_at_ms = ? WHERE id = ?"_s, {toMs(m_db.now()), note.value});
    m_db.exec(u"DELETE FROM agent_mention WHERE note_id = ?"_s, {note.value});
    tell(m_db, u"note-removed"_s, found->conversation, agent, {{u"note"_s, note.toString()}});
    return {};
}

QList<Note> NoteStore::of(ConversationId conversation)
{
    return m_db.list(u"WITH RECURSIVE here(id) AS (SELECT CAST(? AS BIGINT) UNION"
                     " SELECT c.id FROM conversation c JOIN here ON c.merged_into = here.id)"
                     " SELECT n.id, n.conversation_id, n.agent, n.body, n.written_at_ms, n.edited_at_ms"
                     " FROM note n JOIN here ON n.conversation_id = here.id"
                     " WHERE n.removed_at_ms IS NULL ORDER BY n.id"_s,
        {conversation.value}, &readNote);
}

bool NoteStore::follow(ConversationId conversation, const QString &agent)
{
    const bool isNew
        = m_db.exec(u"INSERT INTO follower (conversation_id, agent, seen_up_to)"
                    " SELECT id, ?, coalesce((SELECT max(m.id) FROM message m"
                    " WHERE m.conversation_id = conversation.id), 0) FROM conversation WHERE id = ?"
                    " ON CONFLICT (conversation_id, agent) DO NOTHING"_s,
              {agent, conversation.value})
        > 0;
    if (isNew) {
        tell(m_db, u"follower-added"_s, conversation, agent, {{u"agent"_s, agent}});
    }
    return isNew;
}

bool NoteStore::unfollow(ConversationId conversation, const QString &agent)
{
    const bool did = m_db.exec(u"DELETE FROM follower WHERE conversation_id = ? AND agent = ?"_s,
                         {conversation.value, agent})
        > 0;
    if (did) {
        tell(m_db, u"follower-removed"_s, conversation, agent, {{u"agent"_s, agent}});
    }
    return did;
}

QStringList NoteStore::followersOf(ConversationId conversation)
{
    return m_db.list(
        u"SELECT agent FROM follower WHERE conversation_id = ? ORDER BY "_s + m_db.byBytes(u"agent"_s),
        {conversation.value}, [](const QSqlQuery &row) { return row.value(0).toString(); });
}

QList<Notice> NoteStore::noticesOf(const QString &agent)
{
    QList<Notice> notices = m_db.list(u"SELECT n.conversation_id, n.id, n.agent, n.body, a.at_ms FROM "
                                      u"agent_mention a JOIN note n ON n.id = a.note_id"
                                      " WHERE a.agent = ? AND a.read_at_ms IS NULL ORDER BY a.note_id"_s,
        {agent.toLower()}, [](const QSqlQuery &row) {
            return Notice{.conversation = {row.value(0).toLongLong()},
                .note = {row.value(1).toLongLong()},
                .by = row.value(2).toString(),
                .text = row.value(3).toString(),
                .at = instantOf(row.value(4))};
        });
    notices += m_db.list(
        u"SELECT c.id, count(*), max(m.stored_at_ms), c.preview FROM follower f"
        " JOIN conversation c ON c.id = f.conversation_id JOIN message m ON m.conversation_id = c.id"
        " WHERE f.agent = ? AND m.direction = 'inbound' AND (m.traits & 256) = 0 AND m.id > f.seen_up_to"
        " GROUP BY c.id, c.preview"_s,
        {agent}, [](const QSqlQuery &row) {
            return Notice{.conversation = {row.value(0).toLongLong()},
                .newMessages = row.value(1).toInt(),
                .text = row.value(3).toString(),
                .at = instantOf(row.value(2))};
        });
    std::stable_sort(
        notices.begin(), notices.end(), [](const Notice &a, const Notice &b) { return a.at < b.at; });
    return notices;
}

void NoteStore::read(const QString &agent)
{
    m_db.exec(u"UPDATE agent_mention SET read_at_ms = ? WHERE agent = ? AND read_at_ms IS NULL"_s,
        {toMs(m_db.now()), agent.toLower()});
    m_db.exec(u"UPDATE follower SET seen_up_to = coalesce((SELECT max(m.id) FROM message m"
              " WHERE m.conversation_id = follower.conversation_id), seen_up_to) WHERE agent = ?"_s,
        {agent});
}

} // namespace fw
