#include "app/model/policy/episode.h"

#include <algorithm>
#include <map>

namespace fw {

namespace {
Episode episodeOf(const QList<Wait> &waits)
{
    Episode episode{.openedBy = waits.first().message, .startedAt = waits.first().from};
    std::map<qint64, Turn> turns; // by what settled them
    for (const Wait &wait : waits) {
        episode.openedBy = std::min(episode.openedBy, wait.message);
        episode.startedAt = std::min(episode.startedAt, wait.from);
        const Turn fresh{
            .openedBy = wait.message, .from = wait.from, .settlement = wait.settlement, .until = wait.until};
        Turn &turn = turns.emplace(wait.settledBy, fresh).first->second;
        turn.openedBy = std::min(turn.openedBy, wait.message);
        turn.from = std::min(turn.from, wait.from);
    }
    for (auto &[settledBy, turn] : turns) {
        // Two clocks: an answer's and a resolution's may be a little behind the message's.
        turn.until = std::max(turn.until, turn.from);
        episode.turns.append(turn);
    }
    const auto isSooner = [](const Turn &a, const Turn &b) {
        const bool aWaits = a.settlement == Settlement::None;
        const bool bWaits = b.settlement == Settlement::None;
        return aWaits != bWaits ? bWaits : aWaits ? a.from < b.from : a.until < b.until;
    };
    std::stable_sort(episode.turns.begin(), episode.turns.end(), isSooner);
    return episode;
}
} // namespace

QList<Episode> episodesOf(const QList<Wait> &waits, const QList<ResolvedAt> &resolutions)
{
    QList<ResolvedAt> ends = resolutions;
    std::sort(ends.begin(), ends.end(), [](const auto &a, const auto &b) { return a.fact < b.fact; });
    QList<Wait> known = waits;
    std::sort(known.begin(), known.end(), [](const Wait &a, const Wait &b) { return a.message < b.message; });
    QList<Episode> episodes;
    qsizetype next = 0;
    const auto take = [&](auto isWithin) {
        QList<Wait> within;
        while (next < known.size() && isWithin(known[next])) {
            within.append(known[next++]);
        }
        return within;
    };
    for (const ResolvedAt &end : ends) {
        const QList<Wait> within = take([&end](const Wait &wait) { return wait.message < end.fact; });
        if (!within.isEmpty()) { // resolved twice without a word in between
            Episode episode = episodeOf(within);
            episode.resolvedAt = std::max(end.at, episode.startedAt);
            episodes.append(episode);
        }
    }
    if (const QList<Wait> within = take([](const Wait &) { return true; }); !within.isEmpty()) {
        episodes.append(episodeOf(within));
    }
    return episodes;
}

QList<TimeSpan> waitingForCustomer(const Episode &episode)
{
    const Instant end = episode.resolvedAt.value_or(Instant::max());
    QList<Turn> byBeginning = episode.turns;
    std::sort(
        byBeginning.begin(), byBeginning.end(), [](const Turn &a, const Turn &b) { return a.from < b.from; });
    QList<TimeSpan> gaps;
    Instant owedUntil = episode.startedAt;
    const auto add = [&gaps, end](Instant from, Instant to) {
        if (from < std::min(to, end)) {
            gaps.append({.from = from, .to = std::min(to, end)});
        }
    };
    for (const Turn &turn : byBeginning) {
        add(owedUntil, turn.from);
        owedUntil = std::max(owedUntil, turn.settlement == Settlement::None ? Instant::max() : turn.until);
    }
    add(owedUntil, end);
    return gaps;
}

} // namespace fw
