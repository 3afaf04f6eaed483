#pragma once

#include "app/model/reply.h"
#include "app/store/database.h"

namespace fw {

/// The durable outbox. Every change of state is conditional on the state it starts from; false means somebody else was faster.
/// Thread: the database's.
class ReplyStore final
{
public:
    explicit ReplyStore(Database &db) : m_db(db) { }

    /// What a short report says of the whole store.
    struct Totals {
        int inbound = 0; // customer messages
        int accepted = 0;
        int limited = 0;              // calls refused for a limit
        milliseconds medianWait = {}; // from the answered message to the acceptance, over accepted replies
    };
    [[nodiscard]] Totals totals();

    /// A queued or proposed one.
    void insert(const Reply &reply);
    /// A press of Send, whatever became of it.
    struct Asked {
        ReplyClass replyClass = ReplyClass::Normal;
        Operation operation = Operation::Reply;
        Instant at = {};
        Instant due = {};
    };
    /// Every press after `since`, oldest first.
    [[nodiscard]] QList<Asked> askedSince(AccountId account, Instant since);
    [[nodiscard]] std::optional<Reply> byId(ReplyId id);
    /// Replies of a conversation in every state, oldest first.
    [[nodiscard]] QList<Reply> ofConversation(ConversationId conversation);
    /// Queued, sending and unknown replies of an account in the order Send was pressed.
    [[nodiscard]] QList<Reply> pending(AccountId account);
    /// Pending ones, held ones among them, and rejected ones nobody has handled, of every account, then the newest `limit` others (below 0: all).
    [[nodiscard]] QList<Reply> outbox(int limit);
    /// Counts the changes of an account's replies. Within one account they happen one after the other, whoever makes them.
    [[nodiscard]] qint64 revision(AccountId account);
    /// Replies that changed after `revision`, as they are now.
    [[nodiscard]] QList<Reply> changedSince(AccountId account, qint64 revision);
    [[nodiscard]] QList<Attempt> attempts(ReplyId reply);
    /// Is `remoteId` already known as the post of a reply?
    [[nodiscard]] bool isClaimed(AccountId account, const QString &remoteId);

    /// What has changed since its writer pressed Send, so that it had better not leave as it is; nothing: all is as it was.
    [[nodiscard]] std::optional<Hold> changeSince(const Reply &reply);
    /// A queued reply, and every part of its text that has not left, waits until somebody releases or withdraws it.
    [[nodiscard]] bool hold(ReplyId id, Hold why);
    /// Somebody has seen what changed: it leaves as it is, with all held parts of its text.
    [[nodiscard]] bool release(ReplyId id);
    /// rejected -> queued, to leave from now on and be there by `due`; later parts of its text go with it. A new attempt will be made.
    [[nodiscard]] bool retry(ReplyId id, Instant due);

    /// Is there a private answer to this message that was sent, or may still be?
    [[nodiscard]] bool isAnsweredPrivately(MessageId message);
    /// When the customer last wrote in this lane of a conversation; empty: never.
    [[nodiscard]] std::optional<Instant> personActedAt(ConversationId conversation, Lane lane);

    /// queued -> sending, with its attempt row: the write-ahead. Fails when the lease is no longer held with attempt.epoch.
    [[nodiscard]] bool startSending(const Attempt &attempt);
    void finishAttempt(
        AttemptId attempt, const QString &outcome, int httpStatus, const QString &detail, Instant at);
    /// Any but accepted -> accepted. Settles what the reply covers and stores our message, as posted at `at`: a public one where Send was pressed, a private
    /// one in the private conversation with that person, which is opened if there is none. `thread`: where the network put it, if it told.
    [[nodiscard]] bool accept(ReplyId id, const QString &remoteId, Instant at, const QString &thread = {});
    /// Adds what an attempt cost.
    void addCost(ReplyId id, qint64 microUsd);
    /// Later parts of its text are held.
    [[nodiscard]] bool reject(ReplyId id, const QString &reason, const QString &detail);
    [[nodiscard]] bool markUnknown(ReplyId id, const QString &reason, const QString &detail);
    /// sending|unknown -> queued, because nothing was carried out.
    [[nodiscard]] bool requeue(ReplyId id, const QString &reason, const QString &detail);
    /// Proposed replies, the first parts only, oldest first.
    [[nodiscard]] QList<Reply> proposed();
    /// proposed -> queued, with every part of its text; its times begin now. Fact: "reply-approved" {by}.
    [[nodiscard]] bool approve(ReplyId id, const QString &by);
    /// proposed -> withdrawn, with every part of its text, which `by` gives back to its writer. Fact: "reply-returned" {by, why}.
    [[nodiscard]] bool giveBack(ReplyId id, const QString &by, const QString &why);
    /// The parts of the same text in the state of `reply`, itself included, in order.
    [[nodiscard]] QList<Reply> partsLike(const Reply &reply);
    /// queued or proposed -> withdrawn, with every part of its text that has not left.
    [[nodiscard]] bool withdraw(ReplyId id);
    /// A rejected reply leaves the tray; later parts of its text are withdrawn.
    [[nodiscard]] bool markHandled(ReplyId id);
    /// The time of the newest attempt, for look-ups.
    [[nodiscard]] std::optional<Attempt> lastAttempt(ReplyId id);

private:
    /// `from` is a list of state names in SQL, one of this file's own literals.
    [[nodiscard]] bool move(const Reply &reply, const QString &from, ReplyState to,
        const QString &reason = {}, const QString &detail = {});
    /// The number of the change that is about to be made to one of the account's replies.
    [[nodiscard]] qint64 nextRevision(AccountId account);
    /// The queued replies that are parts of the same text, itself included.
    [[nodiscard]] QList<Reply> queuedParts(const Reply &reply);
    void withdrawQueued(const Reply &reply);
    bool withdrawProposed(const Reply &reply, const QString &fact, const QJsonObject &detail = {});
    [[nodiscard]] ConversationId privateConversation(
        AccountId account, IdentityId person, const QString &thread, Instant at);
    void storeOurs(const Reply &reply, const QString &remoteId, Instant at, const QString &thread);
    /// Writes the fact.
    void note(const Reply &reply, const QString &fact, const QJsonObject &detail = {});
    /// Writes the fact and brings the conversation's counts of replies in line.
    void told(const Reply &reply, const QString &fact, const QJsonObject &detail = {});

    Database &m_db;
};

} // namespace fw
