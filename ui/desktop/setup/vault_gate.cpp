#include "ui/desktop/setup/vault_gate.h"

#include "app/core/async.h"
#include "ui/desktop/setup/setup_pages.h"
#include "ui/desktop/setup/sign_in_words.h"
#include "ui/desktop/widgets/banner.h"

#include <QVBoxLayout>

namespace fw::ui {

namespace {
constexpr QSize kSize(440, 230);
} // namespace

UnlockDialog::UnlockDialog(wiring::SignIns &signIns, QWidget *parent)
    : QDialog(parent)
    , m_signIns(signIns)
    , m_trouble(new Banner(Banner::Tone::Bad))
    , m_secret(new SecretPage)
{
    setWindowTitle(tr("Unlock the tokens"));
    resize(kSize);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(10);
    column->addWidget(m_trouble);
    column->addWidget(m_secret, 1);
    connect(m_secret, &SecretPage::given, this, &UnlockDialog::unlock);
    connect(m_secret, &SecretPage::left, this, &QDialog::reject);
    ask();
}

void UnlockDialog::ask()
{
    m_secret->setEnabled(true);
    m_secret->ask(tr("Unlock the tokens"),
        tr("Access tokens are kept in an encrypted file. Without its passphrase you can read the desk, but "
           "nothing new comes in and nothing is sent."),
        tr("Passphrase"), SecretPage::Typed::Once);
}

void UnlockDialog::unlock(const QByteArray &passphrase)
{
    m_trouble->say({});
    m_secret->setEnabled(false); // making the key takes a second
    whenDone(m_signIns.unlock(passphrase), this, [this](const Done &unlocked) {
        if (unlocked) {
            accept();
            return;
        }
        m_trouble->say(SignInWords::trouble({}, unlocked.error()));
        ask();
    });
}

VaultGate::VaultGate(wiring::Workplace &workplace, QWidget &window) : m_window(window), m_signIns(workplace)
{
}

void VaultGate::whenKnown(const std::function<void(bool isLocked)> &then)
{
    whenDone(m_signIns.isPassphraseWanted(), this,
        [then](const Result<bool> &isLocked) { then(isLocked && *isLocked); });
}

void VaultGate::pass()
{
    whenKnown([this](bool isLocked) {
        if (!isLocked) {
            Q_EMIT decided(true);
            return;
        }
        if (m_dialog) {
            return; // it is being asked already
        }
        m_dialog = new UnlockDialog(m_signIns, &m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &QDialog::finished, this,
            [this](int result) { Q_EMIT decided(result == QDialog::Accepted); });
        m_dialog->open();
    });
}

void VaultGate::look()
{
    whenKnown([this](bool isLocked) { Q_EMIT decided(!isLocked); });
}

} // namespace fw::ui
