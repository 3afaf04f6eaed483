#include "connectors/sandbox/facebook/page_world.h"

#include <QCryptographicHash>

#include <algorithm>

namespace fw::sandbox::facebook {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kFirstNumber = 122'104'551'238'000'017;
constexpr qint64 kFirstPerson = 6'300'114'520'010'451;
constexpr qint64 kMessengerIds = 1'000'000'000'007; // how far apart the two ids of a person are

template <typename List>
auto *byId(List &list, const QString &id)
{
    const auto found
        = std::find_if(list.begin(), list.end(), [&id](const auto &entry) { return entry.id == id; });
    return found == list.end() ? nullptr : &*found;
}

QString messageId(qint64 number)
{
    const QByteArray hash = QCryptographicHash::hash(QByteArray::number(number), QCryptographicHash::Sha512);
    return u"m_"_s
        + QString::fromLatin1(hash.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}
} // namespace

QString PageWorld::nextNumber()
{
    m_lastNumber += 37;
    return QString::number(kFirstNumber + m_lastNumber);
}

Person &PageWorld::person(const QString &name)
{
    const auto known = std::find_if(
        m_people.begin(), m_people.end(), [&name](const Person &person) { return person.name == name; });
    if (known != m_people.end()) {
        return *known;
    }
    const qint64 number = kFirstPerson + static_cast<qint64>(m_people.size()) * 1'013;
    m_people.push_back({.id = QString::number(number),
        .psid = QString::number(m_separatesIds ? number + kMessengerIds : number),
        .name = name,
        .language = u"en"_s});
    return m_people.back();
}

Person *PageWorld::personById(const QString &id)
{
    const auto known = std::find_if(m_people.begin(), m_people.end(),
        [&id](const Person &person) { return person.id == id || person.psid == id; });
    return known == m_people.end() ? nullptr : &*known;
}

const Person *PageWorld::personById(const QString &id) const
{
    return const_cast<PageWorld *>(this)->personById(id); // finding changes nothing
}

Story &PageWorld::addStory(StoryKind kind, const QString &author, const QString &text, Instant at)
{
    // A post that tags the page stands on its author's own timeline.
    const QString owner = kind == StoryKind::Tag ? author : m_page.id;
    m_stories.push_back({.id = owner + u'_' + nextNumber(),
        .kind = kind,
        .author = author,
        .text = text,
        .createdAt = at,
        .updatedAt = at});
    return m_stories.back();
}

Story *PageWorld::story(const QString &id)
{
    Story *found = byId(m_stories, id);
    return found != nullptr && !found->isDeleted ? found : nullptr;
}

Comment *PageWorld::addComment(
    const QString &parent, const QString &author, const QString &text, bool hasPhoto, Instant at)
{
    const Comment *answered = comment(parent);
    Story *holder = story(answered != nullptr ? answered->story : parent);
    if (holder == nullptr) {
        return nullptr;
    }
    Comment added{.id = holder->id.section(u'_', 1) + u'_' + nextNumber(),
        .story = holder->id,
        .author = author,
        .text = text,
        .hasPhoto = hasPhoto,
        .createdAt = at};
    if (answered != nullptr) {
        added.parent = answered->parent.isEmpty() ? answered->id : answered->parent;
    }
    holder->updatedAt = at;
    m_commentIndex.insert(added.id, static_cast<qsizetype>(m_comments.size()));
    m_comments.push_back(added);
    return &m_comments.back();
}

Comment *PageWorld::comment(const QString &id)
{
    const auto found = m_commentIndex.constFind(id);
    if (found == m_commentIndex.constEnd()) {
        return nullptr;
    }
    Comment &comment = m_comments[static_cast<size_t>(*found)];
    return comment.isDeleted ? nullptr : &comment;
}

qint64 PageWorld::replyCount(const QString &comment) const
{
    return std::count_if(m_comments.begin(), m_comments.end(),
        [&comment](const Comment &reply) { return reply.parent == comment && !reply.isDeleted; });
}

Thread &PageWorld::threadWith(const Person &person)
{
    const auto known = std::find_if(m_threads.begin(), m_threads.end(),
        [&person](const Thread &thread) { return thread.person == person.id; });
    if (known != m_threads.end()) {
        return *known;
    }
    m_threads.push_back({.id = u"t_"_s + nextNumber(), .person = person.id});
    return m_threads.back();
}

Thread *PageWorld::thread(const QString &id)
{
    return byId(m_threads, id);
}

Message &PageWorld::addMessage(
    Thread &thread, bool isFromPage, const QString &text, bool hasPhoto, const QString &source, Instant at)
{
    m_lastNumber += 1;
    thread.messages.append({.id = messageId(m_lastNumber),
        .isFromPage = isFromPage,
        .text = text,
        .hasPhoto = hasPhoto,
        .createdAt = at,
        .source = source});
    thread.updatedAt = at;
    thread.unread = isFromPage ? 0 : thread.unread + 1;
    if (!isFromPage) {
        thread.personWroteAt = at;
    }
    return thread.messages.last();
}

const Message *PageWorld::message(const QString &id, const Thread **holder) const
{
    for (const Thread &thread : m_threads) {
        if (const Message *found = byId(thread.messages, id)) {
            *holder = &thread;
            return found;
        }
    }
    return nullptr;
}

bool PageWorld::remove(const QString &id)
{
    if (Story *removed = story(id)) {
        removed->isDeleted = true;
        for (Comment &entry : m_comments) {
            entry.isDeleted = entry.isDeleted || entry.story == id;
        }
        return true;
    }
    if (Comment *removed = comment(id)) {
        removed->isDeleted = true;
        for (Comment &entry : m_comments) {
            entry.isDeleted = entry.isDeleted || entry.parent == id;
        }
        return true;
    }
    for (Thread &thread : m_threads) {
        if (thread.messages.removeIf([&id](const Message &message) { return message.id == id; }) > 0) {
            return true;
        }
    }
    return false;
}

} // namespace fw::sandbox::facebook
