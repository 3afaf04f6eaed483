#pragma once

#include "app/model/policy/episode.h"
#include "app/model/policy/policy.h"

#include <QHash>

namespace fw {

/// A policy with the calendars it names, as they were when it was applied.
struct Promise {
    Policy policy = {};
    QHash<QString, Calendar> calendars = {}; // without kAlways

    /// Null for kAlways, and for a calendar that is not there.
    [[nodiscard]] const Calendar *calendarOf(const TargetTerms &terms) const;
};

/// One deadline of a policy.
struct Target {
    TargetKind kind = TargetKind::FirstAnswer;
    qint64 openedBy = 0; // the customer message; of one conversation, with the kind, its key
    TargetTerms terms = {};
    Instant startedAt = {};
    QList<TimeSpan> pausedSpans = {}; // in order, from startedAt on; the last may end at Instant::max()
    std::optional<Instant> dueAt
        = {}; // nothing while it is paused and not due before, and where the calendar is not open that long any more
    std::optional<Instant> warnAt = {};    // before dueAt; nothing where nobody is warned
    std::optional<Instant> metAt = {};     // kept or broken, what was promised has happened
    std::optional<Instant> droppedAt = {}; // it will not, and needs not: resolved without an answer, deleted
    bool operator==(const Target &) const = default;

    [[nodiscard]] std::optional<Instant> endedAt() const { return metAt ? metAt : droppedAt; }
    /// dueAt, when the target had not ended by then and `now` is later. What happens at dueAt is in time.
    [[nodiscard]] std::optional<Instant> breachedAt(Instant now) const;
};

/// Everything of an episode that could be promised, without terms: the first answer, one next answer for each later turn, the resolution.
/// The first answer runs from the episode's start, each next one from the oldest message of its turn, the resolution from the episode's start.
[[nodiscard]] QList<Target> outlineOf(const Episode &episode);
/// `target`, of the outline of `episode`, with what is promised of it; nothing when nothing is. The resolution's time stands still while the customer
/// is waited for, if the policy says so.
[[nodiscard]] std::optional<Target> promised(Target target, const Episode &episode, const Promise &promise);
/// The targets of an episode under a policy: what is promised of its outline. Pure, like all of this.
[[nodiscard]] QList<Target> targetsFor(const Episode &episode, const Promise &promise);

enum class Counting {
    Counted,
    Paused, // open or not
    Closed,
};

struct ExplainedSpan {
    Instant from = {};
    Instant to = {};
    Counting counting = Counting::Counted;
    QString why = {}; // English, for the details
    bool operator==(const ExplainedSpan &) const = default;
};

/// Everything from the target's start to its end, or `now`, span after span without a gap: the counted ones sum up to countedTime(). Invariant I8.
[[nodiscard]] QList<ExplainedSpan> explain(const Target &target, const Calendar *calendar, Instant now);
/// The value shown: the open, unpaused time from the target's start to its end, or `now`. `calendar` is null for kAlways.
[[nodiscard]] milliseconds countedTime(const Target &target, const Calendar *calendar, Instant now);

[[nodiscard]] QString toString(Counting counting); // "counted", "paused", "closed"

} // namespace fw
