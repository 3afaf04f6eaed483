#include "app/store/conversation_rows.h"
#include "app/store/conversation_store.h"

#include <array>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
struct Shape {
    View view;
    const char *name;
    // They repeat those of the partial indexes, word for word, so that the planner can use them.
    const char *holds;
    const char *key; // the columns of the order
    bool isNewestFirst;
};

constexpr std::array kShapes
    = {Shape{View::Waiting, "waiting",
           "waiting_since_ms IS NOT NULL AND pending_replies = 0 AND snoozed_until_ms IS NULL",
           "class_rank, due_at_ms, waiting_since_ms, id", false},
        Shape{View::Leaving, "leaving", "pending_replies > 0", "last_message_at_ms, id", false},
        Shape{View::Failed, "failed", "failed_replies > 0", "last_message_at_ms, id", false},
        Shape{View::Answered, "answered",
            "waiting_since_ms IS NULL AND pending_replies = 0 AND snoozed_until_ms IS NULL AND archived_by "
            "IS NULL",
            "last_message_at_ms, id", true},
        Shape{View::Snoozed, "snoozed", "snoozed_until_ms IS NOT NULL", "snoozed_until_ms, id", false},
        Shape{View::Archived, "archived", "archived_by IS NOT NULL AND merged_into IS NULL",
            "last_message_at_ms, id", true}};

const Shape &shapeOf(View view)
{
    return kShapes[static_cast<size_t>(view)];
}

QString countSql(View view)
{
    return u"SELECT count(*) FROM (SELECT 1 FROM conversation WHERE %1 LIMIT %2) AS counted"_s
        .arg(QLatin1StringView(shapeOf(view).holds))
        .arg(kMostCounted);
}
} // namespace

QString toString(View view)
{
    return QLatin1StringView(shapeOf(view).name);
}

std::optional<View> viewFromString(const QString &name)
{
    for (const Shape &shape : kShapes) {
        if (name == QLatin1StringView(shape.name)) {
            return shape.view;
        }
    }
    return std::nullopt;
}

bool isInView(View view, const Conversation &conversation)
{
    const bool isArchived = conversation.state == ConversationState::Archived;
    switch (view) {
    case View::Waiting:
        return conversation.waitingSince && conversation.pendingReplies == 0 && !conversation.snoozedUntil;
    case View::Leaving:
        return conversation.pendingReplies > 0;
    case View::Failed:
        return conversation.failedReplies > 0;
    case View::Answered:
        return !conversation.waitingSince && conversation.pendingReplies == 0 && !conversation.snoozedUntil
            && !isArchived;
    case View::Snoozed:
        return conversation.snoozedUntil.has_value();
    case View::Archived:
        return isArchived && conversation.mergedInto.isNull();
    }
    Q_UNREACHABLE();
}

QueueKey keyIn(View view, const Conversation &conversation)
{
    switch (view) {
    case View::Waiting:
        return {.classRank = static_cast<int>(conversation.workClass),
            .due = conversation.dueAt.value_or(instantFromMs(kNoDueMs)),
            .at = conversation.waitingSince.value_or(Instant{}),
            .id = conversation.id};
    case View::Snoozed:
        return {.at = conversation.snoozedUntil.value_or(Instant{}), .id = conversation.id};
    default:
        return {.at = conversation.lastMessageAt, .id = conversation.id};
    }
}

bool comesBefore(View view, const QueueKey &a, const QueueKey &b)
{
    return shapeOf(view).isNewestFirst ? b < a : a < b;
}

QString pageSql(View view, bool isFirst)
{
    const Shape &shape = shapeOf(view);
    QStringList columns = QString(QLatin1StringView(shape.key)).split(u", "_s);
    const QString marks = QStringList(columns.size(), u"?"_s).join(u", "_s);
    const QString direction = shape.isNewestFirst ? u" DESC"_s : QString();
    QString sql = u"WHERE "_s + QLatin1StringView(shape.holds);
    if (!isFirst) {
        sql += u" AND (%1) %2 (%3)"_s.arg(
            QLatin1StringView(shape.key), shape.isNewestFirst ? u"<"_s : u">"_s, marks);
    }
    // Of the account and the identity, which are joined, only the primary keys are read; "c" is the conversation.
    sql += u" ORDER BY %1 LIMIT ?"_s.arg(columns.join(direction + u", "_s) + direction);
    for (const char *column : {"class_rank", "due_at_ms", "waiting_since_ms", "snoozed_until_ms",
             "last_message_at_ms", "pending_replies", "failed_replies", "archived_by", "merged_into"}) {
        const QLatin1StringView name(column);
        sql.replace(name, u"c."_s + name);
    }
    sql.replace(u", id"_s, u", c.id"_s);
    return selectConversations(sql);
}

QList<Conversation> ConversationStore::page(View view, const std::optional<QueueKey> &after, int limit)
{
    QVariantList values;
    if (after && view == View::Waiting) {
        values << after->classRank << toMs(after->due);
    }
    if (after) {
        values << toMs(after->at) << after->id.value;
    }
    values << limit;
    return m_db.list(pageSql(view, !after), values, &readConversation);
}

std::optional<Conversation> ConversationStore::byId(ConversationId id)
{
    return m_db.one(selectConversations(u"WHERE c.id = ?"_s), {id.value}, &readConversation);
}

QList<Conversation> ConversationStore::byIds(const QList<ConversationId> &ids)
{
    QList<Conversation> found;
    for (const ConversationId id : ids) {
        if (auto conversation = byId(id)) {
            found.append(*std::move(conversation));
        }
    }
    return found;
}

QueueCounts ConversationStore::counts()
{
    const auto count = [this](View view) { return int(m_db.number(countSql(view))); };
    QueueCounts counts{.waiting = count(View::Waiting),
        .leaving = count(View::Leaving),
        .failed = count(View::Failed),
        .answered = count(View::Answered),
        .snoozed = count(View::Snoozed),
        .archived = count(View::Archived)};
    counts.oldestWaiting
        = m_db.one(u"SELECT waiting_since_ms FROM conversation WHERE waiting_since_ms IS NOT NULL"
                   " AND pending_replies = 0 AND snoozed_until_ms IS NULL"
                   " ORDER BY waiting_since_ms LIMIT 1"_s,
            {}, [](const QSqlQuery &row) { return instantOf(row.value(0)); });
    return counts;
}

} // namespace fw
