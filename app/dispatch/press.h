#pragma once

#include "app/dispatch/outbox.h"
#include "app/dispatch/planning.h"

namespace fw {

/// The customer's message that is answered. Errors: NotFound; Usage where it is our own. Thread, of all here: the database's.
[[nodiscard]] Result<Message> parentOf(Database &db, const NewReply &wanted);
/// All parts of it together.
[[nodiscard]] QString wholeText(const NewReply &wanted);
/// How long an answer of this class may take.
[[nodiscard]] milliseconds usualTime(const LimitTable &limits, ReplyClass replyClass);
/// Outbox::press().
[[nodiscard]] Result<Reply> pressReply(
    Database &db, const NewReply &wanted, const guard::Knowledge &knowledge, milliseconds pressTerm);

} // namespace fw
