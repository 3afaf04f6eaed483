#pragma once

#include "app/desk/words/words.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QListView;
class QModelIndex;

namespace fw::ui {

class ReplyEdit;
class SavedReplyModel;
class Theme;

/// Opens over the text when "/" begins a word in it: what is typed next chooses among the saved replies, arrow keys too, Return puts the words in,
/// Escape leaves the text as it is. The text keeps the focus. Thread: GUI.
class SavedReplyPicker final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SavedReplyPicker)
public:
    SavedReplyPicker(
        Store &store, const QList<FieldSource> &fields, QString agent, ReplyEdit &edit, Theme &theme);

    /// Whose answer is written from now on.
    void setConversation(ConversationId conversation);
    /// Types the "/".
    void begin();

Q_SIGNALS:
    void failed(const fw::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Slash {
        int position = 0;
        QString typed = {}; // after it
    };
    [[nodiscard]] std::optional<Slash> slash() const;
    void typed();
    void look();
    void show(const Result<QList<SavedReply>> &found);
    void place();
    bool pressed(int key);
    void choose();
    void put(const Filled &filled, int slashAt);

    fw::Words m_words;
    const QString m_agent;
    ReplyEdit &m_edit;
    SavedReplyModel *m_model;
    QListView *m_list;
    QLabel *m_none; // there are no saved replies at all
    ConversationId m_conversation = {};
    std::optional<int> m_dismissed; // the slash that Escape was pressed on
    bool m_isLooking = false;
    bool m_isStale = false;  // something else was typed meanwhile
    bool m_isChosen = false; // Return was pressed before the answer came
};

} // namespace fw::ui
