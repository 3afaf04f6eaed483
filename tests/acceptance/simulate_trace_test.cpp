#include "tests/acceptance/programs.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
QString example(const QString &name)
{
    return QStringLiteral(FW_SOURCE_ROOT) + u"/resources/traces/"_s + name;
}

QJsonObject small()
{
    const QJsonObject window{{u"name"_s, u"15m"_s}, {u"kind"_s, u"fixed"_s}, {u"length"_s, u"15m"_s},
        {u"limit"_s, 3}, {u"phase"_s, u"5m"_s}};
    QJsonArray arrivals;
    for (int i = 0; i < 5; ++i) {
        arrivals.append(QJsonObject{
            {u"class"_s, u"normal"_s}, {u"at"_s, u"6m%1s"_s.arg(i)}, {u"text"_s, u"Answer %1"_s.arg(i)}});
    }
    return {{u"name"_s, u"small"_s},
        {u"platform"_s, QJsonObject{{u"windows"_s, QJsonArray{window}}, {u"loss"_s, 0}}},
        {u"classes"_s, QJsonArray{QJsonObject{{u"name"_s, u"normal"_s}, {u"due"_s, u"10m"_s}}}},
        {u"arrivals"_s, arrivals}};
}
} // namespace

/// `floorwalkerctl simulate TRACE`, the program itself.
class SimulateTraceTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theExamplesAreSentWithoutHarm_data();
    void theExamplesAreSentWithoutHarm();
    void everyReplyTellsHowItFared();
    void aTraceThatMakesNoSenseNamesThePlace_data();
    void aTraceThatMakesNoSenseNamesThePlace();

private:
    [[nodiscard]] Ran runWith(const QJsonObject &trace, const QStringList &more = {u"--json"_s})
    {
        QFile file(m_folder.filePath(u"trace.json"_s));
        if (file.open(QIODevice::WriteOnly)) {
            file.write(QJsonDocument(trace).toJson());
            file.close();
        }
        return runCtl(QStringList{u"simulate"_s, file.fileName()} + more);
    }

    QTemporaryDir m_folder;
};

void SimulateTraceTest::theExamplesAreSentWithoutHarm_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("quiet day") << u"quiet-day.json"_s;
    QTest::newRow("launch day") << u"launch-day.json"_s;
}

void SimulateTraceTest::theExamplesAreSentWithoutHarm()
{
    QFETCH(QString, name);
    const QStringList words{u"simulate"_s, example(name), u"--json"_s};
    const Ran first = runCtl(words);
    QVERIFY2(first.status == 0, first.error.constData());
    const QJsonObject summary = first.lines.last();
    QCOMPARE(summary[u"replies"_s].toInteger(), first.lines.size() - 1);
    QVERIFY(first.lines.size() > 300);
    QCOMPARE(summary[u"duplicates"_s].toInt(-1), 0);
    QCOMPARE(summary[u"never_sent"_s].toInt(-1), 0);
    QVERIFY(!summary[u"locked_out"_s].toBool(true));
    QVERIFY2(
        summary[u"classes"_s][0][u"on_time_share"_s].toDouble() > 0.6, first.output.right(2000).constData());
    QCOMPARE(runCtl(words).output, first.output);
    QVERIFY(runCtl(words + QStringList{u"--seed"_s, u"2"_s}).output != first.output);
    const Ran table = runCtl({u"simulate"_s, example(name)});
    QVERIFY(table.output.contains("never sent: 0") && table.output.contains("urgent"));
}

void SimulateTraceTest::everyReplyTellsHowItFared()
{
    const Ran ran = runWith(small());
    QVERIFY2(ran.status == 0, ran.error.constData());
    QCOMPARE(ran.lines.size(), 6);
    const QJsonObject first = ran.lines.first();
    QCOMPARE(first[u"class"_s].toString(), u"normal"_s);
    QCOMPARE(first[u"asked_at"_s].toString(), u"2026-09-22T00:06:00.000Z"_s);
    QCOMPARE(first[u"due"_s].toString(), u"2026-09-22T00:16:00.000Z"_s);
    QCOMPARE(first[u"left_at"_s].toString(), first[u"asked_at"_s].toString());
    QCOMPARE(first[u"attempts"_s].toInt(), 1);
    QCOMPARE(first[u"state"_s].toString(), u"done"_s);
    QCOMPARE(first[u"lateness_ms"_s].toInteger(), 0);
    // Three fit until the window begins again at 00:20.
    const QJsonObject fourth = ran.lines[3];
    QVERIFY(fourth[u"left_at"_s].toString() >= u"2026-09-22T00:20:00.000Z"_s);
    QVERIFY(fourth[u"lateness_ms"_s].toInteger() > 3 * 60 * 1000);
    const QJsonObject summary = ran.lines.last();
    const QJsonObject kind = summary[u"classes"_s][0].toObject();
    QCOMPARE(kind[u"on_time_share"_s].toDouble(), 0.6);
    QCOMPARE(kind[u"lateness_p50_ms"_s].toInteger(), 0);
    QVERIFY(kind[u"lateness_max_ms"_s].toInteger() >= fourth[u"lateness_ms"_s].toInteger());
    QCOMPARE(summary[u"windows"_s][0][u"most_used_share"_s].toDouble(), 1.0);
    QCOMPARE(summary[u"refused"_s].toInt(-1), 0);
}

void SimulateTraceTest::aTraceThatMakesNoSenseNamesThePlace_data()
{
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("place");
    QTest::newRow("unknown key") << u"plattform"_s << u"{}"_s << u"plattform: "_s;
    QTest::newRow("no window") << u"platform"_s << u"{}"_s << u"platform.windows: "_s;
    QTest::newRow("a limit of 0") << u"platform"_s << u"{'windows':[{'name':'a','length':'1h','limit':0}]}"_s
                                  << u"platform.windows[0].limit: "_s;
    QTest::newRow("a length that is no span")
        << u"platform"_s << u"{'windows':[{'name':'a','length':'soon','limit':1}]}"_s
        << u"platform.windows[0].length: "_s;
    QTest::newRow("a lowering of nothing")
        << u"platform"_s
        << u"{'windows':[{'name':'a','length':'1h','limit':1}],'lowerings':[{'window':'b','from':'1h','until':'2h','limit':1}]}"_s
        << u"platform.lowerings[0].window: "_s;
    QTest::newRow("an end before the beginning")
        << u"platform"_s
        << u"{'windows':[{'name':'a','length':'1h','limit':1}],'outages':[{'from':'2h','until':'1h'}]}"_s
        << u"platform.outages[0].until: "_s;
    QTest::newRow("a class nobody knows")
        << u"arrivals"_s << u"[{'class':'urgent','at':'1h'}]"_s << u"arrivals[0].class: "_s;
    QTest::newRow("a desk nobody has")
        << u"arrivals"_s << u"[{'class':'normal','at':'1h','desk':1}]"_s << u"arrivals[0].desk: "_s;
    QTest::newRow("no rate's span") << u"arrivals"_s << u"[{'class':'normal','per_hour':4}]"_s
                                    << u"arrivals[0].from: "_s;
}

void SimulateTraceTest::aTraceThatMakesNoSenseNamesThePlace()
{
    QFETCH(QString, part);
    QFETCH(QString, value);
    QFETCH(QString, place);
    QJsonObject trace = small();
    const QByteArray json = "[" + value.toUtf8().replace('\'', '"') + "]";
    trace.insert(part, QJsonDocument::fromJson(json).array().first());
    const Ran ran = runWith(trace);
    QCOMPARE(ran.status, 2);
    QVERIFY(ran.output.isEmpty());
    QCOMPARE(ran.error.count('\n'), 1);
    QVERIFY2(ran.error.contains(place.toUtf8()), ran.error.constData());
}

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::SimulateTraceTest)
#include "simulate_trace_test.moc"
