#include "app/customers/import/folder_watch.h"
#include "app/store/import_store.h"
#include "ui/cli/customer_output.h"
#include "ui/wiring/service_manager.h"

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

Error usage(const QString &detail)
{
    return {.code = ErrorCode::Usage, .detail = detail};
}

Result<ImportKind> kindIn(const Invocation &call)
{
    if (const auto kind = importKindFromString(call.value(u"kind"_s))) {
        return *kind;
    }
    QStringList names;
    for (const ImportKind known : allImportKinds()) {
        names << toString(known);
    }
    return Failure(usage(u"say what it holds: --kind "_s + names.join(u'|')));
}

/// "email=E-Mail,phone=Telefon"
Result<QJsonObject> columnsIn(const QString &text)
{
    QJsonObject columns;
    for (const QString &pair : text.split(u',', Qt::SkipEmptyParts)) {
        const QString field = pair.section(u'=', 0, 0).trimmed();
        const QString column = pair.section(u'=', 1).trimmed();
        if (field.isEmpty() || column.isEmpty()) {
            return Failure(usage(u"--columns: say field=column,… as in email=E-Mail,phone=Telefon"_s));
        }
        columns.insert(field, column);
    }
    return QJsonObject{{u"columns"_s, columns}};
}

Result<QJsonObject> mapOf(const Invocation &call, wiring::Workplace &workplace, ImportKind kind)
{
    if (!call.has(u"map"_s)) {
        return columnsIn(call.value(u"columns"_s));
    }
    const QString name = call.value(u"map"_s);
    const auto map = await(workplace.store().read(
        [name](Database &db) { return Result<std::optional<ImportMap>>(ImportStore(db).map(name)); }));
    if (!map) {
        return Failure(map.error());
    }
    if (!*map || (*map)->kind != kind) {
        return Failure({.code = ErrorCode::NotFound,
            .detail = u"no map \"%1\" for %2; see: floorwalkerctl import maps"_s.arg(name, toString(kind))});
    }
    return (*map)->definition;
}

Result<ImportRequest> requestIn(const Invocation &call, wiring::Workplace &workplace, ImportKind kind)
{
    if (call.words.size() != 1) {
        return Failure(usage(u"say which one"_s));
    }
    const auto map = mapOf(call, workplace, kind);
    if (!map) {
        return Failure(map.error());
    }
    ImportRequest request{.file = call.words.first(),
        .kind = kind,
        .source = call.value(u"source"_s),
        .map = *map,
        .agent = call.value(u"agent"_s)};
    if (call.has(u"encoding"_s)) {
        request.encoding = encodingFromString(call.value(u"encoding"_s));
        if (!request.encoding) {
            return Failure(usage(u"--encoding: UTF-8, UTF-16LE, UTF-16BE, Latin-1 or Windows-1252"_s));
        }
    }
    if (call.has(u"delimiter"_s)) {
        const QString delimiter
            = call.value(u"delimiter"_s) == "tab"_L1 ? u"\t"_s : call.value(u"delimiter"_s);
        if (!QStringList({u","_s, u";"_s, u"|"_s, u"\t"_s}).contains(delimiter)) {
            return Failure(usage(u"--delimiter: , ; | or tab"_s));
        }
        request.delimiter = delimiter.front().toLatin1();
    }
    return request;
}

void tell(const Invocation &call, const ImportReport &report)
{
    const QString form = report.form.isJsonLines
        ? u"JSON Lines"_s
        : u"CSV with %1"_s.arg(
            report.form.delimiter == '\t' ? u"tabs"_s : QString(QLatin1Char(report.form.delimiter)));
    call.terminal.line(u"%1, %2"_s.arg(form, toString(report.form.encoding)));
    for (qsizetype i = 0; i < report.fields.size(); ++i) {
        if (!report.columns[i].isEmpty()) {
            call.terminal.line(u"  %1 <- %2"_s.arg(report.fields[i], report.columns[i]));
        }
    }
    if (!report.ignored.isEmpty()) {
        call.terminal.line(u"  not read: "_s + report.ignored.join(u", "_s));
    }
    if (report.continuedAt > 0) {
        call.terminal.line(u"continued after %1 records"_s.arg(report.continuedAt));
    }
    const ImportCounts &counts = report.counts;
    call.terminal.line(u"%1%2 records: %3 added, %4 changed, %5 unchanged, %6 refused"_s.arg(
        report.id.isNull() ? u"dry run, nothing stored; "_s : QString(), QString::number(counts.records),
        QString::number(counts.added), QString::number(counts.changed), QString::number(counts.unchanged),
        QString::number(counts.refused)));
    for (const RefusedRow &row : report.refused) {
        call.terminal.line(u"  line %1: %2"_s.arg(row.line).arg(row.reason));
    }
    if (counts.refused > report.refused.size()) {
        call.terminal.line(u"  … all of them with --rejects FILE"_s);
    }
}

Done import(const Invocation &call, ImportKind kind)
{
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    auto request = requestIn(call, **workplace, kind);
    if (!request) {
        return Failure(request.error());
    }
    request->rejects = call.value(u"rejects"_s);
    request->isDryRun = call.has(u"dry-run"_s);
    const auto report
        = Importer((*workplace)->store()).run(*request, {}, [&call](const ImportProgress &progress) {
              const qint64 percent = progress.ofBytes > 0 ? progress.bytes * 100 / progress.ofBytes : 100;
              if (!call.isJson) {
                  call.terminal.progress(u"%1 records, %2 %"_s.arg(progress.records).arg(percent));
              }
          });
    call.terminal.endProgress();
    if (!report) {
        return Failure(report.error());
    }
    if (call.isJson) {
        call.terminal.json(toJson(*report));
    } else {
        tell(call, *report);
    }
    return {};
}

Done runImport(const Invocation &call)
{
    const auto kind = kindIn(call);
    return kind ? import(call, *kind) : Done(Failure(kind.error()));
}

Done runStockImport(const Invocation &call)
{
    return import(call, ImportKind::Stock);
}

void tell(const Invocation &call, const WatchedFile &file)
{
    const auto orNull = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    if (call.isJson) {
        call.terminal.json(QJsonObject{{u"file"_s, orNull(file.name)}, {u"moved_to"_s, orNull(file.place)},
            {u"report"_s, file.report ? QJsonValue(toJson(*file.report)) : QJsonValue()},
            {u"error"_s, file.error ? QJsonValue(toString(file.error->code)) : QJsonValue()},
            {u"detail"_s, file.error ? QJsonValue(file.error->detail) : QJsonValue()}});
        return;
    }
    if (file.report) {
        const ImportCounts &counts = file.report->counts;
        call.terminal.line(u"%1: %2 added, %3 changed, %4 unchanged, %5 refused; now %6"_s.arg(file.name,
            QString::number(counts.added), QString::number(counts.changed), QString::number(counts.unchanged),
            QString::number(counts.refused), file.place));
    } else if (file.error) {
        const QString name = file.name.isEmpty() ? QString() : file.name + u": "_s;
        const QString next = file.place.isEmpty() ? u"; it is tried again"_s : u"; now "_s + file.place;
        call.terminal.line(name + file.error->detail + next);
    }
}

Done watch(const Invocation &call, Store &store, const WatchRequest &request)
{
    int left = 0;
    QEventLoop loop;
    FolderWatch watch(store, request);
    const wiring::StopSignal signal;
    QObject::connect(&watch, &FolderWatch::handled, &loop, [&](const WatchedFile &file) {
        left += file.place.isEmpty() ? 1 : 0;
        tell(call, file);
    });
    QObject::connect(&signal, &wiring::StopSignal::came, &watch, &FolderWatch::stop);
    QObject::connect(&watch, &FolderWatch::stopped, &loop, &QEventLoop::quit, Qt::QueuedConnection);
    const bool isOnce = call.has(u"once"_s);
    if (isOnce) {
        QObject::connect(&watch, &FolderWatch::settled, &watch, &FolderWatch::stop);
    }
    if (const Done started = watch.start(); !started) {
        return started;
    }
    loop.exec();
    return isOnce && left > 0
        ? Done(Failure({.code = ErrorCode::Io, .detail = u"%1 could not be imported"_s.arg(left)}))
        : Done();
}

Done runWatch(const Invocation &call)
{
    const auto kind = kindIn(call);
    if (!kind) {
        return Failure(kind.error());
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto request = requestIn(call, **workplace, *kind);
    return request ? watch(call, (*workplace)->store(), {.folder = call.words.first(), .import = *request})
                   : Done(Failure(request.error()));
}

Done runSaveMap(const Invocation &call)
{
    const auto kind = kindIn(call);
    const auto columns = columnsIn(call.value(u"columns"_s));
    const QString name = call.words.value(0);
    if (!kind || !columns) {
        return Failure(kind ? columns.error() : kind.error());
    }
    if (name.isEmpty() || columns->value(u"columns"_s).toObject().isEmpty()) {
        return Failure(usage(u"say: import map NAME --kind KIND --columns field=column,…"_s));
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const ImportMap map{.name = name, .kind = *kind, .definition = *columns, .agent = call.value(u"agent"_s)};
    const auto saved = await((*workplace)->store().write([map](Database &db) {
        ImportStore(db).saveMap(map);
        return true;
    }));
    if (!saved) {
        return Failure(saved.error());
    }
    if (call.isJson) {
        call.terminal.json(QJsonObject{
            {u"map"_s, name}, {u"kind"_s, toString(*kind)}, {u"columns"_s, columns->value(u"columns"_s)}});
    } else {
        call.terminal.line(u"Saved: import FILE --kind %1 --map %2"_s.arg(toString(*kind), name));
    }
    return {};
}

Done runMaps(const Invocation &call)
{
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto maps = await((*workplace)->store().read([](Database &db) { return ImportStore(db).maps(); }));
    if (!maps) {
        return Failure(maps.error());
    }
    QJsonArray array;
    for (const ImportMap &map : *maps) {
        array.append(QJsonObject{{u"map"_s, map.name}, {u"kind"_s, toString(map.kind)},
            {u"columns"_s, map.definition[u"columns"_s]}});
        if (!call.isJson) {
            call.terminal.line(u"%1 (%2)"_s.arg(map.name, toString(map.kind)));
        }
    }
    if (call.isJson) {
        call.terminal.json(array);
    } else if (maps->isEmpty()) {
        call.terminal.line(u"No maps."_s);
    }
    return {};
}

QList<QCommandLineOption> formOptions()
{
    return {{u"source"_s, u"The system the keys are of."_s, u"NAME"_s},
        {u"map"_s, u"Columns as saved under this name."_s, u"NAME"_s},
        {u"columns"_s, u"Columns, field=column,… where names differ."_s, u"PAIRS"_s},
        {u"encoding"_s, u"Instead of what it seems to be."_s, u"NAME"_s},
        {u"delimiter"_s, u"The same: , ; | or tab."_s, u"CHARACTER"_s}, agentOption(u"Who imports."_s)};
}

QList<QCommandLineOption> importOptions()
{
    return formOptions()
        + QList<QCommandLineOption>{{u"dry-run"_s, u"Tells what would happen; stores nothing."_s},
            {u"rejects"_s, u"Where refused rows go, with line and reason."_s, u"FILE"_s}};
}
} // namespace

QList<Command> importCommands()
{
    const QCommandLineOption kind{u"kind"_s, u"What the file holds."_s, u"KIND"_s};
    return {{.name = u"import map"_s,
                .arguments = u"NAME"_s,
                .summary = u"Saves how the columns of a file are called."_s,
                .options
                = {kind, {u"columns"_s, u"field=column,…"_s, u"PAIRS"_s}, agentOption(u"Who saves it."_s)},
                .run = &runSaveMap},
        {.name = u"import maps"_s, .summary = u"Lists what was saved."_s, .run = &runMaps},
        {.name = u"import watch"_s,
            .arguments = u"FOLDER"_s,
            .summary = u"Imports what arrives in a folder, each file once, until it is interrupted."_s,
            .options = QList<QCommandLineOption>{kind, {u"once"_s, u"Imports what is there, and ends."_s}}
                + formOptions(),
            .run = &runWatch},
        {.name = u"import"_s,
            .arguments = u"FILE"_s,
            .summary = u"Reads customers, orders, stock … from CSV or JSON Lines."_s,
            .options = QList<QCommandLineOption>{kind} + importOptions(),
            .run = &runImport},
        {.name = u"stock import"_s,
            .arguments = u"FILE"_s,
            .summary = u"Reads how many of what are where."_s,
            .options = importOptions(),
            .run = &runStockImport}};
}

} // namespace fw::cli
