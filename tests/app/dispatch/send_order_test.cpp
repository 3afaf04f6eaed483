#include "tests/app/dispatch/sender_fixture.h"

#include <QJsonDocument>
#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// An account that may write `limit` replies in half an hour, in a window that no header speaks of.
struct NarrowSender : Sender {
    explicit NarrowSender(int limit)
    {
        account.settings = {{u"limits"_s,
            QJsonObject{{u"gap_ms"_s, 1}, {u"jitter_ms"_s, 0},
                {u"windows"_s, QJsonObject{{u"reply"_s, QJsonObject{{u"30 min"_s, limit}}}}}}}};
        const auto saved = waitFor(store->write([this](Database &db) {
            return db.exec(u"UPDATE account SET settings = ? WHERE id = ?"_s,
                {QString::fromUtf8(QJsonDocument(account.settings).toJson()), account.id.value});
        }));
        Q_UNUSED(saved)
    }

    /// An answer to a new question of somebody else.
    ReplyId pressAs(ReplyClass replyClass, std::optional<milliseconds> dueIn = {})
    {
        const QString number = QString::number(++people);
        const Message asked = keep(mention(u"9"_s + number, u"50"_s + number));
        return tryPress({.conversation = asked.conversation,
                            .parent = asked.id,
                            .body = u"answer "_s + number,
                            .replyClass = replyClass,
                            .dueIn = dueIn})
            ->reply.id;
    }

    /// Presses, and the network takes it.
    void sendOne()
    {
        const QString remoteId = QString::number(700 + ++people);
        const AttemptReport report
            = send({.kind = OutcomeKind::Accepted, .remoteId = remoteId, .facts = {.httpStatus = 201}});
        QCOMPARE(report.outcome, u"accepted"_s);
    }

    int people = 0;
};
} // namespace

class SendOrderTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsDueFirstLeavesFirstWhereThereIsRoomForAll()
    {
        NarrowSender desk(50);
        desk.pressAs(ReplyClass::Low);
        const ReplyId sooner = desk.pressAs(ReplyClass::Low, 20min);
        const Decision decision = desk.decide();
        QVERIFY(decision.kind == Decision::Kind::Send);
        QCOMPARE(decision.reply.id, sooner);
    }

    void lastRoomGoesToTheUrgentOne()
    {
        NarrowSender desk(3);
        for (int i = 0; i < 2; ++i) {
            desk.sendOne();
        }
        desk.clock.advance(1s);
        desk.pressAs(ReplyClass::Low, 5min);
        const ReplyId urgent = desk.pressAs(ReplyClass::Urgent, 10min);
        const Decision decision = desk.decide();
        QVERIFY(decision.kind == Decision::Kind::Send);
        QCOMPARE(decision.reply.id, urgent);
    }

    void roomIsKeptForUrgentOnesThatAreExpected()
    {
        NarrowSender desk(4);
        // One urgent reply every few minutes, for hours: another one will come.
        for (int i = 0; i < 40; ++i) {
            const ReplyId id = desk.pressAs(ReplyClass::Urgent);
            QVERIFY(waitFor(desk.store->write([id](Database &db) { return ReplyStore(db).withdraw(id); })));
            desk.clock.advance(5min);
        }
        desk.sendOne();
        desk.sendOne();
        desk.pressAs(ReplyClass::Low);
        desk.clock.advance(1s);
        const Decision decision = desk.decide();
        QVERIFY(decision.kind == Decision::Kind::Wait);
        QCOMPARE(decision.reason, u"reserve"_s);
        QVERIFY(decision.until <= desk.clock.now() + 1min);
    }

    void classAndDueTimeSurviveReopening()
    {
        NarrowSender desk(50);
        const ReplyId id = desk.pressAs(ReplyClass::Urgent, 7min);
        const Instant due = desk.clock.now() + 7min;
        desk.close();
        desk.open();
        QVERIFY(desk.reply(id).replyClass == ReplyClass::Urgent);
        QVERIFY(desk.reply(id).due == due);
    }

    void refusalThatNoHeaderExplainsLowersTheLimitAndIsRemembered()
    {
        NarrowSender desk(10);
        for (int i = 0; i < 5; ++i) {
            desk.sendOne();
        }
        QCOMPARE(desk.send(notCarriedOut(ErrorCode::RateLimited)).outcome, u"limited"_s);
        const auto used = [&desk] {
            const auto uses = *waitFor(Outbox(*desk.store).budget(desk.account.id));
            return *std::find_if(uses.begin(), uses.end(),
                [](const WindowUse &use) { return use.window.evidence == Evidence::Learned; });
        };
        QCOMPARE(used().window.limit, 5);
        desk.close();
        desk.open();
        QCOMPARE(used().window.limit, 5);
        desk.clock.advance(
            30min * 12); // two lengths it is believed, eight more until it is the table's again
        const auto later = *waitFor(Outbox(*desk.store).budget(desk.account.id));
        QVERIFY(std::none_of(later.begin(), later.end(), [](const WindowUse &use) {
            return use.window.name == u"30 min"_s && use.window.evidence == Evidence::Learned;
        }));
    }

    void headroomIsWhatIsLeftAtTheLastHalfHoursPace()
    {
        NarrowSender desk(50);
        for (int i = 0; i < 10; ++i) {
            desk.sendOne();
        }
        const auto uses = *waitFor(Outbox(*desk.store).budget(desk.account.id));
        for (const WindowUse &use : uses) {
            if (use.window.name == u"30 min"_s && use.window.operation == Operation::Reply) {
                QCOMPARE(use.callsPerHour, 20.0);
                QCOMPARE(*use.headroom, 120.0); // 40 left, 20 an hour
            }
        }
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::SendOrderTest)
#include "send_order_test.moc"
