#pragma once

#include "app/core/ids.h"

#include <QList>

#include <optional>

namespace fw {

/// What an account does on a network. A window governs one operation.
enum class Operation {
    Identify,
    ReadMentions,
    ReadOwn, // our own posts, to import what was written elsewhere and to look for a reply of unknown end
    ReadComments,
    ReadMessages,  // direct messages
    ReadMetrics,   // counts and lists that are no messages
    Lookup,        // posts by id
    Reply,         // from here on: writes
    PrivateReply,  // the one private answer to a public comment
    DirectMessage, // in a private thread
    Hide,          // and unhide
    Like,          // and take back
    Remove,
};

/// Does it change something on the network, or write to somebody?
[[nodiscard]] constexpr bool isWrite(Operation operation)
{
    return operation >= Operation::Reply;
}

/// Fixed: starts with a call or at a phase only the network knows. Rolling: the last `length`. Slotted: starts at multiples of `length`.
enum class WindowKind { Fixed, Rolling, Slotted };
enum class Evidence { Documented, Configured, Observed, Learned };

/// Whose calls a window counts: the account's, or those of all accounts of the same app.
enum class Scope { Account, App };

/// One limit of one operation: at most `limit` calls per `length`, or no calls while the network says that `limit` per cent are used.
struct Window {
    QString name = {}; // "15 min", "24 h, app": unique within the operation
    Operation operation = Operation::Reply;
    WindowKind kind = WindowKind::Rolling;
    Scope scope = Scope::Account;
    milliseconds length = {};
    int limit = 0;
    bool isPercent = false; // told as a share only, in whole per cent
    int capacity = 0;       // of a share: how many calls 100 per cent stand for; 0: nobody knows
    QString header = {};    // key of the LimitSignal that speaks of it; empty when no header does
    Evidence evidence = Evidence::Documented;
    QString source = {}; // where the figure was found
    bool operator==(const Window &) const = default;
};

/// What a limit is about. Only a window passes by waiting.
enum class LimitKind {
    Window,
    Cap,     // of the plan, per day or month
    Credits, // prepaid balance
    Spam,    // the network took what we wrote for spam, or holds us back for policy reasons
    Lock,    // the account itself
};

/// A limit that a refusal taught and no header tells. It is believed for a while and then returns to the table's.
struct LearnedLimit {
    QString window = {}; // its name
    int limit = 0;
    Instant at = {}; // of the refusal, the network's clock
    bool operator==(const LearnedLimit &) const = default;
};

/// What the network said about one limit, in a header or in an error's body. Numbers, or a percentage, or neither.
struct LimitSignal {
    Operation operation = Operation::Reply;
    QString header
        = {}; // matches Window::header; for other kinds the network's own name, e.g. "usage-capped"
    LimitKind kind = LimitKind::Window;
    int limit = -1;       // -1: not told
    int remaining = -1;   // -1: not told
    int percent = -1;     // of the window, used; 100: throttled. -1: not told
    Instant resetAt = {}; // the network's clock; the epoch: not told
    Instant readAt = {};
    QString evidence = {}; // the header's name, or the error's code
    bool operator==(const LimitSignal &) const = default;
};

/// What a call costs by the network's price list.
struct Charge {
    QString thing = {}; // the price list's word: "post-read", "post-create-with-link"
    int count = 1;
    qint64 microUsd = 0; // for all of them
    bool operator==(const Charge &) const = default;
};

/// What any call to a network tells beside its answer.
struct CallFacts {
    int httpStatus = 0;                     // 0: no answer came
    std::optional<Instant> serverTime = {}; // from Date, whole seconds
    QList<LimitSignal> limitSignals = {};
    QList<Charge> charges = {};
    std::optional<qint64> audience = {}; // followers or fans of our account, where the answer tells them
    QList<Operation> further = {};       // calls made on the way, beside the one that was reserved
};

/// No calls of this operation before `until`.
struct Block {
    Operation operation = Operation::Reply;
    Instant until = {};
    QString reason = {}; // kebab-case ErrorCode
    int failures = 0;    // in a row; drives the back-off
    bool operator==(const Block &) const = default;
};

[[nodiscard]] QString toString(Operation operation);
[[nodiscard]] Operation operationFromString(const QString &name);
[[nodiscard]] QString toString(Evidence evidence);
[[nodiscard]] LimitKind limitKindFromString(const QString &name);
[[nodiscard]] QString toString(LimitKind kind); // "window", "cap", "credits", "spam", "lock"

} // namespace fw
