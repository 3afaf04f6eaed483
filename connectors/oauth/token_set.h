#pragma once

#include "app/core/error.h"

#include <QByteArray>
#include <QStringList>

namespace fw {

/// Everything secret about one account, as it is kept in the vault.
struct TokenSet {
    QByteArray access = {};       // empty: not signed in
    QByteArray refresh = {};      // empty: cannot be renewed without the person
    QByteArray clientSecret = {}; // of the customer's own app; empty for a public client
    Instant issuedAt = {};
    std::optional<Instant> expiresAt = {};        // of `access`; empty: no end is known
    std::optional<Instant> refreshExpiresAt = {}; // empty: no end is known
    QStringList scopes = {};
    QString subject
        = {}; // whom the token speaks for, where the network said so while signing in: a Page's id
    bool operator==(const TokenSet &) const = default;

    [[nodiscard]] bool isSignedIn() const { return !access.isEmpty(); }
    [[nodiscard]] bool isExpiredAt(Instant now) const { return expiresAt && now >= *expiresAt; }
};

/// When to renew: after 80 % of the access token's life. That leaves 24 minutes of X's two hours, and six days of Pinterest's thirty, to try again
/// when the network does not answer. (Ten minutes before the end would be later, and too late for a laptop that sleeps.)
/// Empty: never, because it has no end or nothing to renew it with.
[[nodiscard]] std::optional<Instant> renewalDue(const TokenSet &tokens);

/// For the vault. The bytes hold the secrets in the clear: wipe() them.
[[nodiscard]] QByteArray toBytes(const TokenSet &tokens);
/// Errors: Storage when it is not what toBytes() wrote.
[[nodiscard]] Result<TokenSet> tokenSetFrom(const QByteArray &bytes);

} // namespace fw
