#include "app/network/limit_table.h"

#include <QJsonArray>
#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class LimitTableTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void twitterHasItsDocumentedReplyWindows()
    {
        const auto table = limitTableFor({.network = Network::Twitter});
        QVERIFY(table.has_value());
        QHash<QString, int> limits;
        for (const Window &window : table->windowsOf(Operation::Reply)) {
            limits.insert(window.name, window.limit);
            QVERIFY2(!window.source.isEmpty(), qPrintable(window.name));
        }
        QCOMPARE(limits,
            (QHash<QString, int>{{u"15 min"_s, 100}, {u"30 min"_s, 50}, {u"3 h"_s, 300}, {u"24 h"_s, 2400},
                {u"24 h, app"_s, 10000}}));
    }

    void sharesAndSlotsAreRead()
    {
        const auto table = parseLimitTable({{u"settle_ms"_s, 1}, {u"attempts"_s, 1},
            {u"windows"_s,
                QJsonArray{QJsonObject{{u"name"_s, u"slot"_s}, {u"operation"_s, u"reply"_s},
                               {u"kind"_s, u"slotted"_s}, {u"length_s"_s, 1800}, {u"limit"_s, 50}},
                    QJsonObject{{u"name"_s, u"share"_s}, {u"operation"_s, u"hide"_s},
                        {u"measure"_s, u"percent"_s}, {u"length_s"_s, 3600}},
                    QJsonObject{{u"name"_s, u"share"_s}, {u"operation"_s, u"read-comments"_s},
                        {u"measure"_s, u"percent"_s}, {u"length_s"_s, 3600}}}}});
        QVERIFY(table.has_value());
        QVERIFY(table->windows[0].kind == WindowKind::Slotted);
        QVERIFY(!table->windows[0].isPercent);
        QVERIFY(table->windows[1].isPercent);
        QCOMPARE(table->windows[1].limit, 100); // writes go on to the end
        QCOMPARE(table->windows[2].limit, 90);  // reads end before
    }

    void accountSettingsLieOverTheTable()
    {
        const QJsonObject limits{{u"gap_ms"_s, 5}, {u"lookups_ms"_s, QJsonArray{1, 2}},
            {u"windows"_s, QJsonObject{{u"reply"_s, QJsonObject{{u"30 min"_s, 7}}}}}};
        const auto table = limitTableFor({.network = Network::Twitter, .settings = {{u"limits"_s, limits}}});
        QVERIFY(table.has_value());
        QVERIFY(table->gap == 5ms);
        QVERIFY(table->lookups == QList<milliseconds>({1ms, 2ms}));
        for (const Window &window : table->windowsOf(Operation::Reply)) {
            QCOMPARE(window.limit == 7, window.name == "30 min"_L1);
            QVERIFY((window.evidence == Evidence::Configured) == (window.name == "30 min"_L1));
        }
    }

    void impossibleLimitsAreRefusedByName()
    {
        const QJsonObject limits{{u"windows"_s, QJsonObject{{u"reply"_s, QJsonObject{{u"3 h"_s, 0}}}}}};
        const auto table = limitTableFor({.network = Network::Twitter, .settings = {{u"limits"_s, limits}}});
        QVERIFY(!table);
        QVERIFY(table.error().code == ErrorCode::Usage);
        QVERIFY(table.error().detail.contains(u"3 h"_s));
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::LimitTableTest)
#include "limit_table_test.moc"
