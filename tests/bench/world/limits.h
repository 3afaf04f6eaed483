#pragma once

#include "connectors/sandbox/world/dice.h"
#include "connectors/sandbox/world/platform.h"

namespace fw::world {

/// Windows like X's: quarter and half hours, three hours and a day at once, most of them untold.
/// `isDayNarrow`: the window of a day can allow less than the others together.
void drawCountedWindows(PlatformPlan &plan, Dice &dice, bool isDayNarrow);

/// Windows like Graph's: percentages of an hour that slides, and a day.
void drawPercentWindows(PlatformPlan &plan, Dice &dice, int hourly, bool isDayNarrow);

/// How many sends all windows together let through in 24 h.
[[nodiscard]] double dailyRoom(const PlatformPlan &plan);

/// Lowers one fixed window of at most three hours, if there is one, to 40 to 70 % for two to six hours around `middle`, from boundary to boundary: there the optimum
/// stays exact. A sliding one lowered at once would be over its limit without a call.
void lowerLimit(PlatformPlan &plan, Dice &dice, qint64 middle);

/// Calls of another program: of the first window's limit between a fifth and seven tenths, in stretches and bursts.
void addNeighbour(PlatformPlan &plan, Dice &dice);

} // namespace fw::world
