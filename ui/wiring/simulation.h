#pragma once

#include "app/core/error.h"

#include <QByteArray>
#include <QJsonObject>

#include <memory>

namespace fw {
class KeptDesk;
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
    explicit DeskOnLines(std::unique_ptr<KeptDesk> desk);
    [[nodiscard]] Result<QByteArray> answered(const QByteArray &line);

    std::unique_ptr<KeptDesk> m_desk;
    std::unique_ptr<world::LineReader> m_reader;
    qint64 m_lines = 0;
};

/// What became of a trace's day: JSON of docs/simulation.md.
struct Replay {
    QList<QJsonObject> replies = {}; // in the order in which they were asked for
    QJsonObject summary = {};
};

/// Sends a trace's day through simulated desks in virtual time; the same trace and seed give the same replay. Errors: Usage (the place in the trace), Storage,
/// Internal.
[[nodiscard]] Result<Replay> replay(const QJsonObject &trace, quint64 seed);

} // namespace fw::wiring
