#pragma once

#include "connectors/sandbox/simulation.h"

namespace fw::sandbox {

/// The endpoints under /sandbox/ by which a test or a demo looks behind the scenes and steers. No token. Shapes: docs/sandbox.md.
/// Thread: the sandbox's.
class Control
{
public:
    explicit Control(Simulation &simulation) : m_simulation(simulation) { }

    [[nodiscard]] HttpAnswer answer(const HttpRequest &request);

private:
    [[nodiscard]] HttpAnswer look(const QString &what);
    [[nodiscard]] HttpAnswer state();
    [[nodiscard]] HttpAnswer posts() const;
    [[nodiscard]] HttpAnswer requests() const;
    [[nodiscard]] HttpAnswer steer(const QStringList &path, const QJsonObject &body);
    [[nodiscard]] HttpAnswer addPost(const QJsonObject &body);
    [[nodiscard]] HttpAnswer editPost(const QString &id, const QJsonObject &body);
    [[nodiscard]] HttpAnswer removePost(const QString &id);
    [[nodiscard]] HttpAnswer setFaults(const QJsonObject &body);
    [[nodiscard]] HttpAnswer setWindow(const QJsonObject &body);
    [[nodiscard]] HttpAnswer moveClock(const QJsonObject &body);
    [[nodiscard]] HttpAnswer setLocked(const QJsonObject &body);
    [[nodiscard]] HttpAnswer setAuthor(const QString &handle, const QJsonObject &body);
    [[nodiscard]] QJsonObject postJson(const Post &post) const;

    Simulation &m_simulation;
};

} // namespace fw::sandbox
