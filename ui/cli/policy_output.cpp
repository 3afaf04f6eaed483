#include "ui/cli/policy_output.h"

#include "app/model/policy/calendar_form.h"
#include "app/model/policy/policy_form.h"

#include <QJsonDocument>

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

QJsonValue timeOrNull(const std::optional<Instant> &instant)
{
    return instant ? QJsonValue(toIso(*instant)) : QJsonValue(QJsonValue::Null);
}

void showJson(Terminal &terminal, const QJsonObject &json)
{
    const QString text = QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Indented)).trimmed();
    for (const QString &line : text.split(u'\n')) {
        terminal.line(line);
    }
}

const Calendar *calendarOf(const KeptTarget &kept)
{
    return kept.calendar ? &*kept.calendar : nullptr;
}

QJsonArray spansOf(const KeptTarget &kept, Instant now)
{
    QJsonArray spans;
    for (const ExplainedSpan &span : explain(kept.target, calendarOf(kept), now)) {
        spans.append(QJsonObject{{u"from"_s, toIso(span.from)}, {u"to"_s, toIso(span.to)},
            {u"ms"_s, qint64((span.to - span.from).count())}, {u"counting"_s, toString(span.counting)},
            {u"why"_s, span.why}});
    }
    return spans;
}

/// What became of it, in words.
QString stateOf(const KeptTarget &kept, Instant now)
{
    const Target &target = kept.target;
    const QString late = target.breachedAt(now) ? u", too late"_s : QString();
    if (target.metAt) {
        return u"met %1%2"_s.arg(toIso(*target.metAt), late);
    }
    if (target.droppedAt) {
        return u"not needed any more since %1%2"_s.arg(toIso(*target.droppedAt), late);
    }
    if (!target.dueAt) {
        const bool isPaused = !target.pausedSpans.isEmpty() && target.pausedSpans.last().to == Instant::max();
        return isPaused ? u"stands still while the customer is waited for"_s
                        : u"never due: its calendar does not open that long any more"_s;
    }
    return late.isEmpty() ? u"due %1"_s.arg(toIso(*target.dueAt))
                          : u"missed, was due %1"_s.arg(toIso(*target.dueAt));
}
} // namespace

QJsonObject versioned(const Calendar &calendar)
{
    return {{u"version"_s, calendar.version}, {u"calendar"_s, toJson(calendar)}};
}

QJsonObject versioned(const Policy &policy)
{
    return {{u"version"_s, policy.version}, {u"policy"_s, toJson(policy)}};
}

QString summary(const Calendar &calendar)
{
    return u"%1 (version %2): %3, %4 holidays"_s.arg(calendar.name)
        .arg(calendar.version)
        .arg(QString::fromLatin1(calendar.zone))
        .arg(calendar.holidays.size());
}

QString summary(const Policy &policy)
{
    QStringList promises;
    for (const auto &[kind, terms] : policy.targets) {
        promises.append(
            u"%1 within %2 (%3)"_s.arg(toString(kind), durationText(terms.within), terms.calendar));
    }
    return u"%1 (version %2): %3"_s.arg(policy.name)
        .arg(policy.version)
        .arg(promises.isEmpty() ? u"nothing is promised"_s : promises.join(u", "_s));
}

void show(Terminal &terminal, const Calendar &calendar)
{
    showJson(terminal, {{u"calendars"_s, QJsonArray{toJson(calendar)}}});
}

void show(Terminal &terminal, const Policy &policy)
{
    showJson(terminal, {{u"policies"_s, QJsonArray{toJson(policy)}}});
}

QJsonObject explained(const KeptTarget &kept, Instant now)
{
    const Target &target = kept.target;
    const Instant last = target.endedAt().value_or(now);
    const Calendar *calendar = calendarOf(kept);
    return {{u"target"_s, toString(target.kind)}, {u"policy"_s, kept.policy}, {u"version"_s, kept.version},
        {u"calendar"_s, target.terms.calendar},
        {u"calendar_version"_s, calendar ? QJsonValue(calendar->version) : QJsonValue()},
        {u"within_ms"_s, qint64(target.terms.within.count())}, {u"started_at"_s, toIso(target.startedAt)},
        {u"due_at"_s, timeOrNull(target.dueAt)}, {u"warn_at"_s, timeOrNull(target.warnAt)},
        {u"met_at"_s, timeOrNull(target.metAt)}, {u"dropped_at"_s, timeOrNull(target.droppedAt)},
        {u"breached_at"_s, timeOrNull(target.breachedAt(now))}, {u"warned"_s, kept.isWarned},
        {u"breach_told"_s, kept.isBreachTold},
        {u"counted_ms"_s, qint64(countedTime(target, calendar, now).count())},
        {u"elapsed_ms"_s, qint64(std::max(last - target.startedAt, milliseconds::zero()).count())},
        {u"open_ms"_s,
            calendar ? QJsonValue(qint64(openTime(*calendar, target.startedAt, last).count()))
                     : QJsonValue()},
        {u"spans"_s, spansOf(kept, now)}};
}

void show(Terminal &terminal, const KeptTarget &kept, Instant now)
{
    const Target &target = kept.target;
    const Calendar *calendar = calendarOf(kept);
    terminal.line(u"%1: %2 of %3 used; %4"_s.arg(toString(target.kind),
        durationText(countedTime(target, calendar, now)), durationText(target.terms.within),
        stateOf(kept, now)));
    terminal.line(u"  by policy %1 (version %2), calendar %3"_s.arg(kept.policy)
                      .arg(kept.version)
                      .arg(calendar ? u"%1 (version %2)"_s.arg(calendar->name).arg(calendar->version)
                                    : QString(kAlways)));
    for (const ExplainedSpan &span : explain(target, calendar, now)) {
        terminal.line(u"  %1 to %2  %3 %4: %5"_s.arg(toIso(span.from), toIso(span.to),
            toString(span.counting).leftJustified(7), durationText(span.to - span.from), span.why));
    }
}

} // namespace fw::cli
