#pragma once

#include "app/core/async.h"
#include "app/dispatch/outbox.h"
#include "app/model/message.h"

#include <QAbstractListModel>

#include <functional>

namespace fw::ui {

/// Where a conversation's lines come from; futures finish in any thread.
struct ConversationSource {
    /// Messages older than `before` (the newest when null), newest first, at most `limit`; fewer means the end.
    std::function<QFuture<Result<QList<Message>>>(ConversationId conversation, MessageId before, int limit)>
        older = {};
    /// The newest messages, newest first, at least back to one of `known`.
    std::function<QFuture<Result<QList<Message>>>(ConversationId conversation, QSet<MessageId> known)> newer
        = {};
    std::function<QFuture<Result<QList<OutboxEntry>>>(ConversationId conversation)> replies = {};
};

/// One bubble: a message, or a reply that is not (yet) a message.
struct Line {
    std::optional<Message> message = {};
    std::optional<OutboxEntry> reply
        = {}; // also of a message of ours that a reply of this desk stands behind
    bool startsDay = false;
    [[nodiscard]] bool isOurs() const { return !message || message->direction == Direction::Outbound; }
    [[nodiscard]] QString body() const; // in the reader's language, where it is not somebody's own words
    [[nodiscard]] Instant at() const { return message ? message->postedAt : reply->reply.createdAt; }
    bool operator==(const Line &) const = default;
};

/// The lines of one conversation, oldest first: messages, then replies on their way. Older pages come with loadOlder(), because a view asks
/// fetchMore() for its end and here the past is at the top. Reset only when another conversation is opened. Thread: GUI.
class MessageModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageModel)
public:
    enum Role { LineRole = Qt::UserRole + 1 };

    explicit MessageModel(ConversationSource source, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    [[nodiscard]] ConversationId conversation() const { return m_conversation; }
    /// A null id empties the model.
    void open(ConversationId conversation);
    /// Reads what is new; call when the conversation changed.
    void refresh();
    [[nodiscard]] bool canLoadOlder() const;
    /// Older lines are stored, whether or not they are being read.
    [[nodiscard]] bool hasOlder() const { return !m_atEnd; }
    void loadOlder();

    [[nodiscard]] Line lineAt(int row) const;
    /// What a reply written now answers: the newest customer message on the screen.
    [[nodiscard]] std::optional<Message> newestInbound() const;
    /// The newest message on the screen, by our id: what has been seen by whoever writes now.
    [[nodiscard]] MessageId newestSeen() const;
    /// What would be taken back with this reply: its text, or the parts of it that have not left, as one text.
    [[nodiscard]] QString queuedText(const Reply &reply) const;
    /// The newest reply that is held, or that was refused and nobody has seen to.
    [[nodiscard]] std::optional<Reply> newestStuck() const;
    /// The newest reply that has not left.
    [[nodiscard]] std::optional<Reply> newestQueued() const;

Q_SIGNALS:
    void opened();
    /// What loadOlder() asked for is there.
    void olderRead();
    void readFailed(const fw::Error &error);

private:
    template <typename T, typename Fn>
    void whenRead(const QFuture<Result<T>> &future, Fn onRead);
    void readReplies();
    void merge(QList<Message> messages);
    void insertRun(int row, const QList<Message> &run);
    void applyReplies(const QList<OutboxEntry> &replies);
    void updateTail();
    template <typename Fn>
    [[nodiscard]] std::optional<Reply> newestReply(Fn isMeant) const;
    [[nodiscard]] QList<OutboxEntry> wantedTail() const;
    [[nodiscard]] bool isOpenLine(const Reply &reply) const;
    [[nodiscard]] bool startsDay(int row) const;

    ConversationSource m_source;
    ConversationId m_conversation = {};
    int m_generation = 0;
    QList<Message> m_messages;
    QSet<MessageId> m_known;
    QList<OutboxEntry> m_tail;
    QHash<QString, OutboxEntry> m_byRemoteId; // accepted replies
    QList<OutboxEntry> m_replies;
    bool m_atEnd = true;
    bool m_isFetching = false;
    bool m_isRefreshing = false;
    bool m_isDirty = false;
};

} // namespace fw::ui

Q_DECLARE_METATYPE(fw::ui::Line)
