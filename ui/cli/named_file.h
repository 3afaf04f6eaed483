#pragma once

#include "ui/cli/command.h"

#include <QFile>

namespace fw::cli {

/// A file that is the first word of a command.
struct NamedFile {
    QString name = {};
    QByteArray bytes = {};
};

/// `usage` is the command as people type it. Errors: Usage without a name, Io.
[[nodiscard]] inline Result<NamedFile> namedFile(const Invocation &call, const QString &usage)
{
    const QString name = call.words.value(0);
    if (name.isEmpty()) {
        return Failure({.code = ErrorCode::Usage, .detail = QStringLiteral("say which file: ") + usage});
    }
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        return Failure({.code = ErrorCode::Io,
            .detail = QStringLiteral("cannot read %1: %2").arg(name, file.errorString())});
    }
    return NamedFile{.name = name, .bytes = file.readAll()};
}

} // namespace fw::cli
