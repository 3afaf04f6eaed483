#include "tests/connectors/oauth/authority.h"

#include "app/core/async.h"
#include "connectors/oauth/app_secret_proof.h"
#include "connectors/oauth/pkce.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTcpSocket>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
QUrlQuery queryOf(const QByteArray &text)
{
    return QUrlQuery(QString::fromLatin1(text));
}

QString valueOf(const QUrlQuery &query, const QString &name)
{
    return query.queryItemValue(name, QUrl::FullyDecoded);
}

/// Without query, and without the version that Graph and Pinterest begin with.
QByteArray pathOf(const QByteArray &target)
{
    QByteArray path = target.split('?').first();
    for (const char *version : {"/v25.0/", "/v5/"}) {
        if (path.startsWith(version)) {
            path = path.mid(qsizetype(qstrlen(version)) - 1);
        }
    }
    return path;
}

QByteArray ok(const QJsonObject &json)
{
    return LoopbackServer::answer(200, QJsonDocument(json).toJson());
}

QByteArray refused(int status, const QString &error)
{
    return LoopbackServer::answer(status, QJsonDocument(QJsonObject{{u"error"_s, error}}).toJson());
}
} // namespace

Authority::Authority()
{
    server.setScript([this](const WireRequest &request) { return answer(request); });
}

Account Authority::account(Network network) const
{
    return {.id = {42},
        .name = u"care"_s,
        .network = network,
        .baseUrl = server.url().toString(),
        .settings = {{u"oauth"_s, QJsonObject{{u"client_id"_s, u"client-1"_s}, {u"redirect_port"_s, 0}}}}};
}

QUrl Authority::agree(const QUrl &authorizeUrl)
{
    const QUrlQuery asked(authorizeUrl);
    const QString code = u"code-%1/+="_s.arg(m_codes.size() + 1);
    m_codes.insert(code, asked);
    QUrl redirect(valueOf(asked, u"redirect_uri"_s));
    redirect.setQuery(u"state=%1&code=%2"_s.arg(
        valueOf(asked, u"state"_s), QString::fromLatin1(QUrl::toPercentEncoding(code))));
    return redirect;
}

int Authority::count(const QByteArray &path) const
{
    int found = 0;
    for (const WireRequest &request : server.requests()) {
        found += pathOf(request.target) == path ? 1 : 0;
    }
    return found;
}

QUrlQuery Authority::formOf(int request) const
{
    return queryOf(server.requests().at(request).body);
}

bool Authority::isOurApp(const WireRequest &request, const QUrlQuery &form) const
{
    if (secret.isEmpty()) {
        return valueOf(form, u"client_id"_s) == u"client-1"_s;
    }
    return request.headers.value("authorization") == "Basic " + ("client-1:" + secret).toBase64();
}

LoopbackServer::Step Authority::answer(const WireRequest &request)
{
    if (!failing.isEmpty()) {
        return {.bytes = failing, .after = LoopbackServer::After::Close};
    }
    const QByteArray path = pathOf(request.target);
    const qsizetype question = request.target.indexOf('?');
    const QUrlQuery query = queryOf(question < 0 ? QByteArray() : request.target.mid(question + 1));
    if (path == "/oauth/access_token") {
        return {.bytes = graphToken(query)};
    }
    if (path == "/me/accounts") {
        return {.bytes = graphPages(query)};
    }
    if (path == "/debug_token") {
        const QJsonObject facts{{u"is_valid"_s, true}, {u"expires_at"_s, 0},
            {u"data_access_expires_at"_s, 4102444800LL}, {u"scopes"_s, QJsonArray{u"pages_messaging"_s}}};
        return {.bytes = request.headers.value("authorization") == "Bearer client-1|" + secret
                ? ok({{u"data"_s, facts}})
                : refused(400, u"no app token"_s)};
    }
    if (path == "/2/oauth2/revoke") {
        isRevoked = true;
        return {.bytes = ok({{u"revoked"_s, true}})};
    }
    if (path == "/2/oauth2/token" || path == "/oauth/token") {
        return {.bytes = exchange(request)};
    }
    if (path == "/2/users/me" && !me.isEmpty()) {
        return {.bytes = me};
    }
    return {.bytes = refused(404, u"not_found"_s)};
}

QByteArray Authority::exchange(const WireRequest &request)
{
    const QUrlQuery form = queryOf(request.body);
    if (request.method != "POST" || !isOurApp(request, form)) {
        return refused(401, u"invalid_client"_s);
    }
    if (valueOf(form, u"grant_type"_s) == u"refresh_token"_s) {
        return renew(form);
    }
    const QString code = valueOf(form, u"code"_s);
    const QUrlQuery asked = m_codes.take(code);
    const bool wantsPkce = asked.hasQueryItem(u"code_challenge"_s);
    const bool isProven = !wantsPkce
        || QString::fromLatin1(s256(valueOf(form, u"code_verifier"_s).toLatin1()))
            == valueOf(asked, u"code_challenge"_s);
    const bool isSame = valueOf(form, u"redirect_uri"_s) == valueOf(asked, u"redirect_uri"_s);
    return !asked.isEmpty() && isProven && isSame ? issue() : refused(400, u"invalid_grant"_s);
}

QByteArray Authority::renew(const QUrlQuery &form)
{
    const QByteArray token = valueOf(form, u"refresh_token"_s).toLatin1();
    if (isRevoked || !refresh.contains(token)) {
        return refused(400, u"invalid_grant"_s);
    }
    if (isRotating) {
        refresh.remove(token);
    }
    return issue();
}

QByteArray Authority::issue()
{
    ++m_issued;
    const QByteArray next = "refresh-secret-" + QByteArray::number(m_issued);
    refresh.insert(next);
    return ok({{u"token_type"_s, u"bearer"_s}, {u"expires_in"_s, lifeS},
        {u"access_token"_s, u"access-secret-%1"_s.arg(m_issued)},
        {u"refresh_token"_s, QString::fromLatin1(next)}, {u"scope"_s, u"a b"_s}});
}

QByteArray Authority::graphToken(const QUrlQuery &query)
{
    if (valueOf(query, u"client_secret"_s).toLatin1() != secret) {
        return refused(400, u"invalid_client"_s);
    }
    if (valueOf(query, u"grant_type"_s) == u"fb_exchange_token"_s) {
        return valueOf(query, u"fb_exchange_token"_s) == u"short-secret"_s
            ? ok({{u"access_token"_s, u"long-secret"_s}, {u"expires_in"_s, 5184000}})
            : refused(400, u"invalid_grant"_s);
    }
    return m_codes.remove(valueOf(query, u"code"_s)) == 1
        ? ok({{u"access_token"_s, u"short-secret"_s}, {u"expires_in"_s, 3600}})
        : refused(400, u"invalid_grant"_s);
}

QByteArray Authority::graphPages(const QUrlQuery &query)
{
    if (valueOf(query, u"appsecret_proof"_s).toLatin1() != appSecretProof("long-secret", secret)) {
        return refused(400, u"no proof"_s);
    }
    QJsonArray list;
    for (const auto &page : std::as_const(pages)) {
        list.append(QJsonObject{{u"id"_s, page.first}, {u"name"_s, page.second},
            {u"access_token"_s, u"page-secret-"_s + page.first}});
    }
    return ok({{u"data"_s, list}});
}

QFuture<Result<TokenVault::State>> MemoryVault::state()
{
    return ready(Result<State>(State::Ready));
}

QFuture<Result<QByteArray>> MemoryVault::read(const QString &name)
{
    const std::lock_guard lock(m_disk->mutex);
    const auto found = m_disk->secrets.constFind(name);
    return ready(found != m_disk->secrets.constEnd() ? Result<QByteArray>(*found)
                                                     : Failure({.code = ErrorCode::NotFound}));
}

QFuture<Done> MemoryVault::write(const QString &name, const QByteArray &secret)
{
    const std::lock_guard lock(m_disk->mutex);
    if (m_disk->failingWrites > 0) {
        --m_disk->failingWrites;
        return ready(Done(Failure({.code = ErrorCode::Io})));
    }
    ++m_disk->writes;
    m_disk->secrets.insert(name, QByteArray(secret.constData(), secret.size())); // the caller wipes its own
    return ready(Done());
}

QFuture<Done> MemoryVault::remove(const QString &name)
{
    const std::lock_guard lock(m_disk->mutex);
    m_disk->secrets.remove(name);
    return ready(Done());
}

QByteArray browse(const QUrl &url)
{
    QTcpSocket socket;
    QSignalSpy closed(&socket, &QTcpSocket::disconnected);
    socket.connectToHost(QHostAddress::LocalHost, quint16(url.port()));
    if (!socket.waitForConnected(5000)) {
        return {};
    }
    socket.write("GET " + url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority)
        + " HTTP/1.1\r\nHost: " + url.authority().toLatin1() + "\r\n\r\n");
    if (closed.isEmpty()) {
        closed.wait(10'000);
    }
    return socket.readAll();
}

} // namespace fw::test
