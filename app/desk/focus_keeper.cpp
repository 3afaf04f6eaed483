#include "app/desk/focus_keeper.h"

#include <algorithm>

namespace fw {

namespace {
constexpr milliseconds kLookEvery = FocusKeeper::kIdleAfter / 4;
}

FocusKeeper::FocusKeeper(Desk &desk, const Clock &clock, QString agent, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_clock(clock)
    , m_agent(std::move(agent))
    , m_timer(clock, this)
{
    connect(&m_timer, &ClockTimer::due, this, &FocusKeeper::check);
}

FocusKeeper::~FocusKeeper()
{
    end();
}

void FocusKeeper::look(ConversationId conversation)
{
    if (conversation == m_conversation) {
        return;
    }
    end();
    m_conversation = conversation;
    if (!conversation.isNull()) {
        begin();
    }
}

void FocusKeeper::touch()
{
    if (m_conversation.isNull()) {
        return;
    }
    check();
    if (m_isRunning) {
        count();
    } else {
        begin();
    }
}

void FocusKeeper::check()
{
    if (m_clock.now() - m_touchedAt >= kIdleAfter) {
        end();
    } else if (m_isRunning) {
        m_timer.start(kLookEvery);
    }
}

void FocusKeeper::begin()
{
    m_isRunning = true;
    m_begunAt = m_touchedAt = m_clock.now();
    m_counted = {};
    m_timer.start(kLookEvery);
}

void FocusKeeper::count()
{
    const Instant now = m_clock.now();
    m_counted += std::clamp(now - m_touchedAt, milliseconds(0), kCountsFor);
    m_touchedAt = now;
}

void FocusKeeper::end()
{
    if (!m_isRunning) {
        return;
    }
    count();
    m_isRunning = false;
    m_timer.stop();
    if (m_counted >= Desk::kShortestFocus) {
        const auto told = m_desk.focused(m_conversation, m_begunAt, m_counted, m_agent);
        Q_UNUSED(told) // a figure is not worth a sentence to somebody who answers people
    }
}

} // namespace fw
