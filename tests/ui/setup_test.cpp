#include "tests/connectors/oauth/authority.h"
#include "tests/support/fake_clock.h"
#include "tests/support/wait_for.h"
#include "ui/desktop/setup/account_row.h"
#include "ui/desktop/setup/accounts_dialog.h"
#include "ui/desktop/setup/add_account_form.h"
#include "ui/desktop/setup/setup_pages.h"

#include "app/store/account_store.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::ui;

namespace {
const QByteArray kPassphrase = "correct horse";

/// A desk whose tokens go into its encrypted file, the network's authorization server with the network's "who am I" beside it, and the dialog.
struct Setup {
    QTemporaryDir folder = {};
    SystemClock clock = {};
    Authority authority = {};
    std::unique_ptr<wiring::Workplace> workplace = {};
    std::unique_ptr<AccountsDialog> dialog = {};
    QList<QUrl> opened = {};
    bool hasBrowser = true;

    Setup()
    {
        authority.me = LoopbackServer::answer(
            200, QByteArray("{'data':{'id':'7','username':'acme','name':'Acme'}}").replace('\'', '"'));
        workplace = *wiring::Workplace::create(folder.filePath(u"desk"_s), clock);
        workplace->askPassphrase(
            [] { return Result<QByteArray>(Failure({.code = ErrorCode::Usage})); }, true);
    }
    void makeVault()
    {
        QVERIFY(waitFor(workplace->tokens().unlock(SecretBytes::take(QByteArray(kPassphrase)))).has_value());
    }
    void open()
    {
        dialog = std::make_unique<AccountsDialog>(*workplace, [this](const QUrl &url) {
            opened.append(url);
            return hasBrowser;
        });
        QSignalSpy refreshed(dialog.get(), &AccountsDialog::refreshed);
        dialog->show();
        QVERIFY(refreshed.wait(20'000));
    }
    Account addDirectly(const QString &clientId)
    {
        wiring::SignIns signIns(*workplace);
        const auto account
            = waitFor(signIns.add({.network = u"twitter"_s,
                                      .name = u"care"_s,
                                      .baseUrl = authority.server.url().toString(),
                                      .clientId = clientId,
                                      .settings = {{u"oauth"_s, QJsonObject{{u"redirect_port"_s, 0}}}}},
                {}));
        return account.value_or(Account());
    }
    [[nodiscard]] Account stored() const
    {
        const auto read = waitFor(
            workplace->store().read([](Database &db) { return AccountStore(db).byName(u"care"_s); }));
        return read && *read ? **read : Account();
    }
    [[nodiscard]] QPushButton *buttonNamed(const QString &text) const
    {
        for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
            if (button->text() == text && button->isVisible()) {
                return button;
            }
        }
        return nullptr;
    }
    void click(const QString &text)
    {
        QTRY_VERIFY2(buttonNamed(text) != nullptr && buttonNamed(text)->isEnabled(), qPrintable(text));
        QTest::mouseClick(buttonNamed(text), Qt::LeftButton);
    }
    void type(const QString &fieldName, const QString &text)
    {
        for (QLineEdit *edit : dialog->findChildren<QLineEdit *>()) {
            if (edit->accessibleName() == fieldName && edit->isVisible()) {
                edit->setText(text);
                return;
            }
        }
        QFAIL(qPrintable(fieldName));
    }
    [[nodiscard]] QString allText() const
    {
        QString text;
        for (const QLabel *label : dialog->findChildren<QLabel *>()) {
            text += label->isVisible() ? label->text() + u'\n' : QString();
        }
        return text;
    }
};
} // namespace

class SetupTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void emptyDeskSaysWhatToDo()
    {
        Setup setup;
        setup.open();
        QTRY_VERIFY(setup.allText().contains(u"No account yet"_s));
        QVERIFY(setup.buttonNamed(u"Add account…"_s) != nullptr);
    }

    void accountIsAddedAndSignedInThroughTheBrowser()
    {
        Setup setup;
        setup.open();
        setup.click(u"Add account…"_s);
        QVERIFY(!setup.buttonNamed(u"Add and sign in…"_s)->isEnabled());
        setup.type(u"Name"_s, u"care"_s);
        setup.type(u"Client id of your app"_s, u"client-1"_s);
        for (QAbstractButton *button : setup.dialog->findChildren<QAbstractButton *>()) {
            if (button->text() == u"Ad&vanced"_s) {
                button->click();
            }
        }
        setup.type(u"Base address"_s, setup.authority.server.url().toString());
        setup.click(u"Add and sign in…"_s);
        // No keychain here: a passphrase is chosen, typed twice.
        QTRY_VERIFY(setup.allText().contains(u"Choose a passphrase"_s));
        setup.type(u"Passphrase"_s, QString::fromLatin1(kPassphrase));
        QVERIFY(!setup.buttonNamed(u"Continue"_s)->isEnabled());
        setup.type(u"The same again"_s, QString::fromLatin1(kPassphrase));
        setup.click(u"Continue"_s);
        QTRY_COMPARE_WITH_TIMEOUT(setup.opened.size(), 1, 30'000);
        QVERIFY(setup.allText().contains(u"Connecting care"_s));
        QVERIFY(browse(setup.authority.agree(setup.opened.first())).startsWith("HTTP/1.1 200"));
        QTRY_VERIFY_WITH_TIMEOUT(
            setup.allText().contains(u"Connected as @acme. Renewed by itself."_s), 20'000);
        QCOMPARE(setup.stored().handle, u"acme"_s);
        QVERIFY(setup.stored().tokenFile.isEmpty());
        QTRY_VERIFY(setup.buttonNamed(u"Sign out…"_s) != nullptr);
    }

    void refusalIsToldAndTheAccountStays()
    {
        Setup setup;
        setup.makeVault();
        setup.addDirectly(u"client-1"_s);
        setup.open();
        QTRY_VERIFY(setup.allText().contains(u"Nobody has signed in yet."_s));
        setup.click(u"Connect…"_s);
        QTRY_COMPARE_WITH_TIMEOUT(setup.opened.size(), 1, 20'000);
        QUrl redirect = setup.authority.agree(setup.opened.first());
        redirect.setQuery(QUrlQuery(redirect).toString().replace(u"code="_s, u"error=access_denied&x="_s));
        QVERIFY(!browse(redirect).isEmpty());
        QTRY_VERIFY(setup.allText().contains(u"refused in the browser"_s));
        QTRY_VERIFY(setup.buttonNamed(u"Connect…"_s) != nullptr);
    }

    void waitingCanBeGivenUp()
    {
        Setup setup;
        setup.makeVault();
        setup.addDirectly(u"client-1"_s);
        setup.hasBrowser = false;
        setup.open();
        setup.click(u"Connect…"_s);
        QTRY_VERIFY(setup.allText().contains(u"No browser could be opened"_s));
        setup.click(u"Cancel"_s);
        QTRY_VERIFY(setup.buttonNamed(u"Connect…"_s) != nullptr);
        // Nobody listens any more.
        QCOMPARE(browse(setup.authority.agree(setup.opened.first())), QByteArray());
    }

    void lostSignInShowsReconnectAndSigningInResumes()
    {
        Setup setup;
        setup.makeVault();
        const Account account = setup.addDirectly(u"client-1"_s);
        QVERIFY(waitFor(setup.workplace->tokens().keep(account.id, {.access = "old", .refresh = "gone"}))
                    .has_value());
        QVERIFY(waitFor(setup.workplace->store().write([id = account.id](Database &db) {
            AccountStore(db).pause(id, u"unauthorised"_s, u"refused"_s);
        })).has_value());
        setup.open();
        QTRY_VERIFY(setup.allText().contains(u"Re-connect:"_s));
        QVERIFY(setup.allText().contains(u"nothing is lost"_s));
        setup.click(u"Re-connect…"_s);
        QTRY_COMPARE_WITH_TIMEOUT(setup.opened.size(), 1, 20'000);
        QVERIFY(!browse(setup.authority.agree(setup.opened.first())).isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(setup.allText().contains(u"Connected as @acme"_s), 20'000);
        QVERIFY(!setup.stored().isPaused());
    }

    void pastedTokenIsTriedBeforeItIsBelieved()
    {
        Setup setup;
        setup.makeVault();
        setup.addDirectly({});
        setup.open();
        QTRY_VERIFY(setup.buttonNamed(u"Paste a token…"_s) != nullptr);
        QVERIFY(setup.buttonNamed(u"Connect…"_s) == nullptr); // there is no app to sign in with
        setup.click(u"Paste a token…"_s);
        QTRY_VERIFY(setup.allText().contains(u"Paste a token for care"_s));
        setup.type(u"Access token"_s, u"two words"_s);
        setup.click(u"Continue"_s);
        QTRY_VERIFY(setup.allText().contains(u"not one token"_s));
        setup.click(u"Paste a token…"_s);
        QTRY_VERIFY(setup.allText().contains(u"Paste a token for care"_s));
        setup.type(u"Access token"_s, u" pasted-token\n"_s);
        setup.click(u"Continue"_s);
        QTRY_VERIFY_WITH_TIMEOUT(setup.allText().contains(u"Connected as @acme."_s), 20'000);
        QCOMPARE(setup.authority.server.requests().last().headers.value("authorization"),
            QByteArray("Bearer pasted-token"));
    }

    void lockedVaultIsUnlockedHere()
    {
        Setup setup;
        setup.makeVault();
        const Account account = setup.addDirectly(u"client-1"_s);
        const QString folder = setup.workplace->folder();
        setup.workplace.reset();
        setup.workplace = *wiring::Workplace::open(folder, setup.clock);
        setup.open();
        setup.click(u"Connect…"_s);
        QTRY_VERIFY(setup.allText().contains(u"Unlock the tokens"_s));
        setup.type(u"Passphrase"_s, u"wrong"_s);
        setup.click(u"Continue"_s);
        QTRY_VERIFY_WITH_TIMEOUT(setup.allText().contains(u"This is not the passphrase."_s), 20'000);
        setup.click(u"Connect…"_s);
        QTRY_VERIFY(setup.allText().contains(u"Unlock the tokens"_s));
        setup.type(u"Passphrase"_s, QString::fromLatin1(kPassphrase));
        setup.click(u"Continue"_s);
        QTRY_COMPARE_WITH_TIMEOUT(setup.opened.size(), 1, 30'000);
        Q_UNUSED(account)
    }

    void networksThatWantASecretSaySo()
    {
        AddAccountForm form;
        form.show();
        auto *network = form.findChild<QComboBox *>();
        const auto text = [&form] {
            QString all;
            for (const QLabel *label : form.findChildren<QLabel *>()) {
                all += label->isVisible() ? label->text() : QString();
            }
            return all;
        };
        QVERIFY(text().contains(u"client id of an app of your own"_s));
        for (const int index : {1, 2}) {
            network->setCurrentIndex(index);
            QVERIFY(text().contains(u"without the secret of an app"_s));
            QVERIFY(text().contains(u"paste a long-lived token"_s));
        }
        QVERIFY(!form.wanted().isPasting);
        form.findChildren<QRadioButton *>().last()->setChecked(true);
        QVERIFY(form.wanted().isPasting);
    }

    void everythingFitsASmallScreenAndHasANameForKeysAndReaders()
    {
        Setup setup;
        setup.open();
        const QSize small(1024 * 2 / 3, 640 * 2 / 3 - 30); // 1024x640 at 150 %, less a title bar
        QVERIFY(setup.dialog->minimumSizeHint().width() <= small.width());
        QVERIFY(setup.dialog->minimumSizeHint().height() <= small.height());
        for (const QWidget *widget : setup.dialog->findChildren<QWidget *>()) {
            const auto *edit = qobject_cast<const QLineEdit *>(widget);
            if (edit != nullptr && edit->parent() != nullptr
                && !edit->inherits("QComboBoxPrivateContainer")) {
                QVERIFY(edit->focusPolicy() == Qt::StrongFocus);
            }
            if (const auto *label = qobject_cast<const QLabel *>(widget)) {
                QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text()));
            }
        }
    }

    void markupInANameStaysText()
    {
        Setup setup;
        setup.makeVault();
        const auto added = waitFor(wiring::addAccount(setup.workplace->store(),
            {.name = u"<img src='file:///etc/passwd'><b>care</b>"_s,
                .network = Network::Twitter,
                .baseUrl = u"https://api.x.com"_s}));
        QVERIFY(added.has_value());
        setup.open();
        QTRY_VERIFY(setup.allText().contains(u"<b>care</b>"_s));
    }

    void returnPressesTheButtonThatHasTheFocus()
    {
        Setup setup;
        setup.open();
        setup.dialog->activateWindow();
        QTRY_VERIFY(setup.dialog->isActiveWindow());
        setup.buttonNamed(u"Add account…"_s)->setFocus();
        QTest::keyClick(setup.buttonNamed(u"Add account…"_s), Qt::Key_Return);
        QTRY_VERIFY(setup.dialog->findChild<AddAccountForm *>()->isVisible());
        setup.click(u"Cancel"_s);
        QTRY_VERIFY(setup.buttonNamed(u"Close"_s) != nullptr);
        setup.buttonNamed(u"Close"_s)->setFocus();
        QTest::keyClick(setup.buttonNamed(u"Close"_s), Qt::Key_Enter);
        QTRY_VERIFY(!setup.dialog->isVisible());
    }
};

} // namespace fw::test

QTEST_MAIN(fw::test::SetupTest)
#include "setup_test.moc"
