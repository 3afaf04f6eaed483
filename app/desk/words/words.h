#pragma once

#include "app/store/prepared_words.h"
#include "app/store/store.h"

namespace fw {

/// Words prepared, filled for a conversation. Thread: any.
class Words final
{
public:
    explicit Words(Store &store) : m_store(store) { }

    /// From now on fields may come from `source` too; what a later one says counts. Before the first fill().
    void addSource(const FieldSource &source) { m_sources.append(source); }
    /// fillSavedReply(). No text in which a field still stands can be sent.
    [[nodiscard]] QFuture<Result<Filled>> fill(
        const QString &name, ConversationId conversation, const QString &agent);
    /// What is offered there, best first; without a conversation (null) for any. Errors: NotFound.
    [[nodiscard]] QFuture<Result<QList<SavedReply>>> find(
        const QString &typed, ConversationId conversation, const QString &agent);

private:
    Store &m_store;
    QList<FieldSource> m_sources = {&knownFields};
};

} // namespace fw
