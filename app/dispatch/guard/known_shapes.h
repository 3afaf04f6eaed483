#pragma once

#include "app/store/shape_store.h"

#include <QHash>

#include <map>
#include <vector>

namespace fw::guard {

/// Shapes of the public replies of the last while, kept in memory by the marks of which texts that are alike share one: a text is compared with a handful
/// instead of with everything said that day. Reads from the store what changed since it was last asked. Thread: one at a time, with one database's view.
class KnownShapes final
{
public:
    struct Alike {
        ReplyId reply = {};
        double likeness = 0;
    };
    /// Replies of the account pressed after `since` that left or may leave and are at least `likeness` like `shape`; newest first. Cost: grows with
    /// what changed since the last call and with what is found; the first call reads all since then.
    [[nodiscard]] QList<Alike> alike(
        Database &db, AccountId account, const QByteArray &shape, Instant since, double likeness);

private:
    struct OfAccount {
        double likeness = 0;
        Instant from = Instant::max(); // it knows all since then
        qint64 revision = 0;
        std::vector<ReplyShape> shapes = {}; // oldest first
        QHash<ReplyId, size_t> places = {};
        QHash<quint32, QList<size_t>> byMark = {};
    };
    static void refresh(Database &db, AccountId account, OfAccount &known);
    static void keep(OfAccount &known, const ReplyShape &shape);

    std::map<AccountId, OfAccount> m_accounts;
};

} // namespace fw::guard
