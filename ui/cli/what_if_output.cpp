#include "ui/cli/what_if_output.h"

#include "app/insight/report_csv.h"
#include "ui/cli/stats_output.h"

namespace fw::cli {

using namespace Qt::StringLiterals;

namespace {
QString spanOr(const std::optional<milliseconds> &span)
{
    return span ? shownSpan(*span) : u"-"_s;
}

QString percent(double share)
{
    return QString::number(share * 100, 'f', 1) + u" %"_s;
}

QString row(const QStringList &cells)
{
    QString text = u"  "_s + cells.first().leftJustified(24);
    for (qsizetype i = 1; i < cells.size(); ++i) {
        text += cells[i].rightJustified(14);
    }
    return text;
}

QStringList column(const NamedDay &day)
{
    const DayFigures &figures = day.figures;
    const qsizetype decided = figures.kept + figures.broken;
    return {day.name, QString::number(figures.firstAnswer.count), spanOr(figures.firstAnswer.median),
        spanOr(figures.firstAnswer.p90), spanOr(figures.firstAnswer.mean),
        QString::number(figures.answers.count),
        decided > 0 ? percent(double(figures.kept) / double(decided)) : u"-"_s,
        QString::number(figures.backlog), figures.utilisation ? percent(*figures.utilisation) : u"-"_s};
}
} // namespace

QJsonObject toJson(const DayFigures &figures)
{
    return {{u"first_answer"_s, toJson(figures.firstAnswer)}, {u"answers"_s, toJson(figures.answers)},
        {u"kept"_s, figures.kept}, {u"broken"_s, figures.broken}, {u"running"_s, figures.running},
        {u"backlog"_s, figures.backlog}, {u"busy_ms"_s, qint64(figures.busy.count())},
        {u"staffed_ms"_s, qint64(figures.staffed.count())},
        {u"utilisation"_s, figures.utilisation ? QJsonValue(*figures.utilisation) : QJsonValue()}};
}

void printDays(Terminal &terminal, const QList<NamedDay> &days)
{
    const QStringList names{QString(), u"first answers"_s, u"  median"_s, u"  90 %"_s, u"  mean"_s,
        u"answers"_s, u"promises kept"_s, u"waiting at the end"_s, u"utilisation"_s};
    QList<QStringList> columns;
    for (const NamedDay &day : days) {
        columns.append(column(day));
    }
    for (qsizetype i = 0; i < names.size(); ++i) {
        QStringList cells{names[i]};
        for (const QStringList &figures : columns) {
            cells.append(figures[i]);
        }
        terminal.line(row(cells));
    }
}

} // namespace fw::cli
