#pragma once

#include "connectors/sandbox/control_request.h"
#include "connectors/sandbox/facebook/state.h"

namespace fw::sandbox::facebook {

/// Facebook's part of the control endpoint, under /sandbox/facebook/. Shapes: docs/sandbox.md. Thread: the sandbox's.
class FacebookControl
{
public:
    explicit FacebookControl(State &state) : m_state(state) { }

    [[nodiscard]] HttpAnswer answer(const ControlRequest &request);
    [[nodiscard]] QJsonObject state();

private:
    [[nodiscard]] HttpAnswer objects() const;
    [[nodiscard]] std::optional<HttpAnswer> say(const ControlRequest &request);
    [[nodiscard]] std::optional<HttpAnswer> steer(const ControlRequest &request);
    [[nodiscard]] HttpAnswer addStory(JsonReader &reader, StoryKind kind);
    [[nodiscard]] HttpAnswer addRating(JsonReader &reader);
    [[nodiscard]] HttpAnswer addComment(JsonReader &reader);
    [[nodiscard]] HttpAnswer addMessage(JsonReader &reader, bool isFromPage);
    [[nodiscard]] HttpAnswer edit(const QString &id, JsonReader &reader);
    [[nodiscard]] HttpAnswer hide(const QString &id, JsonReader &reader);
    [[nodiscard]] HttpAnswer setBudget(JsonReader &reader);
    [[nodiscard]] HttpAnswer setLock(JsonReader &reader);
    [[nodiscard]] HttpAnswer setPermissions(JsonReader &reader);
    [[nodiscard]] HttpAnswer setPerson(const QString &name, JsonReader &reader);
    [[nodiscard]] HttpAnswer setToken(JsonReader &reader);
    [[nodiscard]] HttpAnswer planFailures(JsonReader &reader);
    [[nodiscard]] HttpAnswer ended(
        const HttpAnswer &answer) const; // the complaint instead, when there is one
    [[nodiscard]] QString authorOf(JsonReader &reader);

    State &m_state;
    QString m_problem = {}; // of the call under way
};

} // namespace fw::sandbox::facebook
