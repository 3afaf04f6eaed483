#include "app/model/import_form.h"

#include "app/model/customer.h"

#include <algorithm>
#include <array>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
struct KindName {
    ImportKind kind;
    const char *name;
};
constexpr std::array kKinds = {KindName{ImportKind::Customers, "customers"},
    KindName{ImportKind::Orders, "orders"}, KindName{ImportKind::OrderLines, "order-lines"},
    KindName{ImportKind::Loyalty, "loyalty"}, KindName{ImportKind::Preferences, "preferences"},
    KindName{ImportKind::StoreVisits, "store-visits"}, KindName{ImportKind::Consents, "consents"},
    KindName{ImportKind::Stock, "stock"}, KindName{ImportKind::Places, "places"}};

ImportField text(const QString &name, const QStringList &aliases = {})
{
    return {.name = name, .aliases = aliases};
}

ImportField needed(
    const QString &name, FieldType type, const QStringList &aliases = {}, const QStringList &choices = {})
{
    return {.name = name, .type = type, .isRequired = true, .choices = choices, .aliases = aliases};
}

ImportField key(const QString &name, FieldType type = FieldType::Text, const QStringList &aliases = {})
{
    return {.name = name, .type = type, .isRequired = true, .isKey = true, .aliases = aliases};
}

ImportField whole(const QString &name)
{
    return {.name = name, .type = FieldType::Whole, .otherwise = u"0"_s};
}

ImportField choice(const QString &name, const QStringList &choices)
{
    return {.name = name, .type = FieldType::Choice, .choices = choices, .otherwise = choices.first()};
}

const QStringList kCustomerNames = {u"customer_key"_s, u"customer_id"_s, u"customer_number"_s};

QList<ImportField> customers()
{
    return {key(u"key"_s, FieldType::Text, {u"id"_s, u"customer"_s, u"customer_key"_s, u"customer_id"_s}),
        text(u"name"_s, {u"full_name"_s}), text(u"email"_s, {u"e_mail"_s, u"mail"_s}),
        text(u"phone"_s, {u"telephone"_s, u"tel"_s, u"mobile"_s}), text(u"address"_s, {u"street"_s}),
        text(u"postcode"_s, {u"zip"_s, u"postal_code"_s}), text(u"city"_s, {u"town"_s}), text(u"country"_s),
        text(u"language"_s, {u"lang"_s}), text(u"favourite_store"_s, {u"favorite_store"_s}),
        text(u"twitter"_s, {u"x"_s}), text(u"facebook"_s), text(u"pinterest"_s)};
}

QList<ImportField> orders()
{
    return {key(u"number"_s, FieldType::Text, {u"order"_s, u"order_number"_s, u"order_id"_s}),
        needed(u"customer"_s, FieldType::Customer, kCustomerNames),
        choice(u"kind"_s, {u"order"_s, u"return"_s}), text(u"returned_order"_s),
        needed(u"channel"_s, FieldType::Choice, {}, {u"online"_s, u"store"_s}),
        needed(u"status"_s, FieldType::Text),
        needed(u"placed_at"_s, FieldType::Time, {u"date"_s, u"ordered_at"_s}),
        needed(u"value"_s, FieldType::Money, {u"amount"_s, u"total"_s}),
        needed(u"currency"_s, FieldType::Currency), text(u"store"_s),
        text(u"tracking"_s, {u"tracking_number"_s})};
}

QList<ImportField> orderLines()
{
    return {key(u"order"_s, FieldType::Order, {u"order_number"_s, u"order_id"_s}), key(u"line"_s),
        needed(u"product"_s, FieldType::Text, {u"sku"_s}), text(u"variant"_s), text(u"title"_s),
        needed(u"quantity"_s, FieldType::Whole),
        {.name = u"value"_s, .type = FieldType::Money, .otherwise = u"0"_s, .aliases = {u"amount"_s}},
        needed(u"currency"_s, FieldType::Currency)};
}

QList<ImportField> loyalty()
{
    return {key(u"customer"_s, FieldType::Customer, kCustomerNames), key(u"at"_s, FieldType::Time),
        text(u"tier"_s), whole(u"points_change"_s), whole(u"points"_s), text(u"reason"_s)};
}

QList<ImportField> preferences()
{
    return {key(u"customer"_s, FieldType::Customer, kCustomerNames), key(u"preference"_s),
        needed(u"value"_s, FieldType::Text),
        {.name = u"at"_s, .type = FieldType::Time, .otherwise = u"1970-01-01"_s}};
}

QList<ImportField> storeVisits()
{
    return {key(u"customer"_s, FieldType::Customer, kCustomerNames), key(u"store"_s),
        key(u"at"_s, FieldType::Time), text(u"zone"_s), whole(u"seconds"_s)};
}

QList<ImportField> consents()
{
    ImportField purpose = key(u"purpose"_s, FieldType::Choice);
    for (const Purpose known : allPurposes()) {
        purpose.choices.append(toString(known));
    }
    return {key(u"customer"_s, FieldType::Customer, kCustomerNames), purpose,
        needed(u"given"_s, FieldType::Choice, {}, {u"given"_s, u"withdrawn"_s}),
        key(u"at"_s, FieldType::Time)};
}

QList<ImportField> stock()
{
    ImportField variant = text(u"variant"_s);
    variant.isKey = true;
    return {key(u"product"_s, FieldType::Text, {u"sku"_s}), variant, text(u"title"_s),
        key(u"place"_s, FieldType::Text, {u"store"_s, u"location"_s}),
        choice(u"place_kind"_s, {u"store"_s, u"warehouse"_s}), needed(u"quantity"_s, FieldType::Whole),
        needed(u"as_of"_s, FieldType::Time)};
}

QList<ImportField> places()
{
    return {key(u"place"_s, FieldType::Text, {u"store"_s, u"location"_s}), text(u"title"_s, {u"name"_s}),
        choice(u"place_kind"_s, {u"store"_s, u"warehouse"_s}), text(u"address"_s, {u"street"_s}),
        text(u"postcode"_s, {u"zip"_s, u"postal_code"_s}), text(u"city"_s, {u"town"_s}), text(u"country"_s),
        {.name = u"latitude"_s, .type = FieldType::Degrees, .aliases = {u"lat"_s}},
        {.name = u"longitude"_s, .type = FieldType::Degrees, .aliases = {u"lon"_s, u"lng"_s}}};
}
} // namespace

QString toString(ImportKind kind)
{
    const auto *found = std::find_if(
        kKinds.begin(), kKinds.end(), [kind](const KindName &name) { return name.kind == kind; });
    return QString::fromLatin1(found->name);
}

std::optional<ImportKind> importKindFromString(const QString &name)
{
    const auto *found = std::find_if(kKinds.begin(), kKinds.end(),
        [&name](const KindName &known) { return name == QLatin1StringView(known.name); });
    return found == kKinds.end() ? std::nullopt : std::optional(found->kind);
}

const QList<ImportKind> &allImportKinds()
{
    static const QList<ImportKind> all = [] {
        QList<ImportKind> list;
        std::transform(kKinds.begin(), kKinds.end(), std::back_inserter(list),
            [](const KindName &name) { return name.kind; });
        return list;
    }();
    return all;
}

const QList<ImportField> &fieldsOf(ImportKind kind)
{
    static const std::array all = {customers(), orders(), orderLines(), loyalty(), preferences(),
        storeVisits(), consents(), stock(), places()}; // in the enumeration's order
    return all.at(size_t(kind));
}

} // namespace fw
