#pragma once

#include "app/store/conversation_store.h"
#include "app/store/message_store.h"
#include "tests/app/dispatch/sender_fixture.h"

#include <QTest>

namespace fw::test {

/// A desk of an account that can do everything, with a comment and a private message.
struct Lanes : Sender {
    Lanes()
    {
        publish(everything());
        Post comment = mention(u"20"_s, u"7"_s);
        comment.kind = MessageKind::Comment;
        comment.traits.setFlag(Trait::CanReplyPrivately);
        question = keep(comment);
        privately = keep(message(u"m1"_s));
    }

    Post message(const QString &remoteId)
    {
        Post post = mention(remoteId, u"8"_s);
        post.kind = MessageKind::DirectMessage;
        post.lane = Lane::Private;
        post.thread = u"t1"_s;
        return post;
    }

    Result<OutboxEntry> pressPrivately() { return tryPress({.lane = Lane::Private, .body = u"psst"_s}); }
    Result<OutboxEntry> pressMessage() { return tryPress({.parent = privately.id, .body = u"hello"_s}); }

    Begun beginWhole(ReplyId id)
    {
        return *waitFor(
            store->write([this, id](Database &db) { return beginAttempt(db, account, id, epoch); }));
    }

    std::optional<AttemptReport> late(ReplyId id)
    {
        return *waitFor(
            store->write([this, id](Database &db) { return rejectLate(db, account, id, epoch); }));
    }

    std::optional<Message> stored(const QString &remoteId)
    {
        return *waitFor(store->read(
            [=, this](Database &db) { return MessageStore(db).byRemoteId(account.id, remoteId); }));
    }

    Conversation conversation(ConversationId id)
    {
        return **waitFor(store->read([id](Database &db) { return ConversationStore(db).byId(id); }));
    }

    void block(Operation operation, milliseconds span)
    {
        QVERIFY(waitFor(store->write([=, this](Database &db) {
            LedgerStore(db).saveBlock(account.id,
                {.operation = operation, .until = clock.now() + span, .reason = u"rate-limited"_s});
        })));
    }

    Message privately;
};

} // namespace fw::test
