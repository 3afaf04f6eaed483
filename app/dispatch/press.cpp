#include "app/dispatch/press.h"

#include "app/core/crash_point.h"
#include "app/dispatch/admission.h"
#include "app/model/fields.h"
#include "app/store/claim_store.h"
#include "app/store/draft_store.h"
#include "app/store/message_store.h"
#include "app/store/quote_store.h"
#include "app/store/reply_store.h"
#include "app/store/roster_store.h"

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

Result<Message> parentOf(Database &db, const NewReply &wanted)
{
    MessageStore messages(db);
    const auto parent
        = wanted.parent.isNull() ? messages.newestInbound(wanted.conversation) : messages.byId(wanted.parent);
    if (!parent || parent->conversation.isNull()) {
        return Failure({.code = ErrorCode::NotFound, .detail = u"there is no customer message to answer"_s});
    }
    if (parent->direction == Direction::Outbound) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"message %1 is our own; answer one of the customer's"_s.arg(parent->remoteId)});
    }
    return *parent;
}

QString wholeText(const NewReply &wanted)
{
    return (QStringList{wanted.body} + wanted.furtherParts).join(u'\n').trimmed();
}

milliseconds usualTime(const LimitTable &limits, ReplyClass replyClass)
{
    const auto terms = limits.classes.find(replyClass);
    return terms == limits.classes.end() ? milliseconds() : terms->second.due;
}

namespace {
Instant notBeforeOf(Database &db, const NewReply &wanted)
{
    const Instant undone = db.now() + wanted.undoTime;
    return std::max(undone, wanted.leaveAt.value_or(undone));
}

Instant dueOf(Database &db, const LimitTable &limits, const NewReply &wanted)
{
    return notBeforeOf(db, wanted) + wanted.dueIn.value_or(usualTime(limits, wanted.replyClass));
}

/// Messages stored while it was being written are not covered, so that they hold the reply.
MessageId seenBy(Database &db, const NewReply &wanted, ConversationId conversation)
{
    const MessageId newest = MessageStore(db).newest(conversation);
    return wanted.seen.isNull() ? newest : std::min(wanted.seen, newest);
}

Result<Reply> replyTo(Database &db, const Limited &limited, const Message &parent, const NewReply &wanted)
{
    const Lane lane = wanted.lane.value_or(parent.lane);
    const auto operation = replyOperation(parent.lane, lane);
    if (!operation) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"message %1 is private; it cannot be answered in public"_s.arg(parent.remoteId)});
    }
    if (const Done admitted = admitReply(db, limited.account, *operation, parent); !admitted) {
        return Failure(admitted.error());
    }
    const bool isPublic = operation == Operation::Reply;
    return Reply{.id = db.newId<ReplyId>(),
        .account = parent.account,
        .conversation = parent.conversation,
        .parent = parent.id,
        .parentRemoteId = parent.versionId,
        .lane = lane,
        .operation = *operation,
        .thread = operation == Operation::DirectMessage ? parent.thread : QString(),
        .recipient = isPublic ? QString() : parent.author.remoteId,
        .body = wanted.body.trimmed(),
        .agent = wanted.agent,
        .replyClass = wanted.replyClass,
        .createdAt = db.now(),
        .due = dueOf(db, limited.limits, wanted),
        .notBefore = notBeforeOf(db, wanted),
        .isLater = wanted.leaveAt.has_value(),
        .coversUpTo = seenBy(db, wanted, parent.conversation)};
}

/// All parts of a text are queued, or none. `reply` becomes the first.
void insertParts(Database &db, Reply &reply, const QList<QuotedText> &parts)
{
    if (parts.size() > 1) {
        reply.firstPart = reply.id;
        reply.parts = int(parts.size());
    }
    Reply next = reply;
    for (const QuotedText &part : parts) {
        next.body = part.text;
        ReplyStore(db).insert(next);
        QuoteStore(db).insert(next, part.quotes);
        next.id = db.newId<ReplyId>();
        ++next.part;
    }
}

/// The parts as they leave, with the numbers their stock fields stand for now.
Result<QList<QuotedText>> quotedParts(Database &db, const NewReply &wanted, ConversationId conversation)
{
    QList<QuotedText> parts;
    for (const QString &body : QStringList{wanted.body} + wanted.furtherParts) {
        const QuotedText quoted = QuoteStore(db).quote(conversation, body.trimmed());
        if (!quoted.unknown.isEmpty()) {
            return Failure({.code = ErrorCode::Usage,
                .detail
                = u"no stock is known for %1; see: floorwalkerctl --data DIR stock show PRODUCT"_s.arg(
                    quoted.unknown.join(u", "_s))});
        }
        parts.append(quoted);
    }
    return parts;
}

QString textOf(const QList<QuotedText> &parts)
{
    QStringList texts;
    for (const QuotedText &part : parts) {
        texts.append(part.text);
    }
    return texts.join(u'\n').trimmed();
}

/// The draft became this reply, so it goes in the same transaction; a draft that says something else stays.
void dropDraft(Database &db, const Reply &reply, const NewReply &wanted)
{
    DraftStore drafts(db);
    const QString draft = drafts.body(reply.conversation, reply.agent, reply.lane).trimmed();
    if (draft == wanted.body.trimmed()
        || (!wanted.furtherParts.isEmpty() && draft == wanted.draft.trimmed())) {
        drafts.save(reply.conversation, reply.agent, reply.lane, {});
    }
}

bool isEmpty(const NewReply &wanted)
{
    return wanted.body.trimmed().isEmpty()
        || std::any_of(wanted.furtherParts.begin(), wanted.furtherParts.end(),
            [](const QString &part) { return part.trimmed().isEmpty(); });
}

/// Words prepared leave whole or not at all.
Done checkWords(const NewReply &wanted)
{
    if (isEmpty(wanted)) {
        return Failure({.code = ErrorCode::Usage, .detail = u"the reply is empty; write something first"_s});
    }
    const QStringList fields = fieldsIn(wholeText(wanted));
    if (!fields.isEmpty()) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"nothing is known for {%1}; write it yourself, or leave it out"_s.arg(
                fields.join(u"}, {"_s))});
    }
    return {};
}
} // namespace

Result<Reply> pressReply(
    Database &db, const NewReply &wanted, const guard::Knowledge &knowledge, milliseconds pressTerm)
{
    if (const Done whole = checkWords(wanted); !whole) {
        return Failure(whole.error());
    }
    const auto parent = parentOf(db, wanted);
    if (!parent) {
        return Failure(parent.error());
    }
    if (const auto claim = ClaimStore(db).holdForSending(parent->conversation, wanted.agent, pressTerm);
        !claim) {
        return Failure(claim.error());
    }
    const auto limited = limitedAccount(db, parent->account);
    if (!limited) {
        return Failure(limited.error());
    }
    auto reply = replyTo(db, *limited, *parent, wanted);
    if (!reply) {
        return reply;
    }
    if (reply->operation == Operation::PrivateReply && !wanted.furtherParts.isEmpty()) {
        return Failure({.code = ErrorCode::Usage,
            .detail
            = u"a comment takes one private answer, so this one cannot be sent in parts; shorten it"_s});
    }
    const auto parts = quotedParts(db, wanted, parent->conversation);
    if (!parts) {
        return Failure(parts.error());
    }
    reply->body = parts->first().text;
    const QString text = textOf(*parts);
    const auto others = guard::pass(db, *reply, text, wanted.isSure, limited->limits.sameText, knowledge);
    if (!others) {
        return Failure(others.error());
    }
    if (RosterStore(db).isTrainee(wanted.agent)) {
        reply->state = ReplyState::Proposed;
    }
    insertParts(db, *reply, *parts);
    guard::keepShape(db, *reply, *parent, text, *others);
    dropDraft(db, *reply, wanted);
    reachedAtCommit(CrashPoint::PressBeforeCommit, CrashPoint::PressAfterCommit);
    return reply;
}

} // namespace fw
