#pragma once

#include "connectors/pinterest/pinterest_connector.h"
#include "tests/support/fake_clock.h"
#include "tests/support/loopback_server.h"
#include "tests/support/wait_for.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

namespace fw::test {

/// JSON written with ' for ".
inline QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

inline QJsonObject jsonObject(const QByteArray &text)
{
    return QJsonDocument::fromJson(json(text)).object();
}

inline QByteArray payload(const char *name)
{
    QFile file(QStringLiteral(FW_PAYLOADS "/%1.json").arg(QString::fromLatin1(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

template <typename T>
QString errorOf(const Result<T> &result)
{
    return result ? QStringLiteral("none") : toString(result.error().code);
}

/// What a whole walk over a stream brought.
struct Walked {
    QList<Post> posts = {};
    QByteArray state = {};
    int pages = 0;
    int unreadable = 0;
    QString error = QStringLiteral("none");
    std::optional<qint64> audience = {};

    [[nodiscard]] QStringList bodies() const
    {
        QStringList found;
        for (const Post &post : posts) {
            found.append(post.body);
        }
        return found;
    }
};

/// As intake does it: page by page, the state of the last page kept.
inline Walked walkStream(Connector &connector, const QString &stream, const QByteArray &state = {})
{
    Walked walked{.state = state};
    Cursor cursor{.stream = stream, .state = state};
    do {
        const auto answer = waitFor(connector.fetch(cursor));
        if (!answer.result) {
            walked.error = toString(answer.result.error().code);
            return walked;
        }
        ++walked.pages;
        walked.posts += answer.result->posts;
        walked.unreadable += answer.result->unreadable;
        walked.audience = answer.facts.audience ? answer.facts.audience : walked.audience;
        if (!answer.result->newState.isEmpty()) {
            walked.state = answer.result->newState;
        }
        cursor.pageToken = answer.result->nextPageToken;
    } while (!cursor.pageToken.isEmpty() && walked.pages < 1000);
    return walked;
}

/// The profile of docs/pinterest.md, on a path of the account's own server.
inline QJsonObject partnerProfile()
{
    QFile file(QStringLiteral(FW_PARTNER_PROFILE));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

/// A connector of account 77, "shop", on a scripted server. The server's clock says 2025-11-19T14:00:00Z.
struct PinterestFixture {
    using Step = LoopbackServer::Step;

    explicit PinterestFixture(const QJsonObject &settings = {}) { make(settings); }

    void make(const QJsonObject &settings)
    {
        const Account account{.network = Network::Pinterest,
            .baseUrl = server.url().toString(),
            .remoteId = QStringLiteral("77"),
            .handle = QStringLiteral("shop"),
            .settings = settings};
        const auto token = [] { return Result<QByteArray>(QByteArray("secret")); };
        connector = makePinterestConnector(account, token, clock);
    }

    [[nodiscard]] static Step step(
        int status, const QByteArray &body, QList<QPair<QByteArray, QByteArray>> headers = {})
    {
        headers.append(qMakePair(QByteArray("Date"), QByteArray("Wed, 19 Nov 2025 14:00:00 GMT")));
        return {.bytes = LoopbackServer::answer(status, body, headers)};
    }

    /// Every request is answered alike from now on.
    void always(int status, const QByteArray &body, const QList<QPair<QByteArray, QByteArray>> &headers = {})
    {
        const Step answer = step(status, body, headers);
        server.setScript([answer](const WireRequest &) { return answer; });
    }

    /// Requests are answered by the part of their target they contain; 404 otherwise.
    void byTarget(const QList<QPair<QByteArray, QByteArray>> &answers)
    {
        server.setScript([answers](const WireRequest &request) {
            for (const auto &entry : answers) {
                if (request.target.contains(entry.first)) {
                    return step(200, entry.second);
                }
            }
            return step(404, json("{'code':50,'message':'Pin not found.'}"));
        });
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
