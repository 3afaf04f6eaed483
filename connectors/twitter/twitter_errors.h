#pragma once

#include "app/network/connector.h"
#include "connectors/http/http_types.h"

#include <functional>

namespace fw::twitter {

/// What an answer with this status and body complains of. For reads, and for the status 200 of an answer that has only errors[].
/// detail: the network's own words, at most 300 characters. Source: docs.x.com/x-api/fundamentals/response-codes-and-errors.
[[nodiscard]] Error errorOfProblem(int status, const QByteArray &body);

/// The error of a read that did not end in 200; nothing when it did.
[[nodiscard]] std::optional<Error> errorOfRead(const HttpAnswer &answer, const CallFacts &facts);

/// A write, to tell what its answer means.
struct Write {
    Operation operation = Operation::Reply;
    QString text = {}; // what was sent; no detail ever quotes it
    /// Reads the remote id out of a body with status 200 or 201; empty: the answer does not say that it was carried out.
    std::function<QString(const QByteArray &body)> remoteIdIn = {};
    std::function<QString(const QByteArray &body)> threadIn = {}; // null: answers name no private thread
};

/// What came of `write`.
[[nodiscard]] Outcome outcomeOf(const HttpAnswer &answer, const CallFacts &facts, const Write &write);

/// Whether the answer refuses a read because of the names in its field or expansion selectors, so that the other vocabulary may work.
[[nodiscard]] bool refusesSelector(const HttpAnswer &answer);

} // namespace fw::twitter
