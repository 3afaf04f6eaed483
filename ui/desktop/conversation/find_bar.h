#pragma once

#include "ui/desktop/conversation/message_model.h"

#include <QFrame>
#include <QPersistentModelIndex>

class QLabel;
class QLineEdit;

namespace fw::ui {

/// Finds words in the conversation that is open, from the newest line back, accents and case aside; older lines are read as far as it takes. Thread: GUI.
class FindBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindBar)
public:
    explicit FindBar(MessageModel &model, QWidget *parent = nullptr);

    void open();
    void close();

Q_SIGNALS:
    /// This line has the words; invalid: none has, or nobody looks any more.
    void found(const QModelIndex &line);
    /// The keyboard goes back to where it was.
    void closed();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Way { Older, Newer };
    void begin();
    void step(Way way);
    void look(int from, Way way);
    void goOn();
    void tell();
    [[nodiscard]] bool hasWords(int row) const;

    MessageModel &m_model;
    QLineEdit *m_words;
    QString m_wanted = {}; // the words, folded
    QLabel *m_where;
    QPersistentModelIndex m_found;
    QPersistentModelIndex m_lookedAt; // the oldest line there was when older ones were asked for
    bool m_isReading = false;         // older lines, to look in them
};

} // namespace fw::ui
