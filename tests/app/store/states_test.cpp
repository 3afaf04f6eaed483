#include "app/desk/policy/deadline_watch.h"
#include "app/store/conversation_store.h"
#include "app/store/state_store.h"
#include "tests/app/store/promised_desk.h"
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

ConversationState stateOf(DeskFixture &desk, ConversationId id)
{
    return read(desk, id).state;
}

/// What StateStore says, by whatever is called on it.
template <typename Call>
Result<FactId> acts(DeskFixture &desk, Call call)
{
    return waitFor(desk.store->write([call](Database &db) -> Result<FactId> {
        StateStore states(db);
        return call(states);
    }));
}

Result<FactId> undoes(DeskFixture &desk, FactId fact)
{
    return waitFor(desk.store->write([fact](Database &db) -> Result<FactId> {
        return StateStore(db).undo(JournalStore(db).between(fact, fact, 1).first(), u"ann"_s);
    }));
}

Result<FactId> snoozes(DeskFixture &desk, ConversationId id, milliseconds span)
{
    return acts(desk, [id, until = desk.clock.now() + span](StateStore &states) {
        return states.snooze(id, until, u"ann"_s);
    });
}

/// The rules of states, as simply as they can be said.
struct Oracle {
    int unanswered = 0;
    bool isResolved = false;
    bool isArchived = false;
    bool isWoken = false;
    std::optional<Instant> snoozedUntil = {};
    Instant answeredAt = {}; // last

    [[nodiscard]] ConversationState state() const
    {
        if (snoozedUntil) {
            return ConversationState::Snoozed;
        }
        if (unanswered > 0 || isWoken) {
            return ConversationState::Waiting;
        }
        if (isArchived) {
            return ConversationState::Archived;
        }
        return isResolved ? ConversationState::Resolved : ConversationState::WaitingForCustomer;
    }
    void settle()
    {
        unanswered = 0;
        isWoken = false;
        snoozedUntil.reset();
    }
};
} // namespace

class StatesTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void snoozedIsOutOfTheWayAndReturnsInItsTime()
    {
        PromisedDesk desk;
        const ConversationId id = desk.asks().conversation;
        QVERIFY(snoozes(desk, id, 2h));
        QVERIFY(stateOf(desk, id) == ConversationState::Snoozed);
        DeadlineWatch watch(*desk.store, desk.clock);
        desk.clock.advance(2h);
        watch.wake();
        QTRY_VERIFY(stateOf(desk, id) == ConversationState::Waiting);
        QCOMPARE(desk.told(u"conversation-woke"_s), 1);
        QVERIFY(read(desk, id).isWoken);
        QCOMPARE(read(desk, id).snoozer, u"ann"_s);
    }

    void aSnoozeOfWhatWasAnsweredReturnsToBeSeenTo()
    {
        PromisedDesk desk;
        const Message question = desk.asks();
        desk.answers(question);
        QVERIFY(snoozes(desk, question.conversation, 1h));
        desk.clock.advance(1h);
        desk.close(); // nobody watched when it fell due
        desk.open();
        DeadlineWatch watch(*desk.store, desk.clock);
        QTRY_VERIFY(stateOf(desk, question.conversation) == ConversationState::Waiting);
        QVERIFY(read(desk, question.conversation).waitingSince.has_value());
        QVERIFY(
            acts(desk, [&](StateStore &s) { return s.waitForCustomer(question.conversation, u"ann"_s); }));
        QVERIFY(stateOf(desk, question.conversation) == ConversationState::WaitingForCustomer);
    }

    void twoDesksWakeEachOnce()
    {
        PromisedDesk desk;
        constexpr int kCustomers = 20;
        for (int i = 0; i < kCustomers; ++i) {
            QVERIFY(snoozes(desk, desk.asks(QString::number(100 + i)).conversation, 1h));
        }
        desk.clock.advance(1h);
        IdSource otherIds(desk.clock);
        const auto other = *Store::open(desk.place(), desk.clock, otherIds);
        DeadlineWatch here(*desk.store, desk.clock);
        DeadlineWatch there(*other, desk.clock);
        const auto next = [&desk] {
            return *waitFor(desk.store->read([](Database &db) { return StateStore(db).nextWake(); }));
        };
        QTRY_VERIFY(!next());
        QCOMPARE(desk.told(u"conversation-woke"_s), kCustomers);
    }

    void aCustomersMessageEndsTheSnoozeAtOnce()
    {
        PromisedDesk desk;
        const ConversationId id = desk.asks().conversation;
        QVERIFY(snoozes(desk, id, 2h));
        desk.clock.advance(1min);
        QCOMPARE(desk.asks().conversation, id);
        QVERIFY(stateOf(desk, id) == ConversationState::Waiting);
        QVERIFY(!read(desk, id).snoozedUntil);
        QCOMPARE(desk.told(u"conversation-woke"_s), 1);
    }

    void aPromiseRunsOnWhileItIsSnoozed()
    {
        PromisedDesk desk;
        desk.promise("{'name': 'all', 'first_answer': {'within': '1h', 'calendar': 'always'}}");
        const Message question = desk.asks();
        const auto due = read(desk, question.conversation).dueAt;
        QVERIFY(due == desk.clock.now() + 1h);
        QVERIFY(snoozes(desk, question.conversation, 2h));
        QVERIFY(read(desk, question.conversation).dueAt == due);
        desk.clock.advance(1h + 1ms);
        QCOMPARE(desk.tellDue(), 1);
    }

    void onlyWhatIsResolvedIsArchivedAndTheCustomerReopensIt()
    {
        PromisedDesk desk;
        const ConversationId id = desk.asks().conversation;
        const auto archive = [id](StateStore &states) { return states.archive(id, u"ann"_s); };
        const auto refused = acts(desk, archive);
        QVERIFY(!refused && refused.error().code == ErrorCode::Usage);
        QVERIFY(acts(desk, [id](StateStore &states) { return states.resolve(id, u"ann"_s); }));
        QVERIFY(acts(desk, archive));
        QVERIFY(stateOf(desk, id) == ConversationState::Archived);
        Post again = desk.mention(u"9001"_s, u"7"_s);
        again.thread = u"1001"_s;
        QCOMPARE(desk.keep(again).conversation, id);
        QVERIFY(stateOf(desk, id) == ConversationState::Waiting);
    }

    void everyActIsTakenBack_data()
    {
        QTest::addColumn<QString>("act");
        for (const char *name : {"snooze", "wait", "resolve", "archive", "wake"}) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }

    void everyActIsTakenBack()
    {
        QFETCH(const QString, act);
        PromisedDesk desk;
        const ConversationId id = desk.asks().conversation;
        if (act == "archive"_L1) {
            QVERIFY(acts(desk, [id](StateStore &states) { return states.resolve(id, u"ann"_s); }));
        } else if (act == "wake"_L1) {
            QVERIFY(snoozes(desk, id, 1h));
        }
        const Conversation before = read(desk, id);
        const auto fact = acts(desk, [&](StateStore &states) {
            return act == "snooze"_L1 ? states.snooze(id, desk.clock.now() + 1h, u"ann"_s)
                : act == "wait"_L1    ? states.waitForCustomer(id, u"ann"_s)
                : act == "resolve"_L1 ? states.resolve(id, u"ann"_s)
                : act == "archive"_L1 ? states.archive(id, u"ann"_s)
                                      : states.wake(id, u"ann"_s);
        });
        QVERIFY(fact.has_value());
        QVERIFY(read(desk, id) != before);
        QVERIFY(undoes(desk, *fact));
        QVERIFY(read(desk, id) == before);
        const auto again = undoes(desk, *fact);
        QVERIFY(!again && again.error().code == ErrorCode::Usage);
    }

    void whateverHappensTheStateIsThatOfTheRules()
    {
        QRandomGenerator random(printedSeed());
        for (int run = 0; run < 8; ++run) {
            PromisedDesk desk;
            Message newest = desk.asks();
            const ConversationId id = newest.conversation;
            Oracle oracle{.unanswered = 1};
            for (int step = 0; step < 40; ++step) {
                desk.clock.advance(minutes(1 + random.bounded(30)));
                happen(desk, random.bounded(8), newest, oracle);
                const Conversation now = read(desk, id);
                QVERIFY2(now.state == oracle.state(),
                    qPrintable(u"run %1 step %2: %3, not %4"_s.arg(run).arg(step).arg(
                        toString(now.state), toString(oracle.state()))));
                QCOMPARE(now.unansweredCount, oracle.unanswered);
            }
        }
    }

private:
    using minutes = std::chrono::minutes;

    static void happen(PromisedDesk &desk, int what, Message &newest, Oracle &oracle)
    {
        const ConversationId id = newest.conversation;
        const ConversationState state = oracle.state();
        const bool isOpen = state != ConversationState::Resolved && state != ConversationState::Archived;
        switch (what) {
        case 0: {
            Post post = desk.mention(QString::number(50'000 + ++s_posts), u"7"_s);
            post.thread = newest.thread;
            newest = desk.keep(post);
            const int unanswered = oracle.unanswered + 1;
            const bool isWoken = oracle.isWoken && !oracle.snoozedUntil;
            oracle = Oracle{.unanswered = unanswered, .isWoken = isWoken, .answeredAt = oracle.answeredAt};
            break;
        }
        case 1:
            desk.answers(newest);
            oracle.answeredAt = desk.clock.now();
            oracle.unanswered = 0;
            oracle.isWoken = false;
            break;
        case 2:
            QCOMPARE(snoozes(desk, id, 45min).has_value(), isOpen);
            if (isOpen) {
                oracle.snoozedUntil = desk.clock.now() + 45min;
                oracle.isWoken = false;
            }
            break;
        case 3:
            QCOMPARE(acts(desk, [id](StateStore &s) { return s.resolve(id, u"ann"_s); }).has_value(), isOpen);
            if (isOpen) {
                oracle.settle();
                oracle.isResolved = true;
            }
            break;
        case 4:
            QCOMPARE(acts(desk, [id](StateStore &s) { return s.archive(id, u"ann"_s); }).has_value(),
                state == ConversationState::Resolved);
            oracle.isArchived = oracle.isArchived || state == ConversationState::Resolved;
            break;
        case 5: {
            const bool isAllowed = state == ConversationState::Waiting || state == ConversationState::Snoozed;
            QCOMPARE(acts(desk, [id](StateStore &s) { return s.waitForCustomer(id, u"ann"_s); }).has_value(),
                isAllowed);
            if (isAllowed) {
                oracle.settle();
            }
            break;
        }
        case 6: {
            const bool isAllowed = state == ConversationState::Snoozed;
            QCOMPARE(acts(desk, [id](StateStore &s) { return s.wake(id, u"ann"_s); }).has_value(), isAllowed);
            if (isAllowed) {
                oracle.snoozedUntil.reset();
                oracle.isWoken = true;
            }
            break;
        }
        default: {
            const int woken
                = *waitFor(desk.store->write([](Database &db) { return StateStore(db).wakeDue(10); }));
            const bool isDue = oracle.snoozedUntil && *oracle.snoozedUntil <= desk.clock.now();
            QCOMPARE(woken, isDue ? 1 : 0);
            if (isDue) {
                // Whoever answered after the end, before anybody noticed it, did what it was to remind of.
                oracle.isWoken = oracle.answeredAt < *oracle.snoozedUntil;
                oracle.snoozedUntil.reset();
            }
        }
        }
    }

    static inline int s_posts = 0;
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::StatesTest)
#include "states_test.moc"
