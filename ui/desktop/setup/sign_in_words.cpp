#include "ui/desktop/setup/sign_in_words.h"

#include "ui/desktop/widgets/words.h"

#include <QLocale>

namespace fw::ui {

using namespace Qt::StringLiterals;

QString SignInWords::state(const AccountLine &line)
{
    const Account &account = line.account;
    if (account.isPaused() && account.pausedReason != toString(ErrorCode::Unauthorised)) {
        return tr("Paused. %1").arg(Words::reason(account.pausedReason));
    }
    if (account.isPaused() && line.standing.isSignedIn) {
        return tr("Re-connect: the network no longer takes this sign-in. Nothing is sent; nothing is lost.");
    }
    if (!line.standing.isInVault) {
        return account.handle.isEmpty() ? tr("Its token is in a file.")
                                        : tr("Connected as @%1. Its token is in a file.").arg(account.handle);
    }
    if (!line.standing.isSignedIn) {
        return account.handle.isEmpty()
            ? tr("Nobody has signed in yet.")
            : tr("Re-connect: nobody is signed in. Nothing is sent; nothing is lost.");
    }
    const QString who
        = account.handle.isEmpty() ? tr("Connected.") : tr("Connected as @%1.").arg(account.handle);
    if (line.standing.isRenewed) {
        return tr("%1 Renewed by itself.").arg(who);
    }
    if (!line.standing.until) {
        return who;
    }
    const QDate end = toDateTime(*line.standing.until).toLocalTime().date();
    return tr("%1 Until %2, then connect it again.").arg(who, QLocale().toString(end, QLocale::LongFormat));
}

bool SignInWords::isGood(const AccountLine &line)
{
    return line.standing.isSignedIn && !line.account.isPaused();
}

QString SignInWords::connectLabel(const AccountLine &line)
{
    const bool isNew = line.account.handle.isEmpty() && !line.standing.isSignedIn;
    return isNew ? tr("Connect…") : tr("Re-connect…");
}

QString SignInWords::needs(Network network)
{
    const QString redirect = wiring::usualRedirect(network);
    switch (network) {
    case Network::Twitter:
        return tr("X signs in with the client id of an app of your own, made in its developer portal. "
                  "Register this "
                  "redirect address there: %1")
            .arg(redirect);
    case Network::Facebook:
        return tr("Facebook signs nobody in without the secret of an app. Use an app of your own, or paste a "
                  "long-lived "
                  "token of your Page.");
    case Network::Pinterest:
        return tr("Pinterest signs nobody in without the secret of an app. Use an app of your own with this "
                  "redirect "
                  "address: %1 – or paste a long-lived token.")
            .arg(redirect);
    }
    return {};
}

QString SignInWords::trouble(const QString &name, const Error &error)
{
    const QString said = name.isEmpty() ? QString() : tr("%1: ").arg(name);
    if (error.code == ErrorCode::Forbidden && name.isEmpty()) {
        return tr("This is not the passphrase.");
    }
    if (error.code == ErrorCode::Timeout) {
        return said + tr("Nobody signed in within five minutes.");
    }
    return said + error.detail;
}

RedirectPages SignInWords::pages()
{
    return {.title = u"Floorwalker"_s,
        .done = tr("Floorwalker has the answer. You can close this page and go back to it."),
        .refused = tr("This is not the answer Floorwalker waits for. Go back to it and sign in again.")};
}

} // namespace fw::ui
