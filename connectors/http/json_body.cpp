#include "connectors/http/json_body.h"

#include <QJsonDocument>

namespace fw {

namespace {
using namespace Qt::StringLiterals;

Failure malformed(const QString &words, qsizetype offset)
{
    return Failure(
        {.code = ErrorCode::MalformedAnswer, .detail = u"no JSON at offset %1: %2"_s.arg(offset).arg(words)});
}
} // namespace

qsizetype offsetTooDeep(const QByteArray &body)
{
    int depth = 0;
    bool isInString = false;
    for (qsizetype i = 0; i < body.size(); ++i) {
        const char c = body.at(i);
        if (isInString) {
            if (c == '\\') {
                ++i; // whatever is escaped ends nothing
            } else if (c == '"') {
                isInString = false;
            }
        } else if (c == '"') {
            isInString = true;
        } else if (c == '[' || c == '{') {
            if (++depth > kMaxJsonDepth) {
                return i;
            }
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return -1;
}

Result<QJsonObject> jsonObjectIn(const QByteArray &body)
{
    // Qt itself goes 1024 deep, which is more than whoever walks the tree by recursion should be asked to.
    if (const qsizetype offset = offsetTooDeep(body); offset >= 0) {
        return malformed(u"deeper than %1"_s.arg(kMaxJsonDepth), offset);
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError) {
        return malformed(error.errorString(), error.offset);
    }
    if (!document.isObject()) {
        return Failure({.code = ErrorCode::MalformedAnswer, .detail = u"no JSON object at offset 0"_s});
    }
    return document.object();
}

} // namespace fw
