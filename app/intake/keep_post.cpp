#include "app/intake/keep_post.h"

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
        .thread = post.thread.isEmpty() ? post.remoteId : post.thread};
}

KeptPost keepKnown(Database &db, Message known, const Post &post)
{
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
    if (message.conversation.isNull()) {
        message.conversation
            = conversations.create(message.account, message.author.id, message.lane, message.postedAt);
    }
    if (!messages.insert(message)) {
        return;
    }
    messages.adoptAnswers(message.account, message.remoteId, message.conversation);
    messages.settleByForeignAnswer(message.conversation);
}
} // namespace

bool isNewer(const QString &a, const QString &b)
{
    return a.size() != b.size() ? a.size() > b.size() : a > b;
}

KeptPost keepPost(Database &db, const Account &account, const Post &post)
{
    Q_ASSERT(!post.remoteId.isEmpty());
    if (const auto known = MessageStore(db).byRemoteId(account.id, post.remoteId)) {
        return keepKnown(db, *known, post);
    }
    Message message = messageOf(db, account, post);
    if (message.direction == Direction::Outbound) {
        placeOurs(db, message);
    } else {
        placeTheirs(db, message);
    }
    tell(db, u"message-stored"_s, message);
    if (!message.conversation.isNull()) {
        ConversationStore(db).refresh(message.conversation);
    }
    return {.kept = Kept::Stored, .message = message};
}

} // namespace fw
