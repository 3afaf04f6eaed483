#pragma once

#include "app/core/error.h"
#include "app/model/limits.h"
#include "app/model/message.h"
#include "app/network/capabilities.h"

#include <QFuture>

namespace fw {

template <typename T>
struct Answer {
    Result<T> result = Failure({.code = ErrorCode::Cancelled});
    CallFacts facts = {};
};

/// Something intake walks: page by page, with a watermark of its own.
struct Stream {
    QString name = {}; // "mentions", "own", "messages", "comments" ...
    Operation operation = Operation::ReadMentions;
    milliseconds every = {}; // not walked again sooner than this after a whole walk; zero: at every chance
    bool operator==(const Stream &) const = default;
};

/// Where a walk stands. `watermark` is the newest point known complete, `pageToken` the network's opaque token of the next page.
struct Cursor {
    QString stream = {};    // one of Connector::streams()
    QString watermark = {}; // empty: from as far back as the network gives
    QString pageToken = {}; // empty: first page
    QByteArray state = {};  // the connector's own notes, as of the last whole walk; no secrets
    bool operator==(const Cursor &) const = default;
};

/// A message as a network tells it, before the desk knows it.
struct Post {
    Identity author = {};
    bool isAuthorAvailable = true;
    QString remoteId = {};  // first id of the edit chain
    QString versionId = {}; // id of this version
    MessageKind kind = MessageKind::Mention;
    Direction direction = Direction::Inbound;
    Lane lane = Lane::Public;
    QString body = {}; // plain text, entities decoded
    Instant postedAt = {};
    QString inReplyTo = {};
    QString thread = {};
    QString permalink = {};
    Traits traits = Trait::AddressesUs;
    bool tellsMarks = false; // whether Hidden and Liked are told at all; if not, what we know of them stays
    bool isHiddenByThread
        = false; // whoever began its thread may hide it, also where the answer does not tell who that is
    SignalFacts signal = {};
    bool operator==(const Post &) const = default;
};

struct PostPage {
    QList<Post> posts = {};
    QString nextPageToken = {};   // empty: the walk is complete
    QString newestWatermark = {}; // newest point of this page; empty for an empty page
    QByteArray newState
        = {}; // kept with the watermark when the walk is whole; the last page's wins; empty: as before
    int announced = 0;  // entries the network says the page has
    int unreadable = 0; // entries left out because they had no id
    QStringList missing
        = {}; // ids the page refers to and that ought to be looked up, e.g. the parents of mentions
};

/// The brand's account as the network knows it.
struct Profile {
    QString remoteId = {};
    QString handle = {};
    QString name = {};
    QJsonObject learned
        = {}; // laid over the account's settings["learned"]: what the connector wants to know next time, no secrets
};

/// A reply on its way out. `operation` is Reply, PrivateReply or DirectMessage.
struct Outgoing {
    QString body = {};
    QString parentRemoteId = {}; // the version to answer
    Operation operation = Operation::Reply;
    QString thread = {};            // the private thread, where there is one
    QString recipientRemoteId = {}; // the person
    std::optional<Instant> personActedAt
        = {}; // when the person last wrote: messaging windows count from there
};

/// Something done to a message that is not an answer. Doing it twice is the same as doing it once.
enum class Moderation { Hide, Unhide, Like, Unlike, Remove };

/// What came of the one irreversible call. Only these four: every error is one of them.
enum class OutcomeKind {
    Accepted,      // the network gave the new post's id
    Rejected,      // the network refused this text for this parent; asking again changes nothing
    NotCarriedOut, // certainly nothing happened (a limit, a refused token, no byte left): may be sent later
    Unknown,       // time-out, dropped connection, 5xx, unreadable 2xx: look before anything else
};

struct Outcome {
    OutcomeKind kind = OutcomeKind::Unknown;
    QString remoteId = {};
    QString thread = {}; // the private thread it stands in, where the answer names it
    Error error = {.code = ErrorCode::UnknownOutcome}; // meaningless when accepted
    CallFacts facts = {};
};

/// One of the brand's accounts on one network. Calls return at once; futures finish in the connector's thread, which never draws.
class Connector
{
public:
    virtual ~Connector() = default;
    [[nodiscard]] virtual Capabilities capabilities() const = 0;
    /// The streams intake walks, most urgent first.
    [[nodiscard]] virtual QList<Stream> streams() const = 0;
    [[nodiscard]] virtual QFuture<Answer<Profile>> identify() = 0;
    [[nodiscard]] virtual QFuture<Answer<PostPage>> fetch(const Cursor &from) = 0;
    /// Posts by id, in any order. One that is gone or may not be seen is left out. One call, for at most Capabilities::idsPerLookUp ids.
    [[nodiscard]] virtual QFuture<Answer<QList<Post>>> lookUp(const QStringList &remoteIds) = 0;
    /// The one irreversible call. Leaves this machine at most once, whatever happens to the connection; never retried here.
    [[nodiscard]] virtual QFuture<Outcome> send(const Outgoing &reply) = 0;
    /// Our own posts that answer `reply.parentRemoteId` (or stand in `reply.thread`) with the same text, posted at or after `since`, oldest first.
    /// An empty list is "not visible now", which is not "was never carried out".
    [[nodiscard]] virtual QFuture<Answer<QList<Post>>> findSent(const Outgoing &reply, Instant since) = 0;
    /// A write like send(): leaves at most once.
    [[nodiscard]] virtual QFuture<Outcome> moderate(Moderation what, const QString &remoteId) = 0;
};

[[nodiscard]] QString toString(Moderation what); // "hide", "unhide", "like", "unlike", "remove"
[[nodiscard]] std::optional<Moderation> moderationFromString(const QString &name);
/// What it counts against.
[[nodiscard]] Operation operationOf(Moderation what);

} // namespace fw
