#include "app/store/state_store.h"

#include "app/store/conversation_store.h"

#include <functional>

namespace fw {

using namespace Qt::StringLiterals;

/// What people did to a conversation that still counts: its columns.
struct StateStore::Acts {
    QString state = {};
    AccountId account = {};
    ConversationId mergedInto = {};
    QVariant snoozedUntil = {};
    qint64 snoozedAfter = 0; // the newest message then
    QString snoozer = {};
    QVariant wokenAt = {};
    QVariant resolvedBy = {};
    QVariant archivedBy = {};
    QVariant fixedClass = {};
    qint64 actBy = 0; // the fact of the last of them

    [[nodiscard]] QJsonObject toJson() const
    {
        // Ids are larger than a JSON number is exact.
        const auto text = [](const QVariant &value) {
            return value.isNull() ? QJsonValue() : QJsonValue(value.toString());
        };
        return {{u"snoozed_until_ms"_s, text(snoozedUntil)},
            {u"snoozed_after"_s, QString::number(snoozedAfter)}, {u"snoozer"_s, snoozer},
            {u"woken_at_ms"_s, text(wokenAt)}, {u"resolved_by"_s, text(resolvedBy)},
            {u"archived_by"_s, text(archivedBy)}, {u"fixed_class"_s, text(fixedClass)}};
    }

    void take(const QJsonObject &json)
    {
        const auto number = [&json](const QString &key) {
            const QJsonValue value = json.value(key);
            return value.isNull() ? QVariant() : QVariant(value.toString().toLongLong());
        };
        snoozedUntil = number(u"snoozed_until_ms"_s);
        snoozedAfter = json.value(u"snoozed_after"_s).toString().toLongLong();
        snoozer = json.value(u"snoozer"_s).toString();
        wokenAt = number(u"woken_at_ms"_s);
        resolvedBy = number(u"resolved_by"_s);
        archivedBy = number(u"archived_by"_s);
        fixedClass = number(u"fixed_class"_s);
    }
};

struct StateStore::Act {
    QString fact = {};
    QJsonObject detail = {};
    QStringList allowed = {}; // states; none: all
    bool settles = false;
    std::function<void(Acts &, FactId)> change = {};
};

namespace {
const QStringList &open()
{
    static const QStringList states = {u"waiting"_s, u"waiting-for-customer"_s, u"snoozed"_s};
    return states;
}

QVariant numberOrNull(const QVariant &column)
{
    return column.isNull() ? QVariant() : QVariant(column.toLongLong());
}

void endSnooze(QVariant &until, QVariant &wokenAt)
{
    until = QVariant();
    wokenAt = QVariant();
}
} // namespace

std::optional<StateStore::Acts> StateStore::actsOf(ConversationId id)
{
    return m_db.one(
        u"SELECT state, account_id, merged_into, snoozed_until_ms, snoozed_after, snoozer, woken_at_ms,"
        " resolved_by, archived_by, fixed_class, act_by FROM conversation WHERE id = ?"_s,
        {id.value}, [](const QSqlQuery &row) {
            return Acts{.state = row.value(0).toString(),
                .account = {row.value(1).toLongLong()},
                .mergedInto = {row.value(2).toLongLong()},
                .snoozedUntil = numberOrNull(row.value(3)),
                .snoozedAfter = row.value(4).toLongLong(),
                .snoozer = row.value(5).toString(),
                .wokenAt = numberOrNull(row.value(6)),
                .resolvedBy = numberOrNull(row.value(7)),
                .archivedBy = numberOrNull(row.value(8)),
                .fixedClass = numberOrNull(row.value(9)),
                .actBy = row.value(10).toLongLong()};
        });
}

void StateStore::write(ConversationId id, const Acts &acts, FactId by)
{
    m_db.exec(
        u"UPDATE conversation SET snoozed_until_ms = ?, snoozed_after = ?, snoozer = ?, woken_at_ms = ?,"
        " resolved_by = ?, archived_by = ?, fixed_class = ?, act_by = ? WHERE id = ?"_s,
        {acts.snoozedUntil, acts.snoozedAfter, acts.snoozer.isNull() ? u""_s : acts.snoozer, acts.wokenAt,
            acts.resolvedBy, acts.archivedBy, acts.fixedClass, by.value, id.value});
}

Result<FactId> StateStore::perform(ConversationId id, const QString &agent, const Act &act)
{
    const auto before = actsOf(id);
    if (!before) {
        return Failure({.code = ErrorCode::NotFound, .detail = u"no conversation %1"_s.arg(id.toString())});
    }
    if (!before->mergedInto.isNull()) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"conversation %1 was merged into %2; do it there"_s.arg(
                id.toString(), before->mergedInto.toString())});
    }
    if (!act.allowed.isEmpty() && !act.allowed.contains(before->state)) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"conversation %1 is %2; that can be done to one that is %3"_s.arg(
                id.toString(), before->state, act.allowed.join(u" or "_s))});
    }
    QJsonObject detail = act.detail;
    detail.insert(u"before"_s, before->toJson());
    const FactId by = JournalStore(m_db).add(
        {.fact = act.fact, .account = before->account, .conversation = id, .agent = agent, .detail = detail});
    Acts after = *before;
    act.change(after, by);
    write(id, after, by);
    if (act.settles) {
        settle(id, by);
    }
    ConversationStore(m_db).refresh(id);
    return by;
}

void StateStore::settle(ConversationId id, FactId by)
{
    m_db.exec(u"UPDATE message SET settled_by = ? WHERE conversation_id = ? AND direction = 'inbound'"
              " AND settled_by IS NULL"_s,
        {by.value, id.value});
}

Result<FactId> StateStore::snooze(ConversationId id, Instant until, const QString &agent)
{
    if (until <= m_db.now()) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"%1 is not in the future; say when it shall come back"_s.arg(toIso(until))});
    }
    const qint64 newest = m_db.number(u"SELECT max(id) FROM message WHERE conversation_id = ?"_s, {id.value});
    return perform(id, agent,
        {.fact = u"conversation-snoozed"_s,
            .detail = {{u"until"_s, toIso(until)}},
            .allowed = open(),
            .change = [until, newest, agent](Acts &acts, FactId) {
                acts.snoozedUntil = toMs(until);
                acts.snoozedAfter = newest;
                acts.snoozer = agent;
                acts.wokenAt = QVariant();
            }});
}

Result<FactId> StateStore::wake(ConversationId id, const QString &agent)
{
    return perform(id, agent,
        {.fact = u"conversation-woke"_s,
            .detail = {{u"why"_s, u"agent"_s}},
            .allowed = {u"snoozed"_s},
            .change = [now = toMs(m_db.now())](Acts &acts, FactId) {
                acts.snoozedUntil = QVariant();
                acts.wokenAt = now;
            }});
}

Result<FactId> StateStore::waitForCustomer(ConversationId id, const QString &agent)
{
    return perform(id, agent,
        {.fact = u"conversation-set-waiting-for-customer"_s,
            .allowed = {u"waiting"_s, u"snoozed"_s},
            .settles = true,
            .change = [](Acts &acts, FactId) { endSnooze(acts.snoozedUntil, acts.wokenAt); }});
}

Result<FactId> StateStore::resolve(ConversationId id, const QString &agent)
{
    return perform(id, agent,
        {.fact = u"conversation-resolved"_s,
            .allowed = open(),
            .settles = true,
            .change = [](Acts &acts, FactId by) {
                endSnooze(acts.snoozedUntil, acts.wokenAt);
                acts.resolvedBy = by.value;
            }});
}

Result<FactId> StateStore::reopen(ConversationId id, const QString &agent)
{
    const auto acts = actsOf(id);
    const qint64 by = acts ? acts->resolvedBy.toLongLong() : 0;
    const QList<Fact> resolved = JournalStore(m_db).between({by}, {by}, 1);
    if (acts && (by == 0 || resolved.isEmpty())) {
        return Failure({.code = ErrorCode::Usage,
            .detail
            = u"conversation %1 is %2; there is nothing to reopen"_s.arg(id.toString(), acts->state)});
    }
    if (!acts) {
        return Failure({.code = ErrorCode::NotFound, .detail = u"no conversation %1"_s.arg(id.toString())});
    }
    return undo(resolved.first(), agent);
}

Result<FactId> StateStore::archive(ConversationId id, const QString &agent)
{
    return perform(id, agent,
        {.fact = u"conversation-archived"_s, .allowed = {u"resolved"_s}, .change = [](Acts &acts, FactId by) {
             acts.archivedBy = by.value;
         }});
}

Result<FactId> StateStore::setClass(ConversationId id, std::optional<ReplyClass> to, const QString &agent)
{
    return perform(id, agent,
        {.fact = u"class-changed"_s,
            .detail = {{u"class"_s, to ? QJsonValue(toString(*to)) : QJsonValue()},
                {u"why"_s, agent.isEmpty() ? u"rule"_s : u"agent"_s}},
            .change = [to](Acts &acts, FactId) {
                acts.fixedClass = to ? QVariant(static_cast<int>(*to)) : QVariant();
            }});
}

bool StateStore::isUndone(const Fact &fact)
{
    return m_db.number(u"SELECT count(*) FROM undone_act WHERE fact_id = ?"_s, {fact.id.value}) > 0;
}

QJsonObject StateStore::detailOfUndo(const Fact &fact, const Acts &after)
{
    QJsonObject detail{{u"undoes"_s, fact.id.toString()}};
    if (fact.fact == "conversation-snoozed"_L1) {
        detail.insert(u"why"_s, u"agent"_s);
    } else if (fact.fact == "conversation-woke"_L1 && !after.snoozedUntil.isNull()) {
        detail.insert(u"until"_s, toIso(instantOf(after.snoozedUntil)));
    } else if (fact.fact == "class-changed"_L1) {
        detail.insert(u"class"_s,
            after.fixedClass.isNull()
                ? QJsonValue()
                : QJsonValue(toString(static_cast<ReplyClass>(after.fixedClass.toInt()))));
        detail.insert(u"why"_s, u"agent"_s);
    }
    return detail;
}

Result<FactId> StateStore::undo(const Fact &fact, const QString &agent)
{
    static const QHash<QString, QString> names = {{u"conversation-snoozed"_s, u"conversation-woke"_s},
        {u"conversation-woke"_s, u"conversation-snoozed"_s},
        {u"conversation-set-waiting-for-customer"_s, u"conversation-reopened"_s},
        {u"conversation-resolved"_s, u"conversation-reopened"_s},
        {u"conversation-archived"_s, u"conversation-unarchived"_s}, {u"class-changed"_s, u"class-changed"_s}};
    const auto acts = actsOf(fact.conversation);
    if (!acts || !names.contains(fact.fact) || !fact.detail.contains(u"before"_s)) {
        return Failure({.code = ErrorCode::Usage, .detail = u"\"%1\" cannot be taken back"_s.arg(fact.fact)});
    }
    if (isUndone(fact)) {
        return Failure({.code = ErrorCode::Usage, .detail = u"that was taken back already"_s});
    }
    Acts after = *acts;
    if (acts->actBy == fact.id.value) {
        after.take(fact.detail.value(u"before"_s).toObject());
    } else if (after.resolvedBy.toLongLong() == fact.id.value) {
        after.resolvedBy = QVariant();
        after.archivedBy = QVariant(); // only what is resolved is archived
    }
    // The fact first: what the conversation is measured by follows from the journal.
    const FactId by = JournalStore(m_db).add({.fact = names.value(fact.fact),
        .account = acts->account,
        .conversation = fact.conversation,
        .agent = agent,
        .detail = detailOfUndo(fact, after)});
    m_db.exec(u"INSERT INTO undone_act (fact_id, undone_by) VALUES (?, ?)"_s, {fact.id.value, by.value});
    write(fact.conversation, after, by);
    m_db.exec(u"UPDATE message SET settled_by = NULL WHERE settled_by = ? AND conversation_id = ?"_s,
        {fact.id.value, ConversationStore(m_db).merged(fact.conversation).value});
    ConversationStore(m_db).refresh(fact.conversation);
    return by;
}

void StateStore::endWhatIsOver(ConversationId id)
{
    const auto acts = actsOf(id);
    if (!acts || (acts->snoozedUntil.isNull() && acts->wokenAt.isNull())) {
        return;
    }
    if (!acts->snoozedUntil.isNull()) {
        const bool hasWritten
            = m_db.number(u"SELECT count(*) FROM message WHERE conversation_id = ? AND direction = 'inbound'"
                          " AND (traits & 256) = 0 AND id > ?"_s,
                  {id.value, acts->snoozedAfter})
            > 0;
        if (hasWritten) {
            m_db.exec(u"UPDATE conversation SET snoozed_until_ms = NULL, woken_at_ms = NULL WHERE id = ?"_s,
                {id.value});
            JournalStore(m_db).add({.fact = u"conversation-woke"_s,
                .account = acts->account,
                .conversation = id,
                .detail = {{u"why"_s, u"customer"_s}}});
        }
        return;
    }
    m_db.exec(u"UPDATE conversation SET woken_at_ms = NULL WHERE id = ? AND EXISTS (SELECT 1 FROM message m"
              " WHERE m.conversation_id = conversation.id AND m.direction = 'outbound'"
              " AND m.stored_at_ms >= conversation.woken_at_ms)"_s,
        {id.value});
}

std::optional<Instant> StateStore::nextWake()
{
    return m_db
        .one(u"SELECT snoozed_until_ms FROM conversation WHERE snoozed_until_ms IS NOT NULL"
             " ORDER BY snoozed_until_ms, id LIMIT 1"_s,
            {}, [](const QSqlQuery &row) { return optionalInstant(row.value(0)); })
        .value_or(std::nullopt);
}

int StateStore::wakeDue(int limit)
{
    const qint64 now = toMs(m_db.now());
    const auto due = m_db.list(u"SELECT id FROM conversation WHERE snoozed_until_ms IS NOT NULL"
                               " AND snoozed_until_ms <= ? ORDER BY snoozed_until_ms, id LIMIT ?"_s,
        {now, limit}, [](const QSqlQuery &row) { return ConversationId{row.value(0).toLongLong()}; });
    int woken = 0;
    for (const ConversationId id : due) {
        const auto before = actsOf(id);
        // Conditional: another desk on the same database may have been faster.
        const bool isOurs = before
            && m_db.exec(u"UPDATE conversation SET woken_at_ms = snoozed_until_ms, snoozed_until_ms = NULL"
                         " WHERE id = ? AND snoozed_until_ms IS NOT NULL AND snoozed_until_ms <= ?"_s,
                   {id.value, now})
                > 0;
        if (!isOurs) {
            continue;
        }
        const FactId by = JournalStore(m_db).add({.fact = u"conversation-woke"_s,
            .account = before->account,
            .conversation = id,
            .detail = {{u"why"_s, u"time"_s}, {u"before"_s, before->toJson()}}});
        m_db.exec(u"UPDATE conversation SET act_by = ? WHERE id = ?"_s, {by.value, id.value});
        ConversationStore(m_db).refresh(id);
        ++woken;
    }
    return woken;
}

} // namespace fw
