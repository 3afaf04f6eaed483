#pragma once

#include "app/model/message.h"
#include "app/model/policy/calendar.h"

#include <QStringList>

#include <map>

namespace fw {

/// What is promised.
enum class TargetKind {
    FirstAnswer, // of an episode
    NextAnswer,  // to what a customer wrote after that
    Resolution,  // of the episode
};

/// Which conversations a policy is about. An empty list means all; of a list one must fit.
struct PolicyConditions {
    QList<Network> networks = {};
    QStringList accounts = {}; // by name
    QList<Lane> lanes = {};
    QList<MessageKind> kinds = {}; // of the message that opened the episode
    QStringList tags = {};
    bool operator==(const PolicyConditions &) const = default;
};

/// What is known of a conversation when a policy is chosen.
struct PolicyContext {
    Network network = Network::Twitter;
    QString account = {};
    Lane lane = Lane::Public;
    MessageKind kind = MessageKind::Mention;
    QStringList tags = {};
};

struct TargetTerms {
    milliseconds within = {}; // of the calendar's open time; more than 0
    QString calendar = {};    // by name, or kAlways
    bool operator==(const TargetTerms &) const = default;
};

/// Time promises to some of the customers.
struct Policy {
    QString name = {};
    int version = 0; // 0: not kept yet
    PolicyConditions when = {};
    std::map<TargetKind, TargetTerms> targets = {}; // none: nothing is promised to these customers
    milliseconds warnBefore = {}; // in the target's open time; 0: no warning, or by per cent
    int warnPercent = 0; // of the target's time that is left when people are warned; 0: not by per cent
    bool pausesWhileWaitingForCustomer = true; // the resolution's time
    bool operator==(const Policy &) const = default;

    /// How long before the deadline of `terms` people are warned, in its open time; 0: not at all.
    [[nodiscard]] milliseconds warnedBefore(const TargetTerms &terms) const;
};

[[nodiscard]] bool fits(const PolicyConditions &conditions, const PolicyContext &context);
/// The first that fits; null: none.
[[nodiscard]] const Policy *chosenPolicy(const QList<Policy> &inOrder, const PolicyContext &context);

[[nodiscard]] QString toString(TargetKind kind); // "first-answer", "next-answer", "resolution"
[[nodiscard]] TargetKind targetKindFromString(const QString &name);

} // namespace fw
