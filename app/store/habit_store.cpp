#include "app/store/habit_store.h"

namespace fw {

using namespace Qt::StringLiterals;

QList<WrittenOn> HabitStore::writtenBy(CustomerId customer, int limit)
{
    return m_db.list(
        u"SELECT i.network, m.posted_at_ms, CASE WHEN m.settled_by IS NULL THEN 0 ELSE 1 END"
        " FROM identity_link l JOIN identity i ON i.id = l.identity_id"
        " JOIN conversation c ON c.identity_id = i.id JOIN message m ON m.conversation_id = c.id"
        " WHERE l.customer_id = ? AND l.unlinked_at_ms IS NULL AND m.identity_id = i.id"
        " AND m.direction = 'inbound' AND m.kind <> 'signal' ORDER BY m.posted_at_ms DESC, m.id DESC LIMIT ?"_s,
        {customer.value, limit}, [](const QSqlQuery &row) {
            return WrittenOn{.network = networkFromString(row.value(0).toString()).value_or(Network::Twitter),
                .at = instantOf(row.value(1)),
                .isAnswered = row.value(2).toInt() != 0};
        });
}

} // namespace fw
