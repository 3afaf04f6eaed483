#pragma once

#include "app/dispatch/decision.h"
#include "app/dispatch/outbox.h"
#include "app/dispatch/planning.h"
#include "app/dispatch/record_outcome.h"
#include "app/store/account_store.h"
#include "app/store/lease_store.h"
#include "app/store/ledger_store.h"
#include "app/store/reply_store.h"
#include "tests/support/desk_fixture.h"

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A desk with a question, an outbox, and the lease.
struct Sender : DeskFixture {
    Sender() : question(keep(mention(u"10"_s, u"5"_s)))
    {
        epoch = *waitFor(store->write([this](Database &db) { return LeaseStore(db).take(account.id); }));
    }

    ReplyId press(const QString &body = u"hello"_s) { return tryPress({.body = body})->reply.id; }

    /// Presses Send on an answer to the question, unless `wanted` names something else.
    Result<OutboxEntry> tryPress(NewReply wanted)
    {
        Outbox outbox(*store);
        if (wanted.parent.isNull()) {
            wanted.parent = question.id;
        }
        wanted.agent = u"ann"_s;
        const auto reply = waitFor(outbox.press(wanted));
        return reply ? waitFor(outbox.entry(reply->id)) : Failure(reply.error());
    }

    /// The account says what it can do.
    void publish(const Capabilities &capabilities)
    {
        account = *waitFor(store->write([this, capabilities](Database &db) {
            AccountStore(db).publish(account.id, toJson(capabilities));
            return *AccountStore(db).byId(account.id);
        }));
    }

    std::optional<Attempt> begin(ReplyId id)
    {
        return *waitFor(
            store->write([this, id](Database &db) { return beginAttempt(db, account, id, epoch).attempt; }));
    }

    AttemptReport record(const Attempt &attempt, const Outcome &outcome)
    {
        return *waitFor(store->write([=, this](Database &db) {
            return recordOutcome(db, account, limits(), attempt, outcome, order);
        }));
    }

    /// Presses, begins and records in one go.
    AttemptReport send(const Outcome &outcome)
    {
        return record(*begin(press(u"text %1"_s.arg(++sent))), outcome);
    }

    std::optional<AttemptReport> found(ReplyId id, const QList<Post> &posts)
    {
        return *waitFor(store->write([=, this](Database &db) {
            return recordLookup(db, account, limits(), id, posts, networkNow(db, account));
        }));
    }

    Decision decide()
    {
        return *waitFor(
            store->read([this](Database &db) { return decideNext(db, account.id, epoch, {}, order); }));
    }

    Reply reply(ReplyId id)
    {
        return **waitFor(store->read([id](Database &db) { return ReplyStore(db).byId(id); }));
    }

    Account accountNow()
    {
        return **waitFor(store->read([this](Database &db) { return AccountStore(db).byId(account.id); }));
    }

    int calls(Operation operation = Operation::Reply)
    {
        return int(waitFor(store->read([=, this](Database &db) {
            return LedgerStore(db).callsSince(account.id, operation, clock.now() - 24h);
        }))->size());
    }

    [[nodiscard]] LimitTable limits() const { return *limitTableFor(account); }

    Message question;
    SendOrder order = {};
    qint64 epoch = 0;
    int sent = 0;
};

inline const Outcome kAccepted{
    .kind = OutcomeKind::Accepted, .remoteId = u"77"_s, .facts = {.httpStatus = 201}};
inline const Outcome kLost{
    .kind = OutcomeKind::Unknown, .error = {.code = ErrorCode::Timeout, .detail = u"no answer"_s}};
inline const Outcome kServerFault{
    .kind = OutcomeKind::Unknown, .error = {.code = ErrorCode::ServerFault}, .facts = {.httpStatus = 503}};

inline Outcome rejected(ErrorCode code)
{
    return {.kind = OutcomeKind::Rejected,
        .error = {.code = code, .detail = u"said the network"_s},
        .facts = {.httpStatus = 403}};
}

inline Outcome notCarriedOut(ErrorCode code, std::optional<milliseconds> retryAfter = {})
{
    return {.kind = OutcomeKind::NotCarriedOut, .error = {.code = code, .retryAfter = retryAfter}};
}

/// Everything on, with the windows of a network that has them.
inline Capabilities everything()
{
    Capabilities all{.messageWindow = 24h, .humanAgentWindow = 7 * 24h, .privateReplyWindow = 7 * 24h};
    for (const Feature feature : {Feature::ReplyPublic, Feature::ReplyPrivate, Feature::SendMessage,
             Feature::Hide, Feature::Like, Feature::Remove}) {
        all.table.append({.feature = feature, .isOn = true});
    }
    return all;
}

} // namespace fw::test
