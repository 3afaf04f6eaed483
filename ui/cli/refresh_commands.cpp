#include "app/customers/refresh/refresh.h"
#include "app/customers/refresh/refreshed_rows.h"
#include "ui/cli/named_file.h"
#include "ui/wiring/record_sources.h"

#include <QJsonArray>

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

void tell(const Invocation &call, const RefreshSource &source)
{
    call.terminal.line(u"%1: %2 from %3, at most %4 ms"_s.arg(source.source, toString(source.kind),
        source.url.isEmpty() ? u"%1 in %2"_s.arg(source.view, source.database) : source.url,
        QString::number(source.timeout.count())));
}

Done runSet(const Invocation &call)
{
    const auto file = namedFile(call, u"refresh set FILE"_s);
    if (!file) {
        return Failure(file.error());
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto source
        = await(Refresh((*workplace)->store()).set(file->name, file->bytes, call.value(u"agent"_s)));
    if (!source) {
        return Failure(source.error());
    }
    if (call.isJson) {
        call.terminal.json(fw::toJson(*source));
    } else {
        tell(call, *source);
    }
    return {};
}

Done runShow(const Invocation &call)
{
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto sources = await(Refresh((*workplace)->store()).sources());
    if (!sources) {
        return Failure(sources.error());
    }
    QJsonArray array;
    for (const RefreshSource &source : *sources) {
        array.append(fw::toJson(source));
        if (!call.isJson) {
            tell(call, source);
        }
    }
    if (call.isJson) {
        call.terminal.json(array);
    } else if (sources->isEmpty()) {
        call.terminal.line(u"Customers are as they were imported."_s);
    }
    return {};
}

Done runRemove(const Invocation &call)
{
    const QString source = call.words.value(0);
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto removed = await(Refresh((*workplace)->store()).remove(source, call.value(u"agent"_s)));
    if (!removed) {
        return Failure(removed.error());
    }
    if (call.isJson) {
        call.terminal.json(QJsonObject{{u"source"_s, source}, {u"removed"_s, true}});
    } else {
        call.terminal.line(u"Customers of %1 are as they were imported."_s.arg(source));
    }
    return {};
}

/// The fields that hold something in any of the rows.
QStringList filledIn(const RefreshedRows &rows)
{
    const QList<ImportField> &fields = fieldsOf(rows.kind);
    QStringList filled;
    for (qsizetype i = 0; i < fields.size(); ++i) {
        if (std::any_of(rows.rows.begin(), rows.rows.end(),
                [i](const RefreshedRow &each) { return !each.row.values[i].toString().isEmpty(); })) {
            filled << fields[i].name;
        }
    }
    return filled;
}

/// What is in a record is the customer's affair: only what there is of it is told.
void tell(const Invocation &call, const RefreshedAnswer &answer)
{
    QJsonArray kinds;
    for (const RefreshedRows &rows : answer.kinds) {
        const QStringList filled = filledIn(rows);
        kinds.append(QJsonObject{{u"kind"_s, toString(rows.kind)}, {u"records"_s, rows.rows.size()},
            {u"fields"_s, QJsonArray::fromStringList(filled)}});
        if (!call.isJson) {
            call.terminal.line(u"%1: %2 with %3"_s.arg(
                toString(rows.kind), QString::number(rows.rows.size()), filled.join(u", "_s)));
        }
    }
    if (call.isJson) {
        call.terminal.json(
            QJsonObject{{u"kinds"_s, kinds}, {u"problems"_s, QJsonArray::fromStringList(answer.problems)}});
        return;
    }
    for (const QString &problem : answer.problems) {
        call.terminal.line(u"  cannot be used: "_s + problem);
    }
}

Done runTest(const Invocation &call)
{
    const QString source = call.words.value(0).section(u':', 0, 0);
    const QString key = call.words.value(0).section(u':', 1);
    if (source.isEmpty() || key.isEmpty()) {
        return Failure({.code = ErrorCode::Usage, .detail = u"say which customer: refresh test crm:4711"_s});
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto sources = await(Refresh((*workplace)->store()).sources());
    if (!sources) {
        return Failure(sources.error());
    }
    const auto found = std::find_if(sources->begin(), sources->end(),
        [&source](const RefreshSource &known) { return known.source == source; });
    if (found == sources->end()) {
        return Failure({.code = ErrorCode::NotFound,
            .detail
            = u"customers of \"%1\" are looked up nowhere; see: floorwalkerctl refresh set"_s.arg(source)});
    }
    const auto value = wiring::recordSources((*workplace)->folder())(*found, key);
    const auto answer = value ? refreshedAnswer(*value, *found, key, (*workplace)->store().now())
                              : Result<RefreshedAnswer>(Failure(value.error()));
    if (!answer) {
        return Failure(answer.error());
    }
    tell(call, *answer);
    return {};
}
} // namespace

QList<Command> refreshCommands()
{
    return {{.name = u"refresh set"_s,
                .arguments = u"FILE"_s,
                .summary = u"Says where customers are looked up when somebody opens them."_s,
                .options = {agentOption(u"Who says so."_s)},
                .run = &runSet},
        {.name = u"refresh show"_s, .summary = u"Where customers are looked up."_s, .run = &runShow},
        {.name = u"refresh test"_s,
            .arguments = u"SOURCE:KEY"_s,
            .summary = u"Looks a customer up from this machine and tells what there is; stores nothing."_s,
            .run = &runTest},
        {.name = u"refresh remove"_s,
            .arguments = u"SOURCE"_s,
            .summary = u"Customers of this source are looked up no more."_s,
            .options = {agentOption(u"Who says so."_s)},
            .run = &runRemove}};
}

} // namespace fw::cli
