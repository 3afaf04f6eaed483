#pragma once

#include "app/model/refresh_source.h"

#include <QJsonValue>

namespace fw {

/// Asks source.url for one customer with GET; {key} is percent-encoded. Where FOLDER/HOST.token is there, its contents go along as bearer: no definition can send a token
/// to another host than it is for. It must be its owner's alone. Blocks, with an event loop inside, for the source's time-out. Thread: any that may wait.
/// Errors: Offline, Timeout, Unauthorised (a token refused, or readable by others), Forbidden, NotFound, RateLimited, BadRequest, ServerFault, MalformedAnswer, Usage, Io.
[[nodiscard]] Result<QJsonValue> askAddress(
    const RefreshSource &source, const QString &key, const QString &tokenFolder);

} // namespace fw
