#include "app/dispatch/guard/same_text.h"

#include "app/dispatch/guard/likeness.h"
#include "app/dispatch/guard/text_pieces.h"
#include "app/store/message_store.h"
#include "app/store/reply_store.h"

namespace fw::guard {

namespace {
bool mayBeOut(ReplyState state)
{
    return state != ReplyState::Withdrawn && state != ReplyState::Rejected;
}

void append(Database &db, SimilarReplies &found, const std::optional<Reply> &reply, double likeness)
{
    if (reply) {
        found.newest.append({.reply = reply->id,
            .text = reply->body,
            .at = reply->createdAt,
            .to = MessageStore(db).byId(reply->parent).value_or(Message{}).author,
            .state = reply->state,
            .likeness = likeness});
    }
}

SimilarReplies inPublic(Database &db, const Draft &draft, const SameTextTerms &terms, KnownShapes &shapes)
{
    SimilarReplies found;
    const QByteArray shape = shapeOf(draft.text);
    for (const KnownShapes::Alike &other :
        shapes.alike(db, draft.account, shape, db.now() - terms.within, terms.likeness)) {
        ++found.count;
        if (found.newest.size() < kShown) {
            append(db, found, ReplyStore(db).byId(other.reply), other.likeness);
        }
    }
    found.isTold = found.count >= (isShort(shape) ? terms.courtesies : terms.others) && found.count > 0;
    return found;
}

SimilarReplies inPrivate(Database &db, const Draft &draft, const SameTextTerms &terms)
{
    SimilarReplies found;
    const Instant since = db.now() - terms.within;
    const QString text = draft.text.simplified();
    const QList<Reply> replies = ReplyStore(db).ofConversation(draft.conversation);
    for (auto reply = replies.rbegin(); reply != replies.rend(); ++reply) {
        if (reply->lane == Lane::Private && reply->createdAt > since && mayBeOut(reply->state)
            && reply->body.simplified() == text) {
            ++found.count;
            if (found.newest.size() < kShown) {
                append(db, found, *reply, 1);
            }
        }
    }
    found.isTold = found.count > 0;
    return found;
}
} // namespace

SimilarReplies similarReplies(
    Database &db, const Draft &draft, const SameTextTerms &terms, KnownShapes &shapes)
{
    if (terms.within <= milliseconds::zero()) {
        return {};
    }
    return draft.lane == Lane::Public ? inPublic(db, draft, terms, shapes) : inPrivate(db, draft, terms);
}

void keepShape(Database &db, const Reply &reply, const Message &parent, const QString &text, int others)
{
    if (reply.lane != Lane::Public) {
        return;
    }
    ShapeStore(db).add({.reply = reply.id,
        .account = reply.account,
        .at = reply.createdAt,
        .shape = shapeOf(text),
        .others = others,
        .hasLink = piecesOf(text).hasLink,
        .isUnasked = !parent.traits.testFlag(Trait::AddressesUs)});
}

} // namespace fw::guard
