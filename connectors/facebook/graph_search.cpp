#include "connectors/facebook/graph_search.h"

#include "app/core/async.h"
#include "app/network/call_facts.h"
#include "connectors/facebook/graph_ids.h"
#include "connectors/facebook/graph_walk.h"
#include "connectors/facebook/same_text.h"

#include <algorithm>

namespace fw::facebook {

namespace {
using namespace Qt::StringLiterals;

constexpr int kMostPages = 32;

using Found = Answer<QList<Post>>;

Found failed(const Error &error, const CallFacts &facts = {})
{
    return {.result = Failure(error), .facts = facts};
}

using Before = std::optional<CallFacts>; // of the calls a search made so far; empty: none

/// A search below one comment, post or conversation, page by page, newest first.
struct Search {
    Outgoing reply = {};
    Instant since = {}; // whole seconds: the network tells no more
    QString below = {};
    QString next = {};
    int pagesLeft = kMostPages;
    QList<Post> found = {};
    bool isWhole = false; // everything since `since` was seen
    Before before = {};

    [[nodiscard]] bool isOfMessages() const { return reply.operation != Operation::Reply; }
    [[nodiscard]] Ask ask() const
    {
        return isOfMessages() ? messagesIn(below, next, Operation::ReadMessages)
                              : commentsBelow(below, since, next, Operation::ReadOwn);
    }
    [[nodiscard]] bool matches(const Post &post) const
    {
        // Below a post stand the answers to its comments as well.
        const bool isThere
            = isOfMessages() || post.inReplyTo == below || post.inReplyTo == plainId(reply.parentRemoteId);
        return post.direction == Direction::Outbound && isThere && post.postedAt >= since
            && sameText(post.body, reply.body);
    }
    /// Takes what fits; returns whether an older page can hold more.
    [[nodiscard]] bool take(const ReadPage &page)
    {
        std::copy_if(page.posts.begin(), page.posts.end(), std::back_inserter(found),
            [this](const Post &post) { return matches(post); });
        next = page.next;
        // Comments were asked for from `since` on, and in which order they come is not promised.
        isWhole = next.isEmpty() || (isOfMessages() && endsBefore(page, since));
        return !isWhole && --pagesLeft > 0;
    }
    [[nodiscard]] QList<Post> oldestFirst() const
    {
        QList<Post> posts = found;
        std::sort(posts.begin(), posts.end(), [](const Post &a, const Post &b) {
            return std::tie(a.postedAt, a.remoteId) < std::tie(b.postedAt, b.remoteId);
        });
        const auto same = [](const Post &a, const Post &b) { return a.remoteId == b.remoteId; };
        posts.erase(std::unique(posts.begin(), posts.end(), same), posts.end());
        return posts;
    }
};

/// Hands a finished read, with the facts of those before it, and the living session to `next` together with the search, which gives a future; a session that is gone ends
/// the search.
template <typename Next>
QFuture<Found> afterRead(const std::shared_ptr<Session> &session, const Ask &ask, Search search, Next next)
{
    return session->read(ask)
        .then([shared = Shared(session), operation = ask.operation, search = std::move(search),
                  next = std::move(next)](AskAnswer read) mutable {
            const auto alive = shared.lock();
            read.facts = search.before ? followedBy(*search.before, operation, read.facts) : read.facts;
            search.before = read.facts;
            return alive ? next(alive, std::move(search), read)
                         : ready(failed({.code = ErrorCode::Cancelled}));
        })
        .unwrap();
}

QFuture<Found> continueSearch(const std::shared_ptr<Session> &session, Search begun)
{
    const Ask ask = begun.ask();
    return afterRead(session, ask, std::move(begun),
        [](const std::shared_ptr<Session> &alive, Search search, const AskAnswer &read) -> QFuture<Found> {
            if (read.error && read.error->code == ErrorCode::NotFound) {
                return ready(Found{.result = QList<Post>(), .facts = read.facts}); // so is our answer, if any
            }
            if (read.error) {
                return ready(failed(*read.error, read.facts));
            }
            Reading reading = readingOf(*alive, read.http);
            reading.above = search.below;
            const Result<ReadPage> page = search.isOfMessages() ? readMessages(read.http.body, reading)
                                                                : readComments(read.http.body, reading);
            if (!page) {
                return ready(failed(page.error(), read.facts));
            }
            if (search.take(*page)) {
                return continueSearch(alive, std::move(search));
            }
            if (search.found.isEmpty() && !search.isWhole) {
                // "Not there" would be a guess, and a wrong guess is a second public answer.
                return ready(
                    failed({.code = ErrorCode::NotFound,
                               .detail = u"more was written there since than can be looked through"_s},
                        read.facts));
            }
            return ready(Found{.result = search.oldestFirst(), .facts = read.facts});
        });
}

/// The comment at the top, where answers to one of its replies stand.
QFuture<Found> searchBelowTop(const std::shared_ptr<Session> &session, Search begun)
{
    const QString parent = plainId(begun.reply.parentRemoteId);
    const bool isTopKnown = begun.below != parent || isPostOf(parent, session->account().remoteId);
    if (isTopKnown) {
        return continueSearch(session, std::move(begun));
    }
    const Ask ask{
        .path = parent, .fields = FieldList::Comment, .operation = Operation::ReadOwn, .isAboutOne = true};
    return afterRead(session, ask, std::move(begun),
        [](const std::shared_ptr<Session> &alive, Search search, const AskAnswer &read) -> QFuture<Found> {
            const bool isRefused = read.error && read.error->code != ErrorCode::BadRequest;
            if (isRefused && read.error->code != ErrorCode::NotFound) {
                return ready(failed(*read.error, read.facts));
            }
            // Not a comment but somebody's post that tags us, or gone: then it is asked for as it is.
            const QString top = read.error ? QString() : idBelow(read.http.body, u"parent"_s);
            search.below = top.isEmpty() ? search.below : top;
            return continueSearch(alive, std::move(search));
        });
}

QFuture<Found> searchMessages(const std::shared_ptr<Session> &session, Search begun)
{
    if (isThreadId(begun.reply.thread)) {
        begun.below = begun.reply.thread;
        return continueSearch(session, std::move(begun));
    }
    Ask ask{.path = session->account().remoteId + u"/conversations"_s,
        .fields = FieldList::Conversation,
        .operation = Operation::ReadMessages,
        .isAboutOne = true};
    ask.query.addQueryItem(u"platform"_s, u"MESSENGER"_s);
    ask.query.addQueryItem(
        u"user_id"_s, QString::fromLatin1(QUrl::toPercentEncoding(begun.reply.recipientRemoteId)));
    return afterRead(session, ask, std::move(begun),
        [](const std::shared_ptr<Session> &alive, Search search, const AskAnswer &read) -> QFuture<Found> {
            if (read.error) {
                return ready(failed(*read.error, read.facts));
            }
            const Result<ReadPage> threads = readConversations(read.http.body);
            if (!threads) {
                return ready(failed(threads.error(), read.facts));
            }
            if (threads->branches.isEmpty()) {
                return ready(Found{.result = QList<Post>(), .facts = read.facts});
            }
            search.below = threads->branches.constFirst().id;
            return continueSearch(alive, std::move(search));
        });
}

/// A private answer to a comment opens a conversation, which the comment names afterwards.
QFuture<Found> searchPrivateReply(const std::shared_ptr<Session> &session, Search begun)
{
    const Ask ask{.path = plainId(begun.reply.parentRemoteId),
        .fields = FieldList::PrivateReply,
        .operation = Operation::ReadMessages,
        .isAboutOne = true};
    return afterRead(session, ask, std::move(begun),
        [](const std::shared_ptr<Session> &alive, Search search, const AskAnswer &read) -> QFuture<Found> {
            if (read.error && read.error->code != ErrorCode::BadRequest) {
                return read.error->code == ErrorCode::NotFound
                    ? ready(Found{.result = QList<Post>(), .facts = read.facts})
                    : ready(failed(*read.error, read.facts));
            }
            const QString thread
                = read.error ? QString() : idBelow(read.http.body, u"private_reply_conversation"_s);
            if (!thread.isEmpty()) {
                search.reply.thread = thread;
            }
            return searchMessages(alive, std::move(search));
        });
}

Ask askOne(const QString &id, const Session &session)
{
    const FieldList fields = isMessageId(id)       ? FieldList::Message
        : isPostOf(id, session.account().remoteId) ? FieldList::Post
                                                   : FieldList::Comment;
    return {.path = id, .fields = fields, .operation = Operation::Lookup, .isAboutOne = true};
}

Result<Post> readOne(const Ask &ask, const Session &session, const HttpAnswer &answer)
{
    const Reading reading = readingOf(session, answer);
    switch (ask.fields) {
    case FieldList::Message:
        return readMessage(answer.body, reading);
    case FieldList::Post:
        return readPost(answer.body, reading);
    default:
        return readComment(answer.body, reading);
    }
}
} // namespace

QString targetOf(const Outgoing &reply)
{
    const QString parent = plainId(reply.parentRemoteId);
    const bool isOfSamePost = !reply.thread.isEmpty()
        && reply.thread.section(u'_', 0, 0) == parent.section(u'_', 0, 0) && reply.thread.contains(u'_');
    return isOfSamePost ? plainId(reply.thread) : parent;
}

QFuture<Answer<QList<Post>>> searchSent(
    const std::shared_ptr<Session> &session, const Outgoing &reply, Instant since)
{
    Search search{.reply = reply, .since = std::chrono::floor<std::chrono::seconds>(since)};
    switch (reply.operation) {
    case Operation::PrivateReply:
        return searchPrivateReply(session, std::move(search));
    case Operation::DirectMessage:
        return searchMessages(session, std::move(search));
    default:
        search.below = targetOf(reply);
        return searchBelowTop(session, std::move(search));
    }
}

QFuture<Answer<QList<Post>>> lookUpPost(const std::shared_ptr<Session> &session, const QString &remoteId)
{
    const QString id = idIn(plainId(remoteId));
    if (id.isEmpty()) {
        return ready(Found{.result = QList<Post>()});
    }
    const Ask ask = askOne(id, *session);
    return afterRead(session, ask, {},
        [ask](const std::shared_ptr<Session> &alive, const Search &, const AskAnswer &read) {
            if (read.error) {
                const ErrorCode code = read.error->code;
                const bool isGone = code == ErrorCode::NotFound || code == ErrorCode::BadRequest;
                return ready(isGone ? Found{.result = QList<Post>(), .facts = read.facts}
                                    : failed(*read.error, read.facts));
            }
            Result<Post> post = readOne(ask, *alive, read.http);
            if (!post) {
                return ready(failed(post.error(), read.facts));
            }
            alive->versions().apply(*post, read.http.serverTime.value_or(alive->now()));
            return ready(Found{.result = QList<Post>{*post}, .facts = read.facts});
        });
}

} // namespace fw::facebook
