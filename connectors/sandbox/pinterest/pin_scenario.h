#pragma once

#include "connectors/sandbox/json_reader.h"
#include "connectors/sandbox/people_rule.h"

namespace fw::sandbox::pinterest {

/// A comment written before the sandbox starts.
struct EarlierComment {
    QString author = {};
    QString text = {};
    double minutesAgo = 0;
    int pin = 0; // index of an own pin
};

/// Pinterest's part of a scenario, read and checked; the keys are in docs/sandbox.md.
struct PinScenario {
    QString username = QStringLiteral("harborandvale");
    QString name = QStringLiteral("Harbor & Vale");
    QString website = QStringLiteral("harborandvale.example");
    QStringList pinTitles = {};
    int pinCount = 12;
    QList<EarlierComment> comments = {};
    int collaboratorPins = 2;
    int domainPins = 2;
    QStringList tokens = {};               // empty: any
    std::optional<PeopleRule> people = {}; // empty: nobody writes after the start
    milliseconds metricsLag = {};          // what the numbers of a pin stay behind its comments
    milliseconds writeGap = {};            // between two writes under one pin; zero: any
    bool hasPartner = true;                // serves /partner/v1
};

/// Problems are reported to the reader.
[[nodiscard]] PinScenario readPinScenario(JsonReader &reader);

} // namespace fw::sandbox::pinterest
