#pragma once

#include "connectors/sandbox/cast.h"
#include "connectors/sandbox/people_rule.h"

namespace fw::sandbox::twitter {

/// Which names the wire uses; Both answers in the one that is asked for (docs/sandbox.md).
enum class Vocabulary { Both, Tweet, Post };

/// Twitter's part of a scenario, read and checked; the keys are in docs/sandbox.md.
struct Scenario {
    Cast cast = {}; // with the mentions to post at the start
    Vocabulary vocabulary = Vocabulary::Both;
    QList<EarlierPost> messages = {}; // direct ones written before the start
    QStringList tokens = {};          // empty: any
    QString clientId = {};            // of the app that signs in; empty: any
    QString clientSecret = {};
    bool autoApprove = true;                          // the sign-in page asks nobody
    std::optional<PeopleRule> people = {};            // empty: nobody writes after the start
    std::optional<milliseconds> duplicateWithin = {}; // empty: the same text may be posted again
    std::optional<int> credits = {};                  // posts that are paid for; empty: no end
    int lockAfterRefusals = 20;                       // refused writes in a row; 0: never
    milliseconds visibleLag = {};                     // until an own post shows in the own timeline
    bool checksSummons = true;
    bool countsRefused = false;
    bool prefixesReplies = true;
    bool wrapsLinks = true;
};

[[nodiscard]] QStringList scenarioKeys();
/// Problems are reported to the reader.
[[nodiscard]] Scenario readScenario(JsonReader &reader, quint32 seed);

} // namespace fw::sandbox::twitter
