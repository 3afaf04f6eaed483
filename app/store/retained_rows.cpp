#include "app/store/retained_rows.h"

#include <QRegularExpression>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
/// The customer has something put aside.
QString holdsFor(const QString &customer)
{
    return u"EXISTS (SELECT 1 FROM stock_hold h WHERE h.customer_id = "_s + customer
        + u" AND h.state = 'held' AND h.until_ms > :now)"_s;
}

/// Of a reply `r`: nothing will be done with it any more.
QString isSettled()
{
    return u"(r.state IN ('accepted', 'withdrawn') OR (r.state = 'rejected' AND r.handled = 1))"_s;
}

/// A conversation, and the one it was merged into, is resolved or archived, nothing in it has yet to leave or be seen to, and nothing is put aside for its
/// customer.
QString isClosed(const QString &conversation)
{
    return u"EXISTS (SELECT 1 FROM conversation c WHERE c.id = "_s + conversation
        + u" AND NOT EXISTS (WITH RECURSIVE up(id) AS (SELECT c.id UNION SELECT m.merged_into FROM "
          u"conversation m"
          " JOIN up ON m.id = up.id WHERE m.merged_into IS NOT NULL)"
          " SELECT 1 FROM conversation o JOIN up ON o.id = up.id WHERE o.state NOT IN ('resolved', "
          "'archived'))"
          " AND NOT EXISTS (SELECT 1 FROM reply r WHERE r.conversation_id = c.id AND NOT "_s
        + isSettled()
        + u") AND NOT EXISTS (SELECT 1 FROM moderation d WHERE d.conversation_id = c.id AND (d.state IN"
          " ('queued', 'sending') OR (d.state IN ('refused', 'unknown') AND d.handled = 0)))"
          " AND NOT EXISTS (SELECT 1 FROM identity_link l WHERE l.identity_id = c.identity_id"
          " AND l.unlinked_at_ms IS NULL AND "_s
        + holdsFor(u"l.customer_id"_s) + u"))"_s;
}

QList<RetainedRows> messageRows()
{
    const QString ofEmptied = u"r.id = reply_shape.reply_id AND r.body = ''"_s;
    return {{.table = u"message"_s,
                .condition = u"posted_at_ms < :before AND body <> '' AND kind <> 'signal' AND "_s
                    + isClosed(u"message.conversation_id"_s),
                .assignments = u"body = ''"_s,
                .conversation = u"conversation_id"_s},
        {.table = u"reply"_s,
            .condition
            = u"created_at_ms < :before AND body <> '' AND "_s + isClosed(u"reply.conversation_id"_s),
            .assignments = u"body = ''"_s},
        {.table = u"reply_shape"_s,
            .key = u"reply_id"_s,
            .condition = u"at_ms < :before AND EXISTS (SELECT 1 FROM reply r WHERE "_s + ofEmptied + u')'},
        {.table = u"draft"_s,
            .key = u"conversation_id"_s,
            .condition = u"saved_at_ms < :before AND "_s + isClosed(u"draft.conversation_id"_s)},
        {.table = u"journal"_s,
            .condition
            = u"at_ms < :before AND fact = 'message-edited' AND detail NOT IN ('', '{}')"
              " AND EXISTS (SELECT 1 FROM message m WHERE m.id = journal.message_id AND m.body = '')"_s,
            .assignments = u"detail = '', salt = ''"_s,
            .isOfJournal = true}};
}

QList<RetainedRows> noteRows()
{
    return {{.table = u"note"_s,
                .condition
                = u"written_at_ms < :before AND body <> '' AND "_s + isClosed(u"note.conversation_id"_s),
                .assignments = u"body = '', removed_at_ms = coalesce(removed_at_ms, :now)"_s},
        {.table = u"agent_mention"_s,
            .key = u"note_id"_s,
            .condition
            = u"EXISTS (SELECT 1 FROM note n WHERE n.id = agent_mention.note_id AND n.body = '')"_s},
        {.table = u"journal"_s,
            .condition
            = u"at_ms < :before AND fact = 'note-edited' AND detail NOT IN ('', '{}') AND EXISTS"
              " (SELECT 1 FROM note n WHERE n.conversation_id = journal.conversation_id AND n.body = ''"
              " AND journal.detail LIKE '%\"note\":\"' || CAST(n.id AS TEXT) || '\"%')"_s,
            .assignments = u"detail = '', salt = ''"_s,
            .isOfJournal = true}};
}

QList<RetainedRows> attemptRows()
{
    const QString closedReply = u"EXISTS (SELECT 1 FROM reply r WHERE r.id = attempt.reply_id AND "_s
        + isClosed(u"r.conversation_id"_s) + u')';
    const QString closedModeration
        = u"EXISTS (SELECT 1 FROM moderation n WHERE n.id = moderation_attempt.moderation_id AND "_s
        + isClosed(u"n.conversation_id"_s) + u')';
    return {{.table = u"attempt"_s,
                .condition = u"started_at_ms < :before AND detail <> '' AND "_s + closedReply,
                .assignments = u"detail = ''"_s},
        {.table = u"reply"_s,
            .condition
            = u"created_at_ms < :before AND detail <> '' AND "_s + isClosed(u"reply.conversation_id"_s),
            .assignments = u"detail = ''"_s},
        {.table = u"moderation_attempt"_s,
            .condition = u"started_at_ms < :before AND detail <> '' AND "_s + closedModeration,
            .assignments = u"detail = ''"_s},
        {.table = u"moderation"_s,
            .condition
            = u"asked_at_ms < :before AND detail <> '' AND "_s + isClosed(u"moderation.conversation_id"_s),
            .assignments = u"detail = ''"_s}};
}

QList<RetainedRows> orderRows()
{
    return {
        {.table = u"customer_order_line"_s,
            .condition = u"EXISTS (SELECT 1 FROM customer_order o WHERE o.id = customer_order_line.order_id"
                         " AND o.placed_at_ms < :before AND NOT "_s
                + holdsFor(u"o.customer_id"_s) + u')',
            .order = u"order_id"_s},
        {.table = u"customer_order"_s,
            .condition = u"placed_at_ms < :before AND NOT "_s + holdsFor(u"customer_order.customer_id"_s)
                + u" AND NOT EXISTS (SELECT 1 FROM customer_order_line n WHERE n.order_id = customer_order.id)"_s}};
}
} // namespace

const QList<RetainedRows> &retainedRows(RetainedKind kind)
{
    static const QHash<RetainedKind, QList<RetainedRows>> all{{RetainedKind::Messages, messageRows()},
        {RetainedKind::Notes, noteRows()},
        {RetainedKind::Signals,
            {{.table = u"message"_s,
                .condition
                = u"posted_at_ms < :before AND kind = 'signal' AND (body <> '' OR signal <> '') AND "_s
                    + isClosed(u"message.conversation_id"_s),
                .assignments = u"body = '', signal = ''"_s,
                .conversation = u"conversation_id"_s}}},
        {RetainedKind::Attempts, attemptRows()}, {RetainedKind::Orders, orderRows()},
        {RetainedKind::StoreVisits,
            {{.table = u"store_visit"_s,
                .condition = u"at_ms < :before AND NOT "_s + holdsFor(u"store_visit.customer_id"_s)}}},
        {RetainedKind::ImportRejects,
            {{.table = u"import_reject"_s,
                .key = u"line"_s,
                .condition = u"EXISTS (SELECT 1 FROM import_run r WHERE r.id = import_reject.import_id"
                             " AND r.started_at_ms < :before)"_s}}}};
    static const QList<RetainedRows> none;
    const auto found = all.constFind(kind);
    return found == all.constEnd() ? none : *found;
}

BoundSql bound(const QString &sql, const QHash<QString, QVariant> &values)
{
    static const QRegularExpression place(u":[a-z_]+"_s);
    BoundSql made;
    qsizetype copied = 0;
    for (auto places = place.globalMatch(sql); places.hasNext();) {
        const QRegularExpressionMatch match = places.next();
        made.sql += sql.mid(copied, match.capturedStart() - copied) + u'?';
        made.values.append(values.value(match.captured()));
        copied = match.capturedEnd();
    }
    made.sql += sql.mid(copied);
    return made;
}

} // namespace fw
