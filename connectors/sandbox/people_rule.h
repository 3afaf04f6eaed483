#pragma once

#include "connectors/sandbox/json_reader.h"

#include <QRandomGenerator>

#include <optional>

namespace fw::sandbox {

/// How the people go on after the start. Virtual time.
struct PeopleRule {
    std::pair<milliseconds, milliseconds> arrivals = {}; // between two questions
    std::pair<milliseconds, milliseconds> answers = {};  // from the brand's reply to the answer to it
    double answerShare = 0.7;
};

/// The key `people`; empty when it is not there.
[[nodiscard]] std::optional<PeopleRule> readPeopleRule(JsonReader &reader);
[[nodiscard]] milliseconds between(std::pair<milliseconds, milliseconds> range, QRandomGenerator &random);

} // namespace fw::sandbox
