#include "app/model/macro.h"

#include "app/model/policy/policy_form.h"

#include <QRegularExpression>
#include <QSet>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
void checkKnown(const JsonPart &part, const QString &key, const QString &name, const QStringList &known)
{
    if (!name.isEmpty() && !known.contains(name)) {
        part.complain(key,
            u"there is no \"%1\"; there is: %2"_s.arg(
                name, known.isEmpty() ? u"none"_s : known.join(u", "_s)));
    }
}
} // namespace

Macro macroIn(const JsonPart &part)
{
    part.allow(
        {u"name"_s, u"draft"_s, u"tags"_s, u"agent"_s, u"team"_s, u"class"_s, u"snooze"_s, u"resolve"_s});
    Macro macro{.name = part.text(u"name"_s).trimmed(),
        .draft = part.textOr(u"draft"_s, {}),
        .agent = part.textOr(u"agent"_s, {}),
        .team = part.textOr(u"team"_s, {}),
        .resolves = part.flag(u"resolve"_s, false)};
    static const QRegularExpression word(u"^\\S{1,40}$"_s);
    for (const JsonPart &element : part.elements(u"tags"_s)) {
        macro.tags.append(element.asText().toLower());
        if (!word.match(macro.tags.last()).hasMatch()) {
            element.complain(u"must be a word of 1 to 40 letters"_s);
        }
    }
    macro.workClass = classIn(part);
    if (part.has(u"snooze"_s)) {
        macro.snooze = durationIn(part.text(u"snooze"_s));
        if (!macro.snooze) {
            part.complain(u"snooze"_s, u"must be a duration such as \"30m\" or \"48h\""_s);
        }
    }
    if (macro.resolves && macro.snooze) {
        part.complain(
            u"resolve"_s, u"cannot be together with snooze: what is resolved does not come back by itself"_s);
    }
    if (macro == Macro{.name = macro.name}) {
        part.complain(
            u"must do something: name a draft, tags, an agent, a team, a class, snooze, or resolve"_s);
    }
    return macro;
}

QList<Macro> macrosIn(const JsonPart &root, const MacroNames &known)
{
    root.allow({u"macros"_s});
    if (!root.has(u"macros"_s)) {
        root.complain(u"macros"_s, u"must be a list, even if it is empty: []"_s);
    }
    QList<Macro> macros;
    QSet<QString> names;
    for (const JsonPart &element : root.elements(u"macros"_s)) {
        const Macro macro = macroIn(element);
        if (names.contains(macro.name)) {
            element.complain(u"name"_s, u"another macro of this file is called that"_s);
        }
        names.insert(macro.name);
        checkKnown(element, u"draft"_s, macro.draft, known.savedReplies);
        checkKnown(element, u"agent"_s, macro.agent, known.agents);
        checkKnown(element, u"team"_s, macro.team, known.teams);
        macros.append(macro);
    }
    return macros;
}

QJsonObject toJson(const Macro &macro)
{
    QJsonObject json{{u"name"_s, macro.name}};
    const auto add = [&json](const QString &key, const QString &text) {
        if (!text.isEmpty()) {
            json.insert(key, text);
        }
    };
    add(u"draft"_s, macro.draft);
    add(u"agent"_s, macro.agent);
    add(u"team"_s, macro.team);
    if (!macro.tags.isEmpty()) {
        json.insert(u"tags"_s, QJsonArray::fromStringList(macro.tags));
    }
    if (macro.workClass) {
        json.insert(u"class"_s, toString(*macro.workClass));
    }
    if (macro.snooze) {
        json.insert(u"snooze"_s, durationText(*macro.snooze));
    }
    if (macro.resolves) {
        json.insert(u"resolve"_s, true);
    }
    return json;
}

} // namespace fw
