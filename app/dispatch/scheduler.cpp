#include "app/dispatch/scheduler.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
using namespace std::chrono_literals;

constexpr milliseconds kHorizon = 30h;
// A plan is good for this long; with news it is made anew after the shorter time.
constexpr milliseconds kPlanLife = 10s;
constexpr milliseconds kLeastPlanLife = 2s;
// Amounts are fractions, replies are not.
constexpr double kHalf = 0.5;
// Due times vary within a class, and so does the moment room comes back: most of the time there is belongs to luck.
constexpr double kLeadShare = 0.25;
// Room kept in vain is used in the end; a reply that found none is late.
constexpr double kMoreDeviations = 0.5;
constexpr double kBufferDeviations = 3;
// Of so many replies that leave one is the one that is late longest, once it is late by more than this.
constexpr int kLateTurn = 20;
constexpr milliseconds kPatience = 6h;

Instant minuteOf(Instant at)
{
    return std::chrono::floor<std::chrono::minutes>(at);
}

/// How many standard deviations more than the mean to keep for a class when the next one is worth `ratio` of it: the quantile of the normal distribution
/// at 1 - ratio, by Tukey's lambda.
double deviationsFor(double ratio)
{
    const double p = std::clamp(1 - ratio, 0.05, 0.95);
    return kMoreDeviations + 4.91 * (std::pow(p, 0.14) - std::pow(1 - p, 0.14));
}
} // namespace

void Scheduler::add(const WaitingReply &reply, Instant now, bool isNew)
{
    const bool isKnown = m_backlog.contains(reply.id);
    m_backlog.add(reply, now, isNew);
    if (isKnown || reply.due <= now || !m_allocation || m_isStale) { // a late one has no place in the plan
        return;
    }
    // Find it a place in the plan there is; if there is none, the plan must weigh it against others.
    const int key = Backlog::levelOf(reply.weight);
    const auto level = std::find_if(m_accepted.begin(), m_accepted.end(),
        [key](const Accepted &accepted) { return accepted.level == key; });
    const int span = m_allocation->spanOf(reply.due);
    int earliest = 0;
    if (level == m_accepted.end() || m_allocation->take(0, span, 1, &earliest) < kHalf) {
        m_isStale = true;
        return;
    }
    auto &kept = level->earliest[size_t(span)];
    kept = level->amount[size_t(span)] < kHalf ? earliest : std::min(kept, earliest);
    level->amount[size_t(span)] += 1;
}

void Scheduler::remove(ReplyId id)
{
    m_isStale = m_isStale || m_backlog.contains(id);
    m_backlog.remove(id);
}

void Scheduler::plan(const CallBudget &budget, Instant now)
{
    m_allocation.emplace(budget.windows(), budget.calls(), now, now + kHorizon, budget.blockedUntil(now));
    m_accepted.clear();
    const int spans = m_allocation->spans();
    for (auto level = m_backlog.levels().begin(); level != m_backlog.levels().end(); ++level) {
        Accepted accepted{.level = level->first,
            .amount = std::vector<double>(size_t(spans)),
            .earliest = std::vector<int>(size_t(spans))};
        int left = level->second.count;
        for (int span = 0; span < spans && left > 0; ++span) {
            const bool isLast = span + 1 == spans;
            const int due = isLast ? left
                                   : Backlog::dueBetween(level->second, minuteOf(m_allocation->start(span)),
                                       m_allocation->start(span + 1));
            left -= due;
            if (due > 0) {
                accepted.amount[size_t(span)]
                    = m_allocation->take(0, span, due, &accepted.earliest[size_t(span)]);
            }
        }
        accepted.open = m_allocation->free(0);
        accepted.sharedUntil = m_allocation->sharedUntil();
        m_accepted.push_back(std::move(accepted));
        const auto next = std::next(level);
        if (next != m_backlog.levels().end()) {
            expect(level->second, next->second.weight, now);
        }
    }
    keepBuffers(budget, now);
    m_plannedAt = now;
    m_expectedRoom = budget.room(now);
    m_isStale = false;
}

// Speaks for the room that replies of this class will need which nobody has written yet.
void Scheduler::expect(const Backlog::Level &level, double nextWeight, Instant now)
{
    const double deviations = deviationsFor(nextWeight / level.weight);
    const auto lead = milliseconds(qint64(double(level.demand.lead().count()) * kLeadShare));
    const Demand::Outlook outlook = level.demand.outlook(now);
    double before = 0;
    for (int span = 0; span + 1 < m_allocation->spans(); ++span) {
        const double mean = outlook.until(m_allocation->start(span + 1));
        const double kept = std::max(before, mean + deviations * std::sqrt(mean));
        if (kept - before > 1e-6) {
            m_allocation->take(span, m_allocation->spanOf(m_allocation->start(span) + lead), kept - before);
        }
        before = kept;
    }
}

// What can wait leaves some more room to whoever cannot: they do not come as evenly as the plan has it.
void Scheduler::keepBuffers(const CallBudget &budget, Instant now)
{
    // In a window that ends, what nobody came for is left over at its end; in a rolling one it would be lost.
    milliseconds ahead = 0ms;
    int least = std::numeric_limits<int>::max();
    for (const WindowLedger &window : budget.windows()) {
        const int room = window.room(budget.calls(), now);
        if (room < least) {
            const auto reset = window.resetAt(now);
            ahead = reset ? *reset - now : 0ms;
            least = room;
        }
    }
    m_buffers.clear();
    double heavier = 0;
    for (const auto &[key, level] : m_backlog.levels()) {
        m_buffers.push_back(kBufferDeviations * std::sqrt(heavier));
        heavier += level.demand.expected(now, now + ahead);
    }
    m_buffers.push_back(kBufferDeviations * std::sqrt(heavier));
}

bool Scheduler::isPlanUsable(Instant now, int room) const
{
    if (!m_allocation || now >= m_plannedAt + kPlanLife
        || (m_allocation->spans() > 1 && now >= m_allocation->start(1))) {
        return false;
    }
    const bool isNews = m_isStale || std::abs(room - m_expectedRoom) > 1 + m_expectedRoom / 20;
    return !isNews || now < m_plannedAt + kLeastPlanLife;
}

std::optional<Scheduler::Candidate> Scheduler::firstOf(size_t level) const
{
    const Accepted &accepted = m_accepted[level];
    const auto found = m_backlog.levels().find(accepted.level);
    if (found == m_backlog.levels().end()) {
        return std::nullopt;
    }
    const Backlog::Order &ours = found->second.ours;
    for (auto reply = ours.begin(); reply != ours.end();) {
        const int span = m_allocation->spanOf(reply->first);
        if (accepted.amount[size_t(span)] >= kHalf) {
            return Candidate{
                .reply = {.id = reply->second, .due = reply->first}, .level = level, .span = span};
        }
        if (span + 1 >= m_allocation->spans()) {
            break;
        }
        reply = ours.lower_bound({m_allocation->start(span + 1), ReplyId{}});
    }
    return std::nullopt;
}

bool Scheduler::moveToNow(const Candidate &candidate)
{
    Accepted &accepted = m_accepted[candidate.level];
    const int place = accepted.earliest[size_t(candidate.span)];
    const bool isRolling = accepted.sharedUntil == Instant{};
    // Room later in the same period is as good as room now.
    const double given = place == 0 || m_allocation->start(place) < accepted.sharedUntil ? 1 : 0;
    m_allocation->give(place, 1);
    const double open = isRolling ? m_allocation->free(0) : accepted.open + given;
    if (place > 0 && open < kHalf + m_buffers[candidate.level]) {
        m_allocation->give(place, -1);
        return false;
    }
    m_allocation->give(0, -1);
    for (size_t level = 0; level < m_accepted.size(); ++level) {
        m_accepted[level].open -= level < candidate.level ? 1 : 1 - given;
    }
    accepted.amount[size_t(candidate.span)] -= 1;
    return true;
}

ReplyId Scheduler::heaviest() const
{
    for (const auto &[key, level] : m_backlog.levels()) {
        if (!level.ours.empty()) {
            return level.ours.begin()->second;
        }
    }
    return m_backlog.late().begin()->second;
}

bool Scheduler::isTurnOfLate(Instant now) const
{
    const Backlog::Order &late = m_backlog.late();
    return m_turnsSinceLate + 1 >= kLateTurn && !late.empty() && late.begin()->first + kPatience <= now;
}

Choice Scheduler::chosen(ReplyId reply)
{
    --m_expectedRoom;
    const bool isLatest = !m_backlog.late().empty() && m_backlog.late().begin()->second == reply;
    m_turnsSinceLate = isLatest ? 0 : m_turnsSinceLate + 1;
    m_backlog.remove(reply);
    return {.reply = reply};
}

Choice Scheduler::choose(const CallBudget &budget, Instant now)
{
    m_backlog.retire(now);
    if (!m_backlog.hasOurs()) {
        return {};
    }
    const int room = budget.room(now);
    if (room <= 0) {
        const CallBudget::Opening opening = budget.opensAt(now);
        return {.until = std::max(opening.at, now + 100ms), .waitsFor = opening.waitsFor};
    }
    if (isTurnOfLate(now)) {
        planAnew();
        return chosen(m_backlog.late().begin()->second);
    }
    if (budget.isAsking(now)) {
        return chosen(heaviest());
    }
    if (!isPlanUsable(now, room)) {
        plan(budget, now);
    }
    std::vector<Candidate> candidates;
    for (size_t level = 0; level < m_accepted.size(); ++level) {
        if (const auto first = firstOf(level)) {
            candidates.push_back(*first);
        }
    }
    std::sort(candidates.begin(), candidates.end(),
        [](const Candidate &a, const Candidate &b) { return a.reply.due < b.reply.due; });
    for (const Candidate &candidate : candidates) {
        if (moveToNow(candidate)) {
            return chosen(candidate.reply.id);
        }
    }
    if (!m_backlog.late().empty() && m_allocation->free(0) >= kHalf + m_buffers.back()) {
        m_allocation->give(0, -1);
        return chosen(m_backlog.late().begin()->second);
    }
    const Instant next = m_allocation->spans() > 1 ? m_allocation->start(1) : now + kPlanLife;
    return {.until = std::clamp(std::min(next, m_plannedAt + kPlanLife), now + 500ms, now + kPlanLife),
        .waitsFor = u"reserve"_s};
}

} // namespace fw
