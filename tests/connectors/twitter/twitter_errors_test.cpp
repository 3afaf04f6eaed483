#include "tests/connectors/twitter/answers.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::twitter;

namespace {
QByteArray problem(const QJsonObject &members)
{
    return QJsonDocument(members).toJson();
}

QString nameOf(OutcomeKind kind)
{
    switch (kind) {
    case OutcomeKind::Accepted:
        return u"accepted"_s;
    case OutcomeKind::Rejected:
        return u"rejected"_s;
    case OutcomeKind::NotCarriedOut:
        return u"not carried out"_s;
    case OutcomeKind::Unknown:
        return u"unknown"_s;
    }
    return {};
}
} // namespace

class TwitterErrorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAnswerToAReplyIsOneOfFourOutcomes_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("code"); // empty: not looked at
        const QString rejected = u"rejected"_s;
        const QString notYet = u"not carried out"_s;
        const QString unknown = u"unknown"_s;
        QTest::newRow("created") << 201 << payload("create_post_201") << u"accepted"_s << QString();
        QTest::newRow("created, without an id")
            << 201 << json("{'data':{}}") << unknown << u"unknown-outcome"_s;
        QTest::newRow("created, cut short")
            << 201 << json("{'data':{'id':'14") << unknown << u"unknown-outcome"_s;
        QTest::newRow("created, empty") << 201 << QByteArray() << unknown << u"unknown-outcome"_s;
        QTest::newRow("accepted for later") << 202 << QByteArray("{}") << unknown << u"unknown-outcome"_s;
        QTest::newRow("bad field")
            << 400
            << json("{'title':'Invalid Request','type':'https://api.twitter.com/2/problems/invalid-request',"
                    "'errors':[{'message':'text is too long','parameters':{'text':['x']}}]}")
            << rejected << u"bad-request"_s;
        QTest::newRow("token") << 401 << json("{'title':'Unauthorized','type':'about:blank','status':401}")
                               << notYet << u"unauthorised"_s;
        QTest::newRow("token, code 89")
            << 401 << json("{'errors':[{'code':89,'message':'Invalid or expired token.'}]}") << notYet
            << u"unauthorised"_s;
        QTest::newRow("token, code 32")
            << 403 << json("{'errors':[{'code':32,'message':'Could not authenticate you.'}]}") << notYet
            << u"unauthorised"_s;
        QTest::newRow("credits") << 402 << json("{'title':'CreditsDepleted','type':'x/problems/credits'}")
                                 << notYet << u"credits-depleted"_s;
        QTest::newRow("duplicate") << 403 << payload("error_403_duplicate") << rejected
                                   << u"duplicate-content"_s;
        QTest::newRow("duplicate, code 187")
            << 403 << json("{'errors':[{'code':187,'message':'Status is a duplicate.'}]}") << rejected
            << u"duplicate-content"_s;
        QTest::newRow("not summoned")
            << 403 << payload("error_403_not_summoned") << rejected << u"not-summoned"_s;
        QTest::newRow("not permitted")
            << 403 << json("{'detail':'You are not permitted to perform this action.','title':'Forbidden'}")
            << rejected << u"forbidden"_s;
        QTest::newRow("daily limit, code 185")
            << 403 << json("{'errors':[{'code':185,'message':'User is over daily status update limit.'}]}")
            << notYet << u"rate-limited"_s;
        QTest::newRow("daily limit, words")
            << 403 << json("{'detail':'User is over daily status update limit.','title':'Forbidden'}")
            << notYet << u"rate-limited"_s;
        QTest::newRow("spam") << 403 << json("{'errors':[{'code':226,'message':'might be automated'}]}")
                              << notYet << u"spam"_s;
        QTest::newRow("locked") << 403 << json("{'errors':[{'code':326,'message':'locked'}]}") << notYet
                                << u"forbidden"_s;
        QTest::newRow("app not enrolled") << 403
                                          << json("{'reason':'client-not-enrolled','title':'Client "
                                                  "Forbidden','type':'x/problems/client-forbidden'}")
                                          << notYet << u"forbidden"_s;
        QTest::newRow("window") << 429 << payload("error_429_window") << notYet << u"rate-limited"_s;
        QTest::newRow("window, code 88") << 429 << payload("error_429_legacy") << notYet << u"rate-limited"_s;
        QTest::newRow("cap") << 429
                             << json("{'title':'UsageCapExceeded','period':'Monthly','scope':'Product','type'"
                                     ":'x/problems/usage-capped'}")
                             << notYet << u"cap-reached"_s;
        QTest::newRow("window, no body") << 429 << QByteArray() << notYet << u"rate-limited"_s;
        QTest::newRow("parent gone") << 404 << QByteArray("{}") << rejected << u"not-found"_s;
        QTest::newRow("parent gone for good") << 410 << QByteArray("{}") << rejected << u"not-found"_s;
        QTest::newRow("server fault") << 500 << QByteArray("<html>") << unknown << u"server-fault"_s;
        QTest::newRow("over capacity")
            << 503 << json("{'title':'Service Unavailable'}") << unknown << u"server-fault"_s;
        QTest::newRow("server fault with a code")
            << 503 << json("{'errors':[{'code':88}]}") << unknown << u"server-fault"_s;
        QTest::newRow("odd") << 418 << QByteArray() << unknown << u"unknown-outcome"_s;
        QTest::newRow("no content") << 204 << QByteArray() << unknown << u"unknown-outcome"_s;
    }

    void everyAnswerToAReplyIsOneOfFourOutcomes()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const QString, kind);
        QFETCH(const QString, code);
        const Outcome outcome = outcomeOf(answerOf(status, body));
        QCOMPARE(nameOf(outcome.kind), kind);
        if (!code.isEmpty()) {
            QCOMPARE(toString(outcome.error.code), code);
            QVERIFY(!outcome.error.detail.isEmpty());
        }
        QCOMPARE(outcome.facts.httpStatus, status);
    }

    void lostAnswersAreUnknownUnlessNothingLeft_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("kind");
        QTest::newRow("offline") << int(ErrorCode::Offline) << u"not carried out"_s;
        QTest::newRow("refused by us") << int(ErrorCode::Usage) << u"not carried out"_s;
        QTest::newRow("no token file") << int(ErrorCode::Io) << u"not carried out"_s;
        QTest::newRow("no token") << int(ErrorCode::Unauthorised) << u"not carried out"_s;
        QTest::newRow("timeout") << int(ErrorCode::Timeout) << u"unknown"_s;
        QTest::newRow("dropped") << int(ErrorCode::UnknownOutcome) << u"unknown"_s;
    }

    void lostAnswersAreUnknownUnlessNothingLeft()
    {
        QFETCH(const int, code);
        QFETCH(const QString, kind);
        const Outcome outcome = outcomeOf({.error = Error{.code = ErrorCode(code)}});
        QCOMPARE(nameOf(outcome.kind), kind);
        QVERIFY(outcome.error.code == ErrorCode(code));
    }

    /// A 201 of which the end was lost: the id may be there, but whether all of it is cannot be known.
    void cutShortAnswerIsUnknownWhateverItsStatus()
    {
        for (const int status : {201, 400, 403, 429}) {
            HttpAnswer answer = answerOf(status, payload("create_post_201"));
            answer.error = Error{.code = ErrorCode::UnknownOutcome};
            QCOMPARE(nameOf(outcomeOf(answer).kind), u"unknown"_s);
        }
    }

    void refusalOfAMessageIsAboutThePerson()
    {
        const QByteArray refused = json("{'title':'Forbidden','detail':'You cannot message this user.'}");
        const Outcome toPerson = outcomeOf(answerOf(403, refused), kSent, Operation::DirectMessage);
        QCOMPARE(nameOf(toPerson.kind), u"rejected"_s);
        QCOMPARE(toString(toPerson.error.code), u"person-unreachable"_s);
        const Outcome locked = outcomeOf(answerOf(403, json("{'errors':[{'code':326,'message':'locked'}]}")),
            kSent, Operation::DirectMessage);
        QCOMPARE(nameOf(locked.kind), u"not carried out"_s);
        QCOMPARE(toString(locked.error.code), u"forbidden"_s);
    }

    void detailIsTheNetworksOwnWordsAndShort()
    {
        QCOMPARE(outcomeOf(answerOf(403, payload("error_403_duplicate"))).error.detail,
            u"Forbidden: You are not allowed to create a Tweet with duplicate content."_s);
        QCOMPARE(errorOfProblem(429, payload("error_429_legacy")).detail, u"Rate limit exceeded"_s);
        QCOMPARE(errorOfProblem(429, payload("error_429_window")).detail, u"Too Many Requests"_s);
        QCOMPARE(errorOfProblem(500, "<html>").detail, u"status 500"_s);
        const QByteArray longWords = problem({{u"detail"_s, QString(5000, u'x')}});
        QCOMPARE(errorOfProblem(400, longWords).detail.size(), 300);
    }

    void detailNeverQuotesWhatWeSent_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("whole") << u"Bad text: "_s + kSent;
        QTest::newRow("part") << u"near 'our warehouse this'"_s;
        QTest::newRow("other case and spaces") << kSent.toUpper().replace(u' ', u"  "_s);
        QTest::newRow("only it") << kSent;
    }

    void detailNeverQuotesWhatWeSent()
    {
        QFETCH(const QString, words);
        const QByteArray body = problem({{u"title"_s, u"Invalid Request"_s}, {u"detail"_s, words}});
        QCOMPARE(outcomeOf(answerOf(400, body)).error.detail, u"Invalid Request"_s);
        const QByteArray inTitle = problem({{u"title"_s, words}});
        QCOMPARE(
            outcomeOf(answerOf(400, inTitle)).error.detail, u"status 400; the network quotes the reply"_s);
    }

    void readErrorsAreMapped_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::newRow("bad request") << 400 << QByteArray("{}") << u"bad-request"_s;
        QTest::newRow("token") << 401 << QByteArray("{}") << u"unauthorised"_s;
        QTest::newRow("credits") << 402 << QByteArray("{}") << u"credits-depleted"_s;
        QTest::newRow("forbidden") << 403 << QByteArray("{}") << u"forbidden"_s;
        QTest::newRow("missing") << 404 << QByteArray("{}") << u"not-found"_s;
        QTest::newRow("window") << 429 << payload("error_429_window") << u"rate-limited"_s;
        QTest::newRow("fault") << 502 << QByteArray() << u"server-fault"_s;
        QTest::newRow("odd") << 204 << QByteArray() << u"malformed-answer"_s;
    }

    void readErrorsAreMapped()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const QString, code);
        const auto error = errorOfRead(answerOf(status, body), {});
        QVERIFY(error);
        QCOMPARE(toString(error->code), code);
        QVERIFY(!errorOfRead(answerOf(200, "{}"), {}));
    }

    void refusedSelectorIsRecognised()
    {
        const QByteArray named = json(
            "{'errors':[{'parameters':{'tweet.fields':['x']},'message':'[tweet.fields] is not one of "
            "[post.fields]'}],"
            "'title':'Invalid Request','detail':'One or more parameters to your request was invalid.'}");
        QVERIFY(refusesSelector(answerOf(400, named)));
        QVERIFY(refusesSelector(
            answerOf(400, json("{'title':'Invalid Request','parameter':'post.fields','detail':'unknown'}"))));
        QVERIFY(refusesSelector(answerOf(400,
            json("{'detail':'The expansions query parameter value [referenced_posts] is not one of …'}"))));
        QVERIFY(!refusesSelector(answerOf(400, json("{'detail':'since_id is too old'}"))));
        QVERIFY(!refusesSelector(answerOf(403, named)));
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::TwitterErrorsTest)
#include "twitter_errors_test.moc"
