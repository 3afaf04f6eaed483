#include "ui/desktop/setup/add_account_form.h"

#include "ui/desktop/widgets/labels.h"
#include "ui/desktop/widgets/words.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace fw::ui {

namespace {
/// A row whose label is plain text, too, and takes its key.
void addRow(QFormLayout &fields, const QString &text, QWidget *edit)
{
    QLabel *label = plainLabel(text, "soft");
    label->setBuddy(edit);
    fields.addRow(label, edit);
}

QLineEdit *field(const QString &name)
{
    auto *edit = new QLineEdit;
    edit->setAccessibleName(name);
    return edit;
}
} // namespace

AddAccountForm::AddAccountForm(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(makeFields());
    column->addWidget(scroll, 1);
    column->addWidget(makeButtons());
    connect(m_network, &QComboBox::currentIndexChanged, this, &AddAccountForm::showWay);
    connect(m_byBrowser, &QRadioButton::toggled, this, &AddAccountForm::showWay);
    connect(m_advanced, &QToolButton::toggled, this, &AddAccountForm::showWay);
    for (QLineEdit *edit : {m_name, m_clientId, m_secret}) {
        connect(edit, &QLineEdit::textChanged, this, &AddAccountForm::showWay);
    }
    reset();
}

QWidget *AddAccountForm::makeFields()
{
    auto *box = new QWidget;
    box->setProperty("role", QLatin1String("plain"));
    m_fields = new QFormLayout(box);
    m_fields->setContentsMargins(0, 0, 8, 0);
    m_fields->setVerticalSpacing(9);
    m_fields->setHorizontalSpacing(16);
    m_fields->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_network = new QComboBox;
    m_network->setAccessibleName(tr("Network"));
    for (const Network each : {Network::Twitter, Network::Facebook, Network::Pinterest}) {
        m_network->addItem(Words::of(each), int(each));
    }
    addRow(*m_fields, tr("&Network"), m_network);
    addRow(*m_fields, tr("Na&me"), m_name = field(tr("Name")));
    m_name->setPlaceholderText(tr("What you call it, for instance: care"));
    m_needs = plainLabel({}, "small");
    m_needs->setWordWrap(true);
    m_needs->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_fields->addRow(m_needs);
    m_byBrowser = new QRadioButton(tr("Sign in with my &browser"));
    m_byToken = new QRadioButton(tr("Paste a &token that I have"));
    addRow(*m_fields, tr("Signing in"), m_byBrowser);
    addRow(*m_fields, {}, m_byToken);
    addRow(*m_fields, tr("&Client id of your app"), m_clientId = field(tr("Client id of your app")));
    addRow(*m_fields, tr("App &secret"), m_secret = field(tr("App secret")));
    m_secret->setEchoMode(QLineEdit::Password);
    addRow(*m_fields, tr("&Page id"), m_page = field(tr("Page id")));
    m_page->setPlaceholderText(tr("Only where you manage several Pages"));
    m_advanced = new QToolButton;
    m_advanced->setText(tr("Ad&vanced"));
    m_advanced->setCheckable(true);
    m_advanced->setProperty("role", QLatin1String("menu"));
    m_fields->addRow(m_advanced);
    addRow(*m_fields, tr("Base &address"), m_baseUrl = field(tr("Base address")));
    m_baseUrl->setPlaceholderText(tr("The network's own, unless you test with another server"));
    return box;
}

QWidget *AddAccountForm::makeButtons()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addStretch(1);
    QPushButton *cancel = button(tr("Cancel"), "plain");
    connect(cancel, &QPushButton::clicked, this, &AddAccountForm::left);
    m_add = button(tr("Add"), "primary");
    m_add->setDefault(true);
    connect(m_add, &QPushButton::clicked, this, [this] { Q_EMIT added(wanted()); });
    row->addWidget(cancel);
    row->addWidget(m_add);
    return box;
}

Network AddAccountForm::network() const
{
    return Network(m_network->currentData().toInt());
}

void AddAccountForm::setShown(QWidget *edit, bool isShown)
{
    edit->setVisible(isShown);
    if (QWidget *label = m_fields->labelForField(edit)) {
        label->setVisible(isShown);
    }
}

/// Only the fields that the network and the chosen way want.
void AddAccountForm::showWay()
{
    const bool isBrowser = m_byBrowser->isChecked();
    const bool wantsSecret = wiring::wantsAppSecret(network());
    m_needs->setText(SignInWords::needs(network()));
    setShown(m_clientId, isBrowser);
    setShown(m_secret, isBrowser);
    m_secret->setPlaceholderText(wantsSecret ? QString() : tr("Only for an app that has one"));
    setShown(m_page, isBrowser && network() == Network::Facebook);
    setShown(m_baseUrl, m_advanced->isChecked());
    m_add->setText(isBrowser ? tr("Add and sign in…") : tr("Add and paste the token…"));
    const bool hasClient
        = !m_clientId->text().trimmed().isEmpty() && (!wantsSecret || !m_secret->text().isEmpty());
    m_add->setEnabled(!m_name->text().trimmed().isEmpty() && (!isBrowser || hasClient));
}

void AddAccountForm::reset()
{
    for (QLineEdit *edit : {m_secret, m_clientId, m_name, m_page, m_baseUrl}) {
        edit->clear();
    }
    m_network->setCurrentIndex(0);
    m_byBrowser->setChecked(true);
    m_advanced->setChecked(false);
    showWay();
    m_network->setFocus();
}

NewSignIn AddAccountForm::wanted() const
{
    const bool isBrowser = m_byBrowser->isChecked();
    return {.account = {.network = toString(network()),
                .name = m_name->text().trimmed(),
                .baseUrl = m_baseUrl->text().trimmed(),
                .clientId = isBrowser ? m_clientId->text().trimmed() : QString()},
        .clientSecret = isBrowser ? m_secret->text().toUtf8() : QByteArray(),
        .page = isBrowser ? m_page->text().trimmed() : QString(),
        .isPasting = !isBrowser};
}

} // namespace fw::ui
