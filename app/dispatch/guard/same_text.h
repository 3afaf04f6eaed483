#pragma once

#include "app/dispatch/guard/known_shapes.h"
#include "app/dispatch/guard/leak.h"
#include "app/model/message.h"
#include "app/model/reply.h"
#include "app/network/limit_table.h"

namespace fw::guard {

/// What somebody wants to send.
struct Draft {
    AccountId account = {};
    ConversationId conversation = {};
    Lane lane = Lane::Public;
    QString text = {};
};

/// A reply that says nearly the same.
struct SimilarReply {
    ReplyId reply = {};
    QString text = {};
    Instant at = {};  // when Send was pressed, our clock
    Identity to = {}; // whom it answered
    ReplyState state = ReplyState::Queued;
    double likeness = 0;
    bool operator==(const SimilarReply &) const = default;
};

struct SimilarReplies {
    int count = 0;                   // all of them
    QList<SimilarReply> newest = {}; // at most kShown
    bool isTold = false;             // there are enough of them to ask
};
inline constexpr qsizetype kShown = 5;

/// Replies of the account that left or may leave and were pressed within the table's time, like the draft. In public those to everybody; in private
/// only those with exactly this text to the same person: there people hear the same thing for good reasons. Cost: that of KnownShapes::alike(). Thread: the
/// database's.
[[nodiscard]] SimilarReplies similarReplies(
    Database &db, const Draft &draft, const SameTextTerms &terms, KnownShapes &shapes);

/// Keeps what later replies are compared with, of a reply to `parent` that was inserted. Public replies only.
void keepShape(Database &db, const Reply &reply, const Message &parent, const QString &text, int others);

} // namespace fw::guard
