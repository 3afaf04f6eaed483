#include "app/customers/export/person_json.h"

#include "app/customers/customer_json.h"
#include "app/model/currency.h"

#include <QJsonArray>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
QJsonValue timeOrNull(const std::optional<Instant> &time)
{
    return time ? QJsonValue(toIso(*time)) : QJsonValue();
}

template <typename T, typename ToJson>
QJsonArray list(const QList<T> &values, ToJson toJson)
{
    QJsonArray array;
    for (const T &value : values) {
        array.append(toJson(value));
    }
    return array;
}

template <typename T>
QJsonArray list(const QList<T> &values)
{
    return list(values, [](const T &value) { return toJson(value); });
}

QJsonObject ofCustomer(const Customer &customer)
{
    return {{u"source"_s, customer.source}, {u"key"_s, customer.key}, {u"name"_s, customer.name},
        {u"email"_s, customer.email}, {u"phone"_s, customer.phone}, {u"address"_s, customer.address},
        {u"postcode"_s, customer.postcode}, {u"city"_s, customer.city}, {u"country"_s, customer.country},
        {u"language"_s, customer.language}, {u"favourite_store"_s, customer.favouriteStore},
        {u"twitter"_s, customer.twitter}, {u"facebook"_s, customer.facebook},
        {u"pinterest"_s, customer.pinterest}, {u"changed_at"_s, toIso(customer.changedAt)}};
}

QJsonObject ofIdentity(const Identity &identity)
{
    return {{u"network"_s, toString(identity.network)}, {u"handle"_s, identity.handle},
        {u"name"_s, identity.name}, {u"remote_id"_s, identity.remoteId},
        {u"followers"_s, identity.followers < 0 ? QJsonValue() : QJsonValue(identity.followers)}};
}

QJsonObject ofLink(const IdentityLink &link)
{
    QJsonObject object{{u"network"_s, toString(link.identity.network)},
        {u"linked_at"_s, toIso(link.linkedAt)}, {u"unlinked_at"_s, timeOrNull(link.unlinkedAt)}};
    if (!link.unlinkedAt) {
        object.insert(u"handle"_s, link.identity.handle);
        object.insert(u"reason"_s, link.reason);
        object.insert(u"consent"_s, link.consent);
    }
    return object;
}

QJsonObject ofWords(const PersonWords &words)
{
    return {{u"at"_s, toIso(words.at)}, {u"from"_s, words.isOurs ? u"us"_s : u"you"_s},
        {u"kind"_s, toString(words.kind)}, {u"text"_s, words.body}, {u"state"_s, words.state},
        {u"remote_id"_s, words.remoteId}, {u"link"_s, words.permalink}, {u"removed"_s, words.isRemoved}};
}

QJsonObject ofNote(const PersonNote &note)
{
    return {{u"at"_s, toIso(note.at)}, {u"text"_s, note.body}, {u"removed"_s, note.isRemoved}};
}

QJsonObject ofConversation(const PersonConversation &conversation)
{
    QJsonObject object{{u"messages"_s, list(conversation.words, &ofWords)}};
    if (!conversation.id.isNull()) {
        object.insert(u"network"_s, toString(conversation.network));
        object.insert(u"account"_s, conversation.account);
        object.insert(u"lane"_s, toString(conversation.lane));
        object.insert(u"shared"_s, conversation.isShared);
        object.insert(u"notes"_s, list(conversation.notes, &ofNote));
        object.insert(u"tags"_s, QJsonArray::fromStringList(conversation.tags));
    }
    return object;
}

QJsonObject ofLine(const OrderLine &line, const QString &currency)
{
    const QString paidIn = line.currency.isEmpty() ? currency : line.currency;
    return {{u"line"_s, line.line}, {u"product"_s, line.product}, {u"variant"_s, line.variant},
        {u"title"_s, line.title}, {u"quantity"_s, line.quantity}, {u"value_minor"_s, line.valueMinor},
        {u"currency"_s, paidIn}, {u"value"_s, amountText(line.valueMinor, paidIn)}};
}

QJsonObject ofOrder(const Order &order)
{
    return {{u"number"_s, order.number}, {u"kind"_s, order.kind}, {u"returned_order"_s, order.returnedOrder},
        {u"channel"_s, order.channel}, {u"status"_s, order.status}, {u"placed_at"_s, toIso(order.placedAt)},
        {u"value_minor"_s, order.valueMinor}, {u"currency"_s, order.currency},
        {u"value"_s, amountText(order.valueMinor, order.currency)}, {u"store"_s, order.store},
        {u"tracking"_s, order.tracking}, {u"source"_s, order.source},
        {u"lines"_s,
            list(order.lines, [&order](const OrderLine &line) { return ofLine(line, order.currency); })}};
}

QJsonObject ofHold(const StockHold &hold)
{
    return {{u"product"_s, hold.product}, {u"variant"_s, hold.variant}, {u"place"_s, hold.place},
        {u"quantity"_s, hold.quantity}, {u"made_at"_s, toIso(hold.madeAt)}, {u"until"_s, toIso(hold.until)},
        {u"state"_s, hold.state}, {u"ended_at"_s, timeOrNull(hold.endedAt)}, {u"reason"_s, hold.reason}};
}

QJsonObject ofConsent(const Consent &consent)
{
    return {{u"purpose"_s, toString(consent.purpose)}, {u"given"_s, consent.isGiven},
        {u"source"_s, consent.source}, {u"at"_s, toIso(consent.at)}};
}
} // namespace

QJsonObject toExport(const PersonRecord &record, Instant at)
{
    return {{u"format"_s, 1}, {u"exported_at"_s, toIso(at)},
        {u"record"_s, record.customer ? QJsonValue(ofCustomer(*record.customer)) : QJsonValue()},
        {u"accounts"_s, list(record.identities, &ofIdentity)}, {u"links"_s, list(record.links, &ofLink)},
        {u"conversations"_s, list(record.conversations, &ofConversation)},
        {u"orders"_s, list(record.orders, &ofOrder)}, {u"points"_s, list(record.loyalty)},
        {u"preferences"_s, list(record.preferences)}, {u"store_visits"_s, list(record.visits)},
        {u"holds"_s, list(record.holds, &ofHold)}, {u"consents"_s, list(record.consents, &ofConsent)},
        {u"left_out"_s, QJsonObject{{u"notes_of_shared_conversations"_s, record.notesLeftOut}}}};
}

} // namespace fw
