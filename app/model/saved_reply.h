#pragma once

#include "app/core/json_form.h"
#include "app/model/account.h"

namespace fw {

/// Where a saved reply is offered. What is empty does not narrow it.
struct SavedReplyScope {
    QString agent = {};
    QString team = {};
    QList<Network> networks = {};
    QStringList accounts = {}; // by name
    QString language = {};     // "fr"
    bool operator==(const SavedReplyScope &) const = default;
};

/// Words prepared for an answer. `text` may hold fields, see fields.h.
struct SavedReply {
    QString name = {}; // one of a kind, without regard to case
    QString text = {};
    SavedReplyScope scope = {};
    int version = 0; // 0: not kept yet
    bool operator==(const SavedReply &) const = default;
};

/// Who looks for words, and for which conversation.
struct WordsContext {
    QString agent = {};
    QStringList teams = {}; // of the agent
    std::optional<Network> network = {};
    QString account = {};
    QString language = {}; // empty: not known, and then every language is offered
};

[[nodiscard]] bool isOffered(const SavedReply &reply, const WordsContext &context);
/// How well a saved reply answers what was typed: 0 not at all, 1 every word begins a word of its name or text, 2 its name begins with it. Without regard
/// to case; everything answers nothing.
[[nodiscard]] int likeness(const SavedReply &reply, const QString &typed);

/// One as people write it (docs/words.md): {"name", "text", "agent", "team", "networks", "accounts", "language"}.
[[nodiscard]] SavedReply savedReplyIn(const JsonPart &part);
/// {"saved_replies": […]}. Each name once; accounts must be there, and fields must begin as fieldRoots() says.
[[nodiscard]] QList<SavedReply> savedRepliesIn(const JsonPart &root, const QStringList &accounts);
/// The same as savedReplyIn() reads; the version is left out.
[[nodiscard]] QJsonObject toJson(const SavedReply &reply);

} // namespace fw
