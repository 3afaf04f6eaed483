#pragma once

#include "app/core/error.h"
#include "app/model/account.h"
#include "app/model/conversation.h"

class QTimeZone;

namespace fw {

/// One thing that must stand in a message's text.
struct SearchTerm {
    QString text = {};     // a word, or several that must follow each other
    bool isPrefix = false; // the last word may go on
    bool operator==(const SearchTerm &) const = default;
};

/// What somebody looks for: every part of it must hold.
struct SearchQuery {
    QList<SearchTerm> terms = {};
    QStringList from = {}; // of the author: a handle, or words of the name
    QStringList tags = {}; // on the conversation
    std::optional<Network> network = {};
    QString account = {}; // its name
    std::optional<Lane> lane = {};
    std::optional<ConversationState> state = {};
    bool isFailed = false;  // an answer in the conversation failed, and nobody has seen to it
    bool isLeaving = false; // one is on its way
    std::optional<Direction> direction = {}; // customers' or ours
    std::optional<Instant> before = {};
    std::optional<Instant> since = {};
    bool operator==(const SearchQuery &) const = default;
};

/// Reads what was typed: words, "several words", begin*, and `from:`, `tag:`, `network:`, `account:`, `lane:public|private`,
/// `is:waiting|waiting-for-customer|snoozed|resolved|archived|failed|leaving|ours|theirs`, `before:` and `after:` a day (2026-11-22, the whole day in `zone`). A value with blanks stands
/// in quotes: from:"Ann Lee". A word that merely holds a colon is a word. Errors: Usage with the place and what could stand there. Pure.
[[nodiscard]] Result<SearchQuery> parseSearch(const QString &typed, const QTimeZone &zone);

} // namespace fw
