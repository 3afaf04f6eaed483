#pragma once

#include "app/network/connector.h"
#include "connectors/http/http_types.h"

namespace fw::facebook {

/// LimitSignal::header of the three budgets the Graph API reports, always as percentages.
enum class Budget {
    App,       // "app": all calls of the app, of an hour
    Pages,     // "pages": calls about the Page, of 24 h
    Messenger, // "messenger": conversations and messages, of 24 h
};
[[nodiscard]] QString headerOf(Budget budget);
/// The operations that count against it.
[[nodiscard]] QList<Operation> operationsOf(Budget budget);

/// What the headers of an answer say: X-App-Usage, X-Page-Usage, X-Business-Use-Case-Usage. Of the three percentages of an entry the highest
/// counts, and of several entries of one kind the fullest. Entries of other Pages count only where ours has none. One signal for every
/// operation of a budget; resetAt is told when the header names minutes until access is regained.
/// Source: developers.facebook.com/docs/graph-api/overview/rate-limiting.
[[nodiscard]] QList<LimitSignal> limitSignals(
    const HttpAnswer &answer, const QString &pageId, Instant readAt);

/// Everything an answer tells beside its body. `now` is the network's time as far as known, used when there is no Date.
[[nodiscard]] CallFacts factsOf(const HttpAnswer &answer, const QString &pageId, Instant now);

/// How long to wait: until the last of the budgets that name an end is regained. Empty when none does.
[[nodiscard]] std::optional<milliseconds> waitAfter(const CallFacts &facts, Operation operation);

/// Lays what an error's code says over `facts`: the budget is used up, whatever the headers said.
void noteUsedUp(
    CallFacts &facts, Operation operation, const QString &header, LimitKind kind, int code, Instant now);

} // namespace fw::facebook
