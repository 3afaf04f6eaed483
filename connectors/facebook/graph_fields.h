#pragma once

#include <QString>

namespace fw::facebook {

/// What is asked for.
enum class FieldList {
    Page,
    Post,
    Comment,
    Conversation,
    Message,
    Rating,
    PrivateReply, // of a comment: where the private answer to it went
};

/// The `fields=` of a read. One name the network does not know, or does not allow this token, fails the whole call; the core list holds only
/// what the desk cannot do without.
/// Source: reference v25.0 of Page, PagePost, Comment, Recommendation, UnifiedThread (fields); Message (v18.0).
[[nodiscard]] QString fieldsOf(FieldList list, bool isCoreOnly);

} // namespace fw::facebook
