#include "ui/desktop/queue/queue_model.h"

#include "ui/desktop/widgets/words.h"

#include <algorithm>

namespace fw::ui {

namespace {
using namespace Qt::StringLiterals;
constexpr int kPage = 50;
constexpr int kLookUpAtOnce = 200;
} // namespace

QueueModel::QueueModel(QueueSource source, View view, QObject *parent)
    : QAbstractListModel(parent)
    , m_source(std::move(source))
    , m_view(view)
{
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size()) {
        return {};
    }
    const Conversation &conversation = m_rows.at(index.row()).conversation;
    switch (role) {
    case Qt::DisplayRole:
        return Words::nameOf(conversation.customer);
    case Qt::AccessibleTextRole:
        return Words::nameOf(conversation.customer) + u", "_s
            + Words::kind(conversation.network, conversation.lastKind) + u": "_s
            + Words::preview(conversation)
            + (conversation.dueAt
                    ? u", "_s + tr("due %1").arg(localTime(*conversation.dueAt).toString(u"HH:mm"_s))
                    : QString());
    case ConversationRole:
        return QVariant::fromValue(conversation);
    case HasDraftRole:
        return m_drafts.contains(conversation.id);
    case IsSettledRole:
        return !isInView(m_view, conversation);
    default:
        return {};
    }
}

bool QueueModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_atEnd && !m_isFetching;
}

void QueueModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent)) {
        return;
    }
    m_isFetching = true;
    whenDone(m_source.page(m_view, m_lastKey, kPage), this,
        [this, generation = m_generation](const Result<QList<Conversation>> &page) {
            if (generation != m_generation) {
                return; // of a view that is no longer shown
            }
            m_isFetching = false;
            if (!page) {
                Q_EMIT readFailed(page.error());
                return;
            }
            appendPage(*page);
            Q_EMIT pageLoaded();
        });
}

void QueueModel::setView(View view)
{
    if (view == m_view) {
        return;
    }
    beginResetModel();
    ++m_generation;
    m_view = view;
    m_rows.clear();
    m_keys.clear();
    m_lastKey.reset();
    m_atEnd = false;
    m_isFetching = false;
    m_held.clear();
    m_arrivals.clear();
    endResetModel();
    announceHeld();
    fetchMore({});
}

void QueueModel::refresh(const QList<ConversationId> &ids)
{
    m_dirty.unite(QSet<ConversationId>(ids.begin(), ids.end()));
    lookUp();
}

void QueueModel::setPinned(ConversationId id)
{
    if (id == m_pinned) {
        return;
    }
    const ConversationId before = std::exchange(m_pinned, id);
    if (m_hold == Hold::Pointer) {
        if (rowOf(before) >= 0) {
            m_held.insert(before);
        }
        return;
    }
    // Later, because this is called while a selection changes, and whoever changes it still holds the new row's number.
    QMetaObject::invokeMethod(
        this,
        [this, before] {
            if (const int row = rowOf(before); row >= 0 && before != m_pinned) {
                settle(row);
            }
        },
        Qt::QueuedConnection);
}

void QueueModel::setHold(Hold hold)
{
    m_hold = hold;
    if (hold == Hold::None) {
        release();
    }
}

void QueueModel::release()
{
    const QSet<ConversationId> held = std::exchange(m_held, {});
    for (const ConversationId id : held) {
        if (const int row = rowOf(id); row >= 0 && id != m_pinned) {
            settle(row);
        }
    }
    const QHash<ConversationId, Conversation> arrivals = std::exchange(m_arrivals, {});
    for (const Conversation &conversation : arrivals) {
        insertRow(conversation);
    }
    announceHeld();
}

void QueueModel::setDrafts(const QSet<ConversationId> &conversations)
{
    const QSet<ConversationId> before = std::exchange(m_drafts, conversations);
    const QSet<ConversationId> changed = (before - m_drafts) + (m_drafts - before);
    for (const ConversationId id : changed) {
        if (const int row = rowOf(id); row >= 0) {
            Q_EMIT dataChanged(index(row), index(row), {HasDraftRole});
        }
    }
}

int QueueModel::rowOf(ConversationId id) const
{
    const auto key = m_keys.constFind(id);
    if (key == m_keys.constEnd()) {
        return -1;
    }
    const int row = firstNotBefore(*key);
    Q_ASSERT(idAt(row) == id);
    return row;
}

int QueueModel::firstNotBefore(const QueueKey &key) const
{
    const auto found = std::lower_bound(m_rows.begin(), m_rows.end(), key,
        [this](const Row &row, const QueueKey &wanted) { return comesBefore(m_view, row.key, wanted); });
    return static_cast<int>(found - m_rows.begin());
}

ConversationId QueueModel::idAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? m_rows.at(row).conversation.id : ConversationId{};
}

void QueueModel::appendPage(const QList<Conversation> &page)
{
    m_atEnd = page.size() < kPage;
    if (!page.isEmpty()) {
        m_lastKey = keyIn(m_view, page.last());
    }
    QList<Row> fresh;
    for (const Conversation &conversation : page) {
        m_arrivals.remove(conversation.id);
        if (rowOf(conversation.id) >= 0) {
            place(conversation); // came in live, or is pinned
        } else {
            fresh.append({conversation, keyIn(m_view, conversation)});
        }
    }
    if (!fresh.isEmpty()) {
        const int first = static_cast<int>(m_rows.size());
        beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
        m_rows.append(fresh);
        for (const Row &row : std::as_const(fresh)) {
            m_keys.insert(row.conversation.id, row.key);
        }
        endInsertRows();
    }
    announceHeld();
}

void QueueModel::lookUp()
{
    if (m_isLookingUp || m_dirty.isEmpty()) {
        return;
    }
    QSet<ConversationId> asked;
    for (auto it = m_dirty.begin(); it != m_dirty.end() && asked.size() < kLookUpAtOnce;
         it = m_dirty.erase(it)) {
        asked.insert(*it);
    }
    m_isLookingUp = true;
    whenDone(m_source.byIds(asked.values()), this, [this, asked](const Result<QList<Conversation>> &found) {
        m_isLookingUp = false;
        if (found) {
            applyLookUp(asked, *found);
        } else {
            Q_EMIT readFailed(found.error());
        }
        lookUp();
    });
}

void QueueModel::applyLookUp(const QSet<ConversationId> &asked, const QList<Conversation> &found)
{
    QSet<ConversationId> gone = asked;
    for (const Conversation &conversation : found) {
        gone.remove(conversation.id);
        place(conversation);
    }
    for (const ConversationId id : gone) {
        m_arrivals.remove(id);
        if (const int row = rowOf(id); row >= 0 && id != m_pinned) {
            removeAt(row);
        }
    }
    announceHeld();
    fetchIfShort();
}

/// Brings the one row of `conversation` in line, as far as pin and hold allow.
void QueueModel::place(const Conversation &conversation)
{
    const int row = rowOf(conversation.id);
    if (row < 0) {
        insertRow(conversation);
        return;
    }
    if (m_rows.at(row).conversation != conversation) {
        m_rows[row].conversation = conversation;
        Q_EMIT dataChanged(index(row), index(row));
    }
    const bool standsRight
        = isInView(m_view, conversation) && keyIn(m_view, conversation) == m_rows.at(row).key;
    if (standsRight) {
        m_held.remove(conversation.id);
    } else if (conversation.id != m_pinned) {
        if (m_hold == Hold::None) {
            settle(row);
        } else {
            m_held.insert(conversation.id);
        }
    }
}

/// Moves or removes the row to where its conversation belongs now.
void QueueModel::settle(int row)
{
    const Conversation &conversation = m_rows.at(row).conversation;
    const QueueKey key = keyIn(m_view, conversation);
    m_held.remove(conversation.id);
    if (!isInView(m_view, conversation) || (key != m_rows.at(row).key && isBeyondLoaded(key))) {
        removeAt(row);
        fetchIfShort();
    } else if (key != m_rows.at(row).key) {
        moveTo(row, key);
    }
}

void QueueModel::insertRow(const Conversation &conversation)
{
    m_arrivals.remove(conversation.id);
    if (!isInView(m_view, conversation)) {
        return;
    }
    const QueueKey key = keyIn(m_view, conversation);
    if (isBeyondLoaded(key)) {
        return; // comes with its page
    }
    const int position = positionOf(key, -1);
    if (m_hold != Hold::None && position < m_rows.size()) {
        m_arrivals.insert(conversation.id, conversation);
        return;
    }
    beginInsertRows({}, position, position);
    m_rows.insert(position, {conversation, key});
    m_keys.insert(conversation.id, key);
    endInsertRows();
}

void QueueModel::removeAt(int row)
{
    beginRemoveRows({}, row, row);
    m_held.remove(m_rows.at(row).conversation.id);
    m_keys.remove(m_rows.at(row).conversation.id);
    m_rows.removeAt(row);
    endRemoveRows();
}

void QueueModel::moveTo(int row, const QueueKey &key)
{
    const int position = positionOf(key, row); // counted without the row itself
    m_rows[row].key = key;
    m_keys.insert(m_rows.at(row).conversation.id, key);
    if (position == row) {
        return;
    }
    beginMoveRows({}, row, row, {}, position < row ? position : position + 1);
    m_rows.move(row, position);
    endMoveRows();
}

/// Rows that leave one by one never make a view ask for the next page by itself.
void QueueModel::fetchIfShort()
{
    if (m_lastKey && m_rows.size() < kPage / 2) {
        fetchMore({});
    }
}

void QueueModel::announceHeld()
{
    Q_EMIT heldChanged(static_cast<int>(m_arrivals.size()));
}

bool QueueModel::isBeyondLoaded(const QueueKey &key) const
{
    return !m_atEnd && (!m_lastKey || comesBefore(m_view, *m_lastKey, key));
}

int QueueModel::positionOf(const QueueKey &key, int skippedRow) const
{
    const int position = firstNotBefore(key);
    return skippedRow >= 0 && skippedRow < position ? position - 1 : position;
}

} // namespace fw::ui
