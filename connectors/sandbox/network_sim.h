#pragma once

#include "connectors/sandbox/control_request.h"
#include "connectors/sandbox/http.h"
#include "connectors/sandbox/simulation.h"

#include <memory>

namespace fw::sandbox {

/// What a request asks of a network.
struct Call {
    QString operation = {}; // one of NetworkKind::operations; empty: no endpoint
    bool isWrite = false;
    QString subject = {}; // the id or handle in the path
};

/// The brand's own account or page.
struct Brand {
    QString id = {};
    QString handle = {}; // without @
    QString name = {};
};

/// One simulated network: its world, its people, its endpoints and its part of the control. Thread: the sandbox's.
/// The service does what all networks have in common: it logs the request, draws its misfortune, delays, drops or breaks the answer.
class NetworkSim
{
    Q_DISABLE_COPY_MOVE(NetworkSim)
public:
    NetworkSim() = default;
    virtual ~NetworkSim() = default;

    /// Whether the request is this network's at all, known endpoint or not. Networks are asked in the order of networkKinds().
    [[nodiscard]] virtual bool claims(const HttpRequest &request) const = 0;
    [[nodiscard]] virtual Call callOf(const HttpRequest &request) const = 0;
    /// Carries `call` out and answers. A write that took place marks `seen` (isCarriedOut, remoteId). Page faults of `misfortune` are the
    /// network's to heed, everything else about it is the service's. `call` without an operation: the network's answer to an unknown path.
    [[nodiscard]] virtual HttpAnswer answer(
        const Call &call, const HttpRequest &request, const Misfortune &misfortune, SeenRequest &seen)
        = 0;
    /// The answer of a fault, in the network's own form of an error.
    [[nodiscard]] virtual HttpAnswer problem(int status) const = 0;
    /// What every answer of the network carries beside content-length: date, content-type, limits ... After the call was carried out.
    [[nodiscard]] virtual HeaderLines headers(const Call &call, milliseconds latency) = 0;
    /// A call under /sandbox/<name>/. 404 from controlUnknown() when there is none.
    [[nodiscard]] virtual HttpAnswer control(const ControlRequest &request) = 0;
    /// Its part of GET /sandbox/state.
    [[nodiscard]] virtual QJsonObject state() = 0;
    [[nodiscard]] virtual Brand brand() const = 0;
};

/// What is fixed about a network before it runs. A new network is one folder and one line in network_kinds.cpp.
struct NetworkKind {
    QString name = {};           // "facebook": its key in the scenario, its path under /sandbox/
    QStringList operations = {}; // of faults, windows and the log; no two networks share one
    QList<WindowRule> windows
        = {}; // what the network enforces by counting; windows' operations may be shared buckets of calls
    QStringList windowHeaders = {}; // what WindowRule::header may be
    QStringList topLevelKeys = {}; // Twitter only, which came first: its scenario keys stand at the top level
    /// `scenario`: the object under its name (Twitter: the whole); problems are reported there. `simulation` outlives it.
    std::unique_ptr<NetworkSim> (*make)(JsonReader &scenario, Simulation &simulation, quint32 seed) = nullptr;
};

/// Every network there is, in the order in which they are asked whose a request is.
[[nodiscard]] const QList<NetworkKind> &networkKinds();

} // namespace fw::sandbox
