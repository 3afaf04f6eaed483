#pragma once

#include "app/model/refresh_source.h"
#include "app/store/import_store.h"

#include <QJsonValue>

namespace fw {

/// A row of which a source may say a part only.
struct RefreshedRow {
    ImportRow row = {};
    QList<qsizetype> unsaid = {}; // places among the fields; they stay as they are stored
};

/// Rows of one kind that a source has of one customer.
struct RefreshedRows {
    ImportKind kind = ImportKind::Customers;
    QList<RefreshedRow> rows = {};
};

/// What a source answered, ready to be stored.
struct RefreshedAnswer {
    QList<RefreshedRows> kinds = {}; // customers first, lines behind their orders
    QStringList problems = {};       // of rows that cannot be used
};

/// `answer` is a record, an array of records of source.kind, or an object whose members are arrays of records by kind:
/// {"customers": [{…}], "orders": [{…}, {…}]}. Read and checked as an import's; rows that are about somebody else than `key` are a problem. Objects and
/// arrays inside a record are passed over unless a field is read from them.
/// Errors: MalformedAnswer (none of these), NotFound (the source knows no such customer). Pure.
[[nodiscard]] Result<RefreshedAnswer> refreshedAnswer(
    const QJsonValue &answer, const RefreshSource &source, const QString &key, Instant now);

/// Stores what is new or other than it was; a field that a record does not have stays as it is. Lines of orders that are not the customer's, and rows without what they belong to, are added to `problems`.
/// In the unit of work of `db`. Thread: the database's.
[[nodiscard]] ImportCounts storeRefreshed(
    Database &db, CustomerId customer, const QString &source, RefreshedAnswer &answer);

} // namespace fw
