#pragma once

#include <QJsonValue>
#include <QString>

namespace fw::pinterest {

/// Whether `text` is a JSON pointer (RFC 6901): empty, or `/member/0/…` with `~0` for ~ and `~1` for /.
[[nodiscard]] bool isPointer(const QString &text);

/// What `pointer` names in `root`; Undefined when there is no such thing. The empty pointer names the whole.
[[nodiscard]] QJsonValue valueAt(const QJsonValue &root, const QString &pointer);

/// The same as text: strings as they are, whole numbers in digits, everything else empty.
[[nodiscard]] QString textAt(const QJsonValue &root, const QString &pointer);

} // namespace fw::pinterest
