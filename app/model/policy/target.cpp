#include "app/model/policy/target.h"

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
milliseconds openIn(const Calendar *calendar, Instant from, Instant to)
{
    return calendar ? openTime(*calendar, from, to) : std::max(to - from, milliseconds::zero());
}

std::optional<Instant> afterOpen(const Calendar *calendar, Instant from, milliseconds open)
{
    return calendar ? afterOpenTime(*calendar, from, open) : std::optional(from + open);
}

/// When `open` of the target's time is counted.
std::optional<Instant> whenCounted(const Target &target, const Calendar *calendar, milliseconds open)
{
    Instant from = target.startedAt;
    for (const TimeSpan &pause : target.pausedSpans) {
        const milliseconds here = openIn(calendar, from, pause.from);
        if (here >= open) {
            break;
        }
        if (pause.to == Instant::max()) {
            return std::nullopt;
        }
        open -= here;
        from = pause.to;
    }
    return afterOpen(calendar, from, open);
}

Target targetOf(TargetKind kind, qint64 openedBy, Instant startedAt, const TargetTerms &terms)
{
    return {.kind = kind, .openedBy = openedBy, .terms = terms, .startedAt = startedAt};
}

void end(Target &target, const Turn &turn)
{
    if (turn.settlement == Settlement::Answered) {
        target.metAt = turn.until;
    } else if (turn.settlement != Settlement::None) {
        target.droppedAt = turn.until;
    }
}

void setDeadline(Target &target, const Promise &promise)
{
    const Calendar *calendar = promise.calendarOf(target.terms);
    if (!calendar && target.terms.calendar != kAlways) {
        return;
    }
    target.dueAt = whenCounted(target, calendar, target.terms.within);
    const milliseconds before = promise.policy.warnedBefore(target.terms);
    if (before > milliseconds::zero() && before < target.terms.within) {
        target.warnAt = whenCounted(target, calendar, target.terms.within - before);
    }
}

/// The first answer is for the oldest of what had been written by then; what waits until somebody answers at all runs from the episode's start.
QList<Target> answersOf(const Episode &episode, const Promise &promise)
{
    const auto isAnswer = [](const Turn &turn) { return turn.settlement == Settlement::Answered; };
    const auto first = std::find_if(episode.turns.begin(), episode.turns.end(), isAnswer);
    QList<Target> targets;
    const auto &terms = promise.policy.targets;
    if (const auto found = terms.find(TargetKind::FirstAnswer); found != terms.end()) {
        Target target = targetOf(found->first, episode.openedBy, episode.startedAt, found->second);
        end(target, first != episode.turns.end() ? *first : episode.turns.last());
        targets.append(target);
    }
    const auto next = terms.find(TargetKind::NextAnswer);
    if (next == terms.end() || first == episode.turns.end()) {
        return targets;
    }
    for (auto turn = std::next(first); turn != episode.turns.end(); ++turn) {
        Target target = targetOf(next->first, turn->openedBy, turn->from, next->second);
        end(target, *turn);
        targets.append(target);
    }
    return targets;
}

void append(QList<ExplainedSpan> &spans, Instant from, Instant to, Counting counting, const QString &why)
{
    if (from < to) {
        spans.append({.from = from, .to = to, .counting = counting, .why = why});
    }
}

void appendRunning(QList<ExplainedSpan> &spans, const Target &target, const Calendar *calendar, TimeSpan part)
{
    const QString running
        = target.kind == TargetKind::Resolution ? u"not resolved"_s : u"waiting for an answer"_s;
    const QString closed = u"closed by the calendar "_s + target.terms.calendar;
    Instant from = part.from;
    for (const TimeSpan &open : calendar ? openSpans(*calendar, part.from, part.to) : QList<TimeSpan>{part}) {
        append(spans, from, open.from, Counting::Closed, closed);
        append(spans, open.from, open.to, Counting::Counted, running);
        from = open.to;
    }
    append(spans, from, part.to, Counting::Closed, closed);
}
} // namespace

const Calendar *Promise::calendarOf(const TargetTerms &terms) const
{
    const auto found = calendars.constFind(terms.calendar);
    return terms.calendar == kAlways || found == calendars.constEnd() ? nullptr : &*found;
}

std::optional<Instant> Target::breachedAt(Instant now) const
{
    return dueAt && endedAt().value_or(now) > *dueAt ? dueAt : std::nullopt;
}

QList<Target> targetsFor(const Episode &episode, const Promise &promise)
{
    QList<Target> targets = answersOf(episode, promise);
    const auto &terms = promise.policy.targets;
    if (const auto found = terms.find(TargetKind::Resolution); found != terms.end()) {
        Target target = targetOf(found->first, episode.openedBy, episode.startedAt, found->second);
        target.metAt = episode.resolvedAt;
        if (promise.policy.pausesWhileWaitingForCustomer) {
            target.pausedSpans = waitingForCustomer(episode);
        }
        targets.append(target);
    }
    for (Target &target : targets) {
        setDeadline(target, promise);
    }
    return targets;
}

QList<ExplainedSpan> explain(const Target &target, const Calendar *calendar, Instant now)
{
    const Instant last = target.endedAt().value_or(now);
    QList<ExplainedSpan> spans;
    Instant from = target.startedAt;
    for (const TimeSpan &pause : target.pausedSpans) {
        const Instant to = std::min(pause.from, last);
        if (from < to) {
            appendRunning(spans, target, calendar, {.from = from, .to = to});
        }
        append(spans, pause.from, std::min(pause.to, last), Counting::Paused, u"waiting for the customer"_s);
        from = pause.to;
    }
    if (from < last) {
        appendRunning(spans, target, calendar, {.from = from, .to = last});
    }
    return spans;
}

milliseconds countedTime(const Target &target, const Calendar *calendar, Instant now)
{
    const Instant last = target.endedAt().value_or(now);
    milliseconds sum{};
    Instant from = target.startedAt;
    for (const TimeSpan &pause : target.pausedSpans) {
        sum += openIn(calendar, from, std::min(pause.from, last));
        from = pause.to;
    }
    return sum + openIn(calendar, from, last);
}

QString toString(Counting counting)
{
    switch (counting) {
    case Counting::Counted:
        return u"counted"_s;
    case Counting::Paused:
        return u"paused"_s;
    case Counting::Closed:
        break;
    }
    return u"closed"_s;
}

} // namespace fw
