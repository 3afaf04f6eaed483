#include "connectors/http/http_date.h"

#include <QTest>

namespace fw::test {

class HttpDateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheDateHeader_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("ms"); // -1: refused
        QTest::newRow("GMT") << QByteArray("Fri, 07 Oct 2022 22:43:18 GMT") << qint64(1'665'182'598'000);
        QTest::newRow("UTC, as captured")
            << QByteArray("Fri, 07 Oct 2022 22:43:18 UTC") << qint64(1'665'182'598'000);
        QTest::newRow("spaces around")
            << QByteArray(" Fri, 07 Oct 2022 22:43:18 GMT ") << qint64(1'665'182'598'000);
        QTest::newRow("other zone") << QByteArray("Fri, 07 Oct 2022 22:43:18 +0200") << qint64(-1);
        QTest::newRow("empty") << QByteArray() << qint64(-1);
        QTest::newRow("nonsense") << QByteArray("yesterday GMT") << qint64(-1);
        QTest::newRow("not ASCII") << QByteArray("\xff\xfe GMT") << qint64(-1);
    }

    void readsTheDateHeader()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const qint64, ms);
        const auto instant = instantFromHttpDate(text);
        QCOMPARE(instant ? toMs(*instant) : qint64(-1), ms);
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::HttpDateTest)
#include "http_date_test.moc"
