#include "tests/app/dispatch/sender_fixture.h"
#include "tests/support/seed.h"

#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// Several people, an outbox in which anything happens, and a sender that remembers.
struct Busy : Sender {
    Busy()
    {
        for (int i = 0; i < 5; ++i) {
            questions.append(keep(mention(QString::number(100 + i), QString::number(200 + i), u"hello?"_s)));
        }
    }

    ReplyId pressOn(const Message &asked, milliseconds undoTime)
    {
        const auto entry = tryPress({.conversation = asked.conversation,
            .parent = asked.id,
            .body = u"answer %1"_s.arg(++pressed),
            .undoTime = undoTime});
        replies.append(entry->reply.id);
        return replies.last();
    }

    /// What a sender that has just started would do.
    Decision decideAfresh()
    {
        return *waitFor(store->read([this](Database &db) {
            SendOrder fresh;
            return decideNext(db, account.id, epoch, {}, fresh);
        }));
    }

    /// Nothing stands in its way but the budget.
    bool couldLeave(const Reply &reply)
    {
        const auto others = *waitFor(
            store->read([&](Database &db) { return ReplyStore(db).ofConversation(reply.conversation); }));
        const bool isFirst = std::none_of(others.begin(), others.end(), [&](const Reply &other) {
            const bool isPending = (other.state == ReplyState::Queued && !other.hold)
                || other.state == ReplyState::Sending || other.state == ReplyState::Unknown;
            return other.id < reply.id && isPending;
        });
        return isFirst && reply.state == ReplyState::Queued && !reply.hold && reply.notBefore <= clock.now();
    }

    QList<Message> questions;
    QList<ReplyId> replies;
    int pressed = 0;
};

/// All but which reply: among those that could leave, a plan made earlier may prefer another one.
QString describe(const Decision &decision)
{
    return u"%1 until %2 (%3)"_s.arg(int(decision.kind)).arg(toMs(decision.until)).arg(decision.reason);
}
} // namespace

class SendQueueTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void memoryAndFreshReadingDecideTheSame()
    {
        QRandomGenerator random(printedSeed());
        Busy desk;
        for (int step = 0; step < 600; ++step) {
            happen(desk, random);
            const Decision remembered = desk.decide();
            const Decision fresh = desk.decideAfresh();
            QCOMPARE(describe(remembered), describe(fresh));
            QVERIFY(remembered.kind != Decision::Kind::Send || desk.couldLeave(remembered.reply));
            if (remembered.kind == Decision::Kind::Send && random.bounded(3) == 0) {
                const auto attempt = desk.begin(remembered.reply.id);
                if (attempt && random.bounded(4) != 0) {
                    desk.record(*attempt, outcome(random, step));
                }
            }
        }
        QVERIFY(desk.pressed > 50);
    }

    void replyThatWasChosenAndNotSentIsChosenAgain()
    {
        Sender desk;
        const ReplyId id = desk.press();
        QCOMPARE(desk.decide().reply.id, id);
        QCOMPARE(desk.decide().reply.id, id);
        QVERIFY(desk.decide().kind == Decision::Kind::Send);
    }

    void heldReplyLeavesTheQueueAndComesBack()
    {
        Sender desk;
        const ReplyId id = desk.press();
        QCOMPARE(desk.decide().reply.id, id);
        QVERIFY(*waitFor(
            desk.store->write([id](Database &db) { return ReplyStore(db).hold(id, Hold::CustomerWrote); })));
        QVERIFY(desk.decide().kind == Decision::Kind::Nothing);
        QVERIFY(*waitFor(Outbox(*desk.store).release(id)));
        QCOMPARE(desk.decide().reply.id, id);
    }

    void withdrawnFirstLetsTheNextOfItsConversationGo()
    {
        Sender desk;
        const ReplyId first = desk.press(u"one"_s);
        const ReplyId second = desk.press(u"two"_s);
        QCOMPARE(desk.decide().reply.id, first);
        QVERIFY(*waitFor(Outbox(*desk.store).withdraw(first)));
        QCOMPARE(desk.decide().reply.id, second);
    }

private:
    static void happen(Busy &desk, QRandomGenerator &random)
    {
        const auto anyReply = [&] {
            return desk.replies.isEmpty() ? ReplyId{}
                                          : desk.replies.at(random.bounded(int(desk.replies.size())));
        };
        Outbox outbox(*desk.store);
        switch (random.bounded(7)) {
        case 0:
        case 1:
            desk.pressOn(desk.questions.at(random.bounded(int(desk.questions.size()))),
                random.bounded(2) == 0 ? 0s : 30s);
            break;
        case 2:
            desk.clock.advance(milliseconds(random.bounded(120'000)));
            break;
        case 3:
            QVERIFY(waitFor(outbox.withdraw(anyReply())));
            break;
        case 4:
            QVERIFY(waitFor(desk.store->write(
                [id = anyReply()](Database &db) { return ReplyStore(db).hold(id, Hold::CustomerWrote); })));
            break;
        case 5:
            QVERIFY(waitFor(outbox.release(anyReply())));
            break;
        default:
            waitFor(outbox.retry(anyReply()));
            break;
        }
    }

    static Outcome outcome(QRandomGenerator &random, int step)
    {
        switch (random.bounded(4)) {
        case 0:
            return kLost;
        case 1:
            return rejected(ErrorCode::PersonUnreachable);
        case 2:
            return notCarriedOut(ErrorCode::Offline);
        default:
            Outcome accepted = kAccepted;
            accepted.remoteId = QString::number(5000 + step);
            return accepted;
        }
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::SendQueueTest)
#include "send_queue_test.moc"
