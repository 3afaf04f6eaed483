#pragma once

#include "app/core/clock.h"

#include <QHash>
#include <QList>
#include <QString>

#include <deque>
#include <optional>

namespace fw::sandbox::facebook {

struct Page {
    QString id = {};
    QString name = {};
    QString username = {};
    QString category = {};
    qint64 fans = 0;
};

struct Person {
    QString id = {};   // in comments and posts
    QString psid = {}; // in messages
    QString name = {};
    QString language = {};
    bool isHidden = false;   // the network does not say who it is: no `from`
    bool hasBlocked = false; // takes no messages from the page
};

enum class StoryKind { Own, Visitor, Tag, Review };

/// A post of the page, on the page, elsewhere that tags the page, or a recommendation of the page (or of the opposite).
struct Story {
    QString id = {}; // pageId_postId
    StoryKind kind = StoryKind::Own;
    QString author = {}; // a person's id, or the page's
    QString text = {};
    Instant createdAt = {};
    Instant updatedAt = {}; // last edit or comment
    bool isDeleted = false;
    bool isHidden = false;
    bool isLiked = false;   // by the page
    bool isPositive = true; // a review
};

struct Comment {
    QString id = {}; // postId_commentId
    QString story = {};
    QString parent = {}; // the top-level comment; empty: it is one
    QString author = {};
    QString text = {};
    bool hasPhoto = false;
    Instant createdAt = {};
    bool isDeleted = false;
    bool isHidden = false;
    bool isLiked = false;       // by the page
    QString privateThread = {}; // where the page answered it privately
};

struct Message {
    QString id = {}; // m_...
    bool isFromPage = false;
    QString text = {};
    bool hasPhoto = false;
    Instant createdAt = {};
    QString source = {}; // "mobile", "web", "api", "inbox"
};

struct Thread {
    QString id = {}; // t_...
    QString person = {};
    QList<Message> messages = {}; // oldest first
    int unread = 0;
    Instant updatedAt = {};
    std::optional<Instant> personWroteAt = {}; // what the messaging window counts from
};

/// Everything said on and to one page. Thread: the sandbox's.
class PageWorld
{
public:
    PageWorld(Page page, bool separatesIds) : m_page(std::move(page)), m_separatesIds(separatesIds) { }

    [[nodiscard]] const Page &page() const { return m_page; }
    [[nodiscard]] bool isPage(const QString &author) const { return author == m_page.id; }

    /// The person of that name; made when there is none.
    Person &person(const QString &name);
    [[nodiscard]] Person *personById(const QString &id); // either of the two ids
    [[nodiscard]] const Person *personById(const QString &id) const;
    [[nodiscard]] const std::deque<Person> &people() const { return m_people; }

    Story &addStory(StoryKind kind, const QString &author, const QString &text, Instant at);
    [[nodiscard]] Story *story(const QString &id); // null when deleted
    [[nodiscard]] const std::deque<Story> &stories() const { return m_stories; }

    /// `parent`: a story, a comment, or a reply, whose top-level comment is taken then.
    Comment *addComment(
        const QString &parent, const QString &author, const QString &text, bool hasPhoto, Instant at);
    [[nodiscard]] Comment *comment(const QString &id); // null when deleted
    [[nodiscard]] const std::deque<Comment> &comments() const { return m_comments; }
    [[nodiscard]] qint64 replyCount(const QString &comment) const;

    Thread &threadWith(const Person &person);
    [[nodiscard]] Thread *thread(const QString &id);
    [[nodiscard]] const std::deque<Thread> &threads() const { return m_threads; }
    Message &addMessage(Thread &thread, bool isFromPage, const QString &text, bool hasPhoto,
        const QString &source, Instant at);
    [[nodiscard]] const Message *message(const QString &id, const Thread **holder) const;

    /// A story with its comments, a comment with its replies, or a message.
    bool remove(const QString &id);

private:
    [[nodiscard]] QString nextNumber();

    Page m_page;
    std::deque<Person> m_people; // stable addresses
    std::deque<Story> m_stories;
    std::deque<Comment> m_comments;
    std::deque<Thread> m_threads;
    QHash<QString, qsizetype> m_commentIndex;
    qint64 m_lastNumber = 0;
    bool m_separatesIds = false;
};

} // namespace fw::sandbox::facebook
