#pragma once

#include "ui/desktop/composer/reply_edit.h"

#include <QThread>

#include <atomic>

namespace fw::ui {

class Dictionaries;

/// Which words of a text are misspelt, by the Hunspell dictionaries of this computer: those of the desktop's language, English and French. A text is measured by the
/// one that knows most of its words, and by none that knows less than half of them: that is another language. Works in a thread of its own.
/// Thread: GUI.
class Spelling final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Spelling)
public:
    /// `ownWords`: file of the words somebody added; empty: they are forgotten with this object.
    explicit Spelling(const QString &ownWords, QObject *parent = nullptr);
    ~Spelling() override;

    /// Answered by checked(), for the newest text only.
    void check(const QString &text);
    /// Answered by suggested(); `text` is what the word stands in.
    void suggest(const QString &word, const QString &text);
    void add(const QString &word);

Q_SIGNALS:
    void checked(const QString &text, const QList<fw::ui::TextMark> &misspelt);
    void suggested(const QString &word, const QStringList &words);

private:
    QThread m_thread;
    QObject m_room; // lives in m_thread, so that what is posted to it runs there
    std::unique_ptr<Dictionaries> m_dictionaries;
    std::atomic<int> m_newest = 0;
};

} // namespace fw::ui
