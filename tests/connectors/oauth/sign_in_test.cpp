#include "connectors/oauth/sign_in_job.h"
#include "tests/connectors/oauth/authority.h"
#include "tests/support/fake_clock.h"
#include "tests/support/wait_for.h"

#include <QJsonArray>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
/// One sign-in from the account to the tokens, through a browser that follows the redirect.
struct Road {
    Authority authority = {};
    FakeClock clock = FakeClock();
    Result<TokenSet> tokens = Failure({.code = ErrorCode::Cancelled});
    QUrl asked = {};
    QByteArray page = {};

    void go(const Account &account, const QByteArray &secret, const QString &chosenPage = {})
    {
        const auto plan = signInPlan(account, !secret.isEmpty());
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().detail));
        SignInJob job(*plan, secret, {.page = chosenPage}, clock);
        int ends = 0;
        QObject::connect(&job, &SignInJob::finished, &job, [&](const Result<TokenSet> &result) {
            tokens = result;
            ++ends;
        });
        const auto url = job.start();
        QVERIFY(url.has_value());
        asked = *url;
        page = browse(authority.agree(*url));
        QTRY_COMPARE_WITH_TIMEOUT(ends, 1, 20'000);
    }
};

QString valueOf(const QUrlQuery &query, const QString &name)
{
    return query.queryItemValue(name, QUrl::FullyDecoded);
}
} // namespace

class SignInTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void publicClientSignsInToX()
    {
        Road road;
        road.go(road.authority.account(Network::Twitter), {});
        QVERIFY2(road.tokens.has_value(), road.tokens ? "" : qPrintable(road.tokens.error().detail));
        QCOMPARE(road.tokens->access, QByteArray("access-secret-1"));
        QCOMPARE(road.tokens->refresh, QByteArray("refresh-secret-1"));
        QVERIFY(*road.tokens->expiresAt == road.clock.now() + std::chrono::hours(2));
        QVERIFY(road.page.startsWith("HTTP/1.1 200"));

        const QUrlQuery asked(road.asked);
        QCOMPARE(road.asked.path(), u"/2/oauth2/authorize"_s);
        QCOMPARE(valueOf(asked, u"code_challenge_method"_s), u"S256"_s);
        QVERIFY(road.asked.toEncoded().contains("scope=tweet.read%20tweet.write"));
        QVERIFY(valueOf(asked, u"scope"_s).contains(u"offline.access"_s));
        QVERIFY(valueOf(asked, u"state"_s).size() >= 32);
        QVERIFY(!road.asked.toString().contains(u"verifier"_s));

        QCOMPARE(road.authority.server.requests().size(), 1);
        const WireRequest &request = road.authority.server.requests().first();
        QCOMPARE(request.headers.value("content-type"), QByteArray("application/x-www-form-urlencoded"));
        QVERIFY(!request.headers.contains("authorization"));
        QCOMPARE(valueOf(road.authority.formOf(0), u"client_id"_s), u"client-1"_s);
        QCOMPARE(valueOf(road.authority.formOf(0), u"code"_s), u"code-1/+="_s);
    }

    void confidentialClientProvesItselfToX()
    {
        Road road;
        road.authority.secret = "app secret:1";
        road.go(road.authority.account(Network::Twitter), "app secret:1");
        QVERIFY(road.tokens.has_value());
        QCOMPARE(road.tokens->clientSecret, QByteArray("app secret:1"));
        QVERIFY(!road.authority.formOf(0).hasQueryItem(u"client_secret"_s));
    }

    void pinterestGetsBasicAndCommas()
    {
        Road road;
        road.authority.secret = "shh";
        road.authority.lifeS = 30 * 24 * 3600;
        road.go(road.authority.account(Network::Pinterest), "shh");
        QVERIFY(road.tokens.has_value());
        const QUrlQuery asked(road.asked);
        QVERIFY(valueOf(asked, u"scope"_s).contains(u"user_accounts:read,boards:read"_s));
        QVERIFY(!asked.hasQueryItem(u"code_challenge"_s));
        QCOMPARE(valueOf(road.authority.formOf(0), u"continuous_refresh"_s), u"true"_s);
        QVERIFY(!road.authority.formOf(0).hasQueryItem(u"client_id"_s));
    }

    void facebookEndsWithThePagesToken()
    {
        Road road;
        road.authority.secret = "shh";
        road.go(road.authority.account(Network::Facebook), "shh");
        QVERIFY2(road.tokens.has_value(), road.tokens ? "" : qPrintable(road.tokens.error().detail));
        QCOMPARE(road.tokens->access, QByteArray("page-secret-2121"));
        QCOMPARE(road.tokens->subject, u"2121"_s);
        QVERIFY(road.tokens->refresh.isEmpty());
        QVERIFY(*road.tokens->expiresAt == instantFromMs(4102444800000));
        QCOMPARE(road.authority.count("/oauth/access_token"), 2);
        QCOMPARE(road.authority.count("/debug_token"), 1);
        // A person's own tokens are not kept.
        QVERIFY(!toBytes(*road.tokens).contains("long-secret")
            && !toBytes(*road.tokens).contains("short-secret"));
    }

    void oneOfSeveralPagesHasToBeChosen()
    {
        Road road;
        road.authority.secret = "shh";
        road.authority.pages.append({u"77"_s, u"Other"_s});
        road.go(road.authority.account(Network::Facebook), "shh");
        QVERIFY(!road.tokens && road.tokens.error().code == ErrorCode::Usage);
        QVERIFY(road.tokens.error().detail.contains(u"Other (77)"_s));
        road.go(road.authority.account(Network::Facebook), "shh", u"77"_s);
        QVERIFY(road.tokens.has_value());
        QCOMPARE(road.tokens->access, QByteArray("page-secret-77"));
        road.go(road.authority.account(Network::Facebook), "shh", u"5"_s);
        QVERIFY(!road.tokens && road.tokens.error().code == ErrorCode::NotFound);
        road.authority.pages.clear();
        road.go(road.authority.account(Network::Facebook), "shh");
        QVERIFY(!road.tokens && road.tokens.error().code == ErrorCode::NotFound);
    }

    void wrongSecretIsARefusal_data()
    {
        QTest::addColumn<int>("network");
        QTest::newRow("x") << int(Network::Twitter);
        QTest::newRow("pinterest") << int(Network::Pinterest);
    }

    void wrongSecretIsARefusal()
    {
        QFETCH(const int, network);
        Road road;
        road.authority.secret = "right";
        road.go(road.authority.account(Network(network)), "planted-wrong");
        QVERIFY(!road.tokens && road.tokens.error().code == ErrorCode::Unauthorised);
        QVERIFY(!road.tokens.error().detail.contains(u"planted"_s));
    }

    void brokenExchangeIsAskedOnce()
    {
        Road road;
        road.authority.failing = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{";
        road.go(road.authority.account(Network::Twitter), {});
        QVERIFY(!road.tokens && road.tokens.error().code == ErrorCode::UnknownOutcome);
        QCOMPARE(road.authority.server.requests().size(), 1);
    }

    void settingsLieOverTheDefaults()
    {
        Account account{.name = u"care"_s, .network = Network::Twitter, .baseUrl = u"https://api.x.com"_s};
        account.settings = {{u"oauth"_s, QJsonObject{{u"client_id"_s, u"c"_s}}}};
        const auto usual = signInPlan(account, false);
        QVERIFY(usual.has_value());
        QCOMPARE(usual->authorizeUrl.toString(), u"https://x.com/i/oauth2/authorize"_s);
        QCOMPARE(usual->tokenUrl.toString(), u"https://api.x.com/2/oauth2/token"_s);
        QCOMPARE(usual->redirectPort, kUsualRedirectPort);
        account.settings = {{u"oauth"_s,
            QJsonObject{{u"client_id"_s, u"c"_s}, {u"authorize_url"_s, u"https://a.example/auth?tenant=1"_s},
                {u"token_url"_s, u"https://a.example/token"_s}, {u"redirect_port"_s, 5000},
                {u"scopes"_s, QJsonArray{u"one"_s, u"two"_s}}}}};
        const auto own = signInPlan(account, false);
        QVERIFY(own.has_value());
        QCOMPARE(own->redirectPort, quint16(5000));
        const QUrl url = authorizeUrl(*own, u"http://127.0.0.1:5000/callback"_s, "s&t", "c");
        QVERIFY(url.toEncoded().startsWith("https://a.example/auth?tenant=1&response_type=code"));
        QVERIFY(url.toEncoded().contains("redirect_uri=http%3A%2F%2F127.0.0.1%3A5000%2Fcallback"));
        QVERIFY(url.toEncoded().contains("state=s%26t"));
        QVERIFY(url.toEncoded().contains("scope=one%20two"));
    }

    void unsafeSettingsAreRefused_data()
    {
        QTest::addColumn<QJsonObject>("oauth");
        QTest::newRow("no client id") << QJsonObject{};
        const auto with = [](const QString &name, const QJsonValue &value) {
            return QJsonObject{{u"client_id"_s, u"c"_s}, {name, value}};
        };
        QTest::newRow("plain http") << with(u"token_url"_s, u"http://api.example/token"_s);
        QTest::newRow("file") << with(u"authorize_url"_s, u"file:///etc/passwd"_s);
        QTest::newRow("javascript") << with(u"authorize_url"_s, u"javascript:alert(1)"_s);
        QTest::newRow("password in it") << with(u"token_url"_s, u"https://u:p@api.example/token"_s);
        QTest::newRow("port") << with(u"redirect_port"_s, 70000);
    }

    void unsafeSettingsAreRefused()
    {
        QFETCH(const QJsonObject, oauth);
        const Account account{.name = u"care"_s,
            .network = Network::Twitter,
            .baseUrl = u"https://api.x.com"_s,
            .settings = {{u"oauth"_s, oauth}}};
        const auto plan = signInPlan(account, false);
        QVERIFY(!plan && plan.error().code == ErrorCode::Usage);
    }

    void networksThatWantASecretSayWhatToDo()
    {
        for (const Network network : {Network::Facebook, Network::Pinterest}) {
            Authority authority;
            const auto plan = signInPlan(authority.account(network), false);
            QVERIFY(!plan && plan.error().code == ErrorCode::Usage);
            QVERIFY(plan.error().detail.contains(u"--client-secret-file"_s));
            QVERIFY(plan.error().detail.contains(u"paste-token"_s));
        }
    }

    void revokingTellsTheNetwork()
    {
        Road road;
        road.go(road.authority.account(Network::Twitter), {});
        const auto plan = signInPlan(road.authority.account(Network::Twitter), false);
        HttpClient http;
        QVERIFY(waitFor(revoke(http, *plan, *road.tokens)).has_value());
        QVERIFY(road.authority.isRevoked);
        road.authority.secret = "s";
        const auto none = signInPlan(road.authority.account(Network::Pinterest), true);
        QVERIFY(waitFor(revoke(http, *none, *road.tokens)).error().code == ErrorCode::Usage);
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::SignInTest)
#include "sign_in_test.moc"
