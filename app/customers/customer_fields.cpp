#include "app/customers/customer_fields.h"

#include "app/customers/customer_view.h"
#include "app/model/currency.h"
#include "app/store/link_store.h"

#include <QLocale>

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
void addRecord(const Customer &customer, FieldValues &values)
{
    values.insert(u"customer.name"_s, customer.name.trimmed());
    values.insert(u"customer.first_name"_s, customer.name.trimmed().section(u' ', 0, 0));
    values.insert(u"customer.city"_s, customer.city);
    values.insert(u"customer.store"_s, customer.favouriteStore);
    values.removeIf(
        [](FieldValues::iterator value) { return value->isEmpty(); }); // what the network tells stands then
}

void addLoyalty(const LoyaltyEvent &newest, FieldValues &values)
{
    values.insert(u"customer.tier"_s, newest.tier);
    values.insert(u"customer.points"_s, QString::number(newest.points));
}

void addOrder(const Order &order, const QString &language, FieldValues &values)
{
    const QLocale locale(language.isEmpty() ? u"en"_s : language);
    values.insert(u"order.number"_s, order.number);
    values.insert(u"order.status"_s, order.status);
    values.insert(u"order.date"_s,
        locale.toString(toDateTime(order.placedAt).toLocalTime().date(), QLocale::LongFormat));
    values.insert(u"order.total"_s, amountText(order.valueMinor, order.currency));
    values.insert(u"order.tracking"_s, order.tracking);
}

bool isOfOrder(const QString &field)
{
    return field.startsWith("order."_L1);
}
} // namespace

FieldValues customerFields(Database &db, const FieldContext &context)
{
    FieldValues values;
    const auto link = LinkStore(db).active(context.conversation.customer.id);
    if (!link) {
        return values;
    }
    const bool isWithPurchases = std::any_of(context.fields.begin(), context.fields.end(), &isOfOrder);
    const auto view = viewCustomer(db,
        {.customer = link->customer,
            .through = context.conversation.customer.id,
            .conversation = context.conversation.id,
            .agent = context.agent,
            .isWithPurchases = isWithPurchases});
    if (!view) {
        return values;
    }
    if (view->record) {
        addRecord(*view->record, values);
    }
    if (!view->loyalty.isEmpty()) {
        addLoyalty(view->loyalty.first(), values);
    }
    const auto newest = std::find_if(view->orders.begin(), view->orders.end(),
        [](const Order &order) { return order.kind == "order"_L1; });
    if (newest != view->orders.end()) {
        addOrder(*newest, context.language, values);
    }
    return values;
}

} // namespace fw
