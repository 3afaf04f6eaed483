#pragma once

#include <QString>

namespace fw {

// Which rows are about a person, for statements of PersonStore and PersonRecord. Conversations can be merged, so what was said goes by who said it, and
// what we said by whom it answered; what belongs to a conversation as a whole goes where the person took part. Each ? is for the id of one identity.

/// "(SELECT id FROM message …)": what they wrote.
[[nodiscard]] const QString &theirMessages();
/// "(SELECT id FROM reply …)": replies of the outbox to what they wrote.
[[nodiscard]] const QString &theirReplies();
/// "(SELECT id FROM conversation …)": theirs, and those they wrote in. A post of theirs that only stands beside a conversation (a message's context) is
/// no part of it.
[[nodiscard]] const QString &theirConversations();
/// "conversation_id IN (…)" of theirConversations().
[[nodiscard]] const QString &inTheirConversations();
/// The same for drafts: a merge takes them along into the other conversation, and they stay there when it is taken back.
[[nodiscard]] const QString &draftsAboutThem();
/// "(SELECT o.id FROM message …)": of ours in the network what answers them, by the version answered or by the reply it was sent as, or stands in their
/// private thread; and what stands in their own conversation and answers nobody else.
[[nodiscard]] const QString &ourAnswers();

} // namespace fw
