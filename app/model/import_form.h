#pragma once

#include <QList>
#include <QStringList>

#include <optional>

namespace fw {

/// What a file for import holds, one kind a file.
enum class ImportKind {
    Customers,
    Orders,
    OrderLines,
    Loyalty,
    Preferences,
    StoreVisits,
    Consents,
    Stock,
    Places
};

enum class FieldType {
    Text,
    Whole,    // a whole number
    Money,    // in the row's currency
    Currency, // ISO 4217
    Degrees,  // of latitude or longitude; stored in millionths, empty: not known
    Time,     // ISO 8601; without a zone it is UTC
    Choice,   // one of `choices`
    Customer, // the key of a customer of the same source
    Order,    // the number of an order of the same source
};

/// One member of a row. Its name is what columns are called unless a map says otherwise.
struct ImportField {
    QString name = {};
    FieldType type = FieldType::Text;
    bool isRequired = false;
    bool isKey = false; // together the row's key: a row with the same one is the same thing
    QStringList choices = {};
    QString otherwise = {};   // what an empty cell means
    QStringList aliases = {}; // other names by which a column is known without a map
};

[[nodiscard]] QString toString(ImportKind kind); // "customers", "order-lines", …
[[nodiscard]] std::optional<ImportKind> importKindFromString(const QString &name);
[[nodiscard]] const QList<ImportKind> &allImportKinds();
/// In the order in which a row's values stand.
[[nodiscard]] const QList<ImportField> &fieldsOf(ImportKind kind);

} // namespace fw
