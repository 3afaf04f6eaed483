#include "app/desk/claims/presence_keeper.h"
#include "app/dispatch/outbox.h"
#include "app/store/journal_store.h"
#include "app/store/reply_store.h"
#include "tests/support/desk_fixture.h"

#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
const Claimant kAnn{.agent = u"ann"_s, .desk = u"1"_s};
const Claimant kBen{.agent = u"ben"_s, .desk = u"2"_s};

struct Claiming : DeskFixture {
    Message question = keep(mention(u"10"_s, u"5"_s));
    Claims claims{*store};
    Outbox outbox{*store};

    Result<Claim> take(const Claimant &who) { return waitFor(claims.take(question.conversation, who)); }
    Result<Claim> takeOver(const Claimant &who, const QString &why)
    {
        return waitFor(claims.takeOver(question.conversation, who, why));
    }
    std::optional<Claim> live() { return *waitFor(claims.live(question.conversation)); }
    Result<Reply> press(const QString &agent)
    {
        return waitFor(outbox.press(
            {.conversation = question.conversation, .body = u"hello"_s, .agent = agent, .isSure = true}));
    }
    QList<Fact> facts(const QString &name)
    {
        auto all = *waitFor(store->read([](Database &db) { return JournalStore(db).after({}, 1000); }));
        all.removeIf([&name](const Fact &fact) { return fact.fact != name; });
        return all;
    }
    QList<Presence> present()
    {
        return *waitFor(
            store->read([this](Database &db) { return PresenceStore(db).in(question.conversation); }));
    }
};
} // namespace

/// The temporary right to answer (I5), and who looks on.
class ClaimTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneHasItAndTheOtherIsToldWhoAndForHowLong()
    {
        Claiming desk;
        const auto claim = desk.take(kAnn);
        QVERIFY(claim && claim->expiresAt - claim->takenAt == kClaimTerm);
        const auto refused = desk.take(kBen);
        QVERIFY(!refused && refused.error().code == ErrorCode::Claimed);
        QVERIFY(refused.error().detail.startsWith(u"ann has conversation"_s));
        QVERIFY(refused.error().retryAfter > 0ms && refused.error().retryAfter <= kClaimTerm);
        QCOMPARE(desk.facts(u"claim-taken"_s).size(), 1);
    }

    void takingItAgainOrRenewingItIsNoFact()
    {
        Claiming desk;
        const auto first = desk.take(kAnn);
        const auto again = desk.take(kAnn);
        QVERIFY(again && again->epoch == first->epoch && again->takenAt == first->takenAt);
        const auto renewed = waitFor(desk.claims.renew(*again));
        QVERIFY(renewed && *renewed && (*renewed)->expiresAt >= again->expiresAt);
        QCOMPARE(desk.facts(u"claim-taken"_s).size(), 1);
    }

    void whoseTimeIsOverHasNothingAndAnybodyMayTakeIt()
    {
        Claiming desk;
        const auto claim = desk.take(kAnn);
        desk.letClaimsRunOut();
        QVERIFY(!desk.live());
        const auto late = waitFor(desk.claims.renew(*claim));
        QVERIFY(late && !*late);
        const auto next = desk.take(kBen);
        QVERIFY(next && next->epoch == claim->epoch + 1);
        QVERIFY(!*waitFor(desk.claims.release(desk.question.conversation, kAnn)));
        QVERIFY(desk.live()->holder == kBen);
    }

    void itGoesToAnotherDeskOfTheSameAgent()
    {
        Claiming desk;
        const auto atOne = desk.take(kAnn);
        const auto atOther = desk.take({.agent = u"ann"_s, .desk = u"3"_s});
        QVERIFY(atOther && atOther->epoch == atOne->epoch + 1);
        const auto renewed = waitFor(desk.claims.renew(*atOne));
        QVERIFY(renewed && !*renewed);
    }

    void whatIsGivenBackIsFree()
    {
        Claiming desk;
        QVERIFY(desk.take(kAnn));
        QVERIFY(!*waitFor(desk.claims.release(desk.question.conversation, kBen)));
        QVERIFY(*waitFor(desk.claims.release(desk.question.conversation, kAnn)));
        QVERIFY(desk.take(kBen));
        QCOMPARE(desk.facts(u"claim-released"_s).size(), 1);
    }

    void whoIsTakenOverFindsANoticeUntilItIsRead()
    {
        Claiming desk;
        const auto claim = desk.take(kAnn);
        QVERIFY(desk.takeOver(kBen, u" "_s).error().code == ErrorCode::Usage);
        const auto taken = desk.takeOver(kBen, u"ann is ill"_s);
        QVERIFY(taken && taken->epoch == claim->epoch + 1);
        QVERIFY(desk.live()->holder == kBen);
        desk.close();
        desk.open();
        Claims claims(*desk.store);
        const auto notices = *waitFor(claims.unreadNotices(u"ann"_s));
        QCOMPARE(notices.size(), 1);
        QCOMPARE(notices[0].takenBy, u"ben"_s);
        QCOMPARE(notices[0].why, u"ann is ill"_s);
        QCOMPARE(*waitFor(claims.markNoticesRead(u"ann"_s, notices[0].id)), 1);
        QVERIFY(waitFor(claims.unreadNotices(u"ann"_s))->isEmpty());
        const auto facts = desk.facts(u"claim-taken-over"_s);
        QCOMPARE(facts.size(), 1);
        QCOMPARE(facts[0].agent, u"ben"_s);
        QCOMPARE(facts[0].detail[u"from"_s].toString(), u"ann"_s);
        QCOMPARE(facts[0].detail[u"why"_s].toString(), u"ann is ill"_s);
    }

    void whatNobodyHasIsTakenOverWithoutANotice()
    {
        Claiming desk;
        QVERIFY(desk.takeOver(kBen, u"mine"_s));
        QVERIFY(desk.facts(u"claim-taken-over"_s).isEmpty());
        QCOMPARE(desk.facts(u"claim-taken"_s).size(), 1);
    }

    void aConversationThatIsNotThereCannotBeClaimed()
    {
        Claiming desk;
        QVERIFY(waitFor(desk.claims.take({1}, kAnn)).error().code == ErrorCode::NotFound);
    }

    void onlyTheHolderSends() // I5
    {
        Claiming desk;
        QVERIFY(desk.take(kAnn));
        const auto refused = desk.press(u"ben"_s);
        QVERIFY(!refused && refused.error().code == ErrorCode::Claimed);
        QVERIFY(desk.press(u"ann"_s));
        QVERIFY(desk.takeOver(kBen, u"urgent"_s));
        QVERIFY(desk.press(u"ann"_s).error().code == ErrorCode::Claimed);
        QVERIFY(desk.press(u"ben"_s));
    }

    void whoSendsWithoutAClaimHasItForAWhile()
    {
        Claiming desk;
        QVERIFY(desk.press(u"ann"_s));
        const auto claim = desk.live();
        QVERIFY(claim && claim->holder.agent == "ann"_L1 && claim->expiresAt - claim->takenAt == kPressTerm);
        QCOMPARE(desk.facts(u"claim-taken"_s).at(0).detail[u"why"_s].toString(), u"press"_s);
        QVERIFY(desk.press(u"ben"_s).error().code == ErrorCode::Claimed);
        QVERIFY(desk.take(kAnn)); // the writer's window makes it its own
        desk.letClaimsRunOut();
        QVERIFY(desk.press(u"ben"_s));
    }

    void aPressThatIsRefusedTakesNothing()
    {
        Claiming desk;
        const auto empty = waitFor(desk.outbox.press(
            {.conversation = desk.question.conversation, .body = u" "_s, .agent = u"ann"_s}));
        QVERIFY(!empty);
        QVERIFY(!desk.live());
    }

    void aPressDoesNotShortenTheClaim()
    {
        Claiming desk;
        const auto claim = desk.take(kAnn);
        QVERIFY(desk.press(u"ann"_s));
        QVERIFY(desk.live()->expiresAt >= claim->expiresAt && desk.live()->holder == kAnn);
    }

    void anotherAgentsReplyIsNotSentAgainNorReleased()
    {
        Claiming desk;
        const auto reply = desk.press(u"ann"_s);
        QVERIFY(*waitFor(desk.store->write(
            [&](Database &db) { return ReplyStore(db).hold(reply->id, Hold::CustomerWrote); })));
        QVERIFY(desk.takeOver(kBen, u"urgent"_s));
        QVERIFY(waitFor(desk.outbox.release(reply->id)).error().code == ErrorCode::Claimed);
        QVERIFY(*waitFor(desk.outbox.release(reply->id, u"ben"_s)));
    }

    void whoLooksOnIsSeenUntilTheTimeIsOver()
    {
        Claiming desk;
        const auto say = [&desk](const Claimant &who, Doing doing) {
            return waitFor(desk.store->write([&](Database &db) {
                PresenceStore(db).say(
                    {.conversation = desk.question.conversation, .who = who, .doing = doing});
            }));
        };
        QVERIFY(say(kAnn, Doing::Viewing) && say(kBen, Doing::Viewing) && say(kBen, Doing::Writing));
        const auto seen = desk.present();
        QCOMPARE(seen.size(), 2);
        QVERIFY(seen[0].doing == Doing::Viewing && seen[1].doing == Doing::Writing);
        QVERIFY(waitFor(desk.store->write([](Database &db) {
            db.exec(u"UPDATE presence SET expires_at_ms = 0"_s);
            PresenceStore(db).sweep();
        })));
        QVERIFY(desk.present().isEmpty());
    }

    void theKeeperRenewsAndTellsWhenItIsLost()
    {
        Claiming desk;
        PresenceKeeper ann(*desk.store, desk.clock, kAnn);
        QSignalSpy claimed(&ann, &PresenceKeeper::claimed);
        QSignalSpy lost(&ann, &PresenceKeeper::claimLost);
        ann.open(desk.question.conversation);
        ann.claim();
        QVERIFY(claimed.wait());
        ann.beat();
        QVERIFY(desk.takeOver(kBen, u"urgent"_s));
        ann.beat();
        QVERIFY(lost.count() == 1 || lost.wait());
        QVERIFY(!ann.held());
    }

    void theKeepersOfTwoWindowsSeeEachOther()
    {
        Claiming desk;
        PresenceKeeper ann(*desk.store, desk.clock, kAnn);
        PresenceKeeper ben(*desk.store, desk.clock, kBen);
        QSignalSpy others(&ann, &PresenceKeeper::othersChanged);
        ann.open(desk.question.conversation);
        QTRY_COMPARE(desk.present().size(), 1);
        ben.open(desk.question.conversation);
        ben.setWriting(true);
        QTRY_COMPARE(desk.present().size(), 2);
        QTRY_VERIFY(desk.present()[1].doing == Doing::Writing);
        ann.beat();
        QVERIFY(others.wait());
        const auto seen = others.last().first().value<QList<Presence>>();
        QVERIFY(seen.size() == 1 && seen[0].who == kBen);
        ben.open({});
        QTRY_COMPARE(desk.present().size(), 1);
    }

    void whoLeavesGivesTheClaimBack()
    {
        Claiming desk;
        PresenceKeeper ann(*desk.store, desk.clock, kAnn);
        QSignalSpy claimed(&ann, &PresenceKeeper::claimed);
        ann.open(desk.question.conversation);
        ann.claim();
        QVERIFY(claimed.wait());
        ann.open({});
        QTRY_VERIFY(!desk.live());
        QVERIFY(desk.present().isEmpty());
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::ClaimTest)
#include "claim_test.moc"
