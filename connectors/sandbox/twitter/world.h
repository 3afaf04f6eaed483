#pragma once

#include "app/core/clock.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <deque>

class QRegularExpression;

namespace fw::sandbox::twitter {

struct Person {
    qint64 id = 0;
    QString handle = {};
    QString name = {};
    QString language = QStringLiteral("en");
    qint64 followers = 0;
    Instant joinedAt = {};
    bool isAvailable = true;   // false: deleted, suspended or protected
    bool takesMessages = true; // false: direct messages to them are refused
};

struct Post {
    qint64 id = 0;
    qint64 author = 0;
    QString text = {};   // as written, not escaped
    QString prefix = {}; // "@handle " that the network puts before a reply
    qint64 parent = 0;   // 0: top of a thread
    qint64 root = 0;
    qint64 quoted = 0;           // 0: quotes nothing
    QList<qint64> versions = {}; // edit chain, oldest first, this version last
    Instant createdAt = {};
    bool isDeleted = false;
    bool isSuperseded = false;  // a newer version exists
    bool isHidden = false;      // by the brand, in a conversation of its own
    QStringList mentioned = {}; // handles in lower case, without @
    [[nodiscard]] QString wholeText() const { return prefix + text; }
};

/// Who there is and what was written. Posts only ever grow in number; ids grow with time. Thread: the sandbox's.
class World
{
public:
    World(const Person &brand, bool prefixesReplies);

    [[nodiscard]] const Person &brand() const { return *person(m_brand); }
    /// An existing handle (case-insensitive) returns the person it already has.
    const Person &addPerson(const Person &person);
    [[nodiscard]] const Person *person(qint64 id) const;
    [[nodiscard]] const Person *personByHandle(const QString &handle) const;
    bool setAvailable(const QString &handle, bool isAvailable);
    bool setTakesMessages(const QString &handle, bool takesMessages);
    [[nodiscard]] const std::deque<Person> &people() const { return m_people; }

    /// `at` must not be before the newest post. parent 0: a new thread.
    const Post &add(qint64 author, const QString &text, qint64 parent, Instant at, qint64 quoted = 0);
    /// A new version of `id` with an id of its own; the old one leaves the timelines.
    const Post *edit(qint64 id, const QString &text, Instant at);
    bool remove(qint64 id);
    /// Only replies in conversations that the brand began; false: it is none.
    bool setHidden(qint64 id, bool isHidden);
    [[nodiscard]] const Post *post(qint64 id) const;                        // deleted ones too
    [[nodiscard]] const Post *visiblePost(qint64 id) const;                 // null when deleted
    [[nodiscard]] const std::deque<Post> &posts() const { return m_posts; } // oldest first

    [[nodiscard]] bool isBrand(const Post &post) const { return post.author == m_brand; }
    [[nodiscard]] bool mentionsBrand(const Post &post) const;
    /// Newest first, at most `reach`.
    [[nodiscard]] QList<const Post *> mentions(qsizetype reach) const;
    [[nodiscard]] QList<const Post *> postsBy(qint64 author, qsizetype reach, Instant createdUntil) const;
    /// Replies somebody wrote to `id`.
    [[nodiscard]] qint64 replyCount(qint64 id) const { return m_replyCounts.value(id); }

private:
    [[nodiscard]] qint64 nextPostId(Instant at);
    [[nodiscard]] Person *personWith(const QString &handle);
    Post &append(Post post);

    std::deque<Person> m_people; // stable addresses
    std::deque<Post> m_posts;
    QHash<qint64, qsizetype> m_postIndex;
    QHash<qint64, qsizetype> m_personIndex;
    QHash<QString, qsizetype> m_handleIndex;
    QHash<qint64, qint64> m_replyCounts;
    qint64 m_brand = 0;
    qint64 m_lastPostId = 0;
    bool m_prefixesReplies = true;
};

/// Matches one @handle; capture 1 is the handle.
[[nodiscard]] const QRegularExpression &mentionPattern();
/// Handles mentioned in `text`, in lower case, without @, each once.
[[nodiscard]] QStringList mentionedHandles(const QString &text);

} // namespace fw::sandbox::twitter
