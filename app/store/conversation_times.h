#pragma once

#include "app/model/policy/episode.h"
#include "app/store/database.h"

namespace fw {

/// The episodes of a conversation, out of its messages, what settled them, and the journal. Thread: the database's. Cost: the conversation's
/// messages, by index.
[[nodiscard]] QList<Episode> episodesIn(Database &db, ConversationId conversation);

} // namespace fw
