#pragma once

#include "app/model/message.h"
#include "app/store/database.h"

namespace fw {

/// Messages, identities and what has been answered. Thread: the database's.
class MessageStore final
{
public:
    explicit MessageStore(Database &db) : m_db(db) { }

    /// The identity with this network and remote id, created or brought up to date.
    [[nodiscard]] Identity saveIdentity(const Identity &identity);

    /// Stores a message nobody has stored; false when (account, remoteId) is there already.
    [[nodiscard]] bool insert(const Message &message);
    /// A newer version of the same message.
    void setVersion(MessageId id, const QString &versionId, const QString &body);
    void setTraits(MessageId id, Traits traits);
    /// A message kept for context only turned out to be one of ours or to us: another one may be stored under its remote id, and then
    /// takes the place of the first.
    void setContextAside(MessageId id);
    void replaceContext(MessageId aside, MessageId by);

    [[nodiscard]] std::optional<Message> byId(MessageId id);
    [[nodiscard]] bool isKnown(AccountId account, const QString &remoteId);
    [[nodiscard]] std::optional<Message> byRemoteId(AccountId account, const QString &remoteId);
    /// In any account; newest first.
    [[nodiscard]] QList<Message> byRemoteId(const QString &remoteId);
    /// Messages of a conversation older than `before` (from the newest when null), newest first. limit: 1..200; fewer means the end.
    /// Cost: one index range.
    [[nodiscard]] QList<Message> pageBefore(ConversationId conversation, MessageId before, int limit);
    /// The newest customer message, which a reply answers unless told otherwise.
    [[nodiscard]] std::optional<Message> newestInbound(ConversationId conversation);

    /// The newest message stored, by our id: what somebody looking at the conversation has before them.
    [[nodiscard]] MessageId newest(ConversationId conversation);

    /// This message is no work (any more).
    void settle(MessageId id, qint64 by);
    /// Customer messages of `conversation` stored up to `upTo` are answered by `by` (a reply's or message's id).
    void settleUpTo(ConversationId conversation, MessageId upTo, qint64 by);
    /// The same, by time: for answers written elsewhere, which covered what had been posted before them.
    void settlePostedBefore(ConversationId conversation, Instant before, qint64 by);
    /// Our posts that answer `remoteId` and were stored before anybody knew its conversation join `conversation`.
    void adoptAnswers(AccountId account, const QString &remoteId, ConversationId conversation);
    /// The post of somebody else that one of the conversation's messages answers joins it.
    void adoptContext(AccountId account, const QString &remoteId, ConversationId conversation);
    /// Messages of a private thread that were stored before anybody knew its conversation join it.
    void adoptPrivateThread(AccountId account, const QString &thread, ConversationId conversation);
    /// The conversation of a message that answers `remoteId`; null when there is none.
    [[nodiscard]] ConversationId conversationOfAnswer(AccountId account, const QString &remoteId);
    /// Whether a public thread was begun by us, as far as its first post is known.
    [[nodiscard]] bool isThreadOurs(AccountId account, const QString &thread);
    /// Everything people wrote in a public thread may be hidden by us.
    void allowHiding(AccountId account, const QString &thread);
    /// Whether the network refused an answer in a public thread because nobody there had addressed us.
    [[nodiscard]] bool isThreadClosed(AccountId account, const QString &thread);
    /// It was `refused`: neither it nor those that only name us in its thread take an answer. Answers to us do.
    void closeThread(const Message &refused);
    [[nodiscard]] ConversationId conversationOfPrivateThread(AccountId account, const QString &thread);
    /// That of a private thread in which only we have written so far; null when there is none.
    [[nodiscard]] ConversationId conversationWeOpened(AccountId account, const QString &thread);
    void setThread(MessageId id, const QString &thread);
    /// The same, by the newest message of ours that no reply of this desk stands behind, if there is one.
    void settleByForeignAnswer(ConversationId conversation);

private:
    Database &m_db;
};

} // namespace fw
