#include "app/network/capabilities.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace fw {

namespace {
using namespace Qt::StringLiterals;

struct FeatureName {
    Feature feature;
    const char *name;
};
constexpr std::array kNames = {
    FeatureName{Feature::ReadMentions, "read-mentions"},
    FeatureName{Feature::ReadComments, "read-comments"},
    FeatureName{Feature::ReadMessages, "read-messages"},
    FeatureName{Feature::ReadSignals, "read-signals"},
    FeatureName{Feature::ReplyPublic, "reply-public"},
    FeatureName{Feature::ReplyPrivate, "reply-private"},
    FeatureName{Feature::SendMessage, "send-message"},
    FeatureName{Feature::Hide, "hide"},
    FeatureName{Feature::Like, "like"},
    FeatureName{Feature::Remove, "remove"},
};
constexpr std::array kOffered = {Feature::ReplyPublic, Feature::ReplyPrivate, Feature::SendMessage,
    Feature::Hide, Feature::Like, Feature::Remove};

qint64 secondsOf(milliseconds span)
{
    return std::chrono::duration_cast<std::chrono::seconds>(span).count();
}

milliseconds spanIn(const QJsonObject &json, const QString &key)
{
    return std::chrono::seconds(json.value(key).toInteger());
}

bool isPublicFromPerson(const Message &message)
{
    return message.lane == Lane::Public && message.kind != MessageKind::Signal;
}

/// Networks tell whether something may be done; what was done may be taken back.
bool hasEither(const Message &message, Trait can, Trait was)
{
    return message.traits.testFlag(can) || message.traits.testFlag(was);
}

/// Why what a person wrote forbids an answer of this kind, leaving time aside; empty when it does not.
QString refusalToAnswer(Feature feature, const Capabilities &capabilities, const Message &message)
{
    if (feature == Feature::SendMessage) {
        return message.lane == Lane::Private ? QString() : u"message"_s;
    }
    if (!isPublicFromPerson(message)) {
        return u"message"_s;
    }
    if (feature == Feature::ReplyPrivate) {
        return message.traits.testFlag(Trait::CanReplyPrivately) ? QString() : u"message"_s;
    }
    return capabilities.needsSummons && !message.traits.testFlag(Trait::AddressesUs) ? u"not-summoned"_s
                                                                                     : QString();
}

/// Why the message itself forbids it, leaving time aside; empty when it does not.
QString refusalByMessage(Feature feature, const Capabilities &capabilities, const Message &message)
{
    switch (feature) {
    case Feature::ReplyPublic:
    case Feature::ReplyPrivate:
    case Feature::SendMessage:
        return message.direction == Direction::Outbound ? u"ours"_s
                                                        : refusalToAnswer(feature, capabilities, message);
    case Feature::Hide:
        return hasEither(message, Trait::CanHide, Trait::Hidden) ? QString() : u"message"_s;
    case Feature::Like:
        return hasEither(message, Trait::CanLike, Trait::Liked) ? QString() : u"message"_s;
    case Feature::Remove:
        return message.traits.testFlag(Trait::CanRemove) ? QString() : u"message"_s;
    default:
        return u"message"_s;
    }
}

/// When the network stops taking it; empty: never.
std::optional<Instant> deadlineOf(
    Feature feature, const Capabilities &capabilities, const Message &message, const OfferFacts &facts)
{
    if (feature == Feature::ReplyPrivate && capabilities.privateReplyWindow > milliseconds::zero()) {
        return message.postedAt + capabilities.privateReplyWindow;
    }
    const milliseconds window = std::max(capabilities.messageWindow, capabilities.humanAgentWindow);
    if (feature == Feature::SendMessage && window > milliseconds::zero()) {
        return facts.personActedAt.value_or(message.postedAt) + window;
    }
    return std::nullopt;
}

QString refusal(Feature feature, const Capabilities &capabilities, const Message &message,
    const OfferFacts &facts, const std::optional<Instant> &until)
{
    if (!capabilities.can(feature)) {
        return capabilities.whyNot(feature);
    }
    if (message.traits.testFlag(Trait::Removed)) {
        return u"removed"_s;
    }
    if (const QString why = refusalByMessage(feature, capabilities, message); !why.isEmpty()) {
        return why;
    }
    if (feature == Feature::ReplyPrivate && facts.isRepliedPrivately) {
        return u"already-replied"_s;
    }
    if (until && *until <= facts.now) {
        return u"window-closed"_s;
    }
    return {};
}
} // namespace

bool Capabilities::can(Feature feature) const
{
    return std::any_of(table.begin(), table.end(),
        [feature](const Capability &row) { return row.feature == feature && row.isOn; });
}

QString Capabilities::whyNot(Feature feature) const
{
    for (const Capability &row : table) {
        if (row.feature == feature) {
            return row.whyNot;
        }
    }
    return u"network"_s;
}

QString toString(Feature feature)
{
    const auto *const found = std::find_if(kNames.begin(), kNames.end(),
        [feature](const FeatureName &entry) { return entry.feature == feature; });
    return QString::fromLatin1(found->name);
}

QJsonObject toJson(const Capabilities &capabilities)
{
    QJsonArray table;
    for (const FeatureName &entry : kNames) {
        const bool isOn = capabilities.can(entry.feature);
        table.append(QJsonObject{{u"feature"_s, QString::fromLatin1(entry.name)}, {u"on"_s, isOn},
            {u"why_not"_s, isOn ? QJsonValue(QJsonValue::Null) : capabilities.whyNot(entry.feature)}});
    }
    return {{u"features"_s, table}, {u"reply_limit"_s, capabilities.replyLimit},
        {u"message_limit"_s, capabilities.messageLimit}, {u"needs_summons"_s, capabilities.needsSummons},
        {u"message_window_s"_s, secondsOf(capabilities.messageWindow)},
        {u"human_agent_window_s"_s, secondsOf(capabilities.humanAgentWindow)},
        {u"private_reply_window_s"_s, secondsOf(capabilities.privateReplyWindow)}};
}

Capabilities capabilitiesFromJson(const QJsonObject &json)
{
    Capabilities capabilities{.replyLimit = json.value(u"reply_limit"_s).toInt(),
        .messageLimit = json.value(u"message_limit"_s).toInt(),
        .needsSummons = json.value(u"needs_summons"_s).toBool(),
        .messageWindow = spanIn(json, u"message_window_s"_s),
        .humanAgentWindow = spanIn(json, u"human_agent_window_s"_s),
        .privateReplyWindow = spanIn(json, u"private_reply_window_s"_s)};
    for (const QJsonValue &value : json.value(u"features"_s).toArray()) {
        const QJsonObject row = value.toObject();
        for (const FeatureName &entry : kNames) {
            if (row.value(u"feature"_s) == QLatin1String(entry.name)) {
                capabilities.table.append({.feature = entry.feature,
                    .isOn = row.value(u"on"_s).toBool(),
                    .whyNot = row.value(u"why_not"_s).toString()});
            }
        }
    }
    return capabilities;
}

Offer offerOf(
    Feature feature, const Capabilities &capabilities, const Message &message, const OfferFacts &facts)
{
    Offer offer{.feature = feature, .until = deadlineOf(feature, capabilities, message, facts)};
    offer.whyNot = refusal(feature, capabilities, message, facts, offer.until);
    offer.isOffered = offer.whyNot.isEmpty();
    if (offer.isOffered && facts.isPaused) {
        offer.isOffered = false;
        offer.whyNot = u"paused"_s;
    }
    if (!capabilities.can(feature)) {
        offer.until.reset();
    }
    return offer;
}

QList<Offer> offersFor(const Capabilities &capabilities, const Message &message, const OfferFacts &facts)
{
    QList<Offer> offers;
    for (const Feature feature : kOffered) {
        offers.append(offerOf(feature, capabilities, message, facts));
    }
    return offers;
}

} // namespace fw
