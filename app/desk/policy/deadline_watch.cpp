#include "app/desk/policy/deadline_watch.h"

#include "app/store/basket_store.h"
#include "app/store/hold_store.h"
#include "app/store/state_store.h"
#include "app/store/store.h"
#include "app/store/target_store.h"

#include <algorithm>

namespace fw {

using namespace std::chrono_literals;

namespace {
constexpr int kAtOnce = 200; // told in one transaction
constexpr milliseconds kAfterFailure = 30s;
constexpr milliseconds kWhileAnotherTells = 1s;

std::optional<Instant> nextOf(Database &db)
{
    std::optional<Instant> next;
    for (const auto &at : {TargetStore(db).nextAt(), StateStore(db).nextWake(), HoldStore(db).nextExpiry()}) {
        next = at && next ? std::min(at, next) : (at ? at : next);
    }
    return BasketStore(db).isBehind() ? std::optional(Instant{}) : next; // at once
}

int tellAndWake(Database &db)
{
    return TargetStore(db).tellDue(kAtOnce) + StateStore(db).wakeDue(kAtOnce) + HoldStore(db).expire(kAtOnce)
        + BasketStore(db).count(kAtOnce);
}
} // namespace

DeadlineWatch::DeadlineWatch(Store &store, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_timer(clock, this)
{
    connect(&m_timer, &ClockTimer::due, this, &DeadlineWatch::wake);
    connect(&store, &Store::committed, this, &DeadlineWatch::wake, Qt::QueuedConnection);
    wake();
}

void DeadlineWatch::wake()
{
    if (m_isBusy) {
        m_isDirty = true;
        return;
    }
    m_isBusy = true;
    m_isDirty = false;
    const auto next = m_store.read(&nextOf);
    whenDone(next, this, [this](const Result<std::optional<Instant>> &found) {
        m_isBusy = false;
        if (m_isDirty) {
            wake();
        } else if (!found) {
            m_timer.start(kAfterFailure);
        } else if (*found && **found <= m_clock.now()) {
            tellDue();
        } else {
            sleepUntil(*found);
        }
    });
}

void DeadlineWatch::sleepUntil(std::optional<Instant> next)
{
    m_timer.stop();
    if (next) {
        m_timer.startAt(*next);
    }
}

void DeadlineWatch::tellDue()
{
    m_isBusy = true;
    const auto written = m_store.write(&tellAndWake);
    whenDone(written, this, [this](const Result<int> &count) {
        m_isBusy = false;
        if (!count) {
            m_timer.start(kAfterFailure);
        } else if (*count == 0) { // another desk is at it
            m_timer.start(kWhileAnotherTells);
        } else {
            Q_EMIT told(*count);
            wake();
        }
    });
}

} // namespace fw
