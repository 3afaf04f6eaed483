#include "connectors/sandbox/http.h"

#include <QJsonDocument>
#include <QLocale>

#include <algorithm>

namespace fw::sandbox {

using namespace Qt::StringLiterals;

namespace {
QByteArray reasonOf(int status)
{
    static const QHash<int, QByteArray> reasons{
        {200, "OK"},
        {302, "Found"},
        {304, "Not Modified"},
        {201, "Created"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {402, "Payment Required"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {409, "Conflict"},
        {429, "Too Many Requests"},
        {500, "Internal Server Error"},
        {502, "Bad Gateway"},
        {503, "Service Unavailable"},
        {504, "Gateway Timeout"},
    };
    return reasons.value(status, "Status");
}
} // namespace

QByteArray wireBytes(int status, const HeaderLines &headers, const QByteArray &body, qsizetype declaredExtra)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonOf(status) + "\r\n";
    for (const auto &[name, value] : headers) {
        bytes += name + ": " + value + "\r\n";
    }
    bytes += "content-length: " + QByteArray::number(body.size() + declaredExtra) + "\r\n\r\n";
    return bytes + body;
}

HeaderLines merged(HeaderLines usual, const HeaderLines &special)
{
    usual.removeIf([&special](const auto &line) {
        return std::any_of(special.cbegin(), special.cend(),
            [&line](const auto &other) { return other.first == line.first; });
    });
    return usual + special;
}

QByteArray compactJson(const QJsonObject &body)
{
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

QByteArray bodyBytes(const HttpAnswer &answer)
{
    return answer.bytes ? *answer.bytes : compactJson(answer.body);
}

QByteArray httpDate(Instant now)
{
    return QLocale::c().toString(toDateTime(now), u"ddd, dd MMM yyyy HH:mm:ss"_s).toLatin1() + " GMT";
}

} // namespace fw::sandbox
