#include "app/store/customer_store.h"

namespace fw {

using namespace Qt::StringLiterals;

namespace {
QString select(const QString &rest)
{
    return u"SELECT id, source, external_key, name, email, phone, address, postcode, city, country, "
           u"language, "
           "favourite_store, twitter, facebook, pinterest, changed_at_ms FROM customer "_s
        + rest;
}

// Knows the column order of select().
Customer readCustomer(const QSqlQuery &row)
{
    return {.id = {row.value(0).toLongLong()},
        .source = row.value(1).toString(),
        .key = row.value(2).toString(),
        .name = row.value(3).toString(),
        .email = row.value(4).toString(),
        .phone = row.value(5).toString(),
        .address = row.value(6).toString(),
        .postcode = row.value(7).toString(),
        .city = row.value(8).toString(),
        .country = row.value(9).toString(),
        .language = row.value(10).toString(),
        .favouriteStore = row.value(11).toString(),
        .twitter = row.value(12).toString(),
        .facebook = row.value(13).toString(),
        .pinterest = row.value(14).toString(),
        .changedAt = instantOf(row.value(15))};
}

// Says that the key is not empty, so that the partial index of that column serves.
QString having(CustomerKey by)
{
    const QString column = by == CustomerKey::Name ? u"name_key"_s
        : by == CustomerKey::Email                 ? u"email_key"_s
        : by == CustomerKey::Phone                 ? u"phone_key"_s
        : by == CustomerKey::Twitter               ? u"twitter_key"_s
        : by == CustomerKey::Facebook              ? u"facebook_key"_s
                                                   : u"pinterest_key"_s;
    return u"WHERE %1 = ? AND %1 <> '' ORDER BY id LIMIT ?"_s.arg(column);
}
} // namespace

CustomerKey accountKey(Network network)
{
    return network == Network::Twitter ? CustomerKey::Twitter
        : network == Network::Facebook ? CustomerKey::Facebook
                                       : CustomerKey::Pinterest;
}

std::optional<Customer> CustomerStore::byId(CustomerId id)
{
    return m_db.one(select(u"WHERE id = ?"_s), {id.value}, &readCustomer);
}

std::optional<Customer> CustomerStore::byKey(const QString &source, const QString &key)
{
    return m_db.one(select(u"WHERE source = ? AND external_key = ?"_s), {source, key}, &readCustomer);
}

QList<Customer> CustomerStore::having(CustomerKey by, const QString &key, int limit)
{
    return key.isEmpty() ? QList<Customer>() : m_db.list(select(fw::having(by)), {key, limit}, &readCustomer);
}

} // namespace fw
