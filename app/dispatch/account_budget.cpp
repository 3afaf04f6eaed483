#include "app/dispatch/account_budget.h"

#include "app/core/log.h"
#include "app/dispatch/planning.h"
#include "app/store/ledger_store.h"

#include <algorithm>
#include <cmath>

namespace fw {

namespace {
// A window of which less is used is not taken to be lower: something else was meant.
constexpr double kPlausible = 0.2;

/// Does a header say that its window is used up, or is there no window that a refusal could be about?
bool isExplained(const CallBudget &budget, Instant now)
{
    const bool isPlausible
        = std::any_of(budget.windows().begin(), budget.windows().end(), [&](const WindowLedger &window) {
              return window.isHidden()
                  && window.used(budget.calls(), now) > kPlausible * double(window.limit(now));
          });
    return !isPlausible
        || std::any_of(budget.windows().begin(), budget.windows().end(), [&](const WindowLedger &window) {
               const bool isTold = !window.isHidden() && window.percent() >= 0;
               return isTold && window.room(budget.calls(), now) <= 0;
           });
}
} // namespace

void readInto(CallBudget &budget, Database &db, const Account &account, Operation operation,
    const QList<Instant> &calls)
{
    LedgerStore ledger(db);
    const Instant now = networkNow(db, account);
    budget.calls() = CallLog();
    for (const Instant at : calls) {
        budget.calls().add(at, at);
    }
    for (const LimitSignal &reading : ledger.limitSignals(account.id, operation)) {
        budget.read({reading}, reading.readAt, now);
    }
    for (const LearnedLimit &learned : ledger.learnedLimits(account.id, operation)) {
        for (WindowLedger &window : budget.windows()) {
            if (window.window().name == learned.window) {
                window.learn(WindowLedger::Learned{.limit = double(learned.limit), .at = learned.at});
            }
        }
    }
    budget.clearBlock();
    if (const auto block = ledger.block(account.id, operation)) {
        budget.block(block->until, block->reason);
    }
}

CallBudget budgetOf(Database &db, const Account &account, const LimitTable &limits, Operation operation)
{
    CallBudget budget(limits.windowsOf(operation));
    readInto(budget, db, account, operation,
        LedgerStore(db).callsSince(account.id, operation, networkNow(db, account) - budget.longest()));
    return budget;
}

void learnFromRefusal(Database &db, const Account &account, const LimitTable &limits, Operation operation)
{
    CallBudget budget = budgetOf(db, account, limits, operation);
    const Instant now = networkNow(db, account);
    if (isExplained(budget, now)) {
        return;
    }
    const WindowLedger *window = budget.refusedByHidden(now, now);
    if (window == nullptr || !window->learned()) {
        return;
    }
    const LearnedLimit learned{
        .window = window->window().name, .limit = int(std::floor(window->learned()->limit)), .at = now};
    LedgerStore(db).saveLearned(account.id, operation, learned);
    log::info(log::Area::Dispatch, "limit learned",
        {{"account", account.id.value}, {"limit", qint64(learned.limit)}});
}

} // namespace fw
