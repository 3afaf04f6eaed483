#include "ui/wiring/accounts.h"

#include "app/network/limit_table.h"
#include "app/store/account_store.h"
#include "app/store/journal_store.h"
#include "connectors/facebook/facebook_connector.h"
#include "connectors/http/token_source.h"
#include "connectors/oauth/token_keeper.h"
#include "connectors/pinterest/pinterest_connector.h"
#include "connectors/twitter/twitter_connector.h"
#include "ui/wiring/raw_answers.h"

#include <QFileInfo>
#include <QHostAddress>
#include <QUrl>

namespace fw::wiring {

using namespace Qt::StringLiterals;

namespace {
const QString kAppSecretFile = u"app_secret_file"_s;

Failure usage(const QString &detail)
{
    return Failure({.code = ErrorCode::Usage, .detail = detail});
}

QString defaultBaseUrl(Network network)
{
    switch (network) {
    case Network::Twitter:
        return u"https://api.x.com"_s;
    case Network::Pinterest:
        return u"https://api.pinterest.com"_s;
    case Network::Facebook:
        break;
    }
    return u"https://graph.facebook.com"_s;
}

/// What only the network's own connector understands of the settings.
Done checkSettings(Network network, const NewAccount &wanted)
{
    if (wanted.tokenFile.isEmpty() && wanted.settings.contains(kAppSecretFile)) {
        return usage(u"app_secret_file belongs to accounts with --token-file; give the app's secret with "
                     u"--client-secret-file, and it is kept where the token is"_s);
    }
    if (network == Network::Facebook) {
        return checkFacebookSettings(wanted.settings);
    }
    return network == Network::Pinterest ? checkPinterestSettings(wanted.settings) : Done();
}

bool isLoopback(const QUrl &url)
{
    return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

Done checkUrl(const QString &baseUrl)
{
    const QUrl url(baseUrl, QUrl::StrictMode);
    const bool isHttp = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !isHttp || url.host().isEmpty() || url.hasQuery() || url.hasFragment()
        || !url.userInfo().isEmpty()) {
        return usage(u"--base-url \"%1\" is not an address like https://api.x.com"_s.arg(baseUrl));
    }
    if (url.scheme() == "http"_L1 && !isLoopback(url)) {
        return usage(
            u"--base-url \"%1\": the token would travel readable by everybody; use https"_s.arg(baseUrl));
    }
    return {};
}
TokenSource tokenOf(const Account &account, TokenKeeper *tokens)
{
    if (!account.tokenFile.isEmpty()) {
        return tokenFromFile(account.tokenFile);
    }
    return tokens != nullptr ? tokens->sourceFor(account) : noToken();
}

/// The secret of the customer's app is kept where the token is: in the vault, or in a file beside the token's. Null: there is none.
TokenSource appSecretOf(const Account &account, TokenKeeper *tokens)
{
    if (account.tokenFile.isEmpty()) {
        return tokens != nullptr ? tokens->appSecretFor(account) : TokenSource();
    }
    const QString file = account.settings[kAppSecretFile].toString();
    return file.isEmpty() ? TokenSource() : tokenFromFile(file);
}

std::unique_ptr<Connector> connectorOf(
    const Account &account, const Clock &clock, TokenKeeper *tokens, const RawSink &rawSink)
{
    const TokenSource token = tokenOf(account, tokens);
    switch (account.network) {
    case Network::Twitter:
        return makeTwitterConnector(account, token, clock, rawSink);
    case Network::Pinterest:
        return makePinterestConnector(account, token, clock, rawSink);
    case Network::Facebook:
        break;
    }
    return makeFacebookConnector(account, token, clock, rawSink, appSecretOf(account, tokens));
}
} // namespace

Result<std::unique_ptr<Connector>> makeConnector(
    const Account &account, const Clock &clock, TokenKeeper *tokens)
{
    return connectorOf(account, clock, tokens, {});
}

Result<std::unique_ptr<Connector>> makeConnectorThatSaves(
    const QString &folder, const Account &account, const Clock &clock, TokenKeeper *tokens)
{
    return rawAnswersInto(folder, account.name).map([&](const RawSink &sink) {
        return connectorOf(account, clock, tokens, sink);
    });
}

Result<Account> checkAccount(const NewAccount &wanted)
{
    const auto network = networkFromString(wanted.network);
    if (!network || defaultBaseUrl(*network).isEmpty()) {
        return usage(u"unknown network \"%1\"; this version knows: twitter, facebook, pinterest"_s.arg(
            wanted.network));
    }
    if (wanted.name.trimmed().isEmpty()) {
        return usage(u"the account needs a name: --name care"_s);
    }
    QString baseUrl = wanted.baseUrl.isEmpty() ? defaultBaseUrl(*network) : wanted.baseUrl;
    while (baseUrl.endsWith(u'/')) {
        baseUrl.chop(1);
    }
    if (const Done sound = checkUrl(baseUrl); !sound) {
        return Failure(sound.error());
    }
    if (const Done sound = checkSettings(*network, wanted); !sound) {
        return Failure(sound.error());
    }
    const QString tokenFile
        = wanted.tokenFile.isEmpty() ? QString() : QFileInfo(wanted.tokenFile).absoluteFilePath();
    if (const auto token = tokenFile.isEmpty() ? Result<QByteArray>() : tokenFromFile(tokenFile)(); !token) {
        return Failure(token.error());
    }
    QJsonObject settings = wanted.settings;
    if (!wanted.clientId.isEmpty()) {
        QJsonObject signIn = settings[u"oauth"_s].toObject();
        signIn.insert(u"client_id"_s, wanted.clientId);
        settings.insert(u"oauth"_s, signIn);
    }
    const Account account{.name = wanted.name.trimmed(),
        .network = *network,
        .baseUrl = baseUrl,
        .tokenFile = tokenFile,
        .settings = settings};
    return limitTableFor(account).map([&account](const LimitTable &) { return account; });
}

QFuture<Result<Account>> addAccount(Store &store, const Account &account)
{
    return store.write([account](Database &db) {
        auto added = AccountStore(db).add(account);
        if (added) {
            JournalStore(db).add({.fact = u"account-added"_s, .account = added->id});
        }
        return added;
    });
}

QString tokenFileWarning(const QString &tokenFile)
{
    const auto open = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    return (QFileInfo(tokenFile).permissions() & open) != 0
        ? u"others on this computer can read the token; run: chmod 600 %1"_s.arg(tokenFile)
        : QString();
}

} // namespace fw::wiring
