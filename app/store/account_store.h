#pragma once

#include "app/model/account.h"
#include "app/store/database.h"

namespace fw {

/// How complete what we have of one stream of an account is.
struct StreamProgress {
    QString stream = {};
    QString watermark = {};
    QByteArray state = {}; // the connector's own notes, any bytes
    std::optional<Instant> completeUpTo
        = {};                             // when the last whole walk began: everything before it is stored
    std::optional<Instant> failedAt = {}; // last failed walk, if none succeeded since
    QString failure = {};                 // kebab-case ErrorCode
    QString failureDetail = {};
    qint64 announced = 0;  // entries the network said there were, over all walks
    qint64 fetched = 0;    // entries that could be read
    qint64 stored = 0;     // of those, new to us
    qint64 unreadable = 0; // entries without an id
    qint64 missing
        = 0; // posts that ought to be there and that the network did not give, or could not be asked for
    bool operator==(const StreamProgress &) const = default;
};

/// What every stream has: the least of them. Nothing while there is none, or one was never walked whole.
[[nodiscard]] std::optional<Instant> completeUpTo(const QList<StreamProgress> &streams);

/// What one page added to the intake ledger.
struct PageCount {
    int announced = 0;
    int fetched = 0;
    int stored = 0;
    int unreadable = 0;
    int missing = 0;
};

/// A time over which a stream may be incomplete.
struct Gap {
    QString stream = {};
    std::optional<Instant> from = {}; // complete up to then; empty: never was
    Instant foundAt = {};
    std::optional<Instant> refilledAt = {}; // a whole walk closed it
    QString reason = {};                    // kebab-case ErrorCode
    QString detail = {};
    bool operator==(const Gap &) const = default;
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
    /// The other accounts of the same app on the same network. Accounts that do not say which app they belong to are taken to belong to one.
    [[nodiscard]] QList<AccountId> ofSameApp(const Account &account);

    void setProfile(AccountId id, const QString &remoteId, const QString &handle, const QString &name);
    /// Lays `learned` over settings["learned"].
    void learn(AccountId id, const QJsonObject &learned);
    /// What the account can do now, for everybody who has no connector. Writes only what changed.
    void publish(AccountId id, const QJsonObject &capabilities);
    void setClockOffset(AccountId id, milliseconds offset);
    void pause(AccountId id, const QString &reason, const QString &detail);
    void resume(AccountId id);

    [[nodiscard]] QList<StreamProgress> progress(AccountId id);
    [[nodiscard]] StreamProgress progressOf(AccountId id, const QString &stream);
    void countPage(AccountId id, const QString &stream, const PageCount &page);
    /// The stream is complete up to `progress.completeUpTo`; an empty state leaves the stored one. Closes open gaps.
    void walkCompleted(AccountId id, const StreamProgress &progress);
    /// Opens a gap unless one is open.
    void walkFailed(AccountId id, const QString &stream, const Error &error);
    /// Open ones and the newest `limit` closed ones, newest first.
    [[nodiscard]] QList<Gap> gaps(AccountId id, int limit);

private:
    Database &m_db;
};

} // namespace fw
