#pragma once

#include "app/store/policy_store.h"

namespace fw {

struct TargetRow;

/// A target with what it was frozen with.
struct KeptTarget {
    Target target = {};
    QString policy = {};
    int version = 0;                       // of the policy
    std::optional<Calendar> calendar = {}; // nothing for kAlways
    bool isWarned = false;                 // people were warned
    bool isBreachTold = false;             // the breach is in the journal
};

/// The targets of conversations. They follow from messages, answers and resolutions, so they are never edited: follow() brings them in line, in the
/// transaction of the change. Facts: "policy-applied", "target-warned", "target-breached", "target-breach-undone". Thread: the database's.
class TargetStore final
{
public:
    explicit TargetStore(Database &db) : m_db(db) { }

    /// Something happened in the conversation. An episode that begins gets its policy now; one the desk knew before the policy was in force gets none.
    /// ConversationStore::refresh() calls it. Cost: one look-up where nothing is promised.
    void follow(ConversationId conversation);
    /// What the policy was chosen by has changed: what runs is measured by the policy that fits now, from the same beginning. What was met, dropped
    /// or breached stays as it was promised.
    void chooseAgain(ConversationId conversation);

    /// By kind and beginning.
    [[nodiscard]] QList<KeptTarget> of(ConversationId conversation);

    /// When somebody is to be warned, or a breach is to be told, next of all. Cost: one index read.
    [[nodiscard]] std::optional<Instant> nextAt();
    /// Tells what is due now, each exactly once, at most `limit`; who is late enough to be told of the breach is not warned any more. Returns how many.
    int tellDue(int limit);

private:
    struct Applied;
    struct Case;

    [[nodiscard]] bool isPromised(ConversationId conversation);
    [[nodiscard]] QList<TargetRow> rowsOf(ConversationId conversation);
    [[nodiscard]] std::optional<Applied> appliedTo(ConversationId conversation, const Episode &episode);
    [[nodiscard]] PolicyContext contextOf(ConversationId conversation, const Episode &episode);
    [[nodiscard]] Applied apply(
        ConversationId conversation, const Episode &episode, const Policy *policy, bool isAgain);
    void keep(const Case &made);
    /// Tells of a breach that has ended, or was none, and has not been told so.
    void settleBreach(TargetRow &row);
    /// Null: it cannot be read.
    [[nodiscard]] const Promise *promiseOf(
        const QString &policy, int version, const QHash<QString, int> &calendars);
    void write(const TargetRow &row);
    void remove(const TargetRow &row);
    void tell(const TargetRow &row, const QString &fact);

    Database &m_db;
    QHash<QString, std::optional<Promise>> m_promises = {}; // read so far
};

} // namespace fw
