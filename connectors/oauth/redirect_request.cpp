#include "connectors/oauth/redirect_request.h"

#include "connectors/oauth/secret_bytes.h"

#include <QRegularExpression>
#include <QUrlQuery>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr char kHeadEnd[] = "\r\n\r\n";

Failure refused(ErrorCode code, const QString &detail)
{
    return Failure({.code = code, .detail = detail});
}

/// The value of the header `name`; empty when it is missing, and when it is there twice.
QByteArray headerIn(const QList<QByteArray> &lines, const QByteArray &name)
{
    QByteArray found;
    int count = 0;
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).toLower() == name) {
            found = line.mid(colon + 1).trimmed();
            ++count;
        }
    }
    return count == 1 ? found : QByteArray();
}

bool isOurHost(const QByteArray &host, quint16 port)
{
    const QByteArray suffix = ':' + QByteArray::number(port);
    return host == "127.0.0.1" + suffix || host == "localhost" + suffix;
}

/// The one value of a parameter. Errors: MalformedAnswer when it is there twice.
Result<QByteArray> valueOf(const QUrlQuery &query, const QString &name)
{
    const QStringList values = query.allQueryItemValues(name, QUrl::FullyDecoded);
    if (values.size() > 1) {
        return refused(ErrorCode::MalformedAnswer, u"the redirect says \"%1\" twice"_s.arg(name));
    }
    return values.isEmpty() ? QByteArray() : values.first().toUtf8();
}

/// Names of errors are a few plain words (RFC 6749, 4.1.2.1); anything else is not repeated.
QString plainName(const QByteArray &error)
{
    static const QRegularExpression plain(u"^[a-z_]{1,40}$"_s);
    const QString name = QString::fromLatin1(error);
    return plain.match(name).hasMatch() ? name : u"an error"_s;
}

Result<QByteArray> codeInQuery(const QUrlQuery &query, const QByteArray &expectedState)
{
    const auto state = valueOf(query, u"state"_s);
    const auto error = valueOf(query, u"error"_s);
    const auto code = valueOf(query, u"code"_s);
    for (const auto *value : {&state, &error, &code}) {
        if (!*value) {
            return *value;
        }
    }
    // First of all: whoever does not know the state does not even end a sign-in with a word of their own.
    if (expectedState.isEmpty() || !isSame(*state, expectedState)) {
        return refused(ErrorCode::Forbidden, u"the answer does not belong to this sign-in (other state)"_s);
    }
    if (!error->isEmpty()) {
        const bool isNo = *error == "access_denied";
        return refused(isNo ? ErrorCode::Unauthorised : ErrorCode::BadRequest,
            isNo ? u"the sign-in was refused in the browser (access_denied)"_s
                 : u"the network answered the sign-in with %1"_s.arg(plainName(*error)));
    }
    if (code->isEmpty()) {
        return refused(ErrorCode::BadRequest, u"the answer holds no code"_s);
    }
    return code;
}
} // namespace

RedirectProgress progressOf(const QByteArray &bytes)
{
    static const QByteArray kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    if (!bytes.isEmpty() && !kLetters.contains(bytes.front())) {
        return RedirectProgress::Refused; // TLS, for one
    }
    if (bytes.contains(kHeadEnd)) {
        return RedirectProgress::Whole;
    }
    return bytes.size() > kMaxRedirectHead ? RedirectProgress::Refused : RedirectProgress::Partial;
}

Result<QByteArray> codeIn(const QByteArray &bytes, const RedirectExpected &expected)
{
    const qsizetype end = bytes.indexOf(kHeadEnd);
    if (bytes.size() > kMaxRedirectHead) {
        return refused(ErrorCode::MalformedAnswer, u"the request is too large for a redirect"_s);
    }
    static const QRegularExpression requestLine(u"^([A-Z]+) (/[!-~]*) HTTP/1\\.[01]$"_s);
    QList<QByteArray> lines = bytes.first(std::max<qsizetype>(end, 0)).split('\n');
    for (QByteArray &line : lines) {
        line = line.trimmed();
    }
    const auto match = requestLine.match(QString::fromLatin1(lines.first()));
    if (end < 0 || !match.hasMatch()) {
        return refused(ErrorCode::MalformedAnswer, u"what came is no HTTP request"_s);
    }
    if (bytes.size() > end + qsizetype(sizeof kHeadEnd) - 1) {
        return refused(ErrorCode::MalformedAnswer, u"more came than one redirect"_s);
    }
    if (match.captured(1) != "GET"_L1) {
        return refused(ErrorCode::BadRequest, u"a redirect is a GET"_s);
    }
    if (!isOurHost(headerIn(lines, "host"), expected.port)) {
        return refused(ErrorCode::Forbidden, u"the request names another host"_s);
    }
    const QByteArray target = match.captured(2).toLatin1();
    const qsizetype question = target.indexOf('?');
    if (target.first(question < 0 ? target.size() : question) != expected.path) {
        return refused(ErrorCode::NotFound, u"the request is for another path"_s);
    }
    // A form's space is a plus sign; codes and states hold neither, so nothing is lost by taking it literally.
    return codeInQuery(QUrlQuery(QString::fromLatin1(question < 0 ? QByteArray() : target.mid(question + 1))),
        expected.state);
}

} // namespace fw
