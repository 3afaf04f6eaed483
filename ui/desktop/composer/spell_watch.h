#pragma once

#include "ui/desktop/composer/reply_edit.h"
#include "ui/desktop/composer/spelling.h"

#include <QTimer>

namespace fw::ui {

class Theme;

/// Underlines misspelt words of a reply, and offers better ones in the text's menu. The word that is being written is left alone. Thread: GUI.
class SpellWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SpellWatch)
public:
    /// `ownWords`: as for Spelling.
    SpellWatch(ReplyEdit &edit, const QString &ownWords, Theme &theme);

    void setOn(bool isOn);
    [[nodiscard]] bool isOn() const { return m_isOn; }
    /// Goes to the next misspelt word after the cursor, from the end back to the first, and opens its menu. false: there is none.
    bool openNext();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();
    void show(const QString &text, const QList<TextMark> &misspelt);
    [[nodiscard]] bool ask(int position, const QPoint &at);
    void openMenu(const QString &word, const QStringList &words);
    void replace(const QString &by);

    ReplyEdit &m_edit;
    Theme &m_theme;
    Spelling m_spelling;
    QTimer m_pause;
    bool m_isOn = true;
    QList<TextMark> m_marks; // in the text as it is
    QTextCursor m_asked;     // the word the menu is for
    QPoint m_at;             // where it opens
};

} // namespace fw::ui
