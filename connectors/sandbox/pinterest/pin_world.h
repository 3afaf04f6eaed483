#pragma once

#include "app/core/clock.h"

#include <QHash>
#include <QString>

#include <deque>
#include <optional>

namespace fw::sandbox::pinterest {

struct Member {
    QString id = {};
    QString username = {};
    QString name = {};
};

struct Board {
    QString id = {};
    QString name = {};
    QString owner = {}; // a user name
    int collaborators = 0;
    Instant createdAt = {};
};

struct Pin {
    QString id = {};
    QString aggregated = {}; // what comments hang on; not the pin's id
    QString title = {};
    QString description = {};
    QString link = {};
    QString board = {};
    QString author = {}; // a user name; no answer tells it
    Instant createdAt = {};
    bool isFromOurSite = false; // links to the claimed website
};

struct Comment {
    QString id = {};
    QString pin = {};
    QString root = {};   // the comment it answers, always one at the top; empty: it is one
    QString author = {}; // a user name
    QString text = {};
    Instant createdAt = {};
    bool isEdited = false;
    std::optional<Instant> removedAt = {};
};

/// A business account, its boards and pins, and what people say under them. Things only ever grow in number; ids grow with time.
/// Thread: the sandbox's.
class PinWorld
{
public:
    explicit PinWorld(const Member &brand);

    [[nodiscard]] const Member &brand() const { return m_brand; }
    /// A known user name returns the person it already has.
    const Member &addPerson(const QString &username, const QString &name = {});
    [[nodiscard]] const Member *person(const QString &username) const;

    const Board &addBoard(const QString &name, const QString &owner, int collaborators, Instant at);
    [[nodiscard]] const std::deque<Board> &boards() const { return m_boards; } // oldest first
    [[nodiscard]] const Board *board(const QString &id) const;

    const Pin &addPin(Pin pin);                                          // without ids
    [[nodiscard]] const std::deque<Pin> &pins() const { return m_pins; } // oldest first
    [[nodiscard]] const Pin *pin(const QString &id) const;
    [[nodiscard]] const Pin *pinByAggregated(const QString &id) const;
    [[nodiscard]] bool isOurs(const Pin &pin) const { return pin.author == m_brand.username; }

    const Comment &addComment(Comment comment);                                      // without its id
    [[nodiscard]] const std::deque<Comment> &comments() const { return m_comments; } // oldest first
    [[nodiscard]] Comment *comment(const QString &id);                               // deleted ones too
    [[nodiscard]] const Comment *visibleComment(const QString &id) const;            // null when deleted
    /// A comment at the top takes its replies with it.
    void removeComment(const QString &id, Instant at);
    [[nodiscard]] int replyCount(const QString &comment) const;
    /// Comments and replies that stood under a pin at `at`.
    [[nodiscard]] int commentCount(const QString &pin, Instant at) const;

    qint64 followers = 48'210;

private:
    Member m_brand;
    std::deque<Member> m_people; // stable addresses
    std::deque<Board> m_boards;
    std::deque<Pin> m_pins;
    std::deque<Comment> m_comments;
    QHash<QString, qsizetype> m_pinIndex;
    QHash<QString, qsizetype> m_aggregatedIndex;
    QHash<QString, qsizetype> m_commentIndex;
};

} // namespace fw::sandbox::pinterest
