#include "app/model/roster_form.h"

#include "app/model/policy/policy_form.h"

#include <QSet>

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMostAtOnce = 1000;

QStringList wordsIn(const JsonPart &part, const QString &key)
{
    QStringList words;
    for (const JsonPart &element : part.elements(key)) {
        const QString word = element.asText().trimmed();
        if (word.isEmpty() || words.contains(word)) {
            element.complain(u"must be a word that is not in the list yet"_s);
        }
        words.append(word);
    }
    return words;
}

int capacityIn(const JsonPart &part)
{
    const int capacity = part.number(u"capacity"_s, 0);
    if (capacity < 0 || capacity > kMostAtOnce) {
        part.complain(
            u"capacity"_s, u"must be a whole number from 0 (gets nothing by rule) to %1"_s.arg(kMostAtOnce));
        return 0;
    }
    return capacity;
}

QString among(const QStringList &names)
{
    return names.isEmpty() ? u"none"_s : names.join(u", "_s);
}

void checkAccounts(const JsonPart &element, const QStringList &accounts)
{
    for (const JsonPart &account : element.object(u"when"_s).elements(u"accounts"_s)) {
        if (!accounts.contains(account.asText())) {
            account.complain(u"the desk has no account of that name; it has: %1"_s.arg(among(accounts)));
        }
    }
}

void checkNeeds(const JsonPart &element, const Needs &needs, const QList<Agent> &agents)
{
    const auto isSomebodys = [&agents](const QString &word, QStringList Agent::*list) {
        return std::any_of(
            agents.begin(), agents.end(), [&](const Agent &agent) { return (agent.*list).contains(word); });
    };
    for (const JsonPart &skill : element.elements(u"skills"_s)) {
        if (!isSomebodys(skill.asText(), &Agent::skills)) {
            skill.complain(u"is nobody's skill; give it to an agent of this file"_s);
        }
    }
    if (!needs.language.isEmpty() && !isSomebodys(needs.language, &Agent::languages)) {
        element.complain(u"language"_s, u"is nobody's language; give it to an agent of this file"_s);
    }
    if (!needs.team.isEmpty() && !isSomebodys(needs.team, &Agent::teams)) {
        element.complain(u"team"_s, u"has no members in this file"_s);
    }
}
} // namespace

Agent agentIn(const JsonPart &part)
{
    part.allow({u"name"_s, u"skills"_s, u"languages"_s, u"teams"_s, u"capacity"_s, u"shift"_s,
        u"supervisor"_s, u"trainee"_s});
    return {.name = part.text(u"name"_s),
        .skills = wordsIn(part, u"skills"_s),
        .languages = wordsIn(part, u"languages"_s),
        .teams = wordsIn(part, u"teams"_s),
        .capacity = capacityIn(part),
        .calendar = part.textOr(u"shift"_s, {}),
        .isSupervisor = part.flag(u"supervisor"_s, false),
        .isTrainee = part.flag(u"trainee"_s, false)};
}

NeedsRule needsRuleIn(const JsonPart &part)
{
    part.allow({u"when"_s, u"skills"_s, u"language"_s, u"team"_s});
    NeedsRule rule{.when = conditionsIn(part.object(u"when"_s)),
        .needs = {.skills = wordsIn(part, u"skills"_s),
            .language = part.textOr(u"language"_s, {}),
            .team = part.textOr(u"team"_s, {})}};
    if (rule.needs == Needs{}) {
        part.complain(u"must name skills, a language or a team"_s);
    }
    return rule;
}

Roster rosterIn(const JsonPart &root, const QStringList &calendars, const QStringList &accounts)
{
    root.allow({u"agents"_s, u"needs"_s});
    Roster roster;
    QSet<QString> names;
    for (const JsonPart &element : root.elements(u"agents"_s)) {
        const Agent agent = agentIn(element);
        if (names.contains(agent.name)) {
            element.complain(u"name"_s, u"another agent of this file is called that"_s);
        }
        if (!agent.calendar.isEmpty() && !calendars.contains(agent.calendar)) {
            element.complain(
                u"shift"_s, u"there is no calendar of that name; there is: %1"_s.arg(among(calendars)));
        }
        names.insert(agent.name);
        roster.agents.append(agent);
    }
    if (roster.agents.isEmpty()) {
        root.complain(u"agents"_s, u"must list at least one agent"_s);
    }
    for (const JsonPart &element : root.elements(u"needs"_s)) {
        roster.rules.append(needsRuleIn(element));
        checkAccounts(element, accounts);
        checkNeeds(element, roster.rules.last().needs, roster.agents);
    }
    return roster;
}

QJsonObject toJson(const Agent &agent)
{
    QJsonObject json{{u"name"_s, agent.name}, {u"skills"_s, QJsonArray::fromStringList(agent.skills)},
        {u"languages"_s, QJsonArray::fromStringList(agent.languages)},
        {u"teams"_s, QJsonArray::fromStringList(agent.teams)}, {u"capacity"_s, agent.capacity},
        {u"supervisor"_s, agent.isSupervisor}};
    if (agent.isTrainee) {
        json.insert(u"trainee"_s, true);
    }
    if (!agent.calendar.isEmpty()) {
        json.insert(u"shift"_s, agent.calendar);
    }
    return json;
}

QJsonObject toJson(const NeedsRule &rule)
{
    QJsonObject json{{u"when"_s, toJson(rule.when)}};
    if (!rule.needs.skills.isEmpty()) {
        json.insert(u"skills"_s, QJsonArray::fromStringList(rule.needs.skills));
    }
    if (!rule.needs.language.isEmpty()) {
        json.insert(u"language"_s, rule.needs.language);
    }
    if (!rule.needs.team.isEmpty()) {
        json.insert(u"team"_s, rule.needs.team);
    }
    return json;
}

} // namespace fw
