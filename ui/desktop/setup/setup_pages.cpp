#include "ui/desktop/setup/setup_pages.h"

#include "ui/desktop/widgets/labels.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace fw::ui {

namespace {
QLineEdit *secretField()
{
    auto *edit = new QLineEdit;
    edit->setEchoMode(QLineEdit::Password);
    return edit;
}

QLabel *sentenceLabel()
{
    QLabel *label = plainLabel({}, "soft");
    label->setWordWrap(true);
    return label;
}

QVBoxLayout *columnOf(QWidget *page)
{
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    return column;
}

QHBoxLayout *buttonRow(std::initializer_list<QPushButton *> buttons)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addStretch(1);
    for (QPushButton *each : buttons) {
        row->addWidget(each);
    }
    return row;
}
} // namespace

SecretPage::SecretPage(QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel({}, "title"))
    , m_sentence(sentenceLabel())
    , m_first(secretField())
    , m_second(secretField())
    , m_give(button(tr("Continue"), "primary"))
{
    QVBoxLayout *column = columnOf(this);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    column->addWidget(m_first);
    column->addWidget(m_second);
    column->addStretch(1);
    QPushButton *cancel = button(tr("Cancel"), "plain");
    column->addLayout(buttonRow({cancel, m_give}));
    m_second->setPlaceholderText(tr("The same again"));
    m_second->setAccessibleName(tr("The same again"));
    m_give->setDefault(true);
    connect(m_first, &QLineEdit::textChanged, this, &SecretPage::judge);
    connect(m_second, &QLineEdit::textChanged, this, &SecretPage::judge);
    connect(m_first, &QLineEdit::returnPressed, this, &SecretPage::give);
    connect(m_second, &QLineEdit::returnPressed, this, &SecretPage::give);
    connect(m_give, &QPushButton::clicked, this, &SecretPage::give);
    connect(cancel, &QPushButton::clicked, this, [this] {
        m_first->clear();
        m_second->clear();
        Q_EMIT left();
    });
}

void SecretPage::ask(const QString &title, const QString &sentence, const QString &fieldName, Typed typed)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_first->clear();
    m_second->clear();
    m_first->setPlaceholderText(fieldName);
    m_first->setAccessibleName(fieldName);
    m_second->setVisible(typed == Typed::Twice);
    m_first->setFocus();
    judge();
}

void SecretPage::judge()
{
    const bool isSame = m_second->isHidden() || m_first->text() == m_second->text();
    m_give->setEnabled(!m_first->text().isEmpty() && isSame);
}

void SecretPage::give()
{
    if (!m_give->isEnabled()) {
        return;
    }
    const QByteArray secret = m_first->text().toUtf8();
    m_first->clear();
    m_second->clear();
    Q_EMIT given(secret);
}

WaitingPage::WaitingPage(QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel({}, "title"))
    , m_sentence(sentenceLabel())
    , m_copy(button(tr("Copy the address"), "plain"))
{
    QVBoxLayout *column = columnOf(this);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    column->addStretch(1);
    QPushButton *cancel = button(tr("Cancel"), "plain");
    column->addLayout(buttonRow({m_copy, cancel}));
    connect(m_copy, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(m_address.toString(QUrl::FullyEncoded)); });
    connect(cancel, &QPushButton::clicked, this, &WaitingPage::left);
}

void WaitingPage::wait(const QString &account)
{
    m_title->setText(tr("Connecting %1").arg(account));
    m_sentence->setText(tr("One moment…"));
    m_copy->setEnabled(false);
}

void WaitingPage::setAddress(const QUrl &address, bool isOpen)
{
    m_address = address;
    m_copy->setEnabled(true);
    m_copy->setFocus();
    m_sentence->setText(isOpen
            ? tr("Your browser asks you to sign in. Floorwalker waits for the answer, five minutes at most.")
            : tr("No browser could be opened. Copy the address and open it in a browser on this computer; "
                 "Floorwalker "
                 "waits for the answer, five minutes at most."));
}

} // namespace fw::ui
