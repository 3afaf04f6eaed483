#include "app/desk/assign/auto_assign.h"

#include <algorithm>

namespace fw {

using namespace std::chrono_literals;

namespace {
constexpr milliseconds kPause = 200ms; // real time: it spares the machine
constexpr milliseconds kShifts = 30s;
constexpr milliseconds kTidy = 1h;
constexpr milliseconds kRemembered
    = 7 * 24h; // who resolved a conversation gets it back when the customer writes until then
} // namespace

AutoAssign::AutoAssign(Store &store, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_assignments(store)
    , m_pause(this)
    , m_shifts(clock, this)
    , m_tidy(this)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &AutoAssign::run);
    connect(&m_shifts, &ClockTimer::due, this, [this] {
        m_shifts.start(kShifts);
        wake();
    });
    connect(&m_tidy, &QTimer::timeout, this, &AutoAssign::forgetOld);
    connect(&store, &Store::committed, this, &AutoAssign::wake, Qt::QueuedConnection);
    connect(&store, &Store::committedSomewhere, this, &AutoAssign::wake, Qt::QueuedConnection);
    m_shifts.start(kShifts);
    m_tidy.start(kTidy);
    forgetOld();
    wake();
}

void AutoAssign::wake()
{
    if (m_isBusy) {
        m_isDirty = true;
    } else if (!m_pause.isActive()) {
        m_pause.start(kPause);
    }
}

void AutoAssign::run()
{
    m_isBusy = true;
    m_isDirty = false;
    whenDone(m_assignments.plan(), this, [this](const Result<AssignmentPlan> &plan) {
        if (plan && !plan->isEmpty()) {
            carryOut(*plan);
        } else {
            rest();
        }
    });
}

void AutoAssign::carryOut(const AssignmentPlan &plan)
{
    whenDone(m_assignments.carryOut(plan), this, [this](const Result<int> &count) {
        if (count && *count > 0) {
            Q_EMIT assigned(*count);
        }
        rest();
    });
}

void AutoAssign::rest()
{
    m_isBusy = false;
    if (m_isDirty) {
        wake();
    }
}

void AutoAssign::forgetOld()
{
    const auto forgotten = m_store.write([](Database &db) {
        PresenceStore(db).sweep();
        return AssignmentStore(db).forget(db.now() - kRemembered);
    });
    Q_UNUSED(forgotten)
}

} // namespace fw
