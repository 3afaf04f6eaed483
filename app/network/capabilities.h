#pragma once

#include "app/model/message.h"

#include <QJsonObject>

#include <array>

namespace fw {

/// What an account may be able to do on its network.
enum class Feature {
    ReadMentions,
    ReadComments,
    ReadMessages, // direct messages
    ReadSignals,  // that something was said, not what
    ReplyPublic,
    ReplyPrivate, // the one private answer to a public comment
    SendMessage,  // in a private thread
    Hide,
    Like,
    Remove, // delete: own posts, or comments on own ones
};

/// All of them, in the order of a table.
inline constexpr std::array kFeatures = {Feature::ReadMentions, Feature::ReadComments, Feature::ReadMessages,
    Feature::ReadSignals, Feature::ReplyPublic, Feature::ReplyPrivate, Feature::SendMessage, Feature::Hide,
    Feature::Like, Feature::Remove};

/// One row of the table an account publishes.
struct Capability {
    Feature feature = Feature::ReadMentions;
    bool isOn = false;
    /// Empty when on, else one of: "network" (there is no such call), "access" (not with this kind of access), "permission" (the token lacks it),
    /// "contract" (needs a partner's contract, which is not configured), "off" (switched off in the settings).
    QString whyNot = {};
    bool operator==(const Capability &) const = default;
};

/// What an account can do now, as data: the connector says it, the store keeps it, the interface shows it.
struct Capabilities {
    QList<Capability> table = {}; // a feature that is not in it is off, because of the network
    int replyLimit = 0;           // of a public answer, by the network's own count; 0: none
    int messageLimit = 0;         // of a private one
    bool needsSummons = false;    // answers only to posts that mention or quote us
    milliseconds messageWindow
        = {}; // a message may follow the person's last action this long; zero: any time
    milliseconds humanAgentWindow
        = {}; // the same, when a person answers and the network allowed it; zero: no such thing
    milliseconds privateReplyWindow = {}; // a comment may be answered privately this long; zero: any time
    int idsPerLookUp = 1;                 // between connector and intake; not published
    bool operator==(const Capabilities &) const = default;

    [[nodiscard]] bool can(Feature feature) const;
    [[nodiscard]] QString whyNot(Feature feature) const;
};

[[nodiscard]] QString toString(Feature feature); // kebab-case
[[nodiscard]] QJsonObject toJson(const Capabilities &capabilities);
[[nodiscard]] Capabilities capabilitiesFromJson(const QJsonObject &json);

/// One thing that might be done about a message, and whether it is offered.
struct Offer {
    Feature feature = Feature::ReplyPublic;
    bool isOffered = false;
    /// Empty when offered, else a word of Capability::whyNot or: "not-summoned", "window-closed", "already-replied", "removed", "message" (the
    /// network said that this message does not allow it), "ours", "paused".
    QString whyNot = {};
    std::optional<Instant> until = {}; // offered until then
    bool operator==(const Offer &) const = default;
};

/// What is known about a message's place beside the message.
struct OfferFacts {
    std::optional<Instant> personActedAt
        = {}; // the person's newest message in this lane; empty: the message's own time
    bool isRepliedPrivately = false; // the one private answer is used up, or under way
    bool isPaused = false;           // the account sends nothing now
    Instant now = {};                // the network's clock
};

/// ReplyPublic, ReplyPrivate, SendMessage, Hide, Like and Remove, in this order; Hide and Like stand for taking them back too. Pure, so that the window, the command line and the outbox agree: nothing
/// is offered that will be refused, as far as can be known.
[[nodiscard]] QList<Offer> offersFor(
    const Capabilities &capabilities, const Message &message, const OfferFacts &facts);
[[nodiscard]] Offer offerOf(
    Feature feature, const Capabilities &capabilities, const Message &message, const OfferFacts &facts);

} // namespace fw
