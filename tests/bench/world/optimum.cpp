#include "tests/bench/world/optimum.h"

#include "tests/bench/world/room.h"

#include <QSet>

#include <algorithm>

namespace fw::world {

namespace {
constexpr qint64 kDay = 24 * kHour;

double weightOf(const Day &day, const DayJob &job)
{
    return day.classes[job.jobClass].weight;
}

double keptWeight(const Day &day, const Room &room, const QList<qsizetype> &byWeight)
{
    CapacityTree tree(room.levels);
    QSet<QString> texts;
    double sum = 0;
    for (const qsizetype index : byWeight) {
        const DayJob &job = day.jobs[index];
        if (day.platform.detectsDuplicates && texts.contains(job.text)) {
            continue;
        }
        if (tree.add(sendable(day, job))) {
            sum += weightOf(day, job);
            texts.insert(job.text);
        }
    }
    return sum;
}

qint64 sendsInADay(const Day &day, const Room &room)
{
    CapacityTree tree(room.levels);
    qint64 sends = 0;
    for (const DayJob &job : day.jobs) {
        DayJob patient = job;
        patient.due = kDay - 1;
        sends += tree.add(sendable(day, patient)) ? 1 : 0;
    }
    return sends;
}
} // namespace

Optimum optimumOf(const Day &day)
{
    QList<qsizetype> byWeight;
    Optimum optimum{.weight = -1};
    for (qsizetype i = 0; i < day.jobs.size(); ++i) {
        byWeight.append(i);
        optimum.total += weightOf(day, day.jobs[i]);
    }
    std::stable_sort(byWeight.begin(), byWeight.end(), [&day](qsizetype one, qsizetype other) {
        return weightOf(day, day.jobs[one]) > weightOf(day, day.jobs[other]);
    });
    qint64 best = 0;
    for (const qint64 anchor : anchorsOf(day.platform)) {
        const Room room = roomOf(day, anchor);
        const double weight = keptWeight(day, room, byWeight);
        if (optimum.weight < 0 || weight < optimum.weight) {
            optimum.weight = weight;
            optimum.isExact = room.isExact;
            best = anchor;
        }
    }
    optimum.sends = sendsInADay(day, roomOf(day, best));
    return optimum;
}

} // namespace fw::world
