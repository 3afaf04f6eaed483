#include "ui/cli/stats_output.h"

#include "app/insight/report_csv.h"

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

QJsonValue number(const std::optional<milliseconds> &span)
{
    return span ? QJsonValue(qint64(span->count())) : QJsonValue();
}

QString shownOr(const std::optional<milliseconds> &span, const QString &otherwise)
{
    return span ? shownSpan(*span) : otherwise;
}

QString spreadText(const Spread &spread)
{
    return u"median %1, 90%% %2, mean %3, longest %4"_s
        .arg(shownOr(spread.median, u"- (fewer than %1)"_s.arg(kFewestForPercentiles)),
            shownOr(spread.p90, u"-"_s), shownOr(spread.mean, u"-"_s), shownOr(spread.longest, u"-"_s))
        .replace(u"%%"_s, u"%"_s);
}

QString groupText(const FigureSummary &group, Breakdown by)
{
    QString text
        = by == Breakdown::None ? u"  "_s : u"  %1: "_s.arg(group.key.isEmpty() ? u"(none)"_s : group.key);
    text += u"%1 in %2 conversations of %3 customers"_s.arg(group.count)
                .arg(group.conversations)
                .arg(group.customers);
    if (group.hits) {
        text += u", %1 of them (%2 %)"_s.arg(QString::number(*group.hits), sharePercent(group));
    }
    if (group.running > 0) {
        text += u", %1 still running"_s.arg(group.running);
    }
    return text;
}

} // namespace

QJsonObject toJson(const Spread &spread)
{
    return {{u"count"_s, spread.count}, {u"median_ms"_s, number(spread.median)},
        {u"p90_ms"_s, number(spread.p90)}, {u"mean_ms"_s, number(spread.mean)},
        {u"longest_ms"_s, number(spread.longest)}, {u"zeros"_s, spread.zeros}};
}

void printText(Terminal &terminal, const Question &question, const QList<FigureAnswer> &answers)
{
    for (const QStringList &line : preambleOf(question)) {
        terminal.line(u"%1: %2"_s.arg(line[0], line[1]));
    }
    for (const FigureAnswer &answer : answers) {
        terminal.line(u"%1 (%2)"_s.arg(toString(answer.figure), definitionOf(answer.figure)));
        for (const FigureSummary &group : answer.groups) {
            terminal.line(groupText(group, question.by));
            if (group.calendar.count > 0) {
                terminal.line(u"    calendar hours: %1"_s.arg(spreadText(group.calendar)));
            }
            if (group.business.count > 0) {
                terminal.line(u"    business hours: %1, %2 of 0"_s.arg(spreadText(group.business))
                                  .arg(group.business.zeros));
            }
        }
        if (answer.groups.isEmpty()) {
            terminal.line(u"  no data"_s);
        }
    }
}

QJsonObject toJson(const Question &question, const QList<FigureAnswer> &answers)
{
    QJsonObject json;
    for (const QStringList &line : preambleOf(question)) {
        json.insert(QString(line[0]).replace(u' ', u'_'), line[1]);
    }
    json.insert(u"calendar"_s, question.calendar.isEmpty() ? QJsonValue() : QJsonValue(question.calendar));
    QJsonArray figures;
    for (const FigureAnswer &answer : answers) {
        QJsonArray groups;
        for (const FigureSummary &group : answer.groups) {
            groups.append(QJsonObject{{u"key"_s, group.key}, {u"count"_s, group.count},
                {u"conversations"_s, group.conversations}, {u"customers"_s, group.customers},
                {u"calendar_hours"_s, toJson(group.calendar)}, {u"business_hours"_s, toJson(group.business)},
                {u"hits"_s, group.hits ? QJsonValue(qint64(*group.hits)) : QJsonValue()},
                {u"running"_s, group.running}});
        }
        figures.append(QJsonObject{{u"figure"_s, toString(answer.figure)},
            {u"definition"_s, definitionOf(answer.figure)}, {u"groups"_s, groups}});
    }
    json.insert(u"figures"_s, figures);
    return json;
}

void printCsv(Terminal &terminal, const QByteArray &csv)
{
    for (const QByteArray &line : csv.chopped(1).split('\n')) {
        terminal.line(QString::fromUtf8(line));
    }
}

void printRows(Terminal &terminal, const QList<FigureRow> &rows)
{
    for (const FigureRow &row : rows) {
        terminal.line(u"%1  conversation %2  calendar %3  business %4  %5"_s.arg(toIso(row.at),
            row.conversation.toString(), shownOr(row.calendarTime, u"-"_s), shownOr(row.businessTime, u"-"_s),
            row.agent));
    }
    if (rows.isEmpty()) {
        terminal.line(u"Nothing was counted."_s);
    }
}

QJsonArray toJson(const QList<FigureRow> &rows)
{
    QJsonArray array;
    for (const FigureRow &row : rows) {
        array.append(QJsonObject{{u"conversation"_s, row.conversation.toString()},
            {u"episode"_s, QString::number(row.episode)}, {u"at"_s, toIso(row.at)},
            {u"calendar_ms"_s, number(row.calendarTime)}, {u"business_ms"_s, number(row.businessTime)},
            {u"hit"_s, row.hit ? QJsonValue(*row.hit) : QJsonValue()}, {u"running"_s, row.isRunning},
            {u"agent"_s, row.agent}, {u"team"_s, row.team}, {u"tags"_s, QJsonArray::fromStringList(row.tags)},
            {u"network"_s, toString(row.network)}, {u"account"_s, row.account}});
    }
    return array;
}

} // namespace fw::cli
