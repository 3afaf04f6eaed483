#pragma once

#include "app/store/person_store.h"
#include "app/store/store.h"

#include <QJsonObject>

namespace fw {

/// Whose data goes, on whose word.
struct ErasureRequest {
    CustomerId customer = {};
    QString agent = {};
    QString reason = {}; // as it goes into the certificate: no name
};

/// What would go.
struct ErasurePreview {
    QList<KeptKind> kept = {};
    QList<IdentityId> identities = {}; // linked now: they go, too
    qint64 pendingReplies = 0;         // while there are any nothing is erased
};

/// What was erased, and what a search for it found afterwards.
struct ErasureCertificate {
    Instant at = {};
    CustomerId customer = {}; // an id that stands for nobody any more
    QString agent = {};
    QString reason = {};
    QList<KeptKind> erased = {};
    int traces = 0;                 // texts that were searched for
    int sharedTraces = 0;           // texts that were not, because somebody else's record says the same
    QStringList searchedFiles = {}; // of the desk's folder; empty on PostgreSQL, whose files are the server's
    qint64 searchedBytes = 0;
    QStringList foundIn = {}; // files in which some trace still stands, such as an older backup
    bool operator==(const ErasureCertificate &) const = default;
};

/// Files of the folder in which one of `traces` stands as UTF-8 or UTF-16, in order.
[[nodiscard]] QStringList filesWith(const QStringList &files, const QStringList &traces);
/// The database and what lies beside it: write-ahead log, copies taken before it was changed.
[[nodiscard]] QStringList filesOf(const DatabasePlace &place);

/// One person's way out. Thread: any.
class Erasure final
{
public:
    Erasure(Store &store, const Clock &clock) : m_store(store), m_clock(clock) { }

    /// Errors: NotFound.
    [[nodiscard]] QFuture<Result<ErasurePreview>> preview(CustomerId customer);
    /// Erases, cleans the files (compact()) and searches them. Figures over the past stay as they are. Blocks until it is done, so not in the GUI's thread. Errors: NotFound, Usage
    /// (no reason), Busy (replies that have not left), those of compact(): then it is erased, and the files can be cleaned again with cleanUp().
    [[nodiscard]] Result<ErasureCertificate> erase(const ErasureRequest &request);
    [[nodiscard]] Done cleanUp() { return compact(m_store.place(), m_clock); }

private:
    Store &m_store;
    const Clock &m_clock;
};

} // namespace fw
