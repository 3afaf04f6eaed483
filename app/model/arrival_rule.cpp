#include "app/model/arrival_rule.h"

#include "app/model/policy/policy_form.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
/// Words in small letters with one space around each, so that a phrase is looked for like a word.
QString spaced(const QString &text)
{
    static const QRegularExpression apart(u"[^\\w]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    return u' ' + text.toCaseFolded().split(apart, Qt::SkipEmptyParts).join(u' ') + u' ';
}

QStringList textsIn(const JsonPart &part, const QString &key)
{
    QStringList texts;
    for (const JsonPart &element : part.elements(key)) {
        const QString text = element.asText().trimmed();
        if (text.isEmpty()) {
            element.complain(u"must not be empty"_s);
        }
        texts.append(text);
    }
    return texts;
}

void checkKnown(const JsonPart &part, const QString &key, const QString &name, const QStringList &known)
{
    if (!name.isEmpty() && !known.contains(name)) {
        part.complain(key,
            u"there is no \"%1\"; there is: %2"_s.arg(
                name, known.isEmpty() ? u"none"_s : known.join(u", "_s)));
    }
}

void checkNames(const JsonPart &part, const ArrivalRule &rule, const RuleNames &known)
{
    checkKnown(part, u"agent"_s, rule.then.agent, known.agents);
    checkKnown(part, u"team"_s, rule.then.team, known.teams);
    checkKnown(part, u"draft"_s, rule.then.draft, known.savedReplies);
    for (const JsonPart &account : part.object(u"when"_s).elements(u"accounts"_s)) {
        if (!known.accounts.contains(account.asText())) {
            account.complain(u"the desk has no account of that name; it has: %1"_s.arg(
                known.accounts.isEmpty() ? u"none"_s : known.accounts.join(u", "_s)));
        }
    }
}
} // namespace

int RuleActions::count() const
{
    return int(tags.size()) + (agent.isEmpty() && team.isEmpty() ? 0 : 1) + (draft.isEmpty() ? 0 : 1)
        + (workClass ? 1 : 0);
}

bool fits(const ArrivalRule &rule, const PolicyContext &context, const Message &message)
{
    if (!fits(rule.when, context) || (rule.followers > 0 && message.author.followers < rule.followers)) {
        return false;
    }
    const QString text = spaced(message.body);
    return rule.words.isEmpty()
        || std::any_of(rule.words.begin(), rule.words.end(),
            [&text](const QString &word) { return text.contains(spaced(word)); });
}

QList<ArrivalRule> chosenRules(
    const QList<ArrivalRule> &inOrder, const PolicyContext &context, const Message &message)
{
    QList<ArrivalRule> chosen;
    int actions = 0;
    for (const ArrivalRule &rule : inOrder) {
        if (fits(rule, context, message) && actions + rule.then.count() <= kMostRuleActions) {
            actions += rule.then.count();
            chosen.append(rule);
        }
    }
    return chosen;
}

ArrivalRule arrivalRuleIn(const JsonPart &part)
{
    part.allow({u"name"_s, u"when"_s, u"words"_s, u"followers"_s, u"tags"_s, u"agent"_s, u"team"_s,
        u"draft"_s, u"class"_s});
    ArrivalRule rule{.name = part.text(u"name"_s).trimmed(),
        .when = conditionsIn(part.object(u"when"_s)),
        .words = textsIn(part, u"words"_s),
        .followers = part.number(u"followers"_s, 0),
        .then = {.tags = textsIn(part, u"tags"_s),
            .agent = part.textOr(u"agent"_s, {}),
            .team = part.textOr(u"team"_s, {}),
            .draft = part.textOr(u"draft"_s, {}),
            .workClass = classIn(part)}};
    if (rule.followers < 0) {
        part.complain(u"followers"_s, u"must not be below 0"_s);
    }
    for (QString &tag : rule.then.tags) {
        tag = tag.toLower();
        static const QRegularExpression form(u"^\\S{1,40}$"_s);
        if (!form.match(tag).hasMatch()) {
            part.complain(u"tags"_s, u"must be words of 1 to 40 letters"_s);
        }
    }
    if (rule.then.count() == 0) {
        part.complain(u"must do something: name tags, an agent, a team, a draft or a class"_s);
    }
    if (!rule.then.draft.isEmpty() && rule.then.agent.isEmpty()) {
        part.complain(u"draft"_s, u"needs an agent to lay it before: \"agent\": NAME"_s);
    }
    return rule;
}

QList<ArrivalRule> arrivalRulesIn(const JsonPart &root, const RuleNames &known)
{
    root.allow({u"rules"_s});
    if (!root.has(u"rules"_s)) {
        root.complain(u"rules"_s, u"must be a list, even if it is empty: []"_s);
    }
    QList<ArrivalRule> rules;
    QSet<QString> names;
    for (const JsonPart &element : root.elements(u"rules"_s)) {
        const ArrivalRule rule = arrivalRuleIn(element);
        if (names.contains(rule.name)) {
            element.complain(u"name"_s, u"another rule of this file is called that"_s);
        }
        names.insert(rule.name);
        checkNames(element, rule, known);
        rules.append(rule);
    }
    return rules;
}

QJsonObject toJson(const ArrivalRule &rule)
{
    QJsonObject json{{u"name"_s, rule.name}, {u"when"_s, toJson(rule.when)}};
    if (!rule.words.isEmpty()) {
        json.insert(u"words"_s, QJsonArray::fromStringList(rule.words));
    }
    if (rule.followers > 0) {
        json.insert(u"followers"_s, rule.followers);
    }
    if (!rule.then.tags.isEmpty()) {
        json.insert(u"tags"_s, QJsonArray::fromStringList(rule.then.tags));
    }
    for (const auto &[key, text] : {std::pair(u"agent"_s, rule.then.agent),
             std::pair(u"team"_s, rule.then.team), std::pair(u"draft"_s, rule.then.draft)}) {
        if (!text.isEmpty()) {
            json.insert(key, text);
        }
    }
    if (rule.then.workClass) {
        json.insert(u"class"_s, toString(*rule.then.workClass));
    }
    return json;
}

} // namespace fw
