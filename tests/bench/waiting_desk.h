#pragma once

#include "app/store/database.h"

#include <QRandomGenerator>

namespace fw::bench {

/// When the conversations of fillWithWaiting() wait since: somewhen in this long after the epoch.
constexpr qint64 kDayMs = 86'400'000;

/// Makes `size` conversations that wait, of every class, half of them with something due, with one account and one person; 20,000 a transaction.
void fillWithWaiting(Database &db, int size, QRandomGenerator &random);

} // namespace fw::bench
