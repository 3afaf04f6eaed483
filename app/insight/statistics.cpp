#include "app/insight/statistics.h"

#include "app/store/figure_store.h"

namespace fw {

using namespace Qt::StringLiterals;

QFuture<Result<QList<FigureAnswer>>> Statistics::ask(const Question &question)
{
    return m_store.read([question](Database &db) -> Result<QList<FigureAnswer>> {
        FigureStore store(db);
        FigureTerms terms = question.terms;
        if (!question.calendar.isEmpty()) {
            terms.hours = store.hoursOf(question.calendar);
            if (terms.hours.versions.isEmpty()) {
                return Failure({.code = ErrorCode::NotFound,
                    .detail = u"no calendar \"%1\"; see: floorwalkerctl --data DIR calendar list"_s.arg(
                        question.calendar)});
            }
        }
        QList<FigureAnswer> answers;
        for (const Figure figure : question.figures.isEmpty() ? allFigures() : question.figures) {
            answers.append({.figure = figure});
        }
        store.eachPast(terms.period, terms.asOf, [&](const ConversationPast &past) {
            for (FigureAnswer &answer : answers) {
                answer.rows += figureRows(answer.figure, past, terms);
            }
        });
        for (FigureAnswer &answer : answers) {
            answer.rows = shownRows(answer.figure, std::move(answer.rows), question.by, terms);
            answer.groups = summaries(answer.rows, question.by, terms.zone);
        }
        return answers;
    });
}

QList<FigureRow> opened(const FigureAnswer &answer, const QString &key, Breakdown by, const QTimeZone &zone)
{
    QList<FigureRow> rows;
    for (const FigureRow &row : answer.rows) {
        if (keysOf(row, by, zone).contains(key)) {
            rows.append(row);
        }
    }
    return rows;
}

} // namespace fw
