#pragma once

#include "app/core/error.h"

#include <QByteArray>
#include <QJsonObject>

namespace fw {

constexpr int kMaxJsonDepth = 64;

/// The JSON object that `body` is, for whoever wants Qt's values; JsonAnswer is faster. Objects and lists may stand kMaxJsonDepth deep in one
/// another, the outermost counted. Errors: MalformedAnswer; the detail names the offset in bytes and, in English, what is wrong there, and quotes nothing.
[[nodiscard]] Result<QJsonObject> jsonObjectIn(const QByteArray &body);

/// The offset of the first bracket that opens deeper than kMaxJsonDepth; -1 when there is none. Brackets in strings do not count.
[[nodiscard]] qsizetype offsetTooDeep(const QByteArray &body);

} // namespace fw
