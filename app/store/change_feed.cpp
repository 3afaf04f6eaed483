#include "app/store/change_feed.h"

#include "app/store/journal_store.h"

namespace fw {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
// Another process may commit a fact whose id is a little older than one already read, so this much is read again each time. On one machine
// that is the time a transaction takes. Consoles on a server have clocks of their own; what their clocks are off by more is still told
// while the server tells, for then the facts are read by their ids.
constexpr milliseconds kOverlapOnOneMachine = 3s;
constexpr milliseconds kOverlapOfClocks = 60s;
// How often the journal is read for what others did: while the server tells of it, and while it does not.
constexpr milliseconds kPaceWhenTold = 15s;
constexpr milliseconds kPaceWhenNot = 700ms;
constexpr int kPageSize = 2000;

struct News {
    qint64 version = 0;
    QList<Fact> facts = {};
};

qint64 idsIn(milliseconds time)
{
    return qint64(time.count()) << 21; // see IdSource
}
} // namespace

ChangeFeed::ChangeFeed(Store &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_overlap(idsIn(store.place().isPostgres() ? kOverlapOfClocks : kOverlapOnOneMachine))
{
    // From now, not from the newest fact found later: what is committed before the first reading is news too.
    m_last = IdSource::before<FactId>(store.now());
    m_start = {m_last.value - idsIn(kOverlapOnOneMachine)};
    m_from = m_start;
    connect(&m_timer, &QTimer::timeout, this, &ChangeFeed::poll);
    connect(&store, &Store::committed, this, &ChangeFeed::poll, Qt::QueuedConnection);
    connect(&store, &Store::committedSomewhere, this, &ChangeFeed::readSpan, Qt::QueuedConnection);
    connect(
        &store, &Store::listeningChanged, this, [this] { setPace(); }, Qt::QueuedConnection);
    setPace();
}

void ChangeFeed::setPace()
{
    m_timer.start(m_store.isListening() ? kPaceWhenTold : kPaceWhenNot);
    poll();
}

void ChangeFeed::poll()
{
    m_isDirty = true;
    readNext();
}

void ChangeFeed::readSpan(FactId first, FactId last)
{
    if (!m_recent.contains(first.value) || !m_recent.contains(last.value)) {
        m_spans.append({.first = first, .last = last});
        readNext();
    }
}

void ChangeFeed::readNext()
{
    if (m_isReading) {
        return;
    }
    if (!m_spans.isEmpty()) {
        readFrom(m_spans.takeFirst());
    } else if (std::exchange(m_isDirty, false)) {
        readNew();
    }
}

void ChangeFeed::readFrom(Span span)
{
    m_isReading = true;
    const auto facts = m_store.read(
        [span](Database &db) { return JournalStore(db).between(span.first, span.last, kPageSize); });
    whenDone(facts, this, [this, span](const Result<QList<Fact>> &read) {
        if (read) {
            tell(*read);
            if (read->size() == kPageSize) {
                m_spans.prepend({.first = {read->last().id.value + 1}, .last = span.last});
            }
        }
        m_isReading = false;
        readNext();
    });
}

void ChangeFeed::readNew()
{
    m_isReading = true;
    // Of a file one number tells whether anybody changed it since. A server tells by itself.
    const bool isFile = !m_store.place().isPostgres();
    const auto news = m_store.read([from = m_from, version = m_version, isFile](Database &db) {
        const qint64 now = isFile ? db.number(u"PRAGMA data_version"_s) : 0;
        const bool isOther = version == 0 || now != version;
        return News{
            .version = now, .facts = isOther ? JournalStore(db).after(from, kPageSize) : QList<Fact>()};
    });
    whenDone(news, this, [this](const Result<News> &read) {
        if (read && !read->facts.isEmpty()) {
            tell(read->facts);
        }
        if (read) {
            m_version = read->version;
            if (read->facts.size() == kPageSize) {
                m_from = read->facts.last().id;
                m_version = 0;
                m_isDirty = true;
            }
        }
        m_isReading = false;
        readNext();
    });
}

void ChangeFeed::tell(const QList<Fact> &facts)
{
    QSet<ConversationId> conversations;
    QList<Fact> news;
    for (const Fact &fact : facts) {
        if (m_recent.contains(fact.id.value)) {
            continue;
        }
        m_recent.insert(fact.id.value);
        m_last = std::max(m_last, fact.id);
        news.append(fact);
        if (!fact.conversation.isNull()) {
            conversations.insert(fact.conversation);
        }
    }
    // A clock that is ahead must not make us skip what the others do meanwhile.
    const FactId newest = std::min(m_last, IdSource::before<FactId>(m_store.now()));
    m_from = std::max(m_start, FactId{newest.value - m_overlap});
    m_recent.removeIf([from = m_from](qint64 id) { return id <= from.value; });
    if (!conversations.isEmpty()) {
        Q_EMIT conversationsChanged(conversations.values());
    }
    if (!news.isEmpty()) {
        Q_EMIT told(news);
        Q_EMIT accountsChanged();
    }
}

} // namespace fw
