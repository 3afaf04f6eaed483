#include "app/store/macro_store.h"

#include "app/store/assignment_store.h"
#include "app/store/conversation_store.h"
#include "app/store/draft_store.h"
#include "app/store/journal_store.h"
#include "app/store/message_store.h"
#include "app/store/prepared_words.h"
#include "app/store/state_store.h"
#include "app/store/tag_store.h"

#include <QJsonDocument>

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
/// In which lane whoever answers would write.
Lane laneOf(Database &db, ConversationId conversation)
{
    const auto newest = MessageStore(db).newestInbound(conversation);
    return newest ? newest->lane : Lane::Public;
}

/// What somebody gave it, whatever the rules say; null: nothing.
QJsonValue fixedClass(Database &db, ConversationId conversation)
{
    const qint64 fixed = db.number(
        u"SELECT coalesce(fixed_class, -1) FROM conversation WHERE id = ?"_s, {conversation.value});
    return fixed < 0 ? QJsonValue() : QJsonValue(toString(static_cast<ReplyClass>(fixed)));
}
} // namespace

void MacroStore::import(const QList<Macro> &macros, const QString &by)
{
    m_db.exec(u"DELETE FROM macro"_s);
    for (const Macro &macro : macros) {
        m_db.exec(u"INSERT INTO macro (name, definition) VALUES (?, ?)"_s,
            {macro.name, QString::fromUtf8(QJsonDocument(toJson(macro)).toJson(QJsonDocument::Compact))});
    }
    JournalStore(m_db).add(
        {.fact = u"macros-imported"_s, .agent = by, .detail = {{u"macros"_s, macros.size()}}});
}

QList<Macro> MacroStore::all()
{
    return m_db.list(
        u"SELECT definition FROM macro ORDER BY "_s + m_db.byBytes(u"name"_s), {}, [](const QSqlQuery &row) {
            JsonForm form(u"the store"_s, row.value(0).toString().toUtf8());
            return macroIn(form.root());
        });
}

Done MacroStore::layDraft(
    const Macro &macro, ConversationId conversation, const QString &by, QJsonObject &undo)
{
    if (macro.draft.isEmpty()) {
        return {};
    }
    const auto filled = fillSavedReply(m_db, {&knownFields}, macro.draft, conversation, by);
    if (!filled) {
        return Failure(filled.error());
    }
    const Lane lane = laneOf(m_db, conversation);
    DraftStore drafts(m_db);
    const QString before = drafts.body(conversation, by, lane);
    const QString now = before.isEmpty() ? filled->text : u"%1\n\n%2"_s.arg(before, filled->text);
    drafts.save(conversation, by, lane, now);
    undo.insert(u"draft"_s,
        QJsonObject{{u"agent"_s, by}, {u"lane"_s, toString(lane)}, {u"before"_s, before}, {u"now"_s, now}});
    return {};
}

Done MacroStore::assign(const Macro &macro, ConversationId conversation, const QString &by, QJsonObject &undo)
{
    if (macro.agent.isEmpty() && macro.team.isEmpty()) {
        return {};
    }
    AssignmentStore assignments(m_db);
    const auto before = assignments.of(conversation);
    const auto assigned = assignments.assign(
        conversation, {.agent = macro.agent, .team = macro.team}, u"macro: %1"_s.arg(macro.name), by);
    if (!assigned) {
        return Failure(assigned.error());
    }
    undo.insert(u"assign"_s,
        QJsonObject{{u"agent"_s, before ? before->agent : QString()},
            {u"team"_s, before ? before->team : QString()}, {u"now_agent"_s, assigned->agent},
            {u"now_team"_s, assigned->team}});
    return {};
}

void MacroStore::tag(const Macro &macro, ConversationId conversation, const QString &by, QJsonObject &undo)
{
    QJsonArray added;
    for (const QString &tag : macro.tags) {
        if (TagStore(m_db).add(conversation, tag, by)) {
            added.append(tag);
        }
    }
    if (!added.isEmpty()) {
        undo.insert(u"tags"_s, added);
    }
}

/// What is so already stays so, and undoing the macro is no business of it.
void MacroStore::setState(
    const Macro &macro, ConversationId conversation, const QString &by, QJsonObject &undo)
{
    StateStore states(m_db);
    const auto note = [&undo](const QString &what, const Result<FactId> &done) {
        if (done) {
            undo.insert(what, done->toString());
        }
    };
    if (macro.workClass) {
        const QJsonValue before = fixedClass(m_db, conversation);
        if (states.setClass(conversation, macro.workClass, by)) {
            undo.insert(
                u"class"_s, QJsonObject{{u"before"_s, before}, {u"now"_s, toString(*macro.workClass)}});
        }
    }
    if (macro.snooze) {
        note(u"snooze"_s, states.snooze(conversation, m_db.now() + *macro.snooze, by));
    }
    if (macro.resolves) {
        note(u"resolve"_s, states.resolve(conversation, by));
    }
}

Result<MacroRun> MacroStore::run(const QString &name, ConversationId conversation, const QString &by)
{
    const QList<Macro> macros = all();
    const auto macro
        = std::find_if(macros.begin(), macros.end(), [&name](const Macro &one) { return one.name == name; });
    if (macro == macros.end() || !ConversationStore(m_db).byId(conversation)) {
        return Failure({.code = ErrorCode::NotFound,
            .detail = macro == macros.end()
                ? u"there is no macro \"%1\"; see what there is: macro list"_s.arg(name)
                : u"there is no such conversation"_s});
    }
    QJsonObject undo;
    if (const Done laid = layDraft(*macro, conversation, by, undo); !laid) {
        return Failure(laid.error());
    }
    tag(*macro, conversation, by, undo);
    if (const Done assigned = assign(*macro, conversation, by, undo); !assigned) {
        return Failure(assigned.error());
    }
    setState(*macro, conversation, by, undo);
    const FactId id = JournalStore(m_db).add({.fact = u"macro-run"_s,
        .conversation = conversation,
        .agent = by,
        .detail = {{u"macro"_s, name}, {u"did"_s, undo}}});
    m_db.exec(u"INSERT INTO macro_run (id, undone) VALUES (?, 0)"_s, {id.value});
    return MacroRun{.id = id, .actions = undo.keys()};
}

void MacroStore::undoAssignment(ConversationId conversation, const QString &by, const QJsonObject &undo)
{
    AssignmentStore assignments(m_db);
    const auto now = assignments.of(conversation);
    const QJsonObject was = undo[u"assign"_s].toObject();
    const bool isOurs
        = now && now->agent == was[u"now_agent"_s].toString() && now->team == was[u"now_team"_s].toString();
    if (was.isEmpty() || !isOurs) {
        return;
    }
    const QString why = u"undone"_s;
    const Assignee before{.agent = was[u"agent"_s].toString(), .team = was[u"team"_s].toString()};
    // Who had it may have gone home since; then nobody has it, and the rule finds somebody.
    if ((before.agent.isEmpty() && before.team.isEmpty())
        || !assignments.assign(conversation, before, why, by)) {
        assignments.unassign(conversation, why, by);
    }
}

void MacroStore::undoDraft(ConversationId conversation, const QJsonObject &laid)
{
    const QString agent = laid[u"agent"_s].toString();
    const Lane lane = laneFromString(laid[u"lane"_s].toString());
    DraftStore drafts(m_db);
    if (!laid.isEmpty() && drafts.body(conversation, agent, lane) == laid[u"now"_s].toString()) {
        drafts.save(conversation, agent, lane, laid[u"before"_s].toString());
    }
}

void MacroStore::undoState(ConversationId conversation, const QJsonObject &undo, const QString &by)
{
    for (const QString &what : {u"resolve"_s, u"snooze"_s}) {
        const FactId done{undo[what].toString().toLongLong()};
        for (const Fact &fact : JournalStore(m_db).between(done, done, 1)) {
            static_cast<void>(
                StateStore(m_db).undo(fact, by)); // refused where somebody took it back before us
        }
    }
    const QJsonObject given = undo[u"class"_s].toObject();
    if (!given.isEmpty() && fixedClass(m_db, conversation) == given[u"now"_s]) {
        static_cast<void>(
            StateStore(m_db).setClass(conversation, replyClassFromString(given[u"before"_s].toString()), by));
    }
}

Result<bool> MacroStore::undo(FactId run, const QString &by)
{
    const QList<Fact> facts = JournalStore(m_db).between(run, run, 1);
    if (facts.isEmpty() || facts.first().fact != "macro-run"_L1) {
        return Failure({.code = ErrorCode::NotFound, .detail = u"no macro was run under that number"_s});
    }
    if (m_db.exec(u"UPDATE macro_run SET undone = 1 WHERE id = ? AND undone = 0"_s, {run.value}) == 0) {
        return false;
    }
    const ConversationId conversation = facts.first().conversation;
    const QJsonObject did = facts.first().detail[u"did"_s].toObject();
    undoState(conversation, did, by);
    undoAssignment(conversation, by, did);
    undoDraft(conversation, did[u"draft"_s].toObject());
    for (const QJsonValue &tag : did[u"tags"_s].toArray()) {
        TagStore(m_db).remove(conversation, tag.toString(), by);
    }
    JournalStore(m_db).add({.fact = u"macro-undone"_s,
        .conversation = conversation,
        .agent = by,
        .detail = {{u"run"_s, run.toString()}}});
    return true;
}

} // namespace fw
