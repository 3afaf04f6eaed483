#pragma once

#include "app/model/claim.h"
#include "app/model/reply.h"
#include "app/store/store.h"

namespace fw {

/// The second pair of eyes on what trainees (see Agent) write: what they press Send on is proposed, and leaves only after somebody else approved it. Each call
/// is one transaction. Thread: any.
class Approvals final
{
public:
    explicit Approvals(Store &store) : m_store(store) { }

    /// What waits for approval, oldest first; of a text in parts the first.
    [[nodiscard]] QFuture<Result<QList<Reply>>> waiting();
    /// It is queued, as its writer's, unless the network or a colleague came between. Errors: NotFound when it is not proposed (any more); Usage when `by` is
    /// its writer, a trainee or nobody; Claimed by a third; and those of Outbox::press() where it is not offered now.
    [[nodiscard]] QFuture<Result<Reply>> approve(ReplyId reply, const QString &by);
    /// It goes back to its writer's draft, before what was begun there since. Errors: NotFound; Usage without a reason, or as approve().
    [[nodiscard]] QFuture<Result<Reply>> giveBack(ReplyId reply, const QString &by, const QString &why);

private:
    Store &m_store;
};

} // namespace fw
