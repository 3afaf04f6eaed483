#pragma once

#include "app/insight/statistics.h"
#include "ui/desktop/supervisor/floor_figures.h"

namespace fw::ui {

// What the supervisor's page asks the desk's past. Zone: this machine's. Thread: the database's.

[[nodiscard]] Question questionOf(FloorRange range, Instant now);
/// Everything the page shows. Cost: the past is read once.
[[nodiscard]] FloorFigures floorOf(Database &db, FloorRange range);
/// What one figure counted: distinct, in the order of the rows.
[[nodiscard]] QList<ConversationId> conversationsOf(Database &db, const FigureKey &key);
/// The page's figures as the command line's `stats` answers them.
[[nodiscard]] QList<FigureAnswer> answersOf(Database &db, FloorRange range);

} // namespace fw::ui
