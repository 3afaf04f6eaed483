#pragma once

#include "app/store/person_record.h"
#include "app/store/store.h"

namespace fw {

/// Whose data, where to, on whose word.
struct ExportRequest {
    CustomerId customer = {}; // or, where that is null:
    IdentityId identity
        = {}; // the customer this is linked to; without one, what there is of the identity alone
    QString folder = {};
    QString agent = {};
};

struct ExportedKind {
    QString what = {}; // as in data.json: "orders", "messages", …
    qint64 count = 0;
    bool operator==(const ExportedKind &) const = default;
};

/// What was written.
struct ExportedPerson {
    Instant at = {};
    CustomerId customer = {}; // null: there is none
    QString folder = {};
    QStringList files = {};
    QList<ExportedKind> counts = {};
    qint64 notesLeftOut = 0; // of conversations in which others wrote, too
};

/// Writes what is kept of a person into `request.folder` (0700; files 0600): data.json, and index.html to read. The folder must not be there, or be empty;
/// it appears whole or not at all. The fact "person-exported" says who asked for it, and how much of what there was. Blocks until it is done, so not in
/// the GUI's thread. Errors: NotFound; Usage (no folder named; one that has something in it); Io.
[[nodiscard]] Result<ExportedPerson> exportPerson(Store &store, const ExportRequest &request);

} // namespace fw
