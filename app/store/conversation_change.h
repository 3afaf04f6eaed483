#pragma once

#include "app/store/database.h"

namespace fw {

/// What the queue shows of one conversation, before it is brought in line with its messages. tell() afterwards writes a fact when that changed
/// ("conversation-state-changed" {state, waiting_since}), so that the queue of any past instant can be rebuilt from the journal alone,
/// whatever settled what. Thread: the database's.
class ConversationChange final
{
public:
    ConversationChange(Database &db, ConversationId conversation);
    void tell();

private:
    struct Shown {
        QString state = {};
        std::optional<Instant> waitingSince = {};
        bool operator==(const Shown &) const = default;
    };
    [[nodiscard]] std::optional<Shown> shown();

    Database &m_db;
    ConversationId m_conversation;
    std::optional<Shown> m_before;
};

} // namespace fw
