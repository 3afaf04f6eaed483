#include "app/model/customer_keys.h"
#include "app/store/basket_store.h"
#include "app/store/import_store.h"
#include "app/store/stock_store.h"

#include <array>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
/// A column made from others of the row, to find it by.
struct DerivedColumn {
    const char *column;
    int from; // place among the fields
    QString (*make)(const QString &text);
};

QString tableOf(ImportKind kind)
{
    static const std::array tables
        = {u"customer"_s, u"customer_order"_s, u"customer_order_line"_s, u"loyalty_event"_s, u"preference"_s,
            u"store_visit"_s, u"consent"_s, u"stock_level"_s, u"store_place"_s}; // in the enumeration's order
    return tables.at(size_t(kind));
}

QString columnOf(const ImportField &field)
{
    switch (field.type) {
    case FieldType::Customer:
    case FieldType::Order:
        return field.name + u"_id"_s;
    case FieldType::Time:
        return field.name + u"_ms"_s;
    case FieldType::Money:
        return field.name + u"_minor"_s;
    case FieldType::Degrees:
        return field.name + u"_e6"_s;
    default:
        return field.name;
    }
}

/// Fields whose value is the row's key have no column of their own.
bool hasColumn(ImportKind kind, const ImportField &field)
{
    return kind != ImportKind::Customers || field.name != "key"_L1;
}

const QList<DerivedColumn> &derivedOf(ImportKind kind)
{
    static const QList<DerivedColumn> ofCustomers = {{"name_key", 1, nameKey}, {"email_key", 2, emailKey},
        {"phone_key", 3, phoneKey}, {"twitter_key", 10, handleKey}, {"facebook_key", 11, handleKey},
        {"pinterest_key", 12, handleKey}};
    static const QList<DerivedColumn> ofOrders = {{"number_key", 0, orderKey}};
    static const QList<DerivedColumn> none;
    return kind == ImportKind::Customers ? ofCustomers : kind == ImportKind::Orders ? ofOrders : none;
}

/// One statement that stores a row and tells by previous_hash whether it was there: NULL when it was not. A row that this run has stored already
/// is left alone, and nothing comes back.
QString makeUpsert(ImportKind kind)
{
    QStringList columns;
    for (const ImportField &field : fieldsOf(kind)) {
        if (hasColumn(kind, field)) {
            columns.append(columnOf(field));
        }
    }
    for (const DerivedColumn &derived : derivedOf(kind)) {
        columns.append(QString::fromLatin1(derived.column));
    }
    QStringList places(columns.size(), u"?"_s);
    QStringList assignments;
    for (const QString &column : columns) {
        assignments.append(u"%1 = excluded.%1"_s.arg(column));
    }
    const QString table = tableOf(kind);
    return u"INSERT INTO %1 (id, source, external_key, row_hash, import_id, import_line, changed_at_ms, %2)"
           " VALUES (?, ?, ?, ?, ?, ?, ?, %3) ON CONFLICT (source, external_key) DO UPDATE SET %4,"
           " previous_hash = %1.row_hash, row_hash = excluded.row_hash, import_id = excluded.import_id,"
           " import_line = excluded.import_line,"
           " changed_at_ms = CASE WHEN %1.row_hash = excluded.row_hash THEN %1.changed_at_ms ELSE "
           "excluded.changed_at_ms END"
           " WHERE %1.import_id <> excluded.import_id RETURNING previous_hash"_s.arg(
               table, columns.join(u", "_s), places.join(u", "_s), assignments.join(u", "_s));
}

const QString &upsert(ImportKind kind)
{
    static const QList<QString> statements = [] {
        QList<QString> made;
        for (const ImportKind each : allImportKinds()) {
            made.append(makeUpsert(each));
        }
        return made;
    }();
    return statements.at(qsizetype(kind));
}

/// The row is another than it was, or new: baskets may be, too. `columns` are those of its fields.
void tellBaskets(
    Database &db, const ImportRun &run, const ImportRow &row, const QVariantList &columns, bool isNew)
{
    BasketStore baskets(db);
    if (run.kind == ImportKind::OrderLines) {
        baskets.changed(OrderId{columns.first().toLongLong()});
    } else if (run.kind == ImportKind::Consents) {
        baskets.changedOf(CustomerId{columns.first().toLongLong()});
    } else if (run.kind == ImportKind::Orders && !isNew) { // a new one has no lines yet
        baskets.changed(
            OrderId{db.number(u"SELECT id FROM customer_order WHERE source = ? AND external_key = ?"_s,
                {run.source, row.key})});
    }
}
} // namespace

qint64 ImportStore::idOf(ImportKind kind, const QString &source, const QString &key)
{
    return m_db.number(
        u"SELECT id FROM %1 WHERE source = ? AND external_key = ?"_s.arg(tableOf(kind)), {source, key});
}

std::optional<QVariantList> ImportStore::resolved(const ImportRun &run, const ImportRow &row, Put &missing)
{
    QVariantList values;
    const QList<ImportField> &fields = fieldsOf(run.kind);
    for (qsizetype i = 0; i < fields.size(); ++i) {
        if (!hasColumn(run.kind, fields[i])) {
            continue;
        }
        const bool isCustomer = fields[i].type == FieldType::Customer;
        if (!isCustomer && fields[i].type != FieldType::Order) {
            values.append(row.values[i]);
            continue;
        }
        const ImportKind of = isCustomer ? ImportKind::Customers : ImportKind::Orders;
        const qint64 id = idOf(of, run.source, row.values[i].toString());
        if (id == 0) {
            missing = isCustomer ? Put::NoCustomer : Put::NoOrder;
            return std::nullopt;
        }
        values.append(id);
    }
    return values;
}

ImportStore::Put ImportStore::wouldPut(const ImportRun &run, const ImportRow &row)
{
    Put missing = Put::NoCustomer;
    if (!resolved(run, row, missing)) {
        return missing;
    }
    const auto hash
        = m_db.one(u"SELECT row_hash FROM %1 WHERE source = ? AND external_key = ?"_s.arg(tableOf(run.kind)),
            {run.source, row.key}, [](const QSqlQuery &stored) { return stored.value(0).toLongLong(); });
    return !hash ? Put::Added : *hash == row.hash ? Put::Unchanged : Put::Changed;
}

QVariantList ImportStore::stored(const ImportRun &run, const QString &key, const QList<qsizetype> &places)
{
    const QList<ImportField> &fields = fieldsOf(run.kind);
    QStringList columns;
    for (const qsizetype place : places) {
        columns.append(columnOf(fields[place]));
    }
    return m_db
        .one(u"SELECT %1 FROM %2 WHERE source = ? AND external_key = ?"_s.arg(
                 columns.join(u", "_s), tableOf(run.kind)),
            {run.source, key},
            [count = int(columns.size())](const QSqlQuery &row) {
                QVariantList values;
                for (int i = 0; i < count; ++i) {
                    values.append(row.value(i));
                }
                return values;
            })
        .value_or(QVariantList());
}

ImportStore::Put ImportStore::put(const ImportRun &run, const ImportRow &row)
{
    Put missing = Put::NoCustomer;
    const auto columns = resolved(run, row, missing);
    if (!columns) {
        return missing;
    }
    QVariantList values = {m_db.newId<Id<struct RowTag>>().value, run.source, row.key, row.hash, run.id.value,
        row.line, toMs(m_db.now())};
    values += *columns;
    for (const DerivedColumn &derived : derivedOf(run.kind)) {
        values.append(derived.make(row.values[derived.from].toString()));
    }
    const auto before
        = m_db.one(upsert(run.kind), values, [](const QSqlQuery &stored) { return stored.value(0); });
    if (!before) {
        return Put::Duplicate;
    }
    if (run.kind == ImportKind::Stock && (before->isNull() || before->toLongLong() != row.hash)) {
        StockStore(m_db).know({.product = row.values[0].toString(),
            .variant = row.values[1].toString(),
            .title = row.values[2].toString()});
    }
    if (before->isNull() || before->toLongLong() != row.hash) {
        tellBaskets(m_db, run, row, *columns, before->isNull());
    }
    return before->isNull() ? Put::Added : before->toLongLong() == row.hash ? Put::Unchanged : Put::Changed;
}

qint64 ImportStore::lineOf(const ImportRun &run, const QString &key)
{
    return m_db.number(
        u"SELECT import_line FROM %1 WHERE source = ? AND external_key = ?"_s.arg(tableOf(run.kind)),
        {run.source, key});
}

} // namespace fw
