#include "connectors/sandbox/world/day_report.h"

#include "app/core/clock.h"

#include <QJsonArray>

#include <algorithm>

namespace fw::world {

using namespace Qt::StringLiterals;

namespace {
QString iso(qint64 at)
{
    return toIso(instantFromMs(kServerEpoch + at));
}

QJsonValue isoOrNull(const std::optional<qint64> &at)
{
    return at ? QJsonValue(iso(*at)) : QJsonValue();
}

qint64 lateness(const DayJob &job, qint64 acceptedAt)
{
    return std::max<qint64>(0, acceptedAt - job.due);
}

/// `sorted` is not empty; share 0 to 1.
qint64 quantile(const QList<qint64> &sorted, double share)
{
    return sorted[qRound64(share * double(sorted.size() - 1))];
}

QString settledName(Settled settled)
{
    switch (settled) {
    case Settled::Confirmed:
        return u"done"_s;
    case Settled::Dropped:
        return u"dropped"_s;
    case Settled::No:
        return u"open"_s;
    }
    return {};
}

QJsonObject toJson(const ClassFigures &figures)
{
    const double share = figures.asked > 0 ? double(figures.onTime) / double(figures.asked) : 1;
    return {{u"class"_s, figures.name}, {u"asked"_s, figures.asked}, {u"accepted"_s, figures.accepted},
        {u"on_time"_s, figures.onTime}, {u"on_time_share"_s, share}, {u"lateness_p50_ms"_s, figures.p50},
        {u"lateness_p90_ms"_s, figures.p90}, {u"lateness_max_ms"_s, figures.latest}};
}
} // namespace

QList<ClassFigures> classFigures(const Day &day, const DayReport &report)
{
    QList<ClassFigures> figures;
    QList<QList<qint64>> late(day.classes.size());
    for (const JobClass &kind : day.classes) {
        figures.append({.name = kind.name});
    }
    for (qsizetype i = 0; i < day.jobs.size(); ++i) {
        const DayJob &job = day.jobs[i];
        ClassFigures &kind = figures[job.jobClass];
        ++kind.asked;
        if (const auto acceptedAt = report.replies[i].acceptedAt) {
            ++kind.accepted;
            kind.onTime += *acceptedAt <= job.due ? 1 : 0;
            late[job.jobClass].append(lateness(job, *acceptedAt));
        }
    }
    for (qsizetype i = 0; i < figures.size(); ++i) {
        if (!late[i].isEmpty()) {
            std::sort(late[i].begin(), late[i].end());
            figures[i].p50 = quantile(late[i], 0.5);
            figures[i].p90 = quantile(late[i], 0.9);
            figures[i].latest = late[i].last();
        }
    }
    return figures;
}

QJsonObject replyJson(const Day &day, const DayReport &report, qsizetype reply)
{
    const DayJob &job = day.jobs[reply];
    const ReplyStory &story = report.replies[reply];
    return {{u"type"_s, u"reply"_s}, {u"id"_s, job.id}, {u"class"_s, day.classes[job.jobClass].name},
        {u"desk"_s, job.desk}, {u"asked_at"_s, iso(job.at)}, {u"left_at"_s, isoOrNull(story.leftAt)},
        {u"accepted_at"_s, isoOrNull(story.acceptedAt)}, {u"due"_s, iso(job.due)},
        {u"lateness_ms"_s, story.acceptedAt ? QJsonValue(lateness(job, *story.acceptedAt)) : QJsonValue()},
        {u"attempts"_s, story.attempts}, {u"state"_s, settledName(story.settled)}};
}

QJsonObject summaryJson(const Day &day, const DayReport &report)
{
    const Score &score = report.score;
    QJsonArray classes;
    for (const ClassFigures &figures : classFigures(day, report)) {
        classes.append(toJson(figures));
    }
    QJsonArray windows;
    for (qsizetype i = 0; i < day.platform.windows.size(); ++i) {
        const double used = report.mostUsed.value(i);
        windows.append(QJsonObject{{u"window"_s, day.platform.windows[i].name},
            {u"limit"_s, day.platform.windows[i].limit}, {u"most_used_share"_s, used},
            {u"headroom_share"_s, std::max(0.0, 1 - used)}});
    }
    QJsonObject refusals;
    for (const auto &[code, count] : score.refusals) {
        refusals.insert(QString::number(code), count);
    }
    return {{u"type"_s, u"summary"_s}, {u"trace"_s, day.name}, {u"seed"_s, qint64(day.seed)},
        {u"replies"_s, day.jobs.size()}, {u"classes"_s, classes}, {u"windows"_s, windows},
        {u"refusals"_s, refusals}, {u"refused"_s, score.refused()}, {u"lookups"_s, score.lookups},
        {u"locked_out"_s, score.lockedAtHour >= 0}, {u"duplicates"_s, score.duplicates},
        {u"dropped"_s, score.givenUp + score.equalTexts + score.falselyDropped},
        {u"never_sent"_s, score.neverSent}};
}

} // namespace fw::world
