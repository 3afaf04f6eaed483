#pragma once

#include "app/model/message.h"
#include "app/store/database.h"

namespace fw {

/// The columns that readMessage() reads, of a message `m` and its author `i`.
[[nodiscard]] QString messageColumns();
/// Where they come from.
[[nodiscard]] QString messageSource();
/// "SELECT … FROM … " before `rest`.
[[nodiscard]] QString selectMessages(const QString &rest);
[[nodiscard]] Message readMessage(const QSqlQuery &row);

} // namespace fw
