#pragma once

#include <QByteArray>

namespace fw {

/// Proof that whoever exchanges the code is who asked for it. Source: RFC 7636.
struct Pkce {
    QByteArray verifier = {};  // 43 characters, 32 random bytes
    QByteArray challenge = {}; // S256 of it
};

[[nodiscard]] Pkce makePkce();
/// BASE64URL(SHA256(verifier)), without padding.
[[nodiscard]] QByteArray s256(const QByteArray &verifier);
/// 32 bytes from the system's generator, BASE64URL without padding: 43 characters that need no encoding in a URL.
[[nodiscard]] QByteArray randomWord();

} // namespace fw
