#pragma once

#include "connectors/http/http_types.h"

#include <QList>

#include <functional>

namespace fw::fuzz {

/// One way in for an answer of a network: reads it, and stops the program when what comes out breaks a promise.
using Entry = std::function<void(const HttpAnswer &answer)>;

/// What a fuzzer feeds: one network's answers, or what reads all of them. `name` is that of the corpus's folder, too.
struct Target {
    const char *name = "";
    const char *payloads = ""; // below tests/connectors, beside the corpus
    QList<Entry> entries = {};
};

[[nodiscard]] Target twitterTarget();
[[nodiscard]] Target facebookTarget();
[[nodiscard]] Target pinterestTarget();
[[nodiscard]] Target redactionTarget();
/// A file for import, as CSV or JSON Lines, through every kind.
[[nodiscard]] Target importTarget();
/// JsonAnswer beside jsonObjectIn(): two parsers that must not differ.
[[nodiscard]] Target jsonTarget();

/// `input` as an answer: the body of a 200, unless it begins as "HTTP 429\nname: value\n\n": then a status and headers come first.
[[nodiscard]] HttpAnswer answerIn(const QByteArray &input);

/// Stops the program, with `promise` on stderr, unless `isKept`.
void require(bool isKept, const char *promise);

/// What everything that is told about an error keeps to.
void requirePlainDetail(const Error &error);

/// The moment every answer is read at.
[[nodiscard]] Instant readAt();

} // namespace fw::fuzz
