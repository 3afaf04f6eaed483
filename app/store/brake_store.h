#pragma once

#include "app/store/database.h"

#include <QSet>

namespace fw {

using BrakeId = Id<struct BrakeTag>;

/// Somebody stopped an account, or every conversation with a tag, at once.
struct Brake {
    BrakeId id = {};
    AccountId account = {}; // null: of a tag
    QString tag = {};       // empty: of an account
    QString agent = {};
    QString why = {};
    Instant at = {};
    std::optional<Instant> releasedAt = {}; // empty: it holds
    milliseconds releaseOver = {};          // so long after the release until the usual pace
    bool operator==(const Brake &) const = default;
};

/// What is braked. Each brake is kept after its release. Thread: the database's.
class BrakeStore final
{
public:
    explicit BrakeStore(Database &db) : m_db(db) { }

    /// Of `account` or of `tag`. The one that holds already, if there is one; else a new one, with its fact ("brake-set").
    Brake set(const Brake &brake);
    /// Nothing when none holds. With its fact ("brake-released").
    std::optional<Brake> release(
        AccountId account, const QString &tag, milliseconds over, const QString &agent);
    /// Those that hold, and those whose release is not over at `now`; newest first.
    [[nodiscard]] QList<Brake> current(Instant now);

    /// The brake that stops this conversation of this account now; a null conversation: the account's own.
    [[nodiscard]] std::optional<Brake> holding(AccountId account, ConversationId conversation);
    /// Those of the conversations with pending replies of the account that a tag's brake stops.
    [[nodiscard]] QSet<ConversationId> stoppedByTags(AccountId account);
    /// Released brakes of the account, and of the tags of its pending replies, whose release is not over at `now`.
    [[nodiscard]] QList<Brake> releasing(AccountId account, Instant now);

private:
    void tell(const QString &fact, const Brake &brake, const QString &agent);

    Database &m_db;
};

} // namespace fw
