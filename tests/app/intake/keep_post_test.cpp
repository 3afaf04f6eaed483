#include "app/intake/keep_post.h"

#include "app/store/conversation_store.h"
#include "app/store/journal_store.h"
#include "app/store/merge_store.h"
#include "app/store/message_store.h"
#include "tests/support/desk_fixture.h"
#include "tests/support/seed.h"

#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
KeptPost keepOne(DeskFixture &desk, const Post &post)
{
    return *waitFor(
        desk.store->write([&desk, post](Database &db) { return keepPost(db, desk.account, post); }));
}

Conversation conversationOf(DeskFixture &desk, ConversationId id)
{
    return **waitFor(desk.store->read([id](Database &db) { return ConversationStore(db).byId(id); }));
}

Post answerOf(DeskFixture &desk, const QString &remoteId, const QString &parent)
{
    Post post = desk.mention(remoteId, desk.account.remoteId);
    post.direction = Direction::Outbound;
    post.inReplyTo = parent;
    return post;
}

/// A direct message in the thread of `author`, theirs or ours.
Post directMessage(DeskFixture &desk, const QString &remoteId, const QString &author, Direction direction)
{
    Post post
        = desk.mention(remoteId, direction == Direction::Inbound ? author : desk.account.remoteId, remoteId);
    post.kind = MessageKind::DirectMessage;
    post.direction = direction;
    post.lane = Lane::Private;
    post.thread = u"t-"_s + author;
    return post;
}

/// Everything that must not depend on the order of arrival, in a comparable form.
QStringList fingerprint(DeskFixture &desk)
{
    return *waitFor(desk.store->read([](Database &db) {
        return db.list(
            u"SELECT m.remote_id, m.body, m.version_id, i.remote_id, c.opened_at_ms, c.waiting_since_ms, "
            u"c.state, c.unanswered_count,"
            " c.preview, m.settled_by IS NULL FROM message m JOIN identity i ON i.id = m.identity_id"
            " LEFT JOIN conversation c ON c.id = m.conversation_id ORDER BY m.remote_id"_s,
            {}, [](const QSqlQuery &row) {
                QStringList columns;
                for (int i = 0; i < 10; ++i) {
                    columns << row.value(i).toString();
                }
                return columns.join(u'|');
            });
    }));
}
} // namespace

class KeepPostTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void idsOfAnyLengthAreOrdered()
    {
        QVERIFY(isNewer(u"10"_s, u"9"_s));
        QVERIFY(isNewer(u"1578516295611748353"_s, u"1578516273537118209"_s));
        QVERIFY(!isNewer(u"9"_s, u"9"_s));
        QVERIFY(isNewer(u"1"_s, u""_s));
    }

    void repeatedPostIsStoredOnce()
    {
        DeskFixture desk;
        const Post post = desk.mention(u"10"_s, u"5"_s);
        QCOMPARE(keepOne(desk, post).kept, Kept::Stored);
        QCOMPARE(keepOne(desk, post).kept, Kept::Repeated);
    }

    void editReplacesTheTextAndAnOldVersionDoesNotComeBack()
    {
        DeskFixture desk;
        Post post = desk.mention(u"10"_s, u"5"_s, u"first"_s);
        keepOne(desk, post);
        Post edited = post;
        edited.versionId = u"12"_s;
        edited.body = u"second"_s;
        QCOMPARE(keepOne(desk, edited).kept, Kept::Edited);
        QCOMPARE(keepOne(desk, post).kept, Kept::Repeated);
        const auto message = waitFor(desk.store->read(
            [&desk](Database &db) { return MessageStore(db).byRemoteId(desk.account.id, u"10"_s); }));
        QCOMPARE((*message)->body, u"second"_s);
        QCOMPARE((*message)->versionId, u"12"_s);
    }

    void authorWhoIsGoneKeepsTheTextAndTheKnownName()
    {
        DeskFixture desk;
        keepOne(desk, desk.mention(u"10"_s, u"5"_s));
        Post post = desk.mention(u"11"_s, u"5"_s, u"still here"_s);
        post.author = {.remoteId = u"5"_s};
        post.isAuthorAvailable = false;
        const Message message = keepOne(desk, post).message;
        QCOMPARE(message.author.name, u"Name 5"_s);
        QVERIFY(!message.isAuthorAvailable);
    }

    void authorsWithoutAnIdAreNotMerged()
    {
        DeskFixture desk;
        Post a = desk.mention(u"10"_s, u""_s);
        Post b = desk.mention(u"11"_s, u""_s);
        QVERIFY(keepOne(desk, a).message.conversation != keepOne(desk, b).message.conversation);
    }

    void answerWrittenElsewhereIsNeverWork()
    {
        DeskFixture desk;
        const Message question = desk.keep(desk.mention(u"10"_s, u"5"_s));
        desk.clock.advance(1min);
        const Message answer = desk.keep(answerOf(desk, u"11"_s, u"10"_s));
        QCOMPARE(answer.conversation, question.conversation);
        QVERIFY(conversationOf(desk, question.conversation).state == ConversationState::WaitingForCustomer);
    }

    void answerThatArrivesBeforeItsQuestionCountsToo()
    {
        DeskFixture desk;
        const Post question = desk.mention(u"10"_s, u"5"_s);
        desk.clock.advance(1min);
        QVERIFY(desk.keep(answerOf(desk, u"11"_s, u"10"_s)).conversation.isNull());
        const Message late = desk.keep(question);
        QVERIFY(conversationOf(desk, late.conversation).state == ConversationState::WaitingForCustomer);
    }

    void ourOwnPostToNobodyOpensNothing()
    {
        DeskFixture desk;
        QVERIFY(desk.keep(answerOf(desk, u"11"_s, u""_s)).conversation.isNull());
        const auto counts
            = waitFor(desk.store->read([](Database &db) { return ConversationStore(db).counts(); }));
        QCOMPARE(*counts, QueueCounts{});
    }

    void ourMessagesJoinThePrivateThreadInAnyOrder()
    {
        DeskFixture desk;
        const Post ours = directMessage(desk, u"9"_s, u"5"_s, Direction::Outbound);
        QVERIFY(desk.keep(ours).conversation.isNull());
        desk.clock.advance(1min);
        const Message theirs = desk.keep(directMessage(desk, u"10"_s, u"5"_s, Direction::Inbound));
        QCOMPARE(keepOne(desk, ours).message.conversation, theirs.conversation);
        QVERIFY(conversationOf(desk, theirs.conversation).state == ConversationState::Waiting);
        desk.clock.advance(1min);
        QCOMPARE(desk.keep(directMessage(desk, u"11"_s, u"5"_s, Direction::Outbound)).conversation,
            theirs.conversation);
        QVERIFY(conversationOf(desk, theirs.conversation).state == ConversationState::WaitingForCustomer);
        // What they say in public is another matter.
        QVERIFY(desk.keep(desk.mention(u"12"_s, u"5"_s)).conversation != theirs.conversation);
    }

    void somebodyElsesPostStandsBesideItsAnswerAndIsNeverWork()
    {
        DeskFixture desk;
        Post parent = desk.mention(u"9"_s, u"8"_s, u"what it is about"_s);
        parent.traits = Trait::Context;
        Post question = desk.mention(u"10"_s, u"5"_s, u"and you?"_s);
        question.inReplyTo = u"9"_s;
        question.thread = u"9"_s;
        QVERIFY(desk.keep(parent).conversation.isNull());
        const Message asked = desk.keep(question);
        QCOMPARE(keepOne(desk, parent).message.conversation, asked.conversation);
        const Conversation conversation = conversationOf(desk, asked.conversation);
        QCOMPARE(conversation.unansweredCount, 1);
        QCOMPARE(conversation.preview, u"and you?"_s);
        QCOMPARE(conversation.customer.remoteId, u"5"_s);
        // The same post may turn out to be to us after all.
        parent.traits = Trait::AddressesUs;
        const Message work = desk.keep(parent);
        QVERIFY(work.conversation != asked.conversation);
        QCOMPARE(conversationOf(desk, work.conversation).unansweredCount, 1);
    }

    void somebodyElsesPostMayComeInItsOwnRightAfterAMerge()
    {
        DeskFixture desk;
        Post parent = desk.mention(u"9"_s, u"8"_s, u"what it is about"_s);
        parent.traits = Trait::Context;
        Post question = desk.mention(u"10"_s, u"5"_s, u"and you?"_s);
        question.inReplyTo = question.thread = u"9"_s;
        const Message context = desk.keep(parent);
        const Message asked = desk.keep(question);
        const Message other = desk.keep(desk.mention(u"11"_s, u"6"_s));
        const auto merged = waitFor(desk.store->write([&](Database &db) {
            return MergeStore(db).merge(asked.conversation, other.conversation, u"ann"_s);
        }));
        QVERIFY2(merged, qPrintable(merged ? QString() : merged.error().detail));
        const auto liked = waitFor(desk.store->write([&](Database &db) {
            return db.exec(
                u"INSERT INTO moderation (id, account_id, message_id, remote_id, what, operation, agent, "
                u"state,"
                " asked_at_ms) SELECT 1, account_id, id, remote_id, 'like', 'like', 'ann', 'succeeded', 0"
                " FROM message WHERE id = ?"_s,
                {context.id.value});
        }));
        QVERIFY2(liked, qPrintable(liked ? QString() : liked.error().detail));
        parent.traits = Trait::AddressesUs;
        const Message work = desk.keep(parent);
        QVERIFY(work.id != context.id);
        QCOMPARE(conversationOf(desk, work.conversation).customer.remoteId, u"8"_s);
        const auto left = waitFor(desk.store->read([&](Database &db) {
            return db.number(u"SELECT count(*) FROM message WHERE id = ?"_s, {context.id.value})
                + db.number(u"SELECT count(*) FROM moderation WHERE message_id <> ?"_s, {work.id.value});
        }));
        QCOMPARE(*left, 0);
        const auto undone = waitFor(desk.store->write([&](Database &db) {
            return MergeStore(db).undo(
                JournalStore(db).between(merged->fact, merged->fact, 1).first(), u"ann"_s);
        }));
        QVERIFY2(undone, qPrintable(undone ? QString() : undone.error().detail));
        QCOMPARE(conversationOf(desk, asked.conversation).unansweredCount, 1);
        QCOMPARE(conversationOf(desk, work.conversation).unansweredCount, 1);
    }

    void whatTheNetworkTellsOfAMessageIsKeptUpToDate()
    {
        DeskFixture desk;
        Post post = desk.mention(u"10"_s, u"5"_s);
        post.permalink = u"https://example.org/10"_s;
        desk.keep(post);
        post.traits = Traits({Trait::AddressesUs, Trait::Hidden});
        QVERIFY(keepOne(desk, post).kept == Kept::Repeated);
        post.traits = Trait::AddressesUs; // a network that does not tell what is hidden
        const Message message = keepOne(desk, post).message;
        QVERIFY(message.traits.testFlag(Trait::Hidden));
        post.tellsMarks = true;
        QVERIFY(!keepOne(desk, post).message.traits.testFlag(Trait::Hidden));
        QCOMPARE(message.permalink, u"https://example.org/10"_s);
    }

    void signalKeepsWhatItTellsForEveryLanguage()
    {
        DeskFixture desk;
        Post post = desk.mention(u"comments:1:5"_s, u"pin:1"_s);
        post.kind = MessageKind::Signal;
        post.signal
            = {.kind = SignalKind::NewComments, .count = 3, .total = 5, .subject = u"“Walnut \"table\"”"_s};
        post.body = sentenceOf(post.signal);
        const Message kept = desk.keep(post);
        const auto stored
            = waitFor(desk.store->read([id = kept.id](Database &db) { return *MessageStore(db).byId(id); }));
        QVERIFY(stored->signal == post.signal);
        QVERIFY(conversationOf(desk, kept.conversation).lastSignal == post.signal);
        desk.clock.advance(1min);
        QVERIFY(conversationOf(desk, desk.keep(desk.mention(u"11"_s, u"pin:1"_s)).conversation).lastSignal
            == SignalFacts());
    }

    void whatStandsInAThreadOfOursMayBeHiddenInAnyOrder()
    {
        DeskFixture desk;
        Post root = desk.mention(u"10"_s, desk.account.remoteId);
        root.direction = Direction::Outbound;
        root.thread = u"10"_s;
        root.isHiddenByThread = true;
        const auto deep = [&desk](const QString &id, const QString &thread) {
            Post post = desk.mention(id, u"5"_s);
            post.thread = thread;
            post.inReplyTo = u"99"_s;
            post.isHiddenByThread = true;
            return post;
        };
        desk.keep(deep(u"20"_s, u"10"_s)); // before anybody knew whose thread it is
        desk.keep(root);
        QVERIFY(keepOne(desk, deep(u"20"_s, u"10"_s)).message.traits.testFlag(Trait::CanHide));
        QVERIFY(desk.keep(deep(u"21"_s, u"10"_s)).traits.testFlag(Trait::CanHide));
        QVERIFY(!desk.keep(deep(u"22"_s, u"11"_s)).traits.testFlag(Trait::CanHide));
        Post told = deep(u"23"_s, u"10"_s); // on a network that says it of each one
        told.isHiddenByThread = false;
        QVERIFY(!desk.keep(told).traits.testFlag(Trait::CanHide));
    }

    /// I1: whatever is repeated and reordered, the same messages in the same conversations with the same state.
    void anyOrderAndAnyRepetitionGiveTheSameDesk()
    {
        const quint32 seed = printedSeed();
        QRandomGenerator random(seed);
        DeskFixture straight;
        QList<Post> posts;
        for (int i = 0; i < 150; ++i) {
            straight.clock.advance(milliseconds(1 + random.bounded(60'000)));
            const bool isAnswer = i > 10 && random.bounded(4) == 0;
            const QString id = QString::number(1000 + i);
            const Post &parent = isAnswer ? posts[random.bounded(int(posts.size()))] : Post{};
            Post post = isAnswer && parent.direction == Direction::Inbound
                ? answerOf(straight, id, parent.remoteId)
                : straight.mention(id, QString::number(5 + random.bounded(20)));
            if (random.bounded(5) == 0) {
                post = directMessage(straight, id, QString::number(5 + random.bounded(20)),
                    random.bounded(3) == 0 ? Direction::Outbound : Direction::Inbound);
            }
            post.body = id;
            posts.append(post);
            if (random.bounded(10) == 0) {
                Post edited = post;
                edited.versionId = id + u"9"_s;
                edited.body = id + u" edited"_s;
                posts.append(edited);
            }
        }
        for (const Post &post : posts) {
            keepOne(straight, post);
        }
        const QStringList expected = fingerprint(straight);
        for (int round = 0; round < 10; ++round) {
            DeskFixture shuffled;
            QList<Post> order = posts + posts.mid(random.bounded(int(posts.size())), 40);
            std::shuffle(order.begin(), order.end(), random);
            for (const Post &post : order) {
                keepOne(shuffled, post);
            }
            QCOMPARE(fingerprint(shuffled), expected);
        }
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::KeepPostTest)
#include "keep_post_test.moc"
