#pragma once

#include "app/core/error.h"
#include "connectors/oauth/secret_bytes.h"

#include <QMap>

namespace fw {

using SecretMap = QMap<QString, QByteArray>;

/// What making the key from the passphrase costs. Usual: 256 MiB of memory and about a second. Least: for tests.
enum class SealEffort { Least, Usual };

/// The key of one file, and what it was made with.
struct SealKey {
    SecretBytes key = {};
    QByteArray salt = {};
    quint64 ops = 0;
    quint64 memory = 0; // bytes
};

/// Format, in this order: magic "FWVAULT1"; ops, memory (64 bits, big endian); salt (16 bytes); a sealed check word, which only the right key
/// opens; the sealed content; a BLAKE2b hash of everything before it. Sealed: 24 bytes nonce, 32 bits length, XSalsa20-Poly1305 (libsodium
/// crypto_secretbox). Key: Argon2id (crypto_pwhash). The hash needs no key: a file that does not match it is damaged, and where it matches but the
/// check word does not open, the passphrase is wrong.

/// A fresh key for a new file. Errors: Usage (empty passphrase), Io (not enough memory).
[[nodiscard]] Result<SealKey> newSealKey(const SecretBytes &passphrase, SealEffort effort);
/// The key of the file whose bytes are `file`. Errors: Usage, Storage (damaged, or not such a file), Forbidden (wrong passphrase), Io.
[[nodiscard]] Result<SealKey> sealKeyOf(const QByteArray &file, const SecretBytes &passphrase);
[[nodiscard]] QByteArray seal(const SecretMap &secrets, const SealKey &key);
/// Errors: Storage (damaged), Forbidden (the passphrase was changed since).
[[nodiscard]] Result<SecretMap> unseal(const QByteArray &file, const SealKey &key);

} // namespace fw
