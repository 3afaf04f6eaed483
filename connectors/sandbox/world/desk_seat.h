#pragma once

#include "connectors/sandbox/world/day.h"

#include <QHash>
#include <QSet>

#include <memory>

namespace fw::world {

/// A desk in the world: its clocks, and what it costs. Times are true unless called mono.
class DeskSeat
{
public:
    DeskSeat(std::unique_ptr<WorldDesk> desk, const DeskPlan &plan, const WorldInfo &about);

    void start(qint64 now);
    void stop() { m_isUp = false; }
    [[nodiscard]] bool isUp() const { return m_isUp; }
    [[nodiscard]] int life() const { return m_life; }
    [[nodiscard]] qint64 now() const { return m_now; }
    /// Whether it said that it has nothing to do up to now.
    [[nodiscard]] bool isIdle() const { return m_isIdle; }
    [[nodiscard]] qint64 mono(qint64 at) const { return at - m_bootedAt; }

    /// `at` of the step is a true time again. Empty `events`: timers only. A step out of bounds is brought into them, with a breach.
    WorldStep advance(qint64 until, const QList<WorldEvent> &events);
    /// Whether the number is new in this life.
    bool takeRequest(qint64 request);

    [[nodiscard]] qint64 decisions() const { return m_decisions; }
    [[nodiscard]] double seconds() const { return m_seconds; }
    [[nodiscard]] const QStringList &breaches() const { return m_breaches; }
    void note(const QString &breach);

private:
    std::unique_ptr<WorldDesk> m_desk;
    DeskPlan m_plan;
    WorldInfo m_about;
    bool m_isUp = false;
    int m_life = 0;
    qint64 m_bootedAt = 0;
    qint64 m_now = 0;
    bool m_isIdle = false;
    int m_stepsHere = 0; // at one moment
    QSet<qint64> m_requests = {};
    qint64 m_decisions = 0;
    double m_seconds = 0;
    QStringList m_breaches = {};
};

} // namespace fw::world
