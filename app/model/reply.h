#pragma once

#include "app/model/limits.h"
#include "app/model/message.h"

namespace fw {

enum class ReplyState {
    Queued,
    Sending,
    Accepted,
    Rejected,
    Unknown,
    Withdrawn,
    Proposed // by a trainee: it does not leave unless somebody else approves it
};

/// How soon a reply is worth something. Where there is not room for all, the more urgent one goes first.
enum class ReplyClass { Urgent, Normal, Low };

/// Why a queued reply does not leave until somebody says so.
enum class Hold {
    CustomerWrote,     // the person wrote again after Send was pressed
    AnsweredElsewhere, // somebody answered in another tool, or a colleague did
    MessageEdited,     // what is answered says something else now
    MessageRemoved,    // what is answered is gone
    PartFailed,        // an earlier part of the same text did not arrive
    StockChanged,      // there is not what it says there is
};

/// What an agent pressed Send on.
struct Reply {
    ReplyId id = {};
    AccountId account = {};
    ConversationId conversation = {};
    MessageId parent = {};
    QString parentRemoteId = {}; // what the network is told to attach it to
    Lane lane = Lane::Public;
    Operation operation = Operation::Reply; // or PrivateReply, DirectMessage
    QString thread = {};                    // the private thread, where there is one
    QString recipient = {};                 // the person's remote id
    QString body = {};
    QString agent = {};
    ReplyState state = ReplyState::Queued;
    ReplyClass replyClass = ReplyClass::Normal;
    Instant createdAt = {};        // when Send was pressed
    Instant due = {};              // accepted until then, it is on time
    Instant notBefore = {};        // createdAt plus the time to undo, or the time chosen
    bool isLater = false;          // notBefore is a time somebody chose
    MessageId coversUpTo = {};     // the newest message its writer had seen
    std::optional<Hold> hold = {}; // of a queued one
    ReplyId firstPart = {}; // of a text in several parts, the reply that is its first; null: it stands alone
    int part = 1;
    int parts = 1;
    std::optional<Instant> decidedAt = {}; // accepted, rejected or withdrawn
    QString remoteId = {};                 // of the accepted post
    QString reason = {}; // kebab-case ErrorCode of a rejection, of unknown, or of the last refusal
    QString detail = {}; // the network's own words
    int attempts = 0;
    bool isHandled = false; // a rejected reply somebody has seen to
    qint64 microUsd = 0;    // what its attempts cost by the price list
    bool operator==(const Reply &) const = default;
};

/// One call, or one that may have been made. Never changed after it is finished.
struct Attempt {
    AttemptId id = {};
    ReplyId reply = {};
    int number = 1;
    qint64 epoch = 0;                       // of the lease under which it was made
    Instant startedAt = {};                 // the network's clock as far as known
    std::optional<Instant> finishedAt = {}; // empty: the process died, or it is under way
    QString outcome = {}; // "accepted", "rejected", "limited", "not-sent", "unknown", "found", "not-found"
    int httpStatus = 0;
    QString detail = {};
    bool operator==(const Attempt &) const = default;
};

/// When a reply leaves, and what it waits for.
struct Forecast {
    Instant leavesAt = {};
    int ahead = 0; // replies of the account that leave before it
    /// "nothing", "undo", "later", "gap", "conversation", "block", "paused", "brake" (somebody stopped the account or a tag), "reserve" (the room is kept for more urgent ones), "deadline" (it cannot leave before its deadline, and will not leave
    /// after it), or a window's name.
    QString waitsFor = {};
    std::optional<Instant> deadline = {}; // the network takes it until then
    [[nodiscard]] bool isNever() const
    {
        return waitsFor == QLatin1String("paused") || waitsFor == QLatin1String("brake");
    }
    bool operator==(const Forecast &) const = default;
};

[[nodiscard]] QString toString(
    ReplyState state); // "queued", "sending", "accepted", "rejected", "unknown", "withdrawn", "proposed"
[[nodiscard]] ReplyState replyStateFromString(const QString &name);
[[nodiscard]] QString toString(ReplyClass replyClass); // "urgent", "normal", "low"
[[nodiscard]] std::optional<ReplyClass> replyClassFromString(const QString &name);
/// "customer-wrote", "answered-elsewhere", "message-edited", "message-removed", "part-failed", "stock-changed"
[[nodiscard]] QString toString(Hold hold);
[[nodiscard]] std::optional<Hold> holdFromString(const QString &name);

} // namespace fw
