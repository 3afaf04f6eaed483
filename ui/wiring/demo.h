#pragma once

#include "ui/wiring/demo_day.h"
#include "ui/wiring/workplace.h"

namespace fw::wiring {

/// A desk to try things on: the sandbox on loopback in a thread of its own, a fresh store in a temporary folder (removed at the end), and an account on each
/// of its networks. No packet leaves loopback. Thread: GUI or main.
class Demo final
{
    Q_DISABLE_COPY_MOVE(Demo)
public:
    /// A small cast of customers that asks at chance.
    struct Day {
        quint32 seed = 1;                    // same seed, same customers
        std::chrono::seconds leastPause{20}; // between two new questions
        std::chrono::seconds longestPause{60};
    };

    /// `clock` drives both the sandbox and the desk.
    [[nodiscard]] static Result<std::unique_ptr<Demo>> start(const Clock &clock, const Day &day);
    /// The department store's day, which begins now by `clock`: its customers, orders and stock are imported beside whoever uses the desk already, there are
    /// promises and saved replies, and a trainee who proposes answers to `agent`.
    [[nodiscard]] static Result<std::unique_ptr<Demo>> startShopDay(
        const Clock &clock, quint32 seed, const QString &agent);
    ~Demo();

    [[nodiscard]] Workplace &workplace();
    [[nodiscard]] QString brand() const; // "Harbor & Vale"
    /// Of the department store's day; without moments for the small cast.
    [[nodiscard]] const DemoDay &day() const;
    /// Waits until the records of the department store's day are there. Errors: those of Importer::run().
    [[nodiscard]] Done waitForRecords();

private:
    struct Parts;
    [[nodiscard]] static Result<std::unique_ptr<Demo>> open(
        const Clock &clock, const QJsonObject &scenario, quint32 seed, milliseconds pullEvery);
    explicit Demo(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace fw::wiring
