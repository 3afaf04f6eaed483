#include "tests/app/customers/refresh_desk.h"

#include <QJsonArray>
#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
QJsonObject line(const QString &order)
{
    return {{u"order"_s, order}, {u"line"_s, 1}, {u"product"_s, u"boots"_s}, {u"quantity"_s, 1},
        {u"currency"_s, u"EUR"_s}};
}
} // namespace

class RefreshedRowsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatTheSourceSaysIsEmptyIsEmptied()
    {
        RefreshDesk desk;
        desk.records.set(u"c1"_s, QJsonObject{{u"key"_s, u"c1"_s}, {u"city"_s, QJsonValue()}});
        QVERIFY(!desk.lookUp(desk.ana)->failure);
        QVERIFY(desk.record(desk.ana).city.isEmpty() && desk.record(desk.ana).name == "Ana"_L1);
    }

    void whatIsThereAlreadyIsNotWrittenAgain()
    {
        RefreshDesk desk;
        desk.records.set(u"c1"_s,
            QJsonObject{{u"customers"_s, QJsonArray{QJsonObject{{u"key"_s, u"c1"_s}, {u"name"_s, u"Ana"_s}}}},
                {u"orders"_s, QJsonArray{order(u"FW-1"_s, u"c1"_s)}}});
        QVERIFY(!desk.lookUp(desk.ana)->failure);
        QVERIFY(!desk.lookUp(desk.ana)->failure);
        const auto facts = desk.facts(u"customer-refreshed"_s);
        QCOMPARE(facts.size(), 2);
        QVERIFY(facts[0][u"added"_s].toInt() == 1 && facts[1][u"added"_s].toInt() == 0);
        QCOMPARE(facts[1][u"changed"_s].toInt(), 0);
        QCOMPARE(desk.orderNumbers(desk.ana), QStringList{u"FW-1"_s});
    }

    void whatIsAboutSomebodyElseIsRefused_data()
    {
        QTest::addColumn<QJsonObject>("answer");
        const auto in = [](const char *kind, const QJsonObject &record) {
            return QJsonObject{{QString::fromLatin1(kind), QJsonArray{record}}};
        };
        QTest::newRow("a customer") << QJsonObject{{u"key"_s, u"c2"_s}, {u"name"_s, u"Eve"_s}};
        QTest::newRow("an order") << in("orders", order(u"FW-9"_s, u"c2"_s));
        QTest::newRow("a line of an order") << in("order-lines", line(u"FW-2"_s));
        QTest::newRow("a line of no order") << in("order-lines", line(u"FW-404"_s));
        QTest::newRow("points") << in(
            "loyalty", {{u"customer"_s, u"c2"_s}, {u"at"_s, u"2026-01-02"_s}, {u"points"_s, 9}});
        QTest::newRow("a consent") << in("consents",
            {{u"customer"_s, u"c2"_s}, {u"purpose"_s, u"purchases"_s}, {u"given"_s, u"given"_s},
                {u"at"_s, u"2020-01-02"_s}});
    }
    void whatIsAboutSomebodyElseIsRefused()
    {
        QFETCH(QJsonObject, answer);
        RefreshDesk desk;
        const CustomerId bea = desk.customer(u"c2"_s, {{u"name"_s, u"Bea"_s}});
        desk.order(u"FW-2"_s, u"c2"_s);
        desk.records.set(u"c1"_s, answer);
        const auto fresh = desk.lookUp(desk.ana);
        QVERIFY(fresh && fresh->failure && fresh->failure->code == ErrorCode::MalformedAnswer);
        QVERIFY2(fresh->failure->detail.contains(u"record 1"_s), qPrintable(fresh->failure->detail));
        QVERIFY(!fresh->answeredAt);
        QCOMPARE(desk.record(bea).name, u"Bea"_s);
        QCOMPARE(desk.orderNumbers(bea), QStringList{u"FW-2"_s});
        for (const QString &table : {u"customer_order_line"_s, u"loyalty_event"_s, u"consent"_s}) {
            QCOMPARE(*waitFor(desk.store->read(
                         [table](Database &db) { return db.number(u"SELECT count(*) FROM "_s + table); })),
                0);
        }
    }

    void aRowThatMakesNoSenseKeepsTheOthers()
    {
        RefreshDesk desk;
        QJsonObject late = order(u"FW-2"_s, u"c1"_s);
        late.insert(u"placed_at"_s, u"soon"_s);
        desk.records.set(u"c1"_s,
            QJsonObject{{u"orders"_s, QJsonArray{late, order(u"FW-1"_s, u"c1"_s), u"text"_s}},
                {u"order-lines"_s, QJsonArray{line(u"FW-1"_s)}}});
        const auto fresh = desk.lookUp(desk.ana);
        QVERIFY(fresh && fresh->failure);
        QVERIFY2(fresh->failure->detail.contains(u"orders, record 1: placed_at \"soon\""_s)
                && fresh->failure->detail.contains(u"orders, record 3: not a JSON object"_s),
            qPrintable(fresh->failure->detail));
        QCOMPARE(desk.orderNumbers(desk.ana), QStringList{u"FW-1"_s});
    }

    void anAnswerThatIsNoRecordIsRefused_data()
    {
        QTest::addColumn<QJsonValue>("answer");
        QTest::addColumn<QString>("code");
        QTest::newRow("no customer") << QJsonValue(QJsonArray()) << u"not-found"_s;
        QTest::newRow("a text") << QJsonValue(u"c1"_s) << u"malformed-answer"_s;
        QTest::newRow("null") << QJsonValue() << u"malformed-answer"_s;
        QTest::newRow("other things")
            << QJsonValue(QJsonObject{{u"error"_s, u"no"_s}}) << u"malformed-answer"_s;
        QTest::newRow("a list of lists") << QJsonValue(QJsonArray{QJsonArray()}) << u"malformed-answer"_s;
        QTest::newRow("a list in a field")
            << QJsonValue(QJsonObject{{u"key"_s, u"c1"_s}, {u"name"_s, QJsonArray{u"Eve"_s}}})
            << u"malformed-answer"_s;
    }
    void anAnswerThatIsNoRecordIsRefused()
    {
        QFETCH(QJsonValue, answer);
        QFETCH(QString, code);
        RefreshDesk desk;
        desk.records.set(u"c1"_s, answer);
        const auto fresh = desk.lookUp(desk.ana);
        QVERIFY(fresh && fresh->failure);
        QCOMPARE(toString(fresh->failure->code), code);
        QVERIFY(!fresh->failure->detail.isEmpty());
        QCOMPARE(desk.record(desk.ana).name, u"Ana"_s);
    }

    void aConsentWithdrawnAtTheSourceHolds()
    {
        RefreshDesk desk;
        desk.order(u"FW-1"_s, u"c1"_s);
        desk.says(desk.ana, Purpose::Purchases, true);
        QCOMPARE(desk.view(desk.ana, {}, true).orders.size(), 1);
        desk.clock.advance(1h);
        desk.records.set(u"c1"_s,
            QJsonObject{{u"consents"_s,
                QJsonArray{QJsonObject{{u"customer"_s, u"c1"_s}, {u"purpose"_s, u"purchases"_s},
                    {u"given"_s, u"withdrawn"_s}, {u"at"_s, toIso(desk.clock.now())}}}}});
        QVERIFY(!desk.lookUp(desk.ana)->failure);
        QVERIFY(desk.view(desk.ana, {}, true).orders.isEmpty());
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::RefreshedRowsTest)
#include "refreshed_rows_test.moc"
