#include "connectors/sandbox/world/day.h"

namespace fw::world {

qint64 wallOffset(const DeskPlan &desk, qint64 at)
{
    qint64 offset = 0;
    for (const WallStep &step : desk.wall) {
        if (step.at <= at) {
            offset = step.offset;
        }
    }
    return offset;
}

Span sendable(const Day &day, const DayJob &job)
{
    Span span{.from = job.at, .until = job.due};
    for (const Span &down : day.desks[job.desk].down) {
        if (down.has(span.from)) {
            span.from = down.until;
        }
        if (down.has(span.until)) {
            span.until = down.from;
        }
    }
    return span;
}

} // namespace fw::world
