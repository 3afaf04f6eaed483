#include "tests/support/torn_vfs.h"

#include <QFile>
#include <QHash>
#include <QList>

#include <sqlite3.h>

#include <cstring>
#include <limits>
#include <mutex>

namespace fw::test {

namespace {
constexpr qint64 kSector = 512;
constexpr int kNever = std::numeric_limits<int>::max();

void put(QByteArray &content, qint64 offset, const char *bytes, qint64 size)
{
    if (content.size() < offset + size) {
        content.append(offset + size - content.size(), '\0');
    }
    std::memcpy(content.data() + offset, bytes, size_t(size));
}

/// What a disk has for sure of a file, and what it may have.
struct Content {
    QByteArray synced = {};
    QList<DiskStep> unsynced = {};
};
} // namespace

void applyStep(QByteArray &content, const DiskStep &step)
{
    if (step.what == DiskStep::What::Cut) {
        content.truncate(step.offset);
    } else {
        put(content, step.offset, step.bytes.constData(), step.bytes.size());
    }
}

void applyTorn(QByteArray &content, const DiskStep &step, qint64 sector, QRandomGenerator &random)
{
    if (step.what == DiskStep::What::Cut) {
        if (random.bounded(2) == 0) {
            applyStep(content, step);
        }
        return;
    }
    for (qint64 at = 0; at < step.bytes.size();) {
        const qint64 left = sector - (step.offset + at) % sector;
        const qint64 size = std::min(left, qint64(step.bytes.size()) - at);
        if (random.bounded(2) == 0) {
            put(content, step.offset + at, step.bytes.constData() + at, size);
        }
        at += size;
    }
}

struct TornVfs::Disk {
    std::mutex mutex;
    sqlite3_vfs vfs = {};
    sqlite3_vfs *real = nullptr;
    QHash<QString, Content> files;
    int left = kNever; // operations until it dies
    bool isDead = false;
    bool isLying = false;
    bool isRecording = false;
    QList<DiskStep> steps = {};

    void note(DiskStep step)
    {
        if (isRecording) {
            steps.append(std::move(step));
        }
    }

    /// Counts an operation; false: it is the last one, or comes after it.
    bool survives()
    {
        isDead = isDead || (left != kNever && --left <= 0);
        return !isDead;
    }
};

namespace {
TornVfs::Disk *disk = nullptr; // SQLite's callbacks know nothing else of us

/// One open file: the usual one follows in memory.
struct OpenFile {
    sqlite3_file base;
    char path[1024]; // empty: not to be kept, a temporary file
};

OpenFile *ours(sqlite3_file *file)
{
    return reinterpret_cast<OpenFile *>(file);
}

sqlite3_file *usual(sqlite3_file *file)
{
    return reinterpret_cast<sqlite3_file *>(reinterpret_cast<char *>(file) + sizeof(OpenFile));
}

/// Notes a change of `file` and tells whether it is carried out for those who look at it now.
bool noteChange(sqlite3_file *file, DiskStep change)
{
    const std::scoped_lock lock(disk->mutex);
    if (disk->isDead) {
        return false;
    }
    const bool isAlive = disk->survives();
    if (ours(file)->path[0] != '\0') {
        change.file = QFile::decodeName(ours(file)->path);
        disk->files[change.file].unsynced.append(change);
        disk->note(change);
    }
    return isAlive;
}

bool isDiskDead()
{
    const std::scoped_lock lock(disk->mutex);
    return disk->isDead;
}

int closeFile(sqlite3_file *file)
{
    return usual(file)->pMethods->xClose(usual(file));
}

int readFile(sqlite3_file *file, void *to, int size, sqlite3_int64 offset)
{
    return isDiskDead() ? SQLITE_IOERR_READ : usual(file)->pMethods->xRead(usual(file), to, size, offset);
}

int writeFile(sqlite3_file *file, const void *from, int size, sqlite3_int64 offset)
{
    const QByteArray bytes(static_cast<const char *>(from), size);
    return noteChange(file, {.offset = offset, .bytes = bytes})
        ? usual(file)->pMethods->xWrite(usual(file), from, size, offset)
        : SQLITE_IOERR_WRITE;
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    return noteChange(file, {.what = DiskStep::What::Cut, .offset = size})
        ? usual(file)->pMethods->xTruncate(usual(file), size)
        : SQLITE_IOERR_TRUNCATE;
}

int syncFile(sqlite3_file *file, int flags)
{
    const std::scoped_lock lock(disk->mutex);
    if (!disk->survives()) {
        return SQLITE_IOERR_FSYNC;
    }
    Q_UNUSED(flags) // the files themselves need not last: keepWhatLasted() writes them
    if (ours(file)->path[0] != '\0' && !disk->isLying) {
        Content &content = disk->files[QFile::decodeName(ours(file)->path)];
        for (const DiskStep &change : content.unsynced) {
            applyStep(content.synced, change);
        }
        content.unsynced.clear();
        disk->note({.what = DiskStep::What::Sync, .file = QFile::decodeName(ours(file)->path)});
    }
    return SQLITE_OK;
}

int sizeOfFile(sqlite3_file *file, sqlite3_int64 *size)
{
    return usual(file)->pMethods->xFileSize(usual(file), size);
}

int lockFile(sqlite3_file *file, int level)
{
    return usual(file)->pMethods->xLock(usual(file), level);
}

int unlockFile(sqlite3_file *file, int level)
{
    return usual(file)->pMethods->xUnlock(usual(file), level);
}

int isReserved(sqlite3_file *file, int *result)
{
    return usual(file)->pMethods->xCheckReservedLock(usual(file), result);
}

int controlFile(sqlite3_file *file, int operation, void *argument)
{
    return usual(file)->pMethods->xFileControl(usual(file), operation, argument);
}

int sectorOfFile(sqlite3_file *file)
{
    return usual(file)->pMethods->xSectorSize(usual(file));
}

int traitsOfFile(sqlite3_file *file)
{
    return usual(file)->pMethods->xDeviceCharacteristics(usual(file));
}

int mapShared(sqlite3_file *file, int page, int size, int mayExtend, void volatile **at)
{
    return usual(file)->pMethods->xShmMap(usual(file), page, size, mayExtend, at);
}

int lockShared(sqlite3_file *file, int offset, int count, int flags)
{
    return usual(file)->pMethods->xShmLock(usual(file), offset, count, flags);
}

void barrierShared(sqlite3_file *file)
{
    usual(file)->pMethods->xShmBarrier(usual(file));
}

int unmapShared(sqlite3_file *file, int isToBeDeleted)
{
    return usual(file)->pMethods->xShmUnmap(usual(file), isToBeDeleted);
}

// Version 2: shared memory for the WAL, but no memory-mapped files, whose changes nobody would see.
const sqlite3_io_methods kMethods{2, &closeFile, &readFile, &writeFile, &truncateFile, &syncFile, &sizeOfFile,
    &lockFile, &unlockFile, &isReserved, &controlFile, &sectorOfFile, &traitsOfFile, &mapShared, &lockShared,
    &barrierShared, &unmapShared, nullptr, nullptr};

int openFile(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    Q_UNUSED(vfs)
    file->pMethods = nullptr;
    if (isDiskDead()) {
        return SQLITE_CANTOPEN;
    }
    const bool isKept = name && (flags & SQLITE_OPEN_DELETEONCLOSE) == 0;
    qstrncpy(ours(file)->path, isKept ? name : "", sizeof(OpenFile::path));
    const int opened = disk->real->xOpen(disk->real, name, usual(file), flags, outFlags);
    if (opened != SQLITE_OK) {
        return opened;
    }
    file->pMethods = &kMethods;
    const std::scoped_lock lock(disk->mutex);
    const QString path = QFile::decodeName(ours(file)->path);
    if (isKept && !disk->files.contains(path)) {
        QFile before(path); // what was there when nobody watched yet
        disk->files.insert(
            path, {.synced = before.open(QIODevice::ReadOnly) ? before.readAll() : QByteArray()});
    }
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs *vfs, const char *name, int isDirectorySynced)
{
    Q_UNUSED(vfs)
    const std::scoped_lock lock(disk->mutex);
    if (!disk->survives()) {
        return SQLITE_IOERR_DELETE;
    }
    disk->files.remove(QFile::decodeName(name));
    disk->note({.what = DiskStep::What::Delete, .file = QFile::decodeName(name)});
    return disk->real->xDelete(disk->real, name, isDirectorySynced);
}
} // namespace

TornVfs::TornVfs() : m_disk(std::make_unique<Disk>())
{
    Q_ASSERT(!disk);
    disk = m_disk.get();
    m_disk->real = sqlite3_vfs_find(nullptr);
    m_disk->vfs = *m_disk->real;
    m_disk->vfs.zName = "torn";
    m_disk->vfs.szOsFile = int(sizeof(OpenFile)) + m_disk->real->szOsFile;
    m_disk->vfs.xOpen = &openFile;
    m_disk->vfs.xDelete = &deleteFile;
    sqlite3_vfs_register(&m_disk->vfs, 1);
}

TornVfs::~TornVfs()
{
    sqlite3_vfs_unregister(&m_disk->vfs);
    sqlite3_vfs_register(m_disk->real, 1);
    disk = nullptr;
}

void TornVfs::dieAfter(int operation)
{
    const std::scoped_lock lock(m_disk->mutex);
    m_disk->left = operation;
}

bool TornVfs::isDead() const
{
    return isDiskDead();
}

void TornVfs::lieAboutSyncs(bool isLying)
{
    const std::scoped_lock lock(m_disk->mutex);
    m_disk->isLying = isLying;
}

QHash<QString, QByteArray> TornVfs::record()
{
    const std::scoped_lock lock(m_disk->mutex);
    m_disk->isRecording = true;
    m_disk->steps.clear();
    QHash<QString, QByteArray> contents;
    for (auto file = m_disk->files.begin(); file != m_disk->files.end(); ++file) {
        QByteArray content = file->synced;
        for (const DiskStep &change : file->unsynced) {
            applyStep(content, change);
        }
        contents.insert(file.key(), content);
    }
    return contents;
}

void TornVfs::mark(const QByteArray &note)
{
    const std::scoped_lock lock(m_disk->mutex);
    m_disk->note({.what = DiskStep::What::Mark, .bytes = note});
}

QList<DiskStep> TornVfs::steps() const
{
    const std::scoped_lock lock(m_disk->mutex);
    return m_disk->steps;
}

const char *TornVfs::usualName() const
{
    return m_disk->real->zName;
}

int TornVfs::keepWhatLasted(QRandomGenerator &random)
{
    const std::scoped_lock lock(m_disk->mutex);
    qsizetype changes = 0;
    for (auto file = m_disk->files.begin(); file != m_disk->files.end(); ++file) {
        QByteArray content = file->synced;
        changes += file->unsynced.size();
        for (const DiskStep &change : file->unsynced) {
            applyTorn(content, change, kSector, random);
        }
        QFile kept(file.key());
        const bool isWritten
            = kept.open(QIODevice::WriteOnly | QIODevice::Truncate) && kept.write(content) == content.size();
        Q_ASSERT(isWritten);
        Q_UNUSED(isWritten)
        QFile::remove(file.key() + QStringLiteral("-shm")); // memory, gone with the power
    }
    m_disk->files.clear();
    m_disk->left = kNever;
    m_disk->isDead = false;
    return int(changes);
}

} // namespace fw::test
