#pragma once

#include "app/network/connector.h"
#include "app/store/store.h"

namespace fw {
class TokenKeeper;
}

namespace fw::wiring {

/// The connector of an account. A new network is one new line in its implementation. Errors: Usage.
/// `tokens` gives those of accounts that have no token file, and outlives the connector; without it such an account is one that nobody signed in.
[[nodiscard]] Result<std::unique_ptr<Connector>> makeConnector(
    const Account &account, const Clock &clock, TokenKeeper *tokens = nullptr);
/// The same, and every answer of the network goes into a file of its own in `folder`, redacted so that it can be attached to a bug report.
/// Errors: also Io.
[[nodiscard]] Result<std::unique_ptr<Connector>> makeConnectorThatSaves(
    const QString &folder, const Account &account, const Clock &clock, TokenKeeper *tokens = nullptr);

/// What an administrator gives to add an account.
struct NewAccount {
    QString network = {};
    QString name = {};
    QString baseUrl = {};   // empty: the network's own
    QString tokenFile = {}; // empty: the token is kept in the vault, once somebody has signed in
    QString clientId = {};  // of the customer's own app, for signing in; empty: a token is pasted
    QJsonObject settings = {};
};

/// Checks everything that can be checked without asking the network. Errors: Usage, Io.
[[nodiscard]] Result<Account> checkAccount(const NewAccount &wanted);
[[nodiscard]] QFuture<Result<Account>> addAccount(Store &store, const Account &account);

/// Not empty when others on this computer can read the token.
[[nodiscard]] QString tokenFileWarning(const QString &tokenFile);

} // namespace fw::wiring
