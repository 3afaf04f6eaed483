#pragma once

#include "connectors/sandbox/facebook/scenario.h"
#include "connectors/sandbox/schedule.h"

namespace fw::sandbox::facebook {

/// The page and what was said to it before the start. `now`: the start.
[[nodiscard]] PageWorld makeWorld(const Scenario &scenario, Instant now);

/// The people after the start: they comment, answer each other, send photos, write privately, and answer back. Thread: the sandbox's.
class People
{
public:
    People(PageWorld &world, Schedule &schedule, const Scenario &scenario, quint32 seed);

    void begin(Instant now);
    /// Somebody may answer what the page wrote below `parent`, a comment.
    void pageReplied(const QString &parent, Instant now);
    /// The person may answer what the page wrote in `thread`.
    void pageWrote(const QString &thread, Instant now);

private:
    void arrive(Instant at);
    void comment(const Person &author, const QString &text, Instant at);
    [[nodiscard]] QString words(
        const Person &person, QStringList Phrases::*kind, QRandomGenerator &random) const;
    void maybeLater(Instant now, const std::function<void(bool isThanks, Instant at)> &answer);

    PageWorld &m_world;
    Schedule &m_schedule;
    const Cast &m_cast;
    std::optional<PeopleRule> m_rule;
    QRandomGenerator m_arrivals; // two sources: answers must not change who arrives when
    QRandomGenerator m_answers;
    QSet<QString> m_satisfied; // threads and comments whose customer said thanks
};

} // namespace fw::sandbox::facebook
