#pragma once

#include "ui/desktop/supervisor/floor_figures.h"

#include <QCoreApplication>

namespace fw::ui {

/// Figures as words for people. Results are plain text.
class FloorWords final
{
    Q_DECLARE_TR_FUNCTIONS(fw::ui::FloorWords)
public:
    FloorWords() = delete;

    [[nodiscard]] static QString of(FloorRange range);
    /// "8 min", "1 h 05", "–" when it is not known.
    [[nodiscard]] static QString span(const std::optional<milliseconds> &span);
    /// "94.2 %"; `share` from 0 to 1.
    [[nodiscard]] static QString share(double share);
    /// A row of the agents' table.
    [[nodiscard]] static QStringList cells(const AgentFigures &agent);
    /// What a figure means, in a sentence.
    [[nodiscard]] static QString definition(const QString &figure);

private:
    [[nodiscard]] static QString state(const AgentFigures &agent);
};

} // namespace fw::ui
