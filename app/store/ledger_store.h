#pragma once

#include "app/model/account.h"
#include "app/model/limits.h"
#include "app/store/database.h"

namespace fw {

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

    /// Keeps what an answer said of limits and of the network's clock.
    void note(const Account &account, const CallFacts &facts);
    [[nodiscard]] QList<LimitSignal> limitSignals(AccountId account, Operation operation);

    [[nodiscard]] std::optional<Block> block(AccountId account, Operation operation);
    void saveBlock(AccountId account, const Block &block);
    void clearBlock(AccountId account, Operation operation);

private:
    Database &m_db;
};

} // namespace fw
