#pragma once

#include "app/store/database.h"

namespace fw {

/// Words on conversations, to find them by and to stop them by (see BrakeStore). Lower case, 1 to 40 characters. Thread: the database's.
class TagStore final
{
public:
    explicit TagStore(Database &db) : m_db(db) { }

    /// As it is kept. Errors: Usage when it is empty, too long, or has white space within.
    [[nodiscard]] static Result<QString> normalised(const QString &tag);
    /// false: it was there already. With its journal fact ("tag-added").
    bool add(ConversationId conversation, const QString &tag, const QString &agent);
    /// The fact that says so. Errors: NotFound, Usage when it was there already.
    Result<FactId> addWithFact(ConversationId conversation, const QString &tag, const QString &agent);
    /// false: it was not there. With its journal fact ("tag-removed").
    bool remove(ConversationId conversation, const QString &tag, const QString &agent);
    /// By name.
    [[nodiscard]] QStringList of(ConversationId conversation);

private:
    Database &m_db;
};

} // namespace fw
