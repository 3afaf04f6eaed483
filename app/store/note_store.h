#pragma once

#include "app/model/message.h"
#include "app/store/database.h"

namespace fw {

using NoteId = Id<struct NoteTag>;

/// What people of ours say to each other about a conversation. Plain text; no customer sees it.
struct Note {
    NoteId id = {};
    ConversationId conversation = {};
    QString agent = {};
    QString body = {};
    Instant writtenAt = {};
    std::optional<Instant> editedAt = {};
    bool operator==(const Note &) const = default;
};

/// Something an agent is told of until it was read.
struct Notice {
    ConversationId conversation = {};
    NoteId note = {};    // they are mentioned in it; null: customers wrote in a conversation they follow
    int newMessages = 0; // where they did
    QString by = {};     // who mentioned them
    QString text = {};   // the note, or the newest message
    Instant at = {};
    bool operator==(const Notice &) const = default;
};

/// Notes, who is mentioned in them (@name), and who follows a conversation. Thread: the database's.
class NoteStore final
{
public:
    explicit NoteStore(Database &db) : m_db(db) { }

    /// With its facts ("note-added", "agent-mentioned"). Errors: NotFound, Usage when it is empty or longer than 10,000 characters.
    Result<NoteId> add(ConversationId conversation, const QString &body, const QString &agent);
    /// Their own only. Who is mentioned newly is told. Errors: NotFound, Forbidden, Usage.
    Done edit(NoteId note, const QString &body, const QString &agent);
    Done remove(NoteId note, const QString &agent);
    /// In the order they were written, with those of conversations merged into this one.
    [[nodiscard]] QList<Note> of(ConversationId conversation);

    /// false: they did already.
    bool follow(ConversationId conversation, const QString &agent);
    bool unfollow(ConversationId conversation, const QString &agent);
    [[nodiscard]] QStringList followersOf(ConversationId conversation);

    /// What `agent` has not read, oldest first; the length is the count. Cost: grows with what they follow.
    [[nodiscard]] QList<Notice> noticesOf(const QString &agent);
    /// All of that is read.
    void read(const QString &agent);

    /// Names after an @, each once, as they are kept: in lower case.
    [[nodiscard]] static QStringList mentionedIn(const QString &body);

private:
    [[nodiscard]] Result<Note> own(NoteId note, const QString &agent);
    void mention(const Note &note);

    Database &m_db;
};

} // namespace fw
