#include "ui/desktop/composer/spell_watch.h"

#include "ui/desktop/theme/theme.h"

#include <QContextMenuEvent>
#include <QMenu>

namespace fw::ui {

namespace {
using namespace std::chrono_literals;
constexpr auto kPause = 300ms; // of typing, before anything is looked at
} // namespace

SpellWatch::SpellWatch(ReplyEdit &edit, const QString &ownWords, Theme &theme)
    : QObject(&edit)
    , m_edit(edit)
    , m_theme(theme)
    , m_spelling(ownWords)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &SpellWatch::look);
    connect(&m_edit, &QPlainTextEdit::textChanged, this, [this] {
        m_marks.clear(); // their places are not what they were
        m_pause.start();
    });
    connect(&m_edit, &QPlainTextEdit::cursorPositionChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_spelling, &Spelling::checked, this, &SpellWatch::show);
    connect(&m_spelling, &Spelling::suggested, this, &SpellWatch::openMenu);
    connect(&theme, &Theme::changed, &m_pause, qOverload<>(&QTimer::start));
    m_edit.installEventFilter(this);
    m_edit.viewport()->installEventFilter(this);
}

void SpellWatch::setOn(bool isOn)
{
    m_isOn = isOn;
    look();
}

void SpellWatch::look()
{
    if (m_isOn && !m_edit.document()->isEmpty()) {
        m_spelling.check(m_edit.toPlainText());
    } else {
        m_marks.clear();
        m_edit.markMisspelt({}, {});
    }
}

void SpellWatch::show(const QString &text, const QList<TextMark> &misspelt)
{
    if (!m_isOn || text != m_edit.toPlainText()) {
        return;
    }
    m_marks = misspelt;
    const int cursor = m_edit.textCursor().position();
    m_marks.removeIf([this, cursor](const TextMark &mark) {
        return m_edit.hasFocus() && mark.start + mark.length == cursor; // still being written
    });
    m_edit.markMisspelt(m_marks, m_theme.tokens().accent);
}

bool SpellWatch::openNext()
{
    if (m_marks.isEmpty()) {
        return false;
    }
    const int cursor = m_edit.textCursor().position();
    const auto after = std::find_if(
        m_marks.begin(), m_marks.end(), [cursor](const TextMark &mark) { return mark.start >= cursor; });
    const TextMark next = after == m_marks.end() ? m_marks.first() : *after;
    QTextCursor place = m_edit.textCursor();
    place.setPosition(int(next.start));
    m_edit.setTextCursor(place);
    const QPoint below = m_edit.cursorRect(place).bottomLeft();
    return ask(int(next.start), m_edit.viewport()->mapToGlobal(below));
}

bool SpellWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ContextMenu) {
        return QObject::eventFilter(watched, event);
    }
    const auto *menu = static_cast<QContextMenuEvent *>(event);
    const bool isKey = menu->reason() == QContextMenuEvent::Keyboard;
    const QPoint here = m_edit.viewport()->mapFromGlobal(menu->globalPos());
    const QTextCursor place = isKey ? m_edit.textCursor() : m_edit.cursorForPosition(here);
    return ask(place.position(),
               isKey ? m_edit.viewport()->mapToGlobal(m_edit.cursorRect().bottomLeft()) : menu->globalPos())
        || QObject::eventFilter(watched, event);
}

/// Whether a misspelt word stands at `position`; its menu opens at `at` as soon as there are words to offer.
bool SpellWatch::ask(int position, const QPoint &at)
{
    const auto mark = std::find_if(m_marks.begin(), m_marks.end(), [position](const TextMark &one) {
        return one.start <= position && position <= one.start + one.length;
    });
    if (mark == m_marks.end()) {
        return false;
    }
    m_asked = QTextCursor(m_edit.document());
    m_asked.setPosition(int(mark->start));
    m_asked.setPosition(int(mark->start + mark->length), QTextCursor::KeepAnchor);
    m_at = at;
    m_spelling.suggest(m_asked.selectedText(), m_edit.toPlainText());
    return true;
}

void SpellWatch::openMenu(const QString &word, const QStringList &words)
{
    if (m_asked.selectedText() != word) {
        return; // the text went on meanwhile
    }
    QMenu *menu = m_edit.createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *const before = menu->actions().value(0);
    QList<QAction *> offered;
    for (const QString &each : words) {
        auto *action = new QAction(each, menu);
        connect(action, &QAction::triggered, this, [this, each] { replace(each); });
        offered.append(action);
    }
    if (offered.isEmpty()) {
        auto *none = new QAction(tr("No word like it"), menu);
        none->setEnabled(false);
        offered.append(none);
    }
    auto *mine = new QAction(tr("Add “%1” to my words").arg(word), menu);
    connect(mine, &QAction::triggered, this, [this, word] {
        m_spelling.add(word);
        look();
    });
    offered.append(mine);
    menu->insertActions(before, offered);
    menu->insertSeparator(before);
    menu->setActiveAction(offered.first());
    menu->popup(m_at);
}

void SpellWatch::replace(const QString &by)
{
    m_asked.insertText(by); // one step to undo
    m_edit.setFocus();
}

} // namespace fw::ui
