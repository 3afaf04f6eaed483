#include "ui/cli/json_output.h"

#include <QJsonArray>

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue timeOrNull(const std::optional<Instant> &instant)
{
    return instant ? QJsonValue(toIso(*instant)) : QJsonValue(QJsonValue::Null);
}

template <typename Tag>
QJsonValue idOrNull(Id<Tag> id)
{
    return id.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(id.toString());
}

QJsonArray traits(Traits traits)
{
    QJsonArray names;
    for (const auto &[trait, name] :
        {std::pair{Trait::AddressesUs, u"addresses-us"_s}, std::pair{Trait::CanHide, u"can-hide"_s},
            std::pair{Trait::CanRemove, u"can-remove"_s}, std::pair{Trait::CanLike, u"can-like"_s},
            std::pair{Trait::CanReplyPrivately, u"can-reply-privately"_s},
            std::pair{Trait::Hidden, u"hidden"_s}, std::pair{Trait::Liked, u"liked"_s},
            std::pair{Trait::Removed, u"removed"_s}, std::pair{Trait::Context, u"context"_s},
            std::pair{Trait::Encrypted, u"encrypted"_s}}) {
        if (traits.testFlag(trait)) {
            names.append(name);
        }
    }
    return names;
}

double dollars(qint64 microUsd)
{
    return double(microUsd) / 1e6;
}

QJsonObject author(const Identity &identity)
{
    return {{u"remote_id"_s, identity.remoteId}, {u"handle"_s, identity.handle}, {u"name"_s, identity.name}};
}
} // namespace

QJsonObject toJson(const Message &message, const Account &account)
{
    return {{u"type"_s, u"message"_s}, {u"id"_s, message.id.toString()}, {u"remote_id"_s, message.remoteId},
        {u"network"_s, toString(account.network)}, {u"account"_s, account.name},
        {u"kind"_s, toString(message.kind)}, {u"direction"_s, toString(message.direction)},
        {u"lane"_s, toString(message.lane)}, {u"author"_s, author(message.author)},
        {u"author_available"_s, message.isAuthorAvailable}, {u"text"_s, message.body},
        {u"posted_at"_s, toIso(message.postedAt)}, {u"in_reply_to"_s, textOrNull(message.inReplyTo)},
        {u"thread"_s, message.thread}, {u"permalink"_s, textOrNull(message.permalink)},
        {u"traits"_s, traits(message.traits)}, {u"conversation"_s, idOrNull(message.conversation)}};
}

QJsonObject toJson(const Conversation &conversation)
{
    return {{u"conversation"_s, conversation.id.toString()}, {u"network"_s, toString(conversation.network)},
        {u"account"_s, conversation.accountName}, {u"customer"_s, author(conversation.customer)},
        {u"lane"_s, toString(conversation.lane)}, {u"state"_s, toString(conversation.state)},
        {u"snoozed_until"_s, timeOrNull(conversation.snoozedUntil)},
        {u"merged_into"_s, idOrNull(conversation.mergedInto)}, {u"class"_s, toString(conversation.workClass)},
        {u"due_at"_s, timeOrNull(conversation.dueAt)}, {u"opened_at"_s, toIso(conversation.openedAt)},
        {u"waiting_since"_s, timeOrNull(conversation.waitingSince)},
        {u"last_message_at"_s, toIso(conversation.lastMessageAt)},
        {u"unanswered"_s, conversation.unansweredCount}, {u"pending_replies"_s, conversation.pendingReplies},
        {u"failed_replies"_s, conversation.failedReplies}, {u"kind"_s, toString(conversation.lastKind)},
        {u"text"_s, conversation.preview}};
}

QJsonObject toJson(const Forecast &forecast)
{
    return {{u"leaves_at"_s,
                forecast.isNever() ? QJsonValue(QJsonValue::Null) : QJsonValue(toIso(forecast.leavesAt))},
        {u"ahead"_s, forecast.ahead}, {u"waits_for"_s, forecast.waitsFor},
        {u"deadline"_s, timeOrNull(forecast.deadline)}};
}

QJsonObject toJson(const StockQuote &quote)
{
    return {{u"product"_s, quote.product}, {u"variant"_s, quote.variant}, {u"place"_s, quote.place},
        {u"said"_s, quote.said}, {u"as_of"_s, toIso(quote.asOf)},
        {u"found"_s, quote.found ? QJsonValue(*quote.found) : QJsonValue(QJsonValue::Null)}};
}

QJsonObject toJson(const OutboxEntry &entry)
{
    const Reply &reply = entry.reply;
    QJsonArray quotes;
    for (const StockQuote &quote : entry.quotes) {
        quotes.append(toJson(quote));
    }
    return {{u"reply"_s, reply.id.toString()}, {u"state"_s, toString(reply.state)},
        {u"conversation"_s, reply.conversation.toString()}, {u"in_reply_to"_s, reply.parentRemoteId},
        {u"lane"_s, toString(reply.lane)}, {u"operation"_s, toString(reply.operation)},
        {u"text"_s, reply.body}, {u"agent"_s, reply.agent}, {u"class"_s, toString(reply.replyClass)},
        {u"created_at"_s, toIso(reply.createdAt)}, {u"due_at"_s, toIso(reply.due)},
        {u"not_before"_s, toIso(reply.notBefore)},
        {u"hold"_s, reply.hold ? QJsonValue(toString(*reply.hold)) : QJsonValue(QJsonValue::Null)},
        {u"stock"_s, quotes}, {u"part"_s, reply.part}, {u"parts"_s, reply.parts},
        {u"first_part"_s, idOrNull(reply.firstPart)}, {u"decided_at"_s, timeOrNull(reply.decidedAt)},
        {u"remote_id"_s, textOrNull(reply.remoteId)}, {u"reason"_s, textOrNull(reply.reason)},
        {u"detail"_s, textOrNull(reply.detail)}, {u"attempts"_s, reply.attempts},
        {u"handled"_s, reply.isHandled}, {u"cost_usd"_s, dollars(reply.microUsd)},
        {u"deadline"_s, timeOrNull(entry.forecast ? entry.forecast->deadline : std::nullopt)},
        {u"forecast"_s, entry.forecast ? QJsonValue(toJson(*entry.forecast)) : QJsonValue(QJsonValue::Null)}};
}

QJsonObject toJson(const Account &account)
{
    return {{u"account"_s, account.name}, {u"network"_s, toString(account.network)},
        {u"base_url"_s, account.baseUrl}, {u"token_file"_s, account.tokenFile},
        {u"remote_id"_s, textOrNull(account.remoteId)}, {u"handle"_s, textOrNull(account.handle)},
        {u"name"_s, textOrNull(account.displayName)},
        {u"clock_offset_ms"_s, qint64(account.clockOffset.count())},
        {u"paused"_s, textOrNull(account.pausedReason)},
        {u"paused_detail"_s, textOrNull(account.pausedDetail)}, {u"settings"_s, account.settings}};
}

QJsonObject toJson(const StreamProgress &progress)
{
    return {{u"stream"_s, progress.stream}, {u"cursor"_s, textOrNull(progress.watermark)},
        {u"complete_up_to"_s, timeOrNull(progress.completeUpTo)},
        {u"failed_at"_s, timeOrNull(progress.failedAt)}, {u"failure"_s, textOrNull(progress.failure)},
        {u"failure_detail"_s, textOrNull(progress.failureDetail)}, {u"announced"_s, progress.announced},
        {u"fetched"_s, progress.fetched}, {u"stored"_s, progress.stored},
        {u"unreadable"_s, progress.unreadable}, {u"missing"_s, progress.missing}};
}

QJsonObject toJson(const WindowUse &use)
{
    return {{u"window"_s, use.window.name}, {u"operation"_s, toString(use.window.operation)},
        {u"used"_s, use.used}, {u"limit"_s, use.window.limit},
        {u"scope"_s, use.window.scope == Scope::App ? u"app"_s : u"account"_s},
        {u"evidence"_s, toString(use.window.evidence)}, {u"source"_s, use.window.source},
        {u"unit"_s, use.window.isPercent ? u"percent"_s : u"calls"_s},
        {u"length_s"_s, qint64(use.window.length.count() / 1000)}, {u"frees_at"_s, timeOrNull(use.freesAt)},
        {u"resets_at"_s, timeOrNull(use.resetAt)}, {u"calls_per_hour"_s, use.callsPerHour},
        {u"headroom_min"_s, use.headroom ? QJsonValue(*use.headroom) : QJsonValue(QJsonValue::Null)}};
}

QJsonObject toJson(const GuardFinding &finding)
{
    QJsonArray others;
    for (const guard::SimilarReply &other : finding.others) {
        others.append(QJsonObject{{u"reply"_s, other.reply.toString()}, {u"text"_s, other.text},
            {u"at"_s, toIso(other.at)}, {u"to"_s, author(other.to)}, {u"state"_s, toString(other.state)},
            {u"likeness"_s, other.likeness}});
    }
    QJsonArray spans;
    for (const guard::LeakSpan &span : finding.spans) {
        spans.append(QJsonObject{
            {u"start"_s, qint64(span.start)}, {u"length"_s, qint64(span.length)}, {u"what"_s, span.what}});
    }
    return {{u"code"_s, toString(finding.code)}, {u"detail"_s, finding.detail}, {u"count"_s, finding.count},
        {u"others"_s, others}, {u"spans"_s, spans}};
}

QJsonObject toJson(const LockRisk &risk)
{
    QJsonArray parts;
    for (const RiskPart &part : risk.parts) {
        parts.append(QJsonObject{
            {u"part"_s, part.name}, {u"value"_s, part.value}, {u"lower"_s, textOrNull(part.lower)}});
    }
    return {{u"value"_s, risk.value}, {u"parts"_s, parts}};
}

QJsonObject toJson(const Brake &brake, const QString &accountName)
{
    return {{u"brake"_s, brake.id.toString()}, {u"account"_s, textOrNull(accountName)},
        {u"tag"_s, textOrNull(brake.tag)}, {u"agent"_s, brake.agent}, {u"why"_s, brake.why},
        {u"at"_s, toIso(brake.at)}, {u"released_at"_s, timeOrNull(brake.releasedAt)},
        {u"release_over_s"_s, qint64(brake.releaseOver.count() / 1000)}};
}

QJsonObject toJson(const AttemptReport &report)
{
    return {{u"type"_s, u"attempt"_s}, {u"reply"_s, report.reply.id.toString()},
        {u"attempt"_s, report.number}, {u"outcome"_s, report.outcome},
        {u"state"_s, toString(report.reply.state)}, {u"remote_id"_s, textOrNull(report.reply.remoteId)},
        {u"in_reply_to"_s, report.reply.parentRemoteId}, {u"lane"_s, toString(report.reply.lane)},
        {u"operation"_s, toString(report.reply.operation)}, {u"cost_usd"_s, dollars(report.reply.microUsd)},
        {u"reason"_s, textOrNull(report.reason)}, {u"detail"_s, textOrNull(report.detail)},
        {u"at"_s, toIso(report.at)}};
}

QJsonObject toJson(const ModerationRequest &request)
{
    return {{u"moderation"_s, request.id.toString()}, {u"state"_s, toString(request.state)},
        {u"do"_s, request.what}, {u"message"_s, request.remoteId},
        {u"conversation"_s, idOrNull(request.conversation)}, {u"agent"_s, request.agent},
        {u"asked_at"_s, toIso(request.askedAt)}, {u"decided_at"_s, timeOrNull(request.decidedAt)},
        {u"reason"_s, textOrNull(request.reason)}, {u"detail"_s, textOrNull(request.detail)},
        {u"attempts"_s, request.attempts}, {u"handled"_s, request.isHandled},
        {u"cost_usd"_s, dollars(request.microUsd)}};
}

QJsonObject toJson(const ModerationReport &report)
{
    return {{u"type"_s, u"moderation"_s}, {u"moderation"_s, report.request.id.toString()},
        {u"attempt"_s, report.number}, {u"outcome"_s, report.outcome},
        {u"state"_s, toString(report.request.state)}, {u"do"_s, report.request.what},
        {u"message"_s, report.request.remoteId}, {u"cost_usd"_s, dollars(report.request.microUsd)},
        {u"reason"_s, textOrNull(report.reason)}, {u"detail"_s, textOrNull(report.detail)},
        {u"at"_s, toIso(report.at)}};
}

QJsonObject toJson(const WalkReport &report, const Account &account)
{
    return {{u"type"_s, u"summary"_s}, {u"account"_s, account.name}, {u"pages"_s, report.pages},
        {u"stored"_s, report.stored}, {u"repeated"_s, report.repeated}, {u"edited"_s, report.edited},
        {u"unreadable"_s, report.unreadable}, {u"complete"_s, !report.error},
        {u"error"_s, report.error ? QJsonValue(toString(report.error->code)) : QJsonValue(QJsonValue::Null)},
        {u"detail"_s, report.error ? textOrNull(report.error->detail) : QJsonValue(QJsonValue::Null)}};
}

} // namespace fw::cli
