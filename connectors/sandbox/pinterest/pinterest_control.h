#pragma once

#include "connectors/sandbox/control_request.h"
#include "connectors/sandbox/pinterest/pin_state.h"

namespace fw::sandbox::pinterest {

/// What can be steered under /sandbox/pinterest/; the calls are in docs/sandbox.md. Thread: the sandbox's.
class PinterestControl
{
public:
    explicit PinterestControl(PinState &state) : m_state(state) { }

    [[nodiscard]] HttpAnswer answer(const ControlRequest &request);
    [[nodiscard]] QJsonObject state() const;

private:
    [[nodiscard]] HttpAnswer comments() const;
    [[nodiscard]] HttpAnswer pins() const;
    [[nodiscard]] HttpAnswer addComment(const QJsonObject &body);
    [[nodiscard]] HttpAnswer editComment(const QString &id, const QJsonObject &body);
    [[nodiscard]] HttpAnswer removeComment(const QString &id);
    [[nodiscard]] HttpAnswer addPin(const QJsonObject &body);
    [[nodiscard]] HttpAnswer setNumber(const QString &what, const QJsonObject &body);
    [[nodiscard]] QJsonObject commentJson(const Comment &comment) const;
    [[nodiscard]] QJsonObject pinJson(const Pin &pin) const;

    PinState &m_state;
};

} // namespace fw::sandbox::pinterest
