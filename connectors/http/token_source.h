#pragma once

#include "app/core/error.h"

#include <QByteArray>

#include <functional>

namespace fw {

/// Gives the bearer token, anew for every call, so that a renewed one is used at once.
using TokenSource = std::function<Result<QByteArray>()>;

/// Reads the token from `file` each time it is asked; white space around it is dropped.
/// Errors: Io (the file cannot be read), Unauthorised (there is no token in it, or something that cannot be one).
[[nodiscard]] TokenSource tokenFromFile(const QString &file);
/// For an account that nobody has signed in. Error: Unauthorised.
[[nodiscard]] TokenSource noToken();

} // namespace fw
