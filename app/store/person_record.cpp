#include "app/store/person_record.h"

#include "app/store/consent_store.h"
#include "app/store/conversation_store.h"
#include "app/store/customer_store.h"
#include "app/store/hold_store.h"
#include "app/store/link_store.h"
#include "app/store/loyalty_store.h"
#include "app/store/message_rows.h"
#include "app/store/order_store.h"
#include "app/store/person_rows.h"
#include "app/store/reply_rows.h"
#include "app/store/tag_store.h"

#include <algorithm>
#include <limits>
#include <map>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr int kAll = std::numeric_limits<int>::max();

/// Brings together what lies in conversations.
class Talks final
{
public:
    Talks(Database &db, const QList<IdentityId> &identities) : m_db(db), m_identities(identities) { }

    [[nodiscard]] QList<PersonConversation> all();
    [[nodiscard]] qint64 notesLeftOut() const { return m_notesLeftOut; }

private:
    void readWords(IdentityId identity);
    void readReplies(IdentityId identity);
    void readConversations(IdentityId identity);
    void complete(PersonConversation &conversation);
    [[nodiscard]] bool isShared(ConversationId conversation);
    [[nodiscard]] QList<PersonNote> notesOf(ConversationId conversation);

    Database &m_db;
    QList<IdentityId> m_identities;
    QSet<MessageId> m_seen; // an answer of ours may be one to two identities
    std::map<ConversationId, PersonConversation> m_found;
    qint64 m_notesLeftOut = 0;
};

void Talks::readWords(IdentityId identity)
{
    const qint64 id = identity.value;
    const QString sql
        = selectMessages(u"WHERE m.identity_id = ? OR m.id IN "_s + ourAnswers() + u" ORDER BY m.id"_s);
    const QVariantList values(sql.count(u'?'), id);
    for (const Message &message : m_db.list(sql, values, &readMessage)) {
        if (m_seen.contains(message.id)) {
            continue;
        }
        m_seen.insert(message.id);
        const bool isBeside = message.traits.testFlag(Trait::Context);
        PersonConversation &talk = m_found[isBeside ? ConversationId{} : message.conversation];
        talk.words.append({.at = message.postedAt,
            .isOurs = message.direction == Direction::Outbound,
            .kind = message.kind,
            .body = message.body,
            .remoteId = message.remoteId,
            .permalink = message.permalink,
            .isRemoved = message.traits.testFlag(Trait::Removed)});
    }
}

void Talks::readReplies(IdentityId identity)
{
    // Those that are out are there as messages.
    const QString sql = selectReplies(
        u"WHERE state <> 'accepted' AND parent_id IN "_s + theirMessages() + u" ORDER BY id"_s);
    for (const Reply &reply : m_db.list(sql, {identity.value}, &readReply)) {
        m_found[reply.conversation].words.append({.at = reply.createdAt,
            .isOurs = true,
            .kind = reply.lane == Lane::Private ? MessageKind::DirectMessage : MessageKind::Reply,
            .body = reply.body,
            .state = toString(reply.state)});
    }
}

void Talks::readConversations(IdentityId identity)
{
    const QString sql = u"SELECT id FROM conversation WHERE id IN "_s + theirConversations();
    const QVariantList values(sql.count(u'?'), identity.value);
    for (const ConversationId id : m_db.list(
             sql, values, [](const QSqlQuery &row) { return ConversationId{row.value(0).toLongLong()}; })) {
        m_found[id]; // with notes and tags, wherever its messages are now
    }
}

bool Talks::isShared(ConversationId conversation)
{
    const QList<IdentityId> writers
        = m_db.list(u"SELECT identity_id FROM conversation WHERE id = ? UNION SELECT identity_id FROM message"
                    " WHERE conversation_id = ? AND direction = 'inbound' AND (traits & 256) = 0"_s,
            {conversation.value, conversation.value},
            [](const QSqlQuery &row) { return IdentityId{row.value(0).toLongLong()}; });
    return std::any_of(
        writers.begin(), writers.end(), [this](IdentityId writer) { return !m_identities.contains(writer); });
}

QList<PersonNote> Talks::notesOf(ConversationId conversation)
{
    return m_db.list(u"SELECT written_at_ms, body, removed_at_ms FROM note WHERE conversation_id = ?"
                     " AND body <> '' ORDER BY id"_s,
        {conversation.value}, [](const QSqlQuery &row) {
            return PersonNote{.at = instantOf(row.value(0)),
                .body = row.value(1).toString(),
                .isRemoved = !row.value(2).isNull()};
        });
}

void Talks::complete(PersonConversation &conversation)
{
    if (const auto known = ConversationStore(m_db).byId(conversation.id)) {
        conversation.network = known->network;
        conversation.account = known->accountName;
        conversation.lane = known->lane;
    }
    std::stable_sort(conversation.words.begin(), conversation.words.end(),
        [](const PersonWords &a, const PersonWords &b) { return a.at < b.at; });
    conversation.isShared = isShared(conversation.id);
    if (conversation.isShared) {
        m_notesLeftOut += notesOf(conversation.id).size();
        return;
    }
    conversation.notes = notesOf(conversation.id);
    conversation.tags = TagStore(m_db).of(conversation.id);
}

QList<PersonConversation> Talks::all()
{
    for (const IdentityId identity : m_identities) {
        readWords(identity);
        readReplies(identity);
        readConversations(identity);
    }
    QList<PersonConversation> all;
    for (auto &[id, conversation] : m_found) {
        conversation.id = id;
        complete(conversation);
        if (!conversation.words.isEmpty() || !conversation.notes.isEmpty() || !conversation.tags.isEmpty()) {
            all.append(conversation);
        }
    }
    return all;
}
} // namespace

PersonRecord readPerson(Database &db, CustomerId customer, const QList<IdentityId> &identities)
{
    PersonRecord record;
    LinkStore links(db);
    for (const IdentityId id : identities) {
        if (const auto identity = links.identity(id)) {
            record.identities.append(*identity);
        }
    }
    Talks talks(db, identities);
    record.conversations = talks.all();
    record.notesLeftOut = talks.notesLeftOut();
    for (const IdentityId id : identities) {
        record.preferences += LoyaltyStore(db).saidBy(id);
    }
    record.customer = CustomerStore(db).byId(customer);
    if (!record.customer) {
        for (const IdentityId id : identities) {
            record.consents += ConsentStore(db).saidBy(id);
        }
        return record;
    }
    LoyaltyStore loyalty(db);
    record.links = links.allOf(customer);
    record.orders = OrderStore(db).of(customer, kAll);
    record.loyalty = loyalty.events(customer, kAll);
    record.preferences = loyalty.recordedOf(customer) + record.preferences;
    record.visits = loyalty.visits(customer, kAll);
    record.holds = HoldStore(db).list(customer, false, kAll);
    record.consents = ConsentStore(db).history(customer);
    return record;
}

} // namespace fw
