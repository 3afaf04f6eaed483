#pragma once

#include "app/core/error.h"

#include <QByteArray>

#include <memory>

namespace fw {
class SimulatedDesk;
class SimulationStore;
}
namespace fw::world {
class LineReader;
}

namespace fw::wiring {

/// A simulated desk that a program at the other end of a pipe plays the world for; see docs/simulation.md. Thread: one.
class DeskOnLines final
{
    Q_DISABLE_COPY_MOVE(DeskOnLines)
public:
    /// Keeps its state in `folder`, which is made (0700) when it is not there. Errors: Io, Storage.
    [[nodiscard]] static Result<std::unique_ptr<DeskOnLines>> open(const QString &folder);
    ~DeskOnLines();

    /// One line for one line; what it tells of is durable. A line that makes no sense is answered with {"error":"…"} and changes nothing.
    [[nodiscard]] QByteArray answer(const QByteArray &line);

private:
    explicit DeskOnLines(const QString &folder, std::unique_ptr<SimulationStore> store);
    [[nodiscard]] Result<QByteArray> answered(const QByteArray &line);

    QString m_folder;
    std::unique_ptr<SimulationStore> m_store; // until the first life begins
    std::unique_ptr<SimulatedDesk> m_desk;
    std::unique_ptr<world::LineReader> m_reader;
    qint64 m_lines = 0;
};

} // namespace fw::wiring
