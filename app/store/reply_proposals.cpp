// What trainees propose, until somebody approves it or gives it back.
#include "app/store/reply_rows.h"
#include "app/store/reply_store.h"

#include <QJsonObject>

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

QList<Reply> ReplyStore::proposed()
{
    return m_db.list(selectReplies(u"WHERE state = 'proposed' AND part = 1 ORDER BY id"_s), {}, &readReply);
}

QList<Reply> ReplyStore::partsLike(const Reply &reply)
{
    if (reply.firstPart.isNull()) {
        return {reply};
    }
    return m_db.list(selectReplies(u"WHERE first_part = ? AND first_part <> 0 AND state = ? ORDER BY part"_s),
        {reply.firstPart.value, toString(reply.state)}, &readReply);
}

bool ReplyStore::approve(ReplyId id, const QString &by)
{
    const auto reply = byId(id);
    if (!reply || reply->state != ReplyState::Proposed) {
        return false;
    }
    for (const Reply &part : partsLike(*reply)) {
        if (!move(part, u"('proposed')"_s, ReplyState::Queued)) {
            return false;
        }
        const Instant from = std::max(m_db.now(), part.notBefore);
        m_db.exec(u"UPDATE reply SET not_before_ms = ?, due_at_ms = ? WHERE id = ?"_s,
            {toMs(from), toMs(from + (part.due - part.notBefore)), part.id.value});
        told(part, u"reply-approved"_s, {{u"by"_s, by}});
    }
    return true;
}

bool ReplyStore::giveBack(ReplyId id, const QString &by, const QString &why)
{
    const auto reply = byId(id);
    return reply && reply->state == ReplyState::Proposed
        && withdrawProposed(*reply, u"reply-returned"_s, {{u"by"_s, by}, {u"why"_s, why}});
}

bool ReplyStore::withdrawProposed(const Reply &reply, const QString &fact, const QJsonObject &detail)
{
    for (const Reply &part : partsLike(reply)) {
        if (!move(part, u"('proposed')"_s, ReplyState::Withdrawn)) {
            return false;
        }
        told(part, fact, detail);
    }
    return true;
}

} // namespace fw
