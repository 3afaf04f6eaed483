#pragma once

#include "app/model/figure.h"
#include "app/store/database.h"

#include <functional>

namespace fw {

/// What the figures are made from: what was posted and settled, and the journal. Thread: the database's.
class FigureStore final
{
public:
    explicit FigureStore(Database &db) : m_db(db) { }

    /// Every conversation's past, in the order of ids. Memory: a page of conversations.
    void eachPast(const std::function<void(const ConversationPast &)> &visit);
    /// The versions of a calendar with when they came in force. Empty: there is none of that name.
    [[nodiscard]] BusinessHours hoursOf(const QString &calendar);

private:
    using Pasts = QHash<ConversationId, ConversationPast>;
    [[nodiscard]] QList<ConversationId> conversations(ConversationId after, Pasts &pasts);
    void readFacts(ConversationId first, ConversationId last, Pasts &pasts);
    void readTargets(ConversationId first, ConversationId last, Pasts &pasts);

    Database &m_db;
};

} // namespace fw
