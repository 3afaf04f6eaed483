#pragma once

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace fw::sandbox::facebook {

/// One name of `fields=`, with what is asked of it: `comments.limit(5).order(chronological){id,from{name}}`.
struct Field {
    QString name = {};
    QString alias = {}; // `.as(other)`: the name in the answer
    QHash<QString, QString> modifiers = {};
    QList<Field> fields = {};
    bool hasFields = false;
    [[nodiscard]] QString key() const { return alias.isEmpty() ? name : alias; }
};

/// Modifiers may stand before or after the braces. Empty: the list cannot be read.
[[nodiscard]] std::optional<QList<Field>> parseFields(const QString &text);

} // namespace fw::sandbox::facebook
