#pragma once

#include "app/core/json_form.h"
#include "app/model/reply.h"

namespace fw {

/// Several things done to a conversation at once, in this order.
struct Macro {
    QString name = {};
    QString draft = {}; // a saved reply by name, added to the draft of whoever runs it
    QStringList tags = {};
    QString agent = {}; // to whom the conversation goes
    QString team = {};
    std::optional<ReplyClass> workClass = {}; // whatever the rules say
    std::optional<milliseconds> snooze = {};  // for so long
    bool resolves = false;
    bool operator==(const Macro &) const = default;
};

/// What a file of macros may name.
struct MacroNames {
    QStringList agents = {};
    QStringList teams = {};
    QStringList savedReplies = {};
};
/// One as people write it (docs/words.md): {"name", "draft", "tags", "agent", "team", "class", "snooze", "resolve"}.
[[nodiscard]] Macro macroIn(const JsonPart &part);
/// {"macros": […]}, each name once. What they name must be there.
[[nodiscard]] QList<Macro> macrosIn(const JsonPart &root, const MacroNames &known);
/// The same as macroIn() reads.
[[nodiscard]] QJsonObject toJson(const Macro &macro);

} // namespace fw
