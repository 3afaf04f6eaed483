#include "app/dispatch/backlog.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace fw {

namespace {
using namespace std::chrono_literals;

constexpr qint64 kMinuteMs = 60'000;
// Eleven days of minutes: what is due later is counted in the last one before it comes round.
constexpr qint64 kMinutes = 1 << 14;

size_t minuteOf(Instant due)
{
    return size_t((toMs(due) / kMinuteMs) & (kMinutes - 1));
}
} // namespace

int Backlog::levelOf(double weight)
{
    return int(std::lround(4 * std::log2(std::max(weight, 1e-6))));
}

Backlog::Level &Backlog::levelFor(double weight)
{
    Level &level = m_levels[levelOf(weight)];
    if (level.perMinute.empty()) {
        level.perMinute.resize(kMinutes);
        level.weight = weight;
    }
    return level;
}

void Backlog::note(double weight, Instant at, milliseconds lead)
{
    levelFor(weight).demand.add(at, lead);
}

void Backlog::count(const WaitingReply &reply, int by)
{
    Level &level = levelFor(reply.weight);
    level.perMinute[minuteOf(reply.due)] += by;
    level.count += by;
}

void Backlog::add(const WaitingReply &reply, Instant now, bool isNew)
{
    WaitingReply kept = reply;
    kept.due = std::min(kept.due, now + milliseconds((kMinutes - 60) * kMinuteMs));
    const bool isLate = kept.due <= now;
    if (!m_replies.try_emplace(reply.id.value, Kept{.reply = kept, .isLate = isLate}).second) {
        return;
    }
    if (isLate) {
        if (kept.isOurs) {
            m_late.emplace(kept.due, kept.id);
        }
        return;
    }
    count(kept, 1);
    Level &level = m_levels[levelOf(kept.weight)];
    (kept.isOurs ? level.ours : m_othersByDue).emplace(kept.due, kept.id);
    if (isNew) {
        level.demand.add(now, kept.due - now);
    }
}

void Backlog::remove(ReplyId id)
{
    const auto found = m_replies.find(id.value);
    if (found == m_replies.end()) {
        return;
    }
    const WaitingReply &reply = found->second.reply;
    const std::pair key(reply.due, reply.id);
    if (found->second.isLate) {
        m_late.erase(key);
    } else {
        count(reply, -1);
        (reply.isOurs ? m_levels[levelOf(reply.weight)].ours : m_othersByDue).erase(key);
    }
    m_replies.erase(found);
}

const WaitingReply *Backlog::find(ReplyId id) const
{
    const auto found = m_replies.find(id.value);
    return found == m_replies.end() ? nullptr : &found->second.reply;
}

QList<WaitingReply> Backlog::others() const
{
    QList<WaitingReply> others;
    for (const auto &[id, kept] : m_replies) {
        if (!kept.reply.isOurs) {
            others.append(kept.reply);
        }
    }
    std::sort(others.begin(), others.end(), [](const WaitingReply &a, const WaitingReply &b) {
        return std::tie(a.due, a.id) < std::tie(b.due, b.id);
    });
    return others;
}

bool Backlog::hasOurs() const
{
    return !m_late.empty() || std::any_of(m_levels.begin(), m_levels.end(), [](const auto &level) {
        return !level.second.ours.empty();
    });
}

void Backlog::retire(Instant now)
{
    const auto retireFrom = [this, now](Order &order) {
        while (!order.empty() && order.begin()->first <= now) {
            Kept &kept = m_replies.at(order.begin()->second.value);
            order.erase(order.begin());
            count(kept.reply, -1);
            kept.isLate = true;
            if (kept.reply.isOurs) {
                m_late.emplace(kept.reply.due, kept.reply.id);
            }
        }
    };
    for (auto &[key, level] : m_levels) {
        retireFrom(level.ours);
    }
    retireFrom(m_othersByDue);
}

int Backlog::dueBetween(const Level &level, Instant from, Instant until)
{
    int sum = 0;
    if (level.count > 0) {
        const qint64 last = std::min(toMs(until) / kMinuteMs, toMs(from) / kMinuteMs + kMinutes);
        for (qint64 minute = toMs(from) / kMinuteMs; minute < last; ++minute) {
            sum += level.perMinute[size_t(minute & (kMinutes - 1))];
        }
    }
    return sum;
}

} // namespace fw
