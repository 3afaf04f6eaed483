#include "connectors/oauth/app_secret_proof.h"
#include "connectors/oauth/token_answer.h"

#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
/// JSON with single quotes for double ones, which keeps it readable here.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

HttpAnswer answer(int status, const QByteArray &body, const QByteArray &retryAfter = {})
{
    HttpAnswer made{.status = status, .body = body, .error = std::nullopt};
    if (!retryAfter.isEmpty()) {
        made.headers.insert("retry-after", retryAfter);
    }
    return made;
}

const Instant kNow = instantFromMs(1'763'560'800'000);
} // namespace

class TokenAnswerTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersOfThreeNetworksAreRead()
    {
        const auto x = tokenJson(answer(200,
                                     json("{'token_type':'bearer','expires_in':7200,'access_token':'A1','"
                                          "scope':'tweet.read users.read',"
                                          "'refresh_token':'R1'}")))
                           .and_then([](const QJsonObject &object) { return tokensIn(object, kNow); });
        QVERIFY(x.has_value());
        QCOMPARE(x->access, QByteArray("A1"));
        QCOMPARE(x->refresh, QByteArray("R1"));
        QCOMPARE(x->scopes, QStringList({u"tweet.read"_s, u"users.read"_s}));
        QVERIFY(*x->expiresAt == kNow + std::chrono::hours(2));
        QVERIFY(renewalDue(*x) == kNow + std::chrono::minutes(96));

        const auto pinterest
            = tokenJson(
                answer(200,
                    json("{'access_token':'pina_1','token_type':'bearer','expires_in':2592000,'refresh_token'"
                         ":'pinr.1',"
                         "'refresh_token_expires_in':5184000,'scope':'pins:read,boards:read','response_type':"
                         "'authorization_code'}")))
                  .and_then([](const QJsonObject &object) { return tokensIn(object, kNow); });
        QVERIFY(pinterest.has_value());
        QVERIFY(*pinterest->refreshExpiresAt == kNow + std::chrono::hours(24 * 60));
        QVERIFY(renewalDue(*pinterest) == kNow + std::chrono::hours(24 * 24));
        QCOMPARE(pinterest->scopes.size(), 2);

        const auto facebook = tokenJson(
            answer(200, json("{'access_token':'token','token_type':'bearer','expires_in':5184000}")))
                                  .and_then([](const QJsonObject &object) { return tokensIn(object, kNow); });
        QVERIFY(facebook.has_value());
        QVERIFY(facebook->refresh.isEmpty());
        QVERIFY(!renewalDue(*facebook)); // nothing to renew it with
    }

    void refusalsAreTyped_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, int status, const char *body, ErrorCode code) {
            QTest::newRow(name) << status << json(body) << int(code);
        };
        row("invalid grant", 400, "{'error':'invalid_grant'}", ErrorCode::Unauthorised);
        row("X, dead refresh token", 400,
            "{'error':'invalid_request','error_description':'Value passed for the token was invalid.'}",
            ErrorCode::Unauthorised);
        row("invalid client", 401, "{'error':'invalid_client'}", ErrorCode::Unauthorised);
        row("bad scope", 400, "{'error':'invalid_scope'}", ErrorCode::BadRequest);
        row("grant type", 400, "{'error':'unsupported_grant_type'}", ErrorCode::BadRequest);
        row("Graph, token", 400,
            "{'error':{'message':'m','type':'OAuthException','code':190,'error_subcode':460}}",
            ErrorCode::Unauthorised);
        row("Graph, limit", 400, "{'error':{'message':'m','type':'OAuthException','code':4}}",
            ErrorCode::RateLimited);
        row("Graph, parameter", 400, "{'error':{'message':'m','type':'OAuthException','code':100}}",
            ErrorCode::BadRequest);
        row("Pinterest, refused", 401, "{'code':2,'message':'Authentication failed.'}",
            ErrorCode::Unauthorised);
        row("Pinterest, mistake", 400, "{'code':1,'message':'Invalid request'}", ErrorCode::BadRequest);
        row("too many", 429, "{}", ErrorCode::RateLimited);
        row("out of order", 503, "<html>", ErrorCode::ServerFault);
        row("401 without words", 401, "", ErrorCode::Unauthorised);
        row("no JSON", 200, "access_token=A", ErrorCode::MalformedAnswer);
        row("a list", 200, "[]", ErrorCode::MalformedAnswer);
        row("no token", 200, "{'token_type':'bearer'}", ErrorCode::MalformedAnswer);
        row("token with a line break", 200, "{'access_token':'A\\r\\nX-Evil: 1'}",
            ErrorCode::MalformedAnswer);
        row("token is a number", 200, "{'access_token':12}", ErrorCode::MalformedAnswer);
        row("refresh token with a space", 200, "{'access_token':'A','refresh_token':'a b'}",
            ErrorCode::MalformedAnswer);
    }

    void refusalsAreTyped()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const int, code);
        const auto tokens = tokenJson(answer(status, body)).and_then([](const QJsonObject &object) {
            return tokensIn(object, kNow);
        });
        QVERIFY(!tokens);
        QCOMPARE(toString(tokens.error().code), toString(ErrorCode(code)));
    }

    void retryAfterIsTaken()
    {
        const auto limited = tokenJson(answer(429, "{}", "90"));
        QVERIFY(limited.error().retryAfter == std::chrono::seconds(90));
    }

    void endlessLivesAndOddNumbersHarmNobody()
    {
        for (const char *life : {"-1", "0", "1e300", "99999999999999999999", "'soon'", "null", "{}"}) {
            const QByteArray body = json("{'access_token':'A','expires_in':") + json(life) + '}';
            const auto tokens = tokenJson(answer(200, body)).and_then([](const QJsonObject &object) {
                return tokensIn(object, kNow);
            });
            QVERIFY2(tokens.has_value(), life);
            QVERIFY2(!tokens->expiresAt || *tokens->expiresAt > kNow, life);
        }
    }

    void whatWasSentIsNotRepeated()
    {
        const auto refused = tokenJson(answer(400,
            json("{'error':'invalid_grant planted-secret!','error_description':'planted-secret','code':"
                 "'planted<secret'}")));
        QVERIFY(!refused);
        QVERIFY(!refused.error().detail.contains(u"secret"_s));
    }

    void proofIsThatOfTheReference()
    {
        QCOMPARE(appSecretProof("EAAB_demo_page_token", "app_secret_demo"),
            QByteArray("58ded6c465b5a9432d0179b9c3b3d998b2a6848c24253d3195bf6eea64fe03bc"));
    }

    void keptTokensAreReadBack()
    {
        const TokenSet tokens{.access = "a",
            .refresh = "r",
            .clientSecret = "s",
            .issuedAt = kNow,
            .expiresAt = kNow + std::chrono::hours(2),
            .scopes = {u"x"_s, u"y"_s},
            .subject = u"page"_s};
        const auto read = tokenSetFrom(toBytes(tokens));
        QVERIFY(read && *read == tokens);
        for (const QByteArray &odd :
            {QByteArray(), QByteArray("{}"), QByteArray("\x00\xff", 2), json("{'version':2}")}) {
            const auto refused = tokenSetFrom(odd);
            QVERIFY(!refused && refused.error().code == ErrorCode::Storage);
        }
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::TokenAnswerTest)
#include "token_answer_test.moc"
