#pragma once

#include "app/model/arrival_rule.h"
#include "app/store/database.h"

namespace fw {

/// What one rule did, or would do, because of a message.
struct RuleEffect {
    MessageId message = {};
    ConversationId conversation = {};
    QString rule = {};
    QStringList actions
        = {}; // "tag vip", "agent ann", "team returns", "draft thanks", "class urgent"; when done, only what changed something
    bool operator==(const RuleEffect &) const = default;
};

/// A dry run on its way, slice by slice, so that nobody waits behind it.
struct DryRun {
    Instant from = {};
    Instant to = {};
    std::optional<QList<ArrivalRule>> rules = {}; // read with the first slice; the same to the end
    MessageId after = {};                         // those up to here are done
    bool isAtEnd = false;
};
struct DrySlice {
    QList<RuleEffect> effects = {};
    DryRun rest = {};
};

/// Rules on arrival. They run once per customer's message, in the transaction that stores it, and nothing they do stores a message, so none sets off another.
/// Facts: "arrival-rules-imported" {rules}, "rule-applied" {rule, actions}. Thread: the database's.
class ArrivalRules final
{
public:
    explicit ArrivalRules(Database &db) : m_db(db) { }

    /// These from now on, in this order, and no others.
    void import(const QList<ArrivalRule> &rules, const QString &by);
    [[nodiscard]] QList<ArrivalRule> all();
    /// Carries out what fits a message just stored. A conversation somebody has is not taken away, and a draft that was begun stays as it is.
    QList<RuleEffect> run(const Message &message);
    /// What the rules would have tried to do with customers' messages posted in [from, to), in the order in which they were stored; by the tags of today.
    /// Changes nothing. Cost: grows with the messages stored since `from`.
    [[nodiscard]] QList<RuleEffect> dryRun(Instant from, Instant to);
    /// The same of the next messages, at most `limit`.
    [[nodiscard]] DrySlice dryRunSlice(const DryRun &run, int limit);

private:
    [[nodiscard]] QList<ArrivalRule> chosen(const QList<ArrivalRule> &rules, const Message &message);
    [[nodiscard]] QStringList carryOut(const ArrivalRule &rule, const Message &message);
    [[nodiscard]] bool layDraft(const ArrivalRule &rule, const Message &message);

    Database &m_db;
};

} // namespace fw
