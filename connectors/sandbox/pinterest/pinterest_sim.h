#pragma once

#include "connectors/sandbox/network_sim.h"

namespace fw::sandbox::pinterest {

[[nodiscard]] NetworkKind kind();

/// The Pinterest API v5: everything under /v5/.
class PinterestSim final : public NetworkSim
{
public:
    explicit PinterestSim(Simulation &simulation) : m_simulation(simulation) { }

    [[nodiscard]] bool claims(const HttpRequest &request) const override;
    [[nodiscard]] Call callOf(const HttpRequest &request) const override;
    [[nodiscard]] HttpAnswer answer(const Call &call, const HttpRequest &request,
        const Misfortune &misfortune, SeenRequest &seen) override;
    [[nodiscard]] HttpAnswer problem(int status) const override;
    [[nodiscard]] HeaderLines headers(const Call &call, milliseconds latency) override;
    [[nodiscard]] HttpAnswer control(const ControlRequest &request) override;
    [[nodiscard]] QJsonObject state() override;
    [[nodiscard]] Brand brand() const override;

private:
    Simulation &m_simulation;
};

} // namespace fw::sandbox::pinterest
