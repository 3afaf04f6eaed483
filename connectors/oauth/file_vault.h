#pragma once

#include "connectors/oauth/sealed_file.h"
#include "connectors/oauth/token_vault.h"

#include <optional>

namespace fw {

/// Secrets in one file, encrypted with a passphrase, for computers without a keychain. The file is 0600 and replaced as a whole: after a crash
/// it is the old one or the new one. Several processes may use it: each call reads it anew, and writers wait for each other.
class FileVault final : public TokenVault
{
    Q_DISABLE_COPY_MOVE(FileVault)
public:
    explicit FileVault(const QString &file, SealEffort effort = SealEffort::Usual);

    [[nodiscard]] bool exists() const;
    [[nodiscard]] QFuture<Result<State>> state() override;
    [[nodiscard]] Done unlock(SecretBytes passphrase) override;
    [[nodiscard]] QFuture<Result<QByteArray>> read(const QString &name) override;
    [[nodiscard]] QFuture<Done> write(const QString &name, const QByteArray &secret) override;
    [[nodiscard]] QFuture<Done> remove(const QString &name) override;

private:
    using Change = std::function<void(SecretMap &)>;
    [[nodiscard]] Result<SecretMap> readAll() const;
    [[nodiscard]] Done change(const Change &change);

    const QString m_file;
    const SealEffort m_effort;
    std::optional<SealKey> m_key; // while it is unlocked
};

} // namespace fw
