#include "app/desk/retention/retention.h"
#include "ui/cli/json_output.h"
#include "ui/cli/named_file.h"

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

QJsonObject toJson(const RetainedCount &count)
{
    QJsonObject object = fw::toJson(count.rule);
    object.insert(u"before"_s, toIso(count.before));
    object.insert(u"rows"_s, count.rows);
    return object;
}

QJsonObject toJson(const RetentionRun &run)
{
    return {{u"what"_s, toString(run.what)}, {u"before"_s, toIso(run.before)}, {u"gone"_s, run.gone},
        {u"begun_at"_s, toIso(run.begunAt)},
        {u"ended_at"_s, run.endedAt ? QJsonValue(toIso(*run.endedAt)) : QJsonValue()}};
}

void tellRules(const Invocation &call, const QList<RetentionRule> &rules)
{
    QJsonArray array;
    for (const RetentionRule &rule : rules) {
        array.append(fw::toJson(rule));
        if (!call.isJson) {
            call.terminal.line(
                u"%1: nothing older than %2 days"_s.arg(toString(rule.what), QString::number(rule.days)));
        }
    }
    if (call.isJson) {
        call.terminal.json(QJsonObject{{u"retention"_s, array}});
    } else if (rules.isEmpty()) {
        call.terminal.line(u"Everything is kept."_s);
    }
}

Done runSet(const Invocation &call)
{
    const auto rules = importFile(call, u"retention set FILE"_s, &importRetention);
    if (!rules) {
        return Failure(rules.error());
    }
    tellRules(call, *rules);
    return {};
}

Done runShow(const Invocation &call)
{
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto rules = await(Retention((*workplace)->store()).rules());
    if (!rules) {
        return Failure(rules.error());
    }
    tellRules(call, *rules);
    return {};
}

/// Of the file that is named, else those in force.
Result<QList<RetentionRule>> rulesIn(const Invocation &call, Retention &retention)
{
    if (call.words.isEmpty()) {
        return await(retention.rules());
    }
    const auto file = namedFile(call, u"retention preview [FILE]"_s);
    return file ? retentionRulesOf(*file) : Failure(file.error());
}

Done runPreview(const Invocation &call)
{
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    Retention retention((*workplace)->store());
    const auto rules = rulesIn(call, retention);
    if (!rules) {
        return Failure(rules.error());
    }
    const auto counts = await(retention.preview(*rules));
    if (!counts) {
        return Failure(counts.error());
    }
    QJsonArray array;
    for (const RetainedCount &count : *counts) {
        array.append(toJson(count));
        if (!call.isJson) {
            call.terminal.line(u"%1: %2 would go, from before %3"_s.arg(
                toString(count.rule.what), QString::number(count.rows), toIso(count.before)));
        }
    }
    if (call.isJson) {
        call.terminal.json(array);
    } else if (counts->isEmpty()) {
        call.terminal.line(u"Everything is kept."_s);
    }
    return {};
}

Done runNow(const Invocation &call)
{
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    Retention retention((*workplace)->store());
    const Instant since = (*workplace)->store().now();
    QJsonArray array;
    for (auto run = await(retention.step(since)); !run || *run; run = await(retention.step(since))) {
        if (!run) {
            return Failure(run.error());
        }
        if (!(*run)->endedAt) {
            call.terminal.progress(
                u"%1: %2 gone so far"_s.arg(toString((*run)->what), QString::number((*run)->gone)));
            continue;
        }
        array.append(toJson(**run));
        if (!call.isJson) {
            call.terminal.line(u"%1: %2 gone, from before %3"_s.arg(
                toString((*run)->what), QString::number((*run)->gone), toIso((*run)->before)));
        }
    }
    if (call.isJson) {
        call.terminal.json(array);
    } else if (array.isEmpty()) {
        call.terminal.line(u"Everything is kept."_s);
    }
    return {};
}
} // namespace

QList<Command> retentionCommands()
{
    return {{.name = u"retention set"_s,
                .arguments = u"FILE"_s,
                .summary = u"Says what goes by age; all of the file or nothing."_s,
                .options = {agentOption(u"Who says so."_s)},
                .run = &runSet},
        {.name = u"retention show"_s, .summary = u"What is kept for how long."_s, .run = &runShow},
        {.name = u"retention preview"_s,
            .arguments = u"[FILE]"_s,
            .summary = u"How much would go now, by the rules in force or those of a file."_s,
            .run = &runPreview},
        {.name = u"retention run"_s,
            .summary
            = u"Removes or empties what is older than it may be, without waiting for the day to be over."_s,
            .run = &runNow}};
}

} // namespace fw::cli
