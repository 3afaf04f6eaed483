#pragma once

#include "connectors/sandbox/schedule.h"
#include "connectors/sandbox/twitter/scenario.h"
#include "connectors/sandbox/twitter/world.h"

#include <QSet>

namespace fw::sandbox::twitter {

/// The brand and its people of a scenario as the world they start in: earlier posts in the order they were written. `now`: the start.
[[nodiscard]] World makeWorld(const Scenario &scenario, Instant now);

/// The people after the start: they ask, and answer back when the brand answered them. Thread: the sandbox's.
class People
{
public:
    People(World &world, Schedule &schedule, const Scenario &scenario, quint32 seed);

    void begin(Instant now);
    /// Somebody who asked may answer `reply` a little later.
    void brandReplied(const Post &reply, Instant now);

private:
    void arrive(Instant at);
    void answer(qint64 replyId, bool isThanks, Instant at);
    [[nodiscard]] const Phrases &phrasesOf(const Person &person) const;

    World &m_world;
    Schedule &m_schedule;
    Cast m_cast;
    std::optional<PeopleRule> m_rule;
    QRandomGenerator m_arrivals; // two sources: answers must not change who arrives when
    QRandomGenerator m_answers;
    QSet<qint64> m_satisfied; // roots of threads whose customer said thanks
};

} // namespace fw::sandbox::twitter
