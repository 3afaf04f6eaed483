#pragma once

#include "app/desk/definitions/definitions.h"
#include "ui/cli/command.h"

#include <QFile>

namespace fw::cli {

/// The file that is the first word of a command; `usage` is the command as people type it. Errors: Usage without a name, Io.
[[nodiscard]] inline Result<DefinitionFile> namedFile(const Invocation &call, const QString &usage)
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
    return DefinitionFile{.name = name, .bytes = file.readAll()};
}

/// Takes the named file in one transaction, by one of the imports of definitions.h. Errors: of that, of namedFile(), and of opening the desk.
template <typename T>
[[nodiscard]] Result<T> importFile(const Invocation &call, const QString &usage,
    Result<T> (*import)(Database &, const DefinitionFile &, const QString &))
{
    const auto file = namedFile(call, usage);
    if (!file) {
        return Failure(file.error());
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    return await((*workplace)
                     ->store()
                     .write([import, file = *file, by = call.value(QStringLiteral("agent"))](
                                Database &db) { return import(db, file, by); }));
}

} // namespace fw::cli
