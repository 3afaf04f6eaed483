#pragma once

#include "connectors/http/http_types.h"

#include <QNetworkReply>
#include <QNetworkRequest>

namespace fw {

/// Why `request` cannot be made; nothing when it can.
[[nodiscard]] std::optional<Error> refusalOf(const HttpRequest &request);

/// Whether `host` is this machine, by name or address.
[[nodiscard]] bool isThisMachine(const QString &host);

/// `request` as Qt's network manager is to send it, with everything switched off that it would do on its own.
[[nodiscard]] QNetworkRequest networkRequest(const HttpRequest &request, bool isWrite);

/// Whether `error` only repeats what the status says: then the whole answer came.
[[nodiscard]] bool isStatusInOtherWords(QNetworkReply::NetworkError error, int status);

/// What kept a connection from being made, in English. Qt's own words may quote the whole address, so they are not used.
[[nodiscard]] QString connectionWords(QNetworkReply::NetworkError error, const QStringList &tlsErrors);

/// What of `answer` may be kept raw.
[[nodiscard]] RawAnswer rawAnswerOf(const HttpRequest &request, const HttpAnswer &answer);

} // namespace fw
