#pragma once

#include "connectors/sandbox/control.h"

namespace fw::sandbox {

/// From a request to what goes over the wire: whose it is, misfortune, answer, headers. Thread: the sandbox's.
class Service
{
    Q_DISABLE_COPY_MOVE(Service)
public:
    explicit Service(Stage stage);

    [[nodiscard]] Delivery serve(const HttpRequest &request);
    [[nodiscard]] const VirtualTime &time() const { return m_simulation->time; }
    /// Empty: no such network.
    [[nodiscard]] Brand brand(const QString &network) const;

private:
    void play(const HttpRequest &call, Instant due);
    [[nodiscard]] Delivery plain(const HttpAnswer &answer) const;
    [[nodiscard]] Delivery carryOut(NetworkSim &network, const Call &call, const HttpRequest &request,
        const Misfortune &misfortune, SeenRequest &seen);
    [[nodiscard]] Delivery delivery(NetworkSim &network, const Call &call, const HttpAnswer &answer,
        const Misfortune &misfortune, SeenRequest &seen);

    std::unique_ptr<Simulation> m_simulation;
    Networks m_networks;
    Control m_control;
};

} // namespace fw::sandbox
