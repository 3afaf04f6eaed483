#include "app/dispatch/approvals.h"
#include "app/dispatch/outbox.h"
#include "app/store/claim_store.h"
#include "app/store/draft_store.h"
#include "app/store/journal_store.h"
#include "app/store/reply_store.h"
#include "app/store/roster_store.h"
#include "tests/support/desk_fixture.h"

#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
struct Learning : DeskFixture {
    Message question = keep(mention(u"10"_s, u"5"_s));
    Outbox outbox{*store};
    Approvals approvals{*store};

    Learning()
    {
        const auto done = waitFor(store->write([](Database &db) {
            RosterStore(db).import(
                {.agents = {{.name = u"tim"_s, .isTrainee = true}, {.name = u"tea"_s, .isTrainee = true},
                     {.name = u"ann"_s}, {.name = u"ben"_s}}},
                u"sue"_s);
        }));
        Q_ASSERT(done);
        Q_UNUSED(done)
    }
    Result<Reply> press(const QString &agent, const QStringList &further = {})
    {
        return waitFor(outbox.press({.conversation = question.conversation,
            .body = u"hello"_s,
            .furtherParts = further,
            .agent = agent,
            .isSure = true}));
    }
    Result<Reply> approve(const Result<Reply> &reply, const QString &by)
    {
        return waitFor(approvals.approve(reply->id, by));
    }
    Reply now(const Result<Reply> &reply) { return waitFor(outbox.entry(reply->id))->reply; }
    QString draft(const QString &agent)
    {
        return *waitFor(store->read([this, agent](Database &db) {
            return DraftStore(db).body(question.conversation, agent, Lane::Public);
        }));
    }
    void begin(const QString &agent, const QString &text)
    {
        const auto done = waitFor(store->write([=, this](Database &db) {
            DraftStore(db).save(question.conversation, agent, Lane::Public, text);
        }));
        Q_ASSERT(done);
        Q_UNUSED(done)
    }
    bool mayLeave(const Result<Reply> &reply)
    {
        return *waitFor(store->read([this, id = reply->id](Database &db) {
            const auto pending = ReplyStore(db).pending(account.id);
            return std::any_of(
                pending.begin(), pending.end(), [id](const Reply &one) { return one.id == id; });
        }));
    }
    QStringList facts()
    {
        QStringList names;
        const auto told = waitFor(store->read([](Database &db) { return JournalStore(db).after({}, 1000); }));
        for (const Fact &fact : *told) {
            if (fact.fact.startsWith("reply-"_L1)) {
                names << fact.fact;
            }
        }
        return names;
    }
};
} // namespace

/// What a trainee writes leaves only when somebody else has approved it.
class ApprovalsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTraineesReplyIsProposedAndLeavesOnlyWhenApproved()
    {
        Learning desk;
        const auto reply = desk.press(u"tim"_s);
        QVERIFY(reply && reply->state == ReplyState::Proposed);
        QVERIFY(!desk.mayLeave(reply));
        QCOMPARE(waitFor(desk.approvals.waiting())->size(), 1);
        desk.clock.advance(1h);
        const auto approved = desk.approve(reply, u"ann"_s);
        QVERIFY(approved && approved->state == ReplyState::Queued && approved->agent == u"tim"_s);
        QVERIFY(approved->notBefore == desk.store->now());
        QVERIFY(approved->due - approved->notBefore == reply->due - reply->notBefore);
        QVERIFY(desk.mayLeave(reply));
        QCOMPARE(waitFor(desk.approvals.waiting())->size(), 0);
        QCOMPARE(desk.facts(), (QStringList{u"reply-proposed"_s, u"reply-approved"_s}));
        QVERIFY(desk.approve(reply, u"ann"_s).error().code == ErrorCode::NotFound);
    }

    void nobodyApprovesTheirOwnAndNoTraineeAnothers()
    {
        Learning desk;
        const auto reply = desk.press(u"tim"_s);
        for (const QString &by : {u"tim"_s, u"tea"_s, QString()}) {
            QVERIFY(desk.approve(reply, by).error().code == ErrorCode::Usage);
            QVERIFY(!waitFor(desk.approvals.giveBack(reply->id, by, u"no"_s)));
        }
        QVERIFY(desk.now(reply).state == ReplyState::Proposed);
    }

    void noCallOfTheSendersMovesIt()
    {
        Learning desk;
        const auto reply = desk.press(u"tim"_s);
        QVERIFY(*waitFor(desk.store->write([id = reply->id](Database &db) {
            ReplyStore replies(db);
            return !replies.startSending({.id = db.newId<AttemptId>(), .reply = id})
                && !replies.accept(id, u"99"_s, db.now()) && !replies.hold(id, Hold::CustomerWrote)
                && !replies.release(id) && !replies.retry(id, db.now()) && !replies.requeue(id, {}, {})
                && !replies.reject(id, u"spam"_s, {});
        })));
        QVERIFY(desk.now(reply).state == ReplyState::Proposed);
    }

    void whatIsReturnedIsADraftAgainBeforeWhatWasBegunSince()
    {
        Learning desk;
        desk.begin(u"tim"_s, u"hello"_s);
        const auto reply = desk.press(u"tim"_s, {u"again"_s});
        QVERIFY(reply);
        desk.begin(u"tim"_s, u"P.S."_s);
        QVERIFY(
            waitFor(desk.approvals.giveBack(reply->id, u"ann"_s, u" "_s)).error().code == ErrorCode::Usage);
        const auto returned = waitFor(desk.approvals.giveBack(reply->id, u"ann"_s, u"too short"_s));
        QVERIFY(returned && returned->state == ReplyState::Withdrawn);
        QCOMPARE(desk.draft(u"tim"_s), u"hello again\n\nP.S."_s);
        QCOMPARE(desk.facts().mid(2), (QStringList{u"reply-returned"_s, u"reply-returned"_s}));
        QVERIFY(desk.approve(reply, u"ann"_s).error().code == ErrorCode::NotFound);
    }

    void allPartsAreProposedAndApprovedTogether()
    {
        Learning desk;
        const auto reply = desk.press(u"tim"_s, {u"two"_s, u"three"_s});
        QCOMPARE(waitFor(desk.approvals.waiting())->size(), 1);
        QVERIFY(desk.approve(reply, u"ann"_s));
        const auto all = *waitFor(desk.outbox.ofConversation(desk.question.conversation));
        QCOMPARE(all.size(), 3);
        QVERIFY(std::all_of(all.begin(), all.end(),
            [](const OutboxEntry &entry) { return entry.reply.state == ReplyState::Queued; }));
    }

    void itsWriterTakesItBack()
    {
        Learning desk;
        const auto reply = desk.press(u"tim"_s);
        QVERIFY(*waitFor(desk.outbox.withdraw(reply->id)));
        QVERIFY(desk.now(reply).state == ReplyState::Withdrawn);
        QVERIFY(desk.approve(reply, u"ann"_s).error().code == ErrorCode::NotFound);
    }

    void aThirdsClaimStandsInTheWay()
    {
        Learning desk;
        const auto reply = desk.press(u"tim"_s);
        const auto take = [&desk](const QString &agent) {
            return waitFor(desk.store->write([&desk, agent](Database &db) {
                return ClaimStore(db).takeOver(
                    desk.question.conversation, {.agent = agent, .desk = u"1"_s}, u"because"_s);
            }));
        };
        QVERIFY(take(u"ben"_s));
        QVERIFY(desk.approve(reply, u"ann"_s).error().code == ErrorCode::Claimed);
        QVERIFY(take(u"ann"_s));
        QVERIFY(desk.approve(reply, u"ann"_s));
    }

    void anApprovedReplyIsHeldWhenTheCustomerWroteMeanwhile()
    {
        Learning desk;
        const auto reply = desk.press(u"tim"_s);
        desk.clock.advance(1s);
        desk.keep(desk.mention(u"11"_s, u"5"_s));
        QVERIFY(desk.approve(reply, u"ann"_s));
        const auto change = *waitFor(desk.store->read([&](Database &db) {
            ReplyStore replies(db);
            return replies.changeSince(*replies.byId(reply->id));
        }));
        QVERIFY(change == Hold::CustomerWrote);
        QVERIFY(*waitFor(desk.store->write(
            [&](Database &db) { return ReplyStore(db).hold(reply->id, Hold::CustomerWrote); })));
        QVERIFY(waitFor(desk.outbox.release(reply->id)).error().code == ErrorCode::Usage);
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::ApprovalsTest)
#include "approvals_test.moc"
