#pragma once

#include "app/store/claim_store.h"
#include "app/store/store.h"

namespace fw {

/// Somebody at this program who claims. The desk's id is drawn at construction, so two windows of one agent are told apart.
[[nodiscard]] Claimant claimantFor(const QString &agent);

/// Claims as people use them; each call is one transaction. What they mean: ClaimStore. Thread: any.
class Claims final
{
public:
    explicit Claims(Store &store) : m_store(store) { }

    [[nodiscard]] QFuture<Result<Claim>> take(ConversationId conversation, const Claimant &claimant);
    /// The claim with its new end; nothing when it is lost.
    [[nodiscard]] QFuture<Result<std::optional<Claim>>> renew(const Claim &held);
    [[nodiscard]] QFuture<Result<bool>> release(ConversationId conversation, const Claimant &claimant);
    [[nodiscard]] QFuture<Result<Claim>> takeOver(
        ConversationId conversation, const Claimant &claimant, const QString &why);
    [[nodiscard]] QFuture<Result<std::optional<Claim>>> live(ConversationId conversation);
    /// An empty agent means all.
    [[nodiscard]] QFuture<Result<QList<Claim>>> allLive(const QString &agent);
    [[nodiscard]] QFuture<Result<QList<ClaimNotice>>> unreadNotices(const QString &agent);
    [[nodiscard]] QFuture<Result<int>> markNoticesRead(const QString &agent, ClaimNoticeId upTo);

private:
    Store &m_store;
};

} // namespace fw
