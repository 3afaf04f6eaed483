#pragma once

#include "app/model/customer.h"
#include "app/model/import_form.h"
#include "app/store/database.h"

#include <QJsonObject>

namespace fw {

/// How columns of a file are called, saved by name.
struct ImportMap {
    QString name = {};
    ImportKind kind = ImportKind::Customers;
    QJsonObject definition = {}; // {"columns": {"email": "E-Mail-Adresse", …}}
    QString agent = {};
    Instant at = {};
    bool operator==(const ImportMap &) const = default;
};

/// What became of the records of an import so far.
struct ImportCounts {
    qint64 records = 0; // read, whatever became of them
    qint64 added = 0;
    qint64 changed = 0;
    qint64 unchanged = 0;
    qint64 refused = 0;
    bool operator==(const ImportCounts &) const = default;
};

/// One import of one file; open until `state` says how it ended.
struct ImportRun {
    ImportId id = {};
    ImportKind kind = ImportKind::Customers;
    QString source = {};
    QString file = {};
    QString fingerprint = {}; // of the file's contents, its map and its form
    QString agent = {};
    QString state = {}; // "running" (also when it was interrupted), "done"
    ImportCounts counts = {};
    bool operator==(const ImportRun &) const = default;
};

/// A row fit to be stored. `values` stand in the order of fieldsOf(kind); those of customers and orders are their keys.
struct ImportRow {
    qint64 line = 0;
    QString key = {};
    qint64 hash = 0; // of the values
    QVariantList values = {};
};

struct RefusedRow {
    qint64 line = 0;
    QString reason = {};
    QString record = {};
    bool operator==(const RefusedRow &) const = default;
};

/// Imports: their maps, how far they are, and the rows themselves. Thread: the database's.
class ImportStore final
{
public:
    explicit ImportStore(Database &db) : m_db(db) { }

    /// With the fact ("import-map-saved"); in place of the one with that name.
    void saveMap(const ImportMap &map);
    [[nodiscard]] std::optional<ImportMap> map(const QString &name);
    [[nodiscard]] QList<ImportMap> maps();

    /// The open run of the same file, kind and source, else a new one, with its fact ("import-started").
    ImportRun begin(const ImportRun &run);
    [[nodiscard]] std::optional<ImportRun> byId(ImportId id);
    /// Where the run is after a batch. With the fact ("rows-imported") when something was stored.
    void advance(const ImportRun &run, const ImportCounts &batch);
    /// With the fact ("import-ended").
    void end(const ImportRun &run);

    enum class Put { Added, Changed, Unchanged, Duplicate, NoCustomer, NoOrder };
    /// Stores a row, or tells why not. A row with the key of another one of the same run is a Duplicate.
    Put put(const ImportRun &run, const ImportRow &row);
    /// What put() would do, without doing it; knows of no other row of the run.
    [[nodiscard]] Put wouldPut(const ImportRun &run, const ImportRow &row);
    /// What is stored in the row with this key, of the fields at these places among fieldsOf(kind), none of them a customer or an order. Empty: there is no such row.
    [[nodiscard]] QVariantList stored(
        const ImportRun &run, const QString &key, const QList<qsizetype> &places);
    /// The line of the row of this run that has the same key.
    [[nodiscard]] qint64 lineOf(const ImportRun &run, const QString &key);

    void refuse(ImportId run, const RefusedRow &row);
    /// By line, after `line`.
    [[nodiscard]] QList<RefusedRow> refused(ImportId run, qint64 afterLine, int limit);
    /// The records themselves are forgotten; lines and reasons stay.
    void forgetRecords(ImportId run);

private:
    /// The row's values as they are stored: ids instead of keys. Nothing when one is not there; `missing` says which.
    [[nodiscard]] std::optional<QVariantList> resolved(
        const ImportRun &run, const ImportRow &row, Put &missing);
    [[nodiscard]] qint64 idOf(ImportKind kind, const QString &source, const QString &key);

    Database &m_db;
};

} // namespace fw
