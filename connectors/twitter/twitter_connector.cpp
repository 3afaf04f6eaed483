#include "connectors/twitter/twitter_connector.h"

#include "app/core/async.h"
#include "connectors/http/http_client.h"
#include "connectors/twitter/same_text.h"
#include "connectors/twitter/text_length.h"
#include "connectors/twitter/twitter_errors.h"
#include "connectors/twitter/twitter_ids.h"
#include "connectors/twitter/twitter_limits.h"
#include "connectors/twitter/twitter_parse.h"
#include "connectors/twitter/twitter_query.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace fw {

namespace {
using namespace Qt::StringLiterals;
using namespace fw::twitter;

constexpr int kMaxLookupPages = 32; // 3,200 posts, as far back as the network gives

std::optional<milliseconds> deadlineOf(const Account &account)
{
    const qint64 ms = account.settings.value(u"deadline_ms"_s).toInteger();
    return ms > 0 ? std::optional(milliseconds(ms)) : std::nullopt;
}

/// What the steps of a call share. Steps hold it weakly: those that end after the connector is gone find nothing and stop.
struct Session {
    Session(const Account &forAccount, TokenSource source, const Clock &time)
        : account(forAccount)
        , token(std::move(source))
        , clock(time)
        , vocabulary(vocabularyOf(forAccount))
        , deadline(deadlineOf(forAccount))
    {
    }

    Account account; // remoteId is filled in when the network has told it
    const TokenSource token;
    const Clock &clock;
    Vocabulary vocabulary;
    const std::optional<milliseconds> deadline;
    HttpClient http;

    /// The network's time as far as known.
    [[nodiscard]] Instant now() const { return clock.now() + account.clockOffset; }

    [[nodiscard]] QFuture<HttpAnswer> read(const QUrl &url)
    {
        const Result<QByteArray> bearer = token();
        return bearer ? http.get({.url = url, .bearer = *bearer, .deadline = deadline})
                      : ready(HttpAnswer{.error = bearer.error()});
    }
};
using Shared = std::weak_ptr<Session>; // the connector owns the only lasting shared_ptr

/// One page, and what the call told.
struct PageAnswer {
    Result<ReadPage> page = Failure({.code = ErrorCode::Cancelled});
    CallFacts facts = {};
};

Operation operationOf(const Cursor &from)
{
    return from.stream == "own"_L1 ? Operation::ReadOwn : Operation::ReadMentions;
}

/// The network's clock as whole seconds: created_at has no more.
Instant wholeSeconds(Instant instant)
{
    return std::chrono::floor<std::chrono::seconds>(instant);
}

QFuture<Answer<Profile>> identifySession(const std::shared_ptr<Session> &session)
{
    return session->read(meUrl(session->account)).then([shared = Shared(session)](const HttpAnswer &answer) {
        const auto alive = shared.lock();
        if (!alive) {
            return Answer<Profile>{};
        }
        Answer<Profile> known{.facts = factsOf(answer, Operation::Identify, alive->now())};
        const auto error = errorOfRead(answer, known.facts);
        known.result = error ? Result<Profile>(Failure(*error)) : readProfile(answer.body);
        if (known.result) {
            alive->account.remoteId = known.result->remoteId;
        }
        return known;
    });
}

PageAnswer pageIn(const HttpAnswer &answer, const Cursor &from, const Session &session)
{
    PageAnswer read{.facts = factsOf(answer, operationOf(from), session.now())};
    if (const auto error = errorOfRead(answer, read.facts)) {
        read.page = Failure(*error);
        return read;
    }
    const Instant serverTime = answer.serverTime.value_or(session.now());
    read.page = readPage(
        answer.body, {.account = session.account, .stream = from.stream, .serverTime = serverTime});
    if (read.page && !from.pageToken.isEmpty() && read.page->nextPageToken == from.pageToken) {
        read.page = Failure(
            {.code = ErrorCode::MalformedAnswer, .detail = u"the page names itself as the next one"_s});
    }
    return read;
}

/// Reads a page; asks once more in the other vocabulary when the names in the question are refused, and stays with it when that helps.
QFuture<PageAnswer> readPageFrom(const std::shared_ptr<Session> &session, const Cursor &from)
{
    if (session->account.remoteId.isEmpty()) {
        return identifySession(session)
            .then([shared = Shared(session), from](const Answer<Profile> &known) {
                const auto alive = shared.lock();
                return alive && known.result
                    ? readPageFrom(alive, from)
                    : ready(PageAnswer{.page
                        = Failure(known.result ? Error{.code = ErrorCode::Cancelled} : known.result.error()),
                        .facts = known.facts});
            })
            .unwrap();
    }
    const Vocabulary asked = session->vocabulary;
    return session->read(pageUrl(session->account, from, asked))
        .then([shared = Shared(session), from, asked](const HttpAnswer &first) {
            const auto alive = shared.lock();
            if (!alive) {
                return ready(PageAnswer{});
            }
            if (!refusesSelector(first)) {
                return ready(pageIn(first, from, *alive));
            }
            return alive->read(pageUrl(alive->account, from, otherThan(asked)))
                .then([shared, from, asked](const HttpAnswer &second) {
                    const auto stillAlive = shared.lock();
                    if (!stillAlive) {
                        return PageAnswer{};
                    }
                    if (!refusesSelector(second) && second.status == 200) {
                        stillAlive->vocabulary = otherThan(asked);
                    }
                    return pageIn(second, from, *stillAlive);
                });
        })
        .unwrap();
}

Answer<PostPage> toPostPage(const PageAnswer &read)
{
    Answer<PostPage> answer{.facts = read.facts};
    answer.result = read.page.map([](const ReadPage &page) {
        PostPage posts{.nextPageToken = page.nextPageToken,
            .newestWatermark = page.newestId,
            .unreadable = page.unreadable};
        for (const ReadPost &entry : page.posts) {
            posts.posts.append(entry.post);
        }
        return posts;
    });
    return answer;
}

/// A search for our own reply, page by page.
struct Search {
    Outgoing reply = {};
    Instant since = {};
    Cursor at = {.stream = u"own"_s};
    int pagesLeft = kMaxLookupPages;
    QList<Post> found = {}; // newest first

    [[nodiscard]] bool matches(const ReadPost &entry) const
    {
        const Post &post = entry.post;
        const bool answersParent = !entry.tellsReferences || post.inReplyTo == reply.parentRemoteId;
        return post.direction == Direction::Outbound && answersParent && post.postedAt >= since
            && sameText(post.body, reply.body);
    }

    bool isWhole = false; // everything since `since` was seen

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
        at.pageToken = page.nextPageToken;
        isWhole = reachedOlder || at.pageToken.isEmpty();
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

QFuture<Answer<QList<Post>>> continueSearch(const std::shared_ptr<Session> &session, Search search)
{
    return readPageFrom(session, search.at)
        .then([shared = Shared(session), search = std::move(search)](const PageAnswer &read) mutable {
            const auto alive = shared.lock();
            if (!read.page) {
                return ready(Answer<QList<Post>>{.result = Failure(read.page.error()), .facts = read.facts});
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
                    .facts = read.facts});
            }
            return ready(Answer<QList<Post>>{.result = search.oldestFirst(), .facts = read.facts});
        })
        .unwrap();
}

QByteArray replyBody(const Outgoing &reply)
{
    const QJsonObject parent{{u"in_reply_to_tweet_id"_s, reply.parentRemoteId}};
    return QJsonDocument(QJsonObject{{u"text"_s, reply.body}, {u"reply"_s, parent}})
        .toJson(QJsonDocument::Compact);
}

Outcome notSent(const Error &error)
{
    return {.kind = OutcomeKind::NotCarriedOut, .error = error};
}

class TwitterConnector final : public Connector
{
public:
    TwitterConnector(const Account &account, TokenSource token, const Clock &clock)
        : m_session(std::make_shared<Session>(account, std::move(token), clock))
    {
    }

    [[nodiscard]] Capabilities capabilities() const override
    {
        return {.table = {{.feature = Feature::ReadMentions, .isOn = true},
                    {.feature = Feature::ReplyPublic, .isOn = true}},
            .replyLimit = kTextLimit};
    }

    [[nodiscard]] QList<Stream> streams() const override
    {
        return {{.name = u"mentions"_s, .operation = Operation::ReadMentions},
            {.name = u"own"_s, .operation = Operation::ReadOwn}};
    }

    [[nodiscard]] QFuture<Answer<Profile>> identify() override { return identifySession(m_session); }

    [[nodiscard]] QFuture<Answer<PostPage>> fetch(const Cursor &from) override
    {
        return readPageFrom(m_session, from).then(&toPostPage);
    }

    [[nodiscard]] QFuture<Outcome> send(const Outgoing &reply) override
    {
        const Result<QByteArray> bearer = m_session->token();
        if (!bearer) {
            return ready(notSent(bearer.error()));
        }
        HttpRequest request{.method = "POST",
            .url = repliesUrl(m_session->account),
            .body = replyBody(reply),
            .bearer = *bearer,
            .deadline = m_session->deadline};
        return m_session->http.write(std::move(request))
            .then([now = m_session->now(), text = reply.body](const HttpAnswer &answer) {
                return outcomeOfReply(answer, factsOf(answer, Operation::Reply, now), text);
            });
    }

    [[nodiscard]] QFuture<Answer<QList<Post>>> findSent(const Outgoing &reply, Instant since) override
    {
        return continueSearch(m_session, {.reply = reply, .since = wholeSeconds(since)});
    }

    [[nodiscard]] QFuture<Answer<QList<Post>>> lookUp(const QStringList &) override
    {
        return ready(Answer<QList<Post>>{.result = QList<Post>()});
    }

    [[nodiscard]] QFuture<Outcome> moderate(Moderation, const QString &) override
    {
        return ready(notSent({.code = ErrorCode::Usage, .detail = u"not offered on Twitter"_s}));
    }

private:
    std::shared_ptr<Session> m_session; // shared for the sake of weak_ptr; nobody else keeps it
};
} // namespace

std::unique_ptr<Connector> makeTwitterConnector(const Account &account, TokenSource token, const Clock &clock)
{
    return std::make_unique<TwitterConnector>(account, std::move(token), clock);
}

} // namespace fw
