#include "app/store/change_feed.h"

#include "app/store/journal_store.h"

namespace fw {

using namespace std::chrono_literals;

namespace {
// Another process may commit a fact whose id is a little older than one already read, so this much is read again each time.
constexpr qint64 kOverlap = qint64(3000) << 21; // 3 s of ids, see IdSource
constexpr int kPageSize = 2000;
} // namespace

ChangeFeed::ChangeFeed(Store &store, QObject *parent) : QObject(parent), m_store(store)
{
    // From now, not from the newest fact found later: what is committed before the first reading is news too.
    m_last = IdSource::before<FactId>(store.now());
    m_from = {m_last.value - kOverlap};
    m_timer.setInterval(700ms);
    connect(&m_timer, &QTimer::timeout, this, &ChangeFeed::poll);
    connect(&store, &Store::committed, this, &ChangeFeed::poll, Qt::QueuedConnection);
    m_timer.start();
    poll();
}

void ChangeFeed::poll()
{
    if (m_isReading) {
        m_isDirty = true;
        return;
    }
    m_isReading = true;
    const auto facts
        = m_store.read([from = m_from](Database &db) { return JournalStore(db).after(from, kPageSize); });
    whenDone(facts, this, [this](const Result<QList<Fact>> &read) {
        m_isReading = false;
        if (read) {
            tell(*read);
        }
        if (std::exchange(m_isDirty, false)) {
            poll();
        }
    });
}

void ChangeFeed::tell(const QList<Fact> &facts)
{
    QSet<ConversationId> conversations;
    bool hasNews = false;
    for (const Fact &fact : facts) {
        if (m_recent.contains(fact.id.value)) {
            continue;
        }
        m_recent.insert(fact.id.value);
        m_last = std::max(m_last, fact.id);
        hasNews = true;
        if (!fact.conversation.isNull()) {
            conversations.insert(fact.conversation);
        }
    }
    const bool hasMore = facts.size() == kPageSize;
    const FactId overlapStart{m_last.value - kOverlap};
    m_from = hasMore ? facts.last().id : overlapStart;
    m_isDirty = m_isDirty || hasMore;
    m_recent.removeIf([&](qint64 id) { return id <= overlapStart.value; });
    if (!conversations.isEmpty()) {
        Q_EMIT conversationsChanged(conversations.values());
    }
    if (hasNews) {
        Q_EMIT accountsChanged();
    }
}

} // namespace fw
