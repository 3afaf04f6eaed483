#include "tests/bench/bench.h"

#include <sys/resource.h>

#include <algorithm>

namespace fw::bench {

using namespace Qt::StringLiterals;

namespace {
double seconds(const timeval &time)
{
    return double(time.tv_sec) + double(time.tv_usec) / 1e6;
}

double cpuOf(const std::function<void()> &work)
{
    rusage before{};
    rusage after{};
    getrusage(RUSAGE_SELF, &before);
    work();
    getrusage(RUSAGE_SELF, &after);
    return seconds(after.ru_utime) - seconds(before.ru_utime) + seconds(after.ru_stime)
        - seconds(before.ru_stime);
}
} // namespace

double Times::median() const
{
    if (seconds.isEmpty()) {
        return 0;
    }
    const qsizetype middle = seconds.size() / 2;
    return seconds.size() % 2 == 1 ? seconds[middle] : (seconds[middle - 1] + seconds[middle]) / 2;
}

QJsonObject Times::toJson() const
{
    return {{u"median_s"_s, median()}, {u"min_s"_s, seconds.value(0)},
        {u"max_s"_s, seconds.isEmpty() ? 0 : seconds.last()}};
}

double Pair::ratio() const
{
    const double base = reference.median();
    return base > 0 ? subject.median() / base : 0;
}

QJsonObject Pair::toJson() const
{
    return {{u"subject"_s, subject.toJson()}, {u"reference"_s, reference.toJson()}, {u"ratio"_s, ratio()}};
}

Pair measure(int rounds, const std::function<void()> &subject, const std::function<void()> &reference)
{
    Pair pair;
    subject();
    reference();
    for (int round = 0; round < rounds; ++round) {
        pair.subject.seconds.append(cpuOf(subject));
        pair.reference.seconds.append(cpuOf(reference));
    }
    std::sort(pair.subject.seconds.begin(), pair.subject.seconds.end());
    std::sort(pair.reference.seconds.begin(), pair.reference.seconds.end());
    return pair;
}

} // namespace fw::bench
