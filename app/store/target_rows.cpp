#include "app/store/target_rows.h"

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

std::optional<Instant> TargetRow::nextAt() const
{
    if (target.endedAt() || isBreached || !target.dueAt) {
        return std::nullopt;
    }
    const Instant late = *target.dueAt + 1ms; // at dueAt it is still in time
    return target.warnAt && !isWarned ? std::min(*target.warnAt, late) : late;
}

QString selectTargets(const QString &rest)
{
    return u"SELECT conversation_id, kind, opened_by, policy, version, calendar, calendar_version, "
           u"started_at_ms,"
           " due_at_ms, warn_at_ms, met_at_ms, dropped_at_ms, warned, breached FROM target "_s
        + rest;
}

// Knows the column order of selectTargets().
TargetRow readTarget(const QSqlQuery &row)
{
    return {.conversation = {row.value(0).toLongLong()},
        .target = {.kind = targetKindFromString(row.value(1).toString()),
            .openedBy = row.value(2).toLongLong(),
            .terms = {.calendar = row.value(5).toString()},
            .startedAt = instantOf(row.value(7)),
            .dueAt = optionalInstant(row.value(8)),
            .warnAt = optionalInstant(row.value(9)),
            .metAt = optionalInstant(row.value(10)),
            .droppedAt = optionalInstant(row.value(11))},
        .policy = row.value(3).toString(),
        .version = row.value(4).toInt(),
        .calendarVersion = row.value(6).toInt(),
        .isWarned = row.value(12).toInt() != 0,
        .isBreached = row.value(13).toInt() != 0};
}

} // namespace fw
