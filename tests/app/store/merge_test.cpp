#include "app/store/conversation_store.h"
#include "app/store/merge_store.h"
#include "app/store/message_store.h"
#include "app/store/state_store.h"
#include "app/store/tag_store.h"
#include "tests/support/desk_fixture.h"
#include "tests/support/seed.h"

#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
Conversation read(DeskFixture &desk, ConversationId id)
{
    return **waitFor(desk.store->read([id](Database &db) { return ConversationStore(db).byId(id); }));
}

Result<Merged> merges(DeskFixture &desk, ConversationId from, ConversationId into)
{
    return waitFor(desk.store->write(
        [=](Database &db) -> Result<Merged> { return MergeStore(db).merge(from, into, u"ann"_s); }));
}

Result<FactId> undoes(DeskFixture &desk, FactId fact)
{
    return waitFor(desk.store->write([fact](Database &db) -> Result<FactId> {
        return MergeStore(db).undo(JournalStore(db).between(fact, fact, 1).first(), u"ann"_s);
    }));
}

/// Everything of two conversations that does not depend on when ids were made.
QStringList picture(DeskFixture &desk, const QList<ConversationId> &ids)
{
    return *waitFor(desk.store->read([ids](Database &db) {
        QStringList lines;
        for (const ConversationId id : ids) {
            const Conversation now = *ConversationStore(db).byId(id);
            lines += u"%1 unanswered %2 since %3 tags %4 text %5"_s.arg(toString(now.state))
                         .arg(now.unansweredCount)
                         .arg(now.waitingSince ? toIso(*now.waitingSince) : u"-"_s,
                             TagStore(db).of(id).join(u','), now.preview);
            QStringList posts;
            for (const Message &message : MessageStore(db).pageBefore(id, {}, 200)) {
                posts.append(message.remoteId);
            }
            posts.sort();
            lines += posts.join(u' ');
        }
        return lines;
    }));
}

/// Two people who wrote to one account, and what happens to them by a seed.
struct TwoPeople {
    DeskFixture desk;
    ConversationId ana = {};
    ConversationId ben = {};
    int posts = 100;

    TwoPeople()
    {
        ana = desk.keep(desk.mention(u"10"_s, u"5"_s)).conversation;
        desk.clock.advance(1s);
        ben = desk.keep(desk.mention(u"11"_s, u"6"_s)).conversation;
    }

    void happen(QRandomGenerator &random)
    {
        desk.clock.advance(1s);
        const bool isAna = random.bounded(2) == 0;
        const QString root = isAna ? u"10"_s : u"11"_s;
        Post post = desk.mention(QString::number(++posts), isAna ? u"5"_s : u"6"_s, u"again"_s);
        switch (random.bounded(3)) {
        case 0: // in the thread
            post.thread = root;
            break;
        case 1: // anywhere
            break;
        default: // our answer, from the network's own app
            post.direction = Direction::Outbound;
            post.author = {.remoteId = u"1"_s, .name = u"us"_s};
            post.thread = root;
            post.inReplyTo = root;
        }
        desk.keep(post);
    }
};
} // namespace

class MergeTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasMergedIsInOnePlaceAndSoIsWhatComesLater()
    {
        TwoPeople two;
        const auto merged = merges(two.desk, two.ben, two.ana);
        QVERIFY(merged && merged->areDifferentPeople);
        QCOMPARE(read(two.desk, two.ana).unansweredCount, 2);
        QCOMPARE(read(two.desk, two.ben).mergedInto, two.ana);
        QVERIFY(read(two.desk, two.ben).state == ConversationState::Archived);
        QCOMPARE(two.desk.keep(two.desk.mention(u"12"_s, u"6"_s)).conversation, two.ana);
        const auto again = merges(two.desk, two.ben, two.ana);
        QVERIFY(!again && again.error().code == ErrorCode::Usage);
        const auto elsewhere = waitFor(two.desk.store->write(
            [&two](Database &db) -> Result<FactId> { return StateStore(db).resolve(two.ben, u"ann"_s); }));
        QVERIFY(!elsewhere && elsewhere.error().code == ErrorCode::Usage);
    }

    void tagsOfBothAreSeenAndGoBack()
    {
        TwoPeople two;
        const auto tag = [&two](ConversationId id, const QString &word) {
            QVERIFY(*waitFor(
                two.desk.store->write([=](Database &db) { return TagStore(db).add(id, word, u"ann"_s); })));
        };
        tag(two.ana, u"size"_s);
        tag(two.ben, u"size"_s);
        tag(two.ben, u"parcel"_s);
        const QStringList before = picture(two.desk, {two.ana, two.ben});
        const auto merged = merges(two.desk, two.ben, two.ana);
        QVERIFY(picture(two.desk, {two.ana}).first().contains(u"parcel,size"_s));
        QVERIFY(undoes(two.desk, merged->fact));
        QCOMPARE(picture(two.desk, {two.ana, two.ben}), before);
    }

    void mergedThenAnythingThenUndoneIsAsIfNeverMerged()
    {
        const quint32 seed = printedSeed();
        for (quint32 run = 0; run < 25; ++run) {
            QRandomGenerator one(seed + run);
            QRandomGenerator other(seed + run);
            TwoPeople merged;
            TwoPeople apart;
            const int before = int(run % 4);
            for (int i = 0; i < before; ++i) {
                merged.happen(one);
                apart.happen(other);
            }
            const auto fact = merges(merged.desk, merged.ben, merged.ana);
            QVERIFY(fact.has_value());
            for (int i = 0; i < 6; ++i) {
                merged.happen(one);
                apart.happen(other);
            }
            QVERIFY(undoes(merged.desk, fact->fact));
            QCOMPARE(
                picture(merged.desk, {merged.ana, merged.ben}), picture(apart.desk, {apart.ana, apart.ben}));
        }
    }

    void aResolutionComesBackWithTheUndo()
    {
        TwoPeople two;
        QVERIFY(waitFor(two.desk.store->write(
            [&two](Database &db) -> Result<FactId> { return StateStore(db).resolve(two.ana, u"ann"_s); })));
        const auto merged = merges(two.desk, two.ben, two.ana);
        QVERIFY(read(two.desk, two.ana).state == ConversationState::Waiting);
        QVERIFY(undoes(two.desk, merged->fact));
        QVERIFY(read(two.desk, two.ana).state == ConversationState::Resolved);
        QVERIFY(read(two.desk, two.ben).state == ConversationState::Waiting);
    }

    void splitMakesTwoAndUndoOneAgain()
    {
        TwoPeople two;
        Post more = two.desk.mention(u"20"_s, u"5"_s, u"something else"_s);
        const Message second = two.desk.keep(more);
        QCOMPARE(second.conversation, two.ana);
        const QStringList before = picture(two.desk, {two.ana});
        const auto split = waitFor(two.desk.store->write(
            [&](Database &db) -> Result<Merged> { return MergeStore(db).split({second.id}, u"ann"_s); }));
        QVERIFY(split.has_value());
        const ConversationId made = *waitFor(
            two.desk.store->read([fact = split->fact](Database &db) { return MergeStore(db).madeBy(fact); }));
        QCOMPARE(read(two.desk, two.ana).unansweredCount, 1);
        QCOMPARE(read(two.desk, made).preview, u"something else"_s);
        Post later = two.desk.mention(u"21"_s, u"5"_s);
        later.thread = u"20"_s;
        QCOMPARE(two.desk.keep(later).conversation, made);
        QVERIFY(undoes(two.desk, split->fact));
        QCOMPARE(read(two.desk, two.ana).unansweredCount, 3);
        QCOMPARE(read(two.desk, made).mergedInto, two.ana);
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::MergeTest)
#include "merge_test.moc"
