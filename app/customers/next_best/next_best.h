#pragma once

#include "app/customers/next_best/habit_advice.h"
#include "app/customers/next_best/product_advice.h"
#include "app/store/store.h"

namespace fw {

/// Something that could have been gone by, had they agreed to it.
struct WithheldPurpose {
    Purpose needs = Purpose::Recommendations;
    std::optional<Instant> withdrawnAt = {}; // empty: nobody agreed to it yet
    bool operator==(const WithheldPurpose &) const = default;
};

/// For whom, and who looks.
struct NextBestRequest {
    CustomerId customer = {};
    ConversationId conversation = {}; // where; for the journal
    QString agent = {};
    QTimeZone zone = QTimeZone::systemTimeZone(); // of customers who named none
};

/// What to offer somebody next, when and where, each with its reason. Without consent to `recommendations` there is none of it.
struct NextBest {
    CustomerId customer = {};
    QList<ProductAdvice> products = {}; // best first
    std::optional<MomentAdvice> moment = {};
    std::optional<NetworkAdvice> network = {};
    QList<WithheldPurpose> withheld = {};
    bool operator==(const NextBest &) const = default;
};

/// Errors: NotFound. Where something may be shown the fact "next-best-viewed" is added, so it writes then. Thread: the database's.
[[nodiscard]] Result<NextBest> nextBestOf(Database &db, const NextBestRequest &request);

/// Products, moments and networks that fit, from what customers agreed to have used. Thread: any.
class NextBestDesk final
{
public:
    explicit NextBestDesk(Store &store) : m_store(store) { }

    /// Errors: NotFound. Who looked is written down, unless nothing may be shown.
    [[nodiscard]] QFuture<Result<NextBest>> look(const NextBestRequest &request);
    /// Brings the counts of baskets a bounded piece nearer to the orders and consents there are; how many orders were looked at, 0: they agree.
    [[nodiscard]] QFuture<Result<int>> catchUp();

private:
    Store &m_store;
};

} // namespace fw
