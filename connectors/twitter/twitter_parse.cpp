#include "connectors/twitter/twitter_parse.h"

#include "connectors/http/json_body.h"
#include "connectors/twitter/names_in_text.h"
#include "connectors/twitter/page_notes.h"
#include "connectors/twitter/twitter_ids.h"
#include "connectors/twitter/twitter_json.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace fw::twitter {

namespace {
using namespace Qt::StringLiterals;

/// What a post refers to.
struct References {
    QString parent = {};
    QStringList quoted = {};
    bool areTold = false;
};

/// An answer on its way to posts.
struct Answered {
    const Reading &reading;
    People people = {};
    QHash<QString, QString> authors = {}; // of every post in the answer, by the post's id
    [[nodiscard]] bool isUs(const QString &id) const
    {
        return !id.isEmpty() && id == reading.account.remoteId;
    }
};

References referencesOf(const QJsonObject &post)
{
    const QJsonValue told = eitherOf(post, u"referenced_tweets"_s, u"referenced_posts"_s);
    References references{.areTold = told.isArray()};
    const QJsonArray list = told.toArray();
    for (const QJsonValue &entry : list) {
        const QString id = idIn(entry[u"id"_s]);
        const QString type = entry[u"type"_s].toString();
        if (type == "replied_to"_L1 && references.parent.isEmpty()) {
            references.parent = id;
        } else if (type == "quoted"_L1 && !id.isEmpty()) {
            references.quoted.append(id);
        }
    }
    return references;
}

QString bodyOf(const QJsonObject &post)
{
    // A long post carries only its beginning in `text`.
    const QString note
        = eitherOf(post, u"note_tweet"_s, u"note_post"_s).toObject().value(u"text"_s).toString();
    return decodeEntities(note.isEmpty() ? post.value(u"text"_s).toString() : note);
}

bool namesUs(const QJsonObject &post, const QString &body, const Account &account)
{
    const QJsonArray mentions = post.value(u"entities"_s).toObject().value(u"mentions"_s).toArray();
    const auto isUs = [&account](const QString &id, const QString &handle) {
        return (!id.isEmpty() && id == account.remoteId)
            || (!account.handle.isEmpty() && handle.compare(account.handle, Qt::CaseInsensitive) == 0);
    };
    const bool isListed = std::any_of(mentions.begin(), mentions.end(), [&isUs](const QJsonValue &entry) {
        return isUs(idIn(entry[u"id"_s]), entry[u"username"_s].toString());
    });
    // The list is of `text` alone, which for a long post is only its beginning; and it is left out when nobody asked for it.
    const QList<TextName> names = isListed ? QList<TextName>() : namesIn(body);
    return isListed || std::any_of(names.begin(), names.end(), [&isUs](const TextName &name) {
        return isUs({}, name.handle);
    });
}

Traits traitsOf(
    const QJsonObject &object, const Post &post, const References &references, const Answered &answered)
{
    if (post.direction == Direction::Outbound) {
        return Trait::CanRemove;
    }
    const bool quotesUs = std::any_of(references.quoted.begin(), references.quoted.end(),
        [&answered](const QString &id) { return answered.isUs(answered.authors.value(id)); });
    Traits traits;
    traits.setFlag(Trait::AddressesUs, quotesUs || namesUs(object, post.body, answered.reading.account));
    // Only replies in a conversation that we began; whoever answers its first post names us as the one they answer.
    const bool beganWithUs
        = post.inReplyTo == post.thread && answered.isUs(idIn(object.value(u"in_reply_to_user_id"_s)));
    traits.setFlag(Trait::CanHide, beganWithUs || answered.isUs(answered.authors.value(post.thread)));
    return traits;
}

QString authorIdOf(const QJsonObject &object, const Reading &reading)
{
    const QString told = idIn(object.value(u"author_id"_s));
    return told.isEmpty() && reading.stream == "own"_L1 ? reading.account.remoteId : told;
}

std::optional<ReadPost> readPost(const QJsonObject &object, const Answered &answered)
{
    const QString id = idIn(object.value(u"id"_s));
    if (id.isEmpty()) {
        return std::nullopt;
    }
    const Reading &reading = answered.reading;
    const References references = referencesOf(object);
    const QString authorId = authorIdOf(object, reading);
    const KnownPerson author = personWith(authorId, answered.people, reading.account);
    const QString first
        = idIn(eitherOf(object, u"edit_history_tweet_ids"_s, u"edit_history_post_ids"_s).toArray().at(0));
    const QString thread = idIn(object.value(u"conversation_id"_s));
    Post post{.author = author.identity,
        .isAuthorAvailable = author.isAvailable,
        .remoteId = first.isEmpty() ? id : first,
        .versionId = id,
        .direction = answered.isUs(authorId) ? Direction::Outbound : Direction::Inbound,
        .body = bodyOf(object),
        .postedAt = postedAtIn(object, id, reading.serverTime),
        .inReplyTo = references.parent,
        .permalink = permalinkOf(author.identity.handle, id)};
    post.thread = thread.isEmpty() ? post.remoteId : thread;
    const bool isOurReply = post.direction == Direction::Outbound && !post.inReplyTo.isEmpty();
    const bool answersUs = answered.isUs(idIn(object.value(u"in_reply_to_user_id"_s)));
    post.kind = answersUs || isOurReply ? MessageKind::Reply : MessageKind::Mention;
    post.traits = traitsOf(object, post, references, answered);
    return ReadPost{.post = post, .tellsReferences = references.areTold};
}

QJsonArray includedPosts(const QJsonObject &root)
{
    return eitherOf(root.value(u"includes"_s).toObject(), u"tweets"_s, u"posts"_s).toArray();
}

void noteAuthors(const QJsonArray &posts, Answered &answered)
{
    for (const QJsonValue &entry : posts) {
        answered.authors.insert(idIn(entry[u"id"_s]), authorIdOf(entry.toObject(), answered.reading));
    }
}

/// What the page's posts answer: taken from the answer, or asked for later.
void readParents(const QJsonObject &root, const Answered &answered, ReadPage &page)
{
    QSet<QString> present;
    for (const ReadPost &read : page.posts) {
        present.insert(read.post.remoteId);
        present.insert(read.post.versionId);
    }
    QStringList wanted;
    for (const ReadPost &read : page.posts) {
        const QString &parent = read.post.inReplyTo;
        if (!parent.isEmpty() && !present.contains(parent) && !wanted.contains(parent)) {
            wanted.append(parent);
        }
    }
    for (const QJsonValue &entry : includedPosts(root)) {
        const auto read = readPost(entry.toObject(), answered);
        if (!read) {
            continue;
        }
        page.included.append(read->post.versionId);
        if (wanted.removeAll(read->post.versionId) > 0) {
            page.parents.append(read->post);
            Post &parent = page.parents.last();
            parent.traits.setFlag(Trait::Context, parent.direction == Direction::Inbound);
        }
    }
    const QStringList gone = goneIn(root);
    wanted.removeIf([&gone](const QString &id) { return gone.contains(id); });
    page.missing = wanted;
}
} // namespace

Result<ReadPage> readPage(const QByteArray &body, const Reading &reading)
{
    const Result<QJsonObject> root = pageIn(body);
    if (!root) {
        return Failure(root.error());
    }
    ReadPage page;
    Answered answered{.reading = reading, .people = readPeople(*root)};
    const QJsonArray list = root->value(u"data"_s).toArray();
    noteAuthors(includedPosts(*root), answered);
    noteAuthors(list, answered);
    for (const QJsonValue &entry : list) {
        const auto read = readPost(entry.toObject(), answered);
        if (!read) {
            ++page.unreadable;
            continue;
        }
        page.posts.append(*read);
    }
    readNotes(*root, reading.account, page);
    readParents(*root, answered, page);
    return page;
}

Result<ReadProfile> readProfile(const QByteArray &body)
{
    const Result<QJsonObject> root = jsonObjectIn(body);
    if (!root) {
        return Failure(root.error());
    }
    const Identity user = readUser(root->value(u"data"_s).toObject());
    if (user.remoteId.isEmpty()) {
        return Failure({.code = ErrorCode::MalformedAnswer, .detail = u"the answer names no account"_s});
    }
    ReadProfile read{.profile = {.remoteId = user.remoteId, .handle = user.handle, .name = user.name}};
    if (user.followers >= 0) {
        read.audience = user.followers;
    }
    return read;
}

QString readWrittenId(const QByteArray &body, const QString &name)
{
    const Result<QJsonObject> root = jsonObjectIn(body);
    return root ? idIn(root->value(u"data"_s).toObject().value(name)) : QString();
}

std::optional<bool> readWrittenFlag(const QByteArray &body, const QString &name)
{
    const Result<QJsonObject> root = jsonObjectIn(body);
    const QJsonValue flag = root ? root->value(u"data"_s).toObject().value(name) : QJsonValue();
    return flag.isBool() ? std::optional(flag.toBool()) : std::nullopt;
}

QString permalinkOf(const QString &handle, const QString &id)
{
    // Without a name the network itself uses "i"; it leads to the same post.
    return u"https://x.com/%1/status/%2"_s.arg(handle.isEmpty() ? u"i"_s : handle, id);
}

} // namespace fw::twitter
