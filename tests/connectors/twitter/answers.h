#pragma once

#include "connectors/twitter/twitter_errors.h"
#include "connectors/twitter/twitter_limits.h"
#include "connectors/twitter/twitter_parse.h"

#include <QFile>

namespace fw::test {

inline const QString kSent = QStringLiteral("Hello Anna, your parcel left our warehouse this morning.");
inline const Instant kServerTime = instantFromMs(1'763'560'800'000); // Unix second 1763560800

inline QByteArray payload(const char *name)
{
    QFile file(QStringLiteral(FW_PAYLOADS "/%1.json").arg(QString::fromLatin1(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// JSON written with ' for ".
inline QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

inline HttpAnswer answerOf(
    int status, const QByteArray &body, const QHash<QByteArray, QByteArray> &headers = {})
{
    return {
        .status = status, .headers = headers, .body = body, .error = std::nullopt, .serverTime = kServerTime};
}

/// The outcome of a write whose answer names the new post in `data.id`.
inline Outcome outcomeOf(
    const HttpAnswer &answer, const QString &sent = kSent, Operation operation = Operation::Reply)
{
    return twitter::outcomeOf(answer, twitter::factsOf(answer, operation, kServerTime),
        {.operation = operation, .text = sent, .remoteIdIn = [](const QByteArray &body) {
             return twitter::readWrittenId(body, QStringLiteral("id"));
         }});
}

} // namespace fw::test
