#pragma once

#include "app/dispatch/planner.h"
#include "app/insight/what_if.h"

namespace fw::wiring {

/// Another limit of one window of an operation, as `floorwalkerctl budget` names them.
struct OtherLimit {
    Operation operation = Operation::Reply;
    QString window = {};
    int limit = 0;
};

/// The networks' limits for a day that is played again: the product's planner on the accounts' windows, with what their ledgers had counted before the
/// day. A value: it can be asked as often as there are scenarios.
class PlannedDepartures final
{
public:
    /// Errors: Usage for a window no account has, and for a table that makes no sense. Thread: the database's.
    [[nodiscard]] static Result<PlannedDepartures> read(
        Database &db, const TimeSpan &period, const QList<OtherLimit> &others);

    /// As Departures.
    [[nodiscard]] QList<std::optional<Instant>> operator()(const QList<ReadyReply> &ready) const;

private:
    QHash<QString, Plan> m_plans = {}; // by account, with nothing in the queue
};

} // namespace fw::wiring
