#pragma once

#include "connectors/oauth/token_vault.h"

namespace fw {

/// Secrets in the desktop's own keychain (Secret Service or KWallet), through QtKeychain. Never falls back to plain text.
/// QtKeychain 0.13 takes all calls of a process in the thread of the first one; libsecret needs Qt's GLib event loop there.
/// Errors beside those of TokenVault: Offline (there is no keychain), Timeout (it did not answer), Forbidden (the person said no).
class KeychainVault final : public TokenVault
{
    Q_DISABLE_COPY_MOVE(KeychainVault)
public:
    static constexpr milliseconds kPatience{60'000}; // it may ask the person for a passphrase of its own

    explicit KeychainVault(
        const QString &service = QStringLiteral("Floorwalker"), milliseconds patience = kPatience);

    /// Ready, or an error.
    [[nodiscard]] QFuture<Result<State>> state() override;
    [[nodiscard]] Done unlock(SecretBytes passphrase) override;
    [[nodiscard]] QFuture<Result<QByteArray>> read(const QString &name) override;
    [[nodiscard]] QFuture<Done> write(const QString &name, const QByteArray &secret) override;
    [[nodiscard]] QFuture<Done> remove(const QString &name) override;

private:
    const QString m_service;
    const milliseconds m_patience;
};

} // namespace fw
