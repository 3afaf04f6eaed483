#pragma once

#include "app/model/account.h"
#include "app/model/signal.h"

namespace fw {

enum class Direction { Inbound, Outbound };
enum class MessageKind { Mention, Comment, Reply, DirectMessage, Signal };
enum class Lane { Public, Private };

/// What a network tells about one message beside its text. Kept as one number in the store: values never change their meaning.
enum class Trait {
    AddressesUs = 1, // mentions or quotes us, or stands on a page of ours: we may answer in public
    CanHide = 2,
    CanRemove = 4,
    CanLike = 8,
    CanReplyPrivately = 16,
    Hidden = 32,
    Liked = 64,     // by us
    Removed = 128,  // gone from the network; the text is kept
    Context = 256,  // somebody else's post that a message answers: shown, never work
    Encrypted = 512 // there is a message, but its text cannot be read here
};
// No global operators: within a namespace they would hide Qt's own for key sequences. Write Traits({Trait::A, Trait::B}).
using Traits = QFlags<Trait>;

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
    QString permalink = {}; // where to see it in a browser; empty when there is no such place
    Traits traits = Trait::AddressesUs;
    SignalFacts signal = {}; // of a Signal
    bool operator==(const Message &) const = default;
};

[[nodiscard]] QString toString(Direction direction); // "inbound", "outbound"
[[nodiscard]] QString toString(MessageKind kind); // "mention", "comment", "reply", "direct-message", "signal"
[[nodiscard]] QString toString(Lane lane);        // "public", "private"
[[nodiscard]] Direction directionFromString(const QString &name);
[[nodiscard]] MessageKind messageKindFromString(const QString &name);
[[nodiscard]] Lane laneFromString(const QString &name);

} // namespace fw
