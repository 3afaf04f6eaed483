#include "tests/support/wait_for.h"
#include "ui/desktop/setup/vault_gate.h"
#include "ui/desktop/widgets/banner.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::ui;

namespace {
const QByteArray kPassphrase = "correct horse";

/// A desk opened anew, so that its vault is locked, under a window.
struct Start {
    QTemporaryDir folder = {};
    SystemClock clock = {};
    std::unique_ptr<wiring::Workplace> workplace = {};
    QWidget window;
    std::unique_ptr<VaultGate> gate = {};
    std::unique_ptr<QSignalSpy> decided = {};

    explicit Start(const QString &tokenFile = {})
    {
        open();
        const bool isMade = waitFor(wiring::SignIns(*workplace).unlock(QByteArray(kPassphrase))).has_value();
        const bool isAdded = waitFor(wiring::addAccount(workplace->store(),
                                         {.name = u"care"_s,
                                             .network = Network::Twitter,
                                             .baseUrl = u"https://api.x.com"_s,
                                             .tokenFile = tokenFile}))
                                 .has_value();
        Q_ASSERT(isMade && isAdded);
        Q_UNUSED(isMade)
        Q_UNUSED(isAdded)
        open();
        window.show();
        gate = std::make_unique<VaultGate>(*workplace, window);
        decided = std::make_unique<QSignalSpy>(gate.get(), &VaultGate::decided);
        gate->pass();
    }

    void open()
    {
        workplace.reset();
        workplace = *wiring::Workplace::create(folder.filePath(u"desk"_s), clock);
        workplace->askPassphrase(
            [] { return Result<QByteArray>(Failure({.code = ErrorCode::Usage})); }, true);
    }
    [[nodiscard]] UnlockDialog *dialog() const { return window.findChild<UnlockDialog *>(); }
    [[nodiscard]] QLineEdit *field() const
    {
        for (QLineEdit *edit : dialog() ? dialog()->findChildren<QLineEdit *>() : QList<QLineEdit *>()) {
            if (edit->isVisible() && edit->isEnabled()) {
                return edit;
            }
        }
        return nullptr;
    }
    void give(const QByteArray &passphrase)
    {
        QTRY_VERIFY_WITH_TIMEOUT(field() != nullptr && field()->hasFocus(), 20'000);
        QTest::keyClicks(field(), QString::fromLatin1(passphrase));
        QTest::keyClick(field(), Qt::Key_Return);
    }
};
} // namespace

class VaultGateTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void passphraseIsAskedUntilItIsRight()
    {
        Start start;
        start.give("wrong");
        QTRY_VERIFY_WITH_TIMEOUT(
            start.dialog()->findChild<Banner *>()->text() == u"This is not the passphrase."_s, 20'000);
        start.give("wrong again");
        start.give(kPassphrase);
        QTRY_COMPARE_WITH_TIMEOUT(start.decided->size(), 1, 20'000);
        QVERIFY(start.decided->at(0).at(0).toBool());
        QTRY_VERIFY(start.dialog() == nullptr);
        QVERIFY(!*waitFor(wiring::SignIns(*start.workplace).isPassphraseWanted()));
    }

    void escapeLeavesItLockedAndItCanBeAskedAgain()
    {
        Start start;
        QTRY_VERIFY_WITH_TIMEOUT(start.field() != nullptr, 20'000);
        QTest::keyClick(start.field(), Qt::Key_Escape);
        QTRY_COMPARE(start.decided->size(), 1);
        QVERIFY(!start.decided->at(0).at(0).toBool());
        start.gate->pass();
        start.give(kPassphrase);
        QTRY_COMPARE_WITH_TIMEOUT(start.decided->size(), 2, 20'000);
        QVERIFY(start.decided->at(1).at(0).toBool());
    }

    void whatIsUnlockedElsewhereIsNoticed()
    {
        Start start;
        QTRY_VERIFY_WITH_TIMEOUT(start.field() != nullptr, 20'000);
        QTest::keyClick(start.field(), Qt::Key_Escape);
        QTRY_COMPARE(start.decided->size(), 1);
        QVERIFY(waitFor(wiring::SignIns(*start.workplace).unlock(QByteArray(kPassphrase))));
        start.gate->look();
        QTRY_COMPARE_WITH_TIMEOUT(start.decided->size(), 2, 20'000);
        QVERIFY(start.decided->at(1).at(0).toBool());
    }

    void nobodyIsAskedForTokensThatAreInFiles()
    {
        Start start(u"/etc/hostname"_s);
        QTRY_COMPARE_WITH_TIMEOUT(start.decided->size(), 1, 20'000);
        QVERIFY(start.decided->at(0).at(0).toBool());
        QVERIFY(start.dialog() == nullptr);
    }
};

} // namespace fw::test

QTEST_MAIN(fw::test::VaultGateTest)
#include "vault_gate_test.moc"
