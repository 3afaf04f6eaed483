#pragma once

#include "connectors/http/json_view.h"

#include <QString>

namespace fw::pinterest {

/// Whether `text` is a JSON pointer (RFC 6901): empty, or `/member/0/…` with `~0` for ~ and `~1` for /.
[[nodiscard]] bool isPointer(const QString &text);

/// What `pointer` names in `root`; missing when there is no such thing. The empty pointer names the whole.
[[nodiscard]] JsonView valueAt(JsonView root, const QString &pointer);

/// The same as text: strings as they are, whole numbers in digits, everything else empty.
[[nodiscard]] QString textAt(JsonView root, const QString &pointer);

} // namespace fw::pinterest
