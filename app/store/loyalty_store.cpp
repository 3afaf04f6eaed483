#include "app/store/loyalty_store.h"

#include "app/store/journal_store.h"

namespace fw {

using namespace Qt::StringLiterals;

namespace {
Preference readPreference(const QSqlQuery &row)
{
    return {.preference = row.value(0).toString(),
        .value = row.value(1).toString(),
        .at = instantOf(row.value(2)),
        .source = row.value(3).toString()};
}
} // namespace

QList<LoyaltyEvent> LoyaltyStore::events(CustomerId customer, int limit)
{
    return m_db.list(u"SELECT at_ms, tier, points_change, points, reason, source FROM loyalty_event"
                     " WHERE customer_id = ? ORDER BY at_ms DESC, id DESC LIMIT ?"_s,
        {customer.value, limit}, [](const QSqlQuery &row) {
            return LoyaltyEvent{.at = instantOf(row.value(0)),
                .tier = row.value(1).toString(),
                .pointsChange = row.value(2).toLongLong(),
                .points = row.value(3).toLongLong(),
                .reason = row.value(4).toString(),
                .source = row.value(5).toString()};
        });
}

QList<Preference> LoyaltyStore::preferences(CustomerId customer)
{
    const auto all
        = m_db.list(u"SELECT preference, value, at_ms, source, id FROM preference WHERE customer_id = ?"
                    " UNION ALL SELECT p.preference, p.value, p.at_ms, p.source, p.id FROM identity_link l"
                    " JOIN preference p ON p.identity_id = l.identity_id WHERE l.customer_id = ? AND "
                    "l.unlinked_at_ms IS NULL"
                    " ORDER BY 1, 3 DESC, 5 DESC"_s,
            {customer.value, customer.value}, &readPreference);
    QList<Preference> newest;
    for (const Preference &preference : all) {
        if (newest.isEmpty() || newest.last().preference != preference.preference) {
            newest.append(preference);
        }
    }
    return newest;
}

QList<Preference> LoyaltyStore::recordedOf(CustomerId customer)
{
    return m_db.list(
        u"SELECT preference, value, at_ms, source FROM preference WHERE customer_id = ? ORDER BY at_ms, id"_s,
        {customer.value}, &readPreference);
}

QList<Preference> LoyaltyStore::saidBy(IdentityId identity)
{
    return m_db.list(
        u"SELECT preference, value, at_ms, source FROM preference WHERE identity_id = ? ORDER BY at_ms, id"_s,
        {identity.value}, &readPreference);
}

void LoyaltyStore::record(IdentityId identity, const Preference &preference, const QString &agent)
{
    const auto id = m_db.newId<Id<struct PreferenceTag>>();
    m_db.exec(u"INSERT INTO preference (id, source, external_key, identity_id, preference, value, at_ms, "
              u"changed_at_ms)"
              " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {id.value, preference.source, id.toString(), toColumn(identity), preference.preference,
            preference.value, toMs(preference.at), toMs(m_db.now())});
    JournalStore(m_db).add({.fact = u"preference-recorded"_s,
        .agent = agent,
        .detail = {{u"identity"_s, identity.toString()}, {u"preference"_s, preference.preference}}});
}

QList<StoreVisit> LoyaltyStore::visits(CustomerId customer, int limit)
{
    return m_db.list(u"SELECT store, at_ms, zone, seconds, source FROM store_visit WHERE customer_id = ?"
                     " ORDER BY at_ms DESC, id DESC LIMIT ?"_s,
        {customer.value, limit}, [](const QSqlQuery &row) {
            return StoreVisit{.store = row.value(0).toString(),
                .at = instantOf(row.value(1)),
                .zone = row.value(2).toString(),
                .duration = std::chrono::seconds(row.value(3).toLongLong()),
                .source = row.value(4).toString()};
        });
}

} // namespace fw
