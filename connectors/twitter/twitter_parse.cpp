#include "connectors/twitter/twitter_parse.h"

#include "connectors/http/json_answer.h"
#include "connectors/twitter/names_in_text.h"
#include "connectors/twitter/page_notes.h"
#include "connectors/twitter/twitter_ids.h"
#include "connectors/twitter/twitter_json.h"
#include "connectors/twitter/urls_in_text.h"

#include <QHash>
#include <QSet>
#include <QStringBuilder>

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

References referencesOf(JsonView post)
{
    const JsonView told = eitherOf(post, "referenced_tweets", "referenced_posts");
    References references{.areTold = told.isList()};
    for (const JsonView entry : told) {
        const QString id = idIn(entry["id"]);
        const std::string_view type = entry["type"].utf8();
        if (type == "replied_to" && references.parent.isEmpty()) {
            references.parent = id;
        } else if (type == "quoted" && !id.isEmpty()) {
            references.quoted.append(id);
        }
    }
    return references;
}

bool isSoundAddress(const QString &address)
{
    constexpr qsizetype kLongest = 2'000;
    return (address.startsWith("https://"_L1) || address.startsWith("http://"_L1))
        && address.size() <= kLongest
        && std::all_of(address.begin(), address.end(), [](QChar c) { return c.isPrint() && !c.isSpace(); });
}

/// With the addresses people wrote in place of the network's short ones, where it tells them.
QString withTargets(const QString &text, JsonView entities)
{
    QHash<QString, QString> targets;
    for (const JsonView url : entities["urls"]) {
        if (const QString target = url["expanded_url"].toString(); isSoundAddress(target)) {
            targets.insert(url["url"].toString(), target);
        }
    }
    if (targets.isEmpty()) {
        return text;
    }
    QString replaced;
    qsizetype from = 0;
    for (const TextUrl &url : urlsIn(text, Domains::WithScheme)) {
        const QString shown = text.mid(url.start, url.length);
        replaced += QStringView(text).mid(from, url.start - from);
        replaced += targets.value(shown, shown);
        from = url.start + url.length;
    }
    return replaced + text.mid(from);
}

QString bodyOf(JsonView post)
{
    // A long post carries only its beginning in `text`.
    const JsonView note = eitherOf(post, "note_tweet", "note_post");
    const JsonView told = note["text"].toString().isEmpty() ? post : note;
    return withTargets(decodeEntities(told["text"].toString()), told["entities"]);
}

bool namesUs(JsonView post, const QString &body, const Account &account)
{
    const JsonView mentions = post["entities"]["mentions"];
    const auto isUs = [&account](const QString &id, const QString &handle) {
        return (!id.isEmpty() && id == account.remoteId)
            || (!account.handle.isEmpty() && handle.compare(account.handle, Qt::CaseInsensitive) == 0);
    };
    const bool isListed = std::any_of(mentions.begin(), mentions.end(),
        [&isUs](JsonView entry) { return isUs(idIn(entry["id"]), entry["username"].toString()); });
    // The list is of `text` alone, which for a long post is only its beginning; and it is left out when nobody asked for it.
    const QList<TextName> names = isListed ? QList<TextName>() : namesIn(body);
    return isListed || std::any_of(names.begin(), names.end(), [&isUs](const TextName &name) {
        return isUs({}, name.handle);
    });
}

Traits traitsOf(JsonView object, const Post &post, const References &references, const Answered &answered)
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
        = post.inReplyTo == post.thread && answered.isUs(idIn(object["in_reply_to_user_id"]));
    traits.setFlag(Trait::CanHide, beganWithUs || answered.isUs(answered.authors.value(post.thread)));
    return traits;
}

QString authorIdOf(JsonView object, const Reading &reading)
{
    const QString told = idIn(object["author_id"]);
    return told.isEmpty() && reading.stream == "own"_L1 ? reading.account.remoteId : told;
}

std::optional<ReadPost> readPost(JsonView object, const Answered &answered)
{
    const QString id = idIn(object["id"]);
    if (id.isEmpty()) {
        return std::nullopt;
    }
    const Reading &reading = answered.reading;
    const References references = referencesOf(object);
    const QString authorId = authorIdOf(object, reading);
    const KnownPerson author = personWith(authorId, answered.people, reading.account);
    const QString first = idIn(eitherOf(object, "edit_history_tweet_ids", "edit_history_post_ids").at(0));
    const QString thread = idIn(object["conversation_id"]);
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
    const bool answersUs = answered.isUs(idIn(object["in_reply_to_user_id"]));
    post.kind = answersUs || isOurReply ? MessageKind::Reply : MessageKind::Mention;
    post.traits = traitsOf(object, post, references, answered);
    return ReadPost{.post = std::move(post), .tellsReferences = references.areTold};
}

JsonView includedPosts(JsonView root)
{
    return eitherOf(root["includes"], "tweets", "posts");
}

void noteAuthors(JsonView posts, Answered &answered)
{
    for (const JsonView entry : posts) {
        answered.authors.insert(idIn(entry["id"]), authorIdOf(entry, answered.reading));
    }
}

/// What the page's posts answer: taken from the answer, or asked for later.
void readParents(JsonView root, const Answered &answered, ReadPage &page)
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
    for (const JsonView entry : includedPosts(root)) {
        const auto read = readPost(entry, answered);
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
    const Result<JsonAnswer> answer = pageIn(body);
    if (!answer) {
        return Failure(answer.error());
    }
    const JsonView root = answer->root();
    ReadPage page;
    Answered answered{.reading = reading, .people = readPeople(root)};
    const JsonView list = root["data"];
    noteAuthors(includedPosts(root), answered);
    noteAuthors(list, answered);
    for (const JsonView entry : list) {
        auto read = readPost(entry, answered);
        if (!read) {
            ++page.unreadable;
            continue;
        }
        page.posts.append(std::move(*read));
    }
    readNotes(root, answered.people, reading.account, page);
    readParents(root, answered, page);
    return page;
}

Result<ReadProfile> readProfile(const QByteArray &body)
{
    const Result<JsonAnswer> answer = JsonAnswer::read(body);
    if (!answer) {
        return Failure(answer.error());
    }
    const Identity user = readUser(answer->root()["data"]);
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
    const Result<JsonAnswer> answer = JsonAnswer::read(body);
    return answer ? idIn(answer->root()["data"][name.toStdString()]) : QString();
}

std::optional<bool> readWrittenFlag(const QByteArray &body, const QString &name)
{
    const Result<JsonAnswer> answer = JsonAnswer::read(body);
    const JsonView flag = answer ? answer->root()["data"][name.toStdString()] : JsonView();
    return flag.isBool() ? std::optional(flag.toBool()) : std::nullopt;
}

QString permalinkOf(const QString &handle, const QString &id)
{
    // Without a name the network itself uses "i"; it leads to the same post.
    return "https://x.com/"_L1 % (handle.isEmpty() ? u"i"_s : handle) % "/status/"_L1 % id;
}

} // namespace fw::twitter
