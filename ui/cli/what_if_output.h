#pragma once

#include "app/insight/what_if.h"
#include "ui/cli/terminal.h"

#include <QJsonObject>

namespace fw::cli {

struct NamedDay {
    QString name = {};
    DayFigures figures = {};
};

/// Days beside each other, a figure a line.
void printDays(Terminal &terminal, const QList<NamedDay> &days);
/// The shape documented in docs/cli.md.
[[nodiscard]] QJsonObject toJson(const DayFigures &figures);

} // namespace fw::cli
