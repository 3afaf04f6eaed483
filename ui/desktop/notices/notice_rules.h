#pragma once

#include "app/core/clock.h"
#include "app/desk/notices/notices.h"

#include <QSet>

namespace fw::ui {

/// What somebody at this computer wants to be told of while they look elsewhere. Kept beside the window's place.
struct NoticeRules {
    QSet<NoticeKind> wanted = {}; // all, unless chosen otherwise
    bool showsWords = true;       // what the customer wrote; others may look over the agent's shoulder
    Instant quietUntil = {};      // do not disturb
    bool operator==(const NoticeRules &) const = default;

    [[nodiscard]] bool isQuiet(Instant now) const { return now < quietUntil; }
};

/// Defaults for whatever is missing or unreadable. An empty name means nothing is remembered.
[[nodiscard]] NoticeRules readNoticeRules(const QString &file);
void writeNoticeRules(const QString &file, const NoticeRules &rules);

} // namespace fw::ui
