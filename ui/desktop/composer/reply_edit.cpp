#include "ui/desktop/composer/reply_edit.h"

#include <QKeyEvent>
#include <QTextDocument>

#include <cmath>

namespace fw::ui {

namespace {
constexpr int kLeastLines = 2;
constexpr int kMostLines = 8;
} // namespace

ReplyEdit::ReplyEdit(QWidget *parent) : QPlainTextEdit(parent)
{
    setProperty("role", QLatin1String("reply"));
    setAccessibleName(tr("Reply"));
    setPlaceholderText(tr("Write a reply"));
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(0);
    connect(this, &QPlainTextEdit::textChanged, this, &ReplyEdit::fitHeight);
    fitHeight();
}

QList<QTextEdit::ExtraSelection> ReplyEdit::underlined(
    const QList<TextMark> &marks, QTextCharFormat::UnderlineStyle style, const QColor &colour) const
{
    QList<QTextEdit::ExtraSelection> selections;
    for (const TextMark &mark : marks) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(int(mark.start));
        selection.cursor.setPosition(int(mark.start + mark.length), QTextCursor::KeepAnchor);
        selection.format.setUnderlineStyle(style);
        selection.format.setUnderlineColor(colour);
        selections.append(selection);
    }
    return selections;
}

void ReplyEdit::mark(const QList<TextMark> &marks, const QColor &colour)
{
    m_marks = underlined(marks, QTextCharFormat::WaveUnderline, colour);
    setExtraSelections(m_misspelt + m_marks);
}

void ReplyEdit::markMisspelt(const QList<TextMark> &marks, const QColor &colour)
{
    m_misspelt = underlined(marks, QTextCharFormat::DotLine, colour);
    setExtraSelections(m_misspelt + m_marks);
}

void ReplyEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Undo) && document()->isEmpty() && !document()->isUndoAvailable()) {
        Q_EMIT undoSendAsked();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void ReplyEdit::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    Q_EMIT focusChanged(true);
}

void ReplyEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    Q_EMIT focusChanged(false);
}

void ReplyEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}

void ReplyEdit::fitHeight()
{
    // A plain text document's layout counts its height in lines.
    const int lines
        = std::clamp(static_cast<int>(std::ceil(document()->size().height())), kLeastLines, kMostLines);
    setFixedHeight(lines * fontMetrics().lineSpacing() + 6);
}

} // namespace fw::ui
