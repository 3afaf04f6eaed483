#pragma once

#include "connectors/sandbox/network_sim.h"
#include "connectors/sandbox/oauth2_server.h"
#include "connectors/sandbox/twitter/message_calls.h"
#include "connectors/sandbox/twitter/reads.h"
#include "connectors/sandbox/twitter/twitter_control.h"
#include "connectors/sandbox/twitter/writes.h"

namespace fw::sandbox::twitter {

[[nodiscard]] NetworkKind kind();

/// The X API v2: everything under /2/, and the sign-in page under /i/oauth2/.
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
    [[nodiscard]] Written written(const Call &call, const HttpRequest &request);
    [[nodiscard]] HttpAnswer write(const Call &call, const HttpRequest &request, SeenRequest &seen);
    [[nodiscard]] HttpAnswer read(const Call &call, const HttpRequest &request, const Misfortune &misfortune);
    [[nodiscard]] HttpAnswer refused(const Call &call, HttpAnswer answer);

    [[nodiscard]] HttpAnswer signIn(const Call &call, const HttpRequest &request);

    State m_state;
    OAuth2Server m_signIn;
    Reads m_reads;
    Writes m_writes;
    MessageCalls m_messages;
    TwitterControl m_control;
};

} // namespace fw::sandbox::twitter
