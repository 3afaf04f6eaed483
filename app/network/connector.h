#pragma once

#include "app/core/error.h"
#include "app/model/limits.h"
#include "app/model/message.h"

#include <QFuture>

namespace fw {

template <typename T>
struct Answer {
    Result<T> result = Failure({.code = ErrorCode::Cancelled});
    CallFacts facts = {};
};

/// Where a walk stands. `watermark` is the newest point known complete, `pageToken` the network's opaque token of the next page.
struct Cursor {
    QString stream = {};    // one of Connector::streams()
    QString watermark = {}; // empty: from as far back as the network gives
    QString pageToken = {}; // empty: first page
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
    bool operator==(const Post &) const = default;
};

struct PostPage {
    QList<Post> posts = {};
    QString nextPageToken = {};   // empty: the walk is complete
    QString newestWatermark = {}; // newest point of this page; empty for an empty page
    int unreadable = 0;           // entries left out because they had no id
};

/// The brand's account as the network knows it.
struct Profile {
    QString remoteId = {};
    QString handle = {};
    QString name = {};
};

/// A reply on its way out.
struct Outgoing {
    QString body = {};
    QString parentRemoteId = {}; // the version to answer
    Lane lane = Lane::Public;
};

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
    Error error = {.code = ErrorCode::UnknownOutcome}; // meaningless when accepted
    CallFacts facts = {};
};

using TextMeasure = int (*)(const QString &text);

/// What an account can do now, as data.
struct Capabilities {
    bool canReadMentions = false;
    bool canReplyPublic = false;
    int textLimit = 0;
    TextMeasure textLength = nullptr; // by the network's own rule
};

/// One of the brand's accounts on one network. Calls return at once; futures finish in the connector's thread, which never draws.
class Connector
{
public:
    virtual ~Connector() = default;
    [[nodiscard]] virtual Capabilities capabilities() const = 0;
    /// The streams intake walks, most urgent first; each keeps a watermark of its own.
    [[nodiscard]] virtual QStringList streams() const = 0;
    [[nodiscard]] virtual QFuture<Answer<Profile>> identify() = 0;
    [[nodiscard]] virtual QFuture<Answer<PostPage>> fetch(const Cursor &from) = 0;
    /// The one irreversible call. Leaves this machine at most once, whatever happens to the connection; never retried here.
    [[nodiscard]] virtual QFuture<Outcome> send(const Outgoing &reply) = 0;
    /// Our own posts that answer `reply.parentRemoteId` with the same text, posted at or after `since`, oldest first. An empty list is
    /// "not visible now", which is not "was never carried out".
    [[nodiscard]] virtual QFuture<Answer<QList<Post>>> findSent(const Outgoing &reply, Instant since) = 0;
};

/// Which operation a stream's fetch counts against.
[[nodiscard]] inline Operation operationOfStream(const QString &stream)
{
    return stream == QLatin1String("own") ? Operation::ReadOwn : Operation::ReadMentions;
}

} // namespace fw
