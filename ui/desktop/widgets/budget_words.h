#pragma once

#include "app/dispatch/outbox.h"

#include <QCoreApplication>

namespace fw::ui {

/// What is left of a window, as words for people. Results are plain text.
class BudgetWords final
{
    Q_DECLARE_TR_FUNCTIONS(fw::ui::BudgetWords)
public:
    BudgetWords() = delete;

    /// "Public replies, 3 h"
    [[nodiscard]] static QString name(const Window &window);
    /// "12/100", "34 %"
    [[nodiscard]] static QString used(const WindowUse &use);
    /// How long it lasts, when there is room again, and how we know the limit: "full in about 20 min at this pace · documented".
    [[nodiscard]] static QString outlook(const WindowUse &use, Instant now);

private:
    [[nodiscard]] static QString of(Evidence evidence);
    [[nodiscard]] static QString of(Operation operation);
};

} // namespace fw::ui
