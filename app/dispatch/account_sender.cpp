#include "app/dispatch/account_sender.h"

#include "app/core/crash_point.h"
#include "app/core/log.h"
#include "app/dispatch/setback.h"
#include "app/store/account_store.h"
#include "app/store/lease_store.h"
#include "app/store/ledger_store.h"

namespace fw {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
// A network's clock may differ from ours by more than Date told us, and a look-up that misses our own post costs a duplicate.
constexpr milliseconds kClockDoubt = 2min;
constexpr milliseconds kStorePause = 30s;

/// Whoever takes over from a sender that stands still concludes `settle` after the attempt began that nothing arrived, and sends again. What was not sent
/// by a quarter of that is not sent under this attempt; the connector's own deadline ends what was begun by then.
constexpr int kShareOfSettle = 4;

/// A new epoch of the account's lease, with what an earlier one left made ready to be looked up.
Result<qint64> takeLease(Database &db, AccountId id, const QString &holder)
{
    const auto account = AccountStore(db).byId(id);
    if (!account) {
        return Failure({.code = ErrorCode::NotFound, .detail = u"the account is gone"_s});
    }
    LeaseStore leases(db);
    const auto epoch = holder.isEmpty() ? leases.take(id) : leases.takeAs(id, holder);
    if (!epoch) {
        return Failure({.code = ErrorCode::Busy, .detail = u"another service has the account now"_s});
    }
    reached(CrashPoint::LeaseTaken);
    recoverReplies(db, *account, *epoch);
    recoverModerations(db, *account, *epoch);
    reachedAtCommit(CrashPoint::RecoveryBeforeCommit, CrashPoint::RecoveryAfterCommit);
    return *epoch;
}

Outcome notSentAfterAll()
{
    return {.kind = OutcomeKind::NotCarriedOut,
        .error = {.code = ErrorCode::Offline,
            .detail = u"the program stood still before anything left; it is sent anew"_s}};
}
} // namespace

AccountSender::AccountSender(
    Store &store, Connector &connector, const Clock &clock, AccountId account, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_connector(connector)
    , m_clock(clock)
    , m_account(account)
    , m_timer(clock, this)
{
    connect(&m_timer, &ClockTimer::due, this, &AccountSender::wake);
}

void AccountSender::start()
{
    if (m_isEnding) {
        end();
        return;
    }
    const auto taken = m_store.write(
        [id = m_account, holder = m_holder](Database &db) { return takeLease(db, id, holder); });
    whenDone(taken, this, [this](const Result<qint64> &epoch) {
        if (!epoch
            && epoch.error().code == ErrorCode::Storage) { // it may be a server that is away for a while
            startAgain(epoch.error());
            return;
        }
        if (!epoch) {
            stop(epoch.error());
            return;
        }
        m_epoch = *epoch;
        m_state = State::Idle;
        wake();
    });
}

void AccountSender::wake()
{
    if (m_state == State::Idle) {
        decide();
    } else {
        m_isWoken = true;
    }
}

void AccountSender::finish()
{
    m_isEnding = true;
    if (m_state == State::Idle || m_state == State::Stopped) {
        end();
    }
}

void AccountSender::end()
{
    m_state = State::Stopped;
    m_timer.stop();
    Q_EMIT finished();
}

void AccountSender::decide()
{
    if (m_isEnding) {
        end();
        return;
    }
    m_state = State::Deciding;
    m_isWoken = false;
    m_timer.stop();
    // One decision is made at a time, so that the order is only ever in one thread's hands.
    const auto decided
        = m_store.read([id = m_account, epoch = m_epoch, lookedUp = m_lookedUp, order = m_order](
                           Database &db) { return decideNext(db, id, epoch, lookedUp, *order); });
    whenDone(decided, this, [this](const Result<Decision> &decision) {
        if (decision) {
            act(*decision);
        } else {
            storeFailed(decision.error());
        }
    });
}

void AccountSender::act(const Decision &decision)
{
    if (m_isEnding) {
        end();
        return;
    }
    reached(CrashPoint::DecisionMade);
    switch (decision.kind) {
    case Decision::Kind::Send:
        send(decision);
        break;
    case Decision::Kind::RejectLate:
        rejectLate(decision);
        break;
    case Decision::Kind::LookUp:
        lookUp(decision);
        break;
    case Decision::Kind::Moderate:
        moderate(decision);
        break;
    case Decision::Kind::Stop:
        stop(decision.error);
        break;
    case Decision::Kind::Wait:
    case Decision::Kind::Nothing:
        waitUntil(decision.until, decision.reason);
        break;
    }
}

void AccountSender::send(const Decision &decision)
{
    m_state = State::Sending;
    const auto begun = m_store.write([account = decision.account, reply = decision.reply.id, epoch = m_epoch](
                                         Database &db) { return beginAttempt(db, account, reply, epoch); });
    whenDone(begun, this, [this, decision](const Result<Begun> &result) {
        if (!result) {
            storeFailed(result.error());
            return;
        }
        if (result->refused) {
            Q_EMIT attempted(*result->refused);
        }
        if (!result->attempt) { // too late, withdrawn in the meantime, or the lease is gone: decide anew
            again();
            return;
        }
        if (hasStoodStill(decision, result->attempt->startedAt)) {
            record(decision, *result->attempt, notSentAfterAll());
            return;
        }
        reached(CrashPoint::BeforeFirstByte);
        whenDone(m_connector.send(result->outgoing), this,
            [this, decision, made = *result->attempt](const Outcome &outcome) {
                reached(CrashPoint::AnswerReceived);
                record(decision, made, outcome);
            });
    });
}

bool AccountSender::hasStoodStill(const Decision &decision, Instant startedAt) const
{
    const Instant now = m_clock.now() + decision.account.clockOffset;
    // Real time on both sides: a disk takes as long on a fast clock's day.
    return m_clock.realTime(now - startedAt) > decision.limits.settle / kShareOfSettle;
}

void AccountSender::rejectLate(const Decision &decision)
{
    m_state = State::Sending;
    const auto rejected
        = m_store.write([account = decision.account, reply = decision.reply.id, epoch = m_epoch](
                            Database &db) { return fw::rejectLate(db, account, reply, epoch); });
    whenDone(rejected, this, [this](const Reported &report) {
        if (!report) {
            storeFailed(report.error());
            return;
        }
        if (*report) {
            Q_EMIT attempted(**report);
        }
        again();
    });
}

void AccountSender::moderate(const Decision &decision)
{
    m_state = State::Sending;
    const auto begun
        = m_store.write([account = decision.account, id = decision.moderation.id, epoch = m_epoch](
                            Database &db) { return beginModeration(db, account, id, epoch); });
    whenDone(begun, this, [this, decision](const Result<std::optional<ModerationAttempt>> &attempt) {
        if (!attempt) {
            storeFailed(attempt.error());
            return;
        }
        const auto what = moderationFromString(decision.moderation.what);
        if (!*attempt || !what) { // withdrawn in the meantime, or the lease is gone: decide anew
            again();
            return;
        }
        if (hasStoodStill(decision, (*attempt)->startedAt)) {
            recordModerated(decision, **attempt, notSentAfterAll());
            return;
        }
        whenDone(m_connector.moderate(*what, decision.moderation.remoteId), this,
            [this, decision, made = **attempt](const Outcome &outcome) {
                reached(CrashPoint::ModerationAnswered);
                recordModerated(decision, made, outcome);
            });
    });
}

void AccountSender::recordModerated(
    const Decision &decision, const ModerationAttempt &attempt, const Outcome &outcome)
{
    const auto recorded = m_store.write([account = decision.account, limits = decision.limits, attempt,
                                            outcome, order = m_order](Database &db) {
        reachedAtCommit(CrashPoint::ModerationRecordBeforeCommit, CrashPoint::ModerationRecordAfterCommit);
        return recordModeration(db, account, limits, attempt, outcome, *order);
    });
    whenDone(recorded, this, [this](const Result<ModerationReport> &report) {
        if (!report) {
            startAgain(report.error()); // as for replies: a new start reads what stayed `sending` as unknown
            return;
        }
        Q_EMIT moderated(*report);
        again();
    });
}

void AccountSender::record(const Decision &decision, const Attempt &attempt, const Outcome &outcome)
{
    const auto recorded = m_store.write([account = decision.account, limits = decision.limits, attempt,
                                            outcome, order = m_order](Database &db) {
        reachedAtCommit(CrashPoint::RecordBeforeCommit, CrashPoint::RecordAfterCommit);
        return recordOutcome(db, account, limits, attempt, outcome, *order);
    });
    whenDone(recorded, this, [this, attempt](const Result<AttemptReport> &report) {
        if (!report) {
            // What the network said could not be kept. The reply stays `sending` on disk; a new start reads that as unknown.
            startAgain(report.error());
            return;
        }
        m_lookedUp.remove(attempt.reply);
        Q_EMIT attempted(*report);
        again();
    });
}

void AccountSender::lookUp(const Decision &decision)
{
    m_state = State::LookingUp;
    // What is not there is not there when we ask. By the time the answer is read the program may have stood still for long, and the reply come to light.
    const Instant lookedAt = m_clock.now() + decision.account.clockOffset;
    reached(CrashPoint::LookUpBegun);
    whenDone(m_connector.findSent(decision.outgoing, decision.searchFrom - kClockDoubt), this,
        [this, decision, lookedAt](const Answer<QList<Post>> &answer) {
            reached(CrashPoint::LookUpAnswered);
            recordFound(decision, answer, lookedAt);
        });
}

void AccountSender::recordFound(const Decision &decision, const Answer<QList<Post>> &answer, Instant lookedAt)
{
    m_lookedUp.insert(decision.reply.id, lookedAt);
    const auto recorded
        = m_store.write([decision, answer, lookedAt](Database &db) -> std::optional<AttemptReport> {
              reachedAtCommit(CrashPoint::LookUpBeforeCommit, CrashPoint::LookUpAfterCommit);
              const Operation operation = lookupOperation(decision.reply.operation);
              LedgerStore ledger(db);
              ledger.add(decision.account.id, operation, lookedAt, db.newId<AttemptId>());
              ledger.note(decision.account, answer.facts);
              if (answer.result) {
                  return recordLookup(
                      db, decision.account, decision.limits, decision.reply.id, *answer.result, lookedAt);
              }
              recordLookupFailed(db, decision.account, decision.limits, operation, answer.result.error());
              return std::nullopt;
          });
    whenDone(recorded, this, [this, decision, answer](const Reported &report) {
        if (!report) {
            storeFailed(report.error());
            return;
        }
        if (*report) {
            m_lookedUp.remove(decision.reply.id);
            Q_EMIT attempted(**report);
        }
        if (!answer.result && needsSomebody(answer.result.error())) {
            stop(answer.result.error());
            if (m_isEnding) {
                return;
            }
            m_timer.start(decision.limits.settle);
            return;
        }
        again();
    });
}

void AccountSender::again()
{
    m_state = State::Idle;
    decide();
}

void AccountSender::waitUntil(Instant until, const QString &reason)
{
    m_state = State::Idle;
    if (m_isWoken) {
        decide();
        return;
    }
    if (until != Instant::max()) {
        m_timer.startAt(until);
    }
    Q_EMIT waiting(until, reason);
}

void AccountSender::stop(const Error &error)
{
    log::warn(log::Area::Dispatch, "sending stopped",
        {{"account", m_account.value}, {"code", log::SafeText{toString(error.code)}}});
    // A paused account may be resumed, so the next wake() asks again; whoever lost the lease has nothing more to say.
    m_state = error.code == ErrorCode::Busy ? State::Stopped : State::Idle;
    Q_EMIT stopped(error);
    if (m_isEnding) {
        end();
    }
}

void AccountSender::storeFailed(const Error &error)
{
    stop(error);
    if (!m_isEnding) {
        m_timer.start(kStorePause);
    }
}

void AccountSender::startAgain(const Error &error)
{
    stop(error);
    m_state = State::Stopped;
    m_order = std::make_shared<SendOrder>(); // it may have read what was not kept
    if (m_isEnding) {
        return;
    }
    QTimer::singleShot(kStorePause, this, &AccountSender::start);
}

} // namespace fw
