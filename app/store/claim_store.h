#pragma once

#include "app/model/claim.h"
#include "app/store/database.h"

#include <QJsonObject>

namespace fw {

/// Who may answer where. A conversation has at most one live claim (I5). A claim whose time is over is simply none: nobody has to clear it away.
///
/// Facts: "claim-taken" {epoch, why: "asked"|"press"}, "claim-released" {epoch}, "claim-taken-over" {epoch, from, why}; none for a renewal.
/// Thread: the database's.
class ClaimStore final
{
public:
    explicit ClaimStore(Database &db) : m_db(db) { }

    /// The time by which claims live. The clocks of several desks may be seconds apart, so on PostgreSQL it is the server's; a SQLite file is used by one
    /// machine.
    [[nodiscard]] Instant now();

    /// First in a unit of work that takes, renews or gives back one claim and does nothing else: one statement on one row decides there, so it need not be as if
    /// nobody else wrote meanwhile. On PostgreSQL colleagues who claim other conversations would refuse each other for rows that are neighbours in an index.
    void decideAlone();

    /// Whoever holds it already keeps it for `term` from now on; at another desk of the same agent it is taken anew, with a new epoch. Errors: NotFound;
    /// Claimed, with who has it and until when.
    [[nodiscard]] Result<Claim> take(
        ConversationId conversation, const Claimant &claimant, milliseconds term = kClaimTerm);
    /// Nothing: it is not held any more, because its time was over, somebody took it over, or it went to another desk of the agent.
    [[nodiscard]] std::optional<Claim> renew(const Claim &held, milliseconds term = kClaimTerm);
    /// Gives it back. false: it was not held by this claimant (any more).
    bool release(ConversationId conversation, const Claimant &claimant);
    /// Takes it whoever has it. Who loses it finds a notice. Errors: NotFound; Usage without a reason.
    [[nodiscard]] Result<Claim> takeOver(ConversationId conversation, const Claimant &claimant,
        const QString &why, milliseconds term = kClaimTerm);
    /// `agent` sends something here: with a live claim it lasts at least `term` more, without one it is taken for so long. Errors: Claimed. Writes
    /// the claim's row in any case, so that of a press and a take-over at the same time one sees the other.
    [[nodiscard]] Result<Claim> holdForSending(
        ConversationId conversation, const QString &agent, milliseconds term = kPressTerm);

    [[nodiscard]] std::optional<Claim> live(ConversationId conversation);
    /// Soonest over first. An empty agent means all.
    [[nodiscard]] QList<Claim> allLive(const QString &agent = {});

    /// Oldest first.
    [[nodiscard]] QList<ClaimNotice> unreadNotices(const QString &agent);
    /// Returns how many were unread.
    int markNoticesRead(const QString &agent, ClaimNoticeId upTo);

private:
    [[nodiscard]] std::optional<Claim> row(ConversationId conversation);
    [[nodiscard]] Result<Claim> hold(
        ConversationId conversation, const Claimant &claimant, milliseconds term, const QString &why);
    [[nodiscard]] std::optional<Claim> put(ConversationId conversation, const Claimant &claimant, Instant at,
        Instant until, const std::optional<Claim> &kept);
    void tell(const QString &fact, const Claim &claim, const QJsonObject &more = {});

    Database &m_db;
};

/// Who has a conversation open. Nothing depends on it, and it leaves no facts. Thread: the database's.
class PresenceStore final
{
public:
    explicit PresenceStore(Database &db) : m_db(db) { }

    /// One upsert.
    void say(const Presence &presence, milliseconds term = kPresenceTerm);
    void leave(ConversationId conversation, const Claimant &who);
    /// By agent.
    [[nodiscard]] QList<Presence> in(ConversationId conversation);
    /// Removes what is over.
    void sweep();

private:
    Database &m_db;
};

} // namespace fw
