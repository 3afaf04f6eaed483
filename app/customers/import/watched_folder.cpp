#include "app/customers/import/watched_folder.h"

#include "app/customers/import/put_away.h"
#include "app/customers/import/report_json.h"

#include <QDir>

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
Error io(const QString &detail)
{
    return {.code = ErrorCode::Io, .detail = detail};
}

bool isUnfinished(const QString &name)
{
    static const QStringList endings = {u".part"_s, u".tmp"_s, u".crdownload"_s};
    return name.startsWith(u'.')
        || std::any_of(endings.begin(), endings.end(),
            [&name](const QString &ending) { return name.endsWith(ending, Qt::CaseInsensitive); });
}

QJsonObject reportOf(const ImportRequest &import, const WatchedFile &taken, Instant now)
{
    QJsonObject object = taken.report ? toJson(*taken.report) : QJsonObject();
    object.insert(u"kind"_s, toString(import.kind));
    object.insert(u"source"_s, import.source);
    object.insert(u"at"_s, toIso(now));
    if (taken.error) {
        object.insert(u"error"_s, toString(taken.error->code));
        object.insert(u"detail"_s, taken.error->detail);
    }
    return object;
}
} // namespace

WatchedFolder::WatchedFolder(Store &store, const WatchRequest &request) : m_store(store), m_request(request)
{
}

Done WatchedFolder::open()
{
    const QDir folder(m_request.folder);
    if (m_request.import.source.trimmed().isEmpty()) {
        return Failure(
            {.code = ErrorCode::Usage, .detail = u"say which source the keys are of: --source crm"_s});
    }
    if (!folder.exists()) {
        return Failure(io(u"there is no folder %1; make it first"_s.arg(m_request.folder)));
    }
    m_lock = std::make_unique<QLockFile>(folder.filePath(u".floorwalker-watch"_s));
    m_lock->setStaleLockTime(0); // however long ago: whether its program still runs is what counts
    if (!m_lock->tryLock()) {
        return m_lock->error() == QLockFile::LockFailedError
            ? Failure({.code = ErrorCode::Busy,
                .detail = u"another program watches %1 already"_s.arg(m_request.folder)})
            : Failure(io(u"cannot write into %1; this program must be able to move files there"_s.arg(
                m_request.folder)));
    }
    return ownFolder(folder.filePath(u"done"_s)).and_then([&folder] {
        return ownFolder(folder.filePath(u"refused"_s));
    });
}

WatchedFolder::Stamp WatchedFolder::stampOf(const QString &file)
{
    const QFileInfo fresh(file);
    return {
        .size = fresh.size(), .modifiedAt = fresh.lastModified(), .changedAt = fresh.metadataChangeTime()};
}

QList<WatchedFile> WatchedFolder::folderGone()
{
    m_seen.clear();
    if (std::exchange(m_isGone, true)) {
        return {};
    }
    return {
        {.error = io(u"%1 cannot be read; put it back, or see who may enter it"_s.arg(m_request.folder))}};
}

QList<WatchedFile> WatchedFolder::look(const std::stop_token &stop)
{
    const QDir folder(m_request.folder);
    if (!folder.isReadable()) {
        return folderGone();
    }
    m_isGone = false;
    QHash<QString, Seen> seen;
    QList<WatchedFile> list;
    const QFileInfoList files
        = folder.entryInfoList(QDir::Files | QDir::NoSymLinks, QDir::Time | QDir::Reversed);
    for (const QFileInfo &file : files) {
        if (isUnfinished(file.fileName())) {
            continue;
        }
        const Moment now = std::chrono::steady_clock::now();
        const Stamp stamp = stampOf(file.filePath());
        Seen one = m_seen.value(file.fileName());
        if (one.stamp != stamp) {
            one = {.stamp = stamp, .due = now + m_request.quiet};
        }
        if (now >= one.due && !stop.stop_requested()) {
            const auto taken = take(file, one, stop);
            if (taken) {
                list.append(*taken);
            }
            if (taken && !taken->place.isEmpty()) {
                continue;
            }
        }
        seen.insert(file.fileName(), one);
    }
    m_seen = seen;
    return list;
}

QString WatchedFolder::rejectsOf(const QFileInfo &file) const
{
    return QDir(m_request.folder).filePath(u"done/."_s + file.fileName() + u".refused"_s);
}

std::optional<WatchedFile> WatchedFolder::take(const QFileInfo &file, Seen &seen, const std::stop_token &stop)
{
    ImportRequest import = m_request.import;
    import.file = file.filePath();
    import.rejects = rejectsOf(file);
    import.isDryRun = false;
    WatchedFile taken{.name = file.fileName()};
    if (const Done folder = ownFolder(QFileInfo(import.rejects).path()); !folder) {
        taken.error = folder.error();
    } else if (const auto report = Importer(m_store).run(import, stop); report) {
        taken.report = *report;
    } else {
        taken.error = report.error();
    }
    const Stamp now = stampOf(file.filePath());
    const bool isWhole = taken.error || taken.report->isDone;
    if (now != seen.stamp || !isWhole) { // it went on after all, or is gone, or there is to be an end
        QFile::remove(import.rejects);
        seen = {.stamp = now, .due = std::chrono::steady_clock::now() + m_request.quiet};
        return {};
    }
    const bool isOver = !taken.error || taken.error->code == ErrorCode::Usage;
    if (const auto place = isOver ? putAway(file, taken) : Result<QString>()) {
        taken.place = *place;
    } else {
        taken.error = place.error();
    }
    QFile::remove(import.rejects);
    if (!taken.place.isEmpty()) {
        return taken;
    }
    taken.report.reset();
    seen.due = std::chrono::steady_clock::now() + m_request.tryAgain;
    const bool isNews = seen.error != taken.error;
    seen.error = taken.error;
    return isNews ? std::optional(taken) : std::nullopt;
}

Result<QString> WatchedFolder::putAway(const QFileInfo &file, WatchedFile &taken)
{
    const QString folder = QDir(m_request.folder).filePath(taken.error ? u"refused"_s : u"done"_s);
    return ownFolder(folder).and_then([&] {
        return fw::putAway(QFileInfo(file.filePath()), folder, rejectsOf(file),
            reportOf(m_request.import, taken, m_store.now()));
    });
}

bool WatchedFolder::isSettled() const
{
    return std::all_of(m_seen.begin(), m_seen.end(), [](const Seen &one) { return one.error.has_value(); });
}

std::optional<milliseconds> WatchedFolder::untilNext() const
{
    std::optional<Moment> first;
    for (const Seen &one : m_seen) {
        first = first ? std::min(*first, one.due) : one.due;
    }
    if (!first) {
        return {};
    }
    const auto left = std::chrono::ceil<milliseconds>(*first - std::chrono::steady_clock::now());
    return std::max(left, milliseconds(0));
}

} // namespace fw
