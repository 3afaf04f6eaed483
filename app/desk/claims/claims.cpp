#include "app/desk/claims/claims.h"

#include <QRandomGenerator>

namespace fw {

Claimant claimantFor(const QString &agent)
{
    return {.agent = agent, .desk = QString::number(QRandomGenerator::system()->generate64(), 16)};
}

QFuture<Result<Claim>> Claims::take(ConversationId conversation, const Claimant &claimant)
{
    return m_store.write([conversation, claimant](Database &db) {
        ClaimStore claims(db);
        claims.decideAlone();
        return claims.take(conversation, claimant);
    });
}

QFuture<Result<std::optional<Claim>>> Claims::renew(const Claim &held)
{
    return m_store.write([held](Database &db) {
        ClaimStore claims(db);
        claims.decideAlone();
        return claims.renew(held);
    });
}

QFuture<Result<bool>> Claims::release(ConversationId conversation, const Claimant &claimant)
{
    return m_store.write([conversation, claimant](Database &db) {
        ClaimStore claims(db);
        claims.decideAlone();
        return claims.release(conversation, claimant);
    });
}

QFuture<Result<Claim>> Claims::takeOver(
    ConversationId conversation, const Claimant &claimant, const QString &why)
{
    return m_store.write([conversation, claimant, why](
                             Database &db) { return ClaimStore(db).takeOver(conversation, claimant, why); });
}

QFuture<Result<std::optional<Claim>>> Claims::live(ConversationId conversation)
{
    return m_store.read([conversation](Database &db) { return ClaimStore(db).live(conversation); });
}

QFuture<Result<QList<Claim>>> Claims::allLive(const QString &agent)
{
    return m_store.read([agent](Database &db) { return ClaimStore(db).allLive(agent); });
}

QFuture<Result<QList<ClaimNotice>>> Claims::unreadNotices(const QString &agent)
{
    return m_store.read([agent](Database &db) { return ClaimStore(db).unreadNotices(agent); });
}

QFuture<Result<int>> Claims::markNoticesRead(const QString &agent, ClaimNoticeId upTo)
{
    return m_store.write([agent, upTo](Database &db) { return ClaimStore(db).markNoticesRead(agent, upTo); });
}

} // namespace fw
