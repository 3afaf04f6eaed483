#include "app/store/draft_store.h"
#include "tests/app/dispatch/sender_fixture.h"

#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
struct Parted : Sender {
    Parted()
    {
        first = tryPress({.body = u"a (1/3)"_s, .furtherParts = {u"b (2/3)"_s, u"c (3/3)"_s}})->reply.id;
        for (const Reply &reply : all()) {
            parts.append(reply.id);
        }
    }

    QList<Reply> all()
    {
        return *waitFor(store->read(
            [this](Database &db) { return ReplyStore(db).ofConversation(question.conversation); }));
    }

    void accept(ReplyId id, const QString &remoteId)
    {
        Outcome outcome = kAccepted;
        outcome.remoteId = remoteId;
        record(*begin(id), outcome);
    }

    QStringList states()
    {
        QStringList words;
        for (const Reply &reply : all()) {
            words << (reply.hold ? toString(*reply.hold) : toString(reply.state));
        }
        return words;
    }

    ReplyId first = {};
    QList<ReplyId> parts;
};
} // namespace

/// A text in several parts: all of it, or an explanation.
class PartsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void partsAreQueuedTogetherAndLeaveInOrder()
    {
        Parted desk;
        QCOMPARE(desk.all().size(), 3);
        QCOMPARE(desk.all().at(2).part, 3);
        QCOMPARE(desk.all().at(2).firstPart, desk.first);
        for (int part = 0; part < 3; ++part) {
            desk.clock.advance(1min);
            QCOMPARE(desk.decide().reply.id, desk.parts.at(part));
            desk.accept(desk.parts.at(part), QString::number(70 + part));
        }
        QCOMPARE(desk.states(), QStringList({u"accepted"_s, u"accepted"_s, u"accepted"_s}));
    }

    void emptyPartQueuesNothing()
    {
        Sender desk;
        QVERIFY(!desk.tryPress({.body = u"a"_s, .furtherParts = {u" "_s}}));
        QVERIFY(!desk.decide().reply.id.value);
    }

    void laterPartsAreHeldWhenOneIsRefused()
    {
        Parted desk;
        desk.accept(desk.parts.at(0), u"70"_s);
        desk.record(*desk.begin(desk.parts.at(1)), rejected(ErrorCode::PersonUnreachable));
        QCOMPARE(desk.states(), QStringList({u"accepted"_s, u"rejected"_s, u"part-failed"_s}));
        QVERIFY(waitFor(Outbox(*desk.store).retry(desk.parts.at(1))));
        QCOMPARE(desk.states(), QStringList({u"accepted"_s, u"queued"_s, u"queued"_s}));
        desk.accept(desk.parts.at(1), u"71"_s);
        desk.accept(desk.parts.at(2), u"72"_s);
    }

    void seenToRefusedPartTakesTheRestBack()
    {
        Parted desk;
        desk.record(*desk.begin(desk.parts.at(0)), rejected(ErrorCode::BadRequest));
        QVERIFY(*waitFor(Outbox(*desk.store).markHandled(desk.first)));
        QCOMPARE(desk.states(), QStringList({u"rejected"_s, u"withdrawn"_s, u"withdrawn"_s}));
    }

    void withdrawTakesBackWhatHasNotLeft()
    {
        Parted desk;
        desk.accept(desk.parts.at(0), u"70"_s);
        QVERIFY(*waitFor(Outbox(*desk.store).withdraw(desk.parts.at(2))));
        QCOMPARE(desk.states(), QStringList({u"accepted"_s, u"withdrawn"_s, u"withdrawn"_s}));
    }

    void theWholeTextIsHeldBeforeItsFirstPartAndNotInTheMiddle()
    {
        Parted held;
        Post again = held.mention(u"11"_s, u"5"_s);
        again.thread = u"10"_s;
        held.keep(again);
        QVERIFY(!held.begin(held.first));
        QCOMPARE(held.states(), QStringList(3, u"customer-wrote"_s));
        QVERIFY(*waitFor(Outbox(*held.store).release(held.first)));
        held.accept(held.first, u"70"_s);
        again.remoteId = again.versionId = u"12"_s;
        held.keep(again);
        held.accept(held.parts.at(1), u"71"_s); // a text of which a part is out goes on
    }

    void draftThatWasCutGoesWithIt()
    {
        Sender desk;
        const ConversationId id = desk.question.conversation;
        QVERIFY(waitFor(desk.store->write(
            [id](Database &db) { DraftStore(db).save(id, u"ann"_s, Lane::Public, u"a b"_s); })));
        QVERIFY(desk.tryPress({.body = u"a (1/2)"_s, .furtherParts = {u"b (2/2)"_s}, .draft = u"a b"_s}));
        QCOMPARE(*waitFor(desk.store->read(
                     [id](Database &db) { return DraftStore(db).body(id, u"ann"_s, Lane::Public); })),
            QString());
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::PartsTest)
#include "parts_test.moc"
