#pragma once

#include "connectors/sandbox/world/platform.h"

#include <QStringList>

namespace fw::world {

/// A kind of reply and how many of them there are.
struct JobClass {
    QString name = {};
    int priority = 0;
    double weight = 1;
    Span due = {}; // drawn in here, after arrival
    double share = 0;
};

/// A reply an agent presses Send on. True time.
struct DayJob {
    qint64 id = 0; // 1, 2, … in the order of arrival
    int desk = 0;
    int jobClass = 0;
    qint64 at = 0;
    qint64 due = 0; // accepted until then, it is on time
    QString text = {};
    bool operator==(const DayJob &) const = default;
};

/// From `at` on a desk's wall clock is wrong by `offset`.
struct WallStep {
    qint64 at = 0;
    qint64 offset = 0;
};

struct DeskPlan {
    QList<WallStep> wall = {}; // sorted, the first at 0
    QList<Span> down
        = {}; // killed at the beginning, started again at the end; replies pressed meanwhile are brought then
};

/// Everything that happens on one day apart from what the desks do.
struct Day {
    QString name = {};
    quint64 seed = 0;
    PlatformPlan platform = {};
    QList<DeskPlan> desks = {};
    QList<JobClass> classes = {};
    QList<DayJob> jobs = {}; // sorted by arrival, all within 24 h
    qint64 end = 72 * kHour; // when the run stops at the latest
};

[[nodiscard]] qint64 wallOffset(const DeskPlan &desk, qint64 at);

/// When the job can be sent at the earliest, and when it has to have been sent, the times its desk is down taken off.
[[nodiscard]] Span sendable(const Day &day, const DayJob &job);

} // namespace fw::world
