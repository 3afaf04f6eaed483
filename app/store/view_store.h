#pragma once

#include "app/model/queue/queue_filter.h"
#include "app/store/conversation_store.h"

namespace fw {

/// A view with a filter, under a name.
struct SavedView {
    QString name = {};
    QString scope = {};        // "person", "team", "all"
    QString owner = {};        // the person or the team; empty for all
    View view = View::Waiting; // whose order it has
    QString filter = {};       // as typed
    bool operator==(const SavedView &) const = default;
};

/// Rows of a view that fit a filter.
struct FilteredPage {
    QList<Conversation> rows = {};
    std::optional<QueueKey> next = {}; // where to go on; nothing at the end of the view
    int rowsRead = 0;                  // of the view, at most kMostRead
    bool operator==(const FilteredPage &) const = default;
};

/// What somebody is offered, and why.
struct NextConversation {
    Conversation conversation = {};
    QString why = {}; // "woken", "yours", "assigned", "next"
    bool operator==(const NextConversation &) const = default;
};

/// Filtered and saved views, and who comes next. A filter has no index of its own: it goes along that of its view, and reads a bounded number of rows, however
/// few of them fit. Thread: the database's.
class ViewStore final
{
public:
    static constexpr int kMostRead = 2'000; // rows of a view for one answer

    explicit ViewStore(Database &db) : m_db(db) { }

    /// At most `limit` rows after `after`. Less, with `next` set, means that kMostRead were read and there may be more.
    [[nodiscard]] FilteredPage page(View view, const QueueFilter &filter,
        const std::optional<QueueKey> &after, int limit, const QString &agent);

    /// In place of one of the same name, scope and owner. Errors: Usage when the filter cannot be read, or the scope is none.
    Done save(const SavedView &view, const QString &agent);
    /// false: there was none.
    bool remove(const SavedView &view, const QString &agent);
    /// Those of everybody, of teams, and of `agent`, by name.
    [[nodiscard]] QList<SavedView> viewsOf(const QString &agent);

    /// Whom `agent` should see to: whoever they snoozed and who woke; their own customers who wrote again; who is assigned to them; whoever is assigned to nobody,
    /// in the order of the queue. Nothing that somebody else holds. Reads at most kMostRead rows.
    [[nodiscard]] std::optional<NextConversation> nextFor(const QString &agent);

private:
    [[nodiscard]] bool fitsHere(
        const QueueFilter &filter, const Conversation &conversation, const QString &agent);
    [[nodiscard]] QString assigneeOf(ConversationId conversation);
    [[nodiscard]] bool isHeldByAnother(ConversationId conversation, const QString &agent);
    [[nodiscard]] bool isCustomerOf(ConversationId conversation, const QString &agent);

    Database &m_db;
};

} // namespace fw
