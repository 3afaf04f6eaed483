#pragma once

#include "app/model/conversation.h"
#include "app/model/customer.h"
#include "app/model/stock.h"
#include "app/store/database.h"

namespace fw {

/// One thing that was said: by the person, or by us to them.
struct PersonWords {
    Instant at = {};
    bool isOurs = false;
    MessageKind kind = MessageKind::Mention;
    QString body = {};
    QString state = {};    // of a reply of ours that is not out: "rejected", "withdrawn", "queued" …
    QString remoteId = {}; // the network's number of it
    QString permalink = {};
    bool isRemoved = false; // gone from the network
    bool operator==(const PersonWords &) const = default;
};

/// What people of ours wrote about it.
struct PersonNote {
    Instant at = {};
    QString body = {};
    bool isRemoved = false;
    bool operator==(const PersonNote &) const = default;
};

/// The person's part of one conversation.
struct PersonConversation {
    ConversationId id = {}; // null: what only stands beside other people's conversations
    Network network = Network::Twitter;
    QString account = {};
    Lane lane = Lane::Public;
    bool isShared = false; // others wrote in it, too: then without notes and tags, which may be about them
    QList<PersonWords> words = {}; // oldest first
    QList<PersonNote> notes = {};
    QStringList tags = {};
    bool operator==(const PersonConversation &) const = default;
};

/// All that the desk keeps of one person, and nothing of others: what somebody gets who asks for their data.
struct PersonRecord {
    std::optional<Customer> customer = {}; // nothing: somebody of whom there is only an account on a network
    QList<Identity> identities = {};
    QList<IdentityLink> links = {}; // of the customer, those that were ended, too; oldest first
    QList<PersonConversation> conversations = {};
    QList<Order> orders = {};
    QList<LoyaltyEvent> loyalty = {};
    QList<Preference> preferences = {}; // those that were replaced by newer ones, too
    QList<StoreVisit> visits = {};
    QList<StockHold> holds = {};
    QList<Consent> consents = {};
    qint64 notesLeftOut = 0; // of shared conversations
};

/// Of `customer`, if that is not null, and of `identities`. Cost: reads all messages once for each identity. Thread: the database's.
[[nodiscard]] PersonRecord readPerson(Database &db, CustomerId customer, const QList<IdentityId> &identities);

} // namespace fw
