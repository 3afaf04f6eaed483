#pragma once

#include "app/core/clock.h"

#include <QList>

namespace fw::wiring {

/// Something that happens on the demo's day: "trainee", "storm", "outage", "limit", "evening".
struct DemoMoment {
    QString name = {};
    Instant from = {};
    Instant until = {};
    bool operator==(const DemoMoment &) const = default;
};

/// The day of the demo, as one can go through it.
struct DemoDay {
    Instant begins = {};
    Instant ends = {};
    QList<DemoMoment> moments = {}; // in order, none while another lasts
    bool operator==(const DemoDay &) const = default;
};

/// Eight in the morning of today, where we are.
[[nodiscard]] Instant demoOpening();

} // namespace fw::wiring
