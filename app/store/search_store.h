#pragma once

#include "app/model/search_query.h"
#include "app/store/database.h"

namespace fw {

enum class SearchOrder {
    Newest,    // by our id: when it was stored
    Relevance, // among the newest kMostRanked that match
};

/// Full text over all messages; accents and case do not matter. Thread: the database's.
class SearchStore final
{
public:
    /// So many matches are ranked by relevance: enough to be worth it, few enough not to be waited for.
    static constexpr int kMostRanked = 10'000;

    explicit SearchStore(Database &db) : m_db(db) { }

    /// Messages for which everything in `query` holds, at most `limit` (1 to 200). By age: those stored before `after`, from the newest when it is null; fewer means
    /// the end. By relevance: the first page only, and there must be terms. Cost: newest first grows with the page, unless what matches is rare.
    [[nodiscard]] QList<Message> find(
        const SearchQuery &query, SearchOrder order, MessageId after, int limit);

private:
    Database &m_db;
};

} // namespace fw
