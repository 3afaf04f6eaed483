#include "app/dispatch/planning.h"

#include "app/dispatch/admission.h"
#include "app/dispatch/window_ledger.h"
#include "app/store/account_store.h"
#include "app/store/brake_store.h"
#include "app/store/ledger_store.h"
#include "app/store/reply_store.h"

#include <algorithm>

namespace fw {

namespace {
/// The windows with the limits that refusals taught, as far as they are believed by now.
QList<Window> withLearned(QList<Window> windows, const QList<LearnedLimit> &lessons, Instant now)
{
    for (const LearnedLimit &lesson : lessons) {
        for (Window &window : windows) {
            if (window.name == lesson.window) {
                WindowLedger ledger(window);
                ledger.learn(WindowLedger::Learned{.limit = double(lesson.limit), .at = lesson.at});
                window.evidence = ledger.evidence(now);
                window.limit = ledger.limit(now);
            }
        }
    }
    return windows;
}
} // namespace

namespace {
bool isOfApp(const WindowState &state)
{
    return state.window.scope == Scope::App && !state.window.isPercent;
}

/// What the app's other accounts called. Their ledgers are kept in the same network's clock.
void addOthersOfApp(
    QList<WindowState> &windows, Database &db, const Account &account, Operation operation, Instant now)
{
    if (std::none_of(windows.begin(), windows.end(), &isOfApp)) {
        return;
    }
    const QList<AccountId> others = AccountStore(db).ofSameApp(account);
    for (WindowState &state : windows) {
        for (const AccountId other : isOfApp(state) ? others : QList<AccountId>()) {
            state.others += LedgerStore(db).callsSince(other, operation, now - state.window.length);
        }
        std::sort(state.others.begin(), state.others.end());
    }
}
} // namespace

bool hasRoomInApp(Database &db, const Account &account, Operation operation)
{
    if (AccountStore(db).ofSameApp(account).isEmpty()) {
        return true;
    }
    const auto limits = limitTableFor(account);
    if (!limits) {
        return true;
    }
    const Budget budget = readBudget(db, account, *limits, operation);
    const Instant now = networkNow(db, account);
    return std::all_of(budget.windows.begin(), budget.windows.end(), [&](const WindowState &state) {
        return !isOfApp(state) || earliestCall({state}, budget.calls, now).at <= now;
    });
}

Result<Limited> limitedAccount(Database &db, AccountId id)
{
    const auto account = AccountStore(db).byId(id);
    if (!account) {
        return Failure({.code = ErrorCode::NotFound, .detail = QStringLiteral("the account is gone")});
    }
    return limitTableFor(*account).map(
        [&](const LimitTable &limits) { return Limited{.account = *account, .limits = limits}; });
}

void readBudgetInto(Budget &budget, Database &db, const Account &account, const LimitTable &limits,
    Operation operation, Instant knownUpTo)
{
    LedgerStore ledger(db);
    const Instant now = networkNow(db, account);
    const QList<Window> windows
        = withLearned(limits.windowsOf(operation), ledger.learnedLimits(account.id, operation), now);
    const Instant oldest = now - longest(windows);
    budget.windows
        = withReadings(windows, ledger.limitSignals(account.id, operation), limits.blockWithoutReset);
    addOthersOfApp(budget.windows, db, account, operation, now);
    budget.block = ledger.block(account.id, operation);
    QList<Instant> &calls = budget.calls;
    calls.erase(std::lower_bound(calls.begin(), calls.end(), knownUpTo), calls.end());
    calls.erase(calls.begin(), std::lower_bound(calls.begin(), calls.end(), oldest));
    calls += ledger.callsSince(account.id, operation, std::max(oldest, knownUpTo));
}

Budget readBudget(Database &db, const Account &account, const LimitTable &limits, Operation operation)
{
    Budget budget;
    readBudgetInto(budget, db, account, limits, operation, {});
    return budget;
}

Pace readPace(Database &db, const Account &account, const LimitTable &limits)
{
    Pace pace{.lastWrite = LedgerStore(db).lastWrite(account.id), .gap = limits.gap, .jitter = limits.jitter};
    for (const Brake &brake : BrakeStore(db).releasing(account.id, db.now())) {
        pace.releases.append({.from = *brake.releasedAt + account.clockOffset, .over = brake.releaseOver});
    }
    return pace;
}

Plan readPlan(Database &db, const Account &account, const LimitTable &limits, const QList<Operation> &also)
{
    Plan input{.now = networkNow(db, account),
        .pace = readPace(db, account, limits),
        .isPaused = account.isPaused(),
        .settle = limits.settle};
    BrakeStore brakes(db);
    const bool isBraked = brakes.holding(account.id, {}).has_value();
    const QSet<ConversationId> stopped = brakes.stoppedByTags(account.id);
    QList<Operation> operations = also;
    for (const Reply &reply : ReplyStore(db).pending(account.id)) {
        if (reply.hold) { // it goes nowhere until somebody says so, and nothing waits for it
            continue;
        }
        const bool isQueued = reply.state == ReplyState::Queued;
        input.queue.append({.id = reply.id,
            .conversation = reply.conversation,
            .operation = reply.operation,
            .replyClass = reply.replyClass,
            .notBefore = reply.notBefore + account.clockOffset,
            .due = reply.due + account.clockOffset,
            .deadline = isQueued ? deadlineOf(db, account, reply) : std::nullopt,
            .isUnderWay = !isQueued,
            .isLater = reply.isLater,
            .isBraked = isQueued && (isBraked || stopped.contains(reply.conversation))});
        operations.append(reply.operation);
    }
    for (const Operation operation : operations) {
        if (!input.budgets.contains(operation)) {
            input.budgets.emplace(operation, readBudget(db, account, limits, operation));
        }
    }
    return input;
}

} // namespace fw
