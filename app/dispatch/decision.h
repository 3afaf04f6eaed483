#pragma once

#include "app/model/account.h"
#include "app/model/reply.h"
#include "app/network/limit_table.h"
#include "app/store/database.h"

namespace fw {

/// The one thing a sender does next.
struct Decision {
    enum class Kind { Send, LookUp, Wait, Nothing, Stop };
    Kind kind = Kind::Nothing;
    Account account = {};
    LimitTable limits = {};
    Reply reply = {};               // to send or to look up
    Instant searchFrom = {};        // of a look-up: when the reply's first attempt began, the network's clock
    Instant until = Instant::max(); // of a wait: our clock
    QString reason = {};            // what a wait is for
    Error error = {};               // of a stop
};

/// Reads the outbox of an account and decides. `lookedUp` tells when each unknown reply was last looked up in this process. A look-up that
/// is due goes before a reply that is due. Errors: Usage for limits that cannot be read. Thread: the database's.
[[nodiscard]] Result<Decision> decideNext(
    Database &db, AccountId account, qint64 epoch, const QHash<ReplyId, Instant> &lookedUp);

} // namespace fw
