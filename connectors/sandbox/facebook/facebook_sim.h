#pragma once

#include "connectors/sandbox/facebook/facebook_control.h"
#include "connectors/sandbox/facebook/routes.h"
#include "connectors/sandbox/facebook/send_api.h"
#include "connectors/sandbox/facebook/sign_in.h"
#include "connectors/sandbox/network_sim.h"

namespace fw::sandbox::facebook {

[[nodiscard]] NetworkKind kind();

/// The Graph API for one page, with or without a version in the path. It takes every path no other network has.
class FacebookSim final : public NetworkSim
{
public:
    FacebookSim(Simulation &simulation, const Scenario &scenario, quint32 seed);

    [[nodiscard]] bool claims(const HttpRequest &) const override { return true; }
    [[nodiscard]] Call callOf(const HttpRequest &request) const override;
    [[nodiscard]] HttpAnswer answer(const Call &call, const HttpRequest &request,
        const Misfortune &misfortune, SeenRequest &seen) override;
    [[nodiscard]] HttpAnswer problem(int status) const override;
    [[nodiscard]] HeaderLines headers(const Call &call, milliseconds latency) override;
    [[nodiscard]] HttpAnswer control(const ControlRequest &request) override;
    [[nodiscard]] QJsonObject state() override;
    [[nodiscard]] Brand brand() const override;

private:
    /// One call, also one of several in a batch.
    [[nodiscard]] HttpAnswer single(
        const Call &call, const HttpRequest &request, const Misfortune &misfortune, SeenRequest &seen);
    [[nodiscard]] HttpAnswer batch(const HttpRequest &request, SeenRequest &seen);
    [[nodiscard]] HttpAnswer signIn(const Call &call, const HttpRequest &request);
    [[nodiscard]] std::optional<GraphError> tokenProblem(const Params &params, Viewer &viewer) const;
    [[nodiscard]] std::optional<GraphError> proofProblem(const Params &params, const QString &token) const;
    [[nodiscard]] std::optional<GraphError> limitProblem(const Call &call, const Viewer &viewer, int calls);
    [[nodiscard]] std::optional<GraphError> plannedFailure(const Call &call);
    [[nodiscard]] HttpAnswer read(const Call &call, const HttpRequest &request, const Params &params,
        const Viewer &viewer, const Misfortune &misfortune);
    [[nodiscard]] HttpAnswer write(
        const Call &call, const Params &params, const Viewer &viewer, SeenRequest &seen);
    [[nodiscard]] Written written(const Call &call, const Params &params, Graph &graph);
    [[nodiscard]] HttpAnswer refused(const GraphError &error) { return toAnswer(error, ++m_state.traces); }

    State m_state;
    Writes m_writes;
    SendApi m_sendApi;
    SignIn m_signIn;
    FacebookControl m_control;
    TokenKind m_lastKind = TokenKind::Page; // whose budget the headers of the answer speak of
};

} // namespace fw::sandbox::facebook
