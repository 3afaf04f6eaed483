#pragma once

#include "connectors/sandbox/cast.h"
#include "connectors/sandbox/faults.h"
#include "connectors/sandbox/windows.h"

namespace fw::sandbox {

/// Which names the wire uses; Both answers in the one that is asked for (docs/sandbox.md).
enum class Vocabulary { Both, Tweet, Post };

/// How the people go on after the start. Virtual time.
struct PeopleRule {
    std::pair<milliseconds, milliseconds> arrivals = {}; // between two questions
    std::pair<milliseconds, milliseconds> answers = {};  // from the brand's reply to the answer to it
    double answerShare = 0.7;
};

/// A scenario file, read and checked; the keys are in docs/sandbox.md.
struct Scenario {
    Cast cast = {}; // with the mentions to post at the start
    Vocabulary vocabulary = Vocabulary::Both;
    QStringList tokens = {}; // empty: any
    QList<WindowRule> windows = {};
    std::optional<PeopleRule> people = {}; // empty: nobody writes after the start
    QList<FaultRule> faults = {};
    std::optional<milliseconds> duplicateWithin = {}; // empty: the same text may be posted again
    std::optional<int> credits = {};                  // posts that are paid for; empty: no end
    int lockAfterRefusals = 20;                       // refused writes in a row; 0: never
    milliseconds visibleLag = {};                     // until an own post shows in the own timeline
    bool checksSummons = true;
    bool countsRefused = false;
    bool prefixesReplies = true;
    bool wrapsLinks = true;
};

/// Errors: Usage, naming the key.
[[nodiscard]] Result<Scenario> readScenario(const QJsonObject &json, quint32 seed);

} // namespace fw::sandbox
