#pragma once

#include "app/store/merge_store.h"
#include "app/store/state_store.h"
#include "app/store/store.h"

namespace fw {

/// One thing done to many conversations.
struct BulkAct {
    enum class What { Resolve, Snooze, Tag, Archive, SetClass };
    What what = What::Resolve;
    Instant until = {};                       // Snooze
    QString tag = {};                         // Tag
    std::optional<ReplyClass> workClass = {}; // SetClass; nothing: what the rules say
};

struct BulkReport {
    struct Line {
        ConversationId conversation = {};
        std::optional<Error> error = {};
    };
    FactId fact = {}; // takes all of it back; null where nothing was done
    QList<Line> lines = {};
};

/// What agents do to conversations apart from answering. Every call is one transaction with its journal fact. Thread: any.
class Desk final
{
public:
    static constexpr int kMostAtOnce = 100;                                 // conversations of one bulk()
    static constexpr milliseconds kShortestFocus = std::chrono::seconds(1); // a glance in passing is none

    explicit Desk(Store &store) : m_store(store) { }

    /// The conversation needs no (further) answer. The fact returned undoes exactly this. Errors as those of StateStore.
    [[nodiscard]] QFuture<Result<FactId>> resolve(ConversationId conversation, const QString &agent);
    [[nodiscard]] QFuture<Result<bool>> undoResolve(
        ConversationId conversation, FactId resolved, const QString &agent);
    /// From `begun` on the agent had it in front of them for `span` in all, at least kShortestFocus: the fact "conversation-focused" {from_ms, ms}, of which
    /// handle time is made. FocusKeeper measures it. Errors: NotFound, Usage.
    [[nodiscard]] QFuture<Result<FactId>> focused(
        ConversationId conversation, Instant begun, milliseconds span, const QString &agent);
    /// Any of StateStore's acts: `act(StateStore &)` answers Result<FactId>.
    template <typename Act>
    [[nodiscard]] QFuture<Result<FactId>> act(Act act)
    {
        return m_store.write([act](Database &db) -> Result<FactId> {
            StateStore states(db);
            return act(states);
        });
    }
    [[nodiscard]] QFuture<Result<Merged>> merge(
        ConversationId from, ConversationId into, const QString &agent);
    [[nodiscard]] QFuture<Result<Merged>> split(const QList<MessageId> &messages, const QString &agent);
    /// Takes back what a fact did: an act, a merge, a split, or a bulk. Errors: NotFound, Usage when it cannot be, or was already.
    [[nodiscard]] QFuture<Result<FactId>> undo(FactId fact, const QString &agent);

    /// At most kMostAtOnce conversations; whoever has more calls it again, with the fact of the call before, so that one undo is for all. What cannot be done to one of them is in its line.
    /// Errors: Usage when it is nothing to begin with, or too many.
    [[nodiscard]] QFuture<Result<BulkReport>> bulk(
        const BulkAct &act, const QList<ConversationId> &ids, const QString &agent, FactId before = {});

private:
    Store &m_store;
};

} // namespace fw
