#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace fw {

/// What stands for a field in a text, by name: "customer.first_name" for {customer.first_name}.
using FieldValues = QHash<QString, QString>;

/// A text with its fields replaced.
struct Filled {
    QString text = {};
    QStringList missing
        = {}; // fields nobody knew a value for; they still stand in the text. Each once, in order
    bool operator==(const Filled &) const = default;
};

/// Replaces every field there is a value for; an empty value is none. Values are not looked into for fields.
[[nodiscard]] Filled fill(const QString &text, const FieldValues &values);
/// The fields that stand in a text: {word} or {word.word}, in small letters. Each once, in order.
[[nodiscard]] QStringList fieldsIn(const QString &text);
/// What a field's name may begin with: "customer", "order", …
[[nodiscard]] const QStringList &fieldRoots();

} // namespace fw
