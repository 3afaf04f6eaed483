#pragma once

#include "app/customers/import/importer.h"

#include <QDateTime>
#include <QFileInfo>
#include <QHash>
#include <QLockFile>

namespace fw {

/// Where files for import arrive, and what they hold.
struct WatchRequest {
    QString folder = {};
    ImportRequest import = {};     // `file` and `rejects` are not looked at
    milliseconds quiet{2'000};     // a file that did not change for so long is whole; real time
    milliseconds tryAgain{60'000}; // what could not be imported for a reason that may pass; real time
};

/// What became of one file of a watched folder. `error` alone: it is where it was, and is tried again. Both empty: never.
struct WatchedFile {
    QString name = {};  // in the folder; empty: it is about the folder
    QString place = {}; // where it is now; empty: where it was
    std::optional<ImportReport> report = {};
    std::optional<Error> error = {};
};

/// Imports each whole file of a folder once and then moves it to `done`, or to `refused` when nothing could be read from it; its report
/// (NAME.report.json) and its refused rows (NAME.refused.csv) stand beside it. Nothing that is there is overwritten: a number is added. Hidden files, symbolic
/// links, folders and names that end in .part, .tmp or .crdownload are left alone. Moving is the last step: a program that is killed before goes on with the
/// import the next time. Thread: any that may wait, one at a time, not the store's.
class WatchedFolder final
{
    Q_DISABLE_COPY_MOVE(WatchedFolder)
public:
    WatchedFolder(Store &store, const WatchRequest &request);

    /// Makes `done` and `refused`, which only their owner can enter. Errors: Usage (no source); Io; Busy when another program watches the folder.
    [[nodiscard]] Done open();
    /// Imports what is whole. What is still being written is looked at again. The same trouble with the same file is told once.
    [[nodiscard]] QList<WatchedFile> look(const std::stop_token &stop = {});
    /// Every file that was there at the last look was imported, refused or tried.
    [[nodiscard]] bool isSettled() const;
    /// When looking again may find more to do in what is there; nothing: not before something arrives. Real time.
    [[nodiscard]] std::optional<milliseconds> untilNext() const;

private:
    using Moment = std::chrono::steady_clock::time_point;
    struct Stamp {
        qint64 size = 0;
        QDateTime modifiedAt = {};
        QDateTime changedAt = {};
        bool operator==(const Stamp &) const = default;
    };
    struct Seen {
        Stamp stamp = {};
        Moment due = {};
        std::optional<Error> error = {}; // of the last try
    };

    [[nodiscard]] static Stamp stampOf(const QString &file);
    [[nodiscard]] QList<WatchedFile> folderGone();
    [[nodiscard]] std::optional<WatchedFile> take(
        const QFileInfo &file, Seen &seen, const std::stop_token &stop);
    [[nodiscard]] Result<QString> putAway(const QFileInfo &file, WatchedFile &taken);
    [[nodiscard]] QString rejectsOf(const QFileInfo &file) const;

    Store &m_store;
    WatchRequest m_request;
    std::unique_ptr<QLockFile> m_lock;
    QHash<QString, Seen> m_seen;
    bool m_isGone = false;
};

} // namespace fw
