#pragma once

#include <QRandomGenerator>
#include <QString>

#include <memory>

namespace fw::test {

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

    struct Disk;

private:
    std::unique_ptr<Disk> m_disk;
};

} // namespace fw::test
