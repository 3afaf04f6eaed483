#include "connectors/http/token_source.h"

#include <QFile>

#include <algorithm>

namespace fw {

namespace {
using namespace Qt::StringLiterals;

constexpr qint64 kMaxToken = 16 * 1024;

Result<QByteArray> readToken(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Failure({.code = ErrorCode::Io,
            .detail = u"cannot read the token file %1: %2"_s.arg(path, file.errorString())});
    }
    const QByteArray token = file.read(kMaxToken).trimmed();
    if (token.isEmpty()) {
        return Failure(
            {.code = ErrorCode::Unauthorised, .detail = u"the token file %1 is empty"_s.arg(path)});
    }
    // A line break inside would let the file write headers of its own.
    const bool isPlain = std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c < 0x7f; });
    if (!isPlain) {
        return Failure({.code = ErrorCode::Unauthorised,
            .detail = u"the token file %1 holds more than one token"_s.arg(path)});
    }
    return token;
}
} // namespace

TokenSource tokenFromFile(const QString &file)
{
    return [file] { return readToken(file); };
}

TokenSource noToken()
{
    return [] {
        return Result<QByteArray>(
            Failure({.code = ErrorCode::Unauthorised, .detail = u"nobody is signed in to this account"_s}));
    };
}

} // namespace fw
