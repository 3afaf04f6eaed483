#include "app/customers/refresh/refreshed_rows.h"

#include "app/customers/import/import_columns.h"
#include "app/customers/import/import_row.h"
#include "app/store/order_store.h"

#include <QJsonArray>

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
struct Portion {
    ImportKind kind = ImportKind::Customers;
    QJsonArray records = {};
};

Failure malformed(const QString &detail)
{
    return Failure({.code = ErrorCode::MalformedAnswer, .detail = detail});
}

/// An object with a member that is named as a kind is, and is an array, is one of them all.
Result<QList<Portion>> portionsOf(const QJsonValue &answer, ImportKind usual)
{
    if (answer.isArray()) {
        return QList<Portion>{{.kind = usual, .records = answer.toArray()}};
    }
    if (!answer.isObject()) {
        return malformed(u"the answer is neither a record nor a list of them"_s);
    }
    const QJsonObject object = answer.toObject();
    QList<Portion> portions;
    for (const ImportKind kind : allImportKinds()) {
        const QJsonValue member = object[toString(kind)];
        if (isRefreshable(kind) && member.isArray()) {
            portions.append({.kind = kind, .records = member.toArray()});
        }
    }
    return portions.isEmpty() ? QList<Portion>{{.kind = usual, .records = {object}}} : portions;
}

/// Whose the row is, where it says so itself.
bool isOf(const ImportRow &row, ImportKind kind, const QString &key)
{
    if (kind == ImportKind::Customers) {
        return row.key == key;
    }
    const QList<ImportField> &fields = fieldsOf(kind);
    for (qsizetype i = 0; i < fields.size(); ++i) {
        if (fields[i].type == FieldType::Customer && row.values[i].toString() != key) {
            return false;
        }
    }
    return true;
}

/// What is nested in a record and nothing is read from is none of ours.
QJsonObject flat(QJsonObject object, const QStringList &used)
{
    for (const QString &member : object.keys()) {
        if ((object[member].isObject() || object[member].isArray()) && !used.contains(member)) {
            object.remove(member);
        }
    }
    return object;
}

/// References are what a row hangs on: they are there, or it is refused.
QList<qsizetype> unsaidBy(const Record &record, ImportKind kind, const ImportColumns &columns)
{
    const QList<ImportField> &fields = fieldsOf(kind);
    QList<qsizetype> unsaid;
    for (qsizetype i = 0; i < fields.size(); ++i) {
        if (!fields[i].isRequired && !record.names.contains(columns.names()[i])) {
            unsaid.append(i);
        }
    }
    return unsaid;
}

Result<RefreshedRow> rowOf(
    const QJsonValue &value, ImportKind kind, const QJsonObject &map, qint64 line, Instant now)
{
    if (!value.isObject()) {
        return malformed(u"not a JSON object"_s);
    }
    const auto columns = ImportColumns::ofJson(kind, map, value.toObject().keys());
    if (!columns) {
        return Failure(columns.error());
    }
    const Record record = recordOf(flat(value.toObject(), columns->names()), line);
    if (!record.problem.isEmpty()) {
        return malformed(record.problem);
    }
    return importRow(kind, columns->cellsOf(record), line, now).map([&](const ImportRow &row) {
        return RefreshedRow{.row = row, .unsaid = unsaidBy(record, kind, *columns)};
    });
}

RefreshedRows readPortion(
    const Portion &portion, const QJsonObject &map, const QString &key, Instant now, QStringList &problems)
{
    RefreshedRows read{.kind = portion.kind};
    qint64 line = 0;
    for (const QJsonValue &value : portion.records) {
        auto row = rowOf(value, portion.kind, map, ++line, now);
        if (row && isOf(row->row, portion.kind, key)) {
            read.rows.append(*std::move(row));
            continue;
        }
        problems.append(u"%1, record %2: %3"_s.arg(toString(portion.kind))
                            .arg(line)
                            .arg(row ? u"about somebody else"_s : row.error().detail));
    }
    return read;
}

/// Rows that belong to an order belong to whoever ordered.
bool isOfOrders(Database &db, const ImportRun &run, const ImportRow &row, CustomerId customer)
{
    const QList<ImportField> &fields = fieldsOf(run.kind);
    for (qsizetype i = 0; i < fields.size(); ++i) {
        if (fields[i].type == FieldType::Order
            && OrderStore(db).ownerOf(run.source, row.values[i].toString()) != customer) {
            return false;
        }
    }
    return true;
}

/// With what is stored of the fields the record does not have.
ImportRow whole(Database &db, const ImportRun &run, const RefreshedRow &refreshed)
{
    ImportRow row = refreshed.row;
    const QVariantList stored = refreshed.unsaid.isEmpty()
        ? QVariantList()
        : ImportStore(db).stored(run, row.key, refreshed.unsaid);
    if (stored.isEmpty()) {
        return row;
    }
    for (qsizetype i = 0; i < stored.size(); ++i) {
        row.values[refreshed.unsaid[i]] = stored[i];
    }
    row.hash = rowHash(row.values);
    return row;
}

/// Nothing is written for a row that is there as it is.
ImportStore::Put putIfOther(Database &db, const ImportRun &run, const ImportRow &row)
{
    ImportStore imports(db);
    const auto would = imports.wouldPut(run, row);
    return would == ImportStore::Put::Added || would == ImportStore::Put::Changed ? imports.put(run, row)
                                                                                  : would;
}
void count(ImportStore::Put put, ImportCounts &counts)
{
    ++counts.records;
    switch (put) {
    case ImportStore::Put::Added:
        ++counts.added;
        return;
    case ImportStore::Put::Changed:
        ++counts.changed;
        return;
    case ImportStore::Put::Unchanged:
        ++counts.unchanged;
        return;
    default:
        ++counts.refused;
    }
}

/// Empty: it is stored.
QString whyRefused(ImportStore::Put put)
{
    switch (put) {
    case ImportStore::Put::Duplicate:
        return u"the same key as an earlier one"_s;
    case ImportStore::Put::NoOrder:
    case ImportStore::Put::NoCustomer:
        return u"no such order of this customer"_s;
    default:
        return {};
    }
}
} // namespace

Result<RefreshedAnswer> refreshedAnswer(
    const QJsonValue &answer, const RefreshSource &source, const QString &key, Instant now)
{
    const auto portions = portionsOf(answer, source.kind);
    if (!portions) {
        return Failure(portions.error());
    }
    RefreshedAnswer read;
    for (const Portion &portion : *portions) {
        const QJsonObject map = portion.kind == source.kind ? source.map : QJsonObject();
        read.kinds.append(readPortion(portion, map, key, now, read.problems));
        if (portion.kind == ImportKind::Customers && portion.records.isEmpty()) {
            return Failure(
                {.code = ErrorCode::NotFound, .detail = u"the source knows no customer with this key"_s});
        }
    }
    return read;
}

ImportCounts storeRefreshed(Database &db, CustomerId customer, const QString &source, RefreshedAnswer &answer)
{
    ImportCounts counts;
    for (const RefreshedRows &portion : std::as_const(answer.kinds)) {
        // Not an import of its own: its id only tells rows of this answer from each other.
        const ImportRun run{.id = db.newId<ImportId>(), .kind = portion.kind, .source = source};
        for (const RefreshedRow &refreshed : portion.rows) {
            const ImportRow row = whole(db, run, refreshed);
            const auto put
                = isOfOrders(db, run, row, customer) ? putIfOther(db, run, row) : ImportStore::Put::NoOrder;
            count(put, counts);
            if (const QString why = whyRefused(put); !why.isEmpty()) {
                answer.problems.append(
                    u"%1, record %2: %3"_s.arg(toString(portion.kind)).arg(row.line).arg(why));
            }
        }
    }
    return counts;
}

} // namespace fw
