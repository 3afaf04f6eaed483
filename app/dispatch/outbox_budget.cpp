// What an account may still do, and what it risks.
#include "app/dispatch/outbox.h"
#include "app/dispatch/planning.h"

#include <algorithm>

namespace fw {

namespace {
using namespace std::chrono_literals;

constexpr milliseconds kPaceOver = 30min;

WindowUse useOf(const WindowState &state, const QList<Instant> &calls, const Account &account, Instant now)
{
    WindowUse use{.window = state.window, .used = usedAt(state, calls, now)};
    const Allowance allowance = earliestCall({state}, calls, now);
    if (allowance.at > now) {
        use.freesAt = allowance.at - account.clockOffset;
    }
    if (state.reading && state.reading->resetAt > now) {
        use.resetAt = state.reading->resetAt - account.clockOffset;
    }
    const auto recent = std::lower_bound(calls.begin(), calls.end(), now - kPaceOver);
    use.callsPerHour = double(calls.end() - recent) * (60min / kPaceOver);
    if (use.callsPerHour > 0 && !state.window.isPercent) {
        use.headroom = std::max(0, state.window.limit - use.used) * 60 / use.callsPerHour;
    }
    return use;
}
} // namespace

QFuture<Result<LockRisk>> Outbox::lockRisk(AccountId account)
{
    return m_store.read([account](Database &db) {
        return limitedAccount(db, account).map([&](const Limited &limited) {
            return lockRiskOf(readRiskFacts(db, limited.account, limited.limits));
        });
    });
}

QFuture<Result<QList<WindowUse>>> Outbox::budget(AccountId account)
{
    return m_store.read([account](Database &db) -> Result<QList<WindowUse>> {
        const auto limited = limitedAccount(db, account);
        if (!limited) {
            return Failure(limited.error());
        }
        QList<WindowUse> uses;
        for (const Operation operation : kReplyOperations) {
            const Budget budget = readBudget(db, limited->account, limited->limits, operation);
            for (const WindowState &state : budget.windows) {
                uses.append(useOf(state, budget.calls, limited->account, networkNow(db, limited->account)));
            }
        }
        std::stable_sort(uses.begin(), uses.end(), [](const WindowUse &a, const WindowUse &b) {
            return qint64(a.used) * b.window.limit > qint64(b.used) * a.window.limit;
        });
        return uses;
    });
}

} // namespace fw
