#include "app/dispatch/scheduler.h"
#include "connectors/sandbox/world/dice.h"
#include "tests/bench/bench.h"

#include <QJsonArray>

#include <cmath>
#include <cstdio>
#include <queue>

namespace fw::bench {

using namespace Qt::StringLiterals;

namespace {
using namespace std::chrono_literals;

constexpr qint64 kDecisionsARound = 20'000;
constexpr qint64 kReplayed = 1'000'000;
constexpr int kADay = 10'000; // of the replay

const Instant kStart = instantFromMs(1'790'035'200'000);

/// Four windows that let about `daily` calls through in 24 h.
QList<Window> windowsFor(int daily)
{
    const auto window = [](const QString &name, WindowKind kind, milliseconds length, int limit) {
        return Window{.name = name, .kind = kind, .length = length, .limit = std::max(5, limit)};
    };
    return {window(u"15m"_s, WindowKind::Slotted, 15min, daily / 40),
        window(u"30m"_s, WindowKind::Slotted, 30min, daily / 24),
        window(u"3h"_s, WindowKind::Fixed, 3h, daily / 6), window(u"24h"_s, WindowKind::Rolling, 24h, daily)};
}

/// Replies of three classes, as on any day: few urgent ones, most within hours.
class Arrivals
{
public:
    explicit Arrivals(quint64 seed) : m_dice(seed) { }

    WaitingReply next(Instant now)
    {
        const double which = m_dice.unit();
        const bool isUrgent = which < 0.12;
        const bool isLow = which > 0.65;
        const milliseconds lead = isUrgent ? minutes(5, 15) : isLow ? minutes(480, 480) : minutes(60, 120);
        return {.id = {++m_last}, .weight = isUrgent ? 9.0 : isLow ? 1.0 : 3.0, .due = now + lead};
    }
    /// Until the next one, where the day brings `daily` in two humps.
    milliseconds pause(Instant now, int daily)
    {
        const double hour = double(toMs(now) % 86'400'000) / 3'600'000.0;
        const double busy
            = 0.25 + std::exp(-std::pow(hour - 11, 2) / 8) + std::exp(-std::pow(hour - 19, 2) / 6);
        return milliseconds(qint64(m_dice.exponential(86'400'000.0 / daily * 0.64 / busy)));
    }

private:
    milliseconds minutes(double least, double most)
    {
        return milliseconds(qint64(m_dice.between(least, most) * 60'000));
    }

    world::Dice m_dice;
    qint64 m_last = 0;
};

/// The scheduler in virtual time; a call takes no time.
class Queue
{
public:
    explicit Queue(int daily) : m_budget(windowsFor(daily)) { }

    [[nodiscard]] Instant now() const { return m_now; }
    [[nodiscard]] qint64 decisions() const { return m_decisions; }
    [[nodiscard]] int pending() const { return m_scheduler.backlog().size(); }
    void add(const WaitingReply &reply) { m_scheduler.add(reply, m_now, true); }
    void goTo(Instant at) { m_now = std::max(m_now, at); }

    /// One decision: whether a reply left; else when to ask again.
    std::optional<Instant> decide()
    {
        ++m_decisions;
        const Choice choice = m_scheduler.choose(m_budget, m_now);
        if (!choice.reply) {
            return choice.until;
        }
        m_budget.calls().add(m_now, m_now);
        m_budget.calls().trim(m_now, m_budget.longest());
        return std::nullopt;
    }

private:
    CallBudget m_budget;
    Scheduler m_scheduler;
    Instant m_now = kStart;
    qint64 m_decisions = 0;
};

/// What anybody would take for a queue by due time: a binary heap.
class Heap
{
public:
    void push(const WaitingReply &reply) { m_heap.emplace(toMs(reply.due), reply.id.value); }
    void pop() { m_heap.pop(); }

private:
    using Key = std::pair<qint64, qint64>;
    std::priority_queue<Key, std::vector<Key>, std::greater<>> m_heap;
};

/// Decisions while about `pending` replies wait: whenever one leaves, another one is pressed.
QJsonObject measurePending(int pending, const Options &options)
{
    const auto decisions = qint64(double(kDecisionsARound) * options.size);
    Queue queue(pending * 3 / 2);
    Heap heap;
    Arrivals arrivals(1);
    Arrivals sameArrivals(1);
    for (int i = 0; i < pending; ++i) {
        queue.add(arrivals.next(queue.now()));
        heap.push(sameArrivals.next(kStart));
    }
    const Pair pair = measure(
        options.rounds,
        [&] {
            for (const qint64 end = queue.decisions() + decisions; queue.decisions() < end;) {
                if (const auto until = queue.decide()) {
                    queue.goTo(*until);
                } else {
                    queue.add(arrivals.next(queue.now()));
                }
            }
        },
        [&] {
            Instant now = kStart;
            for (qint64 i = 0; i < decisions; ++i) {
                heap.pop();
                heap.push(sameArrivals.next(now += 100ms));
            }
        });
    const double each = 1e6 / double(decisions);
    std::printf("%7d pending: %6.2f us a decision (%.2f..%.2f); heap push and pop %.2f us; ratio %.0f\n",
        pending, pair.subject.median() * each, pair.subject.seconds.first() * each,
        pair.subject.seconds.last() * each, pair.reference.median() * each, pair.ratio());
    QJsonObject report = pair.toJson();
    report.insert(u"pending"_s, pending);
    report.insert(u"decisions"_s, decisions);
    return report;
}

struct Replayed {
    qint64 decisions = 0;
    int mostPending = 0;
    Instant end = {};
};

/// `count` replies come and go in virtual time, ten thousand a day.
Replayed replay(qint64 count)
{
    Queue queue(kADay * 11 / 10);
    Arrivals arrivals(2);
    Replayed replayed;
    Instant nextArrival = kStart;
    for (qint64 added = 0; added < count || queue.pending() > 0;) {
        if (added < count && queue.now() >= nextArrival) {
            queue.add(arrivals.next(queue.now()));
            nextArrival += arrivals.pause(queue.now(), kADay);
            ++added;
            replayed.mostPending = std::max(replayed.mostPending, queue.pending());
        }
        if (const auto until = queue.decide()) {
            queue.goTo(added < count ? std::min(*until, nextArrival) : *until);
            if (*until == Instant::max() && added >= count) {
                break;
            }
        }
    }
    replayed.decisions = queue.decisions();
    replayed.end = queue.now();
    return replayed;
}

void pushAndPop(qint64 count)
{
    Heap heap;
    Arrivals arrivals(2);
    Instant now = kStart;
    for (qint64 i = 0; i < count; ++i) {
        heap.push(arrivals.next(now));
        now += arrivals.pause(now, kADay);
        if (i >= 1000) {
            heap.pop();
        }
    }
}

QJsonObject measureReplay(const Options &options)
{
    const auto count = qint64(double(kReplayed) * options.size);
    Replayed replayed;
    const Pair pair = measure(
        std::min(options.rounds, 3), [&] { replayed = replay(count); }, [&] { pushAndPop(count); });
    std::printf("replay of %lld replies: %.1f s of CPU (%.1f..%.1f), %.2f us each; %lld decisions, at most "
                "%d pending; "
                "heap alone %.2f s\n",
        count, pair.subject.median(), pair.subject.seconds.first(), pair.subject.seconds.last(),
        pair.subject.median() * 1e6 / double(count), replayed.decisions, replayed.mostPending,
        pair.reference.median());
    QJsonObject report = pair.toJson();
    report.insert(u"replies"_s, count);
    report.insert(u"decisions"_s, replayed.decisions);
    report.insert(u"most_pending"_s, replayed.mostPending);
    return report;
}
} // namespace

QJsonObject benchSched(const Options &options)
{
    QJsonArray reports;
    for (const int pending : {100, 10'000, 100'000}) {
        reports.append(measurePending(pending, options));
    }
    return {{u"pending"_s, reports}, {u"replay"_s, measureReplay(options)}};
}

} // namespace fw::bench
