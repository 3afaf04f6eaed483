#include "app/core/error.h"

#include <array>

namespace fw {

namespace {
using namespace Qt::StringLiterals;

struct Name {
    ErrorCode code;
    const char *name;
};

constexpr std::array kNames = {
    Name{ErrorCode::Internal, "internal"},
    Name{ErrorCode::Cancelled, "cancelled"},
    Name{ErrorCode::Usage, "usage"},
    Name{ErrorCode::Offline, "offline"},
    Name{ErrorCode::Timeout, "timeout"},
    Name{ErrorCode::RateLimited, "rate-limited"},
    Name{ErrorCode::CapReached, "cap-reached"},
    Name{ErrorCode::CreditsDepleted, "credits-depleted"},
    Name{ErrorCode::Unauthorised, "unauthorised"},
    Name{ErrorCode::Forbidden, "forbidden"},
    Name{ErrorCode::NotSummoned, "not-summoned"},
    Name{ErrorCode::DuplicateContent, "duplicate-content"},
    Name{ErrorCode::Spam, "spam"},
    Name{ErrorCode::WindowClosed, "window-closed"},
    Name{ErrorCode::AlreadyReplied, "already-replied"},
    Name{ErrorCode::PersonUnreachable, "person-unreachable"},
    Name{ErrorCode::NotOffered, "not-offered"},
    Name{ErrorCode::SameText, "same-text"},
    Name{ErrorCode::PublicLeak, "public-leak"},
    Name{ErrorCode::Braked, "braked"},
    Name{ErrorCode::Claimed, "claimed"},
    Name{ErrorCode::NotFound, "not-found"},
    Name{ErrorCode::BadRequest, "bad-request"},
    Name{ErrorCode::ServerFault, "server-fault"},
    Name{ErrorCode::MalformedAnswer, "malformed-answer"},
    Name{ErrorCode::UnknownOutcome, "unknown-outcome"},
    Name{ErrorCode::Busy, "busy"},
    Name{ErrorCode::Locked, "locked"},
    Name{ErrorCode::Storage, "storage"},
    Name{ErrorCode::StorageNewer, "storage-newer"},
    Name{ErrorCode::Io, "io"},
};
} // namespace

QString toString(ErrorCode code)
{
    for (const Name &entry : kNames) {
        if (entry.code == code) {
            return QString::fromLatin1(entry.name);
        }
    }
    return u"internal"_s;
}

ErrorCode errorCodeFromString(const QString &name)
{
    for (const Name &entry : kNames) {
        if (name == QLatin1String(entry.name)) {
            return entry.code;
        }
    }
    return ErrorCode::Internal;
}

bool Error::isTransient() const noexcept
{
    switch (code) {
    case ErrorCode::Offline:
    case ErrorCode::Timeout:
    case ErrorCode::RateLimited:
    case ErrorCode::ServerFault:
    case ErrorCode::MalformedAnswer:
    case ErrorCode::Busy:
    case ErrorCode::Locked:
        return true;
    default:
        return false;
    }
}

} // namespace fw
