#include "app/dispatch/guard/lock_risk.h"
#include "app/dispatch/planning.h"
#include "app/store/ledger_store.h"
#include "app/store/shape_store.h"

#include <QSet>

namespace fw {

namespace {
using namespace std::chrono_literals;

constexpr milliseconds kQuarter = 15min;
constexpr milliseconds kLedgerKept = 48h;
constexpr milliseconds kDay = 24h;

struct Busyness {
    int latest = 0;
    double usual = 0;
};

Busyness busynessOf(const QList<Instant> &writes, Instant now)
{
    Busyness pace;
    QSet<qint64> quarters;
    for (const Instant at : writes) {
        if (at > now - kQuarter) {
            ++pace.latest;
        } else {
            quarters.insert((now - at) / kQuarter);
        }
    }
    if (!quarters.isEmpty()) {
        pace.usual = double(writes.size() - pace.latest) / double(quarters.size());
    }
    return pace;
}

bool isHeldBack(const Account &account)
{
    const ErrorCode reason = errorCodeFromString(account.pausedReason);
    return account.isPaused() && (reason == ErrorCode::Spam || reason == ErrorCode::Forbidden);
}
} // namespace

RiskFacts readRiskFacts(Database &db, const Account &account, const LimitTable &limits)
{
    const Instant now = networkNow(db, account);
    QList<Instant> writes;
    RiskFacts facts{.isHeldBack = isHeldBack(account)};
    for (const Operation operation : kReplyOperations) {
        writes += LedgerStore(db).callsSince(account.id, operation, now - kLedgerKept);
        const Budget budget = readBudget(db, account, limits, operation);
        for (const WindowState &state : budget.windows) {
            // Reply by reply is how such a window is meant to be used; it is no sign of a burst.
            if (state.window.length >= kQuarter) {
                facts.fullest
                    = std::max(facts.fullest, double(usedAt(state, budget.calls, now)) / state.window.limit);
            }
        }
    }
    const Busyness pace = busynessOf(writes, now);
    facts.latest = pace.latest;
    facts.usual = pace.usual;
    const auto totals = ShapeStore(db).totals(account.id, db.now() - kDay);
    facts.replies = totals.replies;
    facts.repeated = totals.repeated;
    facts.withLink = totals.withLink;
    facts.unasked = totals.unasked;
    const auto refusals = ShapeStore(db).refusals(account.id, db.now() - kDay);
    facts.limited = refusals.limited;
    facts.refused = refusals.refused;
    facts.verdicts = refusals.spam;
    return facts;
}

} // namespace fw
