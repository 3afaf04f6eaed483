#pragma once

#include "app/core/error.h"
#include "connectors/oauth/secret_bytes.h"

#include <QFuture>

namespace fw {

/// Where secrets of accounts are kept, by name. The only place on disk that ever holds one.
/// Calls return at once; futures finish in the calling thread, which needs an event loop. One thread at a time.
/// Errors of all: Locked, Io, and what the implementation names.
class TokenVault
{
public:
    /// Locked: a passphrase opens it. New: there is none yet, and a passphrase makes one.
    enum class State { Ready, Locked, New };

    virtual ~TokenVault() = default;
    [[nodiscard]] virtual QFuture<Result<State>> state() = 0;
    /// Opens or makes the vault. Errors: Forbidden (wrong passphrase), Storage (damaged), Usage (no passphrase, or none is wanted).
    [[nodiscard]] virtual Done unlock(SecretBytes passphrase) = 0;
    /// Errors: NotFound.
    [[nodiscard]] virtual QFuture<Result<QByteArray>> read(const QString &name) = 0;
    /// When the future says so, `secret` survives a crash of this computer.
    [[nodiscard]] virtual QFuture<Done> write(const QString &name, const QByteArray &secret) = 0;
    /// What is not there is removed already.
    [[nodiscard]] virtual QFuture<Done> remove(const QString &name) = 0;
};

} // namespace fw
