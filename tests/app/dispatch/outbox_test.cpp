#include "app/store/conversation_store.h"
#include "app/store/draft_store.h"
#include "app/store/message_store.h"
#include "tests/app/dispatch/sender_fixture.h"

#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
Post ours(const QString &remoteId, const QString &parent)
{
    return {.author = {.remoteId = u"1"_s},
        .remoteId = remoteId,
        .versionId = remoteId,
        .direction = Direction::Outbound,
        .inReplyTo = parent};
}
} // namespace

class OutboxTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void emptyTextAndOurOwnMessageAreRefused()
    {
        Sender desk;
        Outbox outbox(*desk.store);
        QVERIFY(waitFor(outbox.press({.conversation = desk.question.conversation, .body = u"  \n"_s}))
                    .error()
                    .code
            == ErrorCode::Usage);
        QVERIFY(waitFor(outbox.press({.conversation = {99}, .body = u"x"_s})).error().code
            == ErrorCode::NotFound);
    }

    void pressedReplySurvivesReopening()
    {
        Sender desk;
        const ReplyId id = desk.press();
        desk.close();
        desk.open();
        QVERIFY(desk.reply(id).state == ReplyState::Queued);
        QCOMPARE(desk.reply(id).body, u"hello"_s);
    }

    void pressTakesTheDraftItWasAndNoOther()
    {
        Sender desk;
        const ConversationId id = desk.question.conversation;
        const auto draftOf = [&](const QString &agent) {
            return *waitFor(
                desk.store->read([=](Database &db) { return DraftStore(db).body(id, agent, Lane::Public); }));
        };
        QVERIFY(waitFor(desk.store->write([id](Database &db) {
            DraftStore(db).save(id, u"ann"_s, Lane::Public, u"hello "_s);
            DraftStore(db).save(id, u"ben"_s, Lane::Public, u"hello"_s);
        })));
        desk.press(u"something else"_s);
        QCOMPARE(draftOf(u"ann"_s), u"hello "_s);
        desk.press(u"hello"_s);
        QCOMPARE(draftOf(u"ann"_s), QString());
        QCOMPARE(draftOf(u"ben"_s), u"hello"_s);
    }

    void acceptedReplyAnswersTheConversationAndIsAMessage()
    {
        Sender desk;
        const ReplyId id = desk.press();
        QCOMPARE(desk.record(*desk.begin(id), kAccepted).outcome, u"accepted"_s);
        QVERIFY(desk.reply(id).state == ReplyState::Accepted);
        const auto message = waitFor(desk.store->read(
            [&](Database &db) { return MessageStore(db).byRemoteId(desk.account.id, u"77"_s); }));
        QVERIFY((*message)->direction == Direction::Outbound);
        QCOMPARE((*message)->conversation, desk.question.conversation);
        const auto conversation = waitFor(desk.store->read(
            [&](Database &db) { return ConversationStore(db).byId(desk.question.conversation); }));
        QVERIFY((*conversation)->state == ConversationState::WaitingForCustomer);
    }

    void whatTheAgentHadNotSeenIsNotAnswered()
    {
        Sender desk;
        const auto attempt = desk.begin(desk.press());
        Post later
            = desk.mention(u"9"_s, u"5"_s); // posted before our answer, fetched while it was on its way
        later.thread = u"10"_s;
        desk.keep(later);
        desk.record(*attempt, kAccepted);
        const auto conversation = waitFor(desk.store->read(
            [&](Database &db) { return ConversationStore(db).byId(desk.question.conversation); }));
        QVERIFY((*conversation)->state == ConversationState::Waiting);
        QCOMPARE((*conversation)->unansweredCount, 1);
    }

    void withdrawnReplyCannotBegin()
    {
        Sender desk;
        Outbox outbox(*desk.store);
        const ReplyId id = desk.press();
        QVERIFY(*waitFor(outbox.withdraw(id)));
        QVERIFY(!desk.begin(id));
        QCOMPARE(desk.calls(), 0);
    }

    void replyOnItsWayCannotBeWithdrawn()
    {
        Sender desk;
        Outbox outbox(*desk.store);
        const ReplyId id = desk.press();
        QVERIFY(desk.begin(id));
        QVERIFY(!*waitFor(outbox.withdraw(id)));
    }

    void senderThatLostItsLeaseSendsNothing()
    {
        Sender desk;
        const ReplyId id = desk.press();
        QVERIFY(*waitFor(desk.store->write([&](Database &db) {
            return LeaseStore(db).take(desk.account.id);
        })) > desk.epoch);
        QVERIFY(!desk.begin(id));
        QCOMPARE(desk.decide().kind, Decision::Kind::Stop);
        QVERIFY(desk.reply(id).state == ReplyState::Queued);
    }

    void attemptIsOnDiskBeforeTheCall()
    {
        Sender desk;
        const ReplyId id = desk.press();
        QVERIFY(desk.begin(id));
        desk.close();
        desk.open();
        QVERIFY(desk.reply(id).state == ReplyState::Sending);
        QCOMPARE(desk.calls(), 1);
    }

    void replyOfADeadProcessBecomesUnknown()
    {
        Sender desk;
        const ReplyId id = desk.press();
        QVERIFY(desk.begin(id));
        const auto recovered = waitFor(desk.store->write([&](Database &db) {
            desk.epoch = LeaseStore(db).take(desk.account.id);
            return recoverReplies(db, desk.account, desk.epoch);
        }));
        QCOMPARE(*recovered, 1);
        QVERIFY(desk.reply(id).state == ReplyState::Unknown);
    }

    void unknownReplyIsLookedUpAndNeverSentAgainBeforeItIsSettled()
    {
        Sender desk;
        const ReplyId id = desk.press();
        desk.record(*desk.begin(id), kLost);
        QVERIFY(desk.reply(id).state == ReplyState::Unknown);
        QCOMPARE(desk.decide().kind, Decision::Kind::Wait);
        desk.clock.advance(2s);
        QCOMPARE(desk.decide().kind, Decision::Kind::LookUp);
        QVERIFY(!desk.found(id, {})); // not visible yet proves nothing
        QVERIFY(desk.reply(id).state == ReplyState::Unknown);
        QVERIFY(!desk.begin(id));
    }

    void unknownReplyThatIsFoundIsAccepted()
    {
        Sender desk;
        const ReplyId id = desk.press();
        desk.record(*desk.begin(id), kLost);
        QCOMPARE(desk.found(id, {ours(u"78"_s, u"10"_s)})->outcome, u"found"_s);
        QVERIFY(desk.reply(id).state == ReplyState::Accepted);
        QCOMPARE(desk.reply(id).remoteId, u"78"_s);
    }

    void postOfAnotherReplyIsNotTakenForIt()
    {
        Sender desk;
        const ReplyId first = desk.press();
        desk.record(*desk.begin(first), kAccepted);
        const ReplyId second = desk.press(); // the same words to the same message
        desk.record(*desk.begin(second), kLost);
        QVERIFY(!desk.found(second, {ours(u"77"_s, u"10"_s)}));
        QVERIFY(desk.reply(second).state == ReplyState::Unknown);
    }

    void unknownReplyThatIsNotThereAfterSettlingIsQueuedAsANewAttempt()
    {
        Sender desk;
        const ReplyId id = desk.press();
        desk.record(*desk.begin(id), kLost);
        desk.clock.advance(desk.limits().settle);
        QCOMPARE(desk.found(id, {})->outcome, u"not-found"_s);
        QVERIFY(desk.reply(id).state == ReplyState::Queued);
        QCOMPARE(desk.begin(id)->number, 2);
    }

    void duplicateRefusalIsLookedUp()
    {
        Sender desk;
        const ReplyId id = desk.press();
        desk.record(*desk.begin(id), rejected(ErrorCode::DuplicateContent));
        QVERIFY(desk.reply(id).state == ReplyState::Unknown);
        desk.clock.advance(desk.limits().settle);
        desk.found(id, {});
        QVERIFY(desk.reply(id).state == ReplyState::Rejected);
        QCOMPARE(desk.reply(id).reason, u"duplicate-content"_s);
    }

    void attemptsRunOut()
    {
        Sender desk;
        const ReplyId id = desk.press();
        for (int attempt = 1; attempt <= desk.limits().attemptsBeforeGivingUp; ++attempt) {
            desk.record(*desk.begin(id), kServerFault);
            desk.clock.advance(desk.limits().settle);
            desk.found(id, {});
        }
        QVERIFY(desk.reply(id).state == ReplyState::Rejected);
        QVERIFY(desk.reply(id).detail.contains(u"given up"_s));
    }

    void refusedReplyStaysInTheTrayUntilSomebodyHandledIt()
    {
        Sender desk;
        Outbox outbox(*desk.store);
        const ReplyId id = desk.press();
        desk.record(*desk.begin(id), rejected(ErrorCode::NotSummoned));
        QCOMPARE(desk.reply(id).reason, u"not-summoned"_s);
        QCOMPARE(waitFor(outbox.entries(0))->size(), 1);
        QVERIFY(*waitFor(outbox.markHandled(id)));
        QVERIFY(waitFor(outbox.entries(0))->isEmpty());
    }

    void limitRefusalBlocksUntilTheNetworksReset()
    {
        Sender desk;
        desk.send(notCarriedOut(ErrorCode::RateLimited, 7min));
        QCOMPARE(desk.decide().kind, Decision::Kind::Wait);
        QVERIFY(desk.decide().until == desk.clock.now() + 7min);
        desk.clock.advance(7min);
        QCOMPARE(desk.decide().kind, Decision::Kind::Send);
    }

    void limitRefusalWithoutResetKeepsAwayLongerEachTime()
    {
        Sender desk;
        const ReplyId id = desk.press();
        desk.record(*desk.begin(id), notCarriedOut(ErrorCode::RateLimited));
        QVERIFY(desk.decide().until == desk.clock.now() + 15min);
        desk.clock.advance(15min);
        desk.record(*desk.begin(id), notCarriedOut(ErrorCode::RateLimited));
        QVERIFY(desk.decide().until == desk.clock.now() + 30min);
    }

    void refusedTokenPausesTheAccountAndKeepsTheReply()
    {
        Sender desk;
        const AttemptReport report = desk.send(notCarriedOut(ErrorCode::Unauthorised));
        QVERIFY(report.reply.state == ReplyState::Queued);
        QCOMPARE(desk.accountNow().pausedReason, u"unauthorised"_s);
        QCOMPARE(desk.decide().kind, Decision::Kind::Stop);
        QCOMPARE(desk.calls(), 0);
    }

    void twoRefusalsOfTheAccountInARowPauseIt()
    {
        Sender desk;
        desk.send(rejected(ErrorCode::Forbidden));
        QVERIFY(!desk.accountNow().isPaused());
        desk.send(rejected(ErrorCode::Forbidden));
        QCOMPARE(desk.accountNow().pausedReason, u"forbidden"_s);
    }

    void oneRefusalBetweenAcceptedRepliesDoesNotPause()
    {
        Sender desk;
        desk.send(rejected(ErrorCode::Forbidden));
        desk.send(kAccepted);
        desk.send(rejected(ErrorCode::Forbidden));
        QVERIFY(!desk.accountNow().isPaused());
    }

    void offlineReplyWaitsAndCountsNoCall()
    {
        Sender desk;
        const AttemptReport report = desk.send(notCarriedOut(ErrorCode::Offline));
        QCOMPARE(report.outcome, u"not-sent"_s);
        QCOMPARE(desk.calls(), 0);
        QVERIFY(desk.decide().until == desk.clock.now() + 5s);
    }

    void thirdLostAnswerInARowSlowsDown()
    {
        Sender desk;
        for (int i = 0; i < 3; ++i) {
            desk.send(kServerFault);
        }
        const auto block = waitFor(desk.store->read(
            [&](Database &db) { return LedgerStore(db).block(desk.account.id, Operation::Reply); }));
        QVERIFY((*block)->until >= desk.clock.now() + 10s);
    }

    void forecastOfTheNextReplyComesAfterThoseQueued()
    {
        Sender desk;
        Outbox outbox(*desk.store);
        desk.press(u"one"_s);
        const auto forecast = waitFor(outbox.forecastNext(desk.account.id, {1}, 0ms));
        QCOMPARE(forecast->ahead, 1);
        QVERIFY(forecast->leavesAt > desk.clock.now());
    }

    void budgetShowsTheTightestWindowFirst()
    {
        Sender desk;
        Outbox outbox(*desk.store);
        desk.send(kAccepted);
        const auto uses = waitFor(outbox.budget(desk.account.id));
        QCOMPARE(uses->first().window.name, u"30 min"_s);
        QCOMPARE(uses->first().used, 1);
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::OutboxTest)
#include "outbox_test.moc"
