#pragma once

#include <QPlainTextEdit>
#include <QTextEdit>

namespace fw::ui {

/// A part of the text to look at again.
struct TextMark {
    qsizetype start = 0; // UTF-16 units
    qsizetype length = 0;
    bool operator==(const TextMark &) const = default;
};

/// The text of a reply: plain, as high as it needs to be within bounds.
class ReplyEdit final : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReplyEdit)
public:
    explicit ReplyEdit(QWidget *parent = nullptr);
    /// Underlines these to look at before sending, and no others.
    void mark(const QList<TextMark> &marks, const QColor &colour);
    /// The same for misspelt words, in another way.
    void markMisspelt(const QList<TextMark> &marks, const QColor &colour);

Q_SIGNALS:
    /// Ctrl+Z with nothing left to undo in an empty text: the wish to take back what was sent.
    void undoSendAsked();
    void focusChanged(bool hasFocus);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitHeight();
    [[nodiscard]] QList<QTextEdit::ExtraSelection> underlined(
        const QList<TextMark> &marks, QTextCharFormat::UnderlineStyle style, const QColor &colour) const;

    QList<QTextEdit::ExtraSelection> m_marks;
    QList<QTextEdit::ExtraSelection> m_misspelt;
};

} // namespace fw::ui
