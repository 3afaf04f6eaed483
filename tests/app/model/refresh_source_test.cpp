#include "app/model/refresh_source.h"

#include <QJsonDocument>
#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
/// With ' for ".
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

Result<RefreshSource> read(const QByteArray &file)
{
    JsonForm form(u"crm.json"_s, file);
    const RefreshSource source = refreshSourceIn(form.root());
    return form.verdict() ? Result<RefreshSource>(source) : Failure(form.verdict().error());
}
} // namespace

class RefreshSourceTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDefinitionThatMakesNoSenseIsRefused_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing") << QByteArray("{}") << u"source"_s;
        QTest::newRow("neither") << json("{'source': 'crm'}") << u"either \"sql\" or \"http\""_s;
        QTest::newRow("both") << json("{'source': 'crm', 'http': {'url': 'https://a.example/{key}'}, 'sql': "
                                      "{'database': 'a', 'view': 'v', 'key': 'k'}}")
                              << u"either \"sql\" or \"http\""_s;
        QTest::newRow("no key") << json("{'source': 'crm', 'http': {'url': 'https://a.example/x'}}")
                                << u"{key} once"_s;
        QTest::newRow("two keys") << json(
            "{'source': 'crm', 'http': {'url': 'https://a.example/{key}/{key}'}}")
                                  << u"{key} once"_s;
        QTest::newRow("the key as a host")
            << json("{'source': 'crm', 'http': {'url': 'https://{key}.example/x'}}") << u"host"_s;
        QTest::newRow("a file") << json("{'source': 'crm', 'http': {'url': 'file:///etc/{key}'}}")
                                << u"whole address"_s;
        QTest::newRow("a password") << json(
            "{'source': 'crm', 'http': {'url': 'https://me:secret@a.example/{key}'}}")
                                    << u"password"_s;
        QTest::newRow("a password of a server") << json(
            "{'source': 'crm', 'sql': {'database': 'postgresql://me:secret@a/b', 'view': 'v', 'key': 'k'}}")
                                                << u"pgpass"_s;
        QTest::newRow("a kind without customers")
            << json("{'source': 'crm', 'kind': 'stock', 'http': {'url': 'https://a.example/{key}'}}")
            << u"must be one of"_s;
        QTest::newRow("a field there is none of")
            << json("{'source': 'crm', 'columns': {'shoe': 'S'}, 'http': {'url': 'https://a.example/{key}'}}")
            << u"shoe"_s;
        QTest::newRow("a file that lies somewhere")
            << json("{'source': 'crm', 'sql': {'database': 'crm.db', 'view': 'v', 'key': 'k'}}")
            << u"whole path"_s;
        QTest::newRow("no time") << json(
            "{'source': 'crm', 'timeout_ms': 99, 'http': {'url': 'https://a.example/{key}'}}")
                                 << u"100 to 10000"_s;
        QTest::newRow("no JSON") << QByteArray("source: crm") << u"crm.json"_s;
    }
    void aDefinitionThatMakesNoSenseIsRefused()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, says);
        const auto refused = read(file);
        QVERIFY(!refused);
        QCOMPARE(toString(refused.error().code), u"usage"_s);
        QVERIFY2(refused.error().detail.contains(says), qPrintable(refused.error().detail));
        QVERIFY2(!refused.error().detail.contains(u"secret"_s), qPrintable(refused.error().detail));
    }

    void aDefinitionIsReadAsItWasWritten_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("address") << json(
            "{'source': 'crm', 'http': {'url': 'https://crm.example/{key}'}, 'timeout_ms': 500}");
        QTest::newRow("view") << json(
            "{'source': 'crm', 'kind': 'loyalty', 'columns': {'points': 'Punkte', 'at': 'Datum'}, 'sql': "
            "{'database': 'postgresql://crm.example/crm', 'view': 'care.points', 'key': 'customer_no'}}");
    }
    void aDefinitionIsReadAsItWasWritten()
    {
        QFETCH(QByteArray, file);
        const auto source = read(file);
        QVERIFY2(source, qPrintable(source ? QString() : source.error().detail));
        const auto again = read(QJsonDocument(toJson(*source)).toJson());
        QVERIFY(again && *again == *source);
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::RefreshSourceTest)
#include "refresh_source_test.moc"
