#pragma once

#include "ui/wiring/sign_in.h"

#include <QCoreApplication>

namespace fw::ui {

/// One account as the list shows it.
struct AccountLine {
    Account account = {};
    wiring::Standing standing = {};
};

/// What somebody filled in to add an account.
struct NewSignIn {
    wiring::NewAccount account = {};
    QByteArray clientSecret = {};
    QString page = {};      // Facebook: the Page's id
    bool isPasting = false; // else through the browser
};

/// Sentences about signing in. Plain text.
class SignInWords final
{
    Q_DECLARE_TR_FUNCTIONS(fw::ui::SignInWords)
public:
    SignInWords() = delete;

    /// "Connected as @acme. Renewed by itself."
    [[nodiscard]] static QString state(const AccountLine &line);
    [[nodiscard]] static bool isGood(const AccountLine &line);
    /// "Connect", or "Re-connect" once somebody was signed in.
    [[nodiscard]] static QString connectLabel(const AccountLine &line);
    /// What the network wants before it signs anybody in.
    [[nodiscard]] static QString needs(Network network);
    [[nodiscard]] static QString trouble(const QString &name, const Error &error);
    [[nodiscard]] static RedirectPages pages();
};

} // namespace fw::ui
