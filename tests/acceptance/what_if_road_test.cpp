#include "tests/acceptance/programs.h"
#include "tests/app/store/promised_desk.h"

#include <QJsonArray>
#include <QtTest>

namespace fw::test {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// A past day played again, and the next one expected, from the command line.
class WhatIfRoadTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_desk.reset(); }
    void aDayIsToldThreeTimes();
    void anAgentMoreAnswersSooner();
    void aLimitHoldsAnswersBack();
    void theSameSeedIsTheSameDay();
    void whatMakesNoSenseIsRefused_data();
    void whatMakesNoSenseIsRefused();
    void theNextDaysAreExpected();
    void erlangSaysHowMany();

private:
    [[nodiscard]] Ran on(const QStringList &words)
    {
        return runCtl(QStringList{u"--data"_s, m_desk->database.folder().path()} + words);
    }
    [[nodiscard]] QJsonObject whatIf(const QStringList &words)
    {
        const Ran ran = on(QStringList{u"what-if"_s, u"--from"_s, u"2026-05-04"_s, u"--to"_s, u"2026-05-05"_s,
                               u"--zone"_s, u"UTC"_s, u"--json"_s}
            + words);
        return ran.status == 0 ? ran.lines.value(0) : QJsonObject{{u"error"_s, QString::fromUtf8(ran.error)}};
    }

    std::unique_ptr<PromisedDesk> m_desk;
};

// 4 May 2026: sixty people write, one every five minutes from eight on. Ann takes eight minutes for each.
void WhatIfRoadTest::initTestCase()
{
    m_desk = std::make_unique<PromisedDesk>();
    const Instant begin = *instantFromIso(u"2026-05-04T08:00:00Z"_s);
    m_desk->clock.set(begin);
    m_desk->promise("{'name': 'all', 'first_answer': {'within': '1h', 'calendar': 'always'}}");
    QList<Message> asked;
    Instant done = begin;
    Desk acts(*m_desk->store);
    const auto work = [&](Instant until) {
        while (!asked.isEmpty() && done + 8min <= until) {
            done += 8min;
            m_desk->clock.set(done);
            const Message next = asked.takeFirst();
            m_desk->answers(next, {}, u"ann"_s);
            QVERIFY(waitFor(acts.focused(next.conversation, done - 8min, 8min, u"ann"_s)));
        }
    };
    for (int i = 0; i < 60; ++i) {
        work(begin + i * 5min);
        m_desk->clock.set(begin + i * 5min);
        asked.append(m_desk->asks(QString::number(100 + i)));
    }
    work(begin + 9h);
    m_desk->clock.set(begin + 10h);
}

void WhatIfRoadTest::aDayIsToldThreeTimes()
{
    const QJsonObject day = whatIf({});
    QVERIFY2(!day.contains(u"error"_s), qPrintable(day[u"error"_s].toString()));
    QCOMPARE(day[u"turns"_s].toInt(), 60);
    QCOMPARE(day[u"shifts"_s].toString(), u"seen"_s);
    QCOMPARE(day[u"agents"_s].toInt(), 1);
    QCOMPARE(day[u"handle_times_recorded"_s].toInt(), 60);
    const QJsonObject was = day[u"as_it_was"_s].toObject();
    QCOMPARE(was[u"first_answer"_s][u"count"_s].toInt(), 60);
    QCOMPARE(was[u"backlog"_s].toInt(), 0);
    // Nothing is drawn and nothing changed: what is played is what was, to the pace of a second or two between two replies.
    const qint64 median = was[u"first_answer"_s][u"median_ms"_s].toInteger();
    const qint64 simulated = day[u"simulated"_s][u"first_answer"_s][u"median_ms"_s].toInteger();
    QVERIFY2(std::abs(simulated - median) < 10'000, qPrintable(QString::number(simulated - median)));
    QCOMPARE(day[u"changed"_s], day[u"simulated"_s]);
    const Ran text = on({u"what-if"_s, u"--from"_s, u"2026-05-04"_s, u"--to"_s, u"2026-05-05"_s});
    QVERIFY(text.output.contains("as it was") && text.output.contains("utilisation"));
}

void WhatIfRoadTest::anAgentMoreAnswersSooner()
{
    const QJsonObject day = whatIf({u"--agents"_s, u"+1"_s});
    QCOMPARE(day[u"agents_changed"_s].toInt(), 2);
    const auto of = [&day](const QString &which, const QString &name) { return day[which][name]; };
    QVERIFY(of(u"changed"_s, u"first_answer"_s)[u"median_ms"_s].toInteger()
        < of(u"simulated"_s, u"first_answer"_s)[u"median_ms"_s].toInteger() / 5);
    QVERIFY(of(u"changed"_s, u"kept"_s).toInt() > of(u"simulated"_s, u"kept"_s).toInt());
    QVERIFY(of(u"changed"_s, u"utilisation"_s).toDouble() < of(u"simulated"_s, u"utilisation"_s).toDouble());
    const QJsonObject target = whatIf({u"--target"_s, u"first-answer=9m"_s});
    QVERIFY(target[u"changed"_s][u"kept"_s].toInt() < target[u"simulated"_s][u"kept"_s].toInt());
}

void WhatIfRoadTest::aLimitHoldsAnswersBack()
{
    const QJsonObject day = whatIf({u"--limit"_s, u"reply/24 h=20"_s});
    QVERIFY2(!day.contains(u"error"_s), qPrintable(day[u"error"_s].toString()));
    QCOMPARE(day[u"changed"_s][u"answers"_s][u"count"_s].toInt(), 20);
    QCOMPARE(day[u"changed"_s][u"backlog"_s].toInt(), 40);
    QCOMPARE(day[u"changed"_s][u"busy_ms"_s], day[u"simulated"_s][u"busy_ms"_s]);
}

void WhatIfRoadTest::theSameSeedIsTheSameDay()
{
    const QStringList drawn{u"--handle"_s, u"5m"_s, u"--seed"_s};
    QCOMPARE(whatIf(drawn + QStringList{u"7"_s}), whatIf(drawn + QStringList{u"7"_s}));
    QVERIFY(whatIf(drawn + QStringList{u"7"_s}) != whatIf(drawn + QStringList{u"8"_s}));
}

void WhatIfRoadTest::whatMakesNoSenseIsRefused_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("nobody") << QStringList{u"--agents=-1"_s} << QByteArray("leaves nobody");
    QTest::newRow("window") << QStringList{u"--limit"_s, u"reply/9 h=1"_s}
                            << QByteArray("there is: reply/15 min");
    QTest::newRow("limit") << QStringList{u"--limit"_s, u"reply=1"_s} << QByteArray("is not like");
    QTest::newRow("calendar") << QStringList{u"--calendar"_s, u"moon"_s}
                              << QByteArray("no calendar \"moon\"");
    QTest::newRow("file") << QStringList{u"--hours"_s, u"/nowhere"_s} << QByteArray("cannot read /nowhere");
    QTest::newRow("target") << QStringList{u"--target"_s, u"soon"_s} << QByteArray("first-answer=30m");
    QTest::newRow("handle") << QStringList{u"--handle"_s, u"long"_s} << QByteArray("no time like 4m");
    QTest::newRow("seed") << QStringList{u"--seed"_s, u"x"_s} << QByteArray("no whole number");
}

void WhatIfRoadTest::whatMakesNoSenseIsRefused()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, reason);
    const QString error = whatIf(words)[u"error"_s].toString();
    QVERIFY2(error.contains(QString::fromUtf8(reason)), qPrintable(error));
}

void WhatIfRoadTest::theNextDaysAreExpected()
{
    const Ran ran
        = on({u"forecast"_s, u"--weeks"_s, u"4"_s, u"--days"_s, u"2"_s, u"--zone"_s, u"UTC"_s, u"--json"_s});
    QCOMPARE(ran.status, 0);
    const QJsonArray hours = ran.lines.value(0)[u"hours"_s].toArray();
    QCOMPARE(hours.size(), 48);
    QCOMPARE(hours[9][u"hour"_s].toInt(), 9);
    QCOMPARE(hours[9][u"weeks"_s].toInt(), 4);
    QCOMPARE(on({u"forecast"_s, u"--weeks"_s, u"0"_s}).status, 2);
}

void WhatIfRoadTest::erlangSaysHowMany()
{
    const QStringList load{
        u"--per-hour"_s, u"60"_s, u"--handle"_s, u"5m"_s, u"--within"_s, u"5m"_s, u"--json"_s};
    const QJsonObject needed = runCtl(QStringList{u"erlang"_s} + load).lines.value(0);
    QCOMPARE(needed[u"offered_erlangs"_s].toDouble(), 5.0);
    QVERIFY(needed[u"share_within"_s].toDouble() >= 0.8);
    const int agents = needed[u"agents"_s].toInt();
    const Ran fewer = runCtl(QStringList{u"erlang"_s, u"--agents"_s, QString::number(agents - 1)} + load);
    QVERIFY(fewer.lines.value(0)[u"share_within"_s].toDouble() < 0.8);
    QCOMPARE(runCtl({u"erlang"_s, u"--per-hour"_s, u"60"_s}).status, 2);
}

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::WhatIfRoadTest)
#include "what_if_road_test.moc"
