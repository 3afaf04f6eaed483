#include "app/desk/retention/retention.h"

#include <algorithm>

namespace fw {

using namespace std::chrono_literals;

namespace {
constexpr milliseconds kBetween = 50ms; // others have their turn
constexpr milliseconds kAfterFailure = 5min;
constexpr milliseconds kLookAtLeastEvery = 6h; // another program may have changed the rules
} // namespace

QFuture<Result<QList<RetentionRule>>> Retention::rules()
{
    return m_store.read([](Database &db) { return RetentionStore(db).rules(); });
}

QFuture<Result<QList<RetainedCount>>> Retention::preview(const QList<RetentionRule> &rules)
{
    return m_store.study([rules](Database &db) { return RetentionStore(db).preview(rules); });
}

QFuture<Result<std::optional<RetentionRun>>> Retention::step(std::optional<Instant> since)
{
    return m_store.write([since](Database &db) -> std::optional<RetentionRun> {
        RetentionStore store(db);
        const auto what = store.due(since);
        return what ? std::optional(store.step(*what)) : std::nullopt;
    });
}

RetentionWatch::RetentionWatch(Store &store, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_retention(store)
    , m_clock(clock)
    , m_timer(clock, this)
{
    connect(&m_timer, &ClockTimer::due, this, &RetentionWatch::wake);
    wake();
}

/// Asks when the next run is due before anything is written.
void RetentionWatch::wake()
{
    if (m_isBusy) {
        m_isDirty = true;
        return;
    }
    m_isBusy = true;
    m_isDirty = false;
    whenDone(m_store.read([](Database &db) { return RetentionStore(db).nextAt(); }), this,
        [this](const Result<std::optional<Instant>> &next) {
            m_isBusy = false;
            if (!next) {
                m_timer.start(kAfterFailure);
            } else if (*next && **next <= m_clock.now()) {
                look();
            } else {
                sleepUntil(*next);
            }
        });
}

void RetentionWatch::look()
{
    m_isBusy = true;
    whenDone(m_retention.step(), this, [this](const Result<std::optional<RetentionRun>> &run) {
        m_isBusy = false;
        m_timer.start(run ? kBetween : kAfterFailure);
        if (run && *run && (*run)->endedAt) {
            Q_EMIT ended(**run);
        }
    });
}

void RetentionWatch::sleepUntil(std::optional<Instant> next)
{
    if (m_isDirty) {
        wake();
        return;
    }
    const Instant latest = m_clock.now() + kLookAtLeastEvery;
    m_timer.startAt(next ? std::min(*next, latest) : latest);
}

} // namespace fw
