// What happens to a reply between Send and leaving: withdrawn, held, released, and after a refusal tried again.
#include "app/store/conversation_store.h"
#include "app/store/message_store.h"
#include "app/store/quote_store.h"
#include "app/store/reply_rows.h"
#include "app/store/reply_store.h"

#include <QJsonArray>
#include <QJsonObject>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
/// Why, and of stock what was said and what there is.
QJsonObject heldDetail(Database &db, const Reply &reply, Hold why)
{
    QJsonObject detail{{u"why"_s, toString(why)}};
    QJsonArray changed;
    const QList<StockQuote> quotes
        = why == Hold::StockChanged ? QuoteStore(db).of(reply.id) : QList<StockQuote>();
    for (const StockQuote &quote : quotes) {
        if (quote.found) {
            changed.append(QJsonObject{{u"product"_s, quote.product}, {u"variant"_s, quote.variant},
                {u"place"_s, quote.place}, {u"said"_s, quote.said}, {u"now"_s, *quote.found}});
        }
    }
    if (!changed.isEmpty()) {
        detail.insert(u"stock"_s, changed);
    }
    return detail;
}
} // namespace

QList<Reply> ReplyStore::queuedParts(const Reply &reply)
{
    if (reply.firstPart.isNull()) {
        return m_db.list(selectReplies(u"WHERE id = ? AND state = 'queued'"_s), {reply.id.value}, &readReply);
    }
    return m_db.list(
        selectReplies(u"WHERE first_part = ? AND first_part <> 0 AND state = 'queued' ORDER BY part"_s),
        {reply.firstPart.value}, &readReply);
}

void ReplyStore::withdrawQueued(const Reply &reply)
{
    for (const Reply &part : queuedParts(reply)) {
        if (move(part, u"('queued')"_s, ReplyState::Withdrawn)) {
            told(part, u"reply-withdrawn"_s);
        }
    }
}

bool ReplyStore::withdraw(ReplyId id)
{
    const auto reply = byId(id);
    if (reply && reply->state == ReplyState::Proposed) {
        return withdrawProposed(*reply, u"reply-withdrawn"_s);
    }
    if (!reply || reply->state != ReplyState::Queued) {
        return false;
    }
    withdrawQueued(*reply);
    return true;
}

bool ReplyStore::markHandled(ReplyId id)
{
    const auto reply = byId(id);
    if (!reply
        || m_db.exec(u"UPDATE reply SET handled = 1 WHERE id = ? AND state = 'rejected' AND handled = 0"_s,
               {id.value})
            == 0) {
        return false;
    }
    withdrawQueued(*reply);
    told(*reply, u"reply-handled"_s);
    return true;
}

std::optional<Hold> ReplyStore::changeSince(const Reply &reply)
{
    const auto parent = MessageStore(m_db).byId(reply.parent);
    if (parent && parent->traits.testFlag(Trait::Removed)) {
        return Hold::MessageRemoved;
    }
    if (parent && parent->versionId != reply.parentRemoteId) {
        return Hold::MessageEdited;
    }
    // Whoever pressed Send in this conversation later has seen more of it.
    const auto news = m_db.one(
        u"SELECT m.direction FROM message m WHERE m.conversation_id = ? AND m.id > (SELECT max(covers_up_to)"
        " FROM reply WHERE conversation_id = ? AND id >= ? AND state NOT IN ('withdrawn', 'proposed')) AND "
        "((m.direction = "
        "'inbound'"
        " AND (m.traits & 256) = 0) OR (m.direction = 'outbound' AND NOT EXISTS (SELECT 1 FROM reply r"
        " WHERE r.account_id = m.account_id AND r.remote_id = m.remote_id))) ORDER BY m.direction LIMIT 1"_s,
        {reply.conversation.value, reply.conversation.value, reply.id.value},
        [](const QSqlQuery &row) { return directionFromString(row.value(0).toString()); });
    if (news) {
        return *news == Direction::Inbound ? Hold::CustomerWrote : Hold::AnsweredElsewhere;
    }
    // A colleague who was faster by so little that this writer had not seen it on the network.
    const bool isAnsweredByColleague
        = m_db.number(u"SELECT count(*) FROM reply WHERE conversation_id = ? AND id < ? AND agent <> ?"
                      " AND state = 'accepted' AND parent_id = ? AND decided_at_ms > ?"_s,
              {reply.conversation.value, reply.id.value, reply.agent, reply.parent.value,
                  toMs(reply.createdAt)})
        > 0;
    return isAnsweredByColleague ? std::optional(Hold::AnsweredElsewhere) : std::nullopt;
}

bool ReplyStore::hold(ReplyId id, Hold why)
{
    const auto reply = byId(id);
    if (!reply || reply->state != ReplyState::Queued || reply->hold) {
        return false;
    }
    for (const Reply &part : queuedParts(*reply)) {
        m_db.exec(u"UPDATE reply SET hold = ?, revision = ? WHERE id = ?"_s,
            {toString(why), nextRevision(part.account), part.id.value});
        told(part, u"reply-held"_s, heldDetail(m_db, part, why));
    }
    return true;
}

bool ReplyStore::release(ReplyId id)
{
    const auto reply = byId(id);
    if (!reply || !reply->hold) {
        return false;
    }
    const MessageId seen = MessageStore(m_db).newest(reply->conversation);
    const auto parent = MessageStore(m_db).byId(reply->parent);
    for (const Reply &part : queuedParts(*reply)) {
        m_db.exec(
            u"UPDATE reply SET hold = '', covers_up_to = ?, parent_remote_id = ?, revision = ? WHERE id = ?"_s,
            {seen.value, parent ? parent->versionId : part.parentRemoteId, nextRevision(part.account),
                part.id.value});
        QuoteStore(m_db).overrule(part.id);
        told(part, u"reply-released"_s, {{u"why"_s, toString(*reply->hold)}});
    }
    return true;
}

bool ReplyStore::retry(ReplyId id, Instant due)
{
    const auto reply = byId(id);
    if (!reply || !move(*reply, u"('rejected')"_s, ReplyState::Queued)) {
        return false;
    }
    const auto parent = MessageStore(m_db).byId(reply->parent);
    m_db.exec(u"UPDATE reply SET handled = 0, not_before_ms = ?, due_at_ms = ?, covers_up_to = ?, "
              u"parent_remote_id = ?"
              " WHERE id = ?"_s,
        {toMs(m_db.now()), toMs(due), MessageStore(m_db).newest(reply->conversation).value,
            parent ? parent->versionId : reply->parentRemoteId, id.value});
    told(*reply, u"reply-retried"_s);
    for (const Reply &part : queuedParts(*reply)) {
        if (part.hold == Hold::PartFailed) {
            m_db.exec(u"UPDATE reply SET hold = '', revision = ? WHERE id = ?"_s,
                {nextRevision(part.account), part.id.value});
        }
    }
    return true;
}

} // namespace fw
