#include "connectors/twitter/twitter_parse.h"

#include "connectors/twitter/twitter_errors.h"
#include "connectors/twitter/twitter_ids.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace fw::twitter {

namespace {
using namespace Qt::StringLiterals;
using Authors = QHash<QString, Identity>;

constexpr milliseconds kPlausibleLead = std::chrono::hours(24);

Failure malformed(const QString &words)
{
    return Failure({.code = ErrorCode::MalformedAnswer, .detail = words});
}

Result<QJsonObject> objectIn(const QByteArray &body)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError) {
        return malformed(u"no JSON at offset %1: %2"_s.arg(error.offset).arg(error.errorString()));
    }
    if (!document.isObject()) {
        return malformed(u"no JSON object at offset 0"_s);
    }
    return document.object();
}

/// The member under its old or its new name.
QJsonValue eitherOf(const QJsonObject &object, const QString &oldName, const QString &newName)
{
    const QJsonValue old = object.value(oldName);
    return old.isUndefined() ? object.value(newName) : old;
}

Identity readUser(const QJsonObject &user)
{
    return {.network = Network::Twitter,
        .remoteId = idIn(user.value(u"id"_s)),
        .handle = user.value(u"username"_s).toString(),
        .name = user.value(u"name"_s).toString(),
        .followers = user.value(u"public_metrics"_s).toObject().value(u"followers_count"_s).toInteger(-1)};
}

Authors readAuthors(const QJsonObject &root)
{
    Authors authors;
    const QJsonArray users = root.value(u"includes"_s).toObject().value(u"users"_s).toArray();
    for (const QJsonValue &entry : users) {
        const Identity author = readUser(entry.toObject());
        if (!author.remoteId.isEmpty()) {
            authors.insert(author.remoteId, author);
        }
    }
    return authors;
}

QString bodyOf(const QJsonObject &post)
{
    // A long post carries only its beginning in `text`.
    const QString note
        = eitherOf(post, u"note_tweet"_s, u"note_post"_s).toObject().value(u"text"_s).toString();
    return decodeEntities(note.isEmpty() ? post.value(u"text"_s).toString() : note);
}

Instant postedAt(const QJsonObject &post, const QString &id, Instant serverTime)
{
    if (const auto told = instantFromIso(post.value(u"created_at"_s).toString())) {
        return *told;
    }
    const auto derived = instantInId(id);
    return derived && *derived <= serverTime + kPlausibleLead ? *derived : serverTime;
}

void readReferences(const QJsonObject &object, ReadPost &read)
{
    const QJsonValue references = eitherOf(object, u"referenced_tweets"_s, u"referenced_posts"_s);
    read.tellsReferences = references.isArray();
    const QJsonArray list = references.toArray();
    for (const QJsonValue &entry : list) {
        const QJsonObject reference = entry.toObject();
        if (reference.value(u"type"_s).toString() == u"replied_to"_s) {
            read.post.inReplyTo = idIn(reference.value(u"id"_s));
            return;
        }
    }
}

void readAuthor(const QJsonObject &object, const Authors &authors, const Reading &reading, Post &post)
{
    QString authorId = idIn(object.value(u"author_id"_s));
    if (authorId.isEmpty() && reading.stream == u"own"_s) {
        authorId = reading.account.remoteId;
    }
    const bool isOurs = !authorId.isEmpty() && authorId == reading.account.remoteId;
    post.direction = isOurs ? Direction::Outbound : Direction::Inbound;
    const auto known = authors.constFind(authorId);
    if (known != authors.constEnd()) {
        post.author = *known;
    } else if (isOurs) {
        post.author = {.network = Network::Twitter,
            .remoteId = authorId,
            .handle = reading.account.handle,
            .name = reading.account.displayName};
    } else {
        // Deleted, protected or withheld: the network leaves the user out and adds an entry to errors[].
        post.author = {.network = Network::Twitter, .remoteId = authorId};
        post.isAuthorAvailable = false;
    }
}

std::optional<ReadPost> readPost(const QJsonObject &object, const Authors &authors, const Reading &reading)
{
    const QString id = idIn(object.value(u"id"_s));
    if (id.isEmpty()) {
        return std::nullopt;
    }
    ReadPost read;
    Post &post = read.post;
    const QJsonArray chain
        = eitherOf(object, u"edit_history_tweet_ids"_s, u"edit_history_post_ids"_s).toArray();
    const QString first = idIn(chain.at(0));
    post.versionId = id;
    post.remoteId = first.isEmpty() ? id : first;
    post.body = bodyOf(object);
    post.postedAt = postedAt(object, id, reading.serverTime);
    readAuthor(object, authors, reading, post);
    readReferences(object, read);
    const QString thread = idIn(object.value(u"conversation_id"_s));
    post.thread = thread.isEmpty() ? post.remoteId : thread;
    const bool answersUs = idIn(object.value(u"in_reply_to_user_id"_s)) == reading.account.remoteId
        && !reading.account.remoteId.isEmpty();
    const bool isOwnReply = post.direction == Direction::Outbound && !post.inReplyTo.isEmpty();
    post.kind = answersUs || isOwnReply ? MessageKind::Reply : MessageKind::Mention;
    return read;
}
} // namespace

Result<ReadPage> readPage(const QByteArray &body, const Reading &reading)
{
    const Result<QJsonObject> root = objectIn(body);
    if (!root) {
        return Failure(root.error());
    }
    const QJsonValue entries = root->value(u"data"_s);
    if (!entries.isUndefined() && !entries.isNull() && !entries.isArray()) {
        return malformed(u"data is not a list"_s);
    }
    const QJsonObject meta = root->value(u"meta"_s).toObject();
    if (!entries.isArray() && meta.isEmpty()) {
        // No page at all: the account itself is gone, or this is no answer of this network.
        return root->value(u"errors"_s).isArray() ? Result<ReadPage>(Failure(errorOfProblem(200, body)))
                                                  : Result<ReadPage>(malformed(u"neither data nor meta"_s));
    }
    ReadPage page{.nextPageToken = meta.value(u"next_token"_s).toString()};
    const Authors authors = readAuthors(*root);
    const QJsonArray list = entries.toArray();
    for (const QJsonValue &entry : list) {
        const auto read = readPost(entry.toObject(), authors, reading);
        if (!read) {
            ++page.unreadable;
            continue;
        }
        if (isOlderId(page.newestId, read->post.versionId)) {
            page.newestId = read->post.versionId;
        }
        page.posts.append(*read);
    }
    if (page.newestId.isEmpty() && !list.isEmpty()) {
        page.newestId = idIn(meta.value(u"newest_id"_s));
    }
    return page;
}

Result<Profile> readProfile(const QByteArray &body)
{
    const Result<QJsonObject> root = objectIn(body);
    if (!root) {
        return Failure(root.error());
    }
    const Identity user = readUser(root->value(u"data"_s).toObject());
    if (user.remoteId.isEmpty()) {
        return malformed(u"the answer names no account"_s);
    }
    return Profile{.remoteId = user.remoteId, .handle = user.handle, .name = user.name};
}

QString readCreatedId(const QByteArray &body)
{
    const Result<QJsonObject> root = objectIn(body);
    return root ? idIn(root->value(u"data"_s).toObject().value(u"id"_s)) : QString();
}

QString decodeEntities(const QString &text)
{
    QString decoded;
    decoded.reserve(text.size());
    for (qsizetype i = 0; i < text.size();) {
        const QStringView rest = QStringView(text).mid(i);
        if (rest.startsWith(u"&amp;"_s)) {
            decoded += u'&';
            i += 5;
        } else if (rest.startsWith(u"&lt;"_s) || rest.startsWith(u"&gt;"_s)) {
            decoded += rest.at(1) == u'l' ? u'<' : u'>';
            i += 4;
        } else {
            decoded += text.at(i++);
        }
    }
    return decoded;
}

} // namespace fw::twitter
