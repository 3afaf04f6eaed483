#include "app/dispatch/admission.h"

#include "app/dispatch/planning.h"
#include "app/store/message_store.h"
#include "app/store/moderation_store.h"
#include "app/store/reply_store.h"

#include <QHash>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
Feature featureOf(Operation operation)
{
    switch (operation) {
    case Operation::PrivateReply:
        return Feature::ReplyPrivate;
    case Operation::DirectMessage:
        return Feature::SendMessage;
    case Operation::Hide:
        return Feature::Hide;
    case Operation::Like:
        return Feature::Like;
    case Operation::Remove:
        return Feature::Remove;
    default:
        return Feature::ReplyPublic;
    }
}

Capabilities capabilitiesOf(const Account &account)
{
    return capabilitiesFromJson(account.capabilities);
}

OfferFacts factsFor(Database &db, const Account &account, const Message &message)
{
    ReplyStore replies(db);
    return {.personActedAt = replies.personActedAt(message.conversation, message.lane),
        .isRepliedPrivately = replies.isAnsweredPrivately(message.id),
        .now = networkNow(db, account)};
}

Error refusalOf(const Offer &offer)
{
    struct Refusal {
        ErrorCode code = ErrorCode::NotOffered;
        QString detail = {};
    };
    static const QHash<QString, Refusal> refusals = {
        {u"network"_s, {ErrorCode::NotOffered, u"this network has no such thing"_s}},
        {u"access"_s, {ErrorCode::NotOffered, u"this account's kind of access does not include it"_s}},
        {u"permission"_s,
            {ErrorCode::Forbidden, u"the account's token lacks the permission; connect the account again"_s}},
        {u"contract"_s, {ErrorCode::NotOffered, u"it needs a partner's contract, which is not configured"_s}},
        {u"off"_s, {ErrorCode::NotOffered, u"it is switched off in the account's settings"_s}},
        {u"not-summoned"_s,
            {ErrorCode::NotSummoned,
                u"the network takes answers only to posts that mention or quote us; open it there"_s}},
        {u"window-closed"_s,
            {ErrorCode::WindowClosed, u"the time in which the network takes a private message is over"_s}},
        {u"already-replied"_s,
            {ErrorCode::AlreadyReplied,
                u"this message has its one private answer already, or it is on its way"_s}},
        {u"removed"_s, {ErrorCode::NotFound, u"the message is gone from the network"_s}},
        {u"ours"_s, {ErrorCode::NotOffered, u"the message is our own"_s}},
        {u"message"_s, {ErrorCode::NotOffered, u"the network does not allow it for this message"_s}}};
    const Refusal refusal = refusals.value(offer.whyNot, {ErrorCode::NotOffered, offer.whyNot});
    return {.code = refusal.code, .detail = u"%1: %2"_s.arg(toString(offer.feature), refusal.detail)};
}

/// The trait that says that `what` was done, or that it can be taken back.
Trait traitOf(Operation operation)
{
    switch (operation) {
    case Operation::Like:
        return Trait::Liked;
    case Operation::Remove:
        return Trait::Removed;
    default:
        return Trait::Hidden;
    }
}

bool isTakingBack(Moderation what)
{
    return what == Moderation::Unhide || what == Moderation::Unlike;
}

/// Did the newest call of this kind end so that nobody knows what holds now?
bool isInDoubt(Database &db, const Message &message, Operation operation)
{
    bool isUnknown = false;
    for (const ModerationRequest &request : ModerationStore(db).ofMessage(message.id)) {
        if (request.operation == operation && request.attempts > 0) {
            isUnknown = request.state == ModerationState::Unknown;
        }
    }
    return isUnknown;
}
} // namespace

std::optional<Operation> replyOperation(Lane parent, Lane wanted)
{
    if (parent == Lane::Private) {
        return wanted == Lane::Private ? std::optional(Operation::DirectMessage) : std::nullopt;
    }
    return wanted == Lane::Private ? Operation::PrivateReply : Operation::Reply;
}

Done admitReply(Database &db, const Account &account, Operation operation, const Message &parent)
{
    const OfferFacts facts = factsFor(db, account, parent);
    Offer offer{.feature = featureOf(operation), .isOffered = true};
    if (!account.capabilities.isEmpty()) {
        offer = offerOf(offer.feature, capabilitiesOf(account), parent, facts);
    } else if (operation == Operation::PrivateReply && facts.isRepliedPrivately) {
        offer.isOffered = false;
        offer.whyNot = u"already-replied"_s;
    }
    return offer.isOffered ? Done() : Failure(refusalOf(offer));
}

Done admitModeration(Database &db, const Account &account, Moderation what, const Message &message)
{
    const Operation operation = operationOf(what);
    const bool isDone = message.traits.testFlag(traitOf(operation));
    if (isDone != isTakingBack(what) && !isInDoubt(db, message, operation)) {
        return Failure({.code = ErrorCode::Usage,
            .detail = isTakingBack(what) ? u"%1: there is nothing to take back"_s.arg(toString(what))
                                         : u"%1: that is done already"_s.arg(toString(what))});
    }
    if (account.capabilities.isEmpty()) {
        return {};
    }
    const Offer offer
        = offerOf(featureOf(operation), capabilitiesOf(account), message, {.now = networkNow(db, account)});
    return offer.isOffered ? Done() : Failure(refusalOf(offer));
}

std::optional<Instant> deadlineOf(
    Database &db, const Account &account, Operation operation, const Message &parent)
{
    if (operation == Operation::Reply || account.capabilities.isEmpty()) {
        return std::nullopt; // answers in public have no deadline anywhere, and reading the facts costs
    }
    return offerOf(featureOf(operation), capabilitiesOf(account), parent, factsFor(db, account, parent))
        .until;
}

std::optional<Instant> deadlineOf(Database &db, const Account &account, const Reply &reply)
{
    if (reply.operation == Operation::Reply) {
        return std::nullopt;
    }
    const auto parent = MessageStore(db).byId(reply.parent);
    return parent ? deadlineOf(db, account, reply.operation, *parent) : std::nullopt;
}

Outgoing outgoingOf(Database &db, const Reply &reply)
{
    const auto parent = MessageStore(db).byId(reply.parent);
    return {.body = reply.body,
        .parentRemoteId = reply.parentRemoteId,
        .operation = reply.operation,
        .thread = reply.thread,
        .recipientRemoteId = reply.recipient,
        .personActedAt
        = parent ? ReplyStore(db).personActedAt(parent->conversation, parent->lane) : std::nullopt};
}

} // namespace fw
