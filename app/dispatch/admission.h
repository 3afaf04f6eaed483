#pragma once

#include "app/model/account.h"
#include "app/model/reply.h"
#include "app/network/connector.h"
#include "app/store/database.h"

namespace fw {

/// What an answer in `wanted` to a message that stands in `parent` is; nothing for a private message answered in public.
[[nodiscard]] std::optional<Operation> replyOperation(Lane parent, Lane wanted);

/// Whether the account may send this answer to `parent` now, by what it published and what is stored. An account that has published nothing yet is
/// not doubted. Errors: Usage, Forbidden, NotSummoned, NotFound, WindowClosed, AlreadyReplied. Thread: the database's.
[[nodiscard]] Done admitReply(
    Database &db, const Account &account, Operation operation, const Message &parent);
/// The same for something done to `message`. Taking back is offered for what was done, whatever else the network says of the message.
[[nodiscard]] Done admitModeration(
    Database &db, const Account &account, Moderation what, const Message &message);

/// Until when the network takes an answer to `parent`, the network's clock; empty: at any time.
[[nodiscard]] std::optional<Instant> deadlineOf(
    Database &db, const Account &account, Operation operation, const Message &parent);
[[nodiscard]] std::optional<Instant> deadlineOf(Database &db, const Account &account, const Reply &reply);

/// The reply as the network is told it, with what is stored of the person now.
[[nodiscard]] Outgoing outgoingOf(Database &db, const Reply &reply);

} // namespace fw
