#include "app/insight/served_queue.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace fw {

namespace {
class Floor final
{
public:
    Floor(const QList<Work> &work, const QList<QList<TimeSpan>> &shifts) : m_work(work), m_served(work.size())
    {
        for (const QList<TimeSpan> &spans : shifts) {
            m_agents.append({.spans = spans});
        }
    }

    QList<Served> run()
    {
        for (std::optional<Instant> now = nextArrival(); now; now = nextMoment(*now)) {
            while (m_arrived < m_work.size() && m_work[m_arrived].at <= *now) {
                m_waiting.insert(keyOf(m_arrived));
                ++m_arrived;
            }
            while (!m_waiting.empty() && handOut(*now)) { }
        }
        return m_served;
    }

private:
    struct Agent {
        QList<TimeSpan> spans = {};
        qsizetype next = 0; // those before are over
        Instant freeSince = Instant::min();
    };
    using Key = std::tuple<int, Instant, Instant, qsizetype>;

    [[nodiscard]] Key keyOf(qsizetype index) const
    {
        const Work &work = m_work[index];
        return {work.rank, work.due, work.since, index};
    }

    [[nodiscard]] std::optional<Instant> nextArrival() const
    {
        return m_arrived < m_work.size() ? std::optional(m_work[m_arrived].at) : std::nullopt;
    }

    /// The first moment from `now` on at which the agent is at work and free.
    [[nodiscard]] static std::optional<Instant> freeAt(Agent &agent, Instant now)
    {
        const Instant from = std::max(now, agent.freeSince);
        while (agent.next < agent.spans.size() && agent.spans[agent.next].to <= from) {
            ++agent.next;
        }
        return agent.next < agent.spans.size() ? std::optional(std::max(from, agent.spans[agent.next].from))
                                               : std::nullopt;
    }

    [[nodiscard]] std::optional<Instant> nextMoment(Instant now)
    {
        std::optional<Instant> next = nextArrival();
        for (Agent &agent : m_agents) {
            const auto free = m_waiting.empty() ? std::nullopt : freeAt(agent, now);
            if (free && (!next || *free < *next)) {
                next = free;
            }
        }
        return next;
    }

    bool handOut(Instant now)
    {
        qsizetype chosen = -1;
        for (qsizetype i = 0; i < m_agents.size(); ++i) {
            const bool isFree = freeAt(m_agents[i], now) == now;
            if (isFree && (chosen < 0 || m_agents[i].freeSince < m_agents[chosen].freeSince)) {
                chosen = i;
            }
        }
        if (chosen < 0) {
            return false;
        }
        const qsizetype first = std::get<qsizetype>(*m_waiting.begin());
        m_waiting.erase(m_waiting.begin());
        const Instant end = now + m_work[first].takes;
        m_served[first] = {.begun = now, .ended = end, .agent = chosen};
        m_agents[chosen].freeSince = end;
        return true;
    }

    const QList<Work> &m_work;
    QList<Served> m_served;
    QList<Agent> m_agents;
    std::set<Key> m_waiting;
    qsizetype m_arrived = 0;
};
} // namespace

QList<Served> serve(const QList<Work> &work, const QList<QList<TimeSpan>> &shifts)
{
    return Floor(work, shifts).run();
}

} // namespace fw
