#pragma once

#include "app/dispatch/world.h"

#include <QHash>
#include <QSet>

#include <map>
#include <set>
#include <utility>

namespace fw::world {

enum class PeerOrder { Arrival, Priority };

/// What the peers have in common: a queue, calls under way, when to try again.
class PeerDesk : public WorldDesk
{
public:
    struct Verdict {
        enum class What { Done, Drop, Again };
        What what = What::Again;
        qint64 at = 0; // of Again, mono
    };

    PeerDesk(PeerOrder order, int callsAtOnce);

    bool begin(qint64 mono, qint64 wall, const WorldInfo &info) override;
    WorldStep advance(qint64 until, qint64 wall, const QList<WorldEvent> &events) override;

protected:
    [[nodiscard]] const WorldInfo &world() const { return m_info; }
    /// Before the first call of a life.
    virtual void wake(qint64 now) = 0;
    /// When the next call may leave, `now` or later.
    virtual qint64 opensAt(qint64 now) = 0;
    virtual void sent(qint64 now) = 0;
    /// A send ended other than with success; `attempts` of this job so far, this one included.
    virtual Verdict failed(qint64 now, const WorldAnswer &answer, int attempts) = 0;
    /// Every answer to a send, before anything else.
    virtual void heard(qint64 now, const WorldAnswer &answer) = 0;

private:
    using Key = std::pair<int, qint64>; // class and number; class 0 for all when first come is first served
    struct Entry {
        WorldJob job = {};
        int attempts = 0;
    };

    [[nodiscard]] Key keyOf(const WorldJob &job) const;
    void take(qint64 now, const WorldEvent &event, WorldStep &step);
    void takeAnswer(qint64 now, const WorldAnswer &answer, WorldStep &step);
    void ripen(qint64 now);
    void sendReady(qint64 now, WorldStep &step);
    [[nodiscard]] qint64 nextAt(qint64 now);

    PeerOrder m_order;
    int m_callsAtOnce;
    WorldInfo m_info = {};
    qint64 m_now = 0;
    qint64 m_request = 0;
    QHash<qint64, Entry> m_jobs = {}; // all that are not settled
    std::set<Key> m_ready = {};
    std::multimap<qint64, qint64> m_later = {}; // by time
    QSet<qint64> m_underWay = {};               // jobs
};

} // namespace fw::world
