#pragma once

#include "app/core/error.h"

#include <QByteArray>

namespace fw {

/// What the redirect must look like.
struct RedirectExpected {
    QByteArray path = "/callback";
    QByteArray state = {};
    quint16 port = 0; // of the Host header
};

constexpr qsizetype kMaxRedirectHead = 8 * 1024;

/// How much of a request has arrived.
enum class RedirectProgress { Partial, Whole, Refused };

/// Refused: no HTTP request can come of these bytes any more, or it is too large.
[[nodiscard]] RedirectProgress progressOf(const QByteArray &bytes);

/// The code in a whole request. Pure. Every request that is not exactly the redirect asked for is an error:
///   MalformedAnswer  not HTTP, cut short, too large, more than one request, parameters given twice
///   BadRequest       another method, no code, an error the network names
///   NotFound         another path
///   Forbidden        another host (a name that somebody else made point here), no state, another state
///   Unauthorised     the person, or the network, said no
[[nodiscard]] Result<QByteArray> codeIn(const QByteArray &bytes, const RedirectExpected &expected);

} // namespace fw
