#include "app/customers/import/folder_watch.h"

#include "app/core/async.h"

#include <QPromise>

namespace fw {

namespace {
constexpr milliseconds kPoll{30'000};
constexpr milliseconds kShortest{50};
} // namespace

FolderWatch::FolderWatch(Store &store, const WatchRequest &request)
    : m_request(request)
    , m_folder(store, request)
{
    m_thread.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &FolderWatch::look);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &FolderWatch::look);
}

FolderWatch::~FolderWatch()
{
    m_stop.request_stop();
    m_thread.waitForDone();
}

Done FolderWatch::start()
{
    const Done opened = m_folder.open();
    if (opened) {
        look();
    }
    return opened;
}

void FolderWatch::stop()
{
    m_stop.request_stop();
    m_timer.stop();
    if (!m_isLooking) {
        Q_EMIT stopped();
    }
}

void FolderWatch::look()
{
    if (m_isLooking || m_stop.stop_requested()) {
        m_isNews = true;
        return;
    }
    m_isLooking = true;
    m_isNews = false;
    if (m_watcher.directories().isEmpty()) { // at the start, or it was away
        m_watcher.addPath(m_request.folder);
    }
    const auto promise
        = std::make_shared<QPromise<QList<WatchedFile>>>(); // shared: QThreadPool copies what it runs
    promise->start();
    whenDone(promise->future(), this, [this](const QList<WatchedFile> &files) { looked(files); });
    m_thread.start([this, promise, stop = m_stop.get_token()] {
        promise->addResult(m_folder.look(stop));
        promise->finish();
    });
}

void FolderWatch::looked(const QList<WatchedFile> &files)
{
    m_isLooking = false;
    for (const WatchedFile &file : files) {
        Q_EMIT handled(file);
    }
    if (m_stop.stop_requested()) {
        Q_EMIT stopped();
        return;
    }
    if (m_folder.isSettled() && !m_isNews) {
        Q_EMIT settled();
    }
    const milliseconds next = m_isNews ? kShortest : m_folder.untilNext().value_or(kPoll);
    m_timer.start(std::clamp(next, kShortest, kPoll));
}

} // namespace fw
