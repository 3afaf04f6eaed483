#pragma once

#include "connectors/sandbox/control_request.h"
#include "connectors/sandbox/twitter/state.h"

namespace fw::sandbox::twitter {

/// Twitter's part of the control endpoint: posts, direct messages, authors, lock, caps and refusals. Thread: the sandbox's.
class TwitterControl
{
public:
    explicit TwitterControl(State &state) : m_state(state) { }

    [[nodiscard]] HttpAnswer answer(const ControlRequest &request);
    [[nodiscard]] QJsonObject state() const;

private:
    [[nodiscard]] HttpAnswer posts() const;
    [[nodiscard]] HttpAnswer addPost(const QJsonObject &body);
    [[nodiscard]] HttpAnswer editPost(const QString &id, const QJsonObject &body);
    [[nodiscard]] HttpAnswer removePost(const QString &id);
    [[nodiscard]] HttpAnswer messages() const;
    [[nodiscard]] HttpAnswer addMessage(const QJsonObject &body);
    [[nodiscard]] HttpAnswer setLocked(const QJsonObject &body);
    [[nodiscard]] HttpAnswer setCap(const QJsonObject &body);
    [[nodiscard]] HttpAnswer setRefusing(const QJsonObject &body);
    [[nodiscard]] HttpAnswer setAuthor(const QString &handle, const QJsonObject &body);
    [[nodiscard]] QJsonObject postJson(const Post &post) const;

    State &m_state;
};

} // namespace fw::sandbox::twitter
