#include "tests/bench/world/days.h"

#include "connectors/sandbox/world/arrivals.h"
#include "tests/bench/world/limits.h"

#include <cmath>

namespace fw::world {

using namespace Qt::StringLiterals;

namespace {
constexpr quint64 kDayStream = 31;

qint64 drawnTime(Dice &dice, double fromHour, double untilHour)
{
    return qint64(dice.between(fromHour, untilHour) * double(kHour));
}

void drawClasses(Day &day, Dice &dice)
{
    const double urgent = dice.between(0.08, 0.15);
    const double low = dice.between(0.3, 0.4);
    day.classes = {{.name = u"urgent"_s,
                       .priority = 0,
                       .weight = double(dice.whole(8, 10)),
                       .due = {5 * kMinute, 15 * kMinute},
                       .share = urgent},
        {.name = u"normal"_s,
            .priority = 1,
            .weight = 3,
            .due = {kHour, 2 * kHour},
            .share = 1 - urgent - low},
        {.name = u"low"_s, .priority = 2, .weight = 1, .due = {8 * kHour, 8 * kHour}, .share = low}};
}

/// A desk whose clock is wrong by up to a minute and a half.
DeskPlan oneDesk(Dice &dice)
{
    return {.wall = {{.at = 0, .offset = dice.whole(-90, 90) * kSecond + dice.whole(0, 999)}}};
}

/// Some days a campaign: many of a class of its own, pressed within minutes.
void maybeBroadcast(Day &day, QList<Arrivals> &arrivals, Dice &dice, double chance)
{
    if (!dice.chance(chance)) {
        return;
    }
    day.classes.append(
        {.name = u"broadcast"_s, .priority = 3, .weight = 0.3, .due = {24 * kHour, 24 * kHour}, .share = 0});
    const qint64 from = drawnTime(dice, 7, 15);
    arrivals.append({.span = {.from = from, .until = from + 5 * kMinute},
        .count = dailyRoom(day.platform) * dice.between(0.05, 0.15),
        .hasHumps = false,
        .shares = {0, 0, 0, 1}});
}

void drawQuiet(Day &day, Dice &dice)
{
    drawCountedWindows(day.platform, dice, false);
    addJobs(day, {{.count = dailyRoom(day.platform) * dice.between(0.3, 0.45)}}, dice);
}

void drawStorm(Day &day, Dice &dice)
{
    if (dice.chance(0.7)) {
        drawCountedWindows(day.platform, dice, true);
    } else {
        drawPercentWindows(day.platform, dice, int(dice.whole(4, 16)) * 50, true);
    }
    const double room = dailyRoom(day.platform);
    const qint64 from = drawnTime(dice, 7, 17);
    const qint64 length = drawnTime(dice, 2, 4.5);
    const double urgent = dice.between(0.05, 0.2);
    const double low = dice.between(0.2, 0.4);
    QList<Arrivals> arrivals = {{.count = room * dice.between(0.4, 0.6)},
        {.span = {.from = from, .until = from + length},
            .count = room * double(length) / double(24 * kHour) * dice.between(2.5, 9),
            .hasHumps = false,
            .shares = {urgent, 1 - urgent - low, low}}};
    maybeBroadcast(day, arrivals, dice, 0.4);
    if (dice.chance(0.5)) {
        lowerLimit(day.platform, dice, from + length);
    }
    day.platform.countsRefused = dice.chance(0.3);
    addJobs(day, arrivals, dice);
}

void drawOutage(Day &day, Dice &dice)
{
    drawCountedWindows(day.platform, dice, false);
    const qint64 from = drawnTime(dice, 9, 18);
    const Span outage{.from = from, .until = from + drawnTime(dice, 1, 2)};
    day.platform.outages = {outage};
    const qint64 down = dice.whole(outage.from + 10 * kMinute, outage.until - 15 * kMinute);
    const qint64 up = down + dice.whole(kMinute, 10 * kMinute);
    day.desks[0].down = {{.from = down, .until = up}};
    day.desks[0].wall.append({.at = down, .offset = dice.whole(-7200, 7200) * kSecond + dice.whole(0, 999)});
    addJobs(day, {{.count = dailyRoom(day.platform) * dice.between(0.45, 0.65)}}, dice);
}

void drawNeighbour(Day &day, Dice &dice)
{
    drawPercentWindows(day.platform, dice, int(200 * std::pow(10, dice.unit())), false);
    addNeighbour(day.platform, dice);
    const double hourly = day.platform.windows.first().limit;
    QList<Arrivals> arrivals = {{.count = hourly * 24 * dice.between(0.45, 0.75)}};
    maybeBroadcast(day, arrivals, dice, 0.3);
    addJobs(day, arrivals, dice);
}

void drawDesks(Day &day, Dice &dice)
{
    drawCountedWindows(day.platform, dice, true);
    day.desks.clear();
    const int rebooted = int(dice.whole(0, 2));
    for (int desk = 0; desk < 3; ++desk) {
        const qint64 minutes = desk == 0 ? dice.whole(2, 15) : dice.whole(20, 400);
        DeskPlan plan{.wall = {{.at = 0, .offset = (dice.chance(0.5) ? 1 : -1) * minutes * kMinute}}};
        const qint64 stepAt = drawnTime(dice, 6, 22);
        plan.wall.append({.at = stepAt, .offset = dice.whole(-120, 120) * kMinute});
        if (desk == rebooted) {
            const qint64 down = drawnTime(dice, 9, 20);
            const qint64 up = down + dice.whole(kMinute, 8 * kMinute);
            plan.down = {{.from = down, .until = up}};
        }
        day.desks.append(plan);
    }
    const double room = dailyRoom(day.platform);
    const qint64 from = drawnTime(dice, 8, 20);
    const qint64 length = drawnTime(dice, 0.5, 1.5);
    addJobs(day,
        {{.count = room * dice.between(0.6, 1)},
            {.span = {.from = from, .until = from + length},
                .count = room * double(length) / double(24 * kHour) * dice.between(2, 6),
                .hasHumps = false}},
        dice);
}

void drawBrownout(Day &day, Dice &dice)
{
    drawCountedWindows(day.platform, dice, false);
    day.platform.detectsDuplicates = false;
    const qint64 from = drawnTime(dice, 8, 15);
    day.platform.brownouts = {{.from = from, .until = from + drawnTime(dice, 3, 6)}};
    day.platform.brownoutLoss = dice.between(0.3, 0.4);
    addJobs(day, {{.count = dailyRoom(day.platform) * dice.between(0.25, 0.4)}}, dice);
}

struct Recipe {
    QString name = {};
    void (*draw)(Day &day, Dice &dice) = nullptr;
};

const QList<Recipe> &recipes()
{
    static const QList<Recipe> list
        = {{u"quiet"_s, drawQuiet}, {u"storm"_s, drawStorm}, {u"outage"_s, drawOutage},
            {u"neighbour"_s, drawNeighbour}, {u"desks"_s, drawDesks}, {u"brownout"_s, drawBrownout}};
    return list;
}
} // namespace

QStringList dayNames()
{
    QStringList names;
    for (const Recipe &recipe : recipes()) {
        names.append(recipe.name);
    }
    return names;
}

Day makeDay(const QString &name, quint64 seed)
{
    Day day{.name = name, .seed = seed};
    day.platform.seed = seed;
    for (qsizetype i = 0; i < recipes().size(); ++i) {
        if (recipes()[i].name == name) {
            Dice dice(seed, kDayStream, quint64(i));
            drawClasses(day, dice);
            day.desks = {oneDesk(dice)};
            recipes()[i].draw(day, dice);
        }
    }
    return day;
}

} // namespace fw::world
