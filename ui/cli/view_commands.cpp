#include "app/store/class_store.h"
#include "app/store/view_store.h"
#include "ui/cli/json_output.h"
#include "ui/cli/named_file.h"

#include <QJsonDocument>

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

constexpr int kPage = 200;
constexpr int kRulesAtOnce = 200;

Result<View> viewOf(const QString &name)
{
    const auto view = name.isEmpty() ? View::Waiting : viewFromString(name);
    return view
        ? Result<View>(*view)
        : Failure({.code = ErrorCode::Usage,
            .detail
            = u"no view \"%1\"; there is: waiting, leaving, failed, answered, snoozed, archived, or one that views list shows"_s
                  .arg(name)});
}

struct Asked {
    View view = View::Waiting;
    QueueFilter filter = {};
};

/// --view, one of ours or a saved one, and --filter on top.
Result<Asked> askedOf(const Invocation &call, wiring::Workplace &workplace)
{
    const QString name = call.value(u"view"_s);
    const auto saved = await(workplace.store().read(
        [agent = call.value(u"agent"_s)](Database &db) { return ViewStore(db).viewsOf(agent); }));
    if (!saved) {
        return Failure(saved.error());
    }
    QString filter = call.value(u"filter"_s);
    auto view = viewOf(name);
    for (const SavedView &known : *saved) {
        if (!view && known.name == name) {
            view = known.view;
            filter = known.filter + u' ' + filter;
        }
    }
    if (!view) {
        return Failure(view.error());
    }
    return parseFilter(filter).map(
        [view = *view](const QueueFilter &parsed) { return Asked{.view = view, .filter = parsed}; });
}

Result<QList<Conversation>> wholeView(
    wiring::Workplace &workplace, const Asked &asked, const QString &agent, int limit)
{
    return await(workplace.store().read([asked, agent, limit](Database &db) {
        ViewStore views(db);
        FilteredPage page;
        QList<Conversation> all;
        do {
            const int left = limit > 0 ? std::min(kPage, limit - int(all.size())) : kPage;
            page = views.page(asked.view, asked.filter, page.next, left, agent);
            all += page.rows;
        } while (page.next && (limit == 0 || all.size() < limit));
        return all;
    }));
}

QString lineOf(const Conversation &row, Instant now, bool isExplained)
{
    const milliseconds waited = row.waitingSince ? now - *row.waitingSince : milliseconds(0);
    const QString order = isExplained ? u"  %1, %2"_s.arg(toString(row.workClass),
                              row.dueAt ? u"due %1"_s.arg(toIso(*row.dueAt)) : u"nothing due"_s)
                                      : QString();
    return u"%1  %2 min%3  %4  %5"_s.arg(row.id.toString())
        .arg(std::chrono::duration_cast<std::chrono::minutes>(waited).count())
        .arg(order, nameOf(row.customer), row.preview.left(100));
}

Done runQueue(const Invocation &call)
{
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto asked = askedOf(call, **workplace);
    if (!asked) {
        return Failure(asked.error());
    }
    const auto rows = wholeView(**workplace, *asked, call.value(u"agent"_s), call.value(u"limit"_s).toInt());
    if (!rows) {
        return Failure(rows.error());
    }
    QJsonArray array;
    for (const Conversation &row : *rows) {
        array.append(toJson(row));
        if (!call.isJson) {
            call.terminal.line(lineOf(row, call.clock.now(), call.has(u"explain"_s)));
        }
    }
    if (call.isJson) {
        call.terminal.json(array);
    } else if (rows->isEmpty()) {
        call.terminal.line(u"Nobody is there."_s);
    }
    return {};
}

Done runExplain(const Invocation &call)
{
    bool isNumber = false;
    const ConversationId id{call.words.value(0).toLongLong(&isNumber)};
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    struct Explained {
        Conversation conversation = {};
        QList<ClassReason> reasons = {};
    };
    const auto found = await((*workplace)->store().read([id](Database &db) -> Result<Explained> {
        const auto conversation = ConversationStore(db).byId(id);
        if (!conversation) {
            return Failure({.code = ErrorCode::NotFound,
                .detail = u"no such conversation; say which: queue explain CONVERSATION"_s});
        }
        return Explained{.conversation = *conversation, .reasons = ClassStore(db).explain(id)};
    }));
    if (!found) {
        return Failure(found.error());
    }
    QJsonArray reasons;
    for (const ClassReason &reason : found->reasons) {
        reasons.append(
            QJsonObject{{u"rule"_s, reason.rule.isEmpty() ? QJsonValue() : QJsonValue(reason.rule)},
                {u"class"_s, toString(reason.gives)}, {u"fits"_s, reason.fits}, {u"counts"_s, reason.counts},
                {u"why"_s, reason.why}});
        if (!call.isJson) {
            call.terminal.line(u"%1 %2  %3: %4"_s.arg(reason.counts ? u"*"_s : u" "_s, toString(reason.gives),
                reason.rule.isEmpty() ? u"-"_s : reason.rule, reason.why));
        }
    }
    if (call.isJson) {
        QJsonObject object = toJson(found->conversation);
        object.insert(u"reasons"_s, reasons);
        call.terminal.json(object);
    } else {
        call.terminal.line(lineOf(found->conversation, call.clock.now(), true));
    }
    return {};
}

SavedView savedViewOf(const Invocation &call)
{
    const QString scope = call.value(u"scope"_s);
    const QString owner = scope == "person"_L1 ? call.value(u"agent"_s) : call.value(u"team"_s);
    return {.name = call.words.value(0), .scope = scope, .owner = scope == "all"_L1 ? QString() : owner};
}

Done runSave(const Invocation &call)
{
    SavedView view = savedViewOf(call);
    const auto base = viewOf(call.value(u"view"_s));
    if (!base) {
        return Failure(base.error());
    }
    view.view = *base;
    view.filter = call.value(u"filter"_s);
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto saved = await(
        (*workplace)->store().write([view, agent = call.value(u"agent"_s)](Database &db) -> Result<bool> {
            const Done done = ViewStore(db).save(view, agent);
            return done ? Result<bool>(true) : Failure(done.error());
        }));
    if (!saved) {
        return Failure(saved.error());
    }
    if (call.isJson) {
        call.terminal.json(QJsonObject{{u"view"_s, view.name}, {u"saved"_s, true}});
    } else {
        call.terminal.line(u"Saved."_s);
    }
    return {};
}

Done runRemove(const Invocation &call)
{
    const SavedView view = savedViewOf(call);
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto removed
        = await((*workplace)->store().write([view, agent = call.value(u"agent"_s)](Database &db) {
              return ViewStore(db).remove(view, agent);
          }));
    if (!removed || !*removed) {
        return Failure(removed ? Error{.code = ErrorCode::NotFound,
                           .detail = u"no view \"%1\" of that scope; see: views list"_s.arg(view.name)}
                               : removed.error());
    }
    if (call.isJson) {
        call.terminal.json(QJsonObject{{u"view"_s, view.name}, {u"removed"_s, true}});
    } else {
        call.terminal.line(u"Removed."_s);
    }
    return {};
}

Done runList(const Invocation &call)
{
    struct Counted {
        SavedView view = {};
        FilteredPage page = {};
    };
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto counted = await((*workplace)->store().read([agent = call.value(u"agent"_s)](Database &db) {
        ViewStore views(db);
        QList<Counted> all;
        for (const SavedView &view : views.viewsOf(agent)) {
            const auto filter = parseFilter(view.filter);
            all.append({view,
                views.page(view.view, filter.value_or(QueueFilter()), {}, ViewStore::kMostRead, agent)});
        }
        return all;
    }));
    if (!counted) {
        return Failure(counted.error());
    }
    QJsonArray array;
    for (const Counted &entry : *counted) {
        const bool isWhole = !entry.page.next;
        array.append(QJsonObject{{u"name"_s, entry.view.name}, {u"scope"_s, entry.view.scope},
            {u"owner"_s, entry.view.owner}, {u"view"_s, toString(entry.view.view)},
            {u"filter"_s, entry.view.filter}, {u"count"_s, entry.page.rows.size()}, {u"whole"_s, isWhole}});
        if (!call.isJson) {
            call.terminal.line(
                u"%1  %2%3  %4 %5"_s.arg(entry.view.name)
                    .arg(entry.page.rows.size())
                    .arg(isWhole ? u""_s : u"+"_s, toString(entry.view.view), entry.view.filter));
        }
    }
    if (call.isJson) {
        call.terminal.json(array);
    } else if (array.isEmpty()) {
        call.terminal.line(u"No saved views."_s);
    }
    return {};
}

/// Takes the file as a whole or not at all, then computes the class of who waits, some at a time.
Done runImport(const Invocation &call)
{
    const auto imported = importFile(call, u"rules import FILE"_s, &importClassRules);
    if (!imported) {
        return Failure(imported.error());
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    Store &store = (*workplace)->store();
    ConversationId last;
    do {
        const auto next = await(
            store.write([last](Database &db) { return ClassStore(db).computeAgain(last, kRulesAtOnce); }));
        if (!next) {
            return Failure(next.error());
        }
        last = *next;
    } while (!last.isNull());
    if (call.isJson) {
        call.terminal.json(
            QJsonObject{{u"read"_s, imported->count}, {u"changed"_s, !imported->changed.isEmpty()}});
    } else {
        call.terminal.line(u"%1 rules are in force."_s.arg(imported->count));
    }
    return {};
}

Done runShowRules(const Invocation &call)
{
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto rules = await((*workplace)->store().read([](Database &db) { return ClassStore(db).rules(); }));
    if (!rules) {
        return Failure(rules.error());
    }
    const QJsonObject json = fw::toJson(*rules);
    if (call.isJson) {
        call.terminal.json(json);
    } else {
        for (const QString &line :
            QString::fromUtf8(QJsonDocument(json).toJson()).split(u'\n', Qt::SkipEmptyParts)) {
            call.terminal.line(line);
        }
    }
    return {};
}
} // namespace

QList<Command> viewCommands()
{
    const QCommandLineOption agent = agentOption(u"Who looks."_s);
    const QCommandLineOption view(u"view"_s,
        u"waiting (default), leaving, failed, answered, snoozed, archived, or a saved one."_s, u"VIEW"_s);
    const QCommandLineOption filter(
        u"filter"_s, u"Like \"network:twitter tag:parcel is:late\"."_s, u"FILTER"_s);
    const QCommandLineOption scope(u"scope"_s, u"person (default), team or all."_s, u"SCOPE"_s, u"person"_s);
    const QCommandLineOption team(u"team"_s, u"Whose it is, of scope team."_s, u"TEAM"_s);
    const QCommandLineOption limit(u"limit"_s, u"So many at most; all without it."_s, u"N"_s);
    return {{.name = u"queue explain"_s,
                .arguments = u"CONVERSATION"_s,
                .summary = u"Which rule made its class, and what the others say."_s,
                .run = &runExplain},
        {.name = u"queue"_s,
            .summary = u"Lists who waits, by class, due time and age."_s,
            .options = {view, filter, limit, {u"explain"_s, u"With class and due time."_s}, agent},
            .run = &runQueue},
        {.name = u"views save"_s,
            .arguments = u"NAME"_s,
            .summary = u"Keeps a view with a filter under a name."_s,
            .options = {view, filter, scope, team, agent},
            .run = &runSave},
        {.name = u"views list"_s,
            .summary = u"Saved views with their counts."_s,
            .options = {agent},
            .run = &runList},
        {.name = u"views remove"_s,
            .arguments = u"NAME"_s,
            .summary = u"Removes a saved view."_s,
            .options = {scope, team, agent},
            .run = &runRemove},
        {.name = u"rules import"_s,
            .arguments = u"FILE"_s,
            .summary
            = u"Puts the rules that make a conversation's class in force; all of the file or nothing."_s,
            .options = {agent},
            .run = &runImport},
        {.name = u"rules show"_s,
            .summary = u"Those in force, as they can be imported."_s,
            .run = &runShowRules}};
}

} // namespace fw::cli
