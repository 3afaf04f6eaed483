#include "connectors/twitter/twitter_reads.h"

#include "app/core/async.h"
#include "app/network/call_facts.h"
#include "connectors/twitter/message_parse.h"
#include "connectors/twitter/twitter_errors.h"
#include "connectors/twitter/twitter_limits.h"

#include <functional>

namespace fw::twitter {

namespace {
using namespace Qt::StringLiterals;

using UrlIn = std::function<QUrl(const Account &account, Vocabulary vocabulary)>;

/// What the last of one or two calls brought.
struct EitherAnswer {
    HttpAnswer http = {};
    bool isSecond = false;
};

QFuture<EitherAnswer> readInEither(const SharedSession &session, const UrlIn &urlIn)
{
    const Vocabulary asked = session->vocabulary;
    return session->read(urlIn(session->account, asked))
        .then([shared = WeakSession(session), urlIn, asked](const HttpAnswer &first) {
            const auto alive = shared.lock();
            if (!alive || !refusesSelector(first)) {
                return ready(EitherAnswer{.http = first});
            }
            return alive->read(urlIn(alive->account, otherThan(asked)))
                .then([shared, asked](const HttpAnswer &second) {
                    const auto stillAlive = shared.lock();
                    if (stillAlive && !second.error && second.status == 200) {
                        stillAlive->vocabulary = otherThan(asked);
                    }
                    return EitherAnswer{.http = second, .isSecond = true};
                });
        })
        .unwrap();
}

/// Calls `then` once the account's id is known, at once when it is.
QFuture<PageAnswer> onceIdentified(
    const SharedSession &session, const std::function<QFuture<PageAnswer>(const SharedSession &)> &then)
{
    if (!session->account.remoteId.isEmpty()) {
        return then(session);
    }
    return identify(session)
        .then([shared = WeakSession(session), then](const Answer<Profile> &known) {
            const auto alive = shared.lock();
            if (alive && known.result) {
                return then(alive).then([facts = known.facts](PageAnswer page) {
                    page.facts = followedBy(facts, Operation::Identify, page.facts);
                    return page;
                });
            }
            const Error error = known.result ? Error{.code = ErrorCode::Cancelled} : known.result.error();
            return ready(PageAnswer{.page = Failure(error), .facts = known.facts});
        })
        .unwrap();
}

/// What holds for every post here: what this kind of access allows, and who may hide.
void settle(const Session &session, Post &post)
{
    const bool isPublic = post.lane == Lane::Public;
    if (isPublic && post.direction == Direction::Inbound) {
        post.traits.setFlag(Trait::CanLike, session.isEnterprise());
    }
    post.isHiddenByThread = isPublic;
}

void settle(const Session &session, ReadPage &page)
{
    for (ReadPost &read : page.posts) {
        settle(session, read.post);
    }
    for (Post &parent : page.parents) {
        settle(session, parent);
    }
}

void chargePage(Session &session, const QString &thing, const ReadPage &page, CallFacts &facts)
{
    QStringList ids;
    for (const ReadPost &read : page.posts) {
        ids.append(read.post.versionId);
    }
    session.charge(thing, ids, facts);
    session.charge(u"post-read"_s, page.included, facts);
    session.charge(u"user-read"_s, page.people, facts);
}

/// Reading our own mentions and posts is cheaper when the app is ours, too (docs.x.com/x-api/getting-started/pricing).
QString timelinePrice(const Session &session)
{
    return session.account.settings.value(u"owns_app"_s).toBool() ? u"own-post-read"_s : u"post-read"_s;
}

using ReadBody = std::function<Result<ReadPage>(const QByteArray &body, const Reading &reading)>;

struct PageRead {
    Operation operation = Operation::ReadMentions;
    QString price = {}; // of one entry
    QString pageToken = {};
    QString stream = {};
    ReadBody readBody = {};
};

PageAnswer pageOf(const EitherAnswer &either, const PageRead &read, Session &session)
{
    const HttpAnswer &answer = either.http;
    PageAnswer known{.facts = factsOf(answer, read.operation, session.now())};
    if (either.isSecond) {
        known.facts.further.append(read.operation);
    }
    if (const auto error = errorOfRead(answer, known.facts)) {
        known.page = Failure(*error);
        return known;
    }
    const Instant serverTime = answer.serverTime.value_or(session.now());
    known.page = read.readBody(
        answer.body, {.account = session.account, .stream = read.stream, .serverTime = serverTime});
    if (!known.page) {
        return known;
    }
    if (!read.pageToken.isEmpty() && known.page->nextPageToken == read.pageToken) {
        known.page = Failure(
            {.code = ErrorCode::MalformedAnswer, .detail = u"the page names itself as the next one"_s});
        return known;
    }
    known.facts.audience = known.page->audience;
    chargePage(session, read.price, *known.page, known.facts);
    settle(session, *known.page);
    return known;
}

Answer<Profile> profileOf(const HttpAnswer &answer, Session &session)
{
    Answer<Profile> known{.facts = factsOf(answer, Operation::Identify, session.now())};
    if (const auto error = errorOfRead(answer, known.facts)) {
        known.result = Failure(*error);
        return known;
    }
    const Result<ReadProfile> read = readProfile(answer.body);
    known.result = read.map([](const ReadProfile &told) { return told.profile; });
    if (read) {
        session.account.remoteId = read->profile.remoteId;
        session.account.handle = read->profile.handle;
        known.facts.audience = read->audience;
        session.charge(u"user-read"_s, {read->profile.remoteId}, known.facts);
    }
    return known;
}

/// Every id was refused one by one: an answer, not a failure.
bool isOnlyGone(const HttpAnswer &answer, const Error &error)
{
    return answer.status == 200 && error.code != ErrorCode::MalformedAnswer;
}

Answer<QList<Post>> lookedUpIn(const EitherAnswer &answer, Session &session)
{
    const PageRead lookUp{.operation = Operation::Lookup, .price = u"post-read"_s, .readBody = &readPage};
    const PageAnswer read = pageOf(answer, lookUp, session);
    Answer<QList<Post>> known{.result = QList<Post>(), .facts = read.facts};
    if (!read.page) {
        if (!isOnlyGone(answer.http, read.page.error())) {
            known.result = Failure(read.page.error());
        }
        return known;
    }
    for (const ReadPost &entry : read.page->posts) {
        Post post = entry.post;
        post.traits.setFlag(Trait::Context, post.direction == Direction::Inbound);
        known.result->append(post);
    }
    return known;
}
} // namespace

QFuture<Answer<Profile>> identify(const SharedSession &session)
{
    return session->read(meUrl(session->account))
        .then([shared = WeakSession(session)](const HttpAnswer &answer) {
            const auto alive = shared.lock();
            return alive ? profileOf(answer, *alive) : Answer<Profile>{};
        });
}

QFuture<PageAnswer> readTimeline(const SharedSession &session, const Cursor &from)
{
    return onceIdentified(session, [from](const SharedSession &known) {
        const PageRead timeline{
            .operation = from.stream == "own"_L1 ? Operation::ReadOwn : Operation::ReadMentions,
            .price = timelinePrice(*known),
            .pageToken = from.pageToken,
            .stream = from.stream,
            .readBody = &readPage};
        return readInEither(known, [from](const Account &account, Vocabulary vocabulary) {
            return timelineUrl(account, from, vocabulary);
        }).then([shared = WeakSession(known), timeline](const EitherAnswer &answer) {
            const auto alive = shared.lock();
            return alive ? pageOf(answer, timeline, *alive) : PageAnswer{};
        });
    });
}

QFuture<PageAnswer> readMessages(const SharedSession &session, const MessagePlace &place, const Cursor &from)
{
    return onceIdentified(session, [place, from](const SharedSession &known) {
        const PageRead messages{.operation = Operation::ReadMessages,
            .price = u"message-read"_s,
            .pageToken = from.pageToken,
            .stream = from.stream,
            .readBody = [watermark = from.watermark](const QByteArray &body, const Reading &reading) {
                return readMessagePage(body, reading, watermark);
            }};
        return readInEither(known, [place, from](const Account &account, Vocabulary vocabulary) {
            return messagesUrl(account, place, from.pageToken, vocabulary);
        }).then([shared = WeakSession(known), messages](const EitherAnswer &answer) {
            const auto alive = shared.lock();
            if (!alive) {
                return PageAnswer{};
            }
            PageAnswer read = pageOf(answer, messages, *alive);
            const bool isRefused
                = answer.http.status == 403 && !read.page && read.page.error().code == ErrorCode::Forbidden;
            alive->mayReadMessages = alive->mayReadMessages && !isRefused;
            return read;
        });
    });
}

QFuture<Answer<QList<Post>>> lookUpPosts(const SharedSession &session, const QStringList &ids)
{
    if (ids.isEmpty() || ids.size() > kIdsPerLookUp) {
        return ready(Answer<QList<Post>>{.result = ids.isEmpty()
                ? Result<QList<Post>>(QList<Post>())
                : Failure({.code = ErrorCode::Usage,
                    .detail = u"%1 ids at once; at most %2"_s.arg(ids.size()).arg(kIdsPerLookUp)})});
    }
    return readInEither(session, [ids](const Account &account, Vocabulary vocabulary) {
        return postsUrl(account, ids, vocabulary);
    }).then([shared = WeakSession(session)](const EitherAnswer &answer) {
        const auto alive = shared.lock();
        return alive ? lookedUpIn(answer, *alive) : Answer<QList<Post>>{};
    });
}

Answer<PostPage> toPostPage(const PageAnswer &read)
{
    Answer<PostPage> answer{.facts = read.facts};
    answer.result = read.page.map([](const ReadPage &page) {
        PostPage posts{.nextPageToken = page.nextPageToken,
            .newestWatermark = page.newestId,
            .announced = page.announced,
            .unreadable = page.unreadable,
            .missing = page.missing};
        for (const ReadPost &entry : page.posts) {
            posts.posts.append(entry.post);
        }
        posts.posts += page.parents;
        return posts;
    });
    return answer;
}

} // namespace fw::twitter
