#pragma once

#include "app/store/note_store.h"
#include "app/store/store.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace fw::ui {

/// What colleagues say to each other about the conversation; no customer sees it. Thread: GUI.
class NotesPart final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NotesPart)
public:
    NotesPart(Store &store, const Clock &clock, QString agent, QWidget *parent = nullptr);

    void open(ConversationId conversation);
    void refresh();
    void focusText();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show(const QList<Note> &notes);
    void add();

    Store &m_store;
    const Clock &m_clock;
    const QString m_agent;
    ConversationId m_conversation = {};
    QList<Note> m_notes;
    QVBoxLayout *m_rows;
    QLineEdit *m_text;
    QLabel *m_problem; // why the note was not kept
};

} // namespace fw::ui
