#include "app/dispatch/moderation_step.h"

#include "app/core/crash_point.h"
#include "app/dispatch/planning.h"
#include "app/dispatch/recovery.h"
#include "app/dispatch/setback.h"
#include "app/store/brake_store.h"
#include "app/store/ledger_store.h"
#include "app/store/message_store.h"

#include <QSet>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
/// One attempt, and what governs it.
struct Case {
    const Account &account;
    const LimitTable &limits;
    const ModerationAttempt &attempt;
    const Outcome &outcome;
    SendOrder &order;
    ModerationRequest request = {};
};

PlannedModeration planOne(
    const ModerationRequest &request, const Budget &budget, const Pace &pace, Instant now)
{
    PlannedModeration planned{.request = request, .at = now, .waitsFor = u"nothing"_s};
    const auto delayTo = [&planned](Instant at, const QString &reason) {
        if (at > planned.at) {
            planned.at = at;
            planned.waitsFor = reason;
        }
    };
    if (pace.lastWrite) {
        delayTo(*pace.lastWrite + stretchedGap(pace, pace.gap) * slowdown(budget.windows, now), u"gap"_s);
    }
    if (budget.block) {
        delayTo(budget.block->until, u"block"_s);
    }
    const Allowance allowance = earliestCall(budget.windows, budget.calls, planned.at);
    delayTo(allowance.at, allowance.window);
    return planned;
}

Traits traitsAfter(Traits traits, Moderation what)
{
    switch (what) {
    case Moderation::Hide:
        return traits.setFlag(Trait::Hidden);
    case Moderation::Unhide:
        return traits.setFlag(Trait::Hidden, false);
    case Moderation::Like:
        return traits.setFlag(Trait::Liked);
    case Moderation::Unlike:
        return traits.setFlag(Trait::Liked, false);
    case Moderation::Remove:
        return traits.setFlag(Trait::Removed);
    }
    Q_UNREACHABLE();
}

ModerationReport report(Database &db, const Case &made, const QString &outcome)
{
    const bool isDone = outcome == u"done"_s;
    return {.request = ModerationStore(db).byId(made.request.id).value_or(made.request),
        .number = made.attempt.number,
        .outcome = outcome,
        .reason = isDone ? QString() : toString(made.outcome.error.code),
        .detail = isDone ? QString() : made.outcome.error.detail,
        .at = db.now()};
}

/// One of the store's conditional steps away from `sending`.
using Step = bool (ModerationStore::*)(ModerationId, const QString &, const QString &);

ModerationReport setBack(Database &db, const Case &made, const QString &word, Step step)
{
    ModerationStore moderations(db);
    const Error &error = made.outcome.error;
    moderations.finishAttempt(
        made.attempt.id, word, made.outcome.facts.httpStatus, error.detail, networkNow(db, made.account));
    const bool isMoved = (moderations.*step)(made.request.id, toString(error.code), error.detail);
    Q_UNUSED(isMoved)
    return report(db, made, word);
}

ModerationReport recordDone(Database &db, const Case &made)
{
    ModerationStore moderations(db);
    moderations.finishAttempt(
        made.attempt.id, u"done"_s, made.outcome.facts.httpStatus, u""_s, networkNow(db, made.account));
    const auto message = MessageStore(db).byId(made.request.message);
    const auto what = moderationFromString(made.request.what);
    if (message && what) {
        const bool isDone = moderations.finish(made.request.id, traitsAfter(message->traits, *what));
        Q_UNUSED(isDone)
    }
    noteLetThrough(db, made.account, made.limits, made.order, made.request.operation, made.attempt.startedAt);
    return report(db, made, u"done"_s);
}

ModerationReport recordRefused(Database &db, const Case &made)
{
    const Error &error = made.outcome.error;
    if (made.request.operation == Operation::Remove && error.code == ErrorCode::NotFound) {
        return recordDone(db, made);
    }
    const bool isAboutAccount = error.code == ErrorCode::Spam
        || (made.outcome.kind == OutcomeKind::NotCarriedOut && !concernsOnlyThis(error));
    if (isAboutAccount) {
        const QString word = noteNotCarriedOut(db, made.account, made.limits, made.order,
            {.operation = made.request.operation,
                .attempt = made.attempt.id,
                .startedAt = made.attempt.startedAt,
                .error = error});
        return setBack(db, made, word, &ModerationStore::requeue);
    }
    noteRefused(db, made.account, made.request.operation, made.attempt.id, error);
    return setBack(db, made, u"refused"_s, &ModerationStore::refuse);
}

ModerationReport recordUnknown(Database &db, const Case &made)
{
    noteLost(db, made.account, made.limits, made.request.operation);
    return setBack(db, made, u"unknown"_s, &ModerationStore::markUnknown);
}
} // namespace

std::optional<PlannedModeration> nextModeration(
    Database &db, const Account &account, const LimitTable &limits)
{
    std::optional<PlannedModeration> next;
    QSet<Operation> planned;
    for (const ModerationRequest &request : ModerationStore(db).pending(account.id)) {
        if (request.state != ModerationState::Queued || planned.contains(request.operation)
            || BrakeStore(db).holding({}, request.conversation)) { // of a tag: the others go on
            continue;
        }
        planned.insert(request.operation);
        const Budget budget = readBudget(db, account, limits, request.operation);
        PlannedModeration candidate
            = planOne(request, budget, readPace(db, account, limits), networkNow(db, account));
        if (!next || candidate.at < next->at) {
            next = std::move(candidate);
        }
    }
    return next;
}

int recoverModerations(Database &db, const Account &account, qint64 epoch)
{
    return recoverSent<ModerationStore>(db, account, epoch, ModerationState::Sending);
}

std::optional<ModerationAttempt> beginModeration(
    Database &db, const Account &account, ModerationId id, qint64 epoch)
{
    ModerationStore moderations(db);
    const auto request = moderations.byId(id);
    const auto last = moderations.lastAttempt(id);
    const ModerationAttempt attempt{.id = db.newId<AttemptId>(),
        .moderation = id,
        .number = last ? last->number + 1 : 1,
        .epoch = epoch,
        .startedAt = networkNow(db, account)};
    if (!request || BrakeStore(db).holding(account.id, request->conversation)
        || !moderations.startSending(attempt)) {
        return std::nullopt;
    }
    LedgerStore(db).add(account.id, request->operation, attempt.startedAt, attempt.id);
    reachedAtCommit(CrashPoint::ModerationBeforeCommit, CrashPoint::ModerationAfterCommit);
    return attempt;
}

ModerationReport recordModeration(Database &db, const Account &account, const LimitTable &limits,
    const ModerationAttempt &attempt, const Outcome &outcome, SendOrder &order)
{
    LedgerStore(db).note(account, outcome.facts);
    ModerationStore moderations(db);
    for (const Charge &charge : outcome.facts.charges) {
        moderations.addCost(attempt.moderation, charge.microUsd);
    }
    const Case made{.account = account,
        .limits = limits,
        .attempt = attempt,
        .outcome = outcome,
        .order = order,
        .request
        = moderations.byId(attempt.moderation).value_or(ModerationRequest{.id = attempt.moderation})};
    switch (outcome.kind) {
    case OutcomeKind::Accepted:
        return recordDone(db, made);
    case OutcomeKind::Rejected:
    case OutcomeKind::NotCarriedOut:
        return recordRefused(db, made);
    case OutcomeKind::Unknown:
        break;
    }
    return recordUnknown(db, made);
}

} // namespace fw
