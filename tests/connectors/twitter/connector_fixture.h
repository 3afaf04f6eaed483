#pragma once

#include "connectors/twitter/twitter_connector.h"
#include "tests/support/fake_clock.h"
#include "tests/support/loopback_server.h"
#include "tests/support/wait_for.h"

#include <QUrlQuery>

namespace fw::test {

/// JSON written with ' for ".
inline QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

/// A connector of account 7, "shop", on a scripted server. The server's clock says 2025-11-19T14:00:00Z.
struct ConnectorFixture {
    ConnectorFixture() { connector = makeTwitterConnector(account(), token(), clock); }

    [[nodiscard]] Account account() const
    {
        return {.network = Network::Twitter,
            .baseUrl = server.url(QStringLiteral("/")).toString(),
            .remoteId = QStringLiteral("7"),
            .handle = QStringLiteral("shop")};
    }

    [[nodiscard]] static TokenSource token()
    {
        return [] { return Result<QByteArray>(QByteArray("secret")); };
    }

    void make(const Account &account) { connector = makeTwitterConnector(account, token(), clock); }

    /// Every request is answered alike from now on.
    void always(int status, const QByteArray &body, QList<QPair<QByteArray, QByteArray>> headers = {})
    {
        headers.append(qMakePair(QByteArray("Date"), QByteArray("Wed, 19 Nov 2025 14:00:00 GMT")));
        const LoopbackServer::Step step{LoopbackServer::answer(status, body, headers)};
        server.setScript([step](const WireRequest &) { return step; });
    }

    [[nodiscard]] QUrlQuery query(qsizetype request) const
    {
        return QUrlQuery(QUrl::fromEncoded(server.requests().at(request).target));
    }
    [[nodiscard]] QString asked(qsizetype request, const char *name) const
    {
        return query(request).queryItemValue(QString::fromLatin1(name), QUrl::FullyDecoded);
    }
    [[nodiscard]] QByteArray path(qsizetype request) const
    {
        return server.requests().at(request).target.split('?').constFirst();
    }

    FakeClock clock;
    LoopbackServer server;
    std::unique_ptr<Connector> connector;
};

template <typename T>
QString errorOf(const Result<T> &result)
{
    return result ? QStringLiteral("none") : toString(result.error().code);
}

} // namespace fw::test
