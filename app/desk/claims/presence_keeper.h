#pragma once

#include "app/core/clock_timer.h"
#include "app/desk/claims/claims.h"

#include <QObject>

namespace fw {

/// Keeps what a window says about the conversation it has open: that somebody views it or writes there, and the claim once that was taken. One timer
/// renews both; a letter typed costs nothing as long as it changes nothing. Leaving the conversation, or this object's end, gives both back. Thread: the
/// owner's.
class PresenceKeeper final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PresenceKeeper)
public:
    PresenceKeeper(Store &store, const Clock &clock, Claimant who, QObject *parent = nullptr);
    ~PresenceKeeper() override;

    /// The window shows this conversation and no other; null: none.
    void open(ConversationId conversation);
    void setWriting(bool isWriting);
    /// Claims what is open. Answered by claimed() or refused().
    void claim();
    void takeOver(const QString &why);
    void giveBack();
    /// Renews now what the timer would renew later.
    void beat();

    [[nodiscard]] ConversationId conversation() const { return m_conversation; }
    [[nodiscard]] const std::optional<Claim> &held() const { return m_claim; }
    [[nodiscard]] const Claimant &who() const { return m_who; }

Q_SIGNALS:
    void claimed(const fw::Claim &claim);
    void refused(const fw::Error &error);
    /// What was held is not any more: somebody took it over, or this program stood still for too long.
    void claimLost(fw::ConversationId conversation);
    /// Who else has it open, when that changed.
    void othersChanged(const QList<fw::Presence> &others);

private:
    void leave();
    void say();
    void renew();
    void keep(const QFuture<Result<Claim>> &asked);
    void lose();

    Store &m_store;
    Claims m_claims;
    Claimant m_who;
    ClockTimer m_timer;
    ConversationId m_conversation = {};
    Doing m_doing = Doing::Viewing;
    std::optional<Claim> m_claim = {};
    QList<Presence> m_others = {};
};

} // namespace fw
