#pragma once

#include "app/insight/statistics.h"

namespace fw {

// A report as a file for spreadsheets: UTF-8, one record a line, every field in quotes; one that a spreadsheet would take for a formula begins with an
// apostrophe (OWASP, "CSV Injection"). The first records say zone, period, calendar and what the figures mean. Pure.

[[nodiscard]] QByteArray csvOf(const Question &question, const QList<FigureAnswer> &answers);
/// The conversations behind a number.
[[nodiscard]] QByteArray csvOf(const Question &question, const QList<FigureRow> &rows);

/// One record.
[[nodiscard]] QString csvRecord(const QStringList &fields);
/// What everybody who reads the numbers has to know, as name and value.
[[nodiscard]] QList<QStringList> preambleOf(const Question &question);
/// "1h 05m", "42s".
[[nodiscard]] QString shownSpan(milliseconds span);
/// "94.2"; empty where nothing is shared out.
[[nodiscard]] QString sharePercent(const FigureSummary &group);

} // namespace fw
