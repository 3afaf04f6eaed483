#include "app/customers/link_hints.h"
#include "app/customers/linking.h"
#include "app/model/customer_keys.h"
#include "app/store/customer_store.h"
#include "app/store/link_store.h"
#include "app/store/order_store.h"

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
using Verdict = FieldComparison::Verdict;

FieldComparison compared(
    const QString &field, const QString &ofIdentity, const QString &ofCustomer, bool isSame)
{
    const bool isOneEmpty = ofIdentity.isEmpty() || ofCustomer.isEmpty();
    return {.field = field,
        .ofIdentity = ofIdentity,
        .ofCustomer = ofCustomer,
        .verdict = isOneEmpty ? Verdict::OnlyOne
            : isSame          ? Verdict::Same
                              : Verdict::Different};
}

/// What the person wrote of a kind; the one with `key` if it is among them, so that it is seen.
QString written(const QList<TextHint> &hints, TextHint::Kind kind, const QString &key)
{
    QString first;
    for (const TextHint &hint : hints) {
        if (hint.kind == kind && hint.key == key) {
            return hint.text;
        }
        if (hint.kind == kind && first.isEmpty()) {
            first = hint.text;
        }
    }
    return first;
}

FieldComparison comparedOrder(Database &db, const QList<TextHint> &hints, CustomerId customer)
{
    QString quoted;
    for (const TextHint &hint : hints) {
        if (hint.kind != TextHint::Kind::Order) {
            continue;
        }
        quoted = hint.text;
        for (const Order &order : OrderStore(db).byNumber(hint.key)) {
            if (order.customer == customer) {
                return compared(u"order"_s, hint.text, order.number, true);
            }
        }
    }
    return compared(u"order"_s, quoted, {}, false);
}

QList<FieldComparison> comparedFields(Database &db, const Identity &identity, const Customer &customer)
{
    const QStringList formats = OrderStore(db).formats();
    const auto hints = hintsIn(
        LinkStore(db).messagesBy(identity.id, 50), formats.isEmpty() ? usualOrderFormats() : formats);
    const QString named = handleKey(customer.named(identity.network));
    const QString email = written(hints, TextHint::Kind::Email, emailKey(customer.email));
    const QString phone = written(hints, TextHint::Kind::Phone, phoneKey(customer.phone));
    QList<FieldComparison> fields = {
        compared(u"name"_s, identity.name, customer.name, nameKey(identity.name) == nameKey(customer.name)),
        compared(u"account"_s, identity.handle.isEmpty() ? identity.remoteId : identity.handle,
            customer.named(identity.network),
            named == handleKey(identity.handle) || named == handleKey(identity.remoteId)),
        compared(u"email"_s, email, customer.email, emailKey(email) == emailKey(customer.email)),
        compared(u"phone"_s, phone, customer.phone, phoneKey(phone) == phoneKey(customer.phone))};
    if (FactGate(db, customer.id, identity.id).allows(FactKind::Orders)) {
        fields.append(comparedOrder(db, hints, customer.id));
    }
    return fields;
}
} // namespace

Result<LinkPreview> previewLink(Database &db, IdentityId identity, CustomerId customer)
{
    const auto person = LinkStore(db).identity(identity);
    const auto record = CustomerStore(db).byId(customer);
    if (!person || !record) {
        return Failure({.code = ErrorCode::NotFound,
            .detail = person ? u"no customer %1"_s.arg(customer.toString())
                             : u"no identity %1"_s.arg(identity.toString())});
    }
    LinkPreview preview{.identity = *person,
        .customer = *record,
        .fields = comparedFields(db, *person, *record),
        .refusal = whyNoLink(db, identity, customer, {})};
    const FactGate gate(db, customer, identity);
    for (const FactKind kind : {FactKind::Record, FactKind::Identities, FactKind::Orders, FactKind::Loyalty,
             FactKind::Preferences, FactKind::StoreVisits}) {
        if (gate.allows(kind)) {
            preview.wouldShow.append(kind);
        } else {
            preview.wouldHide.append(gate.hidden(kind));
        }
    }
    if (gate.allows(FactKind::Identities)) {
        preview.others = LinkStore(db).activeOf(customer);
    }
    return preview;
}

} // namespace fw
