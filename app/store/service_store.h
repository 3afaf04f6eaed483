#pragma once

#include "app/store/database.h"

#include <QMap>

namespace fw {

/// Which accounts one service works for.
struct ServiceTurn {
    QList<AccountId> held = {}; // until `until`, the database's clock
    QList<AccountId> surplus
        = {};         // of those: more than its share, to be given back once nothing of them is under way
    int services = 0; // alive, with this one
    Instant now = {}; // of the database
    Instant until = {};
    bool operator==(const ServiceTurn &) const = default;
};

/// Who works for an account.
struct HeldLease {
    QString account = {}; // its name
    QString holder = {};  // empty: nobody
    qint64 epoch = 0;
    Instant until = {};
};

/// What a service tells those who watch it.
struct ServiceFigures {
    qint64 waiting = 0; // conversations
    QMap<QString, qint64> outbox
        = {}; // replies by state, held ones apart; those at their end only where somebody must see to them
    QList<HeldLease> leases = {}; // by account
    struct Completeness {
        QString account = {};
        QString stream = {};
        std::optional<Instant> upTo = {};
    };
    QList<Completeness> completeness = {};
    int services = 0;
};

/// Services share a team's accounts: each account has one holder for a time. Times are the database's, since services run on different machines. Taking an
/// account begins a new epoch of its lease (LeaseStore), so whoever had it before can begin no attempt any more, awake or not.
///
/// Facts: "lease-taken" {holder, epoch}, "lease-released" {holder}; none for a renewal. Thread: the database's.
class ServiceStore final
{
public:
    explicit ServiceStore(Database &db) : m_db(db) { }

    /// `name` is alive for `term` more: keeps what it has, also when its time was over and nobody took it; takes what is free until it has its share, that is
    /// the accounts divided by the services alive, rounded up.
    [[nodiscard]] ServiceTurn turn(const QString &name, const QString &host, milliseconds term);
    /// Gives one account back at once.
    void release(AccountId account, const QString &name);
    /// Gives everything back, and is gone.
    void leave(const QString &name);

    [[nodiscard]] ServiceFigures figures();

private:
    [[nodiscard]] QList<AccountId> heldBy(const QString &name);
    [[nodiscard]] QList<AccountId> freeAt(Instant now);
    void take(AccountId account, const QString &name, Instant until);

    Database &m_db;
};

} // namespace fw
