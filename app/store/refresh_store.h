#pragma once

#include "app/model/customer.h"
#include "app/model/refresh_source.h"
#include "app/store/database.h"

namespace fw {

/// How fresh what is known of a customer is.
struct Freshness {
    CustomerId customer = {};
    std::optional<Instant> answeredAt = {}; // what is known is as of then; empty: the source never answered
    bool isUnderWay = false;                // somebody asked, and there is no answer yet
    std::optional<Error> failure = {};      // of the last question; what was known before is still there
    bool operator==(const Freshness &) const = default;
};

/// One customer to look up.
struct RefreshTask {
    CustomerId customer = {};
    QString key = {}; // in the source
    qint64 turn = 0;  // which question this is
    QString wantedBy = {};
    RefreshSource source = {};
};

/// Where records are looked up, and what came of it. Whoever opens a customer asks; a program that may write records takes the question, once, and
/// answers. Thread: the database's.
class RefreshStore final
{
public:
    explicit RefreshStore(Database &db) : m_db(db) { }

    /// In place of what was set for the same source of customers. With the fact ("refresh-source-set").
    void set(const RefreshSource &source, const QString &by);
    /// false: there was none. With the fact ("refresh-source-removed").
    bool remove(const QString &source, const QString &by);
    /// By the source of customers.
    [[nodiscard]] QList<RefreshSource> sources();
    [[nodiscard]] std::optional<RefreshSource> sourceOf(const QString &source);

    /// Nothing: there is no such customer, or nowhere to look them up.
    [[nodiscard]] std::optional<Freshness> freshness(CustomerId customer);
    /// Asks, with the fact ("refresh-wanted"), unless somebody did within kAgain, or with `isNow` unless there is no answer yet. As freshness().
    std::optional<Freshness> want(CustomerId customer, const QString &by, bool isNow);
    /// A question is waiting. Cost: one index look-up.
    [[nodiscard]] bool isWanted();
    /// The newest question nobody took; it is taken now.
    [[nodiscard]] std::optional<RefreshTask> take();
    /// The answer, with the fact ("customer-refreshed"). false: the customer is gone, or was asked for again meanwhile, and nothing is changed.
    bool end(const RefreshTask &task, const std::optional<Error> &failure, const QJsonObject &counts);

    static constexpr std::chrono::seconds kAgain{60};
    /// What is not answered by then has nobody who answers.
    static constexpr std::chrono::seconds kPatience{30};

private:
    Database &m_db;
};

} // namespace fw
