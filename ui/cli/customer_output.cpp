#include "ui/cli/customer_output.h"

#include "app/customers/customer_json.h"
#include "app/model/currency.h"
#include "app/store/conversation_store.h"
#include "app/store/customer_store.h"
#include "app/store/link_store.h"

namespace fw::cli {

using namespace Qt::StringLiterals;

namespace {
using fw::toJson; // beside those of this file
using fw::cli::toJson;

QJsonValue timeOrNull(const std::optional<Instant> &time)
{
    return time ? QJsonValue(toIso(*time)) : QJsonValue();
}

QJsonObject toJson(const Identity &identity)
{
    return {{u"identity"_s, identity.id.toString()}, {u"network"_s, toString(identity.network)},
        {u"remote_id"_s, identity.remoteId}, {u"handle"_s, identity.handle}, {u"name"_s, identity.name}};
}

QJsonObject toJson(const OrderLine &line)
{
    return {{u"line"_s, line.line}, {u"product"_s, line.product}, {u"variant"_s, line.variant},
        {u"title"_s, line.title}, {u"quantity"_s, line.quantity}, {u"value_minor"_s, line.valueMinor},
        {u"currency"_s, line.currency}};
}

QJsonObject toJson(const Order &order)
{
    return {{u"order"_s, order.id.toString()}, {u"number"_s, order.number}, {u"kind"_s, order.kind},
        {u"returned_order"_s, order.returnedOrder}, {u"channel"_s, order.channel},
        {u"status"_s, order.status}, {u"placed_at"_s, toIso(order.placedAt)},
        {u"value_minor"_s, order.valueMinor}, {u"currency"_s, order.currency},
        {u"value"_s, amountText(order.valueMinor, order.currency)}, {u"store"_s, order.store},
        {u"tracking"_s, order.tracking}, {u"source"_s, order.source},
        {u"lines"_s, [&order] {
             QJsonArray lines;
             for (const OrderLine &line : order.lines) {
                 lines.append(toJson(line));
             }
             return lines;
         }()}};
}

QJsonObject toJson(const HiddenFact &hidden)
{
    return {{u"what"_s, toString(hidden.what)}, {u"needs"_s, toString(hidden.needs)},
        {u"withdrawn_at"_s, timeOrNull(hidden.withdrawnAt)}, {u"why"_s, sentence(hidden)}};
}

QString toString(FieldComparison::Verdict verdict)
{
    return verdict == FieldComparison::Verdict::Same     ? u"same"_s
        : verdict == FieldComparison::Verdict::Different ? u"different"_s
                                                         : u"only-one"_s;
}

template <typename T>
QJsonArray list(const QList<T> &values)
{
    QJsonArray array;
    for (const T &value : values) {
        array.append(toJson(value));
    }
    return array;
}

Error notFound(const QString &what, const QString &word)
{
    return {.code = ErrorCode::NotFound, .detail = u"no %1 \"%2\""_s.arg(what, word)};
}

Error unclear(const QString &what, const QString &forms)
{
    return {.code = ErrorCode::Usage, .detail = u"say which %1: %2"_s.arg(what, forms)};
}
} // namespace

QJsonObject toJson(const Customer &customer)
{
    return {{u"customer"_s, customer.id.toString()}, {u"source"_s, customer.source}, {u"key"_s, customer.key},
        {u"name"_s, customer.name}, {u"email"_s, customer.email}, {u"phone"_s, customer.phone},
        {u"address"_s, customer.address}, {u"postcode"_s, customer.postcode}, {u"city"_s, customer.city},
        {u"country"_s, customer.country}, {u"language"_s, customer.language},
        {u"favourite_store"_s, customer.favouriteStore}, {u"changed_at"_s, toIso(customer.changedAt)}};
}

QJsonObject toJson(const CustomerView &view)
{
    return {{u"customer"_s, view.id.toString()},
        {u"record"_s, view.record ? QJsonValue(toJson(*view.record)) : QJsonValue()},
        {u"identities"_s, list(view.identities)}, {u"orders"_s, list(view.orders)},
        {u"purchases_left_out"_s, view.arePurchasesLeftOut}, {u"loyalty"_s, list(view.loyalty)},
        {u"preferences"_s, list(view.preferences)}, {u"store_visits"_s, list(view.visits)},
        {u"consents"_s, list(view.consents.values())}, {u"hidden"_s, list(view.hidden)}};
}

QJsonObject toJson(const LinkSuggestion &suggestion)
{
    QJsonArray reasons;
    for (const LinkEvidence &evidence : suggestion.evidence) {
        reasons.append(QJsonObject{{u"reason"_s, fw::toString(evidence.reason)}, {u"text"_s, evidence.text},
            {u"message"_s,
                evidence.message.isNull() ? QJsonValue() : QJsonValue(evidence.message.toString())},
            {u"shared_by"_s, evidence.sharedBy}, {u"weight"_s, evidence.weight},
            {u"sentence"_s, sentence(evidence)}});
    }
    return {{u"customer"_s, suggestion.customer.id.toString()}, {u"source"_s, suggestion.customer.source},
        {u"key"_s, suggestion.customer.key}, {u"name"_s, suggestion.customer.name},
        {u"confidence"_s, suggestion.confidence}, {u"reasons"_s, reasons}};
}

QJsonObject toJson(const IdentityLink &link)
{
    return {{u"link"_s, link.id.toString()}, {u"identity"_s, toJson(link.identity)},
        {u"customer"_s, link.customer.toString()}, {u"agent"_s, link.agent}, {u"reason"_s, link.reason},
        {u"consent"_s, link.consent}, {u"linked_at"_s, toIso(link.linkedAt)},
        {u"unlinked_at"_s, timeOrNull(link.unlinkedAt)}, {u"unlinked_by"_s, link.unlinkedBy},
        {u"unlink_reason"_s, link.unlinkReason}};
}

QJsonObject toJson(const LinkPreview &preview)
{
    QJsonArray fields;
    for (const FieldComparison &field : preview.fields) {
        fields.append(QJsonObject{{u"field"_s, field.field}, {u"identity"_s, field.ofIdentity},
            {u"customer"_s, field.ofCustomer}, {u"verdict"_s, toString(field.verdict)}});
    }
    QJsonArray shown;
    for (const FactKind kind : preview.wouldShow) {
        shown.append(fw::toString(kind));
    }
    return {{u"identity"_s, toJson(preview.identity)}, {u"customer"_s, preview.customer.id.toString()},
        {u"fields"_s, fields}, {u"linked_already"_s, list(preview.others)}, {u"would_show"_s, shown},
        {u"would_hide"_s, list(preview.wouldHide)},
        {u"refused"_s, preview.refusal ? QJsonValue(preview.refusal->detail) : QJsonValue()}};
}

QJsonObject toJson(const Consent &consent)
{
    const auto idOrNull = [](auto id) { return id.isNull() ? QJsonValue() : QJsonValue(id.toString()); };
    return {{u"customer"_s, idOrNull(consent.customer)}, {u"identity"_s, idOrNull(consent.identity)},
        {u"purpose"_s, fw::toString(consent.purpose)}, {u"given"_s, consent.isGiven},
        {u"source"_s, consent.source}, {u"agent"_s, consent.agent}, {u"at"_s, toIso(consent.at)}};
}

QJsonObject toJson(const StockLevel &level)
{
    return {{u"product"_s, level.product}, {u"variant"_s, level.variant}, {u"title"_s, level.title},
        {u"place"_s, level.place}, {u"place_kind"_s, level.placeKind}, {u"quantity"_s, level.quantity},
        {u"as_of"_s, toIso(level.asOf)}, {u"source"_s, level.source}};
}

QString sentence(const LinkEvidence &evidence)
{
    const QString shared
        = evidence.sharedBy > 1 ? u" (which %1 customers share)"_s.arg(evidence.sharedBy) : QString();
    switch (evidence.reason) {
    case LinkReason::NamedAccount:
        return u"named the account %1 to us"_s.arg(evidence.text) + shared;
    case LinkReason::EmailGiven:
        return u"the e-mail address %1 in a message is theirs"_s.arg(evidence.text) + shared;
    case LinkReason::PhoneGiven:
        return u"the telephone number %1 in a message is theirs"_s.arg(evidence.text) + shared;
    case LinkReason::OrderQuoted:
        return u"the order %1 quoted in a message is theirs"_s.arg(evidence.text) + shared;
    case LinkReason::SameHandle:
        return u"is called %1 on another network"_s.arg(evidence.text) + shared;
    case LinkReason::NameAndCity:
        break;
    }
    return u"the same name and city: %1"_s.arg(evidence.text) + shared;
}

QString sentence(const HiddenFact &hidden)
{
    const QString what
        = u"%1 hidden: consent to %2 "_s.arg(fw::toString(hidden.what), fw::toString(hidden.needs));
    return hidden.withdrawnAt ? what + u"was withdrawn on "_s + toIso(*hidden.withdrawnAt)
                              : what + u"was never given"_s;
}

QString sentence(const IdentityLink &link)
{
    const QString who = u"%1 %2"_s.arg(fw::toString(link.identity.network), nameOf(link.identity));
    const QString by = link.agent.isEmpty() ? u"the desk"_s : link.agent;
    const QString linked = u"%1 is customer %2: linked %3 by %4 (%5; consent: %6), link %7"_s.arg(who,
        link.customer.toString(), toIso(link.linkedAt), by, link.reason, link.consent, link.id.toString());
    return link.unlinkedAt
        ? linked + u"; ended %1 by %2 (%3)"_s.arg(toIso(*link.unlinkedAt), link.unlinkedBy, link.unlinkReason)
        : linked;
}

QString sentence(const Consent &consent)
{
    return u"%1: %2 %3, from %4"_s.arg(fw::toString(consent.purpose),
        consent.isGiven ? u"given"_s : u"withdrawn"_s, toIso(consent.at), consent.source);
}

Result<CustomerId> customerNamed(wiring::Workplace &workplace, const QString &word)
{
    bool isNumber = false;
    const CustomerId id{word.toLongLong(&isNumber)};
    if (isNumber) {
        return id;
    }
    const QString source = word.section(u':', 0, 0);
    const QString key = word.section(u':', 1);
    if (key.isEmpty()) {
        return Failure(unclear(u"customer"_s, u"its id, or SOURCE:KEY as in crm:c1"_s));
    }
    const auto found = await(workplace.store().read([source, key](Database &db) -> Result<CustomerId> {
        const auto customer = CustomerStore(db).byKey(source, key);
        return customer ? customer->id : CustomerId{};
    }));
    return !found || !found->isNull() ? found : Failure(notFound(u"customer"_s, word));
}

Result<IdentityId> identityNamed(wiring::Workplace &workplace, const QString &word)
{
    bool isNumber = false;
    const IdentityId id{word.toLongLong(&isNumber)};
    if (isNumber) {
        return id;
    }
    const QString kind = word.section(u':', 0, 0);
    const QString name = word.section(u':', 1);
    const auto network = networkFromString(kind);
    if (name.isEmpty() || (!network && kind != "conversation"_L1)) {
        return Failure(
            unclear(u"person"_s, u"NETWORK:HANDLE as in twitter:jreyes, conversation:ID, or our id"_s));
    }
    const auto found = await(workplace.store().read([network, name](Database &db) -> Result<IdentityId> {
        if (network) {
            return LinkStore(db).identity(*network, name).value_or(Identity{}).id;
        }
        const auto conversation = ConversationStore(db).byId({name.toLongLong()});
        return conversation ? conversation->customer.id : IdentityId{};
    }));
    return !found || !found->isNull() ? found : Failure(notFound(u"person"_s, word));
}

} // namespace fw::cli
