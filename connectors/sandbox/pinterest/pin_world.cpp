#include "connectors/sandbox/pinterest/pin_world.h"

#include <algorithm>

namespace fw::sandbox::pinterest {

namespace {
// Ids as long as the network's own.
constexpr qint64 kFirstPerson = 549'755'885'175'000'000;
constexpr qint64 kFirstBoard = 666'743'988'523'000'000;
constexpr qint64 kFirstPin = 666'743'919'837'000'000;
constexpr qint64 kFirstAggregated = 4'965'217'300'000'000'000;
constexpr qint64 kFirstComment = 5'093'441'200'000'000'000;
constexpr qint64 kStep = 7'919; // ids have gaps

QString idAt(qint64 first, size_t index)
{
    return QString::number(first + kStep * static_cast<qint64>(index + 1));
}
} // namespace

PinWorld::PinWorld(const Member &brand) : m_brand(brand)
{
    m_people.push_back(brand);
}

const Member &PinWorld::addPerson(const QString &username, const QString &name)
{
    if (const Member *known = person(username)) {
        return *known;
    }
    m_people.push_back({.id = idAt(kFirstPerson, m_people.size()),
        .username = username,
        .name = name.isEmpty() ? username : name});
    return m_people.back();
}

const Member *PinWorld::person(const QString &username) const
{
    const auto found = std::find_if(m_people.begin(), m_people.end(), [&username](const Member &member) {
        return member.username.compare(username, Qt::CaseInsensitive) == 0;
    });
    return found == m_people.end() ? nullptr : &*found;
}

const Board &PinWorld::addBoard(const QString &name, const QString &owner, int collaborators, Instant at)
{
    m_boards.push_back({.id = idAt(kFirstBoard, m_boards.size()),
        .name = name,
        .owner = owner,
        .collaborators = collaborators,
        .createdAt = at});
    return m_boards.back();
}

const Board *PinWorld::board(const QString &id) const
{
    const auto found = std::find_if(
        m_boards.begin(), m_boards.end(), [&id](const Board &board) { return board.id == id; });
    return found == m_boards.end() ? nullptr : &*found;
}

const Pin &PinWorld::addPin(Pin pin)
{
    pin.id = idAt(kFirstPin, m_pins.size());
    pin.aggregated = idAt(kFirstAggregated, m_pins.size());
    m_pinIndex.insert(pin.id, static_cast<qsizetype>(m_pins.size()));
    m_aggregatedIndex.insert(pin.aggregated, static_cast<qsizetype>(m_pins.size()));
    m_pins.push_back(std::move(pin));
    return m_pins.back();
}

const Pin *PinWorld::pin(const QString &id) const
{
    const auto found = m_pinIndex.constFind(id);
    return found == m_pinIndex.constEnd() ? nullptr : &m_pins[static_cast<size_t>(*found)];
}

const Pin *PinWorld::pinByAggregated(const QString &id) const
{
    const auto found = m_aggregatedIndex.constFind(id);
    return found == m_aggregatedIndex.constEnd() ? nullptr : &m_pins[static_cast<size_t>(*found)];
}

const Comment &PinWorld::addComment(Comment comment)
{
    comment.id = idAt(kFirstComment, m_comments.size());
    m_commentIndex.insert(comment.id, static_cast<qsizetype>(m_comments.size()));
    m_comments.push_back(std::move(comment));
    return m_comments.back();
}

Comment *PinWorld::comment(const QString &id)
{
    const auto found = m_commentIndex.constFind(id);
    return found == m_commentIndex.constEnd() ? nullptr : &m_comments[static_cast<size_t>(*found)];
}

const Comment *PinWorld::visibleComment(const QString &id) const
{
    const auto found = m_commentIndex.constFind(id);
    if (found == m_commentIndex.constEnd()) {
        return nullptr;
    }
    const Comment &comment = m_comments[static_cast<size_t>(*found)];
    return comment.removedAt ? nullptr : &comment;
}

void PinWorld::removeComment(const QString &id, Instant at)
{
    for (Comment &comment : m_comments) {
        if ((comment.id == id || comment.root == id) && !comment.removedAt) {
            comment.removedAt = at;
        }
    }
}

int PinWorld::replyCount(const QString &comment) const
{
    return static_cast<int>(std::count_if(m_comments.begin(), m_comments.end(),
        [&comment](const Comment &reply) { return reply.root == comment && !reply.removedAt; }));
}

int PinWorld::commentCount(const QString &pin, Instant at) const
{
    return static_cast<int>(
        std::count_if(m_comments.begin(), m_comments.end(), [&pin, at](const Comment &comment) {
            return comment.pin == pin && comment.createdAt <= at
                && (!comment.removedAt || *comment.removedAt > at);
        }));
}

} // namespace fw::sandbox::pinterest
