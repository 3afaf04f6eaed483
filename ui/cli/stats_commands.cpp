#include "app/insight/report_csv.h"
#include "ui/cli/command.h"
#include "ui/cli/stats_output.h"
#include "ui/cli/stats_period.h"

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

constexpr int kMostReopenDays = 365;

Failure refusal(const QString &detail)
{
    return Failure({.code = ErrorCode::Usage, .detail = detail});
}

Result<FigureTerms> termsOf(const Invocation &call)
{
    const auto asked = askedPeriod(call);
    if (!asked) {
        return Failure(asked.error());
    }
    FigureTerms terms{.period = asked->period, .asOf = call.clock.now(), .zone = asked->zone};
    if (call.has(u"reopen-days"_s)) {
        const int days = call.value(u"reopen-days"_s).toInt();
        if (days < 1 || days > kMostReopenDays) {
            return refusal(u"--reopen-days: say 1 to %1"_s.arg(kMostReopenDays));
        }
        terms.reopenWithin = std::chrono::hours(24 * days);
    }
    return terms;
}

Result<Figure> figureNamed(const QString &name)
{
    if (const auto figure = figureFromString(name)) {
        return *figure;
    }
    QStringList names;
    for (const Figure figure : allFigures()) {
        names.append(toString(figure));
    }
    return refusal(u"no figure \"%1\"; there is: %2"_s.arg(name, names.join(u", "_s)));
}

Result<Question> questionOf(const Invocation &call)
{
    const auto terms = termsOf(call);
    if (!terms) {
        return Failure(terms.error());
    }
    Question question{.terms = *terms, .calendar = call.value(u"calendar"_s)};
    const QStringList names = call.has(u"open"_s) ? QStringList{call.value(u"open"_s)} : call.words;
    for (const QString &name : names) {
        const auto figure = figureNamed(name);
        if (!figure) {
            return Failure(figure.error());
        }
        question.figures.append(*figure);
    }
    if (call.has(u"by"_s)) {
        const auto by = breakdownFromString(call.value(u"by"_s));
        if (!by) {
            return refusal(u"--by: say hour, day, agent, team, network, account, tag or none"_s);
        }
        question.by = *by;
    }
    if (call.isJson && call.has(u"csv"_s)) {
        return refusal(u"--json and --csv: say one of them"_s);
    }
    return question;
}

void printOpened(const Invocation &call, const Question &question, const FigureAnswer &answer)
{
    const QList<FigureRow> rows = call.has(u"group"_s)
        ? opened(answer, call.value(u"group"_s), question.by, question.terms.zone)
        : answer.rows;
    if (call.isJson) {
        call.terminal.json(toJson(rows));
    } else if (call.has(u"csv"_s)) {
        printCsv(call.terminal, csvOf(question, rows));
    } else {
        printRows(call.terminal, rows);
    }
}

Done runStats(const Invocation &call)
{
    const auto question = questionOf(call);
    if (!question) {
        return Failure(question.error());
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto answers = await(Statistics((*workplace)->store()).ask(*question));
    if (!answers) {
        return Failure(answers.error());
    }
    if (call.has(u"open"_s)) {
        printOpened(call, *question, answers->first());
    } else if (call.isJson) {
        call.terminal.json(toJson(*question, *answers));
    } else if (call.has(u"csv"_s)) {
        printCsv(call.terminal, csvOf(*question, *answers));
    } else {
        printText(call.terminal, *question, *answers);
    }
    return {};
}
} // namespace

QList<Command> statsCommands()
{
    return {{.name = u"stats"_s,
        .arguments = u"[FIGURE…]"_s,
        .summary = u"Figures over a period: how long, how many, how well; each opens what it counted."_s,
        .options = periodOptions()
            + QList<QCommandLineOption>{{u"by"_s, u"hour, day, agent, team, network, account or tag."_s,
                                            u"WHAT"_s},
                {u"calendar"_s, u"Opening hours for business hours."_s, u"NAME"_s},
                {u"reopen-days"_s, u"Reopened within so many days (usually 7)."_s, u"N"_s},
                {u"open"_s, u"What this figure counted, instead of numbers."_s, u"FIGURE"_s},
                {u"group"_s, u"With --open and --by: only this group's."_s, u"KEY"_s},
                {u"csv"_s, u"As a table for a spreadsheet."_s}},
        .run = &runStats}};
}

} // namespace fw::cli
