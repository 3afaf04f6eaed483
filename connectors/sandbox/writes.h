#pragma once

#include "connectors/sandbox/simulation.h"

namespace fw::sandbox {

/// An answer to a write, and whether it took place.
struct Written {
    HttpAnswer answer = {};
    QString postId = {}; // empty: nothing took place
};

/// The writing endpoints with X's reasons to refuse. Limits are checked before, by the service. Thread: the sandbox's.
class Writes
{
public:
    explicit Writes(Simulation &simulation) : m_simulation(simulation) { }

    [[nodiscard]] Written create(const HttpRequest &request);
    [[nodiscard]] Written remove(const QString &id);

private:
    [[nodiscard]] std::optional<HttpAnswer> refusal(const QString &text, qint64 parentId) const;
    [[nodiscard]] bool isDuplicate(const QString &text) const;

    Simulation &m_simulation;
};

} // namespace fw::sandbox
