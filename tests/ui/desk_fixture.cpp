#include "tests/ui/desk_fixture.h"

#include "app/store/account_store.h"
#include "app/store/conversation_store.h"
#include "app/store/draft_store.h"
#include "app/store/journal_store.h"
#include "app/store/lease_store.h"
#include "app/store/message_store.h"
#include "app/store/reply_store.h"
#include "tests/support/wait_for.h"

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

DeskFixture::DeskFixture()
    : m_ids(clock)
    , m_store(std::move(*Store::open(m_folder.filePath(u"desk.db"_s), clock, m_ids)))
    , store(*m_store)
    , outbox(store)
    , desk(store)
{
    const auto added = waitFor(store.write([](Database &db) {
        return AccountStore(db).add(
            {.name = u"care"_s, .network = Network::Twitter, .handle = u"harborvale"_s});
    }));
    m_account = added->id;
}

Conversation DeskFixture::customerWrites(const QString &handle, const QString &text)
{
    clock.advance(1s);
    const QString remoteId = u"p%1"_s.arg(++m_posts);
    const auto stored = waitFor(store.write([=, this](Database &db) {
        MessageStore messages(db);
        ConversationStore conversations(db);
        const Identity author = messages.saveIdentity(
            {.remoteId = u"u-"_s + handle, .handle = handle, .name = handle.toUpper()});
        ConversationId conversation
            = conversations.find(m_account, author.id, Lane::Public, u"t-"_s + handle);
        if (conversation.isNull()) {
            conversation = conversations.create(m_account, author.id, Lane::Public, db.now());
        }
        const auto id = db.newId<MessageId>();
        (void)messages.insert({.id = id,
            .account = m_account,
            .conversation = conversation,
            .author = author,
            .remoteId = remoteId,
            .versionId = remoteId,
            .body = text,
            .postedAt = db.now(),
            .storedAt = db.now(),
            .thread = u"t-"_s + handle});
        conversations.refresh(conversation);
        JournalStore(db).add(
            {.fact = u"message-stored"_s, .account = m_account, .conversation = conversation, .message = id});
        return conversations.byId(conversation).value_or(Conversation{});
    }));
    return stored.value_or(Conversation{});
}

Conversation DeskFixture::conversation(ConversationId id)
{
    return waitFor(store.read([id](Database &db) {
        return ConversationStore(db).byId(id).value_or(Conversation{});
    })).value_or(Conversation{});
}

QString DeskFixture::draft(ConversationId conversation)
{
    return waitFor(store.read([conversation](Database &db) {
        return DraftStore(db).body(conversation, QString::fromLatin1(kAgent), Lane::Public);
    })).value_or(QString());
}

QList<Reply> DeskFixture::replies(ConversationId conversation)
{
    return waitFor(store.read([conversation](Database &db) {
        return ReplyStore(db).ofConversation(conversation);
    })).value_or(QList<Reply>{});
}

void DeskFixture::refuseNewest(ConversationId conversation, ErrorCode code)
{
    const ReplyId reply = replies(conversation).constLast().id;
    const Done done = waitFor(store.write(
        [=](Database &db) { (void)ReplyStore(db).reject(reply, toString(code), u"the network's words"_s); }));
    Q_ASSERT(done);
}

void DeskFixture::startSending(ReplyId reply)
{
    const Done done = waitFor(store.write([reply, account = m_account](Database &db) {
        (void)ReplyStore(db).startSending({.id = db.newId<AttemptId>(),
            .reply = reply,
            .epoch = LeaseStore(db).take(account),
            .startedAt = db.now()});
    }));
    Q_ASSERT(done);
}

void DeskFixture::pauseAccount(ErrorCode code)
{
    const Done done = waitFor(store.write([account = m_account, code](Database &db) {
        AccountStore(db).pause(account, toString(code), u"detail"_s);
        JournalStore(db).add({.fact = u"account-paused"_s, .account = account});
    }));
    Q_ASSERT(done);
}

} // namespace fw::test
