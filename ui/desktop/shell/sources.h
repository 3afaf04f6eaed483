#pragma once

#include "ui/desktop/conversation/message_model.h"
#include "ui/desktop/finder/finder.h"
#include "ui/desktop/queue/queue_model.h"

namespace fw::ui {

/// The models' rows, read from the store in its own thread.
[[nodiscard]] QueueSource queueFrom(Store &store);
[[nodiscard]] ConversationSource conversationFrom(Store &store, Outbox &outbox);
[[nodiscard]] MessageSearch searchFrom(Store &store);

} // namespace fw::ui
