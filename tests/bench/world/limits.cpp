#include "tests/bench/world/limits.h"

#include <algorithm>
#include <cmath>

namespace fw::bench {

using namespace Qt::StringLiterals;

namespace {
using Kind = WorldWindow::Kind;
using Header = WorldWindow::Header;

constexpr qint64 kDay = 24 * kHour;
} // namespace

void drawCountedWindows(PlatformPlan &plan, Dice &dice, bool isDayNarrow)
{
    const int half = int(dice.whole(10, 14)) * 5;
    const bool isSliding = dice.chance(0.3);
    plan.windows = {{.name = u"15m"_s,
                        .kind = Kind::Fixed,
                        .length = 15 * kMinute,
                        .limit = int(dice.whole(8, 20)) * 5,
                        .header = Header::Count},
        {.name = u"30m"_s,
            .kind = Kind::Fixed,
            .length = 30 * kMinute,
            .limit = half,
            .header = Header::Hidden},
        {.name = u"3h"_s,
            .kind = isSliding ? Kind::Sliding : Kind::Fixed,
            .length = 3 * kHour,
            .limit = half * int(dice.whole(50, 60)) / 10,
            .header = Header::Hidden},
        {.name = u"24h"_s,
            .kind = Kind::Sliding,
            .length = kDay,
            .limit = int(dice.whole(isDayNarrow ? 12 : 24, isDayNarrow ? 24 : 32)) * 100,
            .header = dice.chance(0.5) ? Header::Hidden : Header::Count}};
    const qint64 phase = dice.whole(0, kDay - 1); // one clock has set all boundaries
    for (const WorldWindow &window : plan.windows) {
        plan.phases.append(phase % window.length);
    }
}

void drawPercentWindows(PlatformPlan &plan, Dice &dice, int hourly)
{
    plan.windows = {
        {.name = u"1h"_s, .kind = Kind::Sliding, .length = kHour, .limit = hourly, .header = Header::Percent},
        {.name = u"24h"_s,
            .kind = dice.chance(0.5) ? Kind::Fixed : Kind::Sliding,
            .length = kDay,
            .limit = hourly * int(dice.whole(14, 22)),
            .header = Header::Count}};
    plan.phases = {0, dice.whole(0, kDay - 1)};
}

double dailyRoom(const PlatformPlan &plan)
{
    double room = 1e9;
    for (const WorldWindow &window : plan.windows) {
        room = std::min(room, double(window.limit) * double(kDay) / double(window.length));
    }
    return room;
}

void lowerLimit(PlatformPlan &plan, Dice &dice, qint64 middle)
{
    const qsizetype window = dice.whole(0, std::min<qint64>(2, plan.windows.size() - 1));
    const WorldWindow &chosen = plan.windows[window];
    const qint64 half = dice.whole(kHour, 3 * kHour);
    Span span{.from = middle - half, .until = middle + half};
    if (chosen.kind == Kind::Fixed) {
        const qint64 phase = plan.phases[window];
        span.from = phase + periodOf(chosen.length, phase, span.from) * chosen.length;
        span.until = phase + (periodOf(chosen.length, phase, span.until) + 1) * chosen.length;
    }
    plan.lowerings.append(
        {.window = window, .span = span, .limit = int(double(chosen.limit) * dice.between(0.4, 0.7))});
}

void addNeighbour(PlatformPlan &plan, Dice &dice)
{
    const double limit = plan.windows.first().limit;
    const auto length = double(plan.windows.first().length);
    for (double from = 0; from < double(3 * kDay);) {
        const double until = from + dice.between(20, 90) * double(kMinute);
        const double calls = limit * dice.between(0.15, 0.6); // in a length of the window
        for (double at = from + dice.exponential(length / calls); at < until;
             at += dice.exponential(length / calls)) {
            plan.neighbours.append(qint64(at));
        }
        if (dice.chance(0.4)) {
            const double burst = dice.between(from, until);
            for (double left = limit * dice.between(0.03, 0.12); left >= 1; --left) {
                plan.neighbours.append(qint64(burst + dice.between(0, 2) * double(kMinute)));
            }
        }
        from = until;
    }
    std::sort(plan.neighbours.begin(), plan.neighbours.end());
}

} // namespace fw::bench
