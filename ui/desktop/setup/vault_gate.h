#pragma once

#include "ui/wiring/sign_in.h"

#include <QDialog>
#include <QPointer>

namespace fw::ui {

class Banner;
class SecretPage;

/// Asks for the passphrase of the tokens until it is right or the person gives up. Enter gives it, Esc leaves. Thread: GUI.
class UnlockDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UnlockDialog)
public:
    UnlockDialog(wiring::SignIns &signIns, QWidget *parent);

private:
    void ask();
    void unlock(const QByteArray &passphrase);

    wiring::SignIns &m_signIns;
    Banner *m_trouble;
    SecretPage *m_secret;
};

/// Whether the tokens of the desk's accounts can be read, and the question for their passphrase where they cannot. Thread: GUI.
class VaultGate final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VaultGate)
public:
    /// Dialogs are shown over `window`.
    VaultGate(wiring::Workplace &workplace, QWidget &window);

    /// Asks for the passphrase if an account's token is behind it; ends in decided().
    void pass();
    /// Asks nobody; ends in decided().
    void look();

Q_SIGNALS:
    /// Closed: somebody gave up, and accounts whose tokens are in the vault are neither read nor answered.
    void decided(bool isOpen);

private:
    void whenKnown(const std::function<void(bool isLocked)> &then);

    QWidget &m_window;
    wiring::SignIns m_signIns;
    QPointer<UnlockDialog> m_dialog;
};

} // namespace fw::ui
