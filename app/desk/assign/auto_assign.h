#pragma once

#include "app/core/clock_timer.h"
#include "app/desk/assign/assignments.h"

#include <QTimer>

namespace fw {

/// Gives what waits to who is free, and takes back what waits for somebody who is gone: when something was committed, here or elsewhere, and every half
/// minute for shifts, which begin and end without anybody's doing. Several may do this on one database. Does nothing on a desk without a roster. Thread:
/// the owner's.
class AutoAssign final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AutoAssign)
public:
    AutoAssign(Store &store, const Clock &clock, QObject *parent = nullptr);

    /// Something may have changed.
    void wake();

Q_SIGNALS:
    /// So many conversations changed hands.
    void assigned(int count);

private:
    void run();
    void carryOut(const AssignmentPlan &plan);
    void rest();
    void forgetOld();

    Store &m_store;
    Assignments m_assignments;
    QTimer m_pause; // gathers commits that come close together
    ClockTimer m_shifts;
    QTimer m_tidy;
    bool m_isBusy = false;
    bool m_isDirty = false;
};

} // namespace fw
