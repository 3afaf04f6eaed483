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

QList<Target> outlineOf(const Episode &episode)
{
    const auto isAnswer = [](const Turn &turn) { return turn.settlement == Settlement::Answered; };
    const auto first = std::find_if(episode.turns.begin(), episode.turns.end(), isAnswer);
    QList<Target> targets
        = {{.kind = TargetKind::FirstAnswer, .openedBy = episode.openedBy, .startedAt = episode.startedAt},
            {.kind = TargetKind::Resolution,
                .openedBy = episode.openedBy,
                .startedAt = episode.startedAt,
                .metAt = episode.resolvedAt}};
    const bool isAnswered = first != episode.turns.end();
    end(targets.first(), isAnswered ? *first : episode.turns.last());
    for (auto turn = isAnswered ? std::next(first) : first; turn != episode.turns.end(); ++turn) {
        Target next{.kind = TargetKind::NextAnswer, .openedBy = turn->openedBy, .startedAt = turn->from};
        end(next, *turn);
        targets.append(next);
    }
    return targets;
}

std::optional<Target> promised(Target target, const Episode &episode, const Promise &promise)
{
    const auto terms = promise.policy.targets.find(target.kind);
    if (terms == promise.policy.targets.end()) {
        return std::nullopt;
    }
    target.terms = terms->second;
    if (target.kind == TargetKind::Resolution && promise.policy.pausesWhileWaitingForCustomer) {
        target.pausedSpans = waitingForCustomer(episode);
    }
    setDeadline(target, promise);
    return target;
}

QList<Target> targetsFor(const Episode &episode, const Promise &promise)
{
    QList<Target> targets;
    for (const Target &target : outlineOf(episode)) {
        if (auto made = promised(target, episode, promise)) {
            targets.append(*std::move(made));
        }
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
