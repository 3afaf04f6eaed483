#pragma once

#include <QByteArray>
#include <QList>

namespace fw::facebook {

/// One entry of a usage header.
struct Usage {
    QByteArray owner
        = {};             // id of the Page (or app, or business) it is about; empty where the header has none
    QByteArray type = {}; // "pages", "messenger" ...; empty where the header has none
    int percent = -1;     // the highest of call_count, total_time and total_cputime
    int minutesToRegain = 0;
    bool operator==(const Usage &) const = default;
};

/// `{"call_count":28,"total_time":25,"total_cputime":25}`. Empty when it cannot be read.
[[nodiscard]] QList<Usage> usageIn(const QByteArray &header);

/// `{"<id>":[{"type":"pages","call_count":97,…,"estimated_time_to_regain_access":0}],…}`. The vendor's own sample repeats an id, which a JSON
/// object does not allow and a parser would drop, so every member counts.
[[nodiscard]] QList<Usage> useCaseUsageIn(const QByteArray &header);

} // namespace fw::facebook
