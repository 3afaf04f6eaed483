#include "tests/bench/bench.h"
#include "tests/bench/own_policy.h"
#include "tests/bench/world/days.h"
#include "tests/bench/world/optimum.h"
#include "tests/bench/world/peers.h"

#include <QFile>
#include <QJsonArray>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>

namespace fw::bench {

using namespace Qt::StringLiterals;
using namespace world;

namespace {
/// Everything that can be compared; the product's own policies first.
QList<Policy> allPolicies()
{
    return QList<Policy>{ownPolicy()} + peerPolicies();
}

[[noreturn]] void fail(const QString &words)
{
    std::fprintf(stderr, "bench: %s\n", qPrintable(words));
    std::exit(2);
}

void write(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        fail(u"cannot write %1: %2"_s.arg(name, file.errorString()));
    }
}

/// Those of `wanted`, all if none; a name that is none of `known` ends the program.
QStringList chosen(const QStringList &known, const QStringList &wanted)
{
    for (const QString &name : wanted) {
        if (!known.contains(name)) {
            fail(u"no %1; there are %2"_s.arg(name, known.join(u", "_s)));
        }
    }
    return wanted.isEmpty() ? known : wanted;
}

struct Run {
    quint64 seed = 0;
    Score score = {};
};

/// Smallest, mean and largest of one figure over the seeds.
struct Spread {
    double least = 0;
    double mean = 0;
    double most = 0;
};

template <typename Figure>
Spread spread(const QList<Run> &runs, Figure figure)
{
    Spread spread{.least = 1e300, .most = -1e300};
    for (const Run &run : runs) {
        const auto value = double(figure(run.score));
        spread.least = std::min(spread.least, value);
        spread.most = std::max(spread.most, value);
        spread.mean += value / double(runs.size());
    }
    return spread;
}

void printRow(const QString &policy, const QList<Run> &runs)
{
    const auto sum = [&runs](auto figure) { return spread(runs, figure).mean * double(runs.size()); };
    const Spread share = spread(runs, [](const Score &score) { return score.share; });
    const Spread refused = spread(runs, [](const Score &score) { return score.refused(); });
    std::printf("  %-14s %6.4f %6.4f  %5.3f %8.1f %6.0f %6.0f %6.0f %6.0f %6.0f %7.0f %8.1f%s\n",
        qPrintable(policy), share.mean, share.least,
        spread(runs, [](const Score &score) { return score.utilisation; }).mean, refused.mean, refused.most,
        sum([](const Score &score) { return score.lockedAtHour >= 0 ? 1 : 0; }),
        sum([](const Score &score) { return score.duplicates; }),
        sum([](const Score &score) { return score.lost(); }),
        sum([](const Score &score) { return score.neverSent; }),
        sum([](const Score &score) { return score.lookups; }),
        spread(runs, [](const Score &score) { return score.microsecondsADecision(); }).mean,
        sum([](const Score &score) { return int(score.breaches.size()); }) > 0 ? "  BREACHES" : "");
}

void printBreaches(const QList<Run> &runs)
{
    for (const Run &run : runs) {
        for (const QString &breach : run.score.breaches) {
            std::printf("    seed %llu: %s\n", run.seed, qPrintable(breach));
        }
    }
}

QJsonObject toJson(const QString &day, const QString &policy, const QList<Run> &runs)
{
    QJsonArray seeds;
    for (const Run &run : runs) {
        QJsonObject json = run.score.toJson(true);
        json.insert(u"seed"_s, qint64(run.seed));
        seeds.append(json);
    }
    const Spread share = spread(runs, [](const Score &score) { return score.share; });
    const Spread refused = spread(runs, [](const Score &score) { return score.refused(); });
    return {{u"day"_s, day}, {u"policy"_s, policy}, {u"share_mean"_s, share.mean},
        {u"share_min"_s, share.least}, {u"refused_mean"_s, refused.mean}, {u"refused_max"_s, refused.most},
        {u"seeds"_s, seeds}};
}

/// All policies on one kind of day; the optimum is found once a seed.
QJsonArray compareDay(const QString &name, const QList<Policy> &policies, const Options &options)
{
    std::map<qsizetype, QList<Run>> runs;
    qsizetype jobs = 0;
    int exact = 0;
    for (quint64 seed = options.firstSeed; seed <= options.lastSeed; ++seed) {
        const Day day = makeDay(name, seed);
        const Optimum optimum = optimumOf(day);
        jobs += day.jobs.size();
        exact += optimum.isExact ? 1 : 0;
        for (qsizetype i = 0; i < policies.size(); ++i) {
            QByteArray transcript;
            QByteArray *written = options.transcript.isEmpty() ? nullptr : &transcript;
            runs[i].append({.seed = seed, .score = runDay(day, optimum, policies[i], written).score});
            if (written) {
                write(options.transcript, transcript);
            }
        }
    }
    const auto days = qsizetype(options.lastSeed - options.firstSeed + 1);
    std::printf("%s: %lld days, %lld replies a day, optimum exact on %d, an upper bound on the others\n"
                "  %-14s %6s %6s  %5s %8s %6s %6s %6s %6s %6s %7s %8s\n",
        qPrintable(name), qint64(days), qint64(jobs / days), exact, "policy", "share", "least", "used",
        "refused", "most", "locks", "twice", "lost", "unsent", "lookups", "us/step");
    QJsonArray reports;
    for (qsizetype i = 0; i < policies.size(); ++i) {
        printRow(policies[i].name, runs[i]);
        printBreaches(runs[i]);
        reports.append(toJson(name, policies[i].name, runs[i]));
    }
    std::fflush(stdout);
    return reports;
}
} // namespace

QJsonObject benchCompare(const Options &options)
{
    QList<Policy> policies = allPolicies();
    QStringList names;
    for (const Policy &policy : policies) {
        names.append(policy.name);
    }
    names = chosen(names, options.policies);
    policies.removeIf([&names](const Policy &policy) { return !names.contains(policy.name); });
    QJsonArray reports;
    for (const QString &day : chosen(dayNames(), options.days)) {
        for (const QJsonValue &report : compareDay(day, policies, options)) {
            reports.append(report);
        }
    }
    return {{u"days"_s, reports}};
}

} // namespace fw::bench
