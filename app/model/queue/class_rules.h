#pragma once

#include "app/core/json_form.h"
#include "app/model/policy/policy.h"
#include "app/model/reply.h"

namespace fw {

/// Which conversations are more, or less, urgent than others.
struct ClassRule {
    QString name = {};
    ReplyClass gives = ReplyClass::Normal;
    PolicyConditions when = {}; // the kind is that of the newest customer message
    QStringList words = {}; // one of them in what waits for an answer; whatever the case, whole words only
    qint64 followersAtLeast = 0;
    bool operator==(const ClassRule &) const = default;
};

/// What is known of a conversation when its class is computed.
struct ClassContext {
    PolicyContext conversation = {};
    QStringList waiting = {};             // texts nobody has answered; where there are none, the newest one
    qint64 followers = -1;                // -1: not told
    std::optional<ReplyClass> fixed = {}; // by an agent
};

/// What one rule said.
struct ClassReason {
    QString rule = {}; // empty: an agent's word, or no rule
    ReplyClass gives = ReplyClass::Normal;
    bool fits = false;
    bool counts = false; // this one made the class
    QString why = {};    // English, for the details
    bool operator==(const ClassReason &) const = default;
};

/// Every rule in its order with what it says, and last what holds where none fits. An agent's word counts before all; then the first rule that fits.
/// One of them counts. Pure.
[[nodiscard]] QList<ClassReason> explainClass(const QList<ClassRule> &inOrder, const ClassContext &context);
[[nodiscard]] ReplyClass chosenClass(const QList<ClassRule> &inOrder, const ClassContext &context);

/// {"rules": [{"name", "class", "networks", "accounts", "lanes", "kinds", "tags", "words", "followers_at_least": "10000"}, …]}: each name once. What makes no sense
/// is left to the form's verdict.
[[nodiscard]] QList<ClassRule> classRulesIn(const JsonPart &root);
/// The same as classRulesIn() reads.
[[nodiscard]] QJsonObject toJson(const QList<ClassRule> &rules);

} // namespace fw
