#pragma once

#include "app/model/figure_summary.h"
#include "app/store/store.h"

namespace fw {

/// What somebody wants to know.
struct Question {
    QList<Figure> figures = {}; // none: all
    FigureTerms terms = {};     // without hours
    QString calendar = {};      // for business hours; empty: none
    Breakdown by = Breakdown::None;
};

/// A figure's rows and what they come to. The numbers are made of these rows and no others.
struct FigureAnswer {
    Figure figure = Figure::Waiting;
    QList<FigureRow> rows = {};
    QList<FigureSummary> groups = {};
};

/// Figures over the desk's past. Tile, table, export and the list of conversations behind a number are this one query.
class Statistics final
{
public:
    explicit Statistics(Store &store) : m_store(store) { }

    /// In the order asked for. Errors: NotFound (the calendar), Storage. Cost: what was open in the
    /// period and what happened since it began is read once, a page at a time (FigureStore::eachPast); what is kept are rows.
    [[nodiscard]] QFuture<Result<QList<FigureAnswer>>> ask(const Question &question);

private:
    Store &m_store;
};

/// The rows behind one number.
[[nodiscard]] QList<FigureRow> opened(
    const FigureAnswer &answer, const QString &key, Breakdown by, const QTimeZone &zone);

} // namespace fw
