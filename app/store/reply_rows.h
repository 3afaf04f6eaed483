#pragma once

#include "app/model/reply.h"

#include <QSqlQuery>

namespace fw {

/// How replies and attempts stand in the database: a SELECT of every column, and its reader.
[[nodiscard]] QString selectReplies(const QString &rest);
[[nodiscard]] Reply readReply(const QSqlQuery &row);
[[nodiscard]] QString selectAttempts(const QString &rest);
[[nodiscard]] Attempt readAttempt(const QSqlQuery &row);

} // namespace fw
