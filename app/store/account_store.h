#pragma once

#include "app/model/account.h"
#include "app/store/database.h"

namespace fw {

/// How complete what we have of one stream of an account is.
struct StreamProgress {
    QString stream = {};
    QString watermark = {};
    std::optional<Instant> completeUpTo
        = {};                             // when the last whole walk began: everything before it is stored
    std::optional<Instant> failedAt = {}; // last failed walk, if none succeeded since
    QString failure = {};                 // kebab-case ErrorCode
    QString failureDetail = {};
    bool operator==(const StreamProgress &) const = default;
};

/// Accounts and where their walks stand. Thread: the database's.
class AccountStore final
{
public:
    explicit AccountStore(Database &db) : m_db(db) { }

    /// Errors: Usage when the name is taken.
    [[nodiscard]] Result<Account> add(Account account);
    [[nodiscard]] QList<Account> all(); // by name
    [[nodiscard]] std::optional<Account> byName(const QString &name);
    [[nodiscard]] std::optional<Account> byId(AccountId id);

    void setProfile(AccountId id, const QString &remoteId, const QString &handle, const QString &name);
    void setClockOffset(AccountId id, milliseconds offset);
    void pause(AccountId id, const QString &reason, const QString &detail);
    void resume(AccountId id);

    [[nodiscard]] QList<StreamProgress> progress(AccountId id);
    [[nodiscard]] QString watermark(AccountId id, const QString &stream);
    void walkCompleted(AccountId id, const QString &stream, const QString &watermark, Instant completeUpTo);
    void walkFailed(AccountId id, const QString &stream, const Error &error);

private:
    Database &m_db;
};

} // namespace fw
