#include "tests/acceptance/programs.h"
#include "tests/acceptance/stdio_desk.h"
#include "tests/bench/world/days.h"
#include "tests/support/seed.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
/// The first hours of a generated day, so that the test is short.
world::Day morning(const QString &name, quint64 seed, qsizetype jobs)
{
    world::Day day = world::makeDay(name, seed);
    day.jobs.resize(std::min(day.jobs.size(), jobs));
    return day;
}
} // namespace

/// The real program, with this one as its world.
class SimulateStdioTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsLostOrTwiceThoughItIsKilled_data();
    void nothingIsLostOrTwiceThoughItIsKilled();
    void clocksAreUnderstoodWhereverTheyBegin_data();
    void clocksAreUnderstoodWhereverTheyBegin();
    void aLineThatMakesNoSenseChangesNothing();

private:
    static world::DayReport run(const world::Day &day, StdioDay &stdio);
};

world::DayReport SimulateStdioTest::run(const world::Day &day, StdioDay &stdio)
{
    const world::Policy policy{.name = u"stdio"_s, .make = [&stdio](int count) {
                                   world::Desks desks;
                                   for (int i = 0; i < count; ++i) {
                                       desks.push_back(std::make_unique<StdioDesk>(stdio));
                                   }
                                   return desks;
                               }};
    return world::runDay(day, {}, policy);
}

void SimulateStdioTest::nothingIsLostOrTwiceThoughItIsKilled_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<qsizetype>("jobs");
    QTest::addColumn<int>("linesAKill");
    QTest::newRow("a quiet day") << u"quiet"_s << qsizetype(400) << 60;
    QTest::newRow("a reboot in an outage") << u"outage"_s << qsizetype(1200) << 0;
    QTest::newRow("no check for duplicates") << u"brownout"_s << qsizetype(400) << 60;
    QTest::newRow("three desks") << u"desks"_s << qsizetype(100) << 1500; // asked every two seconds, each
}

void SimulateStdioTest::nothingIsLostOrTwiceThoughItIsKilled()
{
    QFETCH(QString, name);
    QFETCH(qsizetype, jobs);
    QFETCH(int, linesAKill);
    const quint32 seed = printedSeed();
    const QTemporaryDir folder;
    StdioDay stdio{.folder = folder.path(), .random = QRandomGenerator(seed), .linesAKill = linesAKill};
    const world::Day day = morning(name, seed, jobs);
    const world::DayReport report = run(day, stdio);
    qInfo("%d replies, %lld lines, %d kills, %.2f s waiting", int(day.jobs.size()), stdio.lines, stdio.kills,
        stdio.seconds);
    const world::Score &score = report.score;
    QVERIFY2(score.breaches.isEmpty(), qPrintable(score.breaches.join(u'\n')));
    QCOMPARE(score.duplicates, 0);
    QCOMPARE(score.falselyDone + score.falselyDropped + score.givenUp, 0);
    QCOMPARE(score.neverSent + score.unsettled, 0);
    QCOMPARE(score.lockedAtHour, -1.0);
    QVERIFY(stdio.kills > 0);
    QCOMPARE(QFileInfo(folder.filePath(u"shared"_s)).permissions() & (QFile::ReadGroup | QFile::ReadOther),
        QFile::Permissions());
}

void SimulateStdioTest::clocksAreUnderstoodWhereverTheyBegin_data()
{
    QTest::addColumn<qint64>("epoch");
    QTest::addColumn<qint64>("unit");
    QTest::newRow("seconds since 1970") << qint64(0) << qint64(1000);
    QTest::newRow("milliseconds since 1970") << qint64(0) << qint64(1);
    QTest::newRow("seconds since the day began") << world::kServerEpoch << qint64(1000);
    QTest::newRow("milliseconds since the day began") << world::kServerEpoch << qint64(1);
}

void SimulateStdioTest::clocksAreUnderstoodWhereverTheyBegin()
{
    QFETCH(qint64, epoch);
    QFETCH(qint64, unit);
    const QTemporaryDir folder;
    StdioDay stdio{.folder = folder.path(), .epoch = epoch, .headerUnit = unit};
    world::Day day = morning(u"quiet"_s, 11, 300);
    day.desks[0].wall
        = {{.at = 0, .offset = 3 * world::kHour}, {.at = 9 * world::kHour, .offset = -world::kHour}};
    const world::DayReport report = run(day, stdio);
    QVERIFY2(report.score.breaches.isEmpty(), qPrintable(report.score.breaches.join(u'\n')));
    QCOMPARE(report.score.neverSent + report.score.unsettled + report.score.duplicates, 0);
    // A clock misread by hours would send late or be refused.
    QVERIFY2(report.score.share > 0.98, qPrintable(QString::number(report.score.share)));
    QVERIFY2(report.score.refused() <= 2, qPrintable(QString::number(report.score.refused())));
}

void SimulateStdioTest::aLineThatMakesNoSenseChangesNothing()
{
    const QTemporaryDir folder;
    const auto process = startCtl({u"simulate"_s, u"--stdio"_s, u"--state"_s, folder.filePath(u"state"_s)});
    QProcess &desk = *process;
    const auto answer = [&desk](const QByteArray &line) {
        desk.write(line + '\n');
        while (!desk.canReadLine() && desk.waitForReadyRead(20'000)) { }
        return desk.readLine();
    };
    QVERIFY(answer("{'type':'advance'}").startsWith("{\"error\":\"line 1: "));
    QVERIFY(answer(R"({"type":"advance","until":1,"wall":1})").contains("init"));
    QVERIFY(answer("").contains("line 3"));
    const QByteArray init
        = R"({"type":"init","mono":0,"wall":95000,"info":{"agent":0,"agents":1,"windows":[{"name":"15m","kind":"fixed","len":900000,"limit":40,"header":"count"}],"dup_detect":true,"visible_lag_hint":10000,"timeout":30000},"more":1})";
    QCOMPARE(answer(init), QByteArray("{\"durable\":true}\n"));
    QVERIFY(QFileInfo::exists(folder.filePath(u"state/simulation.db"_s)));
    QVERIFY(answer(
        R"({"type":"advance","until":5,"wall":95005,"events":[{"ev":"job","id":1,"deadline":9},{"ev":"storm"}]})")
                .contains("events[1].ev"));
    QVERIFY(answer(R"({"type":"advance","until":5,"wall":95005,"events":[{"ev":"job","id":"x"}]})")
                .contains("events[0].id"));
    QCOMPARE(answer(R"({"type":"advance","until":10,"wall":95010,"events":null})"),
        QByteArray("{\"at\":10,\"actions\":[]}\n"));
    QCOMPARE(
        answer(
            R"({"type":"advance","until":10,"wall":95010,"events":[{"ev":"job","id":9007199254740993,"prio":0,"weight":9.5,"deadline":600000,"text":"Hello"}]})"),
        QByteArray("{\"at\":10,\"actions\":[{\"do\":\"send\",\"req\":1,\"job\":9007199254740993}]}\n"));
    QCOMPARE(
        answer(
            R"({"type":"advance","until":300,"wall":95300,"events":[{"ev":"resp","kind":"send","req":1,"job":9007199254740993,"status":201}]})"),
        QByteArray("{\"at\":300,\"actions\":[{\"do\":\"done\",\"job\":9007199254740993}]}\n"));
    desk.closeWriteChannel();
    QVERIFY(desk.waitForFinished());
    QCOMPARE(desk.exitCode(), 0);
}

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::SimulateStdioTest)
#include "simulate_stdio_test.moc"
