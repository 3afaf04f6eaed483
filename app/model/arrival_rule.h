#pragma once

#include "app/core/json_form.h"
#include "app/model/message.h"
#include "app/model/policy/policy.h"
#include "app/model/reply.h"

namespace fw {

/// What is done to a conversation because of one arriving message.
struct RuleActions {
    QStringList tags = {};
    QString agent = {}; // to whom it goes, if nobody has it
    QString team = {};
    QString draft = {}; // a saved reply by name, laid before `agent` as a draft; never sent
    std::optional<ReplyClass> workClass = {}; // unless it was given one before
    [[nodiscard]] int count() const;
    bool operator==(const RuleActions &) const = default;
};

/// If a customer's message arrives that fits, something is done.
struct ArrivalRule {
    QString name = {};
    PolicyConditions when = {}; // kinds: of the message itself
    QStringList words = {};     // one of them must be there, as a whole word or words; empty: any text
    int followers = 0;          // the customer has at least so many
    RuleActions then = {};
    bool operator==(const ArrivalRule &) const = default;
};

/// No message sets off more than this, whatever the rules say.
inline constexpr int kMostRuleActions = 20;

[[nodiscard]] bool fits(const ArrivalRule &rule, const PolicyContext &context, const Message &message);
/// The rules that fit, in order, as far as their actions are not too many together. `context` is that of before the first of them: what a rule does sets off no
/// other.
[[nodiscard]] QList<ArrivalRule> chosenRules(
    const QList<ArrivalRule> &inOrder, const PolicyContext &context, const Message &message);

/// What a file of rules may name.
struct RuleNames {
    QStringList accounts = {};
    QStringList agents = {};
    QStringList teams = {};
    QStringList savedReplies = {};
};
/// One as people write it (docs/words.md): {"name", "when", "words", "followers", "tags", "agent", "team", "draft", "class"}.
[[nodiscard]] ArrivalRule arrivalRuleIn(const JsonPart &part);
/// {"rules": […]}, each name once. What they name must be there.
[[nodiscard]] QList<ArrivalRule> arrivalRulesIn(const JsonPart &root, const RuleNames &known);
/// The same as arrivalRuleIn() reads.
[[nodiscard]] QJsonObject toJson(const ArrivalRule &rule);

} // namespace fw
