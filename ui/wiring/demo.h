#pragma once

#include "ui/wiring/workplace.h"

namespace fw::wiring {

/// A desk to try things on: the sandbox on loopback in a thread of its own, a fresh store in a temporary folder (removed at the end), an
/// account on each of its networks, and a small cast of customers. No packet leaves loopback. Thread: GUI or main.
class Demo final
{
    Q_DISABLE_COPY_MOVE(Demo)
public:
    /// What kind of day it is.
    struct Day {
        quint32 seed = 1;                    // same seed, same customers
        std::chrono::seconds leastPause{20}; // between two new questions
        std::chrono::seconds longestPause{60};
    };

    /// `clock` drives both the sandbox and the desk.
    [[nodiscard]] static Result<std::unique_ptr<Demo>> start(const Clock &clock, const Day &day);
    ~Demo();

    [[nodiscard]] Workplace &workplace();
    [[nodiscard]] QString brand() const; // "Harbor & Vale"

private:
    struct Parts;
    explicit Demo(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace fw::wiring
