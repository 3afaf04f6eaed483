#include "connectors/pinterest/partner_lane.h"

#include "app/core/async.h"
#include "app/network/call_facts.h"
#include "connectors/http/json_answer.h"
#include "connectors/pinterest/json_pointer.h"
#include "connectors/pinterest/pinterest_errors.h"

#include <algorithm>

namespace fw::pinterest {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMostPages = 32;

Outcome notSent(const Error &error, const CallFacts &facts = {})
{
    return {.kind = OutcomeKind::NotCarriedOut, .error = error, .facts = facts};
}

/// A comment that was asked for by its id.
struct Found {
    Result<Comment> comment = Failure({.code = ErrorCode::Cancelled});
    CallFacts facts = {};
};

QFuture<Found> askFor(const std::shared_ptr<Session> &session, const QString &comment)
{
    const PartnerProfile &profile = *session->settings.partner;
    const QUrl url = partnerUrl(session->account, profile, *profile.getComment, {.comment = comment});
    return session->read(url).then([shared = Shared(session)](const HttpAnswer &answer) {
        const auto alive = shared.lock();
        if (!alive) {
            return Found{};
        }
        const PartnerProfile &known = *alive->settings.partner;
        Found found{.facts = alive->facts(answer, known.readCategory)};
        const auto error = errorOfRead(answer, found.facts);
        found.comment = error ? Result<Comment>(Failure(*error))
                              : readComment(answer.body, known, alive->timeOf(answer));
        if (found.comment) {
            alive->places.keep(placeOf(*found.comment));
        }
        return found;
    });
}

bool needsPlace(const Endpoint &endpoint)
{
    return endpoint.uses(u"{pin}"_s) || endpoint.uses(u"{subject}"_s) || endpoint.uses(u"{root}"_s);
}

struct Placed {
    Result<Place> place = Failure({.code = ErrorCode::Cancelled});
    std::optional<CallFacts> facts = {}; // of the call that was made for it; empty: none was needed

    /// What is known once `later` was asked, too.
    [[nodiscard]] CallFacts then(const CallFacts &later) const
    {
        return facts ? followedBy(*facts, Operation::Lookup, later) : later;
    }
    /// Nothing was asked after it.
    [[nodiscard]] CallFacts alone() const
    {
        CallFacts known = facts.value_or(CallFacts());
        if (facts) {
            known.further.append(Operation::Lookup);
        }
        return known;
    }
};

/// Where a comment stands, as far as `endpoint` wants to know.
QFuture<Placed> placeFor(
    const std::shared_ptr<Session> &session, const Endpoint &endpoint, const QString &comment)
{
    if (const auto known = session->places.of(comment)) {
        return ready(Placed{.place = *known});
    }
    if (!needsPlace(endpoint) || !session->settings.partner->getComment) {
        return ready(Placed{.place = Place{.comment = comment, .root = comment}});
    }
    return askFor(session, comment).then([](const Found &found) {
        return Placed{.place = found.comment.map(&placeOf), .facts = found.facts};
    });
}

QString createdId(const QByteArray &body, const QString &pointer)
{
    const Result<JsonAnswer> answer = JsonAnswer::read(body);
    return answer ? textAt(answer->root(), pointer) : QString();
}

Outcome outcomeOfReply(const HttpAnswer &answer, const Session &session, const QString &sent)
{
    const PartnerProfile &profile = *session.settings.partner;
    const CallFacts facts = session.facts(answer, profile.writeCategory);
    if (const auto refusal = refusalOfWrite(answer, facts, sent)) {
        return *refusal;
    }
    const QString id = createdId(answer.body, profile.created);
    if (id.isEmpty()) {
        return {.kind = OutcomeKind::Unknown,
            .error
            = {.code = ErrorCode::UnknownOutcome, .detail = u"the answer does not name the new comment"_s},
            .facts = facts};
    }
    return {.kind = OutcomeKind::Accepted, .remoteId = id, .facts = facts};
}

QFuture<Outcome> write(const std::shared_ptr<Session> &session, const Endpoint &endpoint, const Place &place,
    const QString &text)
{
    const Result<QByteArray> bearer = session->token();
    if (!bearer) {
        return ready(notSent(bearer.error()));
    }
    HttpRequest request = partnerWrite(session->account, *session->settings.partner, endpoint, place, text);
    request.bearer = *bearer;
    request.deadline = session->settings.deadline;
    return session->http.write(std::move(request))
        .then([shared = Shared(session), text](const HttpAnswer &answer) {
            const auto alive = shared.lock();
            return alive ? outcomeOfReply(answer, *alive, text) : Outcome{};
        });
}

/// Composed characters, single spaces: what networks do to a text. Rather too generous than too strict, because a reply that is not recognised
/// is sent again.
QString comparable(const QString &text)
{
    QString plain = text.normalized(QString::NormalizationForm_C);
    plain.removeIf([](QChar c) { return c.category() == QChar::Other_Format || c == QChar(0xFE0F); });
    return plain.simplified();
}

/// A search for our own reply, page by page.
struct Search {
    Outgoing reply = {};
    Instant since = {};
    Place place = {};
    QString bookmark = {};
    int pagesLeft = kMostPages;
    QList<Post> found = {};
    bool isWhole = false;
    Placed placed = {};
    std::optional<CallFacts> facts = {}; // of the pages so far

    /// Returns whether another page can hold more.
    [[nodiscard]] bool take(const List<Comment> &page, const Session &session)
    {
        for (const Comment &comment : page.entries) {
            Place at = place;
            at.comment = comment.id;
            const Post post = toPost(comment, at, session.account, *session.settings.partner);
            // A comment that tells no time is taken for one of now, so that it is found rather than sent again.
            if (post.direction == Direction::Outbound && (post.postedAt >= since || !comment.isDated)
                && comparable(post.body) == comparable(reply.body)) {
                found.append(post);
            }
        }
        isWhole = page.bookmark.isEmpty() || page.bookmark == bookmark;
        bookmark = page.bookmark;
        return !isWhole && --pagesLeft > 0;
    }

    [[nodiscard]] QList<Post> oldestFirst() const
    {
        QList<Post> posts = found;
        std::stable_sort(
            posts.begin(), posts.end(), [](const Post &a, const Post &b) { return a.postedAt < b.postedAt; });
        const auto same = [](const Post &a, const Post &b) { return a.remoteId == b.remoteId; };
        posts.erase(std::unique(posts.begin(), posts.end(), same), posts.end());
        return posts;
    }
};

using Posts = Answer<QList<Post>>;

Posts resultOf(const Search &search, const CallFacts &facts)
{
    if (search.found.isEmpty() && !search.isWhole) {
        // "Not there" would be a guess, and a wrong guess is a second public reply.
        return {.result
            = Failure({.code = ErrorCode::NotFound, .detail = u"more replies than can be looked through"_s}),
            .facts = facts};
    }
    return {.result = search.oldestFirst(), .facts = facts};
}

QFuture<Posts> continueSearch(const std::shared_ptr<Session> &session, Search search)
{
    const PartnerProfile &profile = *session->settings.partner;
    const QUrl url
        = partnerUrl(session->account, profile, *profile.listReplies, search.place, search.bookmark);
    return session->read(url)
        .then([shared = Shared(session), search = std::move(search)](const HttpAnswer &answer) mutable {
            const auto alive = shared.lock();
            if (!alive) {
                return ready(Posts{});
            }
            const PartnerProfile &known = *alive->settings.partner;
            CallFacts told = alive->facts(answer, known.readCategory);
            const auto error = errorOfRead(answer, told);
            search.facts = search.facts ? followedBy(*search.facts, Operation::ReadOwn, told)
                                        : search.placed.then(told);
            const CallFacts facts = *search.facts;
            if (error) {
                return ready(Posts{.result = Failure(*error), .facts = facts});
            }
            const auto page = readComments(answer.body, known, *known.listReplies, alive->timeOf(answer));
            if (!page) {
                return ready(Posts{.result = Failure(page.error()), .facts = facts});
            }
            const bool hasMore = search.take(*page, *alive);
            return hasMore ? continueSearch(alive, std::move(search)) : ready(resultOf(search, facts));
        })
        .unwrap();
}
} // namespace

QFuture<Outcome> sendReply(const std::shared_ptr<Session> &session, const Outgoing &reply)
{
    const Endpoint &endpoint = *session->settings.partner->createReply;
    return placeFor(session, endpoint, commentIn(reply.parentRemoteId))
        .then([shared = Shared(session), text = reply.body](const Placed &placed) {
            const auto alive = shared.lock();
            if (!alive) {
                return ready(notSent({.code = ErrorCode::Cancelled}));
            }
            if (!placed.place) {
                Outcome outcome = notSent(placed.place.error(), placed.alone());
                if (isAboutOneThing(outcome.error)) {
                    outcome.kind = OutcomeKind::Rejected; // the comment is gone
                }
                return ready(outcome);
            }
            return write(alive, *alive->settings.partner->createReply, *placed.place, text)
                .then([placed](Outcome outcome) {
                    outcome.facts = placed.then(outcome.facts);
                    return outcome;
                });
        })
        .unwrap();
}

QFuture<Posts> findSentReply(const std::shared_ptr<Session> &session, const Outgoing &reply, Instant since)
{
    const Endpoint &endpoint = *session->settings.partner->listReplies;
    Search search{.reply = reply, .since = std::chrono::floor<std::chrono::seconds>(since)};
    return placeFor(session, endpoint, commentIn(reply.parentRemoteId))
        .then([shared = Shared(session), search = std::move(search)](const Placed &placed) mutable {
            const auto alive = shared.lock();
            if (!alive || !placed.place) {
                return ready(Posts{.result
                    = Failure(placed.place ? Error{.code = ErrorCode::Cancelled} : placed.place.error()),
                    .facts = placed.alone()});
            }
            search.place = *placed.place;
            search.placed = placed;
            return continueSearch(alive, std::move(search));
        })
        .unwrap();
}

QFuture<Posts> lookUpComment(const std::shared_ptr<Session> &session, const QString &remoteId)
{
    if (remoteId.isEmpty()) {
        return ready(Posts{.result = QList<Post>()});
    }
    return askFor(session, remoteId).then([shared = Shared(session)](const Found &found) {
        const auto alive = shared.lock();
        if (!alive) {
            return Posts{};
        }
        Posts posts{.result = QList<Post>(), .facts = found.facts};
        if (found.comment) {
            posts.result->append(
                toPost(*found.comment, placeOf(*found.comment), alive->account, *alive->settings.partner));
        } else if (!isAboutOneThing(found.comment.error())) {
            posts.result = Failure(found.comment.error());
        }
        return posts;
    });
}

QFuture<Outcome> removeComment(const std::shared_ptr<Session> &session, const QString &remoteId)
{
    const PartnerProfile &profile = *session->settings.partner;
    const Result<QByteArray> bearer = session->token();
    if (!bearer) {
        return ready(notSent(bearer.error()));
    }
    HttpRequest request = partnerWrite(
        session->account, profile, *profile.removeComment, {.comment = commentIn(remoteId)}, {});
    request.bearer = *bearer;
    request.deadline = session->settings.deadline;
    return session->http.write(std::move(request))
        .then([shared = Shared(session), remoteId](const HttpAnswer &answer) {
            const auto alive = shared.lock();
            if (!alive) {
                return Outcome{};
            }
            const CallFacts facts = alive->facts(answer, alive->settings.partner->writeCategory);
            const auto refusal = refusalOfWrite(answer, facts, {});
            // What is gone already is what was asked for.
            const bool isGone = refusal && refusal->error.code == ErrorCode::NotFound;
            return refusal && !isGone
                ? *refusal
                : Outcome{.kind = OutcomeKind::Accepted, .remoteId = remoteId, .facts = facts};
        });
}

} // namespace fw::pinterest
