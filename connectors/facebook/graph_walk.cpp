#include "connectors/facebook/graph_walk.h"

#include "app/core/async.h"
#include "app/network/call_facts.h"
#include "connectors/facebook/graph_ids.h"
#include "connectors/facebook/walk_place.h"

#include <algorithm>

namespace fw::facebook {

namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

const QString kRatings = u"ratings"_s;
constexpr milliseconds kKeptUnseen = 24h; // an entry that was not on the list this time may be on the next

/// What a stream is made of.
struct Shape {
    Operation operation = Operation::ReadComments;
    QStringList edges = {}; // lists of the Page
    FieldList list = FieldList::Post;
    bool hasBranches = false;
    bool isOurs = false; // posts that name no author are ours
};

Shape shapeOf(const QString &stream)
{
    if (stream == kMessages) {
        return {.operation = Operation::ReadMessages,
            .edges = {u"conversations"_s},
            .list = FieldList::Conversation,
            .hasBranches = true};
    }
    if (stream == kMentions) {
        return {.operation = Operation::ReadMentions, .edges = {u"visitor_posts"_s, u"tagged"_s, kRatings}};
    }
    if (stream == kOwn) {
        return {.operation = Operation::ReadOwn, .edges = {u"published_posts"_s}, .isOurs = true};
    }
    return {.operation = Operation::ReadComments, .edges = {u"feed"_s}, .hasBranches = true};
}

/// A walk between two calls.
struct Walk {
    Cursor from = {};
    Shape shape = {};
    WalkPlace place = {};
    KnownBranches before = {}; // as of the last whole walk
    Instant historyFloor = {};

    [[nodiscard]] bool isOfMessages() const { return shape.list == FieldList::Conversation; }
    [[nodiscard]] bool isBelow() const { return !place.pending.isEmpty(); }
    [[nodiscard]] QString edge() const { return shape.edges.value(place.edge); }
    [[nodiscard]] bool isOfRatings() const { return edge() == kRatings; }
    [[nodiscard]] std::optional<Instant> fromWatermark() const
    {
        const auto watermark = instantOfWatermark(from.watermark);
        return watermark ? std::optional(*watermark - kOverlap) : std::nullopt;
    }
    /// Entries that have not changed since are not looked at. An old post may get a comment today without its own place changing.
    [[nodiscard]] Instant listFloor() const
    {
        const bool isOfComments = shape.hasBranches && !isOfMessages();
        return isOfComments ? historyFloor : fromWatermark().value_or(historyFloor);
    }
    /// From when on what is below the entry must be read.
    [[nodiscard]] Instant sinceOf(const QString &id) const
    {
        const auto known = before.constFind(id);
        if (known != before.constEnd()) {
            return known->completeTo - kOverlap;
        }
        const bool isNewOnList = !before.isEmpty() && !isOfMessages();
        if (isNewOnList) {
            return {}; // it was not there when the last walk ended: all of it
        }
        return fromWatermark().value_or(isOfMessages() ? historyFloor : Instant{});
    }
};

Walk walkFrom(const Cursor &from, const Session &session)
{
    return {.from = from,
        .shape = shapeOf(from.stream),
        .place = placeIn(from.pageToken),
        .before = branchesIn(from.state),
        .historyFloor = session.now() - session.settings().history};
}

QUrlQuery pageQuery(int limit, const QString &next)
{
    QUrlQuery query(next);
    query.addQueryItem(u"limit"_s, QString::number(limit));
    return query;
}

Ask askOf(const Walk &walk, const Session &session)
{
    const WalkPlace &place = walk.place;
    if (!place.pending.isEmpty()) {
        const Pending &branch = place.pending.constFirst();
        return walk.isOfMessages()
            ? messagesIn(branch.id, place.nextBelow, walk.shape.operation)
            : commentsBelow(branch.id, branch.since, place.nextBelow, walk.shape.operation);
    }
    Ask ask{.path = session.account().remoteId + u'/' + walk.edge(),
        .query = pageQuery(walk.isOfMessages() ? 50 : 100, place.next),
        .fields = walk.isOfRatings() ? FieldList::Rating : walk.shape.list,
        .operation = walk.shape.operation,
        .isAboutOne = walk.shape.edges.size() > 1};
    if (walk.isOfMessages()) {
        ask.query.addQueryItem(u"platform"_s, u"MESSENGER"_s);
    }
    return ask;
}

/// Which entries of the list have something new below them.
void takeBranches(Walk &walk, const QList<Branch> &branches)
{
    WalkPlace &place = walk.place;
    for (const Branch &branch : branches) {
        // A reply to a comment need not change the post's time, so without a count nothing can be told.
        const QString stamp = branch.count < 0 && !walk.isOfMessages() ? QString() : branch.stamp();
        const bool isOld = branch.changedAt && *branch.changedAt < walk.listFloor();
        const auto known = walk.before.constFind(branch.id);
        const bool isUnchanged = !stamp.isEmpty()
            && (branch.count == 0 || (known != walk.before.constEnd() && known->stamp == stamp));
        if (isUnchanged) {
            place.known.insert(branch.id, {.stamp = stamp, .completeTo = place.startedAt});
        } else if (!isOld) {
            place.pending.append({.id = branch.id,
                .stamp = stamp,
                .since = walk.sinceOf(branch.id),
                .permalink = branch.permalink});
        }
    }
}

void takeListPage(Walk &walk, const ReadPage &page)
{
    WalkPlace &place = walk.place;
    if (walk.shape.hasBranches) {
        takeBranches(walk, page.branches);
    }
    place.next = page.next;
    place.isListDone = page.next.isEmpty() || endsBefore(page, walk.listFloor());
}

void endBranch(WalkPlace &place, bool isWhole)
{
    const Pending branch = place.pending.takeFirst();
    place.nextBelow.clear();
    if (isWhole) {
        place.known.insert(branch.id, {.stamp = branch.stamp, .completeTo = place.startedAt});
    }
}

void takeBranchPage(Walk &walk, const ReadPage &page)
{
    const bool isPastSince = walk.isOfMessages() && endsBefore(page, walk.place.pending.constFirst().since);
    if (page.next.isEmpty() || isPastSince) {
        endBranch(walk.place, true);
    } else {
        walk.place.nextBelow = page.next;
    }
}

/// The state after a whole walk.
KnownBranches knownAfter(const Walk &walk)
{
    KnownBranches known = walk.place.known;
    for (auto entry = walk.before.begin(); entry != walk.before.end(); ++entry) {
        if (!known.contains(entry.key()) && entry->completeTo > walk.place.startedAt - kKeptUnseen) {
            known.insert(entry.key(), *entry);
        }
    }
    return known;
}

/// Moves to the next list when one is done; says where the next call begins.
void setNext(Walk &walk, PostPage &page)
{
    WalkPlace &place = walk.place;
    if (place.pending.isEmpty() && place.isListDone && place.edge + 1 < walk.shape.edges.size()) {
        ++place.edge;
        place.next.clear();
        place.isListDone = false;
    }
    if (!place.pending.isEmpty() || !place.isListDone) {
        page.nextPageToken = tokenOf(place);
    } else if (walk.shape.hasBranches) {
        page.newState = stateOf(knownAfter(walk));
    }
}

/// Comments above the ones on this page that are not on it.
QStringList parentsMissing(const QList<Post> &posts)
{
    QStringList missing;
    for (const Post &post : posts) {
        const auto isParent = [&post](const Post &other) { return other.remoteId == post.inReplyTo; };
        if (post.kind == MessageKind::Reply && !missing.contains(post.inReplyTo)
            && std::none_of(posts.begin(), posts.end(), isParent)) {
            missing.append(post.inReplyTo);
        }
    }
    return missing;
}

PostPage toPostPage(const ReadPage &read, const Walk &walk, Instant seenAt, Session &session)
{
    // A list of conversations announces no message.
    const bool holdsMessages = walk.isBelow() || !walk.isOfMessages();
    PostPage page{.posts = read.posts,
        .announced = holdsMessages ? read.announced : 0,
        .unreadable = read.unreadable,
        .missing = parentsMissing(read.posts)};
    for (Post &post : page.posts) {
        session.versions().apply(post, seenAt);
    }
    if (!read.posts.isEmpty() && !read.times.isEmpty()) {
        const Instant newest = *std::max_element(read.times.begin(), read.times.end());
        page.newestWatermark = watermarkOf(std::min(newest, walk.place.startedAt));
    }
    return page;
}

Result<ReadPage> readAnswer(const Walk &walk, const Session &session, const HttpAnswer &answer)
{
    Reading reading = readingOf(session, answer);
    reading.isOurs = walk.shape.isOurs;
    if (walk.place.pending.isEmpty()) {
        return walk.isOfMessages() ? readConversations(answer.body)
            : walk.isOfRatings()   ? readRatings(answer.body, reading)
                                   : readPosts(answer.body, reading);
    }
    const Pending &branch = walk.place.pending.constFirst();
    reading.above = branch.id;
    reading.permalink = branch.permalink;
    return walk.isOfMessages() ? readMessages(answer.body, reading) : readComments(answer.body, reading);
}

/// Whether the refusal concerns one branch or list only, so that the walk goes on without it.
bool mayPassOver(const Walk &walk, const Error &error)
{
    const bool isAboutIt = error.code == ErrorCode::NotFound || error.code == ErrorCode::Forbidden
        || error.code == ErrorCode::BadRequest;
    return isAboutIt && (!walk.place.pending.isEmpty() || walk.shape.edges.size() > 1);
}

Answer<PostPage> passOver(Walk walk, Session &session, const AskAnswer &read)
{
    Answer<PostPage> answer{.result = PostPage(), .facts = read.facts};
    if (!walk.place.pending.isEmpty()) {
        endBranch(walk.place, false); // gone meanwhile, or not ours to read; it is asked again next time
    } else {
        walk.place.isListDone = true;
        if (++walk.place.refused == walk.shape.edges.size()) {
            session.noteForbidden(walk.shape.operation);
            answer.result = Failure(*read.error);
            return answer;
        }
    }
    setNext(walk, *answer.result);
    return answer;
}

/// Whether the call asks for the first of some comments the network has counted.
bool expectsComments(const Walk &walk)
{
    const WalkPlace &place = walk.place;
    return !place.pending.isEmpty() && place.nextBelow.isEmpty() && !walk.isOfMessages()
        && place.pending.constFirst().stamp.section(u':', 1).toInt() > 0;
}

/// There should have been comments. With a person's token the network gives none, and no error: then that is the error.
/// Source: reference of /{object}/comments, as quoted by clients in 2026.
QFuture<Answer<PostPage>> afterDoubt(const std::shared_ptr<Session> &session, const Answer<PostPage> &answer)
{
    return session->identify().then([answer](const Answer<Profile> &known) {
        const bool isPersons = !known.result && known.result.error().code == ErrorCode::Unauthorised;
        Answer<PostPage> doubted = answer;
        doubted.facts = followedBy(answer.facts, Operation::Identify, known.facts);
        if (isPersons) {
            doubted.result = Failure(known.result.error());
        }
        return doubted;
    });
}

Answer<PostPage> take(Walk walk, Session &session, const AskAnswer &read)
{
    if (read.error) {
        return mayPassOver(walk, *read.error)
            ? passOver(std::move(walk), session, read)
            : Answer<PostPage>{.result = Failure(*read.error), .facts = read.facts};
    }
    WalkPlace &place = walk.place;
    const Instant answeredAt = read.http.serverTime.value_or(session.now());
    if (place.startedAt == Instant{}) {
        place.startedAt = answeredAt;
    }
    const Result<ReadPage> page = readAnswer(walk, session, read.http);
    if (!page) {
        return {.result = Failure(page.error()), .facts = read.facts};
    }
    const bool isBelow = walk.isBelow();
    if (!page->next.isEmpty() && page->next == (isBelow ? place.nextBelow : place.next)) {
        return {.result = Failure({.code = ErrorCode::MalformedAnswer,
                    .detail = u"the page names itself as the next one"_s}),
            .facts = read.facts};
    }
    Answer<PostPage> answer{.result = toPostPage(*page, walk, answeredAt, session), .facts = read.facts};
    if (isBelow) {
        takeBranchPage(walk, *page);
    } else {
        takeListPage(walk, *page);
    }
    setNext(walk, *answer.result);
    return answer;
}
} // namespace

Ask commentsBelow(const QString &id, Instant since, const QString &next, Operation operation)
{
    QUrlQuery query = pageQuery(100, next);
    query.addQueryItem(u"filter"_s, u"stream"_s);
    query.addQueryItem(u"order"_s, u"reverse_chronological"_s);
    if (since > Instant{}) {
        query.addQueryItem(u"since"_s,
            QString::number(std::chrono::floor<std::chrono::seconds>(since).time_since_epoch().count()));
    }
    return {.path = id + u"/comments"_s,
        .query = query,
        .fields = FieldList::Comment,
        .operation = operation,
        .isAboutOne = true};
}

Ask messagesIn(const QString &thread, const QString &next, Operation operation)
{
    return {.path = thread + u"/messages"_s,
        .query = pageQuery(50, next),
        .fields = FieldList::Message,
        .operation = operation,
        .isAboutOne = true};
}

QFuture<Answer<PostPage>> fetchPage(const std::shared_ptr<Session> &session, const Cursor &from)
{
    if (session->account().remoteId.isEmpty()) {
        return session->identify()
            .then([shared = Shared(session), from](const Answer<Profile> &known) {
                const auto alive = shared.lock();
                if (alive && known.result) {
                    return fetchPage(alive, from).then([facts = known.facts](Answer<PostPage> page) {
                        page.facts = followedBy(facts, Operation::Identify, page.facts);
                        return page;
                    });
                }
                const Error error = known.result ? Error{.code = ErrorCode::Cancelled} : known.result.error();
                return ready(Answer<PostPage>{.result = Failure(error), .facts = known.facts});
            })
            .unwrap();
    }
    Walk walk = walkFrom(from, *session);
    const Ask ask = askOf(walk, *session);
    const bool mustHoldSome = expectsComments(walk);
    return session->read(ask)
        .then(
            [shared = Shared(session), walk = std::move(walk), mustHoldSome](const AskAnswer &read) mutable {
                const auto alive = shared.lock();
                if (!alive) {
                    return ready(Answer<PostPage>{});
                }
                const Answer<PostPage> answer = take(std::move(walk), *alive, read);
                const bool isDoubtful = mustHoldSome && answer.result && answer.result->announced == 0;
                return isDoubtful && !alive->isPagesToken() ? afterDoubt(alive, answer) : ready(answer);
            })
        .unwrap();
}

} // namespace fw::facebook
