#include "tests/ui/staffed_desk.h"

#include "app/dispatch/record_outcome.h"
#include "app/store/account_store.h"
#include "app/store/conversation_store.h"
#include "app/store/draft_store.h"
#include "app/store/journal_store.h"
#include "app/store/lease_store.h"
#include "app/store/message_store.h"
#include "app/store/reply_store.h"

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Conversation StaffedDesk::customerWrites(const QString &handle, const QString &text)
{
    clock.advance(1s);
    Post post = mention(u"p%1"_s.arg(++m_posts), u"u-"_s + handle, text);
    post.author.handle = handle;
    post.author.name = handle.toUpper();
    return conversation(keep(post).conversation);
}

Conversation StaffedDesk::conversation(ConversationId id)
{
    return waitFor(store->read([id](Database &db) {
        return ConversationStore(db).byId(id).value_or(Conversation{});
    })).value_or(Conversation{});
}

QString StaffedDesk::draft(ConversationId conversation)
{
    return waitFor(store->read([conversation](Database &db) {
        return DraftStore(db).body(conversation, QString::fromLatin1(kAgent), Lane::Public);
    })).value_or(QString());
}

QList<Reply> StaffedDesk::replies(ConversationId conversation)
{
    return waitFor(store->read([conversation](Database &db) {
        return ReplyStore(db).ofConversation(conversation);
    })).value_or(QList<Reply>{});
}

void StaffedDesk::refuseNewest(ConversationId conversation, ErrorCode code)
{
    const ReplyId reply = replies(conversation).constLast().id;
    const Done done = waitFor(store->write(
        [=](Database &db) { (void)ReplyStore(db).reject(reply, toString(code), u"the network's words"_s); }));
    Q_ASSERT(done);
}

void StaffedDesk::startSending(ReplyId reply)
{
    const Done done = waitFor(store->write([reply, account = account.id](Database &db) {
        (void)ReplyStore(db).startSending({.id = db.newId<AttemptId>(),
            .reply = reply,
            .epoch = LeaseStore(db).take(account),
            .startedAt = db.now()});
    }));
    Q_ASSERT(done);
}

void StaffedDesk::leave(ReplyId reply)
{
    const auto begun = waitFor(store->write([reply, account = account](Database &db) {
        return beginAttempt(db, account, reply, LeaseStore(db).take(account.id));
    }));
    Q_ASSERT(begun);
}

void StaffedDesk::pauseAccount(ErrorCode code)
{
    const Done done = waitFor(store->write([account = account.id, code](Database &db) {
        AccountStore(db).pause(account, toString(code), u"detail"_s);
        JournalStore(db).add({.fact = u"account-paused"_s, .account = account});
    }));
    Q_ASSERT(done);
}

} // namespace fw::test
