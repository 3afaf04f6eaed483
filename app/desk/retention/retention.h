#pragma once

#include "app/core/clock_timer.h"
#include "app/store/retention_store.h"
#include "app/store/store.h"

namespace fw {

/// What is kept for how long. Thread: any.
class Retention final
{
public:
    explicit Retention(Store &store) : m_store(store) { }

    [[nodiscard]] QFuture<Result<QList<RetentionRule>>> rules();
    /// What would go now by `rules`.
    [[nodiscard]] QFuture<Result<QList<RetainedCount>>> preview(const QList<RetentionRule> &rules);
    /// Goes a bounded piece of the way with the next kind that is to be gone through: what is under way, then what was not begun since `since`, or without
    /// that for a day. Empty: nothing is to be done (any more). Interrupted at any time, the next call goes on.
    [[nodiscard]] QFuture<Result<std::optional<RetentionRun>>> step(std::optional<Instant> since = {});

private:
    Store &m_store;
};

/// Does once a day what the rules say, a piece at a time so that others have their turn. Several may watch one database. Thread: the owner's.
class RetentionWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RetentionWatch)
public:
    RetentionWatch(Store &store, const Clock &clock, QObject *parent = nullptr);

    /// The rules, or the time, may have changed.
    void wake();

Q_SIGNALS:
    /// A kind was gone through to its end.
    void ended(const fw::RetentionRun &run);

private:
    void look();
    void sleepUntil(std::optional<Instant> next);

    Store &m_store;
    Retention m_retention;
    const Clock &m_clock;
    ClockTimer m_timer;
    bool m_isBusy = false;
    bool m_isDirty = false;
};

} // namespace fw
