#include "tests/bench/world/peers.h"

#include "tests/bench/world/peer_desk.h"

#include <algorithm>
#include <cmath>

namespace fw::world {

using namespace Qt::StringLiterals;

namespace {
using What = PeerDesk::Verdict::What;

/// Tries at once and again after pauses that double.
class BackoffDesk : public PeerDesk
{
public:
    explicit BackoffDesk(PeerOrder order) : PeerDesk(order, 4) { }

protected:
    void wake(qint64) override { }
    qint64 opensAt(qint64 now) override { return now; }
    void sent(qint64) override { }
    void heard(qint64, const WorldAnswer &) override { }
    Verdict failed(qint64 now, const WorldAnswer &, int attempts) override
    {
        const qint64 pause = std::min(15 * kMinute, kSecond << std::min(attempts - 1, 20));
        return {.what = What::Again, .at = now + pause};
    }
};

/// Four attempts two minutes apart.
class FourAttemptsDesk final : public BackoffDesk
{
public:
    using BackoffDesk::BackoffDesk;

protected:
    Verdict failed(qint64 now, const WorldAnswer &, int attempts) override
    {
        return {.what = attempts < 4 ? What::Again : What::Drop, .at = now + 2 * kMinute};
    }
};

/// Sleeps when the headers, or a refusal, say that nothing is left.
class ResetDesk final : public PeerDesk
{
public:
    explicit ResetDesk(PeerOrder order) : PeerDesk(order, 1) { }

protected:
    void wake(qint64 now) override { m_opensAt = now; }
    qint64 opensAt(qint64 now) override { return std::max(now, m_opensAt); }
    void sent(qint64) override { }
    void heard(qint64 now, const WorldAnswer &answer) override
    {
        for (const WorldReading &reading : answer.readings) {
            if (reading.remaining == 0 && answer.date) {
                sleepUntil(now + reading.reset - *answer.date);
            }
        }
    }
    Verdict failed(qint64 now, const WorldAnswer &answer, int) override
    {
        if (answer.regainMinutes) {
            sleepUntil(now + qint64(*answer.regainMinutes * double(kMinute)));
        } else if (answer.status == 503 || answer.status == 0) {
            sleepUntil(now + kMinute);
        } else if (m_opensAt <= now) {
            sleepUntil(now + 15 * kMinute);
        }
        return {.what = What::Again, .at = m_opensAt};
    }

private:
    void sleepUntil(qint64 at) { m_opensAt = std::max(m_opensAt, at); }

    qint64 m_opensAt = 0;
};

/// Never faster than the documents allow for ever.
class BucketDesk final : public PeerDesk
{
public:
    explicit BucketDesk(PeerOrder order) : PeerDesk(order, 4) { }

protected:
    void wake(qint64 now) override
    {
        int least = world().windows.first().limit;
        for (const WorldWindow &window : world().windows) {
            least = std::min(least, window.limit);
        }
        m_size = std::max(1.0, 0.1 * least / world().agents);
        m_rate = 1e9;
        for (const WorldWindow &window : world().windows) {
            const double steady = window.limit - m_size * world().agents;
            m_rate = std::min(m_rate, steady / double(window.length) / world().agents);
        }
        m_tokens = 0; // nobody knows what was used before
        m_filledAt = now;
        m_opensAt = now;
    }
    qint64 opensAt(qint64 now) override
    {
        fill(now);
        const qint64 full = m_tokens >= 1 ? now : now + qint64(std::ceil((1 - m_tokens) / m_rate));
        return std::max(full, m_opensAt);
    }
    void sent(qint64 now) override
    {
        fill(now);
        m_tokens -= 1;
    }
    void heard(qint64, const WorldAnswer &) override { }
    Verdict failed(qint64 now, const WorldAnswer &, int) override
    {
        m_opensAt = now + kMinute;
        return {.what = What::Again, .at = m_opensAt};
    }

private:
    void fill(qint64 now)
    {
        m_tokens = std::min(m_size, m_tokens + m_rate * double(now - m_filledAt));
        m_filledAt = now;
    }

    double m_size = 1;
    double m_rate = 0; // tokens a millisecond
    double m_tokens = 0;
    qint64 m_filledAt = 0;
    qint64 m_opensAt = 0;
};

template <typename Desk>
Policy policy(const QString &name, PeerOrder order)
{
    return {.name = order == PeerOrder::Priority ? name + u"-prio"_s : name, .make = [order](int count) {
                Desks desks;
                for (int i = 0; i < count; ++i) {
                    desks.push_back(std::make_unique<Desk>(order));
                }
                return desks;
            }};
}
} // namespace

QList<Policy> peerPolicies()
{
    QList<Policy> policies;
    for (const PeerOrder order : {PeerOrder::Arrival, PeerOrder::Priority}) {
        policies.append(policy<BackoffDesk>(u"backoff"_s, order));
        policies.append(policy<ResetDesk>(u"reset"_s, order));
        policies.append(policy<BucketDesk>(u"bucket"_s, order));
        policies.append(policy<FourAttemptsDesk>(u"four"_s, order));
    }
    return policies;
}

} // namespace fw::world
