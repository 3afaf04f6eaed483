#pragma once

#include "connectors/sandbox/world/runner.h"

#include <QJsonObject>

namespace fw::world {

/// How the replies of one class fared. Lateness is that of all that were accepted, 0 where in time.
struct ClassFigures {
    QString name = {};
    qint64 asked = 0;
    qint64 accepted = 0;
    qint64 onTime = 0;
    qint64 p50 = 0; // ms late
    qint64 p90 = 0;
    qint64 latest = 0;
    bool operator==(const ClassFigures &) const = default;
};

[[nodiscard]] QList<ClassFigures> classFigures(const Day &day, const DayReport &report);

// The shapes of docs/simulation.md.
[[nodiscard]] QJsonObject replyJson(const Day &day, const DayReport &report, qsizetype reply);
[[nodiscard]] QJsonObject summaryJson(const Day &day, const DayReport &report);

} // namespace fw::world
