#include "connectors/twitter/twitter_writes.h"

#include "app/core/async.h"
#include "connectors/http/json_answer.h"
#include "connectors/twitter/twitter_errors.h"
#include "connectors/twitter/twitter_ids.h"
#include "connectors/twitter/twitter_limits.h"
#include "connectors/twitter/twitter_parse.h"

namespace fw::twitter {

namespace {
using namespace Qt::StringLiterals;

QFuture<Outcome> refusedByUs(const QString &detail)
{
    return ready(
        Outcome{.kind = OutcomeKind::Rejected, .error = {.code = ErrorCode::NotOffered, .detail = detail}});
}

QString writtenThread(const QByteArray &body)
{
    const Result<JsonAnswer> answer = JsonAnswer::read(body);
    return answer ? threadIdIn(answer->root()["data"]["dm_conversation_id"]) : QString();
}

/// The one call of a write; what it cost is known when the network took it.
struct WriteCall {
    QByteArray method = "POST";
    QUrl url = {};
    QJsonObject body = {};
    Charge charge = {};
    Write write = {};
};

QFuture<Outcome> carryOut(const SharedSession &session, const WriteCall &call)
{
    return session->write(call.method, call.url, call.body)
        .then([now = session->now(), charge = call.charge, write = call.write](const HttpAnswer &answer) {
            Outcome outcome = outcomeOf(answer, factsOf(answer, write.operation, now), write);
            if (outcome.kind == OutcomeKind::Accepted && charge.microUsd > 0) {
                outcome.facts.charges.append(charge);
            }
            return outcome;
        });
}

QFuture<Outcome> sendReply(const SharedSession &session, const Outgoing &reply)
{
    const WriteCall call{.url = newPostUrl(session->account),
        .body = {{u"text"_s, reply.body},
            {u"reply"_s, QJsonObject{{u"in_reply_to_tweet_id"_s, reply.parentRemoteId}}}},
        .charge = costOf(session->prices, reply.body, !session->isEnterprise()),
        .write = {.operation = Operation::Reply,
            .text = reply.body,
            .remoteIdIn = [](const QByteArray &body) { return readWrittenId(body, u"id"_s); }}};
    return carryOut(session, call);
}

QFuture<Outcome> sendMessage(const SharedSession &session, const Outgoing &reply)
{
    if (reply.thread.isEmpty() && reply.recipientRemoteId.isEmpty()) {
        return refusedByUs(u"a message to nobody"_s);
    }
    return carryOut(session,
        {.url = newMessageUrl(session->account, {.thread = reply.thread, .person = reply.recipientRemoteId}),
            .body = {{u"text"_s, reply.body}},
            .charge = chargeOf(session->prices, u"message-create"_s),
            .write = {.operation = Operation::DirectMessage,
                .text = reply.body,
                .remoteIdIn = [](const QByteArray &body) { return readWrittenId(body, u"dm_event_id"_s); },
                .threadIn = &writtenThread}});
}

/// Accepts an answer of which the flag is as it should be.
auto flagged(const QString &flag, bool isOn, const QString &remoteId)
{
    return [flag, isOn, remoteId](
               const QByteArray &body) { return readWrittenFlag(body, flag) == isOn ? remoteId : QString(); };
}

QFuture<Outcome> setHidden(const SharedSession &session, bool isHidden, const QString &remoteId)
{
    return carryOut(session,
        {.method = "PUT",
            .url = hiddenUrl(session->account, remoteId),
            .body = {{u"hidden"_s, isHidden}},
            .charge = chargeOf(session->prices, u"hide"_s),
            .write = {.operation = Operation::Hide, .remoteIdIn = flagged(u"hidden"_s, isHidden, remoteId)}});
}

QFuture<Outcome> setLiked(const SharedSession &session, bool isLiked, const QString &remoteId)
{
    // docs.x.com/changelog, 16 April 2026: no likes by self-serve access any more.
    if (!session->isEnterprise() || session->account.remoteId.isEmpty()) {
        return refusedByUs(u"likes are not offered with this kind of access"_s);
    }
    return carryOut(session,
        {.method = isLiked ? "POST" : "DELETE",
            .url = isLiked ? likesUrl(session->account) : likeUrl(session->account, remoteId),
            .body = isLiked ? QJsonObject{{u"tweet_id"_s, remoteId}} : QJsonObject(),
            .charge = chargeOf(session->prices, u"like"_s),
            .write = {.operation = Operation::Like, .remoteIdIn = flagged(u"liked"_s, isLiked, remoteId)}});
}

QFuture<Outcome> remove(const SharedSession &session, const QString &remoteId)
{
    const WriteCall call{.method = "DELETE",
        .url = postUrl(session->account, remoteId),
        .charge = chargeOf(session->prices, u"remove"_s),
        .write = {.operation = Operation::Remove, .remoteIdIn = [remoteId](const QByteArray &body) {
                      // false: there was nothing left to remove
                      return readWrittenFlag(body, u"deleted"_s) ? remoteId : QString();
                  }}};
    return carryOut(session, call).then([remoteId](Outcome outcome) {
        if (outcome.kind == OutcomeKind::Rejected && outcome.error.code == ErrorCode::NotFound) {
            outcome.kind = OutcomeKind::Accepted;
            outcome.remoteId = remoteId;
        }
        return outcome;
    });
}
} // namespace

QFuture<Outcome> send(const SharedSession &session, const Outgoing &reply)
{
    switch (reply.operation) {
    case Operation::Reply:
        return sendReply(session, reply);
    case Operation::DirectMessage:
        return sendMessage(session, reply);
    default:
        return refusedByUs(u"Twitter knows no %1"_s.arg(toString(reply.operation)));
    }
}

QFuture<Outcome> moderate(const SharedSession &session, Moderation what, const QString &remoteId)
{
    switch (what) {
    case Moderation::Hide:
    case Moderation::Unhide:
        return setHidden(session, what == Moderation::Hide, remoteId);
    case Moderation::Like:
    case Moderation::Unlike:
        return setLiked(session, what == Moderation::Like, remoteId);
    case Moderation::Remove:
        return remove(session, remoteId);
    }
    Q_UNREACHABLE();
}

} // namespace fw::twitter
