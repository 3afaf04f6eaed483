#pragma once

#include "app/core/error.h"
#include "app/core/ids.h"

namespace fw::ui {

/// "floorwalker://conversation/4711": opens that conversation in the window of whoever has the desk.
[[nodiscard]] QString linkTo(ConversationId conversation);
/// Errors: Usage, without quoting what came from outside.
[[nodiscard]] Result<ConversationId> conversationIn(const QString &link);

} // namespace fw::ui
