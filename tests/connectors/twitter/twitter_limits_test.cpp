#include "tests/connectors/twitter/answers.h"

#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::twitter;

namespace {
QHash<QByteArray, QByteArray> window(
    const QByteArray &key, const char *limit, const char *remaining, const char *reset)
{
    return {{key + "-limit", limit}, {key + "-remaining", remaining}, {key + "-reset", reset}};
}
} // namespace

/// What headers and error bodies tell of limits.
class TwitterLimitsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void retryAfterIsTheResetOnTheServersClock()
    {
        const auto full = outcomeOf(
            answerOf(429, payload("error_429_window"), window("x-rate-limit", "100", "0", "1763561100")));
        QCOMPARE(full.error.retryAfter, std::optional<milliseconds>(milliseconds(300'000)));
        // Refused although this window has room: another one, of which nothing is told, is full.
        const auto other = outcomeOf(
            answerOf(429, payload("error_429_legacy"), window("x-rate-limit", "100", "40", "1763561100")));
        QVERIFY(!other.error.retryAfter);
        const auto past = outcomeOf(answerOf(429, {}, window("x-rate-limit", "100", "0", "1763560000")));
        QCOMPARE(past.error.retryAfter, std::optional<milliseconds>(milliseconds(0)));
        auto both = window("x-rate-limit", "100", "0", "1763561100");
        both.insert(window("x-user-limit-24hour", "17", "0", "1763600800"));
        QCOMPARE(outcomeOf(answerOf(429, {}, both)).error.retryAfter,
            std::optional<milliseconds>(milliseconds(40'000'000)));
        QVERIFY(!outcomeOf(answerOf(429, {})).error.retryAfter);
    }

    void signalsComeFromEveryKnownHeader()
    {
        auto headers = window("x-rate-limit", "100", "99", "1763561100");
        headers.insert(window("x-app-limit-24hour", "10000", "9000", "1763600800"));
        headers.insert(window("x-user-limit-24hour", "17", "3", "1763600800"));
        const CallFacts facts = factsOf(answerOf(403, "{}", headers), Operation::Reply, instantFromMs(5));
        QCOMPARE(facts.limitSignals.size(), 3);
        const LimitSignal expected{.operation = Operation::Reply,
            .header = u"x-rate-limit"_s,
            .limit = 100,
            .remaining = 99,
            .resetAt = instantFromMs(1'763'561'100'000),
            .readAt = kServerTime,
            .evidence = u"x-rate-limit"_s};
        QVERIFY(facts.limitSignals.at(0) == expected);
        QCOMPARE(facts.limitSignals.at(1).header, u"x-app-limit-24hour"_s);
        QCOMPARE(facts.limitSignals.at(2).header, u"x-user-limit-24hour"_s);
        QCOMPARE(facts.httpStatus, 403);
        QVERIFY(facts.serverTime == kServerTime);
    }

    void incompleteAndOddHeadersTellNoMoreThanTheyCan_data()
    {
        QTest::addColumn<QByteArray>("limit");
        QTest::addColumn<QByteArray>("remaining");
        QTest::addColumn<QByteArray>("reset");
        QTest::addColumn<int>("told"); // the limit; -1: nothing at all
        const QByteArray reset = "1763561100";
        QTest::newRow("limit only, as captured") << QByteArray("100") << QByteArray() << QByteArray() << 100;
        QTest::newRow("no reset") << QByteArray("100") << QByteArray("0") << QByteArray() << 100;
        QTest::newRow("no limit") << QByteArray() << QByteArray("1") << reset << -1;
        QTest::newRow("no number") << QByteArray("many") << QByteArray("1") << reset << -1;
        QTest::newRow("negative") << QByteArray("100") << QByteArray("-1") << reset << 100;
        QTest::newRow("fraction") << QByteArray("100") << QByteArray("1.5") << reset << 100;
        QTest::newRow("reset in milliseconds")
            << QByteArray("100") << QByteArray("1") << QByteArray("1763561100000") << 100;
        QTest::newRow("reset too long")
            << QByteArray("100") << QByteArray("1") << QByteArray("99999999999999999999") << 100;
    }

    void incompleteAndOddHeadersTellNoMoreThanTheyCan()
    {
        QFETCH(const QByteArray, limit);
        QFETCH(const QByteArray, remaining);
        QFETCH(const QByteArray, reset);
        QFETCH(const int, told);
        const auto answer = answerOf(
            200, "{}", window("x-rate-limit", limit.constData(), remaining.constData(), reset.constData()));
        const QList<LimitSignal> found = limitSignals(answer, Operation::Reply, kServerTime);
        QCOMPARE(found.isEmpty(), told < 0);
        if (told >= 0) {
            QCOMPARE(found.at(0).limit, told);
            QCOMPARE(found.at(0).remaining, -1);
            QVERIFY(found.at(0).resetAt == Instant());
        }
    }

    void bodiesThatSpeakOfLimitsAreSignalsOfTheirKind_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("evidence");
        QTest::newRow("monthly cap")
            << 429
            << json("{'title':'UsageCapExceeded','period':'Monthly','scope':'Product','account_id':"
                    "1481719842498109440,'type':'https://api.twitter.com/2/problems/usage-capped'}")
            << u"cap"_s << u"usage-capped"_s << u"usage-capped, Monthly Product"_s;
        QTest::newRow("credits") << 402 << json("{'title':'CreditsDepleted','type':'x/problems/credits'}")
                                 << u"credits"_s << u"credits"_s << u"credits"_s;
        QTest::newRow("credits, bare") << 402 << QByteArray() << u"credits"_s << u"402"_s << u"402"_s;
        QTest::newRow("window") << 429 << payload("error_429_window") << u"window"_s << u"429"_s << u"429"_s;
        QTest::newRow("window, older")
            << 429 << payload("error_429_legacy") << u"window"_s << u"code 88"_s << u"code 88"_s;
        QTest::newRow("posts of a day, or of half an hour")
            << 403 << json("{'errors':[{'code':185,'message':'User is over daily status update limit.'}]}")
            << u"window"_s << u"code 185"_s << u"code 185"_s;
        QTest::newRow("lock") << 403 << json("{'errors':[{'code':326,'message':'locked'}]}") << u"lock"_s
                              << u"code 326"_s << u"code 326"_s;
        QTest::newRow("spam") << 403
                              << json("{'errors':[{'code':226,'message':'This request looks like it might be "
                                      "automated.'}]}")
                              << u"spam"_s << u"code 226"_s << u"code 226"_s;
        QTest::newRow("spam, by its words")
            << 403 << json("{'title':'Forbidden','detail':'This request looks like it might be automated.'}")
            << u"spam"_s << u"403"_s << u"403"_s;
        QTest::newRow("not about a limit")
            << 403 << payload("error_403_duplicate") << QString() << QString() << QString();
    }

    void bodiesThatSpeakOfLimitsAreSignalsOfTheirKind()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const QString, kind);
        QFETCH(const QString, name);
        QFETCH(const QString, evidence);
        const auto found = limitSignals(answerOf(status, body), Operation::DirectMessage, kServerTime);
        QCOMPARE(found.size(), kind.isEmpty() ? 0 : 1);
        if (!kind.isEmpty()) {
            QCOMPARE(toString(found.at(0).kind), kind);
            QCOMPARE(found.at(0).header, name);
            QCOMPARE(found.at(0).evidence, evidence);
            QVERIFY(found.at(0).operation == Operation::DirectMessage);
        }
    }

    void fullWindowInHeadersIsToldOnce()
    {
        const auto answer
            = answerOf(429, payload("error_429_window"), window("x-rate-limit", "100", "0", "1763561100"));
        QCOMPARE(limitSignals(answer, Operation::Reply, kServerTime).size(), 1);
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::TwitterLimitsTest)
#include "twitter_limits_test.moc"
