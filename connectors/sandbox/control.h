#pragma once

#include "connectors/sandbox/networks.h"

namespace fw::sandbox {

/// The endpoints under /sandbox/ by which a test or a demo looks behind the scenes and steers. No token. Shapes: docs/sandbox.md.
/// Thread: the sandbox's.
class Control
{
public:
    Control(Simulation &simulation, const Networks &networks) : m_simulation(simulation), m_networks(networks)
    {
    }

    [[nodiscard]] HttpAnswer answer(const HttpRequest &request);

private:
    [[nodiscard]] std::optional<HttpAnswer> own(const ControlRequest &call);
    [[nodiscard]] HttpAnswer state();
    [[nodiscard]] HttpAnswer requests() const;
    [[nodiscard]] HttpAnswer setFaults(const QJsonObject &body);
    [[nodiscard]] HttpAnswer setWindow(const QJsonObject &body);
    [[nodiscard]] HttpAnswer moveClock(const QJsonObject &body);

    Simulation &m_simulation;
    const Networks &m_networks;
};

} // namespace fw::sandbox
