#include "app/network/limit_table.h"
#include "connectors/facebook/graph_limits.h"
#include "connectors/facebook/usage_header.h"
#include "tests/connectors/facebook/page_fixture.h"

#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::facebook;

namespace {
const Instant kNow = instantFromMs(1'763'560'800'000);

QList<LimitSignal> signalsIn(const QHash<QByteArray, QByteArray> &headers, const QString &page = u"100"_s)
{
    return limitSignals({.status = 200, .headers = headers, .error = {}}, page, kNow);
}

std::optional<LimitSignal> signalOf(const QList<LimitSignal> &all, Operation operation, const QString &header)
{
    for (const LimitSignal &signal : all) {
        if (signal.operation == operation && signal.header == header) {
            return signal;
        }
    }
    return std::nullopt;
}
} // namespace

class GraphLimitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void absenceMeansNothing()
    {
        QVERIFY(signalsIn({}).isEmpty());
        QVERIFY(signalsIn({{"x-app-usage", "often"}, {"x-page-usage", "[]"},
                              {"x-business-use-case-usage", json("{'100':[{'type':'pages'")}})
                    .isEmpty());
    }

    void theAppsHourGovernsEveryOperation()
    {
        const auto found = signalsIn({{"x-app-usage", payload("header_x_app_usage")}});
        QCOMPARE(found.size(), 13);
        const auto reply = signalOf(found, Operation::Reply, u"app"_s);
        QVERIFY(reply);
        QCOMPARE(reply->percent, 28);
        QCOMPARE(reply->limit, -1);
        QVERIFY(reply->resetAt == Instant{} && reply->readAt == kNow);
        QCOMPARE(reply->evidence, u"x-app-usage"_s);
        QVERIFY(signalOf(found, Operation::DirectMessage, u"app"_s));
    }

    void theHighestOfThreePercentagesAndTheFullestEntryCount()
    {
        const auto found = signalsIn({{"x-business-use-case-usage",
            json("{'100':[{'type':'pages','call_count':10,'total_cputime':40,'total_time':20},"
                 "{'type':'messenger','call_count':3},{'type':'pages','call_count':35},{'type':'instagram','"
                 "call_count':99}]}")}});
        QCOMPARE(signalOf(found, Operation::ReadComments, u"pages"_s)->percent, 40);
        QCOMPARE(signalOf(found, Operation::Hide, u"pages"_s)->percent, 40);
        QCOMPARE(signalOf(found, Operation::PrivateReply, u"messenger"_s)->percent, 3);
        QVERIFY(!signalOf(found, Operation::DirectMessage, u"pages"_s));
        QVERIFY(!signalOf(found, Operation::Reply, u"messenger"_s));
    }

    void repeatedKeysAndJoinedHeadersAllCount_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("one key twice")
            << json("{'100':[{'type':'pages','call_count':90}],'100':[{'type':'pages','call_count':5}]}");
        QTest::newRow("two headers") << json(
            "{'100':[{'type':'pages','call_count':90}]}, {'100':[{'type':'pages','call_count':5}]}");
    }

    void repeatedKeysAndJoinedHeadersAllCount()
    {
        QFETCH(const QByteArray, header);
        QCOMPARE(useCaseUsageIn(header).size(), 2);
        const auto found = signalsIn({{"x-business-use-case-usage", header}});
        QCOMPARE(signalOf(found, Operation::Reply, u"pages"_s)->percent, 90);
    }

    void otherPagesCountOnlyWhereOursIsNotNamed()
    {
        const QByteArray both
            = json("{'200':[{'type':'pages','call_count':99}],'100':[{'type':'pages','call_count':7}]}");
        QCOMPARE(
            signalOf(signalsIn({{"x-business-use-case-usage", both}}), Operation::Reply, u"pages"_s)->percent,
            7);
        const QByteArray business = json("{'200':[{'type':'pages','call_count':55}]}");
        QCOMPARE(signalOf(signalsIn({{"x-business-use-case-usage", business}}), Operation::Reply, u"pages"_s)
                     ->percent,
            55);
    }

    void minutesToRegainAccessBecomeAMoment()
    {
        const auto found = signalsIn({{"x-business-use-case-usage",
            json("{'100':[{'type':'pages','call_count':100,'estimated_time_to_regain_access':19}]}")}});
        const auto reply = signalOf(found, Operation::Reply, u"pages"_s);
        QVERIFY(reply->resetAt == kNow + std::chrono::minutes(19));
        QCOMPARE(waitAfter({.limitSignals = found}, Operation::Reply),
            std::optional<milliseconds>(std::chrono::minutes(19)));
        QVERIFY(!waitAfter({.limitSignals = found}, Operation::DirectMessage));
    }

    void theOlderPageHeaderIsReadToo()
    {
        const auto found
            = signalsIn({{"x-page-usage", json("{'call_count':1,'total_time':64,'total_cputime':2}")},
                {"x-business-use-case-usage", json("{'100':[{'type':'pages','call_count':60}]}")}});
        const auto read = signalOf(found, Operation::ReadMentions, u"pages"_s);
        QCOMPARE(read->percent, 64);
        QCOMPARE(read->evidence, u"x-page-usage"_s);
    }

    /// Every signal finds its window, and every operation has at least one.
    void theTableKnowsEveryBudget()
    {
        const auto table = limitTableFor({.network = Network::Facebook});
        QVERIFY(table);
        for (const Budget budget : {Budget::App, Budget::Pages, Budget::Messenger}) {
            for (const Operation operation : operationsOf(budget)) {
                const QList<Window> windows = table->windowsOf(operation);
                const bool isKnown = std::any_of(windows.begin(), windows.end(),
                    [&](const Window &window) { return window.header == headerOf(budget); });
                QVERIFY2(isKnown, qPrintable(toString(operation) + u' ' + headerOf(budget)));
            }
        }
        QCOMPARE(table->gap, milliseconds(3000));
        for (const Window &window : table->windows) {
            QVERIFY(!window.source.isEmpty());
        }
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::GraphLimitsTest)
#include "graph_limits_test.moc"
