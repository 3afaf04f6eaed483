#pragma once

#include "connectors/sandbox/sandbox.h"
#include "tests/support/fake_clock.h"

#include <QHash>
#include <QJsonArray>
#include <QNetworkAccessManager>

namespace fw::test {

struct ClientAnswer {
    int status = 0;                             // 0: no answer came
    QHash<QByteArray, QByteArray> headers = {}; // names in lower case
    QByteArray bytes = {};
    QJsonObject body = {};
};

/// A sandbox on a clock that stands still, and somebody who talks to it over HTTP and waits for each answer.
class SandboxClient final
{
public:
    explicit SandboxClient(const QJsonObject &scenario = {}, quint32 seed = 1);

    [[nodiscard]] FakeClock &clock() { return m_clock; }
    [[nodiscard]] const sandbox::Sandbox &sandbox() const { return *m_sandbox; }
    void setToken(const QByteArray &token) { m_token = token; }

    ClientAnswer get(const QString &path);
    ClientAnswer post(const QString &path, const QJsonObject &body);
    ClientAnswer remove(const QString &path);

    /// Path of the brand's mentions or own posts, with a query.
    [[nodiscard]] QString mentionsPath(const QString &query = {}) const;
    [[nodiscard]] QString timelinePath(const QString &query = {}) const;
    ClientAnswer reply(const QString &text, const QString &parent);
    /// What `author` writes, through the control endpoint; the id.
    QString write(const QString &author, const QString &text, const QString &parent = {});
    void setFault(const QJsonObject &rule);
    [[nodiscard]] QJsonArray posts();
    [[nodiscard]] QJsonArray brandPosts();
    [[nodiscard]] QJsonArray requests();

private:
    ClientAnswer send(const QByteArray &method, const QString &path, const QByteArray &body);

    FakeClock m_clock;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    QNetworkAccessManager m_network;
    QByteArray m_token = "any";
};

/// The ids of `data`, in order.
[[nodiscard]] QStringList idsOf(const ClientAnswer &page);

} // namespace fw::test
