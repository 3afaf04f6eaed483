#pragma once

#include "ui/desktop/setup/sign_in_words.h"

#include <QDialog>

#include <functional>

class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace fw::ui {

class AddAccountForm;
class Banner;
class SecretPage;
class WaitingPage;

/// The brand's accounts: how each is signed in, and everything that can be done about it. Thread: GUI.
class AccountsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccountsDialog)
public:
    /// Shows an address in the person's own browser; false when that cannot be done.
    using OpenAddress = std::function<bool(const QUrl &)>;

    AccountsDialog(wiring::Workplace &workplace, const OpenAddress &openAddress, QWidget *parent = nullptr);

    /// Reads the accounts again.
    void refresh();

Q_SIGNALS:
    /// The list was read and is shown.
    void refreshed();

private:
    using Then = std::function<void()>;
    void makePages();
    QWidget *makeList();
    void showLines(const QList<AccountLine> &lines);
    void withVault(const Then &then);
    void unlock(const QByteArray &passphrase);
    void add(const NewSignIn &wanted);
    void connectAccount(const Account &account);
    void askForToken(const Account &account);
    void paste(const Account &account, const QByteArray &token);
    void signOut(const Account &account);
    void resume(const Account &account);
    void backToList();
    void tell(const QString &sentence);
    void complain(const QString &name, const Error &error);

    wiring::Workplace &m_workplace;
    wiring::SignIns m_signIns;
    const OpenAddress m_openAddress;
    QStackedWidget *m_pages = nullptr;
    QWidget *m_list = nullptr;
    QVBoxLayout *m_rows = nullptr;
    Banner *m_trouble = nullptr;
    QLabel *m_news = nullptr;
    AddAccountForm *m_form = nullptr;
    SecretPage *m_secret = nullptr;
    WaitingPage *m_waiting = nullptr;
    QString m_page; // of the Facebook account being added
    std::function<void(const QByteArray &)> m_secretGiven;
    Then m_afterUnlock;
};

} // namespace fw::ui
