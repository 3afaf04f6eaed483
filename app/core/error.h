#pragma once

#include "app/core/clock.h"

#include <QString>

#include <tl/expected.hpp>

#include <optional>

namespace fw {

enum class ErrorCode {
    Internal, // a mistake of ours
    Cancelled,
    Usage,   // what was asked for makes no sense; the detail says what would
    Offline, // no byte left this machine: refused connection, unknown host, no route
    Timeout,
    RateLimited, // the network's window is full; retryAfter says for how long
    CapReached,  // a daily or monthly cap of the plan
    CreditsDepleted,
    Unauthorised, // token refused
    Forbidden,    // the account or app may not do this
    NotSummoned,  // the network refuses replies to people who did not address us
    DuplicateContent,
    Spam,              // taken for spam, or held back for policy reasons: all writes of the account stop
    WindowClosed,      // the time in which the network takes a private message is over
    AlreadyReplied,    // the one private answer to a comment was given, here or elsewhere
    PersonUnreachable, // the person takes no messages from us
    NotOffered,        // this account cannot do it, or not to this message; another may well be possible
    SameText,          // the account said nearly the same to others not long ago; whoever wrote it may insist
    PublicLeak,        // a public text holds what is nobody else's business; whoever wrote it may insist
    Braked,            // somebody stopped this account or tag
    Claimed, // another agent has the conversation; retryAfter says for how long unless it is renewed
    NotFound,
    BadRequest,
    ServerFault,     // 5xx
    MalformedAnswer, // an answer that cannot be read
    UnknownOutcome,  // a write may or may not have been carried out
    Busy,            // another process does this work now
    Locked,          // the access tokens wait for their passphrase
    Storage,
    StorageNewer, // the file was written by a newer program
    Io,
};

/// `kebab-case` name, stable: used in JSON output and in the store.
[[nodiscard]] QString toString(ErrorCode code);
[[nodiscard]] ErrorCode errorCodeFromString(const QString &name);

struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString detail = {}; // English, for the log and the details pane; no secrets, no message text
    std::optional<milliseconds> retryAfter = {};
    [[nodiscard]] bool isTransient() const noexcept;
    bool operator==(const Error &) const = default;
};

template <typename T>
using Result = tl::expected<T, Error>; // the only place that names tl::
using Failure = tl::unexpected<Error>;
using Done = Result<void>;

} // namespace fw
