#pragma once

#include "app/customers/import/watched_folder.h"

#include <QFileSystemWatcher>
#include <QThreadPool>
#include <QTimer>

namespace fw {

/// Looks into a WatchedFolder when something arrives there, when something in it is due, and every half minute in any case (network drives tell nothing).
/// Looking happens in a thread of its own. Thread: one with an event loop.
class FolderWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FolderWatch)
public:
    FolderWatch(Store &store, const WatchRequest &request);
    /// Waits for the end of the batch that is being stored.
    ~FolderWatch() override;

    /// Errors: as WatchedFolder::open().
    [[nodiscard]] Done start();
    /// After the batch that is being stored; stopped() follows.
    void stop();

Q_SIGNALS:
    void handled(const fw::WatchedFile &file);
    /// All that is there was imported, refused or tried.
    void settled();
    void stopped();

private:
    void look();
    void looked(const QList<WatchedFile> &files);

    WatchRequest m_request;
    WatchedFolder m_folder;
    QFileSystemWatcher m_watcher;
    QTimer m_timer;
    QThreadPool m_thread;
    std::stop_source m_stop;
    bool m_isLooking = false;
    bool m_isNews = false; // something arrived while looking
};

} // namespace fw
