#pragma once

#include "app/core/clock.h"

#include <QHash>
#include <QJsonObject>
#include <QUrlQuery>

#include <optional>

namespace fw::sandbox {

using HeaderLines = QList<QPair<QByteArray, QByteArray>>;

struct HttpRequest {
    QByteArray method = {};
    QString path = {};
    QUrlQuery query = {};
    QHash<QByteArray, QByteArray> headers = {}; // names in lower case
    QByteArray body = {};
    int connection = 0; // which TCP connection, from 1
};

struct HttpAnswer {
    int status = 200;
    QJsonObject body = {};
    HeaderLines headers = {}; // beside those of NetworkSim::headers(); one of the same name replaces it
    std::optional<QByteArray> bytes = {}; // sent instead of `body`: a list, a page for people, nothing at all
};

/// What goes over the wire for one request, and what becomes of the connection.
struct Delivery {
    enum class After { KeepOpen, Close, Reset, Mute }; // Mute: open, and never another byte

    QByteArray bytes = {};
    After after = After::KeepOpen;
    milliseconds delay = {}; // virtual time
};

/// Head and body as bytes. `declaredExtra` makes Content-Length larger than the body is.
[[nodiscard]] QByteArray wireBytes(
    int status, const HeaderLines &headers, const QByteArray &body, qsizetype declaredExtra = 0);
/// `special` wins over `usual` lines of the same name.
[[nodiscard]] HeaderLines merged(HeaderLines usual, const HeaderLines &special);
[[nodiscard]] QByteArray compactJson(const QJsonObject &body);
[[nodiscard]] QByteArray bodyBytes(const HttpAnswer &answer);
/// RFC 9110 date: "Wed, 19 Nov 2025 14:00:00 GMT".
[[nodiscard]] QByteArray httpDate(Instant now);

} // namespace fw::sandbox
