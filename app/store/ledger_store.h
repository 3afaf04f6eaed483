#pragma once

#include "app/model/account.h"
#include "app/model/limits.h"
#include "app/store/database.h"

namespace fw {

/// Followers or fans at the end of a day (UTC), as far as anybody told.
struct AudienceCount {
    QString day = {}; // "2026-11-22"
    qint64 count = 0;
    bool operator==(const AudienceCount &) const = default;
};

/// "2026-11-22", UTC, as networks bill.
[[nodiscard]] QString dayOf(Instant at);

/// Our own count of calls, what headers said, and what is blocked until when. All times are the network's clock. Thread: the database's.
class LedgerStore final
{
public:
    explicit LedgerStore(Database &db) : m_db(db) { }

    /// One call of ours; written before the call is made.
    void add(AccountId account, Operation operation, Instant at, AttemptId attempt);
    /// A call that certainly did not happen after all.
    void remove(AccountId account, Operation operation, AttemptId attempt);
    /// Times of our calls at or after `since`, oldest first.
    [[nodiscard]] QList<Instant> callsSince(AccountId account, Operation operation, Instant since);

    /// Our newest call that changed something or wrote to somebody; nothing when none is on record.
    [[nodiscard]] std::optional<Instant> lastWrite(AccountId account);

    /// Keeps what an answer said of limits and of the network's clock, and counts the calls that were made on the way to it.
    void note(const Account &account, const CallFacts &facts);
    [[nodiscard]] QList<LimitSignal> limitSignals(AccountId account, Operation operation);

    /// What calls cost on `day`, by thing.
    [[nodiscard]] QList<Charge> charges(AccountId account, const QString &day);
    /// The newest `days` days anything is known of, newest first.
    [[nodiscard]] QList<AudienceCount> audience(AccountId account, int days);

    /// What refusals taught about windows that no header speaks of.
    [[nodiscard]] QList<LearnedLimit> learnedLimits(AccountId account, Operation operation);
    void saveLearned(AccountId account, Operation operation, const LearnedLimit &learned);
    /// It was another window after all.
    void forgetLearned(AccountId account, Operation operation, const QString &window);

    [[nodiscard]] std::optional<Block> block(AccountId account, Operation operation);
    void saveBlock(AccountId account, const Block &block);
    void clearBlock(AccountId account, Operation operation);
    /// Every block with this reason, of any account; whose they were.
    QSet<AccountId> clearBlocks(const QString &reason);

private:
    void noteCharges(AccountId account, const QList<Charge> &charges, Instant at);

    Database &m_db;
};

} // namespace fw
