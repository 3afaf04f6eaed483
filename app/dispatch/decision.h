#pragma once

#include "app/dispatch/send_order.h"
#include "app/model/account.h"
#include "app/model/reply.h"
#include "app/network/connector.h"
#include "app/network/limit_table.h"
#include "app/store/moderation_store.h"

namespace fw {

/// The one thing a sender does next.
struct Decision {
    enum class Kind {
        Send,
        RejectLate, // a reply whose deadline has come
        LookUp,
        Moderate,
        Wait,
        Nothing,
        Stop
    };
    Kind kind = Kind::Nothing;
    Account account = {};
    LimitTable limits = {};
    Reply reply = {};                  // to send, to reject or to look up
    ModerationRequest moderation = {}; // to carry out
    Outgoing outgoing = {};            // of a look-up: what was sent
    Instant searchFrom = {};        // of a look-up: when the reply's first attempt began, the network's clock
    Instant until = Instant::max(); // of a wait: our clock
    QString reason = {};            // what a wait is for
    Error error = {};               // of a stop
};

/// Reads the outbox of an account and decides. `order` is what the sender remembers. `lookedUp` tells when each unknown reply was last looked up in this process. A look-up that
/// is due goes before a reply that is due, and a reply before something done to a message. Errors: Usage for limits that cannot be read.
/// Thread: the database's.
[[nodiscard]] Result<Decision> decideNext(
    Database &db, AccountId account, qint64 epoch, const QHash<ReplyId, Instant> &lookedUp, SendOrder &order);

} // namespace fw
