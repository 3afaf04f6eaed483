#pragma once

#include "app/store/chain_head.h"
#include "app/store/database.h"

namespace fw {

/// How the journal is not what was written.
enum class Tampering {
    Changed,   // an entry says something else than it did
    Missing,   // an entry is gone, or the end of a chain, or all of it
    Reordered, // an entry stands before one that was written earlier
    Added,     // an entry no writer wrote
};

/// The first entry that is not as it was written.
struct BrokenEntry {
    Tampering how = Tampering::Changed;
    FactId fact
        = {}; // of Missing: the last one before it, or the one that should be there where that is known
    qint64 writer = 0; // 0: of the beginning, before facts were chained
    qint64 seq = 0;
    QString detail = {}; // English
};

struct Audit {
    qint64 facts = 0;
    qint64 unchained = 0; // written before facts were chained: only their number is known
    qint64 erased = 0;    // detail blanked because a person's data had to go
    qint64 writers = 0;
    ChainHead head
        = {}; // of the newest fact: noted elsewhere, it proves later that nothing up to it was cut off
    std::optional<BrokenEntry> broken = {};
};

/// Reads the whole journal and every chain in it, in the order of ids. Memory: a page of facts and one head a writer, however long the journal is.
/// Thread: the database's; in one read, so that it sees the heads that belong to the facts.
[[nodiscard]] Audit auditJournal(Database &db);
/// Is this entry there, as it was? A head that was noted.
[[nodiscard]] bool holdsEntry(Database &db, FactId fact, qint64 writer, qint64 seq, const QByteArray &hash);

[[nodiscard]] QString toString(Tampering how); // "changed", "missing", "reordered", "added"

} // namespace fw
