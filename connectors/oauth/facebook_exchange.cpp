#include "connectors/oauth/facebook_exchange.h"

#include "app/core/async.h"
#include "connectors/oauth/app_secret_proof.h"
#include "connectors/oauth/token_answer.h"

#include <QJsonArray>
#include <QPromise>
#include <QUrlQuery>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMaxPageLists = 20; // of a hundred Pages each

struct Page {
    QString id = {};
    QString name = {};
    QByteArray token = {};
};

/// One sign-in. Deletes itself when done.
class PageExchange final : public QObject
{
public:
    PageExchange(HttpClient &http, SignInPlan plan, QByteArray appSecret, CodeGrant grant, const Clock &clock)
        : m_http(http)
        , m_plan(std::move(plan))
        , m_appSecret(std::move(appSecret))
        , m_grant(std::move(grant))
        , m_clock(clock)
    {
    }

    QFuture<Result<TokenSet>> start()
    {
        m_promise.start();
        const QFuture<Result<TokenSet>> future = m_promise.future();
        ask(m_plan.tokenUrl,
            {{u"client_id"_s, m_plan.clientId}, {u"redirect_uri"_s, m_grant.redirectUri},
                {u"client_secret"_s, QString::fromUtf8(m_appSecret)},
                {u"code"_s, QString::fromUtf8(m_grant.code)}},
            {}, [this](const QJsonObject &json) { takeShortLived(json); });
        return future;
    }

private:
    using Fields = QList<QPair<QString, QString>>;
    using Next = std::function<void(const QJsonObject &)>;

    void ask(QUrl url, const Fields &fields, const QByteArray &bearer, Next next)
    {
        QUrlQuery query;
        for (const auto &field : fields) {
            query.addQueryItem(field.first, QString::fromLatin1(QUrl::toPercentEncoding(field.second)));
        }
        url.setQuery(query);
        whenDone(m_http.get({.url = url, .bearer = bearer}), this,
            [this, next = std::move(next)](const HttpAnswer &answer) {
                if (const auto json = tokenJson(answer); json) {
                    next(*json);
                } else {
                    finish(Failure(json.error()));
                }
            });
    }

    QUrl graph(const QString &path) const { return QUrl(m_plan.apiUrl + path); }

    void takeShortLived(const QJsonObject &json)
    {
        const auto shortLived = tokensIn(json, m_clock.now());
        if (!shortLived) {
            finish(shortLived);
            return;
        }
        ask(m_plan.tokenUrl,
            {{u"grant_type"_s, u"fb_exchange_token"_s}, {u"client_id"_s, m_plan.clientId},
                {u"client_secret"_s, QString::fromUtf8(m_appSecret)},
                {u"fb_exchange_token"_s, QString::fromLatin1(shortLived->access)}},
            {}, [this](const QJsonObject &answer) { takeLongLived(answer); });
    }

    void takeLongLived(const QJsonObject &json)
    {
        const auto longLived = tokensIn(json, m_clock.now());
        if (!longLived) {
            finish(longLived);
            return;
        }
        m_person = longLived->access;
        askForPages({});
    }

    void askForPages(const QString &after)
    {
        Fields fields{{u"fields"_s, u"id,name,access_token,tasks"_s}, {u"limit"_s, u"100"_s},
            {u"appsecret_proof"_s, QString::fromLatin1(appSecretProof(m_person, m_appSecret))}};
        if (!after.isEmpty()) {
            fields.append({u"after"_s, after});
        }
        ask(graph(u"/me/accounts"_s), fields, m_person, [this](const QJsonObject &json) { takePages(json); });
    }

    void takePages(const QJsonObject &json)
    {
        for (const QJsonValue &entry : json[u"data"_s].toArray()) {
            const Page page{.id = entry[u"id"_s].toString(),
                .name = entry[u"name"_s].toString(),
                .token = entry[u"access_token"_s].toString().toUtf8()};
            if (!page.id.isEmpty() && isPlainToken(page.token)) {
                m_pages.append(page);
            }
        }
        const QJsonValue paging = json[u"paging"_s];
        const QString after = paging[u"cursors"_s][u"after"_s].toString();
        if (paging.toObject().contains(u"next"_s) && !after.isEmpty() && ++m_lists < kMaxPageLists) {
            askForPages(after);
            return;
        }
        choosePage();
    }

    void choosePage()
    {
        QStringList names;
        const Page *chosen = m_pages.size() == 1 && m_grant.page.isEmpty() ? &m_pages.first() : nullptr;
        for (const Page &page : std::as_const(m_pages)) {
            names.append(u"%1 (%2)"_s.arg(page.name, page.id));
            chosen = page.id == m_grant.page ? &page : chosen;
        }
        if (chosen != nullptr) {
            inspect(*chosen);
        } else if (m_pages.isEmpty()) {
            finish(Failure({.code = ErrorCode::NotFound,
                .detail = u"this person manages no Page, or did not allow Floorwalker to see one"_s}));
        } else if (m_grant.page.isEmpty()) {
            finish(Failure({.code = ErrorCode::Usage,
                .detail
                = u"this person manages several Pages; say the id of one: %1"_s.arg(names.join(u", "_s))}));
        } else {
            finish(Failure({.code = ErrorCode::NotFound,
                .detail = u"this person does not manage the Page %1, only: %2"_s.arg(
                    m_grant.page, names.join(u", "_s))}));
        }
    }

    void inspect(const Page &page)
    {
        const QByteArray appToken = m_plan.clientId.toUtf8() + '|' + m_appSecret;
        ask(graph(u"/debug_token"_s), {{u"input_token"_s, QString::fromLatin1(page.token)}}, appToken,
            [this, page](const QJsonObject &json) { takeFacts(page, json[u"data"_s].toObject()); });
    }

    void takeFacts(const Page &page, const QJsonObject &facts)
    {
        if (!facts[u"is_valid"_s].toBool(true)) {
            finish(Failure(
                {.code = ErrorCode::Unauthorised, .detail = u"the Page's token is not valid already"_s}));
            return;
        }
        TokenSet tokens{
            .access = page.token, .clientSecret = m_appSecret, .issuedAt = m_clock.now(), .subject = page.id};
        // 0 stands for never. Whichever comes first ends what the token is good for.
        for (const QString &name : {u"expires_at"_s, u"data_access_expires_at"_s}) {
            const qint64 seconds = facts[name].toInteger();
            const Instant end = instantFromMs(0) + std::chrono::seconds(seconds);
            if (seconds > 0 && (!tokens.expiresAt || end < *tokens.expiresAt)) {
                tokens.expiresAt = end;
            }
        }
        for (const QJsonValue &scope : facts[u"scopes"_s].toArray()) {
            tokens.scopes.append(scope.toString());
        }
        finish(tokens);
    }

    void finish(const Result<TokenSet> &result)
    {
        m_promise.addResult(result);
        m_promise.finish();
        deleteLater();
    }

    HttpClient &m_http;
    const SignInPlan m_plan;
    const QByteArray m_appSecret;
    const CodeGrant m_grant;
    const Clock &m_clock;
    QPromise<Result<TokenSet>> m_promise;
    QByteArray m_person;
    QList<Page> m_pages;
    int m_lists = 1;
};
} // namespace

QFuture<Result<TokenSet>> exchangeForPage(HttpClient &http, const SignInPlan &plan,
    const QByteArray &appSecret, const CodeGrant &grant, const Clock &clock)
{
    return (new PageExchange(http, plan, appSecret, grant, clock))->start();
}

} // namespace fw
