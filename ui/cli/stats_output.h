#pragma once

#include "app/insight/statistics.h"
#include "ui/cli/terminal.h"

namespace fw::cli {

// A report as text and as JSON; CSV: csvOf(). Each says zone, period, calendar and what the figures mean.
void printText(Terminal &terminal, const Question &question, const QList<FigureAnswer> &answers);
void printCsv(Terminal &terminal, const QByteArray &csv);
[[nodiscard]] QJsonObject toJson(const Spread &spread);
[[nodiscard]] QJsonObject toJson(const Question &question, const QList<FigureAnswer> &answers);

// The conversations behind a number.
void printRows(Terminal &terminal, const QList<FigureRow> &rows);
[[nodiscard]] QJsonArray toJson(const QList<FigureRow> &rows);

} // namespace fw::cli
