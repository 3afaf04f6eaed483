#pragma once

#include "app/model/macro.h"
#include "app/store/database.h"

namespace fw {

/// What one run of a macro changed.
struct MacroRun {
    FactId id = {}; // undoes exactly this
    QStringList actions
        = {}; // "tag vip", "assign", "draft", "class", "snooze", "resolve": those that changed something
};

/// Macros, and running them: everything one of them does is one transaction, and one undo. Facts: "macros-imported" {macros}, "macro-run" {macro, …},
/// "macro-undone" {run}. Thread: the database's.
class MacroStore final
{
public:
    explicit MacroStore(Database &db) : m_db(db) { }

    /// These from now on, and no others.
    void import(const QList<Macro> &macros, const QString &by);
    /// By name.
    [[nodiscard]] QList<Macro> all();
    /// Errors: NotFound (macro, conversation, agent, team, saved reply); Usage where the saved reply is not offered or the agent is not at work. Then
    /// nothing of it happened, if the unit of work fails with it.
    [[nodiscard]] Result<MacroRun> run(const QString &name, ConversationId conversation, const QString &by);
    /// Takes back what a run changed, but for what somebody changed since. false: that was done already. Errors: NotFound.
    [[nodiscard]] Result<bool> undo(FactId run, const QString &by);

private:
    /// Each carries out one part of `macro`, and notes in `undo` how it was before. Errors: as run().
    [[nodiscard]] Done layDraft(
        const Macro &macro, ConversationId conversation, const QString &by, QJsonObject &undo);
    [[nodiscard]] Done assign(
        const Macro &macro, ConversationId conversation, const QString &by, QJsonObject &undo);
    void tag(const Macro &macro, ConversationId conversation, const QString &by, QJsonObject &undo);
    void setState(const Macro &macro, ConversationId conversation, const QString &by, QJsonObject &undo);
    void undoState(ConversationId conversation, const QJsonObject &undo, const QString &by);
    void undoDraft(ConversationId conversation, const QJsonObject &laid);
    void undoAssignment(ConversationId conversation, const QString &by, const QJsonObject &undo);

    Database &m_db;
};

} // namespace fw
