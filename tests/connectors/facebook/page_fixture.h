#pragma once

#include "connectors/facebook/facebook_connector.h"
#include "tests/support/fake_clock.h"
#include "tests/support/loopback_server.h"
#include "tests/support/wait_for.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

namespace fw::test {

/// JSON written with ' for ".
inline QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

inline QByteArray payload(const char *name)
{
    QFile file(QStringLiteral(FW_PAYLOADS "/%1.json").arg(QString::fromLatin1(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QByteArray graphError(int code, int subcode = 0, const QByteArray &message = "no")
{
    return json("{'error':{'message':'" + message
        + "','type':'OAuthException','code':" + QByteArray::number(code)
        + ",'error_subcode':" + QByteArray::number(subcode) + ",'fbtrace_id':'Trace_1'}}");
}

template <typename T>
QString errorOf(const Result<T> &result)
{
    return result ? QStringLiteral("none") : toString(result.error().code);
}

/// A connector of Page 100, "shop", on a scripted server. The server's clock says 2025-11-19T14:00:00Z, and so does ours.
struct PageFixture {
    using Step = LoopbackServer::Step;
    using Headers = QList<QPair<QByteArray, QByteArray>>;

    PageFixture() { make(account()); }

    [[nodiscard]] Account account() const
    {
        return {.network = Network::Facebook,
            .baseUrl = server.url(QStringLiteral("/")).toString(),
            .remoteId = QStringLiteral("100"),
            .handle = QStringLiteral("shop"),
            .displayName = QStringLiteral("Shop")};
    }

    /// `appSecret` may be null.
    void make(const Account &of, const TokenSource &appSecret = {})
    {
        connector = makeFacebookConnector(
            of, [] { return Result<QByteArray>(QByteArray("EAAB_demo_page_token")); }, clock, {}, appSecret);
    }
    void makeWith(const QJsonObject &settings)
    {
        Account of = account();
        of.settings = settings;
        make(of);
    }

    [[nodiscard]] static Step answer(int status, const QByteArray &body, Headers headers = {})
    {
        headers.append(qMakePair(QByteArray("Date"), QByteArray("Wed, 19 Nov 2025 14:00:00 GMT")));
        return {.bytes = LoopbackServer::answer(status, body, headers)};
    }
    /// Every request is answered alike from now on.
    void always(int status, const QByteArray &body, const Headers &headers = {})
    {
        const Step step = answer(status, body, headers);
        server.setScript([step](const WireRequest &) { return step; });
    }

    [[nodiscard]] QString asked(qsizetype request, const char *name) const
    {
        return QUrlQuery(QUrl::fromEncoded(server.requests().at(request).target))
            .queryItemValue(QString::fromLatin1(name), QUrl::FullyDecoded);
    }
    [[nodiscard]] QByteArray path(qsizetype request) const
    {
        return server.requests().at(request).target.split('?').constFirst();
    }

    FakeClock clock;
    LoopbackServer server;
    std::unique_ptr<Connector> connector;
};

} // namespace fw::test
