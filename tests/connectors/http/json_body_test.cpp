#include "connectors/http/json_body.h"

#include <QJsonArray>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
/// With " for every '.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}
} // namespace

class JsonBodyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnObject()
    {
        const Result<QJsonObject> object = jsonObjectIn(json(" {'data':[{'id':'1','n':-1.5e3}],'x':null} "));
        QVERIFY(object);
        QCOMPARE(object->value(u"data"_s).toArray().size(), 1);
        QCOMPARE(object->value(u"data"_s)[0][u"n"_s].toDouble(), -1500.0);
    }

    void anythingElseIsMalformedWithItsOffset_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("detail");
        QTest::newRow("empty") << QByteArray() << u"no JSON at offset 0"_s;
        QTest::newRow("cut") << json("{'data':[{'id':'1'") << u"no JSON at offset 18: "_s;
        QTest::newRow("page") << QByteArray("<html>planted</html>") << u"no JSON at offset 1: "_s;
        QTest::newRow("list") << QByteArray("[1]") << u"no JSON object at offset 0"_s;
        QTest::newRow("no UTF-8") << QByteArray("{\"a\":\"planted\xff\"}") << u"no JSON at offset 13: "_s;
        QTest::newRow("two") << QByteArray("{}{}") << u"no JSON at offset 2: "_s;
        QTest::newRow("deep lists") << "{\"a\":" + QByteArray(64, '[') + QByteArray(64, ']') + "}"
                                    << u"no JSON at offset 68: deeper than 64"_s;
        QTest::newRow("deep objects, cut")
            << QByteArray("{\"a\":").repeated(100'000) << u"no JSON at offset 320: deeper than 64"_s;
        QTest::newRow("very deep") << QByteArray(16 * 1024 * 1024, '[')
                                   << u"no JSON at offset 64: deeper than 64"_s;
    }

    void anythingElseIsMalformedWithItsOffset()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, detail);
        const Result<QJsonObject> object = jsonObjectIn(body);
        QVERIFY(!object);
        QVERIFY(object.error().code == ErrorCode::MalformedAnswer);
        QVERIFY2(object.error().detail.startsWith(detail), qPrintable(object.error().detail));
        QVERIFY(!object.error().detail.contains(u"planted"_s));
    }

    void sixtyFourIsDeepEnough()
    {
        const QByteArray body = "{\"a\":" + QByteArray(63, '[') + QByteArray(63, ']') + "}";
        QVERIFY(jsonObjectIn(body));
        QCOMPARE(offsetTooDeep(body), -1);
    }

    void bracketsInStringsAreText()
    {
        const QByteArray body = json("{'a':'\\'\\\\") + QByteArray(1000, '[') + json("\\\\\\'','b':[]}");
        QVERIFY(jsonObjectIn(body));
        QCOMPARE(offsetTooDeep(body), -1);
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::JsonBodyTest)
#include "json_body_test.moc"
