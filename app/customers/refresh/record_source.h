#pragma once

#include "app/model/refresh_source.h"

#include <QJsonValue>

#include <functional>

namespace fw {

/// Asks a source for one customer and waits for the answer, no longer than its time-out says. Errors say what to do, and nothing of what is in a record:
/// Offline, Timeout, Unauthorised, NotFound, MalformedAnswer, ServerFault, RateLimited, Storage, Usage. Thread: any that may wait.
using AskSource = std::function<Result<QJsonValue>(const RefreshSource &source, const QString &key)>;

} // namespace fw
