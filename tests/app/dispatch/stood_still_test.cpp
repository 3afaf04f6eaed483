#include "app/core/boot_time.h"
#include "tests/app/dispatch/sender_fixture.h"

#include <QtTest>

namespace fw::test {

/// What a sender that stood still may still do when it goes on, and what not.
class StoodStillTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRefusalThatComesLateChangesNothing_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("rejected") << int(OutcomeKind::Rejected);
        QTest::newRow("not carried out") << int(OutcomeKind::NotCarriedOut);
        QTest::newRow("unknown") << int(OutcomeKind::Unknown);
    }
    void aRefusalThatComesLateChangesNothing()
    {
        QFETCH(int, kind);
        Sender desk;
        const ReplyId id = desk.press();
        const Attempt late = *desk.begin(id);
        takeOver(desk);
        desk.clock.advance(desk.limits().settle);
        QVERIFY(desk.found(id, {})); // nothing there: queued again
        const Attempt second = *desk.begin(id);
        const Outcome outcome{.kind = OutcomeKind(kind), .error = {.code = ErrorCode::Forbidden}};
        QVERIFY(desk.record(late, outcome).reply.state == ReplyState::Sending);
        QVERIFY(!desk.accountNow().isPaused());
        QVERIFY(desk.record(second, kAccepted).reply.state == ReplyState::Accepted);
    }

    void anAcceptanceThatComesLateCounts()
    {
        Sender desk;
        const ReplyId id = desk.press();
        const Attempt late = *desk.begin(id);
        takeOver(desk);
        desk.clock.advance(desk.limits().settle);
        QVERIFY(desk.found(id, {})); // it did not show in time
        QVERIFY(desk.reply(id).state == ReplyState::Queued);
        QVERIFY(desk.record(late, kAccepted).reply.state == ReplyState::Accepted);
        QVERIFY(!desk.begin(id));
    }

    void anAcceptanceOfWhatWasFoundIsNoNews()
    {
        Sender desk;
        const ReplyId id = desk.press();
        const Attempt late = *desk.begin(id);
        takeOver(desk);
        QVERIFY(desk.found(id, {Post{.remoteId = u"77"_s, .versionId = u"77"_s}}));
        QVERIFY(desk.record(late, kAccepted).reply.state == ReplyState::Accepted);
        QCOMPARE(desk.reply(id).remoteId, u"77"_s);
    }

    void timeSinceBootGoesForward()
    {
        const auto before = sinceBoot();
        QVERIFY(before.count() > 0);
        QVERIFY(sinceBoot() >= before);
    }

private:
    /// Another sender starts, and recovers what this one left.
    static void takeOver(Sender &desk)
    {
        desk.epoch = *waitFor(desk.store->write([account = desk.account](Database &db) {
            const qint64 epoch = LeaseStore(db).take(account.id);
            recoverReplies(db, account, epoch);
            return epoch;
        }));
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::StoodStillTest)
#include "stood_still_test.moc"
