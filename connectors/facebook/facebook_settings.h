#pragma once

#include "app/model/account.h"
#include "app/network/capabilities.h"

namespace fw::facebook {

/// account.settings of a Page; what makes no sense counts as not set. See makeFacebookConnector() for the names.
struct Settings {
    QString graphVersion = QStringLiteral("v25.0");
    bool isHumanAgentGranted = false;
    QList<Feature> off = {};
    milliseconds history = std::chrono::hours(24 * 30);
    std::optional<milliseconds> deadline = {};
};

[[nodiscard]] Settings settingsOf(const Account &account);

} // namespace fw::facebook
