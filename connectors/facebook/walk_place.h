#pragma once

#include "connectors/facebook/graph_parse.h"

#include <QHash>

namespace fw::facebook {

/// What is known of a branch (a post, a conversation) that was read to its end.
struct Known {
    QString stamp = {};      // Branch::stamp() of that time
    Instant completeTo = {}; // nothing below it is missing up to then
    bool operator==(const Known &) const = default;
};
using KnownBranches = QHash<QString, Known>; // by id

/// Kept with the watermark once a walk is whole: Cursor::state.
[[nodiscard]] QByteArray stateOf(const KnownBranches &branches);
[[nodiscard]] KnownBranches branchesIn(const QByteArray &state);

/// A branch that is still to be read.
struct Pending {
    QString id = {};
    QString stamp = {};
    Instant since = {}; // the epoch: all of it
    QString permalink = {};
    bool operator==(const Pending &) const = default;
};

/// Where a walk over a list, and the lists below its entries, stands: what Cursor::pageToken says. No address and no token is in it.
struct WalkPlace {
    Instant startedAt = {};      // the network's clock when the first page was answered; the epoch: not yet
    int edge = 0;                // which of the lists of the stream
    int refused = 0;             // lists the network would not give
    QString next = {};           // of that list; empty: the beginning
    bool isListDone = false;     // no more pages of it
    QList<Pending> pending = {}; // branches of the page just read
    QString nextBelow = {};      // within the first of them; empty: its beginning
    KnownBranches known = {};    // seen in this walk
    bool operator==(const WalkPlace &) const = default;
};

[[nodiscard]] QString tokenOf(const WalkPlace &place);
/// A token that cannot be read begins the walk again.
[[nodiscard]] WalkPlace placeIn(const QString &token);

} // namespace fw::facebook
