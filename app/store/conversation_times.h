#pragma once

#include "app/model/policy/episode.h"
#include "app/store/database.h"

namespace fw {

/// The episodes of a conversation, out of its messages, what settled them, and the journal. Thread: the database's. Cost: the conversation's
/// messages, by index.
[[nodiscard]] QList<Episode> episodesIn(Database &db, ConversationId conversation);

/// What a customer wrote and what became of it, with the conversation it is in.
struct SettledWait {
    ConversationId conversation = {};
    Wait wait = {};
    QString writer = {}; // the agent whose reply settled it; empty: nobody's here
};
/// The same of these conversations, 1 to kIdPage of them, by conversation and message.
[[nodiscard]] QList<SettledWait> settledWaits(Database &db, const QList<ConversationId> &conversations);

} // namespace fw
