#pragma once

#include "app/customers/import/import_columns.h"
#include "app/customers/import/importer.h"
#include "app/customers/import/reject_file.h"

#include <unordered_set>

namespace fw {

/// One import under way; see Importer.
class ImportJob final
{
    Q_DISABLE_COPY_MOVE(ImportJob)
public:
    ImportJob(Store &store, const ImportRequest &request);

    /// Opens the file, finds out how it is written and which column is what, and how much of it was imported before.
    [[nodiscard]] Done prepare();
    [[nodiscard]] Done work(
        const std::stop_token &stop, const std::function<void(const ImportProgress &)> &progress);
    /// Writes the refused rows, and ends the import.
    [[nodiscard]] Done finish();
    [[nodiscard]] const ImportReport &report() const { return m_report; }

    struct Batch {
        QList<ImportRow> rows = {};
        QList<RefusedRow> refused = {};
        qint64 records = 0;
    };

private:
    [[nodiscard]] Done detect();
    [[nodiscard]] Done readHeader();
    [[nodiscard]] Done begin();
    [[nodiscard]] QString fingerprint() const;
    /// The next records; nothing left: an empty batch.
    [[nodiscard]] Batch read();
    void sort(const Record &record, Batch &batch);
    [[nodiscard]] Result<ImportCounts> store(const Batch &batch);
    [[nodiscard]] Result<ImportCounts> tryOut(const Batch &batch);
    [[nodiscard]] Done keepRefused();
    [[nodiscard]] Done countBaskets();

    Store &m_store;
    ImportRequest m_request;
    ImportReport m_report;
    ImportRun m_run;
    QByteArray m_head;
    std::unique_ptr<RecordReader> m_records;
    std::optional<Record> m_first; // of JSON Lines, read to know the names
    std::optional<ImportColumns> m_columns;
    RejectFile m_rejects;
    std::unordered_set<qint64> m_seen; // keys of a dry run
};

} // namespace fw
