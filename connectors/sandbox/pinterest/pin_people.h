#pragma once

#include "connectors/sandbox/pinterest/pin_scenario.h"
#include "connectors/sandbox/pinterest/pin_world.h"
#include "connectors/sandbox/schedule.h"

namespace fw::sandbox::pinterest {

/// The brand, its boards and pins and what was said already. `now`: the start.
[[nodiscard]] PinWorld makePinWorld(const PinScenario &scenario, Instant now);

/// Somebody's pin on the shared board, or one made from our website. Empty title: a usual one.
const Pin &addPinByOther(
    PinWorld &world, const QString &author, const QString &title, bool isFromOurSite, Instant at);

/// The people after the start: they comment on pins, and answer back when the brand answered them. Thread: the sandbox's.
class PinPeople
{
public:
    PinPeople(PinWorld &world, Schedule &schedule, const PinScenario &scenario, quint32 seed);

    void begin(Instant now);
    /// Somebody who asked may answer `reply` a little later.
    void brandReplied(const QString &reply, Instant now);

private:
    void arrive(Instant at);
    void answer(const QString &reply, Instant at);

    PinWorld &m_world;
    Schedule &m_schedule;
    std::optional<PeopleRule> m_rule;
    QRandomGenerator m_arrivals; // two sources: answers must not change who arrives when
    QRandomGenerator m_answers;
};

} // namespace fw::sandbox::pinterest
