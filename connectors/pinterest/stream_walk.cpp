#include "connectors/pinterest/stream_walk.h"

namespace fw::pinterest {

Step StreamWalk::next(const Cursor &from, Instant now)
{
    m_now = now;
    if (from.pageToken.isEmpty() || from.pageToken != m_token || m_plan.empty()) {
        start(from);
    }
    return m_plan.front();
}

void StreamWalk::start(const Cursor &from)
{
    const auto known = Memory::fromState(from.state);
    m_isFirst = !known;
    m_before = known.value_or(Memory());
    m_after = {.walkedAt = m_now};
    m_plan.clear();
    m_token.clear();
    begin();
}

Result<Taken> StreamWalk::take(const QByteArray &body, Instant asOf)
{
    m_now = asOf;
    Taken taken;
    m_planned.clear();
    if (const Done read = this->read(m_plan.front(), body, taken); !read) {
        return Failure(read.error());
    }
    return goOn(taken);
}

Taken StreamWalk::passOver(Instant asOf)
{
    m_now = asOf;
    Taken taken;
    m_planned.clear();
    passedOver(m_plan.front());
    return goOn(taken);
}

Taken &StreamWalk::goOn(Taken &taken)
{
    m_plan.pop_front();
    m_plan.insert(m_plan.begin(), m_planned.begin(), m_planned.end());
    if (m_plan.empty()) {
        m_after.carryOver(m_before);
        taken.page.newState = m_after.toState();
        m_token.clear();
    } else {
        m_token = QString::number(++m_serial);
        taken.page.nextPageToken = m_token;
    }
    return taken;
}

void StreamWalk::remember(const QString &name, Note note)
{
    note.seenAt = m_now;
    m_after.notes.insert(name, note);
}

} // namespace fw::pinterest
