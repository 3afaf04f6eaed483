#include "app/desk/focus_keeper.h"
#include "app/insight/statistics.h"
#include "tests/app/store/promised_desk.h"

#include <QTest>

namespace fw::test {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// How long people have conversations in front of them.
class FocusTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void leavingTellsOnce();
    void aGlanceIsNotTold();
    void silenceCountsForAMinute();
    void idlenessEndsAFocusAndATouchBeginsAnother();
    void itsEndTellsWhatIsRunning();
    void tooShortAndUnknownAreRefused();
    void handleTimeIsMadeOfIt();

private:
    /// Spans told so far, in their order.
    [[nodiscard]] QList<milliseconds> told();

    std::unique_ptr<PromisedDesk> m_desk;
    std::unique_ptr<Desk> m_acts;
    Message m_first;
    Message m_second;
};

void FocusTest::init()
{
    m_desk = std::make_unique<PromisedDesk>();
    m_acts = std::make_unique<Desk>(*m_desk->store);
    m_first = m_desk->asks(u"7"_s);
    m_second = m_desk->asks(u"8"_s);
}

void FocusTest::cleanup()
{
    m_acts.reset();
    m_desk.reset(); // this object outlives the application
}

QList<milliseconds> FocusTest::told()
{
    const auto facts
        = *waitFor(m_desk->store->read([](Database &db) { return JournalStore(db).after({}, 10'000); }));
    QList<milliseconds> spans;
    for (const Fact &fact : facts) {
        if (fact.fact == "conversation-focused"_L1) {
            spans.append(milliseconds(fact.detail.value(u"ms"_s).toInteger()));
        }
    }
    return spans;
}

void FocusTest::leavingTellsOnce()
{
    FocusKeeper keeper(*m_acts, m_desk->clock, u"ann"_s);
    keeper.look(m_first.conversation);
    m_desk->clock.advance(20s);
    keeper.look(m_first.conversation); // the same: nothing new
    m_desk->clock.advance(10s);
    keeper.look(m_second.conversation);
    QTRY_COMPARE(told().size(), 1);
    QVERIFY(told().first() == 30s);
    m_desk->clock.advance(5s);
    keeper.look({});
    keeper.touch(); // nothing is looked at
    m_desk->clock.advance(5s);
    keeper.look({});
    QTRY_COMPARE(told().size(), 2);
    QVERIFY(told().last() == 5s);
}

void FocusTest::aGlanceIsNotTold()
{
    {
        FocusKeeper keeper(*m_acts, m_desk->clock, u"ann"_s);
        keeper.look(m_first.conversation);
        m_desk->clock.advance(999ms);
        keeper.look(m_second.conversation);
        m_desk->clock.advance(1s);
    }
    QTRY_COMPARE(told().size(), 1); // the second
    QVERIFY(told().first() == 1s);
}

void FocusTest::silenceCountsForAMinute()
{
    FocusKeeper keeper(*m_acts, m_desk->clock, u"ann"_s);
    keeper.look(m_first.conversation);
    m_desk->clock.advance(90s);
    keeper.touch(); // 60
    m_desk->clock.advance(15s);
    keeper.touch(); // 15
    m_desk->clock.advance(70s);
    keeper.look({}); // 60
    QTRY_COMPARE(told().size(), 1);
    QVERIFY(told().first() == 135s);
}

void FocusTest::idlenessEndsAFocusAndATouchBeginsAnother()
{
    FocusKeeper keeper(*m_acts, m_desk->clock, u"ann"_s);
    keeper.look(m_first.conversation);
    m_desk->clock.advance(FocusKeeper::kIdleAfter - 1ms);
    keeper.check();
    m_desk->clock.advance(1ms);
    keeper.check();
    QTRY_COMPARE(told().size(), 1);
    QVERIFY(told().first() == FocusKeeper::kCountsFor);
    m_desk->clock.advance(1h);
    keeper.touch();
    m_desk->clock.advance(10s);
    keeper.look({});
    QTRY_COMPARE(told().size(), 2);
    QVERIFY(told().last() == 10s);
}

void FocusTest::itsEndTellsWhatIsRunning()
{
    {
        FocusKeeper keeper(*m_acts, m_desk->clock, u"ann"_s);
        keeper.look(m_first.conversation);
        m_desk->clock.advance(7s);
    }
    QTRY_COMPARE(told().size(), 1);
    QVERIFY(told().first() == 7s);
}

void FocusTest::tooShortAndUnknownAreRefused()
{
    const auto tooShort = waitFor(m_acts->focused(m_first.conversation, {}, 999ms, u"ann"_s));
    QVERIFY(!tooShort && tooShort.error().code == ErrorCode::Usage);
    const auto unknown = waitFor(m_acts->focused({4711}, {}, 5s, u"ann"_s));
    QVERIFY(!unknown && unknown.error().code == ErrorCode::NotFound);
    QVERIFY(told().isEmpty());
}

void FocusTest::handleTimeIsMadeOfIt()
{
    const Instant from = m_desk->clock.now();
    for (const QString &agent : {u"ann"_s, u"bob"_s}) {
        FocusKeeper keeper(*m_acts, m_desk->clock, agent);
        keeper.look(m_first.conversation);
        m_desk->clock.advance(25s);
    }
    FocusKeeper keeper(*m_acts, m_desk->clock, u"ann"_s);
    keeper.look(m_first.conversation);
    m_desk->clock.advance(15s);
    m_desk->resolves(m_first); // in the middle of a focus, as it is done
    m_desk->clock.advance(FocusKeeper::kIdleAfter);
    keeper.check(); // told late, and its silence counts for a minute
    QTRY_COMPARE(told().size(), 3);
    m_desk->clock.advance(1s);
    const auto answers = waitFor(Statistics(*m_desk->store)
                                     .ask({.figures = {Figure::HandleTime},
                                         .terms = {.period = {.from = from, .to = m_desk->clock.now()},
                                             .asOf = m_desk->clock.now()}}));
    QVERIFY(answers);
    const QList<FigureRow> &rows = answers->first().rows;
    QCOMPARE(rows.size(), 1);
    QVERIFY(rows.first().calendarTime == 50s + FocusKeeper::kCountsFor);
}

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::FocusTest)
#include "focus_test.moc"
