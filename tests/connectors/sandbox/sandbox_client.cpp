#include "tests/connectors/sandbox/sandbox_client.h"

#include <QJsonDocument>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSignalSpy>

namespace fw::test {

using namespace Qt::StringLiterals;

SandboxClient::SandboxClient(const QJsonObject &scenario, quint32 seed)
{
    auto started = sandbox::Sandbox::start(m_clock, {.scenario = scenario, .seed = seed});
    if (!started) {
        qFatal("%s", qPrintable(started.error().detail));
    }
    m_sandbox = std::move(*started);
}

ClientAnswer SandboxClient::send(const QByteArray &method, const QString &path, const QByteArray &body)
{
    QNetworkRequest request(QUrl(m_sandbox->url() + path));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    if (!m_token.isEmpty()) {
        request.setRawHeader("Authorization", "Bearer " + m_token);
    }
    if (!body.isEmpty()) {
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    }
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished() && !finished.wait(10'000)) {
        return {};
    }
    ClientAnswer answer{.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
        .bytes = reply->readAll()};
    const auto headers = reply->rawHeaderPairs();
    for (const auto &[name, value] : headers) {
        answer.headers.insert(name.toLower(), value);
    }
    answer.body = QJsonDocument::fromJson(answer.bytes).object();
    return answer;
}

ClientAnswer SandboxClient::get(const QString &path)
{
    return send("GET", path, {});
}

ClientAnswer SandboxClient::post(const QString &path, const QJsonObject &body)
{
    return send("POST", path, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

ClientAnswer SandboxClient::remove(const QString &path)
{
    return send("DELETE", path, {});
}

QString SandboxClient::mentionsPath(const QString &query) const
{
    return u"/2/users/%1/mentions%2"_s.arg(m_sandbox->brandId(), query);
}

QString SandboxClient::timelinePath(const QString &query) const
{
    return u"/2/users/%1/tweets%2"_s.arg(m_sandbox->brandId(), query);
}

ClientAnswer SandboxClient::reply(const QString &text, const QString &parent)
{
    return post(
        u"/2/tweets"_s, {{u"text"_s, text}, {u"reply"_s, QJsonObject{{u"in_reply_to_tweet_id"_s, parent}}}});
}

QString SandboxClient::write(const QString &author, const QString &text, const QString &parent)
{
    QJsonObject body{{u"author"_s, author}, {u"text"_s, text}};
    if (!parent.isEmpty()) {
        body.insert(u"in_reply_to"_s, parent);
    }
    return post(u"/sandbox/posts"_s, body).body.value(u"id"_s).toString();
}

void SandboxClient::setFault(const QJsonObject &rule)
{
    const ClientAnswer answer = post(u"/sandbox/faults"_s, {{u"rules"_s, QJsonArray{rule}}});
    if (answer.status != 200) {
        qFatal("%s", answer.bytes.constData());
    }
}

QJsonArray SandboxClient::posts()
{
    return get(u"/sandbox/posts"_s).body.value(u"posts"_s).toArray();
}

QJsonArray SandboxClient::brandPosts()
{
    QJsonArray own;
    const QJsonArray all = posts();
    for (const QJsonValue &post : all) {
        if (post[u"by_brand"_s].toBool() && !post[u"in_reply_to"_s].toString().isEmpty()) {
            own.append(post);
        }
    }
    return own;
}

QJsonArray SandboxClient::requests()
{
    return get(u"/sandbox/requests"_s).body.value(u"requests"_s).toArray();
}

QStringList idsOf(const ClientAnswer &page)
{
    QStringList ids;
    const QJsonArray entries = page.body.value(u"data"_s).toArray();
    for (const QJsonValue &entry : entries) {
        ids.append(entry[u"id"_s].toString());
    }
    return ids;
}

} // namespace fw::test
