#include "app/intake/keep_post.h"

#include "app/store/arrival_rules.h"
#include "app/store/conversation_store.h"
#include "app/store/journal_store.h"
#include "app/store/message_store.h"

namespace fw {

using namespace Qt::StringLiterals;

namespace {
void tell(Database &db, const QString &fact, const Message &message, const QJsonObject &detail = {})
{
    JournalStore(db).add({.fact = fact,
        .account = message.account,
        .conversation = message.conversation,
        .message = message.id,
        .detail = detail});
}

/// What was told of one post, and what the desk knows of its thread.
Traits traitsIn(Database &db, const Account &account, const Post &post)
{
    Traits traits = post.traits;
    if (post.lane != Lane::Public || post.direction == Direction::Outbound || post.thread.isEmpty()) {
        return traits;
    }
    MessageStore messages(db);
    if (post.isHiddenByThread && !traits.testFlag(Trait::CanHide)) {
        traits.setFlag(Trait::CanHide, messages.isThreadOurs(account.id, post.thread));
    }
    // Reported of X in 2026, not documented: who names us deep in somebody else's thread has not summoned us for the network.
    const bool isNamingUs = post.kind == MessageKind::Mention && traits.testFlag(Trait::AddressesUs);
    if (isNamingUs && messages.isThreadClosed(account.id, post.thread)) {
        traits.setFlag(Trait::AddressesUs, false);
    }
    return traits;
}

Message messageOf(Database &db, const Account &account, const Post &post)
{
    Identity author = post.author;
    author.network = account.network;
    if (author.remoteId.isEmpty()) {
        author.remoteId
            = u"author-of:"_s + post.remoteId; // nobody we could know again, and nobody else either
    }
    return {.id = db.newId<MessageId>(),
        .account = account.id,
        .author = MessageStore(db).saveIdentity(author),
        .isAuthorAvailable = post.isAuthorAvailable,
        .remoteId = post.remoteId,
        .versionId = post.versionId.isEmpty() ? post.remoteId : post.versionId,
        .kind = post.kind,
        .direction = post.direction,
        .lane = post.lane,
        .body = post.body,
        .postedAt = post.postedAt,
        .storedAt = db.now(),
        .inReplyTo = post.inReplyTo,
        .thread = post.thread.isEmpty() ? post.remoteId : post.thread,
        .permalink = post.permalink,
        .traits = traitsIn(db, account, post),
        .signal = post.signal};
}

bool isContext(Traits traits)
{
    return traits.testFlag(Trait::Context);
}

/// What the network does not tell stays as it is known.
Traits traitsNow(Traits known, Traits told, const Post &post)
{
    const Traits untold
        = post.tellsMarks ? Traits(Trait::Removed) : Traits({Trait::Removed, Trait::Hidden, Trait::Liked});
    return told | (known & untold);
}

/// A private answer of ours stands for its own thread until the network tells which one it opened.
void learnThread(Database &db, Message &known, const Post &post)
{
    const bool isStandIn = known.lane == Lane::Private && known.thread == known.remoteId;
    if (!isStandIn || post.thread.isEmpty() || post.thread == known.thread) {
        return;
    }
    known.thread = post.thread;
    MessageStore(db).setThread(known.id, known.thread);
    if (!known.conversation.isNull()) {
        MessageStore(db).adoptPrivateThread(known.account, known.thread, known.conversation);
    }
}

KeptPost keepKnown(Database &db, const Account &account, Message known, const Post &post)
{
    const Traits traits = traitsNow(known.traits, traitsIn(db, account, post), post);
    if (traits != known.traits && !isContext(post.traits)) {
        MessageStore(db).setTraits(known.id, traits);
        tell(db, u"message-traits-changed"_s, known,
            {{u"before"_s, known.traits.toInt()}, {u"now"_s, traits.toInt()}});
        known.traits = traits;
    }
    learnThread(db, known, post);
    if (!isNewer(post.versionId, known.versionId)) {
        return {.kept = Kept::Repeated, .message = known};
    }
    MessageStore(db).setVersion(known.id, post.versionId, post.body);
    tell(db, u"message-edited"_s, known, {{u"before"_s, known.body}, {u"version"_s, known.versionId}});
    known.versionId = post.versionId;
    known.body = post.body;
    if (!known.conversation.isNull()) {
        ConversationStore(db).refresh(known.conversation);
    }
    return {.kept = Kept::Edited, .message = known};
}

/// A post of ours joins the conversation it answers and settles what had been said before it; it is never work.
void placeOurs(Database &db, Message &message)
{
    MessageStore messages(db);
    const auto parent = messages.byRemoteId(message.account, message.inReplyTo);
    if (parent) {
        message.conversation = parent->conversation;
    } else if (message.lane == Lane::Private) {
        message.conversation = messages.conversationOfPrivateThread(message.account, message.thread);
    }
    if (messages.insert(message) && !message.conversation.isNull()) {
        messages.settlePostedBefore(message.conversation, message.postedAt, message.id.value);
    }
}

void placeTheirs(Database &db, Message &message)
{
    ConversationStore conversations(db);
    MessageStore messages(db);
    message.conversation
        = conversations.find(message.account, message.author.id, message.lane, message.thread);
    if (message.conversation.isNull() && message.lane == Lane::Private) {
        // Who answers a private answer to a comment may have another id there than below the post.
        message.conversation = messages.conversationWeOpened(message.account, message.thread);
    }
    if (message.conversation.isNull()) {
        message.conversation
            = conversations.create(message.account, message.author.id, message.lane, message.postedAt);
    }
    if (!messages.insert(message)) {
        return;
    }
    messages.adoptAnswers(message.account, message.remoteId, message.conversation);
    if (!message.inReplyTo.isEmpty()) {
        messages.adoptContext(message.account, message.inReplyTo, message.conversation);
    }
    if (message.lane == Lane::Private) {
        messages.adoptPrivateThread(message.account, message.thread, message.conversation);
    }
    messages.settleByForeignAnswer(message.conversation);
}

/// Somebody else's post: shown beside the message that answers it, and never work.
void placeContext(Database &db, Message &message)
{
    MessageStore messages(db);
    message.conversation = messages.conversationOfAnswer(message.account, message.remoteId);
    if (messages.insert(message)) {
        messages.settle(message.id, message.id.value);
    }
}

void place(Database &db, Message &message)
{
    if (message.direction == Direction::Outbound) {
        placeOurs(db, message);
    } else if (isContext(message.traits)) {
        placeContext(db, message);
    } else {
        placeTheirs(db, message);
    }
}
} // namespace

void learnThreads(Database &db, const Account &account, const QList<Post> &posts)
{
    for (const Post &post : posts) {
        if (post.direction == Direction::Outbound && post.lane == Lane::Private) {
            if (auto known = MessageStore(db).byRemoteId(account.id, post.remoteId)) {
                learnThread(db, *known, post);
            }
        }
    }
}

bool isNewer(const QString &a, const QString &b)
{
    return a.size() != b.size() ? a.size() > b.size() : a > b;
}

KeptPost keepPost(Database &db, const Account &account, const Post &post)
{
    Q_ASSERT(!post.remoteId.isEmpty());
    const auto known = MessageStore(db).byRemoteId(account.id, post.remoteId);
    if (known && (!isContext(known->traits) || isContext(post.traits))) {
        return keepKnown(db, account, *known, post);
    }
    if (known) { // first seen as somebody's parent, now in its own right
        MessageStore(db).setContextAside(known->id);
    }
    Message message = messageOf(db, account, post);
    place(db, message);
    if (known) {
        MessageStore(db).replaceContext(known->id, message.id);
    }
    if (post.isHiddenByThread && message.direction == Direction::Outbound
        && message.thread == message.remoteId) {
        MessageStore(db).allowHiding(account.id, message.thread); // answers to it may have come first
    }
    tell(db, u"message-stored"_s, message);
    if (!message.conversation.isNull()) {
        ConversationStore(db).refresh(message.conversation);
        if (message.direction == Direction::Inbound && !isContext(message.traits)) {
            (void)ArrivalRules(db).run(message);
        }
    }
    return {.kept = Kept::Stored, .message = message};
}

} // namespace fw
