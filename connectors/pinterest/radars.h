#pragma once

#include "connectors/pinterest/stream_walk.h"

#include <memory>

namespace fw::pinterest {

constexpr auto kCommentRadar = "comments-radar";
constexpr auto kDomainRadar = "domain-radar";
constexpr auto kCollaborators = "collaborators";

/// The three things the public API tells about what people do, as signals: no text, no author is invented. `account` outlives them.

/// Own pins whose lifetime number of comments rose since the last whole walk. The first walk learns the numbers and says nothing; a pin met for
/// the first time later speaks of all its comments when it is new itself.
[[nodiscard]] std::unique_ptr<StreamWalk> makeCommentRadar(const Account &account, milliseconds every);
/// Pins made by others from the websites the account has claimed.
[[nodiscard]] std::unique_ptr<StreamWalk> makeDomainRadar(const Account &account, milliseconds every);
/// Pins by others on boards we share; also reads the account itself, for the number of its followers.
[[nodiscard]] std::unique_ptr<StreamWalk> makeCollaborators(const Account &account, milliseconds every);

struct Pin;
/// Stands where a person would: nobody tells who it was, so lists show the pin's own title, and all signals of one pin meet.
[[nodiscard]] Identity pinAsAuthor(const Pin &pin);

} // namespace fw::pinterest
