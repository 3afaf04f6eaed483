#pragma once

#include "tests/connectors/sandbox/sandbox_client.h"

namespace fw::test {

/// Somebody who talks to a page of the simulated Facebook. Limits on calls a second are out of the way: the clock stands still.
class PageClient final
{
public:
    explicit PageClient(QJsonObject facebook = {})
        : m_client(
            {{QStringLiteral("facebook"), std::move(facebook)}, {QStringLiteral("windows"), noLimits()}})
    {
    }

    [[nodiscard]] SandboxClient &client() { return m_client; }
    [[nodiscard]] QString page() const { return m_client.sandbox().brandId(QStringLiteral("facebook")); }
    ClientAnswer get(const QString &path) { return m_client.get(QStringLiteral("/v25.0/") + path); }
    ClientAnswer post(const QString &path, const QJsonObject &body = {{QStringLiteral("a"), 1}})
    {
        return m_client.post(QStringLiteral("/v25.0/") + path, body);
    }
    ClientAnswer remove(const QString &path) { return m_client.remove(QStringLiteral("/v25.0/") + path); }
    /// A call under /sandbox/facebook/; the id it made.
    QString control(const QString &what, const QJsonObject &body)
    {
        const ClientAnswer answer = m_client.post(QStringLiteral("/sandbox/facebook/") + what, body);
        if (answer.status >= 300) {
            qFatal("%s", answer.bytes.constData());
        }
        return answer.body.value(QStringLiteral("id")).toString();
    }
    /// The newest post of the page.
    [[nodiscard]] QString newestPost()
    {
        return get(page() + QStringLiteral("/published_posts?limit=1"))
            .body[QStringLiteral("data")][0][QStringLiteral("id")]
            .toString();
    }
    QString comment(const QString &author, const QString &text, const QString &parent)
    {
        return control(QStringLiteral("comments"),
            {{QStringLiteral("author"), author}, {QStringLiteral("text"), text},
                {QStringLiteral("parent"), parent}});
    }

private:
    static QJsonArray noLimits()
    {
        return {QJsonObject{{QStringLiteral("name"), QStringLiteral("1 s")},
            {QStringLiteral("operation"), QStringLiteral("facebook.conversations-api")},
            {QStringLiteral("limit"), 100'000}}};
    }

    SandboxClient m_client;
};

[[nodiscard]] inline int codeOf(const ClientAnswer &answer)
{
    return answer.body[QStringLiteral("error")][QStringLiteral("code")].toInt();
}

[[nodiscard]] inline int subcodeOf(const ClientAnswer &answer)
{
    return answer.body[QStringLiteral("error")][QStringLiteral("error_subcode")].toInt();
}

} // namespace fw::test
