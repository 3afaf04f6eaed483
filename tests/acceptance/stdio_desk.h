#pragma once

#include "connectors/sandbox/world/runner.h"

#include <QProcess>
#include <QRandomGenerator>

namespace fw::test {

/// How the processes are treated, and what they were asked; one for all desks of a day.
struct StdioDay {
    QString folder = {}; // of the account; each desk has one of its own in it too
    QRandomGenerator random = {};
    int linesAKill = 0; // on average this many lines until the process is killed between two; 0: never
    qint64 epoch
        = 0; // what the world's clock shows when the runner's shows world::kServerEpoch; 0 for the same
    qint64 headerUnit = 1000; // ms in one of a header's times
    int kills = 0;            // so far, reboots included
    qint64 lines = 0;
    double seconds = 0; // waiting for answers
};

/// A real `floorwalkerctl simulate --stdio`: started by begin(), killed when it begins again, and at random lines. After a kill between two lines the next process
/// is told that it just began, by a monotonic clock that starts at 0.
class StdioDesk final : public WorldDesk
{
public:
    explicit StdioDesk(StdioDay &day) : m_day(day) { }
    ~StdioDesk() override;

    bool begin(qint64 mono, qint64 wall, const WorldInfo &info) override;
    WorldStep advance(qint64 until, qint64 wall, const QList<WorldEvent> &events) override;

private:
    void kill();
    bool start(qint64 wall);
    [[nodiscard]] QJsonObject ask(const QJsonObject &line);
    [[nodiscard]] QJsonObject told(const WorldEvent &event) const;
    [[nodiscard]] qint64 clock(qint64 ms) const { return ms - m_day.epoch; }

    StdioDay &m_day;
    WorldInfo m_info = {};
    std::unique_ptr<QProcess> m_process;
    qint64 m_zero = 0;     // of the process's monotonic clock, on the runner's
    qint64 m_now = 0;      // on that one
    qint64 m_requests = 0; // used by earlier lives
    qint64 m_lastRequest = 0;
};

} // namespace fw::test
