#include "connectors/sandbox/twitter/world.h"

#include <QRegularExpression>

namespace fw::sandbox::twitter {

using namespace Qt::StringLiterals;

namespace {
// Ids are milliseconds since this moment, shifted by 22 bits: X's public "snowflake" layout.
constexpr qint64 kSnowflakeEpochMs = 1'288'834'974'657;
constexpr int kSnowflakeShift = 22;
constexpr qint64 kFirstPersonId = 2'244'990'000;
} // namespace

const QRegularExpression &mentionPattern()
{
    static const QRegularExpression pattern(u"(?<![\\w@])@([A-Za-z0-9_]{1,15})(?![A-Za-z0-9_])"_s);
    return pattern;
}

QStringList mentionedHandles(const QString &text)
{
    QStringList handles;
    auto matches = mentionPattern().globalMatch(text);
    while (matches.hasNext()) {
        const QString handle = matches.next().captured(1).toLower();
        if (!handles.contains(handle)) {
            handles.append(handle);
        }
    }
    return handles;
}

World::World(const Person &brand, bool prefixesReplies) : m_prefixesReplies(prefixesReplies)
{
    m_brand = addPerson(brand).id;
}

const Person &World::addPerson(const Person &person)
{
    if (const Person *known = personByHandle(person.handle)) {
        return *known;
    }
    Person added = person;
    if (added.id == 0) {
        added.id = kFirstPersonId + static_cast<qint64>(m_people.size()) * 7;
    }
    if (added.name.isEmpty()) {
        added.name = added.handle;
    }
    const auto index = static_cast<qsizetype>(m_people.size());
    m_people.push_back(added);
    m_personIndex.insert(added.id, index);
    m_handleIndex.insert(added.handle.toLower(), index);
    return m_people.back();
}

const Person *World::person(qint64 id) const
{
    const auto found = m_personIndex.constFind(id);
    return found == m_personIndex.constEnd() ? nullptr : &m_people[static_cast<size_t>(*found)];
}

const Person *World::personByHandle(const QString &handle) const
{
    const auto found = m_handleIndex.constFind(handle.toLower());
    return found == m_handleIndex.constEnd() ? nullptr : &m_people[static_cast<size_t>(*found)];
}

Person *World::personWith(const QString &handle)
{
    const auto found = m_handleIndex.constFind(handle.toLower());
    return found == m_handleIndex.constEnd() ? nullptr : &m_people[static_cast<size_t>(*found)];
}

bool World::setAvailable(const QString &handle, bool isAvailable)
{
    Person *known = personWith(handle);
    if (known != nullptr) {
        known->isAvailable = isAvailable;
    }
    return known != nullptr;
}

bool World::setTakesMessages(const QString &handle, bool takesMessages)
{
    Person *known = personWith(handle);
    if (known != nullptr) {
        known->takesMessages = takesMessages;
    }
    return known != nullptr;
}

qint64 World::nextPostId(Instant at)
{
    const qint64 wanted = (toMs(at) - kSnowflakeEpochMs) << kSnowflakeShift;
    m_lastPostId = std::max(wanted, m_lastPostId + 1);
    return m_lastPostId;
}

Post &World::append(Post post)
{
    post.versions.append(post.id);
    post.mentioned = mentionedHandles(post.wholeText());
    m_postIndex.insert(post.id, static_cast<qsizetype>(m_posts.size()));
    m_posts.push_back(std::move(post));
    return m_posts.back();
}

const Post &World::add(qint64 author, const QString &text, qint64 parent, Instant at, qint64 quoted)
{
    Post added{.id = nextPostId(at), .author = author, .text = text, .quoted = quoted, .createdAt = at};
    added.root = added.id;
    if (const Post *answered = post(parent)) {
        added.parent = parent;
        added.root = answered->root;
        ++m_replyCounts[parent];
        const Person *addressee = person(answered->author);
        const bool isAddressed
            = addressee == nullptr || mentionedHandles(text).contains(addressee->handle.toLower());
        if (m_prefixesReplies && !isAddressed && answered->author != author) {
            added.prefix = u'@' + addressee->handle + u' ';
        }
    }
    return append(std::move(added));
}

const Post *World::edit(qint64 id, const QString &text, Instant at)
{
    const auto found = m_postIndex.constFind(id);
    if (found == m_postIndex.constEnd() || m_posts[static_cast<size_t>(*found)].isDeleted) {
        return nullptr;
    }
    Post &old = m_posts[static_cast<size_t>(*found)];
    if (old.isSuperseded) {
        return nullptr;
    }
    old.isSuperseded = true;
    Post next = old;
    next.id = nextPostId(at);
    next.text = text;
    next.isSuperseded = false;
    return &append(std::move(next)); // createdAt and the thread stay those of the first version
}

bool World::remove(qint64 id)
{
    const auto found = m_postIndex.constFind(id);
    if (found == m_postIndex.constEnd() || m_posts[static_cast<size_t>(*found)].isDeleted) {
        return false;
    }
    const Post &removed = m_posts[static_cast<size_t>(*found)];
    const qint64 first = removed.versions.constFirst();
    const qint64 parent = removed.parent;
    for (Post &post : m_posts) {
        if (post.versions.constFirst() == first) {
            post.isDeleted = true;
        }
    }
    if (parent != 0) {
        --m_replyCounts[parent];
    }
    return true;
}

bool World::setHidden(qint64 id, bool isHidden)
{
    const auto found = m_postIndex.constFind(id);
    Post *reply = found == m_postIndex.constEnd() ? nullptr : &m_posts[static_cast<size_t>(*found)];
    const Post *root = reply != nullptr ? post(reply->root) : nullptr;
    if (root == nullptr || reply->isDeleted || reply->parent == 0 || !isBrand(*root)) {
        return false;
    }
    reply->isHidden = isHidden;
    return true;
}

const Post *World::post(qint64 id) const
{
    const auto found = m_postIndex.constFind(id);
    return found == m_postIndex.constEnd() ? nullptr : &m_posts[static_cast<size_t>(*found)];
}

const Post *World::visiblePost(qint64 id) const
{
    const Post *found = post(id);
    return found != nullptr && !found->isDeleted ? found : nullptr;
}

bool World::mentionsBrand(const Post &post) const
{
    if (isBrand(post)) {
        return false;
    }
    if (post.mentioned.contains(brand().handle.toLower())) {
        return true;
    }
    const Post *parent = this->post(post.parent);
    const Post *quoted = this->post(post.quoted);
    // A reply addresses the one it answers, prefix or not; a quotation the one it quotes.
    return (parent != nullptr && isBrand(*parent)) || (quoted != nullptr && isBrand(*quoted));
}

QList<const Post *> World::mentions(qsizetype reach) const
{
    QList<const Post *> newestFirst;
    for (auto post = m_posts.rbegin(); post != m_posts.rend() && newestFirst.size() < reach; ++post) {
        if (!post->isDeleted && !post->isSuperseded && mentionsBrand(*post)) {
            newestFirst.append(&*post);
        }
    }
    return newestFirst;
}

QList<const Post *> World::postsBy(qint64 author, qsizetype reach, Instant createdUntil) const
{
    QList<const Post *> newestFirst;
    for (auto post = m_posts.rbegin(); post != m_posts.rend() && newestFirst.size() < reach; ++post) {
        if (!post->isDeleted && !post->isSuperseded && post->author == author
            && post->createdAt <= createdUntil) {
            newestFirst.append(&*post);
        }
    }
    return newestFirst;
}

} // namespace fw::sandbox::twitter
