#pragma once

#include "app/customers/import/text_form.h"
#include "app/store/import_store.h"
#include "app/store/store.h"

#include <functional>
#include <stop_token>

namespace fw {

/// What is to be imported, and how.
struct ImportRequest {
    QString file = {};
    ImportKind kind = ImportKind::Customers;
    QString source = {};  // keys are unique in it: "crm", "shop" …
    QJsonObject map = {}; // as ImportMap::definition
    QString agent = {};
    QString rejects = {};                  // file for refused rows; empty: none
    std::optional<Encoding> encoding = {}; // instead of what it seems to be
    std::optional<char> delimiter = {};    // the same
    bool isDryRun = false;                 // nothing is stored
};

struct ImportReport {
    ImportId id = {}; // null of a dry run
    TextForm form = {};
    QStringList fields = {};  // of the kind
    QStringList columns = {}; // of the file, for each field; empty: none
    QStringList ignored = {}; // columns nothing is read from
    ImportCounts counts = {};
    QList<RefusedRow> refused = {}; // the first of them
    qint64 continuedAt = 0;         // so many records were imported earlier, before it was interrupted
    bool isDone = false;            // false: cancelled; the same import again goes on there
};

struct ImportProgress {
    qint64 bytes = 0;
    qint64 ofBytes = 0;
    qint64 records = 0;
};

/// Reads a file of rows into the desk, a batch a transaction; with each batch goes how far it is. Rows that make no sense are refused with line and reason,
/// the others are stored. A row that is there already with the same contents changes nothing. Constant memory, but for eight bytes a row of a dry run.
/// Thread: any that may wait, and is not the store's.
class Importer final
{
public:
    explicit Importer(Store &store) : m_store(store) { }

    /// Errors: Io; Usage (empty file, columns missing, no source); Busy when another program imports the same file now; Storage.
    [[nodiscard]] Result<ImportReport> run(const ImportRequest &request, std::stop_token stop = {},
        const std::function<void(const ImportProgress &)> &progress = {});

private:
    Store &m_store;
};

} // namespace fw
