#pragma once

#include "app/dispatch/guard/guard.h"
#include "app/dispatch/guard/lock_risk.h"
#include "app/model/claim.h"
#include "app/model/limits.h"
#include "app/model/reply.h"
#include "app/model/stock_quote.h"
#include "app/store/store.h"

namespace fw {

/// One window of an account as an agent may see it.
struct WindowUse {
    Window window = {};                  // with the limit in force now
    int used = 0;                        // calls; of a share: per cent
    std::optional<Instant> freesAt = {}; // when the next call is possible, if it is full
    std::optional<Instant> resetAt = {}; // when its period ends, where that is known
    double callsPerHour = 0;             // ours, over the last half hour
    std::optional<double> headroom = {}; // minutes until it is full at that pace; empty: never, or not known
    bool operator==(const WindowUse &) const = default;
};

struct OutboxEntry {
    Reply reply = {};
    std::optional<Forecast> forecast = {}; // queued replies only
    QList<StockQuote> quotes
        = {}; // queued replies only: what they say of stock; in lists of the whole outbox where it is wrong now
    bool operator==(const OutboxEntry &) const = default;
};

/// What somebody presses Send on.
struct NewReply {
    ConversationId conversation = {};
    MessageId parent = {};         // null: the newest customer message
    std::optional<Lane> lane = {}; // empty: the parent's
    QString body = {};
    QStringList furtherParts
        = {};           // of a text too long for one: they leave after it, in this order, or wait with it
    QString draft = {}; // with further parts: the text before it was cut
    QString agent = {};
    milliseconds undoTime = {};          // the reply does not leave sooner
    std::optional<Instant> leaveAt = {}; // nor sooner than this
    MessageId seen = {};                 // the newest message its writer had seen; null: the newest there is
    ReplyClass replyClass = ReplyClass::Normal;
    std::optional<milliseconds> dueIn
        = {};            // from when it may leave; empty: as the account's table has it for the class
    bool isSure = false; // its writer knows of the guards' doubts and wants it sent all the same
};

/// The people's side of dispatch: everything durable before it is announced. Thread: any.
class Outbox final
{
public:
    /// `pressTerm`: how long a conversation that nobody held stays its writer's after Send.
    explicit Outbox(Store &store, milliseconds pressTerm = kPressTerm)
        : m_store(store)
        , m_pressTerm(pressTerm)
    {
    }

    /// Queues a reply: in public to a public message, in private to a private one, or as the one private answer to a public one. When the future
    /// holds it, it survives a crash. What the account said it cannot do is refused. Only who holds the conversation's claim sends in it (I5); where nobody
    /// does, it becomes the writer's for a while. Errors: Claimed; NotFound, Usage (empty text, nothing to answer, not offered),
    /// Forbidden, NotSummoned, WindowClosed, AlreadyReplied; SameText and PublicLeak unless its writer is sure.
    /// A trainee's is proposed only, see Approvals. A text in which a field still stands ({customer.name}) is refused, however sure its writer is: Usage.
    /// Stock fields ({stock:KL-204/42@Baixa}) become numbers here, and what was said is kept to be looked at again when it leaves.
    [[nodiscard]] QFuture<Result<Reply>> press(NewReply reply);
    /// What press() would ask about. Nothing is changed; for the window while somebody writes. Errors: NotFound, Usage (nothing to answer).
    [[nodiscard]] QFuture<Result<QList<GuardFinding>>> check(NewReply reply);
    /// `text` with its stock fields as press() would fill them now.
    [[nodiscard]] QFuture<Result<QuotedText>> quote(ConversationId conversation, const QString &text);
    /// From now on public drafts are shown to `finder` too. Before the first press or check.
    void addLeakFinder(const guard::LeakFinder &finder)
    {
        m_ofWriter.finders.append(finder);
        m_ofReader.finders.append(finder);
    }
    /// How close to the wind an account sails, and what would help.
    [[nodiscard]] QFuture<Result<LockRisk>> lockRisk(AccountId account);
    /// Takes a queued reply back, with the parts of its text that have not left. false: too late, it is on its way or gone.
    [[nodiscard]] QFuture<Result<bool>> withdraw(ReplyId reply);
    /// A held reply leaves as it is after all: `agent`, or else its writer, has seen what changed. false: it is not held (any more). Errors: Claimed;
    /// Usage for a trainee, who may not decide that.
    [[nodiscard]] QFuture<Result<bool>> release(ReplyId reply, const QString &agent = {});
    /// Queues a rejected reply once more, as a new attempt of the same reply; `agent` wants it, or else its writer. Errors: Claimed; NotFound when it is not rejected (any more), and those of press()
    /// where it is not offered now.
    [[nodiscard]] QFuture<Result<Reply>> retry(ReplyId reply, const QString &agent = {});
    /// Somebody has seen to a rejected reply.
    [[nodiscard]] QFuture<Result<bool>> markHandled(ReplyId reply);
    /// When a reply to the newest customer message pressed now would leave.
    [[nodiscard]] QFuture<Result<Forecast>> forecastNext(
        AccountId account, ConversationId conversation, milliseconds undoTime, std::optional<Lane> lane = {});
    /// One reply with its forecast, if it is queued. Errors: NotFound.
    [[nodiscard]] QFuture<Result<OutboxEntry>> entry(ReplyId reply);
    /// Replies of one conversation, with forecasts for the queued ones; oldest first.
    [[nodiscard]] QFuture<Result<QList<OutboxEntry>>> ofConversation(ConversationId conversation);
    /// The whole outbox: pending, unhandled failures, and the newest `limit` others.
    [[nodiscard]] QFuture<Result<QList<OutboxEntry>>> entries(int limit);
    /// The windows of everything by which an account answers, tightest first.
    [[nodiscard]] QFuture<Result<QList<WindowUse>>> budget(AccountId account);

private:
    Store &m_store;
    milliseconds m_pressTerm;
    // Of each of the store's threads, whose views of the database differ.
    guard::Knowledge m_ofWriter;
    guard::Knowledge m_ofReader;
};

} // namespace fw
