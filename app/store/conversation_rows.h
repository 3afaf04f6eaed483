#pragma once

#include "app/model/conversation.h"
#include "app/store/database.h"

namespace fw {

/// Where nothing is due: after everything that is.
inline constexpr qint64 kNoDueMs = 253'402'300'799'999;

/// "SELECT … FROM conversation c … " before `rest`, for readConversation().
[[nodiscard]] QString selectConversations(const QString &rest);
[[nodiscard]] Conversation readConversation(const QSqlQuery &row);

} // namespace fw
