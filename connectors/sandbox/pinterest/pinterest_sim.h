#pragma once

#include "connectors/sandbox/network_sim.h"
#include "connectors/sandbox/pinterest/partner_api.h"
#include "connectors/sandbox/pinterest/pin_reads.h"
#include "connectors/sandbox/pinterest/pin_sign_in.h"
#include "connectors/sandbox/pinterest/pinterest_control.h"

namespace fw::sandbox::pinterest {

[[nodiscard]] NetworkKind kind();

/// The Pinterest API v5 under /v5/, and a partner's comment interface under /partner/v1/, and the sign-in page under /oauth/.
class PinterestSim final : public NetworkSim
{
public:
    PinterestSim(Simulation &simulation, const PinScenario &scenario, quint32 seed);

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
    [[nodiscard]] std::optional<HttpAnswer> refusalOfWrite(const Call &call);

    PinState m_state;
    PinSignIn m_signIn;
    PinReads m_reads;
    PartnerApi m_partner;
    PinterestControl m_control;
};

} // namespace fw::sandbox::pinterest
