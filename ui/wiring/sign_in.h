#pragma once

#include "app/network/connector.h"
#include "connectors/oauth/sign_in_job.h"
#include "connectors/oauth/token_keeper.h"
#include "connectors/oauth/wall_clock.h"
#include "ui/wiring/accounts.h"
#include "ui/wiring/workplace.h"

namespace fw::wiring {

using VaultState = TokenVault::State;

/// How one account is signed in.
struct Standing {
    bool isInVault = false;  // else its token is in a file of the administrator's
    bool isSignedIn = false; // as far as can be told without asking the network
    bool isRenewed = false;  // by itself, before its end
    bool hasClientSecret = false;
    std::optional<Instant> until = {}; // the end of what is there; empty: none is known
    bool operator==(const Standing &) const = default;
};

/// Asks the network who we are, and notes it. A pause for a refused token is over when the network knows us again.
/// Errors: those of makeConnector() and Connector::identify(). Thread: one with an event loop.
[[nodiscard]] QFuture<Result<Profile>> identify(Workplace &workplace, const Account &account);

/// The same, and takes any pause off the account when the network knows us.
[[nodiscard]] QFuture<Result<Profile>> resume(Workplace &workplace, const Account &account);

/// The first line of a file: a passphrase, or the secret of an app. Errors: Io, Usage (empty).
[[nodiscard]] Result<QByteArray> secretInFile(const QString &file);

/// What has to be registered with the network as redirect address of the customer's app; empty: nothing exact.
[[nodiscard]] QString usualRedirect(Network network);
[[nodiscard]] bool wantsAppSecret(Network network);

/// From now on a crash of this program leaves no core dump with a token in it. Call first in main.
void keepTokensOutOfCoreDumps();

/// Signs accounts of a desk in and out, for the window and the command line. One sign-in through the browser at a time.
/// Thread: the one that made it, which needs an event loop; futures may finish in another, whenDone() brings them back.
class SignIns final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignIns)
public:
    struct Wish {
        QString page = {};        // Facebook: the id of the Page; empty: the only one
        RedirectPages pages = {}; // what the browser shows at the end
    };

    explicit SignIns(Workplace &workplace, QObject *parent = nullptr);
    ~SignIns() override;

    [[nodiscard]] QFuture<Result<VaultState>> vaultState();
    /// Whether accounts wait for the vault's passphrase: it is locked, and the token of at least one is in it.
    [[nodiscard]] QFuture<Result<bool>> isPassphraseWanted();
    /// Opens the vault, or makes it; what waited for that goes on at once. Errors: Forbidden (wrong passphrase), Storage (damaged), Io.
    [[nodiscard]] QFuture<Done> unlock(QByteArray passphrase);

    /// Adds an account; `clientSecret` goes to the vault, which has to be ready for it. Errors: those of checkAccount() and of the vault.
    [[nodiscard]] QFuture<Result<Account>> add(const NewAccount &wanted, const QByteArray &clientSecret);

    /// Ends in signedIn() or failed(); browserWanted() tells on the way where to send the browser.
    void start(const Account &account, const Wish &wish);
    /// Gives up a sign-in that is waiting for the browser. Nothing is told then.
    void cancel();
    /// Keeps a token that somebody got elsewhere, if the network takes it. Errors: Usage (no token), those of identify() and the vault.
    [[nodiscard]] QFuture<Result<Profile>> paste(const Account &account, const QByteArray &token);
    /// Takes the tokens back at the network, where it can, and forgets them; the account is paused until somebody signs in. The answer says
    /// whether the network took them back; Usage where it has no such call.
    [[nodiscard]] QFuture<Result<Done>> signOut(const Account &account);
    [[nodiscard]] QFuture<Standing> standing(const Account &account);

Q_SIGNALS:
    void browserWanted(const QUrl &url);
    void signedIn(const fw::Account &account, const fw::Profile &profile);
    void failed(const fw::Account &account, const fw::Error &error);

private:
    void begin(const TokenSet &kept);
    void take(const Result<TokenSet> &tokens);
    void welcome();
    void fail(const Error &error);

    Workplace &m_workplace;
    const WallClock m_clock;
    Account m_account;
    Wish m_wish;
    std::unique_ptr<SignInJob> m_job;
    int m_run = 0; // of the sign-in under way: answers of an older one are not for us
};

} // namespace fw::wiring
