#pragma once

#include "connectors/http/raw_sink.h"

namespace fw::wiring {

/// Writes each answer into a file of its own in `folder`, which is made when it is not there: "care-0001-GET-2-users-me.txt" with the request's method, host
/// and path, the status, the headers and the body, redacted (connectors/http/redact.h). Files 0600. A file that cannot be written is
/// left out. Errors: Io.
[[nodiscard]] Result<RawSink> rawAnswersInto(const QString &folder, const QString &accountName);

} // namespace fw::wiring
