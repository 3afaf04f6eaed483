#pragma once

#include "app/model/conversation.h"
#include "app/store/store.h"

namespace fw {

/// What agents do to conversations apart from answering. Every call is one transaction with its journal fact. Thread: any.
class Desk final
{
public:
    explicit Desk(Store &store) : m_store(store) { }

    /// The conversation needs no (further) answer. The fact returned undoes exactly this. Errors: NotFound.
    [[nodiscard]] QFuture<Result<FactId>> resolve(ConversationId conversation, const QString &agent);
    [[nodiscard]] QFuture<Result<bool>> undoResolve(
        ConversationId conversation, FactId resolved, const QString &agent);

private:
    Store &m_store;
};

} // namespace fw
