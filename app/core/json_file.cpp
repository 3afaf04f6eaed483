#include "app/core/json_file.h"

#include <QFile>
#include <QJsonDocument>

namespace fw {

using namespace Qt::StringLiterals;

Result<QJsonObject> readJsonFile(const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly)) {
        return Failure(
            {.code = ErrorCode::Io, .detail = u"cannot read "_s + file + u": "_s + source.errorString()});
    }
    const QByteArray bytes = source.readAll();
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &parseError);
    if (!document.isObject()) {
        const QByteArray before = bytes.left(parseError.offset);
        const QString what = parseError.error == QJsonParseError::NoError ? u"not a JSON object"_s
                                                                          : parseError.errorString();
        return Failure({.code = ErrorCode::Usage,
            .detail = u"%1, line %2: %3"_s.arg(file).arg(before.count('\n') + 1).arg(what)});
    }
    return document.object();
}

} // namespace fw
