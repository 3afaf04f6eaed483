#pragma once

#include "app/core/error.h"

#include <QFuture>
#include <QLockFile>

#include <memory>

namespace fw {

/// A lock over the tokens of one account, shared by every process of the desk. Held until the last pointer to it goes.
using AccountLock = std::shared_ptr<QLockFile>; // shared only by the steps of one piece of work

constexpr milliseconds kLockPatience{30'000};

/// Waits for `file` without keeping the thread from anything else. A holder that died is noticed at once; one that lives is never overtaken.
/// Errors: Busy after `patience`, Io when the file cannot be made, Cancelled when `owner` dies first.
[[nodiscard]] QFuture<Result<AccountLock>> lockAccount(
    const QString &file, QObject *owner, milliseconds patience = kLockPatience);

} // namespace fw
