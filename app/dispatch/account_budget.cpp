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

/// Does a header say that its window is used up?
bool isTold(const CallBudget &budget, Instant now)
{
    return std::any_of(budget.windows().begin(), budget.windows().end(), [&](const WindowLedger &window) {
        return !window.isHidden() && window.percent() >= 0 && window.room(budget.calls(), now) <= 0;
    });
}

/// Is there a window that a refusal could be about?
bool isPlausible(const CallBudget &budget, Instant now)
{
    return std::any_of(budget.windows().begin(), budget.windows().end(), [&](const WindowLedger &window) {
        return window.isHidden() && window.used(budget.calls(), now) > kPlausible * double(window.limit(now));
    });
}

/// What a window learned, as it is kept.
std::optional<LearnedLimit> lessonOf(const WindowLedger &window)
{
    return window.learned() ? std::optional(LearnedLimit{.window = window.window().name,
               .limit = int(std::floor(window.learned()->limit)),
               .at = window.learned()->at})
                            : std::nullopt;
}

std::optional<LearnedLimit> keptOf(const QList<LearnedLimit> &lessons, const WindowLedger &window)
{
    const auto found = std::find_if(lessons.begin(), lessons.end(),
        [&window](const LearnedLimit &lesson) { return lesson.window == window.window().name; });
    return found == lessons.end() ? std::nullopt : std::optional(*found);
}

/// One refusal may teach about a window and clear another of suspicion.
void keepLessons(Database &db, const Account &account, Operation operation, const CallBudget &budget)
{
    LedgerStore ledger(db);
    const QList<LearnedLimit> lessons = ledger.learnedLimits(account.id, operation);
    for (const WindowLedger &window : budget.windows()) {
        const auto lesson = lessonOf(window);
        if (lesson == keptOf(lessons, window)) {
            continue;
        }
        if (lesson) {
            ledger.saveLearned(account.id, operation, *lesson);
        } else {
            ledger.forgetLearned(account.id, operation, window.window().name);
        }
    }
}
} // namespace

void readInto(CallBudget &budget, Database &db, const Account &account, Operation operation,
    const QList<Instant> &calls)
{
    LedgerStore ledger(db);
    const Instant now = networkNow(db, account);
    const QList<LearnedLimit> lessons = ledger.learnedLimits(account.id, operation);
    budget.calls().become(calls);
    for (const LimitSignal &reading : ledger.limitSignals(account.id, operation)) {
        budget.read({reading}, reading.readAt, now);
    }
    for (WindowLedger &window : budget.windows()) {
        const auto kept = keptOf(lessons, window);
        if (kept != lessonOf(window)) {
            window.learn(kept
                    ? std::optional(WindowLedger::Learned{.limit = double(kept->limit), .at = kept->at})
                    : std::nullopt);
        }
    }
    budget.clearBlock();
    if (const auto block = ledger.block(account.id, operation)) {
        budget.block(block->until, block->reason);
    }
}

std::optional<Instant> learnFromRefusal(
    Database &db, const Account &account, Operation operation, CallBudget &budget, Instant startedAt)
{
    const Instant now = networkNow(db, account);
    if (isTold(budget, now) || (!budget.isRefused() && !isPlausible(budget, now))) {
        return std::nullopt;
    }
    const WindowLedger *window = budget.refusedByHidden(startedAt, now);
    keepLessons(db, account, operation, budget);
    if (window != nullptr) {
        log::info(log::Area::Dispatch, "limit learned",
            {{"account", account.id.value}, {"limit", qint64(window->limit(now))}});
    }
    return budget.worthTryingAt();
}

void learnFromSuccess(
    Database &db, const Account &account, Operation operation, CallBudget &budget, Instant startedAt)
{
    if (budget.letThrough(startedAt, networkNow(db, account)) != nullptr) {
        keepLessons(db, account, operation, budget);
    }
}

} // namespace fw
