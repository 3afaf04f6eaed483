#include "connectors/sandbox/twitter/wire_json.h"

#include <QCryptographicHash>
#include <QRegularExpression>

namespace fw::sandbox::twitter {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr qsizetype kShortCodeLength = 10;
constexpr qsizetype kDisplayUrlLength = 27;
constexpr int kMostEdits = 5;

const QRegularExpression &linkPattern()
{
    static const QRegularExpression pattern(u"https?://[^\\s]+"_s);
    return pattern;
}

QString shortLink(const QString &link)
{
    QByteArray code = QCryptographicHash::hash(link.toUtf8(), QCryptographicHash::Sha1)
                          .toBase64(QByteArray::Base64UrlEncoding);
    code.replace('-', 'a').replace('_', 'z');
    return u"https://t.co/"_s + QString::fromLatin1(code.left(kShortCodeLength));
}

QString wrapped(const QString &text)
{
    QString result;
    qsizetype end = 0;
    auto matches = linkPattern().globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        result += text.mid(end, match.capturedStart() - end) + shortLink(match.captured());
        end = match.capturedEnd();
    }
    return result + text.mid(end);
}

/// Offsets on the wire count code points, not UTF-16 units.
qint64 codePoints(const QString &text, qsizetype end)
{
    return QStringView(text).left(end).toUcs4().size();
}

/// The wire format has milliseconds, and they are always 000.
QString wholeSeconds(Instant instant)
{
    return toIso(std::chrono::floor<std::chrono::seconds>(instant));
}

QString idText(qint64 id)
{
    return QString::number(id);
}

QJsonArray referencesOf(const Post &post)
{
    QJsonArray references;
    if (post.quoted != 0) {
        references.append(QJsonObject{{u"type"_s, u"quoted"_s}, {u"id"_s, idText(post.quoted)}});
    }
    if (post.parent != 0) {
        references.append(QJsonObject{{u"type"_s, u"replied_to"_s}, {u"id"_s, idText(post.parent)}});
    }
    return references;
}
} // namespace

QString shownText(const QString &text, bool wrapsLinks)
{
    QString shown = wrapsLinks ? wrapped(text) : text;
    shown.replace(u'&', u"&amp;"_s).replace(u'<', u"&lt;"_s).replace(u'>', u"&gt;"_s);
    return shown;
}

struct WireJson::Gathered {
    QList<const Person *> people = {};
    QList<const Post *> posts = {};
    QSet<qint64> seen = {};
    QJsonArray errors = {};
};

WireJson::WireJson(const World &world, const Selection &selection, bool wrapsLinks)
    : m_world(world)
    , m_selection(selection)
    , m_wrapsLinks(wrapsLinks)
{
}

QJsonObject WireJson::entities(const Post &post) const
{
    const QString plain = post.wholeText();
    const QString text = m_wrapsLinks ? wrapped(plain) : plain;
    QJsonArray urls;
    auto links = linkPattern().globalMatch(plain);
    qsizetype from = 0;
    while (links.hasNext()) {
        const QString link = links.next().captured();
        const QString shown = m_wrapsLinks ? shortLink(link) : link;
        const qsizetype start = text.indexOf(shown, from);
        from = start + shown.size();
        const QString bare = link.mid(link.indexOf("//"_L1) + 2);
        const QString display
            = bare.size() > kDisplayUrlLength ? bare.left(kDisplayUrlLength - 1) + u'…' : bare;
        urls.append(QJsonObject{{u"start"_s, codePoints(text, start)}, {u"end"_s, codePoints(text, from)},
            {u"url"_s, shown}, {u"expanded_url"_s, link}, {u"display_url"_s, display}});
    }
    QJsonArray mentions;
    auto handles = mentionPattern().globalMatch(text);
    while (handles.hasNext()) {
        const auto match = handles.next();
        const Person *person = m_world.personByHandle(match.captured(1));
        QJsonObject mention{{u"start"_s, codePoints(text, match.capturedStart())},
            {u"end"_s, codePoints(text, match.capturedEnd())},
            {u"username"_s, person != nullptr ? person->handle : match.captured(1)}};
        if (person != nullptr) {
            mention.insert(u"id"_s, idText(person->id));
        }
        mentions.append(mention);
    }
    QJsonObject entities;
    if (!urls.isEmpty()) {
        entities.insert(u"urls"_s, urls);
    }
    if (!mentions.isEmpty()) {
        entities.insert(u"mentions"_s, mentions);
    }
    return entities;
}

QJsonObject WireJson::post(const Post &post) const
{
    QJsonArray chain;
    for (const qint64 version : post.versions) {
        chain.append(idText(version));
    }
    QJsonObject json{{u"id"_s, idText(post.id)}, {u"text"_s, shownText(post.wholeText(), m_wrapsLinks)},
        {m_selection.name(u"edit_history_tweet_ids"_s, u"edit_history_post_ids"_s), chain}};
    const Post *parent = m_world.post(post.parent);
    const Person *author = m_world.person(post.author);
    const auto put = [this, &json](const QString &field, const QJsonValue &value) {
        if (m_selection.wants(field)) {
            json.insert(field, value);
        }
    };
    put(u"author_id"_s, idText(post.author));
    put(u"conversation_id"_s, idText(post.root));
    put(u"created_at"_s, wholeSeconds(post.createdAt));
    put(u"lang"_s, author->language);
    put(u"possibly_sensitive"_s, false);
    put(u"reply_settings"_s, u"everyone"_s);
    put(u"public_metrics"_s,
        QJsonObject{{m_selection.name(u"retweet_count"_s, u"repost_count"_s), 0},
            {u"reply_count"_s, m_world.replyCount(post.id)}, {u"like_count"_s, 0}, {u"quote_count"_s, 0},
            {u"bookmark_count"_s, 0}, {u"impression_count"_s, 0}});
    put(u"edit_controls"_s,
        QJsonObject{{u"edits_remaining"_s, kMostEdits + 1 - static_cast<int>(post.versions.size())},
            {u"is_edit_eligible"_s, post.parent == 0},
            {u"editable_until"_s, wholeSeconds(post.createdAt + 1h)}});
    if (parent != nullptr) {
        put(u"in_reply_to_user_id"_s, idText(parent->author));
    }
    const QJsonArray references = referencesOf(post);
    if (m_selection.wants(u"referenced_tweets"_s) && !references.isEmpty()) {
        json.insert(m_selection.name(u"referenced_tweets"_s, u"referenced_posts"_s), references);
    }
    if (m_selection.wants(u"entities"_s)) {
        const QJsonObject found = entities(post);
        if (!found.isEmpty()) {
            json.insert(u"entities"_s, found);
        }
    }
    return json;
}

QJsonObject WireJson::person(const Person &person) const
{
    QJsonObject json{{u"id"_s, idText(person.id)}, {u"name"_s, person.name}, {u"username"_s, person.handle}};
    const auto put = [this, &json](const QString &field, const QJsonValue &value) {
        if (m_selection.userFields.contains(field)) {
            json.insert(field, value);
        }
    };
    const bool isBrand = person.id == m_world.brand().id;
    put(u"created_at"_s, wholeSeconds(person.joinedAt));
    put(u"description"_s, QString());
    put(u"protected"_s, false);
    put(u"receives_your_dm"_s, !isBrand);
    put(u"verified"_s, isBrand);
    put(u"verified_type"_s, isBrand ? u"business"_s : u"none"_s);
    put(u"profile_image_url"_s,
        u"https://abs.twimg.com/sticky/default_profile_images/default_profile_normal.png"_s);
    put(u"public_metrics"_s,
        QJsonObject{{u"followers_count"_s, person.followers},
            {u"following_count"_s, person.followers / 3 + 12},
            {m_selection.name(u"tweet_count"_s, u"post_count"_s), person.followers * 2 + 40},
            {u"listed_count"_s, person.followers / 200}, {u"like_count"_s, person.followers}});
    return json;
}

void WireJson::gatherPerson(qint64 id, const QString &parameter, Gathered &gathered) const
{
    if (gathered.seen.contains(id)) {
        return;
    }
    gathered.seen.insert(id);
    const Person *person = m_world.person(id);
    if (person != nullptr && person->isAvailable) {
        gathered.people.append(person);
    } else {
        gathered.errors.append(notFound(u"user"_s, parameter, idText(id), m_selection.usesPostNames));
    }
}

void WireJson::gatherReferenced(qint64 id, Gathered &gathered) const
{
    if (id == 0 || gathered.seen.contains(id)) {
        return;
    }
    gathered.seen.insert(id);
    const Post *referenced = m_world.visiblePost(id);
    const Person *author = referenced != nullptr ? m_world.person(referenced->author) : nullptr;
    if (author == nullptr || !author->isAvailable) {
        gathered.errors.append(
            notFound(u"tweet"_s, m_selection.name(u"referenced_tweets.id"_s, u"referenced_posts"_s),
                idText(id), m_selection.usesPostNames));
        return;
    }
    gathered.posts.append(referenced);
    if (m_selection.expandsParentAuthors()) {
        gatherPerson(referenced->author,
            m_selection.name(u"referenced_tweets.id.author_id"_s, u"referenced_posts"_s), gathered);
    }
}

void WireJson::addIncludes(const QList<const Post *> &posts, QJsonObject &answer) const
{
    Gathered gathered{.errors = answer.value(u"errors"_s).toArray()};
    for (const Post *post : posts) {
        if (m_selection.wantsAuthors()) {
            gatherPerson(post->author, u"author_id"_s, gathered);
        }
        const Post *parent = m_world.post(post->parent);
        if (parent != nullptr && m_selection.expansions.contains(u"in_reply_to_user_id"_s)) {
            gatherPerson(parent->author, u"in_reply_to_user_id"_s, gathered);
        }
        if (m_selection.expandsParents()) {
            gatherReferenced(post->parent, gathered);
            gatherReferenced(post->quoted, gathered);
        }
    }
    QJsonObject includes;
    QJsonArray people;
    for (const Person *entry : std::as_const(gathered.people)) {
        people.append(person(*entry));
    }
    QJsonArray included;
    for (const Post *entry : std::as_const(gathered.posts)) {
        included.append(post(*entry));
    }
    if (!people.isEmpty()) {
        includes.insert(u"users"_s, people);
    }
    if (!included.isEmpty()) {
        includes.insert(m_selection.name(u"tweets"_s, u"posts"_s), included);
    }
    if (!includes.isEmpty()) {
        answer.insert(u"includes"_s, includes);
    }
    if (!gathered.errors.isEmpty()) {
        answer.insert(u"errors"_s, gathered.errors);
    }
}

} // namespace fw::sandbox::twitter
