#include "ui/desktop/setup/accounts_dialog.h"

#include "app/core/async.h"
#include "app/store/account_store.h"
#include "ui/desktop/setup/account_row.h"
#include "ui/desktop/setup/add_account_form.h"
#include "ui/desktop/setup/setup_pages.h"
#include "ui/desktop/widgets/banner.h"
#include "ui/desktop/widgets/labels.h"

#include <QHBoxLayout>
#include <QMessageBox>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace fw::ui {

using namespace Qt::StringLiterals;

AccountsDialog::AccountsDialog(wiring::Workplace &workplace, const OpenAddress &openAddress, QWidget *parent)
    : QDialog(parent)
    , m_workplace(workplace)
    , m_signIns(workplace)
    , m_openAddress(openAddress)
{
    setWindowTitle(tr("Accounts"));
    resize(560, 400);
    makePages();
    connect(&m_signIns, &wiring::SignIns::browserWanted, this,
        [this](const QUrl &url) { m_waiting->setAddress(url, m_openAddress(url)); });
    connect(
        &m_signIns, &wiring::SignIns::signedIn, this, [this](const Account &account, const Profile &profile) {
            backToList();
            tell(tr("%1 is connected as @%2.").arg(account.name, profile.handle));
        });
    connect(&m_signIns, &wiring::SignIns::failed, this,
        [this](const Account &account, const Error &error) { complain(account.name, error); });
    refresh();
}

void AccountsDialog::makePages()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(10);
    m_trouble = new Banner(Banner::Tone::Bad);
    column->addWidget(m_trouble);
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_list = makeList());
    m_pages->addWidget(m_form = new AddAccountForm);
    m_pages->addWidget(m_secret = new SecretPage);
    m_pages->addWidget(m_waiting = new WaitingPage);
    column->addWidget(m_pages, 1);
    connect(m_form, &AddAccountForm::added, this, &AccountsDialog::add);
    connect(m_form, &AddAccountForm::left, this, &AccountsDialog::backToList);
    connect(m_secret, &SecretPage::given, this, [this](const QByteArray &secret) {
        if (const auto take = std::exchange(m_secretGiven, {})) {
            take(secret);
        }
    });
    connect(m_secret, &SecretPage::left, this, &AccountsDialog::backToList);
    connect(m_waiting, &WaitingPage::left, this, [this] {
        m_signIns.cancel();
        backToList();
    });
}

QWidget *AccountsDialog::makeList()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(plainLabel(tr("Accounts"), "title"));
    column->addWidget(m_news = plainLabel({}, "small"));
    m_news->setWordWrap(true);
    m_news->hide();
    auto *scroll = new QScrollArea;
    scroll->setAccessibleName(windowTitle());
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *rows = new QWidget;
    m_rows = new QVBoxLayout(rows);
    m_rows->setContentsMargins(0, 0, 4, 0);
    m_rows->setSpacing(8);
    scroll->setWidget(rows);
    column->addWidget(scroll, 1);
    auto *foot = new QHBoxLayout;
    QPushButton *add = button(tr("Add account…"), "plain");
    QPushButton *close = button(tr("Close"), "plain");
    connect(add, &QPushButton::clicked, this, [this] {
        m_trouble->say({});
        m_pages->setCurrentWidget(m_form);
        m_form->reset();
    });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    foot->addWidget(add);
    foot->addStretch(1);
    foot->addWidget(close);
    column->addLayout(foot);
    return page;
}

void AccountsDialog::refresh()
{
    auto accounts = m_workplace.store().read([](Database &db) { return AccountStore(db).all(); });
    whenDone(accounts, this, [this](const Result<QList<Account>> &read) {
        if (!read) {
            complain({}, read.error());
            return;
        }
        auto lines
            = std::make_shared<QList<AccountLine>>(); // filled by as many answers as there are accounts
        auto missing = std::make_shared<qsizetype>(read->size());
        for (const Account &account : *read) {
            lines->append({.account = account});
        }
        if (read->isEmpty()) {
            showLines({});
        }
        for (qsizetype i = 0; i < read->size(); ++i) {
            whenDone(m_signIns.standing(read->at(i)), this,
                [this, lines, missing, i](const wiring::Standing &standing) {
                    (*lines)[i].standing = standing;
                    if (--*missing == 0) {
                        showLines(*lines);
                    }
                });
        }
    });
}

void AccountsDialog::showLines(const QList<AccountLine> &lines)
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const AccountLine &line : lines) {
        auto *row = new AccountRow(line);
        const Account account = line.account;
        connect(row, &AccountRow::connectAsked, this, [this, account] { connectAccount(account); });
        connect(row, &AccountRow::pasteAsked, this, [this, account] { askForToken(account); });
        connect(row, &AccountRow::signOutAsked, this, [this, account] { signOut(account); });
        connect(row, &AccountRow::resumeAsked, this, [this, account] { resume(account); });
        m_rows->addWidget(row);
    }
    if (lines.isEmpty()) {
        QLabel *hint = plainLabel(
            tr("No account yet. Add one of your brand's accounts to read and answer what people say to it."),
            "soft");
        hint->setWordWrap(true);
        m_rows->addWidget(hint);
    }
    m_rows->addStretch(1);
    Q_EMIT refreshed();
}

/// Runs `then` once the vault is open, asking for its passphrase where it has one.
void AccountsDialog::withVault(const Then &then)
{
    whenDone(m_signIns.vaultState(), this, [this, then](const Result<wiring::VaultState> &state) {
        if (!state) {
            complain({}, state.error());
        } else if (*state == wiring::VaultState::Ready) {
            then();
        } else {
            const bool isNew = *state == wiring::VaultState::New;
            m_afterUnlock = then;
            m_secretGiven = [this](const QByteArray &passphrase) { unlock(passphrase); };
            m_pages->setCurrentWidget(m_secret);
            m_secret->ask(isNew ? tr("Choose a passphrase") : tr("Unlock the tokens"),
                isNew ? tr("This computer has no keychain, so access tokens are kept in an encrypted file. "
                           "Without the "
                           "passphrase nobody can read it, not even you.")
                      : tr("Access tokens are kept in an encrypted file. Give its passphrase."),
                tr("Passphrase"), isNew ? SecretPage::Typed::Twice : SecretPage::Typed::Once);
        }
    });
}

void AccountsDialog::unlock(const QByteArray &passphrase)
{
    whenDone(m_signIns.unlock(passphrase), this, [this](const Done &unlocked) {
        if (!unlocked) {
            complain({}, unlocked.error());
        } else if (const Then then = std::exchange(m_afterUnlock, {})) {
            m_trouble->say({});
            then();
        }
    });
}

void AccountsDialog::add(const NewSignIn &wanted)
{
    m_page = wanted.page;
    withVault([this, wanted] {
        whenDone(m_signIns.add(wanted.account, wanted.clientSecret), this,
            [this, wanted](const Result<Account> &added) {
                if (!added) {
                    m_pages->setCurrentWidget(m_form);
                    m_trouble->say(SignInWords::trouble(wanted.account.name, added.error()));
                } else if (wanted.isPasting) {
                    m_form->reset();
                    askForToken(*added);
                } else {
                    m_form->reset();
                    connectAccount(*added);
                }
            });
    });
}

void AccountsDialog::connectAccount(const Account &account)
{
    m_trouble->say({});
    withVault([this, account] {
        m_pages->setCurrentWidget(m_waiting);
        m_waiting->wait(account.name);
        m_signIns.start(account, {.page = std::exchange(m_page, {}), .pages = SignInWords::pages()});
    });
}

void AccountsDialog::askForToken(const Account &account)
{
    m_trouble->say({});
    withVault([this, account] {
        m_secretGiven = [this, account](const QByteArray &token) { paste(account, token); };
        m_pages->setCurrentWidget(m_secret);
        m_secret->ask(tr("Paste a token for %1").arg(account.name),
            tr("A long-lived access token that you got from the network or from whoever runs your app. It is "
               "tried once, "
               "and then kept where nobody else can read it."),
            tr("Access token"), SecretPage::Typed::Once);
    });
}

void AccountsDialog::paste(const Account &account, const QByteArray &token)
{
    whenDone(m_signIns.paste(account, token), this, [this, account](const Result<Profile> &profile) {
        if (!profile) {
            complain(account.name, profile.error());
            return;
        }
        backToList();
        tell(tr("%1 is connected as @%2.").arg(account.name, profile->handle));
    });
}

void AccountsDialog::signOut(const Account &account)
{
    auto *question = new QMessageBox(QMessageBox::NoIcon, tr("Sign out"),
        tr("Sign %1 out? Nothing is read or sent until somebody connects it again. Nothing that was read is "
           "lost.")
            .arg(account.name),
        QMessageBox::Cancel, this);
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *yes = question->addButton(tr("Sign out"), QMessageBox::AcceptRole);
    connect(yes, &QPushButton::clicked, this, [this, account] {
        withVault([this, account] {
            whenDone(m_signIns.signOut(account), this, [this, account](const Result<Done> &gone) {
                backToList();
                if (!gone) {
                    complain(account.name, gone.error());
                } else {
                    tell(*gone
                            ? tr("%1 is signed out.").arg(account.name)
                            : tr("%1 is signed out here. Take the access away on the network's own site too.")
                                  .arg(account.name));
                }
            });
        });
    });
    question->open();
}

void AccountsDialog::resume(const Account &account)
{
    whenDone(wiring::resume(m_workplace, account), this, [this, account](const Result<Profile> &profile) {
        backToList();
        if (profile) {
            tell(tr("%1 sends again.").arg(account.name));
        } else {
            complain(account.name, profile.error());
        }
    });
}

void AccountsDialog::backToList()
{
    m_secretGiven = {};
    m_afterUnlock = {};
    m_trouble->say({});
    m_news->hide();
    m_pages->setCurrentWidget(m_list);
    refresh();
}

void AccountsDialog::tell(const QString &sentence)
{
    m_news->setText(sentence);
    m_news->show();
}

void AccountsDialog::complain(const QString &name, const Error &error)
{
    backToList();
    m_trouble->say(SignInWords::trouble(name, error));
}

} // namespace fw::ui
