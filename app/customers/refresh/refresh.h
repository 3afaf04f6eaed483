#pragma once

#include "app/store/refresh_store.h"
#include "app/store/store.h"

namespace fw {

/// Where records of customers are looked up, and how fresh they are. Thread: any.
class Refresh final
{
public:
    explicit Refresh(Store &store) : m_store(store) { }

    [[nodiscard]] QFuture<Result<QList<RefreshSource>>> sources();
    /// `file` as refreshSourceIn() reads it, `name` as people know it. Errors: Usage with file, line and reason.
    [[nodiscard]] QFuture<Result<RefreshSource>> set(
        const QString &name, const QByteArray &file, const QString &by);
    /// Errors: NotFound.
    [[nodiscard]] QFuture<Result<void>> remove(const QString &source, const QString &by);

    /// Somebody opened the customer: asks for the record, unless that happened a moment ago, and says how fresh it is until there is an answer. With `isNow` somebody wants it
    /// asked again. Empty where there is no source. A RefreshWatch answers.
    [[nodiscard]] QFuture<Result<std::optional<Freshness>>> want(
        CustomerId customer, const QString &by, bool isNow);
    [[nodiscard]] QFuture<Result<std::optional<Freshness>>> freshness(CustomerId customer);

private:
    Store &m_store;
};

} // namespace fw
