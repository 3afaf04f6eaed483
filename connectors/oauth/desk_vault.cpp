#include "connectors/oauth/desk_vault.h"

#include "app/core/async.h"

#include <utility>

namespace fw {

using namespace Qt::StringLiterals;

DeskVault::DeskVault(const QString &file, VaultChoice choice, SealEffort effort)
    : m_file(file, effort)
    , m_choice(choice)
{
}

/// A file that is there is meant to be used: whoever wants the keychain instead signs out and removes it.
bool DeskVault::usesFile() const
{
    return m_choice == VaultChoice::File || m_file.exists() || *m_hasNoKeychain;
}

QFuture<Result<TokenVault::State>> DeskVault::state()
{
    if (usesFile()) {
        return m_file.state();
    }
    return m_keychain.state().then([hasNone = m_hasNoKeychain](const Result<State> &state) -> Result<State> {
        *hasNone = !state && state.error().code == ErrorCode::Offline;
        return *hasNone ? Result<State>(State::New) : state;
    });
}

Done DeskVault::unlock(SecretBytes passphrase)
{
    return usesFile() ? m_file.unlock(std::move(passphrase)) : m_keychain.unlock(std::move(passphrase));
}

QFuture<Result<QByteArray>> DeskVault::read(const QString &name)
{
    if (usesFile() && !m_file.exists()) {
        return ready(Result<QByteArray>(
            Failure({.code = ErrorCode::NotFound, .detail = u"this desk has no token vault yet"_s})));
    }
    return usesFile() ? m_file.read(name) : m_keychain.read(name);
}

QFuture<Done> DeskVault::write(const QString &name, const QByteArray &secret)
{
    return usesFile() ? m_file.write(name, secret) : m_keychain.write(name, secret);
}

QFuture<Done> DeskVault::remove(const QString &name)
{
    if (usesFile() && !m_file.exists()) {
        return ready(Done());
    }
    return usesFile() ? m_file.remove(name) : m_keychain.remove(name);
}

} // namespace fw
