#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QRandomGenerator>
#include <QString>

#include <memory>

namespace fw::test {

/// Something that was asked of the disk, or was noted beside it.
struct DiskStep {
    enum class What { Write, Cut, Sync, Delete, Mark };
    What what = What::Write;
    QString file = {};
    qint64 offset = 0;     // of a cut: the size that is left
    QByteArray bytes = {}; // of a mark: what is noted
};

/// Carries out a write or a cut.
void applyStep(QByteArray &content, const DiskStep &step);
/// The same as a disk that loses power on the way: each sector of a write by itself. Which of several writes to one sector came last is decided by those
/// that came at all.
void applyTorn(QByteArray &content, const DiskStep &step, qint64 sector, QRandomGenerator &random);

/// A disk under SQLite that loses power: as long as it exists it is the default VFS of this process. It works like the usual one until dieAfter()
/// strikes; then every call fails. keepWhatLasted() turns the files into what such a disk may hold afterwards: all that was synced, and of what
/// was written since then any part, in pieces of a sector, torn and in any order. Deletions last. At most one at a time. Thread: any.
class TornVfs final
{
    Q_DISABLE_COPY_MOVE(TornVfs)
public:
    TornVfs();
    ~TornVfs(); // after every connection is closed

    /// The `operation`th write, cut or sync from now on is the first that does not come back; it may have been carried out in part.
    void dieAfter(int operation);
    [[nodiscard]] bool isDead() const;
    /// A disk that says it has synced and has not.
    void lieAboutSyncs(bool isLying);
    /// Power is back: the files are what lasted, and work again. Call when every connection is closed. The number of changes that were at stake.
    int keepWhatLasted(QRandomGenerator &random);

    /// Remembers every step from now on. Returns what is in the files so far, by path.
    QHash<QString, QByteArray> record();
    void mark(const QByteArray &note);
    [[nodiscard]] QList<DiskStep> steps() const;
    /// The disk below, for whoever looks at what lasted.
    [[nodiscard]] const char *usualName() const;

    struct Disk;

private:
    std::unique_ptr<Disk> m_disk;
};

} // namespace fw::test
