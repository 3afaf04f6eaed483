#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <functional>

namespace fw::bench {

/// How a bench is run: `bench NAME [--rounds N] [--json FILE]`, of compare also `[--days A,B] [--seeds A-B] [--policies A,B]
/// [--transcript FILE]`.
struct Options {
    int rounds = 5;
    double size = 1.0;     // of the work; 0.1 proves only that it runs
    QStringList days = {}; // none: all
    QStringList policies = {};
    quint64 firstSeed = 1;
    quint64 lastSeed = 5;
    QString transcript = {}; // file for what happened in the last run
};

/// CPU seconds of the rounds, sorted.
struct Times {
    QList<double> seconds = {};
    [[nodiscard]] double median() const;
    [[nodiscard]] QJsonObject toJson() const; // median, min, max
};

/// What is measured, and what it is measured against.
struct Pair {
    Times subject = {};
    Times reference = {};
    [[nodiscard]] double ratio() const; // of the medians
    [[nodiscard]] QJsonObject toJson() const;
};

/// Runs subject and reference in turn, once each to warm up and then `rounds` times. CPU time of the whole process.
[[nodiscard]] Pair measure(
    int rounds, const std::function<void()> &subject, const std::function<void()> &reference);

/// One bench: prints what it finds and returns it.
struct Bench {
    const char *name = "";
    QJsonObject (*run)(const Options &options) = nullptr;
};

QJsonObject benchCompare(const Options &options);
QJsonObject benchCrash(const Options &options);
QJsonObject benchFigures(const Options &options);
QJsonObject benchFrame(const Options &options);
QJsonObject benchImport(const Options &options);
QJsonObject benchIngest(const Options &options);
QJsonObject benchLinks(const Options &options);
QJsonObject benchNext(const Options &options);
QJsonObject benchOutbox(const Options &options);
QJsonObject benchParse(const Options &options);
QJsonObject benchQueue(const Options &options);
QJsonObject benchRelevance(const Options &options);
QJsonObject benchSched(const Options &options);
QJsonObject benchSearch(const Options &options);
QJsonObject benchStart(const Options &options);
QJsonObject benchStoreSize(const Options &options);
QJsonObject benchTeam(const Options &options);

} // namespace fw::bench
