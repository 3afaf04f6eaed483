#include "connectors/sandbox/pinterest/pinterest_sim.h"

namespace fw::sandbox::pinterest {

using namespace Qt::StringLiterals;

NetworkKind kind()
{
    return {.name = u"pinterest"_s,
        .make = [](JsonReader &scenario, Simulation &simulation, quint32) -> std::unique_ptr<NetworkSim> {
            scenario.allow({});
            return std::make_unique<PinterestSim>(simulation);
        }};
}

bool PinterestSim::claims(const HttpRequest &request) const
{
    return request.path.startsWith("/v5/"_L1);
}

Call PinterestSim::callOf(const HttpRequest &) const
{
    return {};
}

HttpAnswer PinterestSim::answer(const Call &, const HttpRequest &, const Misfortune &, SeenRequest &)
{
    return problem(404);
}

HttpAnswer PinterestSim::problem(int status) const
{
    return {.status = status, .body = {{u"code"_s, status}, {u"message"_s, u"Request failed"_s}}};
}

HeaderLines PinterestSim::headers(const Call &, milliseconds)
{
    return {{"date", httpDate(m_simulation.time.now())}, {"content-type", "application/json"}};
}

HttpAnswer PinterestSim::control(const ControlRequest &)
{
    return controlUnknown();
}

QJsonObject PinterestSim::state()
{
    return {};
}

Brand PinterestSim::brand() const
{
    return {};
}

} // namespace fw::sandbox::pinterest
