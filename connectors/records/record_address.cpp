#include "connectors/records/record_address.h"

#include "app/core/async.h"
#include "connectors/http/http_client.h"
#include "connectors/http/http_status.h"
#include "connectors/http/json_body.h"
#include "connectors/http/token_source.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr int kOk = 200;

Failure failed(ErrorCode code, const QString &detail)
{
    return Failure({.code = code, .detail = detail});
}

Result<QByteArray> tokenFor(const QString &host, const QString &folder)
{
    const QString file = u"%1/%2.token"_s.arg(folder, host);
    if (!QFile::exists(file)) {
        return QByteArray();
    }
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if ((QFile::permissions(file) & others) != 0) {
        return failed(
            ErrorCode::Unauthorised, u"others can read the token; say: chmod 600 \"%1\""_s.arg(file));
    }
    return tokenFromFile(file)();
}

HttpAnswer waitFor(const QFuture<HttpAnswer> &future)
{
    QEventLoop loop;
    QFutureWatcher<HttpAnswer> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished()) {
        loop.exec();
    }
    return future.resultCount() > 0 ? future.result() : HttpAnswer{};
}

Result<QJsonValue> valueIn(const HttpAnswer &answer, const QString &host)
{
    if (answer.error) {
        const QString detail = answer.error->detail;
        return failed(answer.error->code, detail.isEmpty() ? u"%1 did not answer"_s.arg(host) : detail);
    }
    if (answer.status != kOk) {
        return failed(
            codeOfStatus(answer.status), u"%1 answered with status %2"_s.arg(host).arg(answer.status));
    }
    if (const qsizetype deep = offsetTooDeep(answer.body); deep >= 0) {
        return failed(ErrorCode::MalformedAnswer,
            u"the answer of %1 is nested too deep at byte %2"_s.arg(host).arg(deep));
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(answer.body, &error);
    if (document.isNull()) {
        return failed(ErrorCode::MalformedAnswer,
            u"the answer of %1 is no JSON: %2 at byte %3"_s.arg(host, error.errorString()).arg(error.offset));
    }
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}
} // namespace

Result<QJsonValue> askAddress(const RefreshSource &source, const QString &key, const QString &tokenFolder)
{
    QString address = source.url;
    address.replace("{key}"_L1, QString::fromLatin1(QUrl::toPercentEncoding(key)));
    const QUrl url(address, QUrl::StrictMode);
    const auto token = tokenFor(url.host(), tokenFolder);
    if (!token) {
        return Failure(token.error());
    }
    HttpClient client;
    const HttpAnswer answer = waitFor(client.get({.url = url, .bearer = *token, .deadline = source.timeout}));
    return valueIn(answer, url.host());
}

} // namespace fw
