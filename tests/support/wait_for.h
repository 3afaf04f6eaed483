#pragma once

#include "app/core/async.h"

#include <QSignalSpy>

namespace fw::test {

/// The result of `future`, waited for in an event loop; what a cancelled future stands for when none comes in time.
template <typename T>
T waitFor(const QFuture<T> &future, int patienceMs = 20'000)
{
    QFutureWatcher<T> watcher;
    QSignalSpy finished(&watcher, &QFutureWatcherBase::finished);
    watcher.setFuture(future);
    if (finished.isEmpty()) {
        finished.wait(patienceMs);
    }
    return future.isFinished() && future.resultCount() > 0 ? future.result() : CancelledValue<T>::make();
}

} // namespace fw::test
