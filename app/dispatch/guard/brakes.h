#pragma once

#include "app/store/brake_store.h"
#include "app/store/store.h"

namespace fw {

/// Stopping everything an account writes, or every reply in conversations with a tag, at once. What is queued stays queued; an attempt that has begun is not
/// undone. After the release the pace returns slowly (guard/slow_release.h). Durable before it is announced. Thread: any.
class Brakes final
{
public:
    explicit Brakes(Store &store) : m_store(store) { }

    /// The one that holds, if there is one already. Errors: Usage (neither or both of account and tag, no reason).
    [[nodiscard]] QFuture<Result<Brake>> set(const Brake &wanted);
    /// Errors: NotFound when none holds, Usage for a negative time.
    [[nodiscard]] QFuture<Result<Brake>> release(
        AccountId account, const QString &tag, milliseconds over, const QString &agent);
    /// Those that hold, and those whose release is not over; newest first.
    [[nodiscard]] QFuture<Result<QList<Brake>>> current();

private:
    Store &m_store;
};

inline constexpr std::chrono::minutes kUsualRelease{15};

} // namespace fw
