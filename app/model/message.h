#pragma once

#include "app/model/account.h"

namespace fw {

enum class Direction { Inbound, Outbound };
enum class MessageKind { Mention, Comment, Reply, DirectMessage, Signal };
enum class Lane { Public, Private };

/// A person's account on a network.
struct Identity {
    IdentityId id = {};
    Network network = Network::Twitter;
    QString remoteId = {};
    QString handle = {}; // without @; empty when the network does not tell
    QString name = {};
    qint64 followers = -1; // -1: not told
    bool operator==(const Identity &) const = default;
};

/// One thing a person wrote to or about us, or we to them.
struct Message {
    MessageId id = {};
    AccountId account = {};
    ConversationId conversation = {}; // null for a post of ours that answers nobody we know
    Identity author = {};
    bool isAuthorAvailable = true; // false: deleted, protected or withheld; the text is kept
    QString remoteId = {};         // the first id of an edit chain: an edited message keeps it
    QString versionId = {};        // the id of the newest version seen; what a reply answers
    MessageKind kind = MessageKind::Mention;
    Direction direction = Direction::Inbound;
    Lane lane = Lane::Public;
    QString body = {};     // plain text, as the network gave it, entities decoded
    Instant postedAt = {}; // the network's clock
    Instant storedAt = {};
    QString inReplyTo = {}; // remote id of the parent, empty at the top
    QString thread = {};    // remote id of the thread's root
    bool operator==(const Message &) const = default;
};

[[nodiscard]] QString toString(Direction direction); // "inbound", "outbound"
[[nodiscard]] QString toString(MessageKind kind); // "mention", "comment", "reply", "direct-message", "signal"
[[nodiscard]] QString toString(Lane lane);        // "public", "private"
[[nodiscard]] Direction directionFromString(const QString &name);
[[nodiscard]] MessageKind messageKindFromString(const QString &name);
[[nodiscard]] Lane laneFromString(const QString &name);

} // namespace fw
