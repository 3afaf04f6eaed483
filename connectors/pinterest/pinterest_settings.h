#pragma once

#include "connectors/pinterest/partner_profile.h"

#include <QStringList>

namespace fw::pinterest {

/// An account's settings, read.
struct Settings {
    std::optional<PartnerProfile> partner = {};
    QMap<QString, milliseconds> every = {}; // by stream; a stream that is switched off is not in it
    std::optional<milliseconds> deadline = {};
};

/// Errors: Usage, naming the key and what would be right. Source of the defaults: the metrics lag by hours, so that asking more often brings
/// nothing; comments of a partner's interface do not.
[[nodiscard]] Result<Settings> readSettings(const QJsonObject &json);

} // namespace fw::pinterest
