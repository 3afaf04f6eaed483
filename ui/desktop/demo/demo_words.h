#pragma once

#include "ui/wiring/demo_day.h"

#include <QCoreApplication>

namespace fw::ui {

/// The demo's day as words for people. Results are plain text.
class DemoWords final
{
    Q_DECLARE_TR_FUNCTIONS(fw::ui::DemoWords)
public:
    DemoWords() = delete;

    [[nodiscard]] static QString of(const wiring::DemoMoment &moment); // "the storm"
    /// What happens at `now`: one sentence.
    [[nodiscard]] static QString happening(const wiring::DemoDay &day, Instant now);
};

/// The moment that comes next; null: none does.
[[nodiscard]] const wiring::DemoMoment *nextMoment(const wiring::DemoDay &day, Instant now);

} // namespace fw::ui
