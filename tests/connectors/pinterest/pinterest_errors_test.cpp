#include "connectors/pinterest/pinterest_errors.h"

#include "connectors/pinterest/pinterest_limits.h"
#include "tests/connectors/pinterest/pinterest_fixture.h"

#include "app/network/limit_table.h"

#include <QJsonArray>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::pinterest;

namespace {
using Headers = QHash<QByteArray, QByteArray>;

const Instant kNow = instantFromMs(1'763'560'800'000);
const Quota kWrites{.category = u"org_write"_s, .operations = {Operation::Reply}};

HttpAnswer answered(int status, const QByteArray &body, const Headers &headers = {})
{
    return {.status = status, .headers = headers, .body = body, .error = {}, .serverTime = kNow};
}

Outcome refused(int status, const QByteArray &body, const Headers &headers = {},
    const QString &sent = u"Thank you, Maria!"_s)
{
    const HttpAnswer answer = answered(status, body, headers);
    return refusalOfWrite(answer, factsOf(answer, kWrites, kNow), sent)
        .value_or(Outcome{.remoteId = u"accepted"_s});
}
} // namespace

class PinterestErrorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void documentedErrorsAreTheErrorsTheyAre()
    {
        const QJsonArray examples = QJsonDocument::fromJson(payload("v5_documented_errors"))
                                        .object()
                                        .value(u"examples"_s)
                                        .toArray();
        const QStringList expected{
            u"forbidden"_s, u"not-found"_s, u"not-found"_s, u"bad-request"_s, u"unauthorised"_s};
        QCOMPARE(examples.size(), expected.size());
        for (qsizetype i = 0; i < expected.size(); ++i) {
            const QJsonObject example = examples.at(i).toObject();
            const QJsonObject body = example.value(u"body"_s).toObject();
            const HttpAnswer answer
                = answered(example.value(u"status"_s).toInt(), QJsonDocument(body).toJson());
            CallFacts facts;
            const auto error = errorOfRead(answer, facts);
            QVERIFY(error);
            QCOMPARE(toString(error->code), expected.at(i));
            QVERIFY(error->detail.contains(body.value(u"message"_s).toString()));
        }
    }

    void codeIsPinterestsOwnNumber()
    {
        CallFacts facts;
        const auto thing = errorOfRead(
            answered(401, json("{'code':7,'message':'Not authorized to access board or Pin.'}")), facts);
        QCOMPARE(toString(thing->code), u"forbidden"_s);
        QVERIFY(isAboutOneThing(*thing));
        const auto token
            = errorOfRead(answered(401, json("{'code':2,'message':'Authentication failed.'}")), facts);
        QCOMPARE(toString(token->code), u"unauthorised"_s);
        QVERIFY(!isAboutOneThing(*token));
        QCOMPARE(token->detail, u"status 401: code 2: Authentication failed."_s);
    }

    void refusedWritesAreRejectedOrNotCarriedOutOrUnknown_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("kind");
        const auto row
            = [](const char *name, int status, const char *body, const QString &code, OutcomeKind kind) {
                  QTest::newRow(name) << status << json(body) << code << int(kind);
              };
        row("too long", 400, "{'code':1,'message':'x'}", u"bad-request"_s, OutcomeKind::Rejected);
        row("token", 401, "{'code':2,'message':'x'}", u"unauthorised"_s, OutcomeKind::NotCarriedOut);
        row("pin is not for us", 401, "{'code':7,'message':'x'}", u"forbidden"_s, OutcomeKind::Rejected);
        row("forbidden", 403, "{'code':29,'message':'x'}", u"forbidden"_s, OutcomeKind::Rejected);
        row("gone", 404, "{'code':50,'message':'Pin not found.'}", u"not-found"_s, OutcomeKind::Rejected);
        row("somebody has the board", 409, "{'code':409,'message':'x'}", u"busy"_s,
            OutcomeKind::NotCarriedOut);
        row("limit", 429, "{'code':8,'message':'x'}", u"rate-limited"_s, OutcomeKind::NotCarriedOut);
        row("no body", 429, "", u"rate-limited"_s, OutcomeKind::NotCarriedOut);
        row("spam in detail", 429, "{'message':'Blocked','message_detail':'it may be spam'}", u"spam"_s,
            OutcomeKind::NotCarriedOut);
        row("spam in message", 429, "{'code':8,'message':'Looks like SPAM to us'}", u"spam"_s,
            OutcomeKind::NotCarriedOut);
        row("fault", 503, "<html>", u"server-fault"_s, OutcomeKind::Unknown);
        row("nonsense", 302, "", u"unknown-outcome"_s, OutcomeKind::Unknown);
    }

    void refusedWritesAreRejectedOrNotCarriedOutOrUnknown()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const QString, code);
        QFETCH(const int, kind);
        const Outcome outcome = refused(status, body);
        QCOMPARE(toString(outcome.error.code), code);
        QCOMPARE(int(outcome.kind), kind);
        QVERIFY(outcome.remoteId.isEmpty());
    }

    void spamIsAVerdictAndNoWindow()
    {
        const Outcome spam = refused(429, json("{'message':'Sorry','message_detail':'may be spam'}"),
            {{"x-ratelimit-limit", "100"}, {"x-ratelimit-remaining", "7"}, {"x-ratelimit-reset", "30"}});
        QVERIFY(!spam.error.retryAfter);
        QCOMPARE(spam.facts.limitSignals.size(), 2);
        QVERIFY(spam.facts.limitSignals.at(0).kind == LimitKind::Window);
        QVERIFY(spam.facts.limitSignals.at(1).kind == LimitKind::Spam);
        QVERIFY(spam.facts.limitSignals.at(1).operation == Operation::Reply);
    }

    void waitIsToldByTheHeadersOrIsAMinute_data()
    {
        QTest::addColumn<QByteArray>("limit");
        QTest::addColumn<QByteArray>("remaining");
        QTest::addColumn<QByteArray>("reset");
        QTest::addColumn<qint64>("seconds");
        const QByteArray none;
        QTest::newRow("seconds to go") << QByteArray("100") << QByteArray("0") << QByteArray("42") << 42LL;
        QTest::newRow("largest number of seconds")
            << QByteArray("100") << QByteArray("0") << QByteArray("9999999") << 9999999LL;
        QTest::newRow("Unix time") << QByteArray("100") << QByteArray("0") << QByteArray("1763560842")
                                   << 42LL;
        QTest::newRow("Unix time in the past")
            << QByteArray("100") << QByteArray("0") << QByteArray("1763560000") << 0LL;
        QTest::newRow("with a policy")
            << QByteArray("100, 100;w=60") << QByteArray("0") << QByteArray("42") << 42LL;
        QTest::newRow("writes on one object")
            << QByteArray("100") << QByteArray("93") << QByteArray("42") << 60LL;
        QTest::newRow("nothing told") << none << none << none << 60LL;
        QTest::newRow("not numbers") << QByteArray("many") << QByteArray("none") << QByteArray("soon")
                                     << 60LL;
        QTest::newRow("reset not told") << QByteArray("100") << QByteArray("0") << none << 60LL;
        QTest::newRow("reset beyond all time")
            << QByteArray("100") << QByteArray("0") << QByteArray("99999999999999") << 60LL;
    }

    void waitIsToldByTheHeadersOrIsAMinute()
    {
        QFETCH(const QByteArray, limit);
        QFETCH(const QByteArray, remaining);
        QFETCH(const QByteArray, reset);
        QFETCH(const qint64, seconds);
        const Outcome outcome = refused(429, json("{'code':8,'message':'x'}"),
            {{"x-ratelimit-limit", limit}, {"x-ratelimit-remaining", remaining},
                {"x-ratelimit-reset", reset}});
        QVERIFY(outcome.error.retryAfter == std::optional<milliseconds>(std::chrono::seconds(seconds)));
    }

    void firstApisHeadersHadNoReset()
    {
        const QJsonObject headers = QJsonDocument::fromJson(payload("historical_v1_pin_counts_comments"))
                                        .object()
                                        .value(u"headers"_s)
                                        .toObject();
        Headers lower;
        for (auto header = headers.begin(); header != headers.end(); ++header) {
            lower.insert(header.key().toLower().toLatin1(), header.value().toString().toLatin1());
        }
        const QList<LimitSignal> told = limitSignals(answered(200, "{}", lower), kWrites, kNow);
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.constFirst().limit, 10);
        QCOMPARE(told.constFirst().remaining, 8);
        QVERIFY(told.constFirst().resetAt == Instant());
    }

    void lostAnswersAreUnknownUnlessNothingLeft()
    {
        const auto without
            = [](ErrorCode code) { return refusalOfWrite({.error = Error{.code = code}}, {}, {})->kind; };
        QVERIFY(without(ErrorCode::Offline) == OutcomeKind::NotCarriedOut);
        QVERIFY(without(ErrorCode::Usage) == OutcomeKind::NotCarriedOut);
        QVERIFY(without(ErrorCode::Timeout) == OutcomeKind::Unknown);
        QVERIFY(without(ErrorCode::UnknownOutcome) == OutcomeKind::Unknown);
    }

    void replyIsNeverQuoted()
    {
        const Outcome outcome
            = refused(400, json("{'code':1,'message':'Bad text: THANK you,  maria! is not ok'}"));
        QVERIFY(!outcome.error.detail.contains(u"aria"_s));
        QVERIFY(outcome.error.detail.contains(u"code 1"_s));
        const Outcome plain = refused(400, json("{'code':1,'message':'No links.'}"));
        QCOMPARE(plain.error.detail, u"status 400: code 1: No links."_s);
        QVERIFY(refused(400, json("{'message':'") + QByteArray(5000, 'x') + json("'}")).error.detail.size()
            <= 300);
    }

    void limitsDependOnTheKindOfAccess()
    {
        const Account standard{.network = Network::Pinterest};
        const Account trial{.network = Network::Pinterest, .settings = {{u"access"_s, u"trial"_s}}};
        const auto perMinute = limitTableFor(standard);
        const auto perDay = limitTableFor(trial);
        QVERIFY(perMinute && perDay);
        const auto limitOf = [](const LimitTable &table, Operation operation, const QString &name) {
            for (const Window &window : table.windowsOf(operation)) {
                if (window.name == name) {
                    return window.limit;
                }
            }
            return -1;
        };
        QCOMPARE(limitOf(*perMinute, Operation::Reply, u"1 min"_s), 100);
        QCOMPARE(limitOf(*perMinute, Operation::Reply, u"24 h"_s), -1);
        QCOMPARE(limitOf(*perDay, Operation::Reply, u"1 min"_s), -1);
        QCOMPARE(limitOf(*perMinute, Operation::ReadMetrics, u"1 min"_s), 1000);
        QCOMPARE(limitOf(*perMinute, Operation::ReadMetrics, u"1 min, analytics"_s), 60);
        int writes = 0;
        int reads = 0;
        for (const Window &window : perDay->windows) {
            if (window.length == std::chrono::hours(24)) {
                const bool isWrite
                    = window.operation == Operation::Reply || window.operation == Operation::Remove;
                (isWrite ? writes : reads) += window.limit;
            }
        }
        QCOMPARE(writes, 300);
        QCOMPARE(reads, 1000);
        QVERIFY(perMinute->gap
            >= std::chrono::seconds(5)); // several writes on one object in a short time are refused
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::PinterestErrorsTest)
#include "pinterest_errors_test.moc"
