#include "app/store/merge_store.h"

#include "app/store/conversation_store.h"
#include "app/store/message_store.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace fw {

using namespace Qt::StringLiterals;

/// One merge or split as it is kept.
struct MergeStore::Relocation {
    FactId fact = {};
    bool isSplit = false;
    ConversationId from = {};
    ConversationId into = {};
    QJsonObject detail = {};
    bool isUndone = false;
};

namespace {
Failure usage(const QString &detail)
{
    return Failure({.code = ErrorCode::Usage, .detail = detail});
}

QString compact(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QJsonValue textOrNull(const QVariant &column)
{
    return column.isNull() ? QJsonValue() : QJsonValue(column.toString());
}

QVariant numberIn(const QJsonObject &json, const QString &key)
{
    const QJsonValue value = json.value(key);
    return value.isNull() ? QVariant() : QVariant(value.toString().toLongLong());
}

qint64 readId(const QSqlQuery &row)
{
    return row.value(0).toLongLong();
}

void keepRelocation(Database &db, FactId fact, const QString &kind, ConversationId from, ConversationId into,
    const QList<qint64> &messages, const QJsonObject &detail)
{
    db.exec(u"INSERT INTO relocation (fact_id, kind, from_id, into_id, detail) VALUES (?, ?, ?, ?, ?)"_s,
        {fact.value, kind, from.value, into.value, compact(detail)});
    for (const qint64 message : messages) {
        db.exec(
            u"INSERT INTO relocated_message (fact_id, message_id) VALUES (?, ?)"_s, {fact.value, message});
    }
}
} // namespace

QJsonObject MergeStore::actsOf(ConversationId id)
{
    return m_db
        .one(u"SELECT snoozed_until_ms, snoozed_after, woken_at_ms, resolved_by, archived_by, act_by"
             " FROM conversation WHERE id = ?"_s,
            {id.value},
            [](const QSqlQuery &row) {
                return QJsonObject{{u"snoozed_until_ms"_s, textOrNull(row.value(0))},
                    {u"snoozed_after"_s, textOrNull(row.value(1))},
                    {u"woken_at_ms"_s, textOrNull(row.value(2))},
                    {u"resolved_by"_s, textOrNull(row.value(3))},
                    {u"archived_by"_s, textOrNull(row.value(4))}, {u"act_by"_s, textOrNull(row.value(5))}};
            })
        .value_or(QJsonObject());
}

/// What people had done before counts again, unless they have done more, or the customer has written.
void MergeStore::restoreActs(ConversationId id, const QJsonObject &acts, FactId since)
{
    const bool isUntouched
        = m_db.number(u"SELECT count(*) FROM conversation WHERE id = ? AND coalesce(act_by, 0) = ?"_s,
              {id.value, numberIn(acts, u"act_by"_s).toLongLong()})
        > 0;
    if (!isUntouched) {
        return;
    }
    const bool hasWritten = m_db.number(u"SELECT count(*) FROM message WHERE conversation_id = ?"
                                        " AND direction = 'inbound' AND (traits & 256) = 0 AND id > ?"_s,
                                {id.value, since.value})
        > 0;
    const auto was = [&](const QString &key) { return hasWritten ? QVariant() : numberIn(acts, key); };
    m_db.exec(
        u"UPDATE conversation SET snoozed_until_ms = ?, snoozed_after = ?, woken_at_ms = ?, resolved_by = ?,"
        " archived_by = ? WHERE id = ?"_s,
        {was(u"snoozed_until_ms"_s), numberIn(acts, u"snoozed_after"_s).toLongLong(), was(u"woken_at_ms"_s),
            was(u"resolved_by"_s), was(u"archived_by"_s), id.value});
}

void MergeStore::move(const QList<qint64> &messages, ConversationId to)
{
    for (const qint64 message : messages) {
        m_db.exec(u"UPDATE message SET conversation_id = ? WHERE id = ?"_s, {to.value, message});
    }
}

void MergeStore::moveWhatBelongs(ConversationId from)
{
    m_db.exec(u"UPDATE reply SET conversation_id = coalesce((SELECT m.conversation_id FROM message m"
              " WHERE m.id = reply.parent_id), conversation_id) WHERE conversation_id = ?"_s,
        {from.value});
    m_db.exec(u"UPDATE moderation SET conversation_id = (SELECT m.conversation_id FROM message m"
              " WHERE m.id = moderation.message_id) WHERE conversation_id = ?"_s,
        {from.value});
    m_db.exec(u"INSERT INTO applied_policy (conversation_id, episode, policy, version, calendars, at_ms, "
              u"chosen_again) SELECT m.conversation_id, p.episode, p.policy, p.version, p.calendars, p.at_ms,"
              " p.chosen_again FROM applied_policy p JOIN message m ON m.id = p.episode"
              " WHERE p.conversation_id = ? AND m.conversation_id <> p.conversation_id"
              " ON CONFLICT (conversation_id, episode) DO NOTHING"_s,
        {from.value});
    m_db.exec(u"UPDATE target SET conversation_id = coalesce((SELECT m.conversation_id FROM message m"
              " WHERE m.id = target.opened_by), conversation_id) WHERE conversation_id = ?"_s,
        {from.value});
}

/// Tags, followers and drafts of `from` are there in `into` too. Returns what that added.
QJsonObject MergeStore::share(ConversationId from, ConversationId into)
{
    const auto words = [](const QSqlQuery &row) { return row.value(0).toString(); };
    const QStringList tags
        = m_db.list(u"INSERT INTO conversation_tag (conversation_id, tag, agent, at_ms)"
                    " SELECT ?, tag, agent, at_ms FROM conversation_tag AS theirs WHERE conversation_id = ?"
                    " ON CONFLICT (conversation_id, tag) DO NOTHING RETURNING tag"_s,
            {into.value, from.value}, words);
    const QStringList followers
        = m_db.list(u"INSERT INTO follower (conversation_id, agent, seen_up_to)"
                    " SELECT ?, agent, seen_up_to FROM follower AS theirs WHERE conversation_id = ?"
                    " ON CONFLICT (conversation_id, agent) DO NOTHING RETURNING agent"_s,
            {into.value, from.value}, words);
    m_db.exec(u"INSERT INTO draft (conversation_id, agent, lane, body, saved_at_ms)"
              " SELECT ?, agent, lane, body, saved_at_ms FROM draft AS theirs WHERE conversation_id = ?"
              " ON CONFLICT (conversation_id, agent, lane) DO UPDATE SET"
              " body = draft.body || ' ' || excluded.body"_s,
        {into.value, from.value});
    return {{u"tags"_s, QJsonArray::fromStringList(tags)},
        {u"followers"_s, QJsonArray::fromStringList(followers)}};
}

void MergeStore::unshare(ConversationId into, const QJsonObject &shared)
{
    for (const QJsonValue tag : shared.value(u"tags"_s).toArray()) {
        m_db.exec(u"DELETE FROM conversation_tag WHERE conversation_id = ? AND tag = ?"_s,
            {into.value, tag.toString()});
    }
    for (const QJsonValue agent : shared.value(u"followers"_s).toArray()) {
        m_db.exec(u"DELETE FROM follower WHERE conversation_id = ? AND agent = ?"_s,
            {into.value, agent.toString()});
    }
}

Result<Merged> MergeStore::merge(ConversationId from, ConversationId into, const QString &agent)
{
    ConversationStore conversations(m_db);
    const auto a = conversations.byId(from);
    const auto b = conversations.byId(into);
    if (!a || !b) {
        return Failure({.code = ErrorCode::NotFound,
            .detail = u"no conversation %1"_s.arg((a ? into : from).toString())});
    }
    if (from == into || !a->mergedInto.isNull() || !b->mergedInto.isNull()) {
        return usage(u"one of them was merged already, or they are the same"_s);
    }
    if (a->account != b->account) {
        return usage(u"they are of two accounts; an answer has to come from the account that was asked"_s);
    }
    const QList<qint64> messages
        = m_db.list(u"SELECT id FROM message WHERE conversation_id = ?"_s, {from.value}, &readId);
    const bool areDifferent = a->customer.id != b->customer.id;
    const FactId fact = JournalStore(m_db).add({.fact = u"conversations-merged"_s,
        .account = a->account,
        .conversation = into,
        .agent = agent,
        .detail = {{u"from"_s, from.toString()}, {u"into"_s, into.toString()},
            {u"different_customers"_s, areDifferent}}});
    keepRelocation(m_db, fact, u"merge"_s, from, into, messages,
        {{u"from"_s, actsOf(from)}, {u"into"_s, actsOf(into)}, {u"shared"_s, share(from, into)}});
    move(messages, into);
    moveWhatBelongs(from);
    m_db.exec(u"UPDATE conversation SET merged_into = ?, archived_by = ?, snoozed_until_ms = NULL,"
              " woken_at_ms = NULL WHERE id = ?"_s,
        {into.value, fact.value, from.value});
    conversations.refresh(from);
    conversations.refresh(into);
    return Merged{.fact = fact, .areDifferentPeople = areDifferent};
}

Result<Merged> MergeStore::split(const QList<MessageId> &messages, const QString &agent)
{
    MessageStore stored(m_db);
    ConversationStore conversations(m_db);
    const auto first = messages.isEmpty() ? std::nullopt : stored.byId(messages.first());
    if (!first || first->conversation.isNull()) {
        return Failure({.code = ErrorCode::NotFound, .detail = u"say which messages of a conversation"_s});
    }
    const ConversationId from = first->conversation;
    QList<qint64> moved;
    std::optional<Message> customers; // the first one that is not ours
    for (const MessageId id : QSet<MessageId>(messages.begin(), messages.end())) {
        const auto message = stored.byId(id);
        if (!message || message->conversation != from) {
            return usage(u"message %1 is not of conversation %2"_s.arg(id.toString(), from.toString()));
        }
        if (message->direction == Direction::Inbound && (!customers || message->id < customers->id)) {
            customers = message;
        }
        moved.append(id.value);
    }
    const qint64 all = m_db.number(u"SELECT count(*) FROM message WHERE conversation_id = ?"_s, {from.value});
    if (!customers || moved.size() == all) {
        return usage(u"some customer's message has to be among them, and something has to stay"_s);
    }
    const ConversationId into = conversations.create(
        customers->account, customers->author.id, customers->lane, customers->postedAt);
    QStringList ids;
    for (const qint64 id : moved) {
        ids.append(QString::number(id));
    }
    const FactId fact = JournalStore(m_db).add({.fact = u"conversation-split"_s,
        .account = first->account,
        .conversation = from,
        .agent = agent,
        .detail = {{u"from"_s, from.toString()}, {u"into"_s, into.toString()},
            {u"messages"_s, QJsonArray::fromStringList(ids)}}});
    keepRelocation(m_db, fact, u"split"_s, from, into, moved, {{u"from"_s, actsOf(from)}});
    move(moved, into);
    moveWhatBelongs(from);
    conversations.refresh(from);
    conversations.refresh(into);
    return Merged{.fact = fact};
}

std::optional<MergeStore::Relocation> MergeStore::relocationOf(FactId fact)
{
    return m_db.one(u"SELECT kind, from_id, into_id, detail, undone_by FROM relocation WHERE fact_id = ?"_s,
        {fact.value}, [fact](const QSqlQuery &row) {
            return Relocation{.fact = fact,
                .isSplit = row.value(0).toString() == "split"_L1,
                .from = {row.value(1).toLongLong()},
                .into = {row.value(2).toLongLong()},
                .detail = QJsonDocument::fromJson(row.value(3).toString().toUtf8()).object(),
                .isUndone = !row.value(4).isNull()};
        });
}

ConversationId MergeStore::madeBy(FactId split)
{
    const auto relocation = relocationOf(split);
    return relocation ? relocation->into : ConversationId{};
}

/// What was moved, and of what came since: what is in its threads, answers it, or was written by its person where the other one is somebody else.
QList<qint64> MergeStore::ownOf(const Relocation &merge)
{
    struct Came {
        qint64 id = 0;
        QString remoteId = {};
        QString thread = {};
        QString inReplyTo = {};
        qint64 author = 0;
        bool isOurs = false;
        bool wasMoved = false;
    };
    const ConversationId now = ConversationStore(m_db).merged(merge.into);
    const QList<Came> all = m_db.list(
        u"SELECT m.id, m.remote_id, m.thread, m.in_reply_to, m.identity_id, m.direction, r.message_id FROM "
        u"message m"
        " LEFT JOIN relocated_message r ON r.message_id = m.id AND r.fact_id = ? WHERE m.conversation_id = ?"
        " ORDER BY m.id"_s,
        {merge.fact.value, now.value}, [](const QSqlQuery &row) {
            return Came{.id = row.value(0).toLongLong(),
                .remoteId = row.value(1).toString(),
                .thread = row.value(2).toString(),
                .inReplyTo = row.value(3).toString(),
                .author = row.value(4).toLongLong(),
                .isOurs = row.value(5).toString() == "outbound"_L1,
                .wasMoved = !row.value(6).isNull()};
        });
    const auto personOf = [this](ConversationId id) {
        return m_db.number(u"SELECT identity_id FROM conversation WHERE id = ?"_s, {id.value});
    };
    const qint64 person = personOf(merge.from);
    const bool areDifferent = person != personOf(merge.into);
    QSet<QString> theirPosts;
    QSet<QString> theirThreads;
    QSet<QString> otherThreads;
    QList<qint64> own;
    for (const Came &came : all) {
        const bool isKnownThread
            = theirThreads.contains(came.thread) && (areDifferent ? came.author == person : true);
        const bool isTheirs = came.wasMoved
            || (came.id > merge.fact.value
                && (came.isOurs ? theirPosts.contains(came.inReplyTo)
                                : isKnownThread
                            || (areDifferent && came.author == person
                                && !otherThreads.contains(came.thread))));
        if (!isTheirs) {
            otherThreads.insert(came.thread);
            continue;
        }
        own.append(came.id);
        theirPosts.insert(came.remoteId);
        theirThreads.insert(came.thread);
    }
    return own;
}

/// Answers of what is another conversation again have answered nothing here; those that are here answer what they would have.
void MergeStore::settleAgain(ConversationId id, ConversationId other)
{
    m_db.exec(
        u"UPDATE message SET settled_by = NULL WHERE conversation_id = ? AND direction = 'inbound'"
        " AND (EXISTS (SELECT 1 FROM message o WHERE o.id = message.settled_by"
        " AND o.direction = 'outbound' AND o.conversation_id = ?)"
        " OR EXISTS (SELECT 1 FROM reply r WHERE r.id = message.settled_by AND r.conversation_id = ?))"_s,
        {id.value, other.value, other.value});
    struct Answer {
        qint64 reply = 0;
        MessageId upTo = {};
    };
    MessageStore messages(m_db);
    const QList<Answer> answers
        = m_db.list(u"SELECT id, covers_up_to FROM reply WHERE conversation_id = ? AND state = 'accepted'"
                    " ORDER BY id"_s,
            {id.value}, [](const QSqlQuery &row) {
                return Answer{.reply = row.value(0).toLongLong(), .upTo = {row.value(1).toLongLong()}};
            });
    for (const Answer &answer : answers) {
        messages.settleUpTo(id, answer.upTo, answer.reply);
    }
    messages.settleByForeignAnswer(id);
}

Result<FactId> MergeStore::undo(const Fact &fact, const QString &agent)
{
    const auto relocation = relocationOf(fact.id);
    if (!relocation || relocation->isUndone) {
        return usage(u"that is no merge or split, or was taken back already"_s);
    }
    ConversationStore conversations(m_db);
    const ConversationId now = conversations.merged(relocation->into); // it may have been merged itself since
    const ConversationId home
        = relocation->isSplit ? conversations.merged(relocation->from) : relocation->from;
    const QList<qint64> own = relocation->isSplit
        ? m_db.list(u"SELECT id FROM message WHERE conversation_id = ?"_s, {relocation->into.value}, &readId)
        : ownOf(*relocation);
    const FactId by
        = JournalStore(m_db).add({.fact = relocation->isSplit ? u"split-undone"_s : u"merge-undone"_s,
            .account = fact.account,
            .conversation = relocation->isSplit ? relocation->from : relocation->into,
            .agent = agent,
            .detail = {{u"undoes"_s, fact.id.toString()}}});
    m_db.exec(u"UPDATE relocation SET undone_by = ? WHERE fact_id = ?"_s, {by.value, fact.id.value});
    if (relocation->isSplit) { // what the split made points to where it came from
        m_db.exec(u"UPDATE conversation SET merged_into = ?, archived_by = ?, snoozed_until_ms = NULL,"
                  " woken_at_ms = NULL WHERE id = ?"_s,
            {home.value, by.value, relocation->into.value});
    } else {
        m_db.exec(
            u"UPDATE conversation SET merged_into = NULL, archived_by = NULL WHERE id = ?"_s, {home.value});
    }
    move(own, home);
    moveWhatBelongs(now);
    if (!relocation->isSplit) {
        unshare(relocation->into, relocation->detail.value(u"shared"_s).toObject());
        restoreActs(relocation->from, relocation->detail.value(u"from"_s).toObject(), fact.id);
        restoreActs(relocation->into, relocation->detail.value(u"into"_s).toObject(), fact.id);
    }
    settleAgain(home, now);
    settleAgain(now, home);
    conversations.refresh(home);
    conversations.refresh(relocation->into);
    conversations.refresh(now);
    return by;
}

} // namespace fw
