#include "app/store/consent_store.h"

#include "app/store/basket_store.h"
#include "app/store/journal_store.h"

namespace fw {

using namespace Qt::StringLiterals;

namespace {
// Newest first; of two at the same time, the one that withdraws ("withdrawn" sorts after "given").
const QString kHistory
    = u"SELECT customer_id, identity_id, purpose, given, source, agent, at_ms, id FROM consent WHERE "
      u"customer_id = ?"
      " UNION ALL SELECT c.customer_id, c.identity_id, c.purpose, c.given, c.source, c.agent, c.at_ms, c.id"
      " FROM identity_link l JOIN consent c ON c.identity_id = l.identity_id"
      " WHERE l.customer_id = ? AND l.unlinked_at_ms IS NULL"
      " UNION ALL SELECT customer_id, identity_id, purpose, given, source, agent, at_ms, id FROM consent"
      " WHERE identity_id = ? AND NOT EXISTS (SELECT 1 FROM identity_link l WHERE l.identity_id = ?"
      " AND l.customer_id = ? AND l.unlinked_at_ms IS NULL)"
      " ORDER BY 7 DESC, 4 DESC, 8 DESC"_s;

// Knows the column order of kHistory.
Consent readConsent(const QSqlQuery &row)
{
    return {.customer = {row.value(0).toLongLong()},
        .identity = {row.value(1).toLongLong()},
        .purpose = purposeFromString(row.value(2).toString()).value_or(Purpose::LinkSocial),
        .isGiven = row.value(3).toString() == "given"_L1,
        .source = row.value(4).toString(),
        .agent = row.value(5).toString(),
        .at = instantOf(row.value(6))};
}

QList<Consent> historyWith(Database &db, CustomerId customer, IdentityId identity)
{
    return db.list(kHistory, {customer.value, customer.value, identity.value, identity.value, customer.value},
        &readConsent);
}
} // namespace

void ConsentStore::record(const Consent &consent)
{
    const auto id = m_db.newId<Id<struct ConsentTag>>();
    const QString given = consent.isGiven ? u"given"_s : u"withdrawn"_s;
    m_db.exec(u"INSERT INTO consent (id, source, external_key, customer_id, identity_id, purpose, given, "
              u"at_ms, agent,"
              " changed_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {id.value, consent.source, id.toString(), toColumn(consent.customer), toColumn(consent.identity),
            toString(consent.purpose), given, toMs(consent.at), consent.agent, toMs(m_db.now())});
    JournalStore(m_db).add({.fact = u"consent-recorded"_s,
        .agent = consent.agent,
        .detail = {{u"customer"_s, consent.customer.toString()}, {u"identity"_s, consent.identity.toString()},
            {u"purpose"_s, toString(consent.purpose)}, {u"given"_s, consent.isGiven},
            {u"source"_s, consent.source}}});
    BasketStore baskets(m_db);
    consent.customer.isNull() ? baskets.changedOf(consent.identity) : baskets.changedOf(consent.customer);
}

QHash<Purpose, Consent> ConsentStore::current(CustomerId customer)
{
    QHash<Purpose, Consent> newest;
    for (const Consent &consent : history(customer)) {
        if (!newest.contains(consent.purpose)) {
            newest.insert(consent.purpose, consent);
        }
    }
    return newest;
}

std::optional<Consent> ConsentStore::currentWith(CustomerId customer, IdentityId identity, Purpose purpose)
{
    for (const Consent &consent : historyWith(m_db, customer, identity)) {
        if (consent.purpose == purpose) {
            return consent;
        }
    }
    return std::nullopt;
}

QList<Consent> ConsentStore::history(CustomerId customer)
{
    return historyWith(m_db, customer, {});
}

QList<Consent> ConsentStore::saidBy(IdentityId identity)
{
    return historyWith(m_db, {}, identity);
}

} // namespace fw
