#pragma once

#include "app/insight/statistics.h"
#include "ui/cli/terminal.h"

namespace fw::cli {

/// A record of CSV: every field in quotes; one that a spreadsheet would take for a formula begins with an apostrophe (OWASP, "CSV Injection").
[[nodiscard]] QString csvRecord(const QStringList &fields);

/// "1h 05m", "42s".
[[nodiscard]] QString shownSpan(milliseconds span);

// A report in its three forms. Each says zone, period, calendar and what the figures mean.
void printText(Terminal &terminal, const Question &question, const QList<FigureAnswer> &answers);
void printCsv(Terminal &terminal, const Question &question, const QList<FigureAnswer> &answers);
[[nodiscard]] QJsonObject toJson(const Question &question, const QList<FigureAnswer> &answers);

// The conversations behind a number.
void printRows(Terminal &terminal, const QList<FigureRow> &rows);
void printRowsCsv(Terminal &terminal, const Question &question, const QList<FigureRow> &rows);
[[nodiscard]] QJsonArray toJson(const QList<FigureRow> &rows);

} // namespace fw::cli
