#pragma once

#include "app/core/async.h"
#include "app/network/connector.h"
#include "app/store/store.h"
#include "tests/support/fake_clock.h"

#include <QEventLoop>
#include <QTemporaryDir>

namespace fw::test {

/// Runs the event loop until `future` is finished.
template <typename T>
[[nodiscard]] T waitFor(const QFuture<T> &future)
{
    QEventLoop loop;
    QFutureWatcher<T> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished()) {
        loop.exec();
    }
    return future.resultCount() > 0 ? future.result() : CancelledValue<T>::make();
}

/// A real SQLite store in a temporary folder, on a clock that stands still, with one Twitter account that knows who it is.
class DeskFixture
{
public:
    DeskFixture();

    void open(); // again, after close()
    void close() { store.reset(); }
    [[nodiscard]] QString file() const { return folder.filePath(QStringLiteral("desk.db")); }

    /// Keeps a post as intake does; its message.
    Message keep(const Post &post);
    /// A mention of us by `author` (a remote id).
    [[nodiscard]] Post mention(
        const QString &remoteId, const QString &author, const QString &body = QStringLiteral("hello"));

    QTemporaryDir folder;
    FakeClock clock;
    IdSource ids{clock};
    std::unique_ptr<Store> store;
    Account account;
};

} // namespace fw::test
