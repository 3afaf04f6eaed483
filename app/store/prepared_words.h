#pragma once

#include "app/model/conversation.h"
#include "app/model/fields.h"
#include "app/store/saved_reply_store.h"

#include <functional>

namespace fw {

/// For which answer words are wanted.
struct FieldContext {
    Conversation conversation = {};
    QString agent = {};
    QString language = {};   // of the words; empty: English
    QStringList fields = {}; // that stand in the words
};

/// Tells values of fields, such as those of the customer's records. Never guesses: what it does not know it leaves out. Thread: the database's.
using FieldSource = std::function<FieldValues(Database &, const FieldContext &)>;

/// What is known without any records: customer.name, customer.first_name, customer.handle, agent, account, brand, network, time.of_day (in English and
/// French).
[[nodiscard]] FieldValues knownFields(Database &db, const FieldContext &context);

/// Who looks for words in this conversation; without one in any.
[[nodiscard]] WordsContext wordsContext(
    Database &db, const std::optional<Conversation> &conversation, const QString &agent);
/// The saved reply for a conversation; counted as used by `agent`. Fields nobody knows still stand in it. Errors: NotFound (saved reply, conversation),
/// Usage where it is not offered to this agent or there. Thread: the database's.
[[nodiscard]] Result<Filled> fillSavedReply(Database &db, const QList<FieldSource> &sources,
    const QString &name, ConversationId conversation, const QString &agent);

} // namespace fw
