#pragma once

#include "app/model/policy/target.h"
#include "app/store/database.h"

#include <QHash>

namespace fw {

/// A target as it is kept.
struct TargetRow {
    ConversationId conversation = {};
    Target target = {}; // without pauses, of its terms the calendar's name only
    QString policy = {};
    int version = 0;
    int calendarVersion = 0;
    bool isWarned = false;
    bool isBreached = false;

    bool operator==(const TargetRow &) const = default;
    [[nodiscard]] bool isOf(const Target &other) const
    {
        return target.kind == other.kind && target.openedBy == other.openedBy;
    }
    /// What it was promised with stays, whatever is promised now.
    [[nodiscard]] bool isFrozen() const { return target.endedAt() || isBreached; }
    [[nodiscard]] QHash<QString, int> calendars() const { return {{target.terms.calendar, calendarVersion}}; }
    /// When there is something to tell.
    [[nodiscard]] std::optional<Instant> nextAt() const;
};

/// For statements that readTarget() reads.
[[nodiscard]] QString selectTargets(const QString &rest);
[[nodiscard]] TargetRow readTarget(const QSqlQuery &row);

} // namespace fw
