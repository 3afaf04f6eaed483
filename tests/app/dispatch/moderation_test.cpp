#include "app/dispatch/moderation.h"
#include "app/dispatch/moderation_step.h"
#include "app/store/conversation_store.h"
#include "app/store/journal_store.h"
#include "app/store/message_store.h"
#include "tests/app/dispatch/sender_fixture.h"

#include <QtTest>

namespace fw::test {

namespace {
/// A desk of an account that can do everything, with a comment to which anything may be done.
struct Moderating : Sender {
    Moderating()
    {
        publish(everything());
        Post comment = mention(u"20"_s, u"7"_s);
        comment.kind = MessageKind::Comment;
        comment.traits = Traits({Trait::AddressesUs, Trait::CanHide, Trait::CanLike, Trait::CanRemove});
        question = keep(comment);
    }

    Result<ModerationRequest> ask(Moderation what)
    {
        return waitFor(Moderations(*store).ask(question.id, what, u"ann"_s));
    }

    std::optional<ModerationAttempt> begin(ModerationId id)
    {
        return *waitFor(
            store->write([this, id](Database &db) { return beginModeration(db, account, id, epoch); }));
    }

    ModerationReport record(const ModerationAttempt &attempt, const Outcome &outcome)
    {
        return *waitFor(store->write([=, this](Database &db) {
            return recordModeration(db, account, limits(), attempt, outcome, order);
        }));
    }

    /// Asks, begins and records in one go.
    ModerationReport carryOut(Moderation what, const Outcome &outcome)
    {
        return record(*begin(ask(what)->id), outcome);
    }

    Traits traits()
    {
        return (**waitFor(store->read([this](Database &db) {
            return MessageStore(db).byId(question.id);
        }))).traits;
    }

    QList<ModerationRequest> inTray()
    {
        return *waitFor(Moderations(*store).ofConversation(question.conversation));
    }

    QList<Fact> facts(const QString &name)
    {
        QList<Fact> found
            = *waitFor(store->read([](Database &db) { return JournalStore(db).after({}, 1000); }));
        found.removeIf([&](const Fact &fact) { return fact.fact != name; });
        return found;
    }
};

const Outcome kDone{.kind = OutcomeKind::Accepted, .facts = {.httpStatus = 200}};
} // namespace

class ModerationTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void askedForIsOnDiskAndCarriedOutByTheSender()
    {
        Moderating desk;
        const ModerationId id = desk.ask(Moderation::Hide)->id;
        desk.close();
        desk.open();
        QCOMPARE(desk.decide().kind, Decision::Kind::Moderate);
        QVERIFY(desk.decide().moderation.id == id);
        QCOMPARE(desk.decide().moderation.remoteId, u"20"_s);
        const auto attempt = desk.begin(id);
        QCOMPARE(desk.calls(Operation::Hide), 1); // before the call is made
        QCOMPARE(desk.record(*attempt, kDone).outcome, u"done"_s);
        QVERIFY(desk.inTray().isEmpty());
        QCOMPARE(desk.decide().kind, Decision::Kind::Nothing);
    }

    void doneChangesTheMessageAndIsWrittenDownWithTheAgent_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<int>("trait");
        QTest::addColumn<bool>("isSet");
        QTest::addColumn<QString>("fact");
        const auto row = [](Moderation what, Trait trait, bool isSet, const QString &fact) {
            QTest::newRow(qPrintable(toString(what))) << int(what) << int(trait) << isSet << fact;
        };
        row(Moderation::Hide, Trait::Hidden, true, u"message-hidden"_s);
        row(Moderation::Unhide, Trait::Hidden, false, u"message-unhidden"_s);
        row(Moderation::Like, Trait::Liked, true, u"message-liked"_s);
        row(Moderation::Unlike, Trait::Liked, false, u"message-unliked"_s);
        row(Moderation::Remove, Trait::Removed, true, u"message-removed"_s);
    }

    void doneChangesTheMessageAndIsWrittenDownWithTheAgent()
    {
        QFETCH(int, what);
        QFETCH(int, trait);
        QFETCH(bool, isSet);
        QFETCH(QString, fact);
        Moderating desk;
        const auto asked = Moderation(what);
        if (!isSet) { // what is taken back was done first
            desk.carryOut(asked == Moderation::Unhide ? Moderation::Hide : Moderation::Like, kDone);
        }
        desk.carryOut(asked, kDone);
        QCOMPARE(desk.traits().testFlag(Trait(trait)), isSet);
        QCOMPARE(desk.facts(fact).size(), 1);
        QCOMPARE(desk.facts(fact).first().agent, u"ann"_s);
        QVERIFY(desk.facts(fact).first().message == desk.question.id);
    }

    void removedQuestionIsNoWork()
    {
        Moderating desk;
        desk.carryOut(Moderation::Remove, kDone);
        const auto conversation = waitFor(desk.store->read(
            [&](Database &db) { return ConversationStore(db).byId(desk.question.conversation); }));
        QCOMPARE((*conversation)->unansweredCount, 0);
        QVERIFY(desk.ask(Moderation::Hide).error().code == ErrorCode::NotFound);
    }

    void whatIsNotThereAnyMoreIsRemoved()
    {
        Moderating desk;
        QCOMPARE(desk.carryOut(Moderation::Remove, rejected(ErrorCode::NotFound)).outcome, u"done"_s);
        QVERIFY(desk.traits().testFlag(Trait::Removed));
    }

    void askingTwiceIsAskingOnce()
    {
        Moderating desk;
        QVERIFY(desk.ask(Moderation::Hide)->id == desk.ask(Moderation::Hide)->id);
        QCOMPARE(desk.inTray().size(), 1);
    }

    void whatIsDoneOrNotDoneIsSaid()
    {
        Moderating desk;
        QVERIFY(desk.ask(Moderation::Unhide).error().code == ErrorCode::Usage);
        desk.carryOut(Moderation::Hide, kDone);
        QVERIFY(desk.ask(Moderation::Hide).error().code == ErrorCode::Usage);
        QVERIFY(desk.ask(Moderation::Unhide));
    }

    void whatIsNotOfferedIsNotQueued()
    {
        Moderating desk;
        desk.question
            = desk.keep(desk.mention(u"21"_s, u"7"_s)); // the network does not say that it may be hidden
        QVERIFY(desk.ask(Moderation::Hide).error().code == ErrorCode::NotOffered);
        desk.publish({.table = {{.feature = Feature::Hide, .whyNot = u"permission"_s}}});
        QVERIFY(desk.ask(Moderation::Hide).error().code == ErrorCode::Forbidden);
        QVERIFY(desk.inTray().isEmpty());
    }

    void queuedOneCanBeTakenBackAndOneOnItsWayCannot()
    {
        Moderating desk;
        Moderations moderations(*desk.store);
        const ModerationId first = desk.ask(Moderation::Like)->id;
        QVERIFY(*waitFor(moderations.withdraw(first)));
        QVERIFY(!desk.begin(first));
        const ModerationId second = desk.ask(Moderation::Like)->id;
        QVERIFY(desk.begin(second));
        QVERIFY(!*waitFor(moderations.withdraw(second)));
        QCOMPARE(desk.calls(Operation::Like), 1);
    }

    void lostAnswerIsUnknownAndOnlyPeopleAskAgain()
    {
        Moderating desk;
        desk.carryOut(Moderation::Hide, kLost);
        QVERIFY(desk.inTray().first().state == ModerationState::Unknown);
        QCOMPARE(desk.decide().kind, Decision::Kind::Nothing);
        QVERIFY(desk.ask(Moderation::Unhide)); // it may have been done, so it may be taken back
        QVERIFY(*waitFor(Moderations(*desk.store).withdraw(desk.inTray().last().id)));
        QCOMPARE(desk.carryOut(Moderation::Hide, kDone).outcome, u"done"_s);
        QVERIFY(desk.inTray().isEmpty());
        QVERIFY(desk.traits().testFlag(Trait::Hidden));
    }

    void processThatDiedLeavesItUnknown()
    {
        Moderating desk;
        const ModerationId id = desk.ask(Moderation::Hide)->id;
        QVERIFY(desk.begin(id));
        const auto recovered = waitFor(desk.store->write([&](Database &db) {
            desk.epoch = LeaseStore(db).take(desk.account.id);
            return recoverModerations(db, desk.account, desk.epoch);
        }));
        QCOMPARE(*recovered, 1);
        QVERIFY(desk.inTray().first().state == ModerationState::Unknown);
        QVERIFY(!desk.begin(id));
    }

    void senderThatLostItsLeaseDoesNothing()
    {
        Moderating desk;
        const ModerationId id = desk.ask(Moderation::Hide)->id;
        QVERIFY(*waitFor(desk.store->write([&](Database &db) {
            return LeaseStore(db).take(desk.account.id);
        })) > desk.epoch);
        QVERIFY(!desk.begin(id));
    }

    void refusalStaysInTheTrayUntilSomebodySawIt()
    {
        Moderating desk;
        const auto report = desk.carryOut(Moderation::Hide, rejected(ErrorCode::Forbidden));
        QCOMPARE(report.outcome, u"refused"_s);
        QCOMPARE(desk.inTray().first().reason, u"forbidden"_s);
        QCOMPARE(desk.inTray().first().detail, u"said the network"_s);
        QVERIFY(!desk.traits().testFlag(Trait::Hidden));
        QVERIFY(*waitFor(Moderations(*desk.store).markHandled(report.request.id)));
        QVERIFY(desk.inTray().isEmpty());
    }

    void whatIsNotOfferedIsRefusedAndPausesNobody()
    {
        Moderating desk;
        const auto report = desk.carryOut(Moderation::Hide, notCarriedOut(ErrorCode::NotOffered));
        QCOMPARE(report.outcome, u"refused"_s);
        QCOMPARE(desk.inTray().first().reason, u"not-offered"_s);
        QCOMPARE(desk.calls(Operation::Hide), 0);
        QVERIFY(!desk.accountNow().isPaused());
    }

    void limitKeepsItQueuedUntilTheReset()
    {
        Moderating desk;
        const auto report = desk.carryOut(Moderation::Hide, notCarriedOut(ErrorCode::RateLimited, 7min));
        QCOMPARE(report.outcome, u"limited"_s);
        QVERIFY(desk.inTray().first().state == ModerationState::Queued);
        QVERIFY(desk.decide().until == desk.clock.now() + 7min);
        desk.ask(Moderation::Like); // governed by windows of its own
        desk.clock.advance(1min);
        QCOMPARE(desk.decide().kind, Decision::Kind::Moderate);
        QCOMPARE(desk.decide().moderation.what, u"like"_s);
    }

    void spamPausesTheAccountAndLosesNothing()
    {
        Moderating desk;
        desk.carryOut(Moderation::Hide, rejected(ErrorCode::Spam));
        QCOMPARE(desk.accountNow().pausedReason, u"spam"_s);
        QVERIFY(desk.inTray().first().state == ModerationState::Queued);
        QCOMPARE(desk.decide().kind, Decision::Kind::Stop);
    }

    void gapIsKeptBetweenAReplyAndWhatFollows()
    {
        Moderating desk;
        desk.send(kAccepted);
        desk.ask(Moderation::Hide);
        QVERIFY(desk.decide().until == desk.clock.now() + desk.limits().gap);
    }

    void itCosts()
    {
        Moderating desk;
        Outcome outcome = kDone;
        outcome.facts.charges = {{.thing = u"user-interaction"_s, .microUsd = 15'000}};
        QCOMPARE(desk.carryOut(Moderation::Like, outcome).request.microUsd, 15'000);
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::ModerationTest)
#include "moderation_test.moc"
