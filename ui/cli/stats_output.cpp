#include "ui/cli/stats_output.h"

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

QString seconds(const std::optional<milliseconds> &span)
{
    return span ? QString::number(double(span->count()) / 1000.0, 'f', 3) : QString();
}

QJsonValue number(const std::optional<milliseconds> &span)
{
    return span ? QJsonValue(qint64(span->count())) : QJsonValue();
}

QString shownOr(const std::optional<milliseconds> &span, const QString &otherwise)
{
    return span ? shownSpan(*span) : otherwise;
}

QString localIso(const Question &question, Instant at)
{
    return toDateTime(at).toTimeZone(question.terms.zone).toString(Qt::ISODate);
}

/// What everybody who reads the numbers has to know, as name and value.
QList<QStringList> preamble(const Question &question)
{
    const FigureTerms &terms = question.terms;
    return {{u"zone"_s, QString::fromLatin1(terms.zone.id())},
        {u"from"_s, localIso(question, terms.period.from)}, {u"to"_s, localIso(question, terms.period.to)},
        {u"as of"_s, localIso(question, terms.asOf)},
        {u"calendar"_s, question.calendar.isEmpty() ? u"none: no business hours"_s : question.calendar},
        {u"by"_s, toString(question.by)}, {u"reopened within"_s, shownSpan(terms.reopenWithin)},
        {u"percentiles"_s, u"nearest rank; none of fewer than %1 values"_s.arg(kFewestForPercentiles)}};
}

QString share(const FigureSummary &group)
{
    return group.hits && group.count > 0
        ? QString::number(100.0 * double(*group.hits) / double(group.count), 'f', 1)
        : QString();
}

QStringList record(const FigureAnswer &answer, const FigureSummary &group)
{
    const Spread &h = group.calendar;
    const Spread &b = group.business;
    return {toString(answer.figure), group.key, QString::number(group.count),
        QString::number(group.conversations), QString::number(group.customers), seconds(h.median),
        seconds(h.p90), seconds(h.mean), seconds(h.longest), seconds(b.median), seconds(b.p90),
        seconds(b.mean), seconds(b.longest), b.count > 0 ? QString::number(b.zeros) : QString(),
        group.hits ? QString::number(*group.hits) : QString(), share(group), QString::number(group.running)};
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
        text += u", %1 of them (%2 %)"_s.arg(QString::number(*group.hits), share(group));
    }
    if (group.running > 0) {
        text += u", %1 still running"_s.arg(group.running);
    }
    return text;
}

QJsonObject toJson(const Spread &spread)
{
    return {{u"count"_s, spread.count}, {u"median_ms"_s, number(spread.median)},
        {u"p90_ms"_s, number(spread.p90)}, {u"mean_ms"_s, number(spread.mean)},
        {u"longest_ms"_s, number(spread.longest)}, {u"zeros"_s, spread.zeros}};
}
} // namespace

QString csvRecord(const QStringList &fields)
{
    QStringList quoted;
    for (QString field : fields) {
        const bool isFormula = !field.isEmpty() && u"=+-@\t\r\n"_s.contains(field.front());
        field.replace(u'"', u"\"\""_s);
        quoted.append(u'"' + (isFormula ? u"'"_s : QString()) + field + u'"');
    }
    return quoted.join(u',');
}

QString shownSpan(milliseconds span)
{
    const qint64 all = span.count() / 1000;
    const auto two = [](qint64 value) { return u"%1"_s.arg(value, 2, 10, QLatin1Char('0')); };
    if (all < 60) {
        return u"%1s"_s.arg(all);
    }
    if (all < 3600) {
        return u"%1m %2s"_s.arg(QString::number(all / 60), two(all % 60));
    }
    return u"%1h %2m"_s.arg(QString::number(all / 3600), two(all / 60 % 60));
}

void printText(Terminal &terminal, const Question &question, const QList<FigureAnswer> &answers)
{
    for (const QStringList &line : preamble(question)) {
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

void printCsv(Terminal &terminal, const Question &question, const QList<FigureAnswer> &answers)
{
    for (const QStringList &line : preamble(question)) {
        terminal.line(csvRecord(line));
    }
    for (const FigureAnswer &answer : answers) {
        terminal.line(csvRecord({toString(answer.figure), definitionOf(answer.figure)}));
    }
    terminal.line(csvRecord(
        {u"figure"_s, u"group"_s, u"count"_s, u"conversations"_s, u"customers"_s, u"median_s"_s, u"p90_s"_s,
            u"mean_s"_s, u"longest_s"_s, u"business_median_s"_s, u"business_p90_s"_s, u"business_mean_s"_s,
            u"business_longest_s"_s, u"business_zeros"_s, u"hits"_s, u"share_percent"_s, u"running"_s}));
    for (const FigureAnswer &answer : answers) {
        for (const FigureSummary &group : answer.groups) {
            terminal.line(csvRecord(record(answer, group)));
        }
    }
}

QJsonObject toJson(const Question &question, const QList<FigureAnswer> &answers)
{
    QJsonObject json;
    for (const QStringList &line : preamble(question)) {
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

void printRowsCsv(Terminal &terminal, const Question &question, const QList<FigureRow> &rows)
{
    for (const QStringList &line : preamble(question)) {
        terminal.line(csvRecord(line));
    }
    terminal.line(csvRecord({u"at"_s, u"conversation"_s, u"episode"_s, u"calendar_s"_s, u"business_s"_s,
        u"hit"_s, u"agent"_s, u"team"_s, u"tags"_s, u"network"_s, u"account"_s}));
    for (const FigureRow &row : rows) {
        const QString hit = row.hit ? QString::number(int(*row.hit)) : QString();
        terminal.line(csvRecord({localIso(question, row.at), row.conversation.toString(),
            QString::number(row.episode), seconds(row.calendarTime), seconds(row.businessTime), hit,
            row.agent, row.team, row.tags.join(u' '), toString(row.network), row.account}));
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
