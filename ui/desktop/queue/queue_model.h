#pragma once

#include "app/core/async.h"
#include "app/store/conversation_store.h"

#include <QAbstractListModel>
#include <QSet>

#include <functional>

namespace fw::ui {

/// Where the queue's rows come from; futures finish in any thread.
struct QueueSource {
    std::function<QFuture<Result<QList<Conversation>>>(View view, std::optional<QueueKey> after, int limit)>
        page = {};
    std::function<QFuture<Result<QList<Conversation>>>(QList<ConversationId> ids)> byIds = {};
};

/// What keeps rows where they are. Focus: nothing is inserted, moved or removed on its own. Pointer: nor because another row was selected.
enum class Hold { None, Focus, Pointer };

/// Conversations of one view in its order, page by page, changed row by row as the desk changes. Reset only when the view is switched.
///
/// I11: the pinned row (the one being answered) stays where it is, whatever becomes of its conversation, until another one is pinned. While
/// held, changes that would shift rows wait until the hold ends or release(); what a row says is always up to date. Thread: GUI.
class QueueModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueueModel)
public:
    enum Role { ConversationRole = Qt::UserRole + 1, HasDraftRole, IsSettledRole };

    QueueModel(QueueSource source, View view, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    [[nodiscard]] View view() const { return m_view; }
    void setView(View view);
    /// Reads these conversations again and brings their rows in line.
    void refresh(const QList<ConversationId> &ids);
    void setPinned(ConversationId id);
    void setHold(Hold hold);
    /// Shows what waits behind the hold.
    void release();
    void setDrafts(const QSet<ConversationId> &conversations);

    [[nodiscard]] int rowOf(ConversationId id) const; // -1 when it has none
    [[nodiscard]] ConversationId idAt(int row) const;
    [[nodiscard]] bool isLoading() const { return m_isFetching; }

Q_SIGNALS:
    /// How many new rows wait behind the hold.
    void heldChanged(int arrivals);
    void pageLoaded();
    void readFailed(const fw::Error &error);

private:
    struct Row {
        Conversation conversation = {};
        QueueKey key = {}; // of the place it stands at; behind the conversation's while pinned or held
    };

    void appendPage(const QList<Conversation> &page);
    void lookUp();
    void applyLookUp(const QSet<ConversationId> &asked, const QList<Conversation> &found);
    void place(const Conversation &conversation);
    void settle(int row);
    void insertRow(const Conversation &conversation);
    void removeAt(int row);
    void moveTo(int row, const QueueKey &key);
    void fetchIfShort();
    void announceHeld();
    [[nodiscard]] bool isBeyondLoaded(const QueueKey &key) const;
    [[nodiscard]] int firstNotBefore(const QueueKey &key) const;
    [[nodiscard]] int positionOf(const QueueKey &key, int skippedRow) const;

    QueueSource m_source;
    View m_view;
    QList<Row> m_rows;                      // by key
    QHash<ConversationId, QueueKey> m_keys; // of the rows
    std::optional<QueueKey> m_lastKey;      // where the next page begins
    bool m_atEnd = false;
    bool m_isFetching = false;
    bool m_isLookingUp = false;
    int m_generation = 0;
    ConversationId m_pinned = {};
    Hold m_hold = Hold::None;
    QSet<ConversationId> m_dirty;
    QSet<ConversationId> m_held; // rows that stand somewhere their conversation no longer belongs
    QHash<ConversationId, Conversation> m_arrivals;
    QSet<ConversationId> m_drafts;
};

} // namespace fw::ui

Q_DECLARE_METATYPE(fw::Conversation)
