#pragma once

#include "app/core/clock_timer.h"
#include "app/desk/desk.h"

#include <QObject>

namespace fw {

/// Measures for how long one agent really has a conversation in front of them, and tells the desk once for each focus: when the agent goes on to another
/// one or away, or has done nothing for kIdleAfter. After anything the agent did, kCountsFor of silence count as reading; more of it does not, or a
/// window left open would pass for work. Thread: the owner's.
class FocusKeeper final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FocusKeeper)
public:
    static constexpr milliseconds kIdleAfter = std::chrono::minutes(2);
    static constexpr milliseconds kCountsFor = std::chrono::minutes(1);

    FocusKeeper(Desk &desk, const Clock &clock, QString agent, QObject *parent = nullptr);
    /// Tells what was measured last.
    ~FocusKeeper() override;

    /// The agent sees this conversation and no other; null: none. To see another one counts as having done something.
    void look(ConversationId conversation);
    /// The agent did something: a key, the pointer. After idleness a new focus begins with it.
    void touch();
    /// Ends the focus if kIdleAfter has passed since; what the timer does.
    void check();

    [[nodiscard]] ConversationId conversation() const { return m_conversation; }

private:
    void begin();
    void count();
    void end();

    Desk &m_desk;
    const Clock &m_clock;
    const QString m_agent;
    ClockTimer m_timer;
    ConversationId m_conversation = {};
    bool m_isRunning = false;
    Instant m_begunAt = {};
    Instant m_touchedAt = {};
    milliseconds m_counted = {};
};

} // namespace fw
