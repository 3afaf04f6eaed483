#pragma once

#include "connectors/sandbox/network_sim.h"
#include "connectors/sandbox/twitter/reads.h"
#include "connectors/sandbox/twitter/twitter_control.h"
#include "connectors/sandbox/twitter/writes.h"

namespace fw::sandbox::twitter {

[[nodiscard]] NetworkKind kind();

/// The X API v2: everything under /2/.
class TwitterSim final : public NetworkSim
{
public:
    TwitterSim(Simulation &simulation, const Scenario &scenario, quint32 seed);

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
    [[nodiscard]] bool isAuthorised(const HttpRequest &request) const;
    [[nodiscard]] HttpAnswer write(const Call &call, const HttpRequest &request, SeenRequest &seen);
    [[nodiscard]] HttpAnswer read(const Call &call, const HttpRequest &request, const Misfortune &misfortune);
    [[nodiscard]] HttpAnswer refused(const Call &call, HttpAnswer answer);

    State m_state;
    Reads m_reads;
    Writes m_writes;
    TwitterControl m_control;
};

} // namespace fw::sandbox::twitter
