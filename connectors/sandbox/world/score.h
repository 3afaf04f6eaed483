#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <map>

namespace fw::world {

/// What the best of all schedulers reaches that knows the whole day beforehand.
struct Optimum {
    double weight = 0;   // of the jobs that can be on time together
    double total = 0;    // of all jobs
    qint64 sends = 0;    // how many jobs can leave within 24 h, on time or not
    bool isExact = true; // false: upper bounds
};

struct ClassScore {
    QString name = {};
    double weight = 0;
    qint64 jobs = 0;
    qint64 onTime = 0;
    qint64 late = 0;         // accepted, but after it was due
    qint64 absent = 0;       // not there at the end
    double meanLateness = 0; // seconds, of the late ones
    double maxLateness = 0;
};

/// What a policy made of a day.
struct Score {
    double onTimeWeight = 0;
    double share = 0;       // of the optimum's
    double utilisation = 0; // jobs accepted within 24 h, of those that could have been (Optimum::sends)
    std::map<int, int> refusals = {}; // sends the platform refused, by its code
    int lookups = 0;
    double lockedAtHour = -1; // -1: never
    int duplicates = 0;       // posts beyond the first of a job
    int falselyDone = 0;      // done was said, and it is not there
    int givenUp = 0;          // dropped and not there, though no other job's equal text kept it out
    int equalTexts = 0;       // dropped and not there, since the platform held an equal text
    int falselyDropped = 0;   // dropped, and it is there
    int neverSent = 0;        // neither done nor dropped, and not there
    int unsettled = 0;        // there, and neither done nor dropped
    QList<ClassScore> classes = {};
    qint64 decisions = 0;      // calls of the desks
    double deskSeconds = 0;    // CPU time the desks took for them
    QStringList breaches = {}; // of the protocol, the first ten

    [[nodiscard]] int refused() const; // all codes
    [[nodiscard]] int lost() const { return falselyDone + givenUp; }
    [[nodiscard]] double microsecondsADecision() const;
    /// `timed`: with figures that differ from run to run.
    [[nodiscard]] QJsonObject toJson(bool timed) const;
};

} // namespace fw::world
