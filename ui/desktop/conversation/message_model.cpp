#include "ui/desktop/conversation/message_model.h"

#include "app/dispatch/text_parts.h"
#include "ui/desktop/widgets/words.h"

#include <algorithm>

namespace fw::ui {

namespace {
using namespace Qt::StringLiterals;
constexpr int kPage = 50;

bool comesBefore(const Message &a, const Message &b)
{
    return std::pair(a.postedAt, a.id) < std::pair(b.postedAt, b.id);
}
} // namespace

QString Line::body() const
{
    return message ? Words::said(*message) : reply->reply.body;
}

MessageModel::MessageModel(ConversationSource source, QObject *parent)
    : QAbstractListModel(parent)
    , m_source(std::move(source))
{
}

int MessageModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_messages.size() + m_tail.size());
}

QVariant MessageModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    if (role == LineRole) {
        return QVariant::fromValue(lineAt(index.row()));
    }
    if (role == Qt::DisplayRole) {
        return lineAt(index.row()).body();
    }
    if (role == Qt::ToolTipRole) {
        const Line line = lineAt(index.row());
        const bool isRefused = line.reply && line.reply->reply.state == ReplyState::Rejected;
        return isRefused && !line.reply->reply.detail.isEmpty() ? plainToolTip(line.reply->reply.detail)
                                                                : QVariant();
    }
    if (role == Qt::AccessibleTextRole) {
        const Line line = lineAt(index.row());
        return line.isOurs() ? tr("We wrote: %1").arg(line.body())
                             : Words::nameOf(line.message->author) + u": "_s + line.body();
    }
    return {};
}

Line MessageModel::lineAt(int row) const
{
    Line line;
    if (row < m_messages.size()) {
        line.message = m_messages.at(row);
        if (const auto found = m_byRemoteId.constFind(line.message->remoteId);
            found != m_byRemoteId.constEnd() && line.message->direction == Direction::Outbound) {
            line.reply = *found;
        }
    } else {
        line.reply = m_tail.at(row - m_messages.size());
    }
    line.startsDay = startsDay(row);
    return line;
}

bool MessageModel::startsDay(int row) const
{
    const auto dayOf = [this](int r) {
        const Instant at = r < m_messages.size() ? m_messages.at(r).postedAt
                                                 : m_tail.at(r - m_messages.size()).reply.createdAt;
        return localTime(at).date();
    };
    return row == 0 || dayOf(row) != dayOf(row - 1);
}

template <typename T, typename Fn>
void MessageModel::whenRead(const QFuture<Result<T>> &future, Fn onRead)
{
    whenDone(future, this, [this, generation = m_generation, onRead](const Result<T> &answer) {
        if (generation == m_generation) { // else: of a conversation that is no longer open
            onRead(answer);
        }
    });
}

void MessageModel::open(ConversationId conversation)
{
    if (conversation == m_conversation) {
        return;
    }
    beginResetModel();
    ++m_generation;
    m_conversation = conversation;
    m_messages.clear();
    m_known.clear();
    m_tail.clear();
    m_replies.clear();
    m_byRemoteId.clear();
    m_atEnd = conversation.isNull();
    m_isFetching = false;
    m_isRefreshing = false;
    m_isDirty = false;
    endResetModel();
    if (!conversation.isNull()) {
        readReplies();
        loadOlder();
    }
}

bool MessageModel::canLoadOlder() const
{
    return !m_atEnd && !m_isFetching;
}

void MessageModel::loadOlder()
{
    if (!canLoadOlder()) {
        return;
    }
    m_isFetching = true;
    whenRead(
        m_source.older(m_conversation, m_messages.isEmpty() ? MessageId{} : m_messages.first().id, kPage),
        [this](const Result<QList<Message>> &page) {
            m_isFetching = false;
            if (!page) {
                Q_EMIT readFailed(page.error());
                return;
            }
            const bool isFirst = m_known.isEmpty();
            m_atEnd = page->size() < kPage;
            merge(*page);
            if (isFirst) {
                Q_EMIT opened();
            }
            Q_EMIT olderRead();
        });
}

void MessageModel::refresh()
{
    if (m_conversation.isNull()) {
        return;
    }
    if (m_isRefreshing) {
        m_isDirty = true;
        return;
    }
    m_isRefreshing = true;
    readReplies();
    whenRead(m_source.newer(m_conversation, m_known), [this](const Result<QList<Message>> &messages) {
        m_isRefreshing = false;
        if (messages) {
            merge(*messages);
        } else {
            Q_EMIT readFailed(messages.error());
        }
        if (std::exchange(m_isDirty, false)) {
            refresh();
        }
    });
}

void MessageModel::readReplies()
{
    whenRead(m_source.replies(m_conversation), [this](const Result<QList<OutboxEntry>> &replies) {
        if (replies) {
            applyReplies(*replies);
        } else {
            Q_EMIT readFailed(replies.error());
        }
    });
}

/// Puts each message where its time belongs: pages of the past at the top, news at the bottom, late finds in between.
void MessageModel::merge(QList<Message> messages)
{
    std::sort(messages.begin(), messages.end(), &comesBefore);
    QList<Message> run;
    int runRow = -1;
    for (const Message &message : std::as_const(messages)) {
        if (m_known.contains(message.id)) {
            const auto known = std::find_if(
                m_messages.begin(), m_messages.end(), [&](const Message &m) { return m.id == message.id; });
            if (known != m_messages.end() && *known != message) {
                *known = message; // an edited message keeps its id
                const int row = static_cast<int>(known - m_messages.begin());
                Q_EMIT dataChanged(index(row), index(row));
            }
            continue;
        }
        m_known.insert(message.id);
        const int row
            = static_cast<int>(std::lower_bound(m_messages.begin(), m_messages.end(), message, &comesBefore)
                - m_messages.begin());
        if (row != runRow && !run.isEmpty()) {
            insertRun(runRow, run);
            runRow = row + static_cast<int>(run.size());
            run.clear();
        } else {
            runRow = row;
        }
        run.append(message);
    }
    if (!run.isEmpty()) {
        insertRun(runRow, run);
    }
    updateTail();
}

void MessageModel::insertRun(int row, const QList<Message> &run)
{
    const int last = row + static_cast<int>(run.size()) - 1;
    beginInsertRows({}, row, last);
    m_messages.insert(row, run.size(), {});
    std::copy(run.begin(), run.end(), m_messages.begin() + row);
    endInsertRows();
    if (last + 1 < rowCount()) {
        Q_EMIT dataChanged(index(last + 1), index(last + 1)); // it may no longer begin its day
    }
}

void MessageModel::applyReplies(const QList<OutboxEntry> &replies)
{
    m_replies = replies;
    QHash<QString, OutboxEntry> accepted;
    for (const OutboxEntry &entry : replies) {
        if (entry.reply.state == ReplyState::Accepted && !entry.reply.remoteId.isEmpty()) {
            accepted.insert(entry.reply.remoteId, entry);
        }
    }
    std::swap(accepted, m_byRemoteId);
    for (int row = 0; row < m_messages.size(); ++row) {
        const QString &remoteId = m_messages.at(row).remoteId;
        if (m_byRemoteId.contains(remoteId) && m_byRemoteId.value(remoteId) != accepted.value(remoteId)) {
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
    updateTail();
}

/// Is the reply a line of its own? A sent one is, until its message is on the screen; a withdrawn one never.
bool MessageModel::isOpenLine(const Reply &reply) const
{
    switch (reply.state) {
    case ReplyState::Proposed:
    case ReplyState::Queued:
    case ReplyState::Sending:
    case ReplyState::Unknown:
        return true;
    case ReplyState::Rejected:
        return !reply.isHandled;
    case ReplyState::Withdrawn:
        return false;
    case ReplyState::Accepted:
        break;
    }
    const bool hasMessage = std::any_of(
        m_messages.begin(), m_messages.end(), [&](const Message &m) { return m.remoteId == reply.remoteId; });
    const bool isOnOlderPage = !m_messages.isEmpty() && reply.createdAt < m_messages.first().postedAt;
    return !hasMessage && !m_messages.isEmpty() && !isOnOlderPage;
}

QList<OutboxEntry> MessageModel::wantedTail() const
{
    QList<OutboxEntry> wanted;
    std::copy_if(m_replies.begin(), m_replies.end(), std::back_inserter(wanted),
        [this](const OutboxEntry &e) { return isOpenLine(e.reply); });
    std::stable_sort(wanted.begin(), wanted.end(), [](const OutboxEntry &a, const OutboxEntry &b) {
        return std::pair(a.reply.createdAt, a.reply.id) < std::pair(b.reply.createdAt, b.reply.id);
    });
    return wanted;
}

void MessageModel::updateTail()
{
    const QList<OutboxEntry> wanted = wantedTail();
    const int base = static_cast<int>(m_messages.size());
    const auto isWanted = [&wanted](ReplyId id) {
        return std::any_of(
            wanted.begin(), wanted.end(), [id](const OutboxEntry &entry) { return entry.reply.id == id; });
    };
    for (int i = static_cast<int>(m_tail.size()) - 1; i >= 0; --i) {
        if (!isWanted(m_tail.at(i).reply.id)) {
            beginRemoveRows({}, base + i, base + i);
            m_tail.removeAt(i);
            endRemoveRows();
        }
    }
    // What is left stands in the order of pressing, which never changes; so the two lists differ by insertions only.
    for (int i = 0; i < wanted.size(); ++i) {
        if (i < m_tail.size() && m_tail.at(i).reply.id == wanted.at(i).reply.id) {
            if (m_tail.at(i) != wanted.at(i)) {
                m_tail[i] = wanted.at(i);
                Q_EMIT dataChanged(index(base + i), index(base + i));
            }
        } else {
            beginInsertRows({}, base + i, base + i);
            m_tail.insert(i, wanted.at(i));
            endInsertRows();
        }
    }
}

std::optional<Message> MessageModel::newestInbound() const
{
    const auto found = std::find_if(m_messages.rbegin(), m_messages.rend(), [](const Message &m) {
        return m.direction == Direction::Inbound && !m.traits.testFlag(Trait::Context);
    });
    return found == m_messages.rend() ? std::nullopt : std::optional(*found);
}

MessageId MessageModel::newestSeen() const
{
    const auto newest = std::max_element(
        m_messages.begin(), m_messages.end(), [](const Message &a, const Message &b) { return a.id < b.id; });
    return newest == m_messages.end() ? MessageId{} : newest->id;
}

QString MessageModel::queuedText(const Reply &reply) const
{
    QStringList bodies;
    for (const OutboxEntry &entry : m_tail) {
        const bool isPart = !reply.firstPart.isNull() && entry.reply.firstPart == reply.firstPart;
        if ((isPart && entry.reply.state == ReplyState::Queued) || entry.reply.id == reply.id) {
            bodies << withStockFields(
                withoutPartMark(entry.reply.body, entry.reply.part, entry.reply.parts), entry.quotes);
        }
    }
    return bodies.join(u' ');
}

template <typename Fn>
std::optional<Reply> MessageModel::newestReply(Fn isMeant) const
{
    const auto found = std::find_if(m_tail.rbegin(), m_tail.rend(),
        [&isMeant](const OutboxEntry &entry) { return isMeant(entry.reply); });
    return found == m_tail.rend() ? std::nullopt : std::optional<Reply>(found->reply);
}

std::optional<Reply> MessageModel::newestQueued() const
{
    return newestReply([](const Reply &reply) { return reply.state == ReplyState::Queued; });
}

std::optional<Reply> MessageModel::newestStuck() const
{
    return newestReply([](const Reply &reply) { return reply.hold || reply.state == ReplyState::Rejected; });
}

} // namespace fw::ui
