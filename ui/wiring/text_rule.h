#pragma once

#include "app/model/limits.h"
#include "app/model/message.h"

namespace fw::wiring {

/// A text as its network counts it.
struct CountedText {
    int length = 0;
    int limit = 0;        // 0: none is known
    bool isValid = false; // something in it, within the limit, nothing the network forbids
    bool operator==(const CountedText &) const = default;
};

/// Twitter: weighted, 280 in public, none known in private. Facebook: characters, 2,000 in private, none known in public. Pinterest: characters, 500.
[[nodiscard]] CountedText countText(Network network, Lane lane, const QString &text);

/// What sending `text` as a public answer costs by the network's price list; nothing where it costs nothing.
/// `isSummoned`: the answered person addressed us.
[[nodiscard]] std::optional<Charge> replyPrice(const Account &account, const QString &text, bool isSummoned);

} // namespace fw::wiring
