#pragma once

#include "app/model/message.h"
#include "app/store/store.h"

#include <QHash>
#include <QSet>
#include <QTimer>

#include <functional>

namespace fw::ui {

/// Unsent text, kept in memory at once and in the store within a second (I4). Thread: GUI.
class DraftKeeper final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DraftKeeper)
public:
    DraftKeeper(Store &store, QString agent, QObject *parent = nullptr);

    /// The text for this conversation is now `text`; empty removes the draft.
    void note(ConversationId conversation, const QString &text);
    /// Hands the draft to `onText` once, at once if it is known. Errors: a draft that cannot be read arrives as an empty text and saveFailed().
    void load(
        ConversationId conversation, QObject *receiver, std::function<void(const QString &text)> onText);
    /// Puts `text` before whatever the draft is, so that neither is lost. For a conversation that is not in the composer.
    void prepend(ConversationId conversation, const QString &text);
    /// Puts `text` after whatever the draft is: typed before the draft had been read, and left there.
    void append(ConversationId conversation, const QString &text);
    /// Starts saving whatever is not saved.
    void flush();
    /// The same, for good: the store finishes it before it closes, even if this object is gone by then.
    void finish();
    [[nodiscard]] bool isSaved() const { return m_unsaved.isEmpty() && m_savesUnderWay == 0; }
    [[nodiscard]] QSet<ConversationId> conversations() const { return m_withDraft; }

    /// `above`, an empty line, `below`; one of them alone when the other is empty.
    [[nodiscard]] static QString joined(const QString &above, const QString &below);

Q_SIGNALS:
    void savedChanged(bool isSaved);
    void conversationsChanged();
    void saveFailed(const fw::Error &error);

private:
    void save(ConversationId conversation);
    void remember(ConversationId conversation, const QString &text);

    Store &m_store;
    QString m_agent;
    QHash<ConversationId, QString> m_texts;
    QHash<ConversationId, QString> m_early; // typed before the draft was known
    QSet<ConversationId> m_unsaved;
    QSet<ConversationId> m_withDraft;
    int m_savesUnderWay = 0;
    QTimer m_timer;
};

} // namespace fw::ui
