#pragma once

#include "app/model/account.h"
#include "ui/desktop/conversation/bubble.h"

namespace fw::ui {

/// What may be done to `message` apart from answering it, in the order of a menu. Nothing is in it that would be refused. Pure.
[[nodiscard]] QList<std::pair<LineAction, QString>> messageActions(
    const Account &account, const Message &message, Instant now);

/// "Hidden · liked", or empty: what was done to the message on its network.
[[nodiscard]] QString messageMarks(const Message &message);

} // namespace fw::ui
