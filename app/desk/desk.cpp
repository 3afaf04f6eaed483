#include "app/desk/desk.h"

#include "app/store/conversation_store.h"
#include "app/store/tag_store.h"

#include <QJsonArray>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
Result<Fact> factOf(Database &db, FactId id)
{
    const QList<Fact> facts = JournalStore(db).between(id, id, 1);
    if (facts.isEmpty()) {
        return Failure({.code = ErrorCode::NotFound, .detail = u"there is no fact %1"_s.arg(id.toString())});
    }
    return facts.first();
}

Result<FactId> undoOne(Database &db, const Fact &fact, const QString &agent)
{
    if (fact.fact == "tag-added"_L1) {
        const bool was
            = TagStore(db).remove(fact.conversation, fact.detail.value(u"tag"_s).toString(), agent);
        return was ? Result<FactId>(fact.id)
                   : Failure({.code = ErrorCode::Usage, .detail = u"the tag is not there any more"_s});
    }
    if (fact.fact == "conversations-merged"_L1 || fact.fact == "conversation-split"_L1) {
        return MergeStore(db).undo(fact, agent);
    }
    return StateStore(db).undo(fact, agent);
}

/// Each of a bulk that can still be taken back.
Result<FactId> undoBulk(Database &db, const Fact &bulk, const QString &agent)
{
    int undone = 0;
    for (const QJsonValue id : bulk.detail.value(u"facts"_s).toArray()) {
        const auto fact = factOf(db, {id.toString().toLongLong()});
        undone += fact && undoOne(db, *fact, agent) ? 1 : 0;
    }
    if (undone == 0) {
        return Failure({.code = ErrorCode::Usage, .detail = u"nothing of it is left to take back"_s});
    }
    return JournalStore(db).add({.fact = u"bulk-undone"_s,
        .agent = agent,
        .detail = {{u"undoes"_s, bulk.id.toString()}, {u"count"_s, undone}}});
}

Result<FactId> perform(Database &db, const BulkAct &act, ConversationId id, const QString &agent)
{
    StateStore states(db);
    switch (act.what) {
    case BulkAct::What::Resolve:
        return states.resolve(id, agent);
    case BulkAct::What::Snooze:
        return states.snooze(id, act.until, agent);
    case BulkAct::What::Archive:
        return states.archive(id, agent);
    case BulkAct::What::SetClass:
        return states.setClass(id, act.workClass, agent);
    case BulkAct::What::Tag:
        break;
    }
    return TagStore(db).addWithFact(id, act.tag, agent);
}

Result<BulkReport> performAll(
    Database &db, const BulkAct &act, const QList<ConversationId> &ids, const QString &agent, FactId before)
{
    BulkReport report;
    QJsonArray facts;
    if (!before.isNull()) {
        const auto fact = factOf(db, before);
        if (!fact || fact->fact != "bulk-done"_L1) {
            return Failure({.code = ErrorCode::NotFound, .detail = u"there is no such bulk"_s});
        }
        facts = fact->detail.value(u"facts"_s).toArray();
    }
    for (const ConversationId id : ids) {
        const auto done = perform(db, act, id, agent);
        if (done) {
            facts.append(done->toString());
        }
        report.lines.append({.conversation = id, .error = done ? std::nullopt : std::optional(done.error())});
    }
    if (!facts.isEmpty()) {
        report.fact
            = JournalStore(db).add({.fact = u"bulk-done"_s, .agent = agent, .detail = {{u"facts"_s, facts}}});
    }
    return report;
}
} // namespace

QFuture<Result<FactId>> Desk::resolve(ConversationId conversation, const QString &agent)
{
    return act([conversation, agent](StateStore &states) { return states.resolve(conversation, agent); });
}

QFuture<Result<FactId>> Desk::focused(
    ConversationId conversation, Instant begun, milliseconds span, const QString &agent)
{
    return m_store.write([conversation, begun, span, agent](Database &db) -> Result<FactId> {
        if (span < kShortestFocus) {
            return Failure({.code = ErrorCode::Usage, .detail = u"that was too short to be work"_s});
        }
        const auto known = ConversationStore(db).byId(conversation);
        if (!known) {
            return Failure({.code = ErrorCode::NotFound,
                .detail = u"no conversation %1"_s.arg(conversation.toString())});
        }
        return JournalStore(db).add({.fact = u"conversation-focused"_s,
            .account = known->account,
            .conversation = conversation,
            .agent = agent,
            .detail = {{u"from_ms"_s, toMs(begun)}, {u"ms"_s, qint64(span.count())}}});
    });
}

QFuture<Result<bool>> Desk::undoResolve(ConversationId conversation, FactId resolved, const QString &agent)
{
    return m_store.write([conversation, resolved, agent](Database &db) -> Result<bool> {
        const auto fact = factOf(db, resolved);
        if (!fact || fact->conversation != conversation) {
            return Failure({.code = ErrorCode::NotFound, .detail = u"that was not done here"_s});
        }
        return StateStore(db).undo(*fact, agent).map([](FactId) { return true; });
    });
}

QFuture<Result<Merged>> Desk::merge(ConversationId from, ConversationId into, const QString &agent)
{
    return m_store.write([from, into, agent](Database &db) -> Result<Merged> {
        return MergeStore(db).merge(from, into, agent);
    });
}

QFuture<Result<Merged>> Desk::split(const QList<MessageId> &messages, const QString &agent)
{
    return m_store.write(
        [messages, agent](Database &db) -> Result<Merged> { return MergeStore(db).split(messages, agent); });
}

QFuture<Result<FactId>> Desk::undo(FactId id, const QString &agent)
{
    return m_store.write([id, agent](Database &db) -> Result<FactId> {
        const auto fact = factOf(db, id);
        if (!fact) {
            return Failure(fact.error());
        }
        return fact->fact == "bulk-done"_L1 ? undoBulk(db, *fact, agent) : undoOne(db, *fact, agent);
    });
}

QFuture<Result<BulkReport>> Desk::bulk(
    const BulkAct &act, const QList<ConversationId> &ids, const QString &agent, FactId before)
{
    return m_store.write([act, ids, agent, before](Database &db) -> Result<BulkReport> {
        if (ids.isEmpty() || ids.size() > kMostAtOnce) {
            return Failure(
                {.code = ErrorCode::Usage, .detail = u"1 to %1 conversations at once"_s.arg(kMostAtOnce)});
        }
        return performAll(db, act, ids, agent, before);
    });
}

} // namespace fw
