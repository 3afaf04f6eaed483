#pragma once

#include "app/core/clock_timer.h"

#include <QObject>

#include <optional>

namespace fw {

class Store;

/// Writes down warnings and breaches, wakes what was snoozed, and ends what was held for customers, when their time has come, each once, also those of the
/// time nobody watched; baskets that changed are counted at once (BasketStore). It sleeps until the next of them,
/// and asks for that again when something was committed. Several may watch one database. Thread: the owner's.
class DeadlineWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeadlineWatch)
public:
    DeadlineWatch(Store &store, const Clock &clock, QObject *parent = nullptr);

    /// Something may have changed: another process committed, or the clock moved.
    void wake();

Q_SIGNALS:
    /// So many warnings and breaches were written, conversations woken, holds ended, or orders looked at for their baskets.
    void told(int count);

private:
    void sleepUntil(std::optional<fw::Instant> next);
    void tellDue();

    Store &m_store;
    const Clock &m_clock;
    ClockTimer m_timer;
    bool m_isBusy = false;  // a question or a transaction is on its way
    bool m_isDirty = false; // and its answer may be old
};

} // namespace fw
