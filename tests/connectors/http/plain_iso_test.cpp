#include "connectors/http/plain_iso.h"

#include <QRandomGenerator>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
QString read(const QByteArray &text, NoZone noZone = NoZone::IsRefused)
{
    const auto instant = instantFromPlainIso(text.toStdString(), noZone);
    return instant ? toIso(*instant) : QString();
}
} // namespace

class PlainIsoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatNetworksWrite_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("moment");
        QTest::newRow("Twitter") << QByteArray("2020-06-24T16:28:14.000Z") << u"2020-06-24T16:28:14.000Z"_s;
        QTest::newRow("Facebook") << QByteArray("2021-07-21T21:05:14+0000") << u"2021-07-21T21:05:14.000Z"_s;
        QTest::newRow("east") << QByteArray("2024-02-29T00:30:00+02:00") << u"2024-02-28T22:30:00.000Z"_s;
        QTest::newRow("west") << QByteArray("1999-12-31T23:59:59.9-0130") << u"2000-01-01T01:29:59.900Z"_s;
        QTest::newRow("two digits") << QByteArray("2020-01-01T00:00:00.07Z") << u"2020-01-01T00:00:00.070Z"_s;
    }

    void readsWhatNetworksWrite()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, moment);
        QCOMPARE(read(text), moment);
        QCOMPARE(read(text, NoZone::IsUtc), moment);
    }

    void withoutAZoneItIsUtcOnlyWhereThatIsKnown()
    {
        QCOMPARE(read("2021-03-28T02:30:00"), QString());
        QCOMPARE(read("2021-03-28T02:30:00", NoZone::IsUtc), u"2021-03-28T02:30:00.000Z"_s);
    }

    void leavesEverythingElseToOthers()
    {
        for (const char *text :
            {"", "Z", "2021", "2021-07-21", "2021-07-21T21:05", "2021-07-21T21:05Z", "2021-07-21T21:05:14",
                "2021-07-21T21:05:14+00", "2021-07-21T21:05:14+0000x", " 2021-07-21T21:05:14Z",
                "2021-07-21T21:05:14 Z", "2021-07-21 21:05:14Z", "2021-07-21t21:05:14z",
                "2021-02-29T00:00:00Z", "2021-04-31T00:00:00Z", "2021-13-01T00:00:00Z",
                "2021-00-01T00:00:00Z", "2021-01-00T00:00:00Z", "0000-01-01T00:00:00Z",
                "2021-07-21T24:00:00Z", "2021-07-21T21:60:00Z", "2021-07-21T21:05:60Z",
                "2021-07-21T21:05:14.Z", "2021-07-21T21:05:14.1234Z", "2021-07-21T21:05:14,5Z",
                "2021-07-21T21:05:14+1400", "2021-07-21T21:05:14+0060", "2021-07-21T21:05:14++000",
                "2021-07-21T21:05:14Z0", "-021-07-21T21:05:14Z", "2021-07-2\xc3\xa9T21:05:14Z"}) {
            QVERIFY2(read(text).isEmpty(), text);
        }
    }

    /// Whatever it makes something of, Qt makes the same of; half of the texts are damaged in one place.
    void agreesWithQt()
    {
        QRandomGenerator random(7);
        int readable = 0;
        for (int i = 0; i < 20'000; ++i) {
            const auto number = [&random](int most) { return random.bounded(most + 1); };
            QString text = QString::asprintf("%04d-%02d-%02dT%02d:%02d:%02d.%03d%c%02d:%02d", number(9999),
                number(13), number(32), number(24), number(60), number(60), number(999),
                number(1) == 0 ? '+' : '-', number(13), number(59));
            if (number(1) == 0) {
                text[number(int(text.size()) - 1)] = QChar(u' ' + number(94));
            }
            const auto plain = instantFromPlainIso(text.toStdString());
            readable += plain ? 1 : 0;
            QVERIFY2(!plain || plain == instantFromIso(text), qPrintable(text));
        }
        QVERIFY(readable > 5000);
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::PlainIsoTest)
#include "plain_iso_test.moc"
