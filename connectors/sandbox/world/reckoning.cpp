#include "connectors/sandbox/world/reckoning.h"

#include <algorithm>

namespace fw::world {

namespace {
constexpr qint64 kDay = 24 * kHour;
constexpr qint64 kNever = -1;

/// By job: when it was accepted first.
QList<qint64> firstAcceptances(const Day &day, const Platform &platform, int &duplicates)
{
    QList<qint64> first(day.jobs.size(), kNever);
    for (const Platform::Acceptance &acceptance : platform.accepted()) {
        qint64 &at = first[acceptance.job - 1];
        if (at != kNever) {
            ++duplicates;
        } else {
            at = acceptance.at;
        }
    }
    return first;
}

void addJob(Score &score, const DayJob &job, qint64 acceptedAt)
{
    ClassScore &kind = score.classes[job.jobClass];
    ++kind.jobs;
    if (acceptedAt == kNever) {
        ++kind.absent;
    } else if (acceptedAt <= job.due) {
        ++kind.onTime;
        score.onTimeWeight += kind.weight;
    } else {
        const double lateness = double(acceptedAt - job.due) / double(kSecond);
        ++kind.late;
        kind.meanLateness += lateness;
        kind.maxLateness = std::max(kind.maxLateness, lateness);
    }
}

void addWord(Score &score, Settled settled, bool isThere, bool isTextThere)
{
    switch (settled) {
    case Settled::Confirmed:
        score.falselyDone += isThere ? 0 : 1;
        return;
    case Settled::Dropped:
        score.falselyDropped += isThere ? 1 : 0;
        score.equalTexts += !isThere && isTextThere ? 1 : 0;
        score.givenUp += !isThere && !isTextThere ? 1 : 0;
        return;
    case Settled::No:
        score.unsettled += isThere ? 1 : 0;
        score.neverSent += isThere ? 0 : 1;
        return;
    }
}
} // namespace

Score reckon(const Day &day, const Optimum &optimum, const Platform &platform, const QList<Settled> &settled)
{
    Score score;
    for (const JobClass &kind : day.classes) {
        score.classes.append({.name = kind.name, .weight = kind.weight});
    }
    const QList<qint64> first = firstAcceptances(day, platform, score.duplicates);
    qint64 within = 0;
    for (qsizetype i = 0; i < day.jobs.size(); ++i) {
        const bool isThere = first[i] != kNever;
        within += isThere && first[i] < kDay ? 1 : 0;
        addJob(score, day.jobs[i], first[i]);
        addWord(score, settled[i], isThere,
            day.platform.detectsDuplicates && platform.holdsText(day.jobs[i].text));
    }
    for (ClassScore &kind : score.classes) {
        kind.meanLateness /= double(std::max<qint64>(1, kind.late));
    }
    score.share = optimum.weight > 0 ? score.onTimeWeight / optimum.weight : 1;
    score.utilisation = optimum.sends > 0 ? double(within) / double(optimum.sends) : 1;
    score.refusals = platform.refusals();
    if (platform.lockedAt()) {
        score.lockedAtHour = double(*platform.lockedAt()) / double(kHour);
    }
    return score;
}

} // namespace fw::world
