#include "app/insight/report_csv.h"

namespace fw {

using namespace Qt::StringLiterals;

namespace {
QString seconds(const std::optional<milliseconds> &span)
{
    return span ? QString::number(double(span->count()) / 1000.0, 'f', 3) : QString();
}

QString localIso(const Question &question, Instant at)
{
    return toDateTime(at).toTimeZone(question.terms.zone).toString(Qt::ISODate);
}

QStringList record(const FigureAnswer &answer, const FigureSummary &group)
{
    const Spread &h = group.calendar;
    const Spread &b = group.business;
    return {toString(answer.figure), group.key, QString::number(group.count),
        QString::number(group.conversations), QString::number(group.customers), seconds(h.median),
        seconds(h.p90), seconds(h.mean), seconds(h.longest), seconds(b.median), seconds(b.p90),
        seconds(b.mean), seconds(b.longest), b.count > 0 ? QString::number(b.zeros) : QString(),
        group.hits ? QString::number(*group.hits) : QString(), sharePercent(group),
        QString::number(group.running)};
}

QByteArray joined(const QStringList &lines)
{
    return (lines.join(u'\n') + u'\n').toUtf8();
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

/// What everybody who reads the numbers has to know, as name and value.
QList<QStringList> preambleOf(const Question &question)
{
    const FigureTerms &terms = question.terms;
    return {{u"zone"_s, QString::fromLatin1(terms.zone.id())},
        {u"from"_s, localIso(question, terms.period.from)}, {u"to"_s, localIso(question, terms.period.to)},
        {u"as of"_s, localIso(question, terms.asOf)},
        {u"calendar"_s, question.calendar.isEmpty() ? u"none: no business hours"_s : question.calendar},
        {u"by"_s, toString(question.by)}, {u"reopened within"_s, shownSpan(terms.reopenWithin)},
        {u"percentiles"_s, u"nearest rank; none of fewer than %1 values"_s.arg(kFewestForPercentiles)}};
}

QString sharePercent(const FigureSummary &group)
{
    return group.hits && group.count > 0
        ? QString::number(100.0 * double(*group.hits) / double(group.count), 'f', 1)
        : QString();
}

QByteArray csvOf(const Question &question, const QList<FigureAnswer> &answers)
{
    QStringList lines;
    for (const QStringList &line : preambleOf(question)) {
        lines.append(csvRecord(line));
    }
    for (const FigureAnswer &answer : answers) {
        lines.append(csvRecord({toString(answer.figure), definitionOf(answer.figure)}));
    }
    lines.append(csvRecord(
        {u"figure"_s, u"group"_s, u"count"_s, u"conversations"_s, u"customers"_s, u"median_s"_s, u"p90_s"_s,
            u"mean_s"_s, u"longest_s"_s, u"business_median_s"_s, u"business_p90_s"_s, u"business_mean_s"_s,
            u"business_longest_s"_s, u"business_zeros"_s, u"hits"_s, u"share_percent"_s, u"running"_s}));
    for (const FigureAnswer &answer : answers) {
        for (const FigureSummary &group : answer.groups) {
            lines.append(csvRecord(record(answer, group)));
        }
    }
    return joined(lines);
}

QByteArray csvOf(const Question &question, const QList<FigureRow> &rows)
{
    QStringList lines;
    for (const QStringList &line : preambleOf(question)) {
        lines.append(csvRecord(line));
    }
    lines.append(csvRecord({u"at"_s, u"conversation"_s, u"episode"_s, u"calendar_s"_s, u"business_s"_s,
        u"hit"_s, u"agent"_s, u"team"_s, u"tags"_s, u"network"_s, u"account"_s}));
    for (const FigureRow &row : rows) {
        const QString hit = row.hit ? QString::number(int(*row.hit)) : QString();
        lines.append(csvRecord({localIso(question, row.at), row.conversation.toString(),
            QString::number(row.episode), seconds(row.calendarTime), seconds(row.businessTime), hit,
            row.agent, row.team, row.tags.join(u' '), toString(row.network), row.account}));
    }
    return joined(lines);
}

} // namespace fw
