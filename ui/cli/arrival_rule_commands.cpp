#include "app/store/arrival_rules.h"
#include "ui/cli/named_file.h"

#include <algorithm>

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

Done runImport(const Invocation &call)
{
    const auto count = importFile(call, u"arrival-rules import FILE"_s, &importArrivalRules);
    if (!count) {
        return Failure(count.error());
    }
    if (call.isJson) {
        call.terminal.json(QJsonObject{{u"rules"_s, *count}});
    } else {
        call.terminal.line(u"%1 rules on arrival"_s.arg(*count));
    }
    return {};
}

Result<QList<ArrivalRule>> rulesOf(const Invocation &call)
{
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    return await((*workplace)->store().read([](Database &db) { return ArrivalRules(db).all(); }));
}

Done runList(const Invocation &call)
{
    const auto rules = rulesOf(call);
    if (!rules) {
        return Failure(rules.error());
    }
    QJsonArray array;
    for (const ArrivalRule &rule : *rules) {
        array.append(toJson(rule));
        if (!call.isJson) {
            call.terminal.line(rule.name);
        }
    }
    if (call.isJson) {
        call.terminal.json(array);
    } else if (rules->isEmpty()) {
        call.terminal.line(u"No rules: nothing is done when a message arrives."_s);
    }
    return {};
}

Done runShow(const Invocation &call)
{
    const auto rules = rulesOf(call);
    if (!rules) {
        return Failure(rules.error());
    }
    const auto found = std::find_if(rules->begin(), rules->end(),
        [name = call.words.join(u' ')](const ArrivalRule &rule) { return rule.name == name; });
    if (found == rules->end()) {
        return Failure({.code = ErrorCode::NotFound,
            .detail = u"there is no rule of that name; see: floorwalkerctl --data DIR rules list"_s});
    }
    call.terminal.json(toJson(*found));
    return {};
}

Result<Instant> timeOf(const Invocation &call, const QString &option, Instant otherwise)
{
    if (!call.has(option)) {
        return otherwise;
    }
    const auto at = instantFromIso(call.value(option));
    if (!at) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"--%1: say a time, as in 2026-11-30T09:00 or 2026-11-30T09:00+01:00"_s.arg(option)});
    }
    return *at;
}

Done runDryRun(const Invocation &call)
{
    const auto from = timeOf(call, u"from"_s, Instant{});
    const auto to = timeOf(call, u"to"_s, call.clock.now());
    if (!from || !to) {
        return Failure(from ? to.error() : from.error());
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto effects = await((*workplace)->store().read([from = *from, to = *to](Database &db) {
        return ArrivalRules(db).dryRun(from, to);
    }));
    if (!effects) {
        return Failure(effects.error());
    }
    QJsonArray array;
    for (const RuleEffect &effect : *effects) {
        array.append(QJsonObject{{u"message"_s, effect.message.toString()},
            {u"conversation"_s, effect.conversation.toString()}, {u"rule"_s, effect.rule},
            {u"actions"_s, QJsonArray::fromStringList(effect.actions)}});
        if (!call.isJson) {
            call.terminal.line(u"conversation %1, %2: %3"_s.arg(
                effect.conversation.toString(), effect.rule, effect.actions.join(u", "_s)));
        }
    }
    if (call.isJson) {
        call.terminal.json(array);
    } else if (effects->isEmpty()) {
        call.terminal.line(u"No rule would have done anything."_s);
    }
    return {};
}
} // namespace

QList<Command> arrivalRuleCommands()
{
    return {{.name = u"arrival-rules import"_s,
                .arguments = u"FILE"_s,
                .summary = u"Takes what is done when a message arrives from a file; all of it or nothing."_s,
                .options = {agentOption(u"Who does it."_s)},
                .run = &runImport},
        {.name = u"arrival-rules list"_s,
            .summary = u"What is done when a message arrives, in order."_s,
            .run = &runList},
        {.name = u"arrival-rules show"_s,
            .arguments = u"NAME"_s,
            .summary = u"One of these rules."_s,
            .run = &runShow},
        {.name = u"arrival-rules dry-run"_s,
            .summary = u"What the rules would have done with the past; changes nothing."_s,
            .options = {{u"from"_s, u"The first time of the messages."_s, u"TIME"_s},
                {u"to"_s, u"The time they end before; now."_s, u"TIME"_s}},
            .run = &runDryRun}};
}

} // namespace fw::cli
