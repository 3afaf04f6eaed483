#pragma once

#include "connectors/sandbox/sandbox.h"
#include "tests/connectors/pinterest/pinterest_fixture.h"

#include <QJsonArray>
#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace fw::test {

/// A connector on the simulated Pinterest, and a hand that steers it.
struct SandboxRoad {
    explicit SandboxRoad(const QJsonObject &scenario = {}, const QJsonObject &settings = {})
    {
        const QString name = QStringLiteral("pinterest");
        auto started = sandbox::Sandbox::start(clock, {.scenario = QJsonObject{{name, scenario}}});
        Q_ASSERT(started);
        sandbox = std::move(*started);
        account = {.network = Network::Pinterest,
            .baseUrl = sandbox->url(),
            .remoteId = sandbox->brandId(name),
            .handle = sandbox->brandHandle(name),
            .settings = settings};
        restart();
    }

    void restart()
    {
        const auto token = [] { return Result<QByteArray>(QByteArray("any")); };
        connector = makePinterestConnector(account, token, clock);
    }

    struct Answer {
        int status = 0;
        QJsonObject body = {};
        QHash<QByteArray, QByteArray> headers = {};
    };

    Answer ask(const QByteArray &method, const QString &target, const QByteArray &body = {},
        const QByteArray &contentType = "application/json", const QByteArray &authorization = "Bearer any")
    {
        QNetworkRequest request(QUrl::fromEncoded((sandbox->url() + target).toLatin1()));
        request.setRawHeader("Content-Type", contentType);
        request.setRawHeader("Authorization", authorization);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        QNetworkReply *reply = network.sendCustomRequest(request, method, body);
        QSignalSpy finished(reply, &QNetworkReply::finished);
        if (!reply->isFinished()) {
            finished.wait();
        }
        Answer answer{.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
            .body = QJsonDocument::fromJson(reply->readAll()).object()};
        for (const auto &[name, value] : reply->rawHeaderPairs()) {
            answer.headers.insert(name.toLower(), value);
        }
        reply->deleteLater();
        return answer;
    }

    QJsonObject control(const QByteArray &method, const QString &path, const QJsonObject &body = {})
    {
        return ask(method, QStringLiteral("/sandbox/") + path, QJsonDocument(body).toJson()).body;
    }

    QString comment(const QString &text, const QString &parent = {})
    {
        QJsonObject body{
            {QStringLiteral("author"), QStringLiteral("maria_k")}, {QStringLiteral("text"), text}};
        if (!parent.isEmpty()) {
            body.insert(QStringLiteral("reply_to"), parent);
        }
        return control("POST", QStringLiteral("pinterest/comments"), body)
            .value(QStringLiteral("id"))
            .toString();
    }

    QList<QJsonObject> brandComments()
    {
        QList<QJsonObject> found;
        const QJsonArray all = control("GET", QStringLiteral("pinterest/comments"))
                                   .value(QStringLiteral("comments"))
                                   .toArray();
        for (const QJsonValue &entry : all) {
            if (entry.toObject().value(QStringLiteral("by_brand")).toBool()) {
                found.append(entry.toObject());
            }
        }
        return found;
    }

    void fault(const QJsonObject &rule)
    {
        (void)control("POST", QStringLiteral("faults"), {{QStringLiteral("rules"), QJsonArray{rule}}});
    }

    FakeClock clock;
    std::unique_ptr<sandbox::Sandbox> sandbox;
    Account account;
    std::unique_ptr<Connector> connector;
    QNetworkAccessManager network;
};

} // namespace fw::test
