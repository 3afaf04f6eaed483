#include "app/model/conversation.h"
#include "app/model/limits.h"
#include "app/model/reply.h"

#include <array>

namespace fw {

namespace {
using namespace Qt::StringLiterals;

template <typename E>
struct Name {
    E value;
    const char *text;
};

// One table per enumeration, read in both directions.
constexpr std::array kNetworks = {Name<Network>{Network::Twitter, "twitter"},
    Name<Network>{Network::Facebook, "facebook"}, Name<Network>{Network::Pinterest, "pinterest"}};
constexpr std::array kDirections
    = {Name<Direction>{Direction::Inbound, "inbound"}, Name<Direction>{Direction::Outbound, "outbound"}};
constexpr std::array kKinds = {Name<MessageKind>{MessageKind::Mention, "mention"},
    Name<MessageKind>{MessageKind::Comment, "comment"}, Name<MessageKind>{MessageKind::Reply, "reply"},
    Name<MessageKind>{MessageKind::DirectMessage, "direct-message"},
    Name<MessageKind>{MessageKind::Signal, "signal"}};
constexpr std::array kLanes = {Name<Lane>{Lane::Public, "public"}, Name<Lane>{Lane::Private, "private"}};
constexpr std::array kConversationStates = {Name<ConversationState>{ConversationState::Waiting, "waiting"},
    Name<ConversationState>{ConversationState::WaitingForCustomer, "waiting-for-customer"},
    Name<ConversationState>{ConversationState::Snoozed, "snoozed"},
    Name<ConversationState>{ConversationState::Resolved, "resolved"},
    Name<ConversationState>{ConversationState::Archived, "archived"}};
constexpr std::array kReplyStates = {Name<ReplyState>{ReplyState::Queued, "queued"},
    Name<ReplyState>{ReplyState::Sending, "sending"}, Name<ReplyState>{ReplyState::Accepted, "accepted"},
    Name<ReplyState>{ReplyState::Rejected, "rejected"}, Name<ReplyState>{ReplyState::Unknown, "unknown"},
    Name<ReplyState>{ReplyState::Withdrawn, "withdrawn"}, Name<ReplyState>{ReplyState::Proposed, "proposed"}};
constexpr std::array kReplyClasses = {Name<ReplyClass>{ReplyClass::Urgent, "urgent"},
    Name<ReplyClass>{ReplyClass::Normal, "normal"}, Name<ReplyClass>{ReplyClass::Low, "low"}};
constexpr std::array kHolds = {Name<Hold>{Hold::CustomerWrote, "customer-wrote"},
    Name<Hold>{Hold::AnsweredElsewhere, "answered-elsewhere"},
    Name<Hold>{Hold::MessageEdited, "message-edited"}, Name<Hold>{Hold::MessageRemoved, "message-removed"},
    Name<Hold>{Hold::PartFailed, "part-failed"}, Name<Hold>{Hold::StockChanged, "stock-changed"}};
constexpr std::array kOperations = {Name<Operation>{Operation::Identify, "identify"},
    Name<Operation>{Operation::ReadMentions, "read-mentions"},
    Name<Operation>{Operation::ReadOwn, "read-own"},
    Name<Operation>{Operation::ReadComments, "read-comments"},
    Name<Operation>{Operation::ReadMessages, "read-messages"},
    Name<Operation>{Operation::ReadMetrics, "read-metrics"}, Name<Operation>{Operation::Lookup, "lookup"},
    Name<Operation>{Operation::Reply, "reply"}, Name<Operation>{Operation::PrivateReply, "private-reply"},
    Name<Operation>{Operation::DirectMessage, "direct-message"}, Name<Operation>{Operation::Hide, "hide"},
    Name<Operation>{Operation::Like, "like"}, Name<Operation>{Operation::Remove, "remove"}};
constexpr std::array kEvidence
    = {Name<Evidence>{Evidence::Documented, "documented"}, Name<Evidence>{Evidence::Configured, "configured"},
        Name<Evidence>{Evidence::Observed, "observed"}, Name<Evidence>{Evidence::Learned, "learned"}};
constexpr std::array kLimitKinds = {Name<LimitKind>{LimitKind::Window, "window"},
    Name<LimitKind>{LimitKind::Cap, "cap"}, Name<LimitKind>{LimitKind::Credits, "credits"},
    Name<LimitKind>{LimitKind::Spam, "spam"}, Name<LimitKind>{LimitKind::Lock, "lock"}};

template <typename E, size_t N>
QString textOf(const std::array<Name<E>, N> &names, E value)
{
    for (const Name<E> &entry : names) {
        if (entry.value == value) {
            return QString::fromLatin1(entry.text);
        }
    }
    Q_UNREACHABLE();
}

template <typename E, size_t N>
std::optional<E> valueOf(const std::array<Name<E>, N> &names, const QString &text)
{
    for (const Name<E> &entry : names) {
        if (text == QLatin1String(entry.text)) {
            return entry.value;
        }
    }
    return std::nullopt;
}
} // namespace

QString toString(Network network)
{
    return textOf(kNetworks, network);
}
QString toString(Direction direction)
{
    return textOf(kDirections, direction);
}
QString toString(MessageKind kind)
{
    return textOf(kKinds, kind);
}
QString toString(Lane lane)
{
    return textOf(kLanes, lane);
}
QString toString(ConversationState state)
{
    return textOf(kConversationStates, state);
}
QString toString(ReplyState state)
{
    return textOf(kReplyStates, state);
}
QString toString(ReplyClass replyClass)
{
    return textOf(kReplyClasses, replyClass);
}
QString toString(Hold hold)
{
    return textOf(kHolds, hold);
}
QString toString(Operation operation)
{
    return textOf(kOperations, operation);
}
QString toString(Evidence evidence)
{
    return textOf(kEvidence, evidence);
}
QString toString(LimitKind kind)
{
    return textOf(kLimitKinds, kind);
}

std::optional<Network> networkFromString(const QString &name)
{
    return valueOf(kNetworks, name);
}

// These four read what our own store wrote; an unknown word there falls to the first value rather than losing the row.
Direction directionFromString(const QString &name)
{
    return valueOf(kDirections, name).value_or(Direction::Inbound);
}
MessageKind messageKindFromString(const QString &name)
{
    return valueOf(kKinds, name).value_or(MessageKind::Mention);
}
Lane laneFromString(const QString &name)
{
    return valueOf(kLanes, name).value_or(Lane::Public);
}
ConversationState conversationStateFromString(const QString &name)
{
    return valueOf(kConversationStates, name).value_or(ConversationState::Waiting);
}

std::optional<ReplyClass> replyClassFromString(const QString &name)
{
    return valueOf(kReplyClasses, name);
}

std::optional<Hold> holdFromString(const QString &name)
{
    return valueOf(kHolds, name);
}

// An unknown reply state must never lead to a send, so it reads as unknown: looked up first.
ReplyState replyStateFromString(const QString &name)
{
    return valueOf(kReplyStates, name).value_or(ReplyState::Unknown);
}
LimitKind limitKindFromString(const QString &name)
{
    return valueOf(kLimitKinds, name).value_or(LimitKind::Window);
}
Operation operationFromString(const QString &name)
{
    return valueOf(kOperations, name).value_or(Operation::Reply);
}

} // namespace fw
