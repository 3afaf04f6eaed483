#include "connectors/twitter/find_sent.h"

#include "app/core/async.h"
#include "app/network/call_facts.h"
#include "connectors/twitter/same_text.h"
#include "connectors/twitter/twitter_ids.h"
#include "connectors/twitter/twitter_reads.h"

#include <algorithm>

namespace fw::twitter {

namespace {
using namespace Qt::StringLiterals;

constexpr int kMaxPages = 32; // 3,200 posts, as far back as the network gives

/// A search for our own reply or message, page by page.
struct Search {
    Outgoing reply = {};
    Instant since = {};
    QString pageToken = {};
    int pagesLeft = kMaxPages;
    bool isWhole = false;                // everything since `since` was seen
    QList<Post> found = {};              // newest first
    std::optional<CallFacts> facts = {}; // of the pages so far

    [[nodiscard]] bool isForMessage() const { return reply.operation == Operation::DirectMessage; }

    [[nodiscard]] bool standsWhereItShould(const ReadPost &entry) const
    {
        return isForMessage() ? reply.thread.isEmpty() || entry.post.thread == reply.thread
                              : !entry.tellsReferences || entry.post.inReplyTo == reply.parentRemoteId;
    }

    [[nodiscard]] bool matches(const ReadPost &entry) const
    {
        const Post &post = entry.post;
        return post.direction == Direction::Outbound && standsWhereItShould(entry) && post.postedAt >= since
            && sameText(post.body, reply.body);
    }

    /// Takes what fits; returns whether an older page can hold more.
    [[nodiscard]] bool take(const ReadPage &page)
    {
        bool reachedOlder = false;
        for (const ReadPost &entry : page.posts) {
            reachedOlder = reachedOlder || entry.post.postedAt < since;
            if (matches(entry)) {
                found.append(entry.post);
            }
        }
        pageToken = page.nextPageToken;
        isWhole = reachedOlder || pageToken.isEmpty();
        return !isWhole && --pagesLeft > 0;
    }

    [[nodiscard]] QList<Post> oldestFirst() const
    {
        QList<Post> posts = found;
        std::sort(posts.begin(), posts.end(),
            [](const Post &a, const Post &b) { return isOlderId(a.versionId, b.versionId); });
        const auto same = [](const Post &a, const Post &b) { return a.versionId == b.versionId; };
        posts.erase(std::unique(posts.begin(), posts.end(), same), posts.end());
        return posts;
    }
};

QFuture<PageAnswer> nextPage(const SharedSession &session, const Search &search)
{
    if (search.isForMessage()) {
        return readMessages(session,
            {.thread = search.reply.thread, .person = search.reply.recipientRemoteId},
            {.pageToken = search.pageToken});
    }
    return readTimeline(session, {.stream = u"own"_s, .pageToken = search.pageToken});
}

QFuture<Answer<QList<Post>>> continueSearch(const SharedSession &session, Search search)
{
    QFuture<PageAnswer> page = nextPage(session, search);
    return page
        .then([shared = WeakSession(session), search = std::move(search)](const PageAnswer &read) mutable {
            const auto alive = shared.lock();
            const Operation operation = search.isForMessage() ? Operation::ReadMessages : Operation::ReadOwn;
            search.facts = search.facts ? followedBy(*search.facts, operation, read.facts) : read.facts;
            if (!read.page) {
                return ready(
                    Answer<QList<Post>>{.result = Failure(read.page.error()), .facts = *search.facts});
            }
            const bool hasMore = search.take(*read.page);
            if (hasMore && alive) {
                return continueSearch(alive, std::move(search));
            }
            if (search.found.isEmpty() && !search.isWhole) {
                // "Not there" would be a guess, and a wrong guess is a second public reply.
                return ready(Answer<QList<Post>>{
                    .result = Failure({.code = ErrorCode::NotFound,
                        .detail = u"more posts of ours since then than the network lets us look through"_s}),
                    .facts = *search.facts});
            }
            return ready(Answer<QList<Post>>{.result = search.oldestFirst(), .facts = *search.facts});
        })
        .unwrap();
}
} // namespace

QFuture<Answer<QList<Post>>> findSent(const SharedSession &session, const Outgoing &reply, Instant since)
{
    // created_at has whole seconds
    return continueSearch(
        session, {.reply = reply, .since = std::chrono::floor<std::chrono::seconds>(since)});
}

} // namespace fw::twitter
