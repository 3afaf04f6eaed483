#include "tests/connectors/sandbox/facebook/page_client.h"

#include <QJsonDocument>
#include <QTest>
#include <QUrlQuery>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Budgets, proofs and tokens of the simulated Facebook.
class SandboxFacebookLimitsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reportsPercentagesPerPageAndType();
    void throttlesUntilTheBudgetIsFree();
    void prolongsTheBlockWithEveryCall();
    void limitsAUserTokenByTheApp();
    void limitsConversationsBySecond();
    void wantsTheProofOfTheAppSecret();
    void signsInFromTheDialogToAPageToken();
    void letsUserTokensExpire();
    void refusesADeadToken();

private:
    static QJsonObject usageOf(const ClientAnswer &answer, const QString &page)
    {
        return QJsonDocument::fromJson(answer.headers.value("x-business-use-case-usage"))
            .object()[page][0]
            .toObject();
    }
};

void SandboxFacebookLimitsTest::reportsPercentagesPerPageAndType()
{
    PageClient page;
    page.control(u"budget"_s, {{u"of"_s, u"pages"_s}, {u"percent"_s, 40}});
    const QJsonObject pages = usageOf(page.get(u"me"_s), page.page());
    QCOMPARE(pages[u"type"_s].toString(), u"pages"_s);
    QCOMPARE(pages[u"call_count"_s].toInt(), 40);
    QVERIFY(pages[u"total_time"_s].toInt() < 40);
    QCOMPARE(pages[u"estimated_time_to_regain_access"_s].toInt(), 0);
    const QJsonObject messenger = usageOf(page.get(page.page() + u"/conversations"_s), page.page());
    QCOMPARE(messenger[u"type"_s].toString(), u"messenger"_s);
    QCOMPARE(messenger[u"call_count"_s].toInt(), 0);
}

void SandboxFacebookLimitsTest::throttlesUntilTheBudgetIsFree()
{
    PageClient page;
    page.control(u"budget"_s, {{u"of"_s, u"pages"_s}, {u"percent"_s, 100}});
    const ClientAnswer refused = page.get(u"me"_s);
    QCOMPARE(refused.status, 400);
    QCOMPARE(codeOf(refused), 80001);
    QCOMPARE(usageOf(refused, page.page())[u"estimated_time_to_regain_access"_s].toInt(), 24 * 60);
    QCOMPARE(page.get(page.page() + u"/conversations"_s).status, 200); // another budget
    page.control(u"budget"_s, {{u"of"_s, u"messenger"_s}, {u"percent"_s, 100}});
    QCOMPARE(codeOf(page.get(page.page() + u"/conversations"_s)), 80006);
    page.client().clock().advance(24h);
    QCOMPARE(page.get(u"me"_s).status, 200);
}

void SandboxFacebookLimitsTest::prolongsTheBlockWithEveryCall()
{
    PageClient page({{u"engaged_users"_s, 0}}); // one call
    QCOMPARE(page.get(u"me"_s).status, 200);
    page.client().clock().advance(23h);
    QCOMPARE(codeOf(page.get(u"me"_s)), 80001);
    page.client().clock().advance(2h);
    QCOMPARE(codeOf(page.get(u"me"_s)), 80001); // the refused call counts until tomorrow
    page.client().clock().advance(24h);
    QCOMPARE(page.get(u"me"_s).status, 200);
}

void SandboxFacebookLimitsTest::limitsAUserTokenByTheApp()
{
    PageClient page;
    page.client().setToken("user-token");
    page.control(u"budget"_s, {{u"of"_s, u"app"_s}, {u"percent"_s, 100}});
    QCOMPARE(codeOf(page.get(u"me/accounts"_s)), 4);
    const ClientAnswer refused = page.get(page.page() + u"/feed"_s);
    QCOMPARE(codeOf(refused), 32);
    QVERIFY(refused.headers.value("x-app-usage").contains("\"call_count\":100"));
    QVERIFY(!refused.headers.contains("x-business-use-case-usage"));
    page.client().clock().advance(61min);
    QCOMPARE(page.get(u"me/accounts"_s).status, 200);
}

void SandboxFacebookLimitsTest::limitsConversationsBySecond()
{
    SandboxClient client;
    const QString path = u"/v25.0/%1/conversations"_s.arg(client.sandbox().brandId(u"facebook"_s));
    QCOMPARE(client.get(path).status, 200);
    QCOMPARE(client.get(path).status, 200);
    QCOMPARE(codeOf(client.get(path)), 613);
    client.clock().advance(2s);
    QCOMPARE(client.get(path).status, 200);
}

void SandboxFacebookLimitsTest::wantsTheProofOfTheAppSecret()
{
    PageClient page({{u"app_secret"_s, u"app_secret_demo"_s}});
    page.client().setToken("EAAB_demo_page_token");
    QCOMPARE(codeOf(page.get(u"me"_s)), 100);
    QCOMPARE(codeOf(page.get(u"me?appsecret_proof=00"_s)), 100);
    // HMAC-SHA256, worked out with another program
    const QString proof = u"58ded6c465b5a9432d0179b9c3b3d998b2a6848c24253d3195bf6eea64fe03bc"_s;
    QCOMPARE(page.get(u"me?appsecret_proof="_s + proof).status, 200);
}

void SandboxFacebookLimitsTest::signsInFromTheDialogToAPageToken()
{
    PageClient page;
    const QString there = u"http://localhost:4711/back"_s;
    const ClientAnswer dialog = page.get(
        u"dialog/oauth?client_id=774411002233&response_type=code&state=s1&scope=pages_messaging&redirect_uri="_s
        + there);
    QCOMPARE(dialog.status, 302);
    const QUrl back(QString::fromLatin1(dialog.headers.value("location")));
    QVERIFY(back.toString().startsWith(there));
    QCOMPARE(QUrlQuery(back).queryItemValue(u"state"_s), u"s1"_s);
    const QString exchange
        = u"oauth/access_token?client_id=774411002233&client_secret=sandbox-secret&redirect_uri=%1&code=%2"_s
              .arg(there, QUrlQuery(back).queryItemValue(u"code"_s));
    const ClientAnswer shortLived = page.get(exchange);
    QCOMPARE(shortLived.body[u"expires_in"_s].toInt(), 7200);
    QVERIFY(page.get(exchange).status != 200); // a code is good once
    const ClientAnswer longLived = page.get(
        u"oauth/access_token?grant_type=fb_exchange_token&client_id=774411002233&client_secret=sandbox-secret"
        "&fb_exchange_token="_s
        + shortLived.body[u"access_token"_s].toString());
    QCOMPARE(longLived.body[u"expires_in"_s].toInt(), 5'184'000);
    page.client().setToken(longLived.body[u"access_token"_s].toString().toLatin1());
    const QString token = page.get(u"me/accounts"_s).body[u"data"_s][0][u"access_token"_s].toString();
    const ClientAnswer seen
        = page.get(u"debug_token?input_token=%1&access_token=774411002233%7Csandbox-secret"_s.arg(token));
    QVERIFY(seen.body[u"data"_s][u"is_valid"_s].toBool());
    QCOMPARE(seen.body[u"data"_s][u"expires_at"_s].toInt(), 0);
    QCOMPARE(seen.body[u"data"_s][u"type"_s].toString(), u"PAGE"_s);
}

void SandboxFacebookLimitsTest::letsUserTokensExpire()
{
    PageClient page;
    page.client().setToken({});
    const QString there = u"http://localhost/"_s;
    const ClientAnswer dialog = page.get(u"dialog/oauth?client_id=774411002233&redirect_uri="_s + there);
    const QUrl back(QString::fromLatin1(dialog.headers.value("location")));
    const ClientAnswer given = page.get(
        u"oauth/access_token?client_id=774411002233&client_secret=sandbox-secret&redirect_uri=%1&code=%2"_s
            .arg(there, QUrlQuery(back).queryItemValue(u"code"_s)));
    page.client().setToken(given.body[u"access_token"_s].toString().toLatin1());
    QCOMPARE(page.get(u"me"_s).status, 200);
    page.client().clock().advance(2h);
    QCOMPARE(codeOf(page.get(u"me"_s)), 190);
    QCOMPARE(subcodeOf(page.get(u"me"_s)), 463);
}

void SandboxFacebookLimitsTest::refusesADeadToken()
{
    PageClient page({{u"tokens"_s, QJsonArray{u"good"_s}}});
    page.client().setToken("good");
    QCOMPARE(page.get(u"me"_s).status, 200);
    page.control(u"tokens"_s, {{u"token"_s, u"good"_s}, {u"valid"_s, false}, {u"subcode"_s, 460}});
    const ClientAnswer dead = page.get(u"me"_s);
    QCOMPARE(codeOf(dead), 190);
    QCOMPARE(subcodeOf(dead), 460);
    page.client().setToken("another");
    QCOMPARE(codeOf(page.get(u"me"_s)), 190);
}

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::SandboxFacebookLimitsTest)
#include "sandbox_facebook_limits_test.moc"
