#include "app/core/steered_clock.h"
#include "app/store/conversation_store.h"
#include "app/store/journal_store.h"
#include "app/store/reply_store.h"
#include "app/store/roster_store.h"
#include "tests/support/wait_for.h"
#include "ui/wiring/demo.h"

#include <QElapsedTimer>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The department store's day as the demo plays it.
class DemoDayTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isSetUpAtOnceAndImportsItsRecordsBeside();
    void isPlayedFromMomentToMoment();
};

namespace {
template <typename Work>
auto read(wiring::Demo &demo, Work work)
{
    return *waitFor(demo.workplace().store().read(work));
}

int waiting(wiring::Demo &demo)
{
    return read(demo, [](Database &db) { return ConversationStore(db).counts().waiting; });
}
} // namespace

void DemoDayTest::isSetUpAtOnceAndImportsItsRecordsBeside()
{
    SteeredClock clock(wiring::demoOpening());
    const auto demo = wiring::Demo::startShopDay(clock, 1, u"Mina"_s);
    QVERIFY2(demo, qPrintable(demo ? QString() : demo.error().detail));
    QCOMPARE((*demo)->brand(), u"Harbor & Vale"_s);
    const wiring::DemoDay &day = (*demo)->day();
    QStringList names;
    Instant last = day.begins;
    for (const wiring::DemoMoment &moment : day.moments) {
        names.append(moment.name);
        QVERIFY(moment.from >= last && moment.until > moment.from && moment.until <= day.ends);
        last = moment.until;
    }
    QCOMPARE(names, (QStringList{u"trainee"_s, u"storm"_s, u"outage"_s, u"limit"_s, u"evening"_s}));
    const Done imported = (*demo)->waitForRecords();
    QVERIFY2(imported, qPrintable(imported ? QString() : imported.error().detail));
    const auto ended = read(**demo, [from = day.begins, to = clock.now() + 1h](Database &db) {
        return JournalStore(db).named(u"import-ended"_s, from, to);
    });
    QCOMPARE(ended.size(), 7);
    for (const Fact &fact : ended) {
        QCOMPARE(fact.detail.value(u"refused"_s).toInt(), 0);
    }
    QVERIFY(read(**demo, [](Database &db) { return RosterStore(db).isTrainee(u"Tim"_s); }));
    QVERIFY(!read(**demo, [](Database &db) { return RosterStore(db).isTrainee(u"Mina"_s); }));
}

void DemoDayTest::isPlayedFromMomentToMoment()
{
    SteeredClock clock(wiring::demoOpening());
    const auto demo = wiring::Demo::startShopDay(clock, 1, u"Mina"_s);
    QVERIFY(demo);
    QVERIFY((*demo)->workplace().claim());
    (*demo)->workplace().start();
    clock.setSpeed(20);
    const QList<wiring::DemoMoment> &moments = (*demo)->day().moments;
    clock.leapTo(moments.at(0).from);
    // Tim comes when the clock says so, without anybody having waited for hours.
    const auto proposals
        = [&demo] { return read(**demo, [](Database &db) { return ReplyStore(db).proposed().size(); }); };
    QTRY_VERIFY_WITH_TIMEOUT(proposals() > 0, 60'000);
    const int before = waiting(**demo);
    QVERIFY2(before > 10, qPrintable(QString::number(before)));
    clock.leapTo(moments.at(1).until); // the storm is over
    QTRY_VERIFY_WITH_TIMEOUT(waiting(**demo) > before + 100, 120'000);
}

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::DemoDayTest)
#include "demo_day_test.moc"
