#include "ui/desktop/shell/keys_sheet.h"

#include "ui/desktop/shell/key_bindings.h"
#include "ui/desktop/widgets/labels.h"

#include <QAction>
#include <QGridLayout>
#include <QKeyEvent>
#include <QScrollArea>

namespace fw::ui {

namespace {
using namespace Qt::StringLiterals;
constexpr QSize kSize(600, 620);

QString keysOf(const QAction *command)
{
    QStringList keys;
    for (const QKeySequence &sequence : command->shortcuts()) {
        keys.append(sequence.toString(QKeySequence::NativeText));
    }
    return keys.isEmpty() ? KeysSheet::tr("none") : keys.join(u"  ·  "_s);
}

bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta
        || key == Qt::Key_AltGr || key == Qt::Key_unknown;
}
} // namespace

KeysSheet::KeysSheet(KeyBindings &bindings, QWidget *parent)
    : QDialog(parent)
    , m_bindings(bindings)
    , m_hint(plainLabel({}, "small"))
    , m_reset(button(tr("Usual keys again"), "plain"))
{
    setWindowTitle(tr("Keys"));
    resize(kSize);
    auto *inside = new QWidget;
    auto *grid = new QGridLayout(inside);
    grid->setContentsMargins(24, 4, 24, 12);
    grid->setHorizontalSpacing(28);
    grid->setVerticalSpacing(5);
    grid->setColumnStretch(0, 1);
    for (QAction *command : bindings.commands()) {
        addRow(grid, command);
    }
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inside);
    QPushButton *close = button(tr("Close"), "plain");
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        stopAsking();
        m_bindings.resetAll();
        showKeys();
    });
    m_hint->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 20, 0, 16);
    column->setSpacing(10);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(24, 0, 24, 0);
    head->addWidget(plainLabel(tr("Keys"), "title"));
    head->addWidget(plainLabel(tr("Single letters work while no text is being written."), "faint"));
    column->addLayout(head);
    column->addWidget(scroll, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(24, 0, 24, 0);
    foot->addWidget(m_hint, 1);
    foot->addWidget(m_reset);
    foot->addWidget(close);
    column->addLayout(foot);
    stopAsking();
    showKeys();
    close->setFocus();
}

void KeysSheet::addRow(QGridLayout *grid, QAction *command)
{
    const int row = grid->rowCount();
    grid->addWidget(plainLabel(command->text(), "soft"), row, 0);
    QPushButton *key = button({}, "key");
    connect(key, &QPushButton::clicked, this, [this, command] { ask(command); });
    grid->addWidget(key, row, 1, Qt::AlignRight);
    m_buttons.insert(command, key);
}

void KeysSheet::showKeys()
{
    for (auto it = m_buttons.constBegin(); it != m_buttons.constEnd(); ++it) {
        QPushButton *key = it.value();
        key->setText(it.key() == m_asked ? tr("Press a key…") : keysOf(it.key()));
        key->setAccessibleName(tr("%1: %2. Press to change.").arg(it.key()->text(), key->text()));
        setRole(key, m_bindings.isChanged(it.key()) ? "keyChanged" : "key");
    }
    m_reset->setVisible(m_bindings.isAnyChanged());
}

void KeysSheet::ask(QAction *command)
{
    m_asked = command;
    m_hint->setText(tr("Press the key for “%1”. Esc leaves it as it is.").arg(command->text()));
    showKeys();
    setFocus();
}

void KeysSheet::stopAsking()
{
    m_asked = nullptr;
    m_hint->setText(tr("To change a key, press it here."));
}

void KeysSheet::take(const QKeySequence &key)
{
    QAction *command = m_asked;
    const QString name = key.toString(QKeySequence::NativeText);
    stopAsking();
    switch (m_bindings.check(command, key)) {
    case KeyBindings::Refusal::None:
        m_bindings.bind(command, key);
        break;
    case KeyBindings::Refusal::Taken:
        m_hint->setText(tr("%1 is the key of “%2” already.").arg(name, m_bindings.holderOf(key)->text()));
        break;
    case KeyBindings::Refusal::Typing:
        m_hint->setText(
            tr("Some keyboards type with %1. Choose a key without Ctrl and Alt together.").arg(name));
        break;
    case KeyBindings::Refusal::Empty:
        break;
    }
    showKeys();
    m_buttons.value(command)->setFocus();
}

bool KeysSheet::event(QEvent *event)
{
    if (m_asked && event->type() == QEvent::ShortcutOverride) {
        event->accept(); // a key that does something elsewhere is only a key here
        return true;
    }
    return QDialog::event(event);
}

void KeysSheet::keyPressEvent(QKeyEvent *event)
{
    if (!m_asked) {
        QDialog::keyPressEvent(event);
    } else if (event->key() == Qt::Key_Escape) {
        QAction *command = m_asked;
        stopAsking();
        showKeys();
        m_buttons.value(command)->setFocus();
    } else if (!isModifier(event->key())) {
        take(QKeySequence(event->keyCombination()));
    }
}

} // namespace fw::ui
