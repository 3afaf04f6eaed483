#pragma once

#include "connectors/oauth/file_vault.h"
#include "connectors/oauth/keychain_vault.h"

namespace fw {

/// Which vault a desk may use.
enum class VaultChoice {
    Usual, // the encrypted file where there is one, else the keychain where there is one, else an encrypted file
    File, // the encrypted file
};

/// The vault of one desk: decides at the first call between keychain and file, and stays with it.
class DeskVault final : public TokenVault
{
    Q_DISABLE_COPY_MOVE(DeskVault)
public:
    DeskVault(const QString &file, VaultChoice choice, SealEffort effort = SealEffort::Usual);

    [[nodiscard]] QFuture<Result<State>> state() override;
    [[nodiscard]] Done unlock(SecretBytes passphrase) override;
    [[nodiscard]] QFuture<Result<QByteArray>> read(const QString &name) override;
    [[nodiscard]] QFuture<Done> write(const QString &name, const QByteArray &secret) override;
    [[nodiscard]] QFuture<Done> remove(const QString &name) override;

private:
    [[nodiscard]] bool usesFile() const;

    KeychainVault m_keychain;
    FileVault m_file;
    const VaultChoice m_choice;
    // Shared with the answer of the keychain, which may come when this is gone.
    std::shared_ptr<bool> m_hasNoKeychain = std::make_shared<bool>(false);
};

} // namespace fw
