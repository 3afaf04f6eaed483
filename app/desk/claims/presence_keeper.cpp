#include "app/desk/claims/presence_keeper.h"

namespace fw {

namespace {
// Two beats may be missed before presence, or a claim, is over.
constexpr milliseconds kBeat = kPresenceTerm / 3;
} // namespace

PresenceKeeper::PresenceKeeper(Store &store, const Clock &clock, Claimant who, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_claims(store)
    , m_who(std::move(who))
    , m_timer(clock, this)
{
    connect(&m_timer, &ClockTimer::due, this, &PresenceKeeper::beat);
}

PresenceKeeper::~PresenceKeeper()
{
    leave();
}

void PresenceKeeper::open(ConversationId conversation)
{
    if (conversation == m_conversation) {
        return;
    }
    leave();
    m_conversation = conversation;
    m_doing = Doing::Viewing;
    m_others.clear();
    if (conversation.isNull()) {
        m_timer.stop();
        return;
    }
    m_timer.start(kBeat);
    say();
}

void PresenceKeeper::leave()
{
    if (m_conversation.isNull()) {
        return;
    }
    const bool isHeld = m_claim.has_value();
    m_claim.reset();
    const auto left = m_store.write([conversation = m_conversation, who = m_who, isHeld](Database &db) {
        PresenceStore(db).leave(conversation, who);
        return isHeld && ClaimStore(db).release(conversation, who);
    });
    Q_UNUSED(left) // what is not given back runs out
}

void PresenceKeeper::setWriting(bool isWriting)
{
    const Doing doing = isWriting ? Doing::Writing : Doing::Viewing;
    if (doing != m_doing && !m_conversation.isNull()) {
        m_doing = doing;
        say();
    }
}

void PresenceKeeper::beat()
{
    m_timer.start(kBeat);
    if (!m_conversation.isNull()) {
        say();
        renew();
    }
}

void PresenceKeeper::say()
{
    const Presence presence{.conversation = m_conversation, .who = m_who, .doing = m_doing};
    const auto said = m_store.write([presence](Database &db) {
        PresenceStore store(db);
        store.say(presence);
        QList<Presence> others = store.in(presence.conversation);
        others.removeIf([&presence](const Presence &other) { return other.who == presence.who; });
        return others;
    });
    whenDone(said, this, [this, conversation = m_conversation](const Result<QList<Presence>> &others) {
        if (others && conversation == m_conversation && *others != m_others) {
            m_others = *others;
            Q_EMIT othersChanged(m_others);
        }
    });
}

void PresenceKeeper::renew()
{
    if (!m_claim) {
        return;
    }
    whenDone(m_claims.renew(*m_claim), this,
        [this, asked = *m_claim](const Result<std::optional<Claim>> &renewed) {
            if (!m_claim || m_claim->conversation != asked.conversation || m_claim->epoch != asked.epoch) {
                return;
            }
            if (renewed && *renewed) {
                m_claim = *renewed;
            } else if (renewed) { // a store that does not answer is asked again at the next beat
                lose();
            }
        });
}

void PresenceKeeper::lose()
{
    const ConversationId lost = m_claim->conversation;
    m_claim.reset();
    Q_EMIT claimLost(lost);
}

void PresenceKeeper::keep(const QFuture<Result<Claim>> &asked)
{
    whenDone(asked, this, [this, conversation = m_conversation](const Result<Claim> &claim) {
        if (claim && conversation != m_conversation) { // gone on meanwhile
            const auto released = m_claims.release(conversation, m_who);
            Q_UNUSED(released)
        } else if (claim) {
            m_claim = *claim;
            Q_EMIT claimed(*claim);
        } else {
            Q_EMIT refused(claim.error());
        }
    });
}

void PresenceKeeper::claim()
{
    if (!m_conversation.isNull()) {
        keep(m_claims.take(m_conversation, m_who));
    }
}

void PresenceKeeper::takeOver(const QString &why)
{
    if (!m_conversation.isNull()) {
        keep(m_claims.takeOver(m_conversation, m_who, why));
    }
}

void PresenceKeeper::giveBack()
{
    if (m_claim) {
        m_claim.reset();
        const auto released = m_claims.release(m_conversation, m_who);
        Q_UNUSED(released)
    }
}

} // namespace fw
