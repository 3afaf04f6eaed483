#include "connectors/facebook/graph_parse.h"

#include "connectors/facebook/graph_ids.h"
#include "connectors/http/json_body.h"

#include <QJsonArray>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <functional>

namespace fw::facebook {

namespace {
using namespace Qt::StringLiterals;
using PostReader = std::function<std::optional<Post>(const QJsonObject &)>;

Failure malformed(const QString &words)
{
    return Failure({.code = ErrorCode::MalformedAnswer, .detail = words});
}

/// Where the next page begins, as names and values of a query. Lists without cursors are paged by time.
Result<QString> nextIn(const QJsonObject &root)
{
    const QJsonObject paging = root.value(u"paging"_s).toObject();
    const QString address = paging.value(u"next"_s).toString();
    if (address.isEmpty()) {
        return QString(); // the last page still has cursors
    }
    QUrlQuery place;
    const auto add = [&place](const QString &name, const QString &value) {
        if (!value.isEmpty()) {
            place.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
        }
    };
    add(u"after"_s, paging.value(u"cursors"_s).toObject().value(u"after"_s).toString());
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

/// Where it can be seen in a browser; only a web address, whatever the answer says.
QString permalinkIn(const QJsonObject &object, const QString &name)
{
    const QString link = object.value(name).toString();
    const QString whole = link.startsWith(u'/') ? u"https://www.facebook.com"_s + link : link;
    const QUrl url(whole, QUrl::StrictMode);
    return url.isValid() && url.scheme() == u"https"_s && !url.host().isEmpty() ? whole : QString();
}

void readAuthor(const QJsonObject &object, const Reading &reading, Post &post)
{
    const QJsonObject from = object.value(u"from"_s).toObject();
    const QString id = idIn(from.value(u"id"_s));
    const bool isNamedOurs = !id.isEmpty() && id == reading.account.remoteId;
    const bool isOurs
        = isNamedOurs || (id.isEmpty() && (reading.isOurs || object.contains(u"admin_creator"_s)));
    post.direction = isOurs ? Direction::Outbound : Direction::Inbound;
    post.author = {.network = Network::Facebook, .remoteId = id, .name = from.value(u"name"_s).toString()};
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

void readTraits(const QJsonObject &object, Post &post)
{
    const auto set
        = [&](const QString &name, Trait trait) { post.traits.setFlag(trait, object.value(name).toBool()); };
    set(u"can_hide"_s, Trait::CanHide);
    set(u"can_remove"_s, Trait::CanRemove);
    set(u"can_like"_s, Trait::CanLike);
    set(u"can_reply_privately"_s, Trait::CanReplyPrivately);
    set(u"is_hidden"_s, Trait::Hidden);
    set(u"user_likes"_s, Trait::Liked);
    post.tellsMarks = object.contains(u"is_hidden"_s) && object.contains(u"user_likes"_s);
}

/// What posts, comments and messages have in common.
std::optional<Post> postIn(const QJsonObject &object, const Reading &reading)
{
    Post post{.remoteId = idIn(object.value(u"id"_s))};
    if (post.remoteId.isEmpty()) {
        return std::nullopt;
    }
    post.versionId = post.remoteId;
    post.body = object.value(u"message"_s).toString(); // absent where there is only a picture
    const auto created = timeIn(object.value(u"created_time"_s));
    post.postedAt = created ? *created : timeIn(object.value(u"tagged_time"_s)).value_or(reading.serverTime);
    readAuthor(object, reading, post);
    return post;
}

std::optional<Post> feedPostIn(const QJsonObject &object, const Reading &reading)
{
    auto post = postIn(object, reading);
    if (post) {
        post->kind = MessageKind::Mention; // a person's post on our Page, or one that names it
        post->thread = post->remoteId;
        post->permalink = permalinkIn(object, u"permalink_url"_s);
        readTraits(object, *post);
        // Posts tell neither: one of ours may be deleted, one of a person liked.
        post->traits.setFlag(
            post->direction == Direction::Outbound ? Trait::CanRemove : Trait::CanLike, true);
    }
    return post;
}

/// The comment above a reply. Where the answer does not tell, its address does: ?comment_id=2&reply_comment_id=3.
QString parentIn(const QJsonObject &object, const QString &id)
{
    const QString told = idIn(object.value(u"parent"_s).toObject().value(u"id"_s));
    if (!told.isEmpty()) {
        return told;
    }
    const QUrlQuery address{QUrl(object.value(u"permalink_url"_s).toString())};
    if (!address.hasQueryItem(u"reply_comment_id"_s)) {
        return {};
    }
    return idIn(id.section(u'_', 0, 0) + u'_' + address.queryItemValue(u"comment_id"_s));
}

std::optional<Post> commentIn(const QJsonObject &object, const Reading &reading)
{
    auto post = postIn(object, reading);
    if (post) {
        const QString parent = parentIn(object, post->remoteId);
        post->kind = parent.isEmpty() ? MessageKind::Comment : MessageKind::Reply;
        post->inReplyTo = parent.isEmpty() ? reading.above : parent;
        // Public threads are two levels deep: whatever answers a reply stands below the top-level comment too.
        post->thread = parent.isEmpty() ? post->remoteId : parent;
        post->permalink = permalinkIn(object, u"permalink_url"_s);
        readTraits(object, *post);
    }
    return post;
}

bool isAmong(const QJsonObject &receivers, const QString &id)
{
    const QJsonArray list = receivers.value(u"data"_s).toArray();
    return std::any_of(list.begin(), list.end(),
        [&id](const QJsonValue &entry) { return idIn(entry.toObject().value(u"id"_s)) == id; });
}

std::optional<Post> messageIn(const QJsonObject &object, const Reading &reading)
{
    auto post = postIn(object, reading);
    if (post) {
        post->kind = MessageKind::DirectMessage;
        post->lane = Lane::Private;
        post->thread = reading.above;
        post->permalink = reading.permalink;
        const QJsonObject to = object.value(u"to"_s).toObject();
        const bool isToSomebodyElse = post->author.remoteId.isEmpty()
            && !to.value(u"data"_s).toArray().isEmpty() && !isAmong(to, reading.account.remoteId);
        if (isToSomebodyElse) {
            post->direction = Direction::Outbound;
            post->author.remoteId = reading.account.remoteId;
            post->isAuthorAvailable = true;
        }
    }
    return post;
}

/// What a list is ordered by.
std::optional<Instant> orderTimeIn(const QJsonObject &object)
{
    for (const QString &name : {u"tagged_time"_s, u"created_time"_s, u"updated_time"_s}) {
        if (const auto time = timeIn(object.value(name))) {
            return time;
        }
    }
    return std::nullopt;
}

Branch branchIn(const QJsonObject &object)
{
    const QJsonObject summary = object.value(u"comments"_s).toObject().value(u"summary"_s).toObject();
    const QJsonValue count = summary.contains(u"total_count"_s) ? summary.value(u"total_count"_s)
                                                                : object.value(u"message_count"_s);
    return {.id = idIn(object.value(u"id"_s)),
        .changedAt = timeIn(object.value(u"updated_time"_s)),
        .count = count.toInt(-1),
        .permalink = permalinkIn(object, u"link"_s)};
}

/// Reads the entries of a list. `reader` may be empty: then they are branches only.
Result<ReadPage> readList(const QByteArray &body, const PostReader &reader, bool hasBranches)
{
    const Result<QJsonObject> root = jsonObjectIn(body);
    if (!root) {
        return Failure(root.error());
    }
    const QJsonValue entries = root->value(u"data"_s);
    if (!entries.isArray()) {
        return malformed(u"there is no list in the answer"_s);
    }
    const Result<QString> next = nextIn(*root);
    if (!next) {
        return Failure(next.error());
    }
    const QJsonArray list = entries.toArray();
    ReadPage page{.next = *next, .announced = int(list.size())};
    for (const QJsonValue &entry : list) {
        const QJsonObject object = entry.toObject();
        const Branch branch = branchIn(object);
        const auto post = reader ? reader(object) : std::nullopt;
        if (branch.id.isEmpty() || (reader && !post)) {
            ++page.unreadable;
            continue;
        }
        if (post) {
            page.posts.append(*post);
        }
        if (hasBranches) {
            page.branches.append(branch);
        }
        if (const auto time = orderTimeIn(object)) {
            page.times.append(*time);
        }
    }
    return page;
}

Result<Post> readOne(const QByteArray &body, const PostReader &reader)
{
    const Result<QJsonObject> root = jsonObjectIn(body);
    if (!root) {
        return Failure(root.error());
    }
    const auto post = reader(*root);
    return post ? Result<Post>(*post) : Result<Post>(malformed(u"the answer has no id"_s));
}

using Reader = std::optional<Post> (*)(const QJsonObject &, const Reading &);
PostReader with(Reader read, const Reading &reading)
{
    return [read, reading](const QJsonObject &object) { return read(object, reading); };
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
    const Result<QJsonObject> root = jsonObjectIn(body);
    if (!root) {
        return Failure(root.error());
    }
    ReadProfile read{.profile = {.remoteId = idIn(root->value(u"id"_s)),
                         .handle = root->value(u"username"_s).toString(),
                         .name = root->value(u"name"_s).toString()}};
    if (read.profile.remoteId.isEmpty()) {
        return malformed(u"the answer names no Page"_s);
    }
    for (const QString &name : {u"followers_count"_s, u"fan_count"_s}) {
        const qint64 count = root->value(name).toInteger(-1);
        if (count >= 0 && !read.audience) {
            read.audience = count;
        }
    }
    return read;
}

QString idBelow(const QByteArray &body, const QString &name)
{
    const Result<QJsonObject> root = jsonObjectIn(body);
    return root ? idIn(root->value(name).toObject().value(u"id"_s)) : QString();
}

} // namespace fw::facebook
