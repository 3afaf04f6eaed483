#pragma once

#include "app/model/conversation.h"
#include "app/store/journal_store.h"

namespace fw {

/// Why an agent may want to be told of something while they look elsewhere.
enum class NoticeKind {
    Urgent,    // an urgent conversation waits that nobody else has
    DueSoon,   // a promise of such a conversation is about to be broken
    Mentioned, // a colleague named the agent in a note
    NotSent,   // the agent's reply was refused, is held back, or nobody knows whether it arrived
    Returned,  // the agent's answer was given back instead of approved
    TakenOver  // a colleague took over what the agent was answering
};

struct DeskNotice {
    NoticeKind kind = NoticeKind::Urgent;
    ConversationId conversation = {};
    QString customer = {}; // their name, or handle
    QString by = {};       // the colleague; empty: nobody in particular
    QString words = {};    // the customer's newest message
    bool operator==(const DeskNotice &) const = default;
};

[[nodiscard]] QList<NoticeKind> allNoticeKinds();
[[nodiscard]] QString toString(NoticeKind kind); // "urgent", "due-soon", …

/// May a fact of this name concern somebody? Most do not. Pure.
[[nodiscard]] bool mayConcern(const Fact &fact);
/// What `agent` may want to be told of these facts, oldest first; of one conversation and kind once. What the agent did themselves is no news to them.
/// Thread: the database's.
[[nodiscard]] QList<DeskNotice> noticesOf(Database &db, const QList<Fact> &facts, const QString &agent);

} // namespace fw
