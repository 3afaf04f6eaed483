#include "connectors/facebook/graph_errors.h"
#include "tests/connectors/facebook/page_fixture.h"

#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::facebook;

namespace {
const Instant kNow = instantFromMs(1'763'560'800'000);
const CallContext kReply{
    .operation = Operation::Reply, .now = kNow, .sent = u"Sorry about the broken kettle, Anna"_s};

HttpAnswer answerOf(int status, const QByteArray &body)
{
    return {.status = status, .body = body, .error = {}, .serverTime = kNow};
}

Outcome outcomeOf(int status, const QByteArray &body)
{
    return outcomeOfWrite(
        answerOf(status, body), {.httpStatus = status, .serverTime = kNow}, kReply, u"id"_s);
}

QString nameOf(OutcomeKind kind)
{
    switch (kind) {
    case OutcomeKind::Accepted:
        return u"accepted"_s;
    case OutcomeKind::Rejected:
        return u"rejected"_s;
    case OutcomeKind::NotCarriedOut:
        return u"not-carried-out"_s;
    case OutcomeKind::Unknown:
        break;
    }
    return u"unknown"_s;
}
} // namespace

class GraphErrorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasItsOutcome_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("subcode");
        QTest::addColumn<QString>("error");
        QTest::addColumn<QString>("kind");
        const auto add = [](int code, int subcode, const char *error, const char *kind) {
            QTest::newRow(qPrintable(u"%1/%2"_s.arg(code).arg(subcode)))
                << code << subcode << QString::fromLatin1(error) << QString::fromLatin1(kind);
        };
        for (const int code : {1, 2}) {
            add(code, 0, "server-fault", "unknown");
        }
        add(3, 0, "forbidden", "rejected");
        add(10, 0, "forbidden", "rejected");
        add(200, 0, "forbidden", "rejected");
        add(283, 0, "forbidden", "rejected");
        add(299, 0, "forbidden", "rejected");
        add(10, 2018278, "window-closed", "rejected");
        add(10, 2534022, "window-closed", "rejected");
        add(1545041, 0, "window-closed", "rejected");
        add(10, 1893063, "spam", "not-carried-out");
        add(368, 0, "spam", "not-carried-out");
        add(100, 0, "bad-request", "rejected");
        add(100, 33, "not-found", "rejected");
        add(506, 0, "duplicate-content", "rejected");
        add(10900, 0, "already-replied", "rejected");
        add(551, 0, "person-unreachable", "rejected");
        add(551, 1545041, "person-unreachable", "rejected");
        add(10903, 0, "person-unreachable", "rejected");
        for (const int code : {4, 17, 32, 341, 613, 80001, 80006}) {
            add(code, 0, "rate-limited", "not-carried-out");
        }
        add(613, 1996, "rate-limited", "not-carried-out");
        add(102, 0, "unauthorised", "not-carried-out");
        for (const int subcode : {458, 459, 460, 463, 464, 467}) {
            add(190, subcode, "unauthorised", "not-carried-out");
        }
        add(77777, 0, "bad-request", "rejected"); // not in the list, and refused
    }

    /// The code decides, not the status: the network sends 400, 403 or 500 with any of them.
    void everyCodeHasItsOutcome()
    {
        QFETCH(const int, code);
        QFETCH(const int, subcode);
        QFETCH(const QString, error);
        QFETCH(const QString, kind);
        for (const int status : {400, 403, 500, 200}) {
            if (code == 77777 && (status == 500 || status == 200)) {
                continue;
            }
            const Outcome outcome = outcomeOf(status, graphError(code, subcode));
            QCOMPARE(nameOf(outcome.kind), kind);
            if (code == 77777 && status == 403) {
                QCOMPARE(toString(outcome.error.code), u"forbidden"_s);
                continue;
            }
            QCOMPARE(toString(outcome.error.code), error);
            CallFacts facts{.httpStatus = status};
            const auto read = errorOfRead(answerOf(status, graphError(code, subcode)), facts, kReply);
            QVERIFY(read);
            QCOMPARE(toString(read->code), error);
        }
    }

    void withoutAnEnvelopeTheStatusDecides_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("error");
        QTest::addColumn<QString>("kind");
        QTest::newRow("400") << 400 << u"bad-request"_s << u"rejected"_s;
        QTest::newRow("401") << 401 << u"unauthorised"_s << u"not-carried-out"_s;
        QTest::newRow("404") << 404 << u"not-found"_s << u"rejected"_s;
        QTest::newRow("429") << 429 << u"rate-limited"_s << u"not-carried-out"_s;
        QTest::newRow("500") << 500 << u"server-fault"_s << u"unknown"_s;
        QTest::newRow("503") << 503 << u"server-fault"_s << u"unknown"_s;
    }

    void withoutAnEnvelopeTheStatusDecides()
    {
        QFETCH(const int, status);
        QFETCH(const QString, error);
        QFETCH(const QString, kind);
        const Outcome outcome = outcomeOf(status, "<html>");
        QCOMPARE(nameOf(outcome.kind), kind);
        QCOMPARE(toString(outcome.error.code), error);
    }

    void unknownCodeThatIsTransientIsUnknown()
    {
        QVERIFY(outcomeOf(400, json("{'error':{'code':77777,'is_transient':true}}")).kind
            == OutcomeKind::Unknown);
    }

    void successMustNameThePost()
    {
        QVERIFY(outcomeOf(200, json("{'id':'9_3'}")).kind == OutcomeKind::Accepted);
        QCOMPARE(outcomeOf(200, json("{'id':'9_3'}")).remoteId, u"9_3"_s);
        for (const QByteArray &body :
            {QByteArray("{}"), QByteArray("true"), json("{'success':true}"), QByteArray()}) {
            QVERIFY(outcomeOf(200, body).kind == OutcomeKind::Unknown);
        }
    }

    void whatIsDoneToAPostIsToldByItsSuccess()
    {
        const auto done = [](const QByteArray &body) {
            return outcomeOfWrite(answerOf(200, body), {}, {.operation = Operation::Hide}, {}, u"9_3"_s);
        };
        QVERIFY(done(json("{'success':true}")).kind == OutcomeKind::Accepted);
        QCOMPARE(done(json("{'success':true}")).remoteId, u"9_3"_s);
        QVERIFY(done(json("{'id':'9_3'}")).kind == OutcomeKind::Accepted);
        QVERIFY(done(json("{'success':false}")).kind == OutcomeKind::Rejected);
        QVERIFY(done("[]").kind == OutcomeKind::Unknown);
    }

    void flatErrorsOfTheLoginAddressesAreReadToo()
    {
        CallFacts facts;
        const auto error = errorOfRead(
            answerOf(400, json("{'error_type':'OAuthException','code':190,'error_message':'bad'}")), facts,
            {});
        QVERIFY(error && error->code == ErrorCode::Unauthorised);
    }

    void limitsInABodyAreSignals_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("header");
        QTest::newRow("app") << 4 << u"app"_s;
        QTest::newRow("person") << 17 << u"app"_s;
        QTest::newRow("page by a person") << 32 << u"pages"_s;
        QTest::newRow("page") << 80001 << u"pages"_s;
        QTest::newRow("messenger") << 80006 << u"messenger"_s;
        QTest::newRow("custom") << 613 << u"613"_s;
    }

    void limitsInABodyAreSignals()
    {
        QFETCH(const int, code);
        QFETCH(const QString, header);
        const Outcome outcome = outcomeOf(400, graphError(code));
        QCOMPARE(outcome.facts.limitSignals.size(), 1);
        const LimitSignal &signal = outcome.facts.limitSignals.at(0);
        QVERIFY(signal.operation == Operation::Reply && signal.kind == LimitKind::Window);
        QCOMPARE(signal.header, header);
        QCOMPARE(signal.percent, 100);
        QCOMPARE(signal.evidence, u"code %1"_s.arg(code));
        QVERIFY(!outcome.error.retryAfter);
    }

    void headerTellsHowLongToStayAway()
    {
        CallFacts facts{.limitSignals = {{.operation = Operation::Reply,
                            .header = u"pages"_s,
                            .percent = 96,
                            .resetAt = kNow + std::chrono::minutes(12),
                            .readAt = kNow}}};
        const Outcome outcome = outcomeOfWrite(answerOf(400, graphError(80001)), facts, kReply, u"id"_s);
        QCOMPARE(outcome.error.retryAfter, std::optional<milliseconds>(std::chrono::minutes(12)));
        QCOMPARE(outcome.facts.limitSignals.size(), 1);
        QCOMPARE(outcome.facts.limitSignals.at(0).percent, 100); // the body knows better
    }

    void spamIsToldApartFromLimits()
    {
        const Outcome blocked = outcomeOf(400, graphError(368));
        QCOMPARE(blocked.facts.limitSignals.size(), 1);
        QVERIFY(blocked.facts.limitSignals.at(0).kind == LimitKind::Spam);
        QCOMPARE(blocked.facts.limitSignals.at(0).evidence, u"code 368"_s);
        const Outcome restricted = outcomeOf(400, graphError(10, 1893063));
        QVERIFY(restricted.facts.limitSignals.at(0).kind == LimitKind::Spam);
        QCOMPARE(restricted.facts.limitSignals.at(0).header, u"1893063"_s);
    }

    void detailsHoldTheNetworksWordsAndTheTrace()
    {
        const QString detail
            = outcomeOf(400, graphError(10, 2018278, "(#10) outside of allowed window")).error.detail;
        QCOMPARE(detail, u"(#10) outside of allowed window (code 10/2018278, trace Trace_1)"_s);
    }

    void detailsHoldNeitherTokensNorWhatWasSent()
    {
        const QByteArray token = "EAABsbCS1iHgBAKZCzZBZCZC2ZAZBkZCZCwmZA";
        const QString detail
            = outcomeOf(400, graphError(190, 0, "Malformed access token " + token)).error.detail;
        QVERIFY(!detail.contains(QString::fromLatin1(token)));
        QVERIFY(detail.startsWith(u"Malformed access token"_s));
        const QString quoting
            = outcomeOf(400, graphError(506, 0, "Duplicate: sorry about the BROKEN kettle")).error.detail;
        QVERIFY(!quoting.contains(u"kettle"_s));
        QVERIFY(quoting.contains(u"506"_s));
    }

    void personsTokenIsToldWhatToDo()
    {
        QVERIFY(outcomeOf(400, graphError(32)).error.detail.contains(u"/me/accounts"_s));
    }

    void lostAnswersAreUnknownAndUnsentOnesAreNot_data()
    {
        QTest::addColumn<QString>("error");
        QTest::addColumn<QString>("kind");
        QTest::newRow("timeout") << u"timeout"_s << u"unknown"_s;
        QTest::newRow("lost") << u"unknown-outcome"_s << u"unknown"_s;
        QTest::newRow("offline") << u"offline"_s << u"not-carried-out"_s;
        QTest::newRow("usage") << u"usage"_s << u"not-carried-out"_s;
    }

    void lostAnswersAreUnknownAndUnsentOnesAreNot()
    {
        QFETCH(const QString, error);
        QFETCH(const QString, kind);
        const HttpAnswer answer{.error = Error{.code = errorCodeFromString(error)}};
        QCOMPARE(nameOf(outcomeOfWrite(answer, {}, kReply, u"id"_s).kind), kind);
    }

    void onlyABadParameterMayBeAFieldName()
    {
        QVERIFY(refusesFields(answerOf(400, graphError(100))));
        QVERIFY(!refusesFields(answerOf(400, graphError(100, 33))));
        QVERIFY(!refusesFields(answerOf(400, graphError(10))));
        QVERIFY(!refusesFields(answerOf(500, "no")));
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::GraphErrorsTest)
#include "graph_errors_test.moc"
