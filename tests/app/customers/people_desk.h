#pragma once

#include "app/customers/customers.h"
#include "app/store/consent_store.h"
#include "app/store/customer_store.h"
#include "app/store/import_store.h"
#include "app/store/link_store.h"
#include "tests/support/desk_fixture.h"

namespace fw::test {

using Cells = QHash<QString, QVariant>; // by field; times are milliseconds, amounts minor units

/// Stores one row as an import of its own.
inline ImportStore::Put putRow(Store &store, ImportKind kind, const Cells &cells)
{
    return *waitFor(store.write([kind, cells](Database &db) {
        ImportStore imports(db);
        ImportRow row;
        QStringList key;
        for (const ImportField &field : fieldsOf(kind)) {
            row.values.append(cells.value(field.name, field.otherwise));
            if (field.isKey) {
                key.append(row.values.last().toString());
            }
        }
        row.key = key.join(u'|');
        row.hash = qint64(qHash(row.values.size() + qint64(qHash(cells.size()))));
        const ImportRun run = imports.begin(
            {.kind = kind, .source = QStringLiteral("crm"), .fingerprint = db.newId<ImportId>().toString()});
        const auto result = imports.put(run, row);
        imports.end(run);
        return result;
    }));
}

/// A desk whose brand knows people.
class PeopleDesk : public DeskFixture
{
public:
    using Cells = test::Cells;

    ImportStore::Put put(ImportKind kind, const Cells &cells) { return putRow(*store, kind, cells); }

    /// The customer with this key, and so much of the rest as `cells` says.
    CustomerId customer(const QString &key, Cells cells = {})
    {
        cells.insert(QStringLiteral("key"), key);
        put(ImportKind::Customers, cells);
        const auto stored = *waitFor(
            store->read([key](Database &db) { return CustomerStore(db).byKey(QStringLiteral("crm"), key); }));
        return stored->id;
    }

    void order(const QString &number, const QString &customerKey)
    {
        put(ImportKind::Orders,
            {{QStringLiteral("number"), number}, {QStringLiteral("customer"), customerKey},
                {QStringLiteral("channel"), QStringLiteral("online")},
                {QStringLiteral("status"), QStringLiteral("sent")},
                {QStringLiteral("placed_at"), toMs(clock.now())}, {QStringLiteral("value"), 4900},
                {QStringLiteral("currency"), QStringLiteral("EUR")}});
    }

    void says(CustomerId customer, Purpose purpose, bool isGiven)
    {
        clock.advance(milliseconds(1));
        const auto said = waitFor(people().record({.customer = customer,
            .purpose = purpose,
            .isGiven = isGiven,
            .source = QStringLiteral("form"),
            .agent = QStringLiteral("ann")}));
        Q_ASSERT(said);
        Q_UNUSED(said)
    }

    /// An identity that wrote `body`.
    IdentityId writes(const QString &author, const QString &body)
    {
        return keep(mention(QString::number(++m_posts), author, body)).author.id;
    }

    Result<IdentityLink> link(IdentityId identity, CustomerId customer, const QString &statement = {})
    {
        return waitFor(people().link({.identity = identity,
            .customer = customer,
            .agent = QStringLiteral("ann"),
            .reason = QStringLiteral("the same person"),
            .statement = statement}));
    }

    CustomerView view(CustomerId customer, IdentityId through = {}, bool isWithPurchases = false)
    {
        return *waitFor(people().view({.customer = customer,
            .through = through,
            .agent = QStringLiteral("ann"),
            .isWithPurchases = isWithPurchases}));
    }

    QList<LinkSuggestion> suggest(IdentityId identity) { return *waitFor(people().suggest(identity, 10)); }
    Customers people() { return Customers(*store); }

private:
    int m_posts = 1000;
};

} // namespace fw::test
