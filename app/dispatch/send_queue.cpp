#include "app/dispatch/send_queue.h"

#include "app/dispatch/admission.h"
#include "app/store/brake_store.h"
#include "app/store/reply_store.h"

namespace fw {

namespace {
using namespace std::chrono_literals;
constexpr double kUsualWeight = 1;
} // namespace

void SendQueue::refresh(Database &db, const Account &account, const LimitTable &limits, Instant now)
{
    m_now = now;
    m_offset = account.clockOffset;
    m_weights.clear();
    for (const auto &[replyClass, terms] : limits.classes) {
        m_weights.emplace(replyClass, terms.weight);
    }
    learnDemand(db, account, now);
    read(db, account);
    readStopped(db, account);
    extendDeadlines(db, account);
    for (auto &[operation, lane] : m_lanes) {
        while (!lane.later.empty() && lane.later.begin()->first <= now) {
            const ReplyId id = lane.later.begin()->second;
            lane.later.erase(lane.later.begin());
            makeReady(m_known.at(id));
        }
    }
    if (const auto chosen = std::exchange(m_chosen, std::nullopt)) {
        const auto known = m_known.find(*chosen);
        const bool isStillHere = known != m_known.end() && known->second.isQueued;
        if (isStillHere) {
            displace(*chosen);
            place(*chosen);
        }
        const auto reply = known == m_known.end() ? ReplyStore(db).byId(*chosen) : std::nullopt;
        if (isStillHere || (reply && reply->state != ReplyState::Accepted)) {
            m_lanes[m_chosenBy].scheduler.notSent();
        }
    }
}

void SendQueue::read(Database &db, const Account &account)
{
    ReplyStore replies(db);
    const qint64 revision = replies.revision(account.id);
    if (!m_revision) {
        for (const Reply &reply : replies.pending(account.id)) {
            take(db, account, reply);
        }
    } else if (*m_revision != revision) {
        for (const Reply &reply : replies.changedSince(account.id, *m_revision)) {
            forget(reply.id);
            take(db, account, reply);
        }
    }
    m_revision = revision;
}

// What is held goes nowhere until somebody says so, and nothing waits for it.
void SendQueue::take(Database &db, const Account &account, const Reply &reply)
{
    const bool isUnderWay = reply.state == ReplyState::Sending || reply.state == ReplyState::Unknown;
    if (reply.hold || (!isUnderWay && reply.state != ReplyState::Queued)) {
        return;
    }
    Known known{.id = reply.id,
        .conversation = reply.conversation,
        .operation = reply.operation,
        .weight = weightOf(reply.replyClass),
        .due = reply.due,
        .notBefore = reply.notBefore,
        .isLater = reply.isLater,
        .isQueued = !isUnderWay};
    if (known.isQueued) {
        ++m_queued;
        if (const auto deadline = deadlineOf(db, account, reply)) {
            known.deadline = *deadline - account.clockOffset;
            m_deadlines.emplace(*known.deadline, reply.id);
        }
    }
    if (reply.state == ReplyState::Unknown) {
        m_unknown.insert(reply.id);
    }
    const ReplyId before = firstOf(reply.conversation);
    m_known.emplace(reply.id, known);
    m_conversations[reply.conversation].insert(reply.id);
    if (firstOf(reply.conversation) == reply.id) {
        if (!before.isNull()) {
            displace(before);
        }
        place(reply.id);
    }
}

// What a brake stops stays known, but stands in no lane.
void SendQueue::readStopped(Database &db, const Account &account)
{
    const QSet<ConversationId> before = std::exchange(m_stopped, BrakeStore(db).stoppedByTags(account.id));
    for (const ConversationId conversation : (m_stopped - before) + (before - m_stopped)) {
        if (const ReplyId first = firstOf(conversation); !first.isNull()) {
            displace(first);
            place(first);
        }
    }
}

// A person who writes again prolongs the time in which the network takes a message.
void SendQueue::extendDeadlines(Database &db, const Account &account)
{
    while (!m_deadlines.empty() && m_deadlines.begin()->first <= m_now) {
        const ReplyId id = m_deadlines.begin()->second;
        const auto reply = ReplyStore(db).byId(id);
        const auto deadline = reply ? deadlineOf(db, account, *reply) : std::nullopt;
        if (!reply || (deadline && *deadline - account.clockOffset <= m_now)) {
            return;
        }
        forget(id);
        take(db, account, *reply);
    }
}

void SendQueue::forget(ReplyId id)
{
    const auto found = m_known.find(id);
    if (found == m_known.end()) {
        return;
    }
    displace(id);
    const Known &known = found->second;
    m_queued -= known.isQueued ? 1 : 0;
    m_unknown.erase(id);
    if (known.deadline) {
        m_deadlines.erase({*known.deadline, id});
    }
    const auto conversation = m_conversations.find(known.conversation);
    const bool wasFirst = *conversation->second.begin() == id;
    conversation->second.erase(id);
    if (conversation->second.empty()) {
        m_conversations.erase(conversation);
    } else if (wasFirst) {
        place(*conversation->second.begin());
    }
    m_known.erase(found);
}

/// The first of its conversation joins its operation, unless it is on its way.
void SendQueue::place(ReplyId id)
{
    const Known &known = m_known.at(id);
    if (!known.isQueued || firstOf(known.conversation) != id || m_stopped.contains(known.conversation)) {
        return;
    }
    if (known.notBefore > m_now) {
        m_lanes[known.operation].later.emplace(known.notBefore, id);
    } else {
        makeReady(known);
    }
}

void SendQueue::displace(ReplyId id)
{
    const Known &known = m_known.at(id);
    Lane &lane = m_lanes[known.operation];
    lane.later.erase({known.notBefore, id});
    lane.ready.erase({known.due, id});
    lane.scheduler.remove(id);
}

void SendQueue::makeReady(const Known &known)
{
    Lane &lane = m_lanes[known.operation];
    lane.ready.emplace(known.due, known.id);
    const Instant due = std::min(known.due, known.deadline.value_or(known.due));
    lane.scheduler.add(
        {.id = known.id, .weight = known.weight, .due = due + m_offset}, m_now + m_offset, false);
}

double SendQueue::weightOf(ReplyClass replyClass) const
{
    const auto weight = m_weights.find(replyClass);
    return weight == m_weights.end() ? kUsualWeight : weight->second;
}

// The first time everything of the last day.
void SendQueue::learnDemand(Database &db, const Account &account, Instant now)
{
    const Instant since = m_demandUntil.value_or(now - 24h);
    for (const ReplyStore::Asked &asked : ReplyStore(db).askedSince(account.id, since)) {
        m_lanes[asked.operation].scheduler.backlog().note(
            weightOf(asked.replyClass), asked.at + m_offset, asked.due - asked.at);
        m_demandUntil = asked.at;
    }
    m_demandUntil = m_demandUntil.value_or(since);
}

void SendQueue::chosen(ReplyId id, Operation by)
{
    m_chosen = id;
    m_chosenBy = by;
}

bool SendQueue::isLater(ReplyId id) const
{
    const auto known = m_known.find(id);
    return known != m_known.end() && known->second.isLater;
}

ReplyId SendQueue::firstOf(ConversationId conversation) const
{
    const auto found = m_conversations.find(conversation);
    return found == m_conversations.end() || found->second.empty() ? ReplyId{} : *found->second.begin();
}

} // namespace fw
