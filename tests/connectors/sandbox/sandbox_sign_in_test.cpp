#include "tests/connectors/sandbox/sandbox_client.h"

#include <QCryptographicHash>
#include <QTest>
#include <QUrlQuery>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Signing in to the simulated Twitter: PKCE, lifetimes in virtual time, refresh tokens that are good once, revocation.
class SandboxSignInTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givesTokensForACodeAndItsVerifier();
    void refusesAnotherVerifier();
    void letsTokensExpireAndRenewsThemOnce();
    void givesNoRefreshTokenUnasked();
    void endsWhatIsRevoked();
    void asksWhenToldTo();

private:
    static constexpr auto kThere = "http://127.0.0.1:4711/back"_L1;

    static QString page(const QString &scope)
    {
        const QByteArray hash = QCryptographicHash::hash("right verifier", QCryptographicHash::Sha256);
        return u"/i/oauth2/authorize?response_type=code&client_id=app&state=s&code_challenge_method=S256"
               "&code_challenge=%1&scope=%2&redirect_uri=%3"_s.arg(
                   QString::fromLatin1(
                       hash.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)),
                   scope, QString(kThere));
    }
    static QString code(SandboxClient &client, const QString &scope)
    {
        const QUrl back(QString::fromLatin1(client.get(page(scope)).headers.value("location")));
        return QUrlQuery(back).queryItemValue(u"code"_s);
    }
    static ClientAnswer tokens(SandboxClient &client, const QString &verifier, const QString &scope)
    {
        return client.post(u"/2/oauth2/token"_s,
            {{u"grant_type"_s, u"authorization_code"_s}, {u"client_id"_s, u"app"_s},
                {u"redirect_uri"_s, QString(kThere)}, {u"code_verifier"_s, verifier},
                {u"code"_s, code(client, scope)}});
    }
    static ClientAnswer renewed(SandboxClient &client, const QString &refresh)
    {
        return client.post(u"/2/oauth2/token"_s,
            {{u"grant_type"_s, u"refresh_token"_s}, {u"client_id"_s, u"app"_s},
                {u"refresh_token"_s, refresh}});
    }
    static int meWith(SandboxClient &client, const ClientAnswer &given)
    {
        client.setToken(given.body[u"access_token"_s].toString().toLatin1());
        return client.get(u"/2/users/me"_s).status;
    }
};

const QString kOffline = u"tweet.read%20offline.access"_s;

void SandboxSignInTest::givesTokensForACodeAndItsVerifier()
{
    SandboxClient client;
    const ClientAnswer given = tokens(client, u"right verifier"_s, kOffline);
    QCOMPARE(given.status, 200);
    QCOMPARE(given.body[u"expires_in"_s].toInt(), 7200);
    QVERIFY(!given.body[u"refresh_token"_s].toString().isEmpty());
    QCOMPARE(meWith(client, given), 200);
}

void SandboxSignInTest::refusesAnotherVerifier()
{
    SandboxClient client;
    const ClientAnswer refused = tokens(client, u"wrong verifier"_s, kOffline);
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.body[u"error"_s].toString(), u"invalid_grant"_s);
}

void SandboxSignInTest::letsTokensExpireAndRenewsThemOnce()
{
    SandboxClient client;
    const ClientAnswer first = tokens(client, u"right verifier"_s, kOffline);
    client.clock().advance(2h);
    QCOMPARE(meWith(client, first), 401);
    const QString refresh = first.body[u"refresh_token"_s].toString();
    const ClientAnswer second = renewed(client, refresh);
    QCOMPARE(meWith(client, second), 200);
    QVERIFY(second.body[u"refresh_token"_s].toString() != refresh);
    QCOMPARE(renewed(client, refresh).status, 400);
}

void SandboxSignInTest::givesNoRefreshTokenUnasked()
{
    SandboxClient client;
    QVERIFY(!tokens(client, u"right verifier"_s, u"tweet.read"_s).body.contains(u"refresh_token"_s));
}

void SandboxSignInTest::endsWhatIsRevoked()
{
    SandboxClient client;
    const ClientAnswer given = tokens(client, u"right verifier"_s, kOffline);
    QCOMPARE(meWith(client, given), 200);
    QCOMPARE(client
                 .post(u"/2/oauth2/revoke"_s,
                     {{u"client_id"_s, u"app"_s}, {u"token"_s, given.body[u"access_token"_s]}})
                 .status,
        200);
    QCOMPARE(meWith(client, given), 401);
}

void SandboxSignInTest::asksWhenToldTo()
{
    SandboxClient client({{u"auto_approve"_s, false}});
    const ClientAnswer asked = client.get(page(kOffline));
    QCOMPARE(asked.status, 200);
    QVERIFY(asked.bytes.contains("sandbox=allow"));
    const ClientAnswer denied = client.get(page(kOffline) + u"&sandbox=deny"_s);
    QVERIFY(denied.headers.value("location").contains("error=access_denied"));
}

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::SandboxSignInTest)
#include "sandbox_sign_in_test.moc"
