#pragma once

#include "connectors/sandbox/control.h"
#include "connectors/sandbox/reads.h"
#include "connectors/sandbox/writes.h"

namespace fw::sandbox {

/// From a request to what goes over the wire: endpoint, token, misfortune, limits, answer, headers. Thread: the sandbox's.
class Service
{
public:
    explicit Service(Simulation &simulation);

    [[nodiscard]] Delivery serve(const HttpRequest &request);

private:
    struct Call {
        Operation operation = Operation::Me;
        QString subject = {}; // the id or handle in the path
    };
    [[nodiscard]] static std::optional<Call> callOf(const HttpRequest &request);
    [[nodiscard]] static std::optional<Call> postCallOf(const QByteArray &method, const QStringList &path);
    [[nodiscard]] static std::optional<Call> userCallOf(const QStringList &path);
    [[nodiscard]] bool isAuthorised(const HttpRequest &request) const;
    [[nodiscard]] Delivery carryOut(
        const Call &call, const HttpRequest &request, const Misfortune &misfortune, SeenRequest &seen);
    [[nodiscard]] HttpAnswer answer(
        const Call &call, const HttpRequest &request, const Misfortune &misfortune, SeenRequest &seen);
    [[nodiscard]] HttpAnswer write(const Call &call, const HttpRequest &request, SeenRequest &seen);
    [[nodiscard]] HttpAnswer read(const Call &call, const HttpRequest &request, const Misfortune &misfortune);
    [[nodiscard]] HttpAnswer refused(const Call &call, HttpAnswer answer);
    [[nodiscard]] Delivery delivery(
        const Call &call, const HttpAnswer &answer, const Misfortune &misfortune, SeenRequest &seen);
    [[nodiscard]] HeaderLines commonHeaders(Instant now, milliseconds latency) const;

    Simulation &m_simulation;
    Reads m_reads;
    Writes m_writes;
    Control m_control;
};

} // namespace fw::sandbox
