#pragma once

#include "app/core/error.h"

namespace fw {

/// What PostgreSQL keeps of a password, made here so that the password itself never travels, and no server's log shows it:
/// "SCRAM-SHA-256$4096:SALT$StoredKey:ServerKey". Errors: Usage for a password that is not 8 to 256 printable ASCII characters; others are changed by SASLprep on
/// the way, and would not be recognised.
/// Source: RFC 5802, section 3; RFC 7677; PostgreSQL 15, "53.6. pg_authid".
[[nodiscard]] Result<QString> passwordVerifier(const QByteArray &password);
/// With a salt (16 bytes) of the caller's.
[[nodiscard]] QString passwordVerifier(const QByteArray &password, const QByteArray &salt, int iterations);

} // namespace fw
