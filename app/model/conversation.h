#pragma once

#include "app/model/message.h"
#include "app/model/reply.h"

namespace fw {

enum class ConversationState { Waiting, WaitingForCustomer, Snoozed, Resolved, Archived };

/// The unit of work: one customer, one matter.
struct Conversation {
    ConversationId id = {};
    AccountId account = {};
    Network network = Network::Twitter;
    QString accountName = {};
    Identity customer = {}; // whom we talk to
    Lane lane = Lane::Public;
    ConversationState state = ConversationState::Waiting;
    ReplyClass workClass = ReplyClass::Normal;
    std::optional<Instant> dueAt = {}; // of the nearest running target
    Instant openedAt = {};             // first customer message, the network's clock
    std::optional<Instant> waitingSince
        = {}; // oldest customer message nobody has answered, else when it woke
    std::optional<Instant> snoozedUntil = {};
    bool isWoken = false;           // it came back from a snooze, and nobody has done anything since
    QString snoozer = {};           // who snoozed it last
    ConversationId mergedInto = {}; // where its messages are; null: here
    Instant lastMessageAt = {};
    QString preview = {};                        // text of the newest customer message, whole
    MessageKind lastKind = MessageKind::Mention; // of that message
    SignalFacts lastSignal = {};                 // when that is a signal
    int unansweredCount = 0;                     // customer messages nobody has answered
    int pendingReplies = 0;                      // queued and not held, sending or unknown
    int failedReplies = 0;                       // that want somebody: rejected, held, or of unknown outcome
    bool operator==(const Conversation &) const = default;
};

[[nodiscard]] QString toString(
    ConversationState state); // "waiting", "waiting-for-customer", "snoozed", "resolved", "archived"
[[nodiscard]] ConversationState conversationStateFromString(const QString &name);

} // namespace fw
