#pragma once

#include "app/network/connector.h"
#include "connectors/http/http_types.h"

namespace fw::facebook {

/// What a call was made for, to read its answer by.
struct CallContext {
    Operation operation = Operation::ReadComments;
    Instant now = {};  // the network's time as far as known
    QString sent = {}; // the text that was sent: details never quote it
};

/// The envelope of an error: {"error":{…}}, or flat as the login addresses answer.
struct GraphError {
    int code = 0;
    int subcode = 0;
    QString message = {};
    QString trace = {}; // fbtrace_id: what Meta's support asks for
    bool isTransient = false;
};
/// Nothing when `body` holds none.
[[nodiscard]] std::optional<GraphError> graphErrorIn(const QByteArray &body);

/// Decided on code and subcode, not on the status, which is mostly 400; without an envelope on the status. Only a missing or wrong
/// appsecret_proof is known by its name in the message: Unauthorised.
/// Source: developers.facebook.com/docs/graph-api/guides/error-handling, …/overview/rate-limiting; Messenger Platform, policy and send API.
[[nodiscard]] ErrorCode errorCodeOf(const GraphError &error, int status);

/// The error of a read; nothing when it is an answer. A limit told in the body is added to `facts`. detail: the network's own words without
/// anything that may be a token, the codes, the trace id, and for a person's token what to do.
[[nodiscard]] std::optional<Error> errorOfRead(
    const HttpAnswer &answer, CallFacts &facts, const CallContext &context);

/// What came of a write whose success names the new post in `idMember`; without idMember {"success":true} is enough, and `target` the id.
[[nodiscard]] Outcome outcomeOfWrite(const HttpAnswer &answer, const CallFacts &facts,
    const CallContext &context, const QString &idMember, const QString &target = {});

/// Whether a read is refused for a name in its field list, as far as can be told, so that a smaller one may work.
[[nodiscard]] bool refusesFields(const HttpAnswer &answer);

/// Whether it says that the token lacks a permission for this kind of call.
[[nodiscard]] bool lacksPermission(const HttpAnswer &answer);

} // namespace fw::facebook
