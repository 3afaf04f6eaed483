#pragma once

#include "app/core/error.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QThread>

namespace fw {

/// What a future that was cancelled stands for. Types that travel in futures and are not a Result have a default value that says
/// "nothing is known".
template <typename T>
struct CancelledValue {
    static T make() { return T{}; }
};
template <typename T>
struct CancelledValue<Result<T>> {
    static Result<T> make() { return Failure({.code = ErrorCode::Cancelled}); }
};

/// Calls onDone once in owner's thread, or never if owner dies first.
template <typename T, typename Fn>
void whenDone(const QFuture<T> &future, QObject *owner, Fn onDone)
{
    Q_ASSERT(owner->thread() == QThread::currentThread());
    auto *watcher = new QFutureWatcher<T>(owner);
    QObject::connect(
        watcher, &QFutureWatcherBase::finished, owner, [watcher, onDone = std::move(onDone)]() mutable {
            watcher->deleteLater();
            const bool hasValue = !watcher->isCanceled() && watcher->future().resultCount() > 0;
            onDone(hasValue ? watcher->future().result() : CancelledValue<T>::make());
        });
    watcher->setFuture(future); // last: a future that is already finished must not be missed
}

/// A finished future holding `value`.
template <typename T>
[[nodiscard]] QFuture<T> ready(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

} // namespace fw
