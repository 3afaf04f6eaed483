#include "tests/bench/world/limits.h"

#include <algorithm>

namespace fw::world {

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

void drawPercentWindows(PlatformPlan &plan, Dice &dice, int hourly, bool isDayNarrow)
{
    plan.windows = {
        {.name = u"1h"_s, .kind = Kind::Sliding, .length = kHour, .limit = hourly, .header = Header::Percent},
        {.name = u"24h"_s,
            .kind = dice.chance(0.5) ? Kind::Fixed : Kind::Sliding,
            .length = kDay,
            .limit = hourly * int(isDayNarrow ? dice.whole(14, 22) : dice.whole(24, 30)),
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
    QList<qsizetype> fixed;
    for (qsizetype i = 0; i < plan.windows.size(); ++i) {
        if (plan.windows[i].kind == Kind::Fixed && plan.windows[i].length <= 3 * kHour) {
            fixed.append(i);
        }
    }
    if (fixed.isEmpty()) {
        return;
    }
    const qsizetype window = fixed[dice.whole(0, fixed.size() - 1)];
    const WorldWindow &chosen = plan.windows[window];
    const qint64 half = dice.whole(kHour, 3 * kHour);
    const auto boundary = [&](qint64 at) {
        return plan.phases[window] + periodOf(chosen.length, plan.phases[window], at) * chosen.length;
    };
    plan.lowerings.append({.window = window,
        .span = {.from = boundary(middle - half), .until = boundary(middle + half) + chosen.length},
        .limit = int(double(chosen.limit) * dice.between(0.4, 0.7))});
}

void addNeighbour(PlatformPlan &plan, Dice &dice)
{
    const int limit = plan.windows.first().limit;
    const qint64 length = plan.windows.first().length;
    for (qint64 from = 0; from < 3 * kDay;) {
        const qint64 until = from + dice.whole(20 * kMinute, 90 * kMinute);
        const double pause = double(length) / (limit * dice.between(0.15, 0.6)); // between two calls
        qint64 at = from + qint64(dice.exponential(pause));
        while (at < until) {
            plan.neighbours.append(at);
            at += qint64(dice.exponential(pause));
        }
        if (dice.chance(0.4)) {
            const qint64 burst = dice.whole(from, until);
            for (qint64 left = qint64(limit * dice.between(0.03, 0.12)); left > 0; --left) {
                plan.neighbours.append(burst + dice.whole(0, 2 * kMinute));
            }
        }
        from = until;
    }
    std::sort(plan.neighbours.begin(), plan.neighbours.end());
}

} // namespace fw::world
