#include "app/customers/order_numbers.h"
#include "app/model/currency.h"
#include "app/model/customer_keys.h"

#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;

class OrderNumbersTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void numbersAreFoundWhereTheyStand_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("as written") << u"my order FW-123456?"_s << QStringList{u"FW-123456"_s};
        QTest::newRow("small, with a space") << u"fw 123456, please"_s << QStringList{u"fw 123456"_s};
        QTest::newRow("together") << u"#FW123456"_s << QStringList{u"FW123456"_s};
        QTest::newRow("two") << u"FW-123456/FW-123457 FW-123458"_s << QStringList{u"FW-123458"_s};
        QTest::newRow("end of a sentence") << u"It was FW-123456."_s << QStringList{u"FW-123456"_s};
        QTest::newRow("longer number") << u"FW-1234567"_s << QStringList{};
        QTest::newRow("inside a word") << u"xFW-123456"_s << QStringList{};
        QTest::newRow("link") << u"https://shop.example/FW-123456"_s << QStringList{};
        QTest::newRow("amount") << u"FW-123456.78"_s << QStringList{};
        QTest::newRow("other form") << u"12.3456/AB"_s << QStringList{u"12.3456/AB"_s};
        QTest::newRow("emoji before") << u"😡 FW-123456"_s << QStringList{u"FW-123456"_s};
    }

    void numbersAreFoundWhereTheyStand()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, found);
        QStringList numbers;
        for (const OrderMention &mention : findOrderNumbers(text, {u"FW-######"_s, u"##.####/@@"_s})) {
            QCOMPARE(text.mid(mention.start, mention.length), mention.number);
            numbers << mention.number;
        }
        QCOMPARE(numbers, found);
    }

    void aFormatThatFitsEverythingIsRefused()
    {
        for (const QString &bad :
            {u""_s, u"@@@"_s, u"FW-###"_s, u"(FW)######"_s, u"FW ######"_s, QString(41, u'#')}) {
            const auto format = orderFormat(bad);
            QVERIFY(!format && format.error().code == ErrorCode::Usage);
        }
        QCOMPARE(*orderFormat(u" FW-###### "_s), u"FW-######"_s);
    }

    void whatIsTheSameHasTheSameKey()
    {
        QCOMPARE(emailKey(u" Ana+shop@Example.ORG "_s), u"ana@example.org"_s);
        QVERIFY(emailKey(u"ana@"_s).isEmpty() && emailKey(u"@b.org"_s).isEmpty());
        QCOMPARE(phoneKey(u"+351 912-345-678"_s), phoneKey(u"0912345678"_s));
        QVERIFY(phoneKey(u"12345"_s).isEmpty());
        QCOMPARE(nameKey(u"MARTÍNS, Ana"_s), nameKey(u"ana  martins"_s));
        QVERIFY(nameKey(u"Ana"_s).isEmpty());
        QCOMPARE(handleKey(u"https://pinterest.com/AnaM/"_s), handleKey(u"@anam"_s));
        QCOMPARE(orderKey(u"fw 12-34"_s), u"FW1234"_s);
    }

    void amountsAreReadInMinorUnits_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("digits");
        QTest::addColumn<qint64>("minor"); // -1: refused
        QTest::newRow("point") << u"1234.5"_s << 2 << qint64(123450);
        QTest::newRow("comma") << u"49,90"_s << 2 << qint64(4990);
        QTest::newRow("grouped, English") << u"1,234.50"_s << 2 << qint64(123450);
        QTest::newRow("grouped, German") << u"1.234,50"_s << 2 << qint64(123450);
        QTest::newRow("grouped, French") << u"1\u202f234,50"_s << 2 << qint64(123450);
        QTest::newRow("millions") << u"1.234.567"_s << 2 << qint64(123456700);
        QTest::newRow("back") << u"-12"_s << 2 << qint64(-1200);
        QTest::newRow("yen") << u"500"_s << 0 << qint64(500);
        QTest::newRow("dinar") << u"1,234"_s << 3 << qint64(1234);
        QTest::newRow("either of two") << u"1,234"_s << 2 << qint64(-1);
        QTest::newRow("too fine") << u"1.2345"_s << 2 << qint64(-1);
        QTest::newRow("half a yen") << u"5.5"_s << 0 << qint64(-1);
        QTest::newRow("formula") << u"=1+1"_s << 2 << qint64(-1);
        QTest::newRow("word") << u"ten"_s << 2 << qint64(-1);
        QTest::newRow("too large") << u"99999999999999999999"_s << 2 << qint64(-1);
    }

    void amountsAreReadInMinorUnits()
    {
        QFETCH(const QString, text);
        QFETCH(const int, digits);
        QFETCH(const qint64, minor);
        QCOMPARE(minorUnits(text, digits).value_or(-1), minor);
    }

    void amountsAreWrittenWithTheirCurrency()
    {
        QCOMPARE(amountText(123450, u"EUR"_s), u"1234.50 EUR"_s);
        QCOMPARE(amountText(-5, u"EUR"_s), u"-0.05 EUR"_s);
        QCOMPARE(amountText(500, u"JPY"_s), u"500 JPY"_s);
        QVERIFY(!minorDigits(u"EURO"_s) && minorDigits(u"KWD"_s) == 3);
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::OrderNumbersTest)
#include "order_numbers_test.moc"
