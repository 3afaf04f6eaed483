#include "connectors/facebook/graph_parse.h"

#include "connectors/facebook/graph_ids.h"
#include "connectors/http/json_answer.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <functional>

namespace fw::facebook {

namespace {
using namespace Qt::StringLiterals;
constexpr auto kSite = "https://www.facebook.com"_L1;
using PostReader = std::function<std::optional<Post>(JsonView)>;

Failure malformed(const QString &words)
{
    return Failure({.code = ErrorCode::MalformedAnswer, .detail = words});
}

/// Where the next page begins, as names and values of a query. Lists without cursors are paged by time.
Result<QString> nextIn(JsonView root)
{
    const JsonView paging = root["paging"];
    const QString address = paging["next"].toString();
    if (address.isEmpty()) {
        return QString(); // the last page still has cursors
    }
    QUrlQuery place;
    const auto add = [&place](const QString &name, const QString &value) {
        if (!value.isEmpty()) {
            place.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
        }
    };
    add(u"after"_s, paging["cursors"]["after"].toString());
    if (place.isEmpty()) {
        const QUrlQuery told{QUrl(address)};
        for (const QString &name : {u"after"_s, u"until"_s, u"__paging_token"_s}) {
            add(name, told.queryItemValue(name, QUrl::FullyDecoded));
        }
    }
    if (place.isEmpty()) {
        return malformed(u"there is a next page, but it does not say where"_s);
    }
    return place.toString(QUrl::FullyEncoded);
}

/// A path, perhaps with a query, in which nothing has to be encoded or looked at twice.
bool isPlainPath(QStringView path)
{
    return path.startsWith(u'/') && std::all_of(path.begin(), path.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
            || QStringView(u"/.-_?=&:").contains(c);
    });
}

/// Where it can be seen in a browser; only a web address, whatever the answer says.
QString permalinkIn(JsonView object, const char *name)
{
    const QString link = object[name].toString();
    const QString whole = link.startsWith(u'/') ? kSite + link : link;
    if (whole.startsWith(kSite) && isPlainPath(QStringView(whole).mid(kSite.size()))) {
        return whole; // as nearly all are; QUrl takes longer than the rest of the post
    }
    const QUrl url(whole, QUrl::StrictMode);
    return url.isValid() && url.scheme() == u"https"_s && !url.host().isEmpty() ? whole : QString();
}

void readAuthor(JsonView object, const Reading &reading, Post &post)
{
    const JsonView from = object["from"];
    const QString id = idIn(from["id"]);
    const bool isNamedOurs = !id.isEmpty() && id == reading.account.remoteId;
    const bool isOurs
        = isNamedOurs || (id.isEmpty() && (reading.isOurs || !object["admin_creator"].isMissing()));
    post.direction = isOurs ? Direction::Outbound : Direction::Inbound;
    post.author = {.network = Network::Facebook, .remoteId = id, .name = from["name"].toString()};
    if (isOurs) {
        post.author.remoteId = reading.account.remoteId;
        post.author.handle = reading.account.handle;
        if (post.author.name.isEmpty()) {
            post.author.name = reading.account.displayName;
        }
    }
    // Left out when the person's privacy or the token does not allow it.
    post.isAuthorAvailable = !post.author.remoteId.isEmpty();
}

void readTraits(JsonView object, Post &post)
{
    const auto set = [&](JsonView told, Trait trait) { post.traits.setFlag(trait, told.toBool()); };
    const JsonView isHidden = object["is_hidden"];
    const JsonView isLiked = object["user_likes"];
    set(object["can_hide"], Trait::CanHide);
    set(object["can_remove"], Trait::CanRemove);
    set(object["can_like"], Trait::CanLike);
    set(object["can_reply_privately"], Trait::CanReplyPrivately);
    set(isHidden, Trait::Hidden);
    set(isLiked, Trait::Liked);
    post.tellsMarks = !isHidden.isMissing() && !isLiked.isMissing();
}

/// What posts, comments and messages have in common.
std::optional<Post> postIn(JsonView object, const Reading &reading)
{
    Post post{.remoteId = idIn(object["id"])};
    if (post.remoteId.isEmpty()) {
        return std::nullopt;
    }
    post.versionId = post.remoteId;
    post.body = object["message"].toString(); // absent where there is only a picture
    const auto created = timeIn(object["created_time"]);
    post.postedAt = created ? *created : timeIn(object["tagged_time"]).value_or(reading.serverTime);
    readAuthor(object, reading, post);
    return post;
}

std::optional<Post> feedPostIn(JsonView object, const Reading &reading)
{
    auto post = postIn(object, reading);
    if (post) {
        post->kind = MessageKind::Mention; // a person's post on our Page, or one that names it
        post->thread = post->remoteId;
        post->permalink = permalinkIn(object, "permalink_url");
        readTraits(object, *post);
        // Posts tell neither: one of ours may be deleted, one of a person liked.
        post->traits.setFlag(
            post->direction == Direction::Outbound ? Trait::CanRemove : Trait::CanLike, true);
    }
    return post;
}

/// The comment above a reply. Where the answer does not tell, its address does: ?comment_id=2&reply_comment_id=3.
QString parentIn(JsonView object, const QString &id)
{
    const QString told = idIn(object["parent"]["id"]);
    if (!told.isEmpty()) {
        return told;
    }
    const std::string_view link = object["permalink_url"].utf8();
    if (link.find("reply_comment_id") == link.npos && link.find('%') == link.npos) {
        return {};
    }
    const QUrlQuery address{QUrl(object["permalink_url"].toString())};
    if (!address.hasQueryItem(u"reply_comment_id"_s)) {
        return {};
    }
    return idIn(id.section(u'_', 0, 0) + u'_' + address.queryItemValue(u"comment_id"_s));
}

std::optional<Post> commentIn(JsonView object, const Reading &reading)
{
    auto post = postIn(object, reading);
    if (post) {
        const QString parent = parentIn(object, post->remoteId);
        post->kind = parent.isEmpty() ? MessageKind::Comment : MessageKind::Reply;
        post->inReplyTo = parent.isEmpty() ? reading.above : parent;
        // Public threads are two levels deep: whatever answers a reply stands below the top-level comment too.
        post->thread = parent.isEmpty() ? post->remoteId : parent;
        post->permalink = permalinkIn(object, "permalink_url");
        readTraits(object, *post);
    }
    return post;
}

bool isAmong(JsonView receivers, const QString &id)
{
    const JsonView list = receivers["data"];
    return std::any_of(list.begin(), list.end(), [&id](JsonView entry) { return idIn(entry["id"]) == id; });
}

std::optional<Post> messageIn(JsonView object, const Reading &reading)
{
    auto post = postIn(object, reading);
    if (post) {
        post->kind = MessageKind::DirectMessage;
        post->lane = Lane::Private;
        post->thread = reading.above;
        post->permalink = reading.permalink;
        const JsonView to = object["to"];
        const bool isToSomebodyElse = post->author.remoteId.isEmpty() && !to["data"].isEmpty()
            && !isAmong(to, reading.account.remoteId);
        if (isToSomebodyElse) {
            post->direction = Direction::Outbound;
            post->author.remoteId = reading.account.remoteId;
            post->isAuthorAvailable = true;
        }
    }
    return post;
}

/// A recommendation of the Page, or of the opposite. It has no id of its own; the post below which it is answered has. Whether the person
/// recommends the Page stands before their words as a thumb: the words alone need not tell.
std::optional<Post> ratingIn(JsonView object, const Reading &reading)
{
    const QString id = idIn(object["open_graph_story"]["id"]);
    if (id.isEmpty()) {
        return std::nullopt;
    }
    const std::string_view type = object["recommendation_type"].utf8();
    const QString thumb = type == "positive" ? u"👍"_s : type == "negative" ? u"👎"_s : QString();
    const QString words = object["review_text"].toString();
    const JsonView reviewer = object["reviewer"];
    const QString author = idIn(reviewer["id"]);
    return Post{
        .author = {.network = Network::Facebook, .remoteId = author, .name = reviewer["name"].toString()},
        .isAuthorAvailable = !author.isEmpty(),
        .remoteId = id,
        .versionId = id,
        .kind = MessageKind::Mention,
        .body = thumb.isEmpty() || words.isEmpty() ? thumb + words : thumb + u' ' + words,
        .postedAt = timeIn(object["created_time"]).value_or(reading.serverTime),
        .thread = id,
        .permalink = kSite + u'/' + id,
        .traits = Trait::AddressesUs};
}

/// What a list is ordered by.
std::optional<Instant> orderTimeIn(JsonView object)
{
    for (const char *name : {"tagged_time", "created_time", "updated_time"}) {
        if (const auto time = timeIn(object[name])) {
            return time;
        }
    }
    return std::nullopt;
}

Branch branchIn(JsonView object)
{
    const JsonView summary = object["comments"]["summary"];
    const JsonView total = summary["total_count"];
    const JsonView count = total.isMissing() ? object["message_count"] : total;
    return {.id = idIn(object["id"]),
        .changedAt = timeIn(object["updated_time"]),
        .count = count.toInt(-1),
        .permalink = permalinkIn(object, "link")};
}

/// Reads the entries of a list. `reader` may be empty: then they are branches only.
Result<ReadPage> readList(const QByteArray &body, const PostReader &reader, bool hasBranches)
{
    const Result<JsonAnswer> answer = JsonAnswer::read(body);
    if (!answer) {
        return Failure(answer.error());
    }
    const JsonView root = answer->root();
    const JsonView list = root["data"];
    if (!list.isList()) {
        return malformed(u"there is no list in the answer"_s);
    }
    const Result<QString> next = nextIn(root);
    if (!next) {
        return Failure(next.error());
    }
    ReadPage page{.next = *next, .announced = int(list.size())};
    for (const JsonView object : list) {
        Branch branch = branchIn(object);
        auto post = reader ? reader(object) : std::nullopt;
        if (reader ? !post : branch.id.isEmpty()) {
            ++page.unreadable;
            continue;
        }
        if (post) {
            page.posts.append(std::move(*post));
        }
        if (hasBranches) {
            page.branches.append(std::move(branch));
        }
        if (const auto time = orderTimeIn(object)) {
            page.times.append(*time);
        }
    }
    return page;
}

Result<Post> readOne(const QByteArray &body, const PostReader &reader)
{
    const Result<JsonAnswer> answer = JsonAnswer::read(body);
    if (!answer) {
        return Failure(answer.error());
    }
    auto post = reader(answer->root());
    return post ? Result<Post>(std::move(*post)) : Result<Post>(malformed(u"the answer has no id"_s));
}

using Reader = std::optional<Post> (*)(JsonView, const Reading &);
PostReader with(Reader read, const Reading &reading)
{
    return [read, reading](JsonView object) { return read(object, reading); };
}
} // namespace

QString Branch::stamp() const
{
    return changedAt ? u"%1:%2"_s.arg(toMs(*changedAt)).arg(count) : QString();
}

bool endsBefore(const ReadPage &page, Instant floor)
{
    const bool isChangedLater
        = !page.branches.isEmpty() && page.branches.constLast().changedAt.value_or(Instant{}) >= floor;
    return !page.times.isEmpty() && page.times.constLast() < floor && !isChangedLater
        && std::is_sorted(page.times.begin(), page.times.end(), std::greater<>());
}

Result<ReadPage> readPosts(const QByteArray &body, const Reading &reading)
{
    return readList(body, with(&feedPostIn, reading), true);
}

Result<ReadPage> readRatings(const QByteArray &body, const Reading &reading)
{
    return readList(body, with(&ratingIn, reading), false);
}

Result<ReadPage> readComments(const QByteArray &body, const Reading &reading)
{
    return readList(body, with(&commentIn, reading), false);
}

Result<ReadPage> readConversations(const QByteArray &body)
{
    return readList(body, {}, true);
}

Result<ReadPage> readMessages(const QByteArray &body, const Reading &reading)
{
    return readList(body, with(&messageIn, reading), false);
}

Result<Post> readPost(const QByteArray &body, const Reading &reading)
{
    return readOne(body, with(&feedPostIn, reading));
}

Result<Post> readComment(const QByteArray &body, const Reading &reading)
{
    return readOne(body, with(&commentIn, reading));
}

Result<Post> readMessage(const QByteArray &body, const Reading &reading)
{
    return readOne(body, with(&messageIn, reading));
}

Result<ReadProfile> readProfile(const QByteArray &body)
{
    const Result<JsonAnswer> answer = JsonAnswer::read(body);
    if (!answer) {
        return Failure(answer.error());
    }
    const JsonView root = answer->root();
    ReadProfile read{.profile = {.remoteId = idIn(root["id"]),
                         .handle = root["username"].toString(),
                         .name = root["name"].toString()}};
    if (read.profile.remoteId.isEmpty()) {
        return malformed(u"the answer names no Page"_s);
    }
    for (const char *name : {"followers_count", "fan_count"}) {
        const qint64 count = root[name].toInteger(-1);
        if (count >= 0 && !read.audience) {
            read.audience = count;
        }
    }
    return read;
}

QString idBelow(const QByteArray &body, const QString &name)
{
    const Result<JsonAnswer> answer = JsonAnswer::read(body);
    return answer ? idIn(answer->root()[name.toStdString()]["id"]) : QString();
}

} // namespace fw::facebook
