#include "connectors/sandbox/world/arrivals.h"

#include <algorithm>
#include <cmath>

namespace fw::world {

using namespace Qt::StringLiterals;

namespace {
constexpr double kSameText = 0.005;

/// Of a working day, at most 1: few at night, most before noon and in the evening.
double hump(qint64 at)
{
    const double hour = double(at) / double(kHour);
    const auto bell = [hour](double top, double width) {
        return std::exp(-0.5 * (hour - top) * (hour - top) / (width * width));
    };
    return std::min(1.0, 0.15 + 0.8 * bell(11, 2.2) + 0.7 * bell(19.5, 2.4));
}

int drawnClass(const Day &day, const QList<double> &shares, Dice &dice)
{
    double sum = 0;
    const auto share = [&](qsizetype i) { return shares.isEmpty() ? day.classes[i].share : shares.value(i); };
    for (qsizetype i = 0; i < day.classes.size(); ++i) {
        sum += share(i);
    }
    double left = dice.unit() * sum;
    for (qsizetype i = 0; i < day.classes.size(); ++i) {
        left -= share(i);
        if (left < 0) {
            return int(i);
        }
    }
    return 0;
}

/// About `mean`, as chance has it.
qint64 drawnCount(double mean, Dice &dice)
{
    return std::max<qint64>(0, std::llround(mean + std::sqrt(mean) * dice.normal()));
}

DayJob drawn(const Day &day, const Arrivals &arrivals, Dice &dice)
{
    DayJob job{
        .desk = int(dice.whole(0, day.desks.size() - 1)), .jobClass = drawnClass(day, arrivals.shares, dice)};
    do {
        job.at = dice.whole(arrivals.span.from, arrivals.span.until - 1);
    } while (arrivals.hasHumps && !dice.chance(hump(job.at)));
    const Span &due = day.classes[job.jobClass].due;
    job.due = job.at + dice.whole(due.from, due.until);
    return job;
}
} // namespace

void addJobs(Day &day, const QList<Arrivals> &arrivals, Dice &dice)
{
    for (const Arrivals &some : arrivals) {
        for (qint64 left = drawnCount(some.count, dice); left > 0; --left) {
            day.jobs.append(drawn(day, some, dice));
        }
    }
    std::stable_sort(day.jobs.begin(), day.jobs.end(),
        [](const DayJob &one, const DayJob &other) { return one.at < other.at; });
    QList<QStringList> texts(
        day.classes.size()); // by class: nobody could tell which of two equal texts is worth more
    for (qsizetype i = 0; i < day.jobs.size(); ++i) {
        DayJob &job = day.jobs[i];
        QStringList &before = texts[job.jobClass];
        const bool isSame = !before.isEmpty() && dice.chance(kSameText);
        job.id = i + 1;
        if (job.text.isEmpty()) {
            job.text = isSame ? before[dice.whole(0, before.size() - 1)] : u"Reply %1"_s.arg(i + 1);
        }
        before.append(job.text);
    }
}

} // namespace fw::world
