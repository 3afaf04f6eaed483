#pragma once

#include "connectors/sandbox/http.h"
#include "connectors/sandbox/twitter/state.h"

namespace fw::sandbox::twitter {

/// An answer to a write, and whether it took place.
struct Written {
    HttpAnswer answer = {};
    QString postId = {}; // or that of a message; empty: nothing took place
};

/// The writing endpoints with X's reasons to refuse. Limits are checked before, by the service. Thread: the sandbox's.
class Writes
{
public:
    explicit Writes(State &state) : m_state(state) { }

    [[nodiscard]] Written create(const HttpRequest &request);
    [[nodiscard]] Written remove(const QString &id);
    [[nodiscard]] Written hide(const QString &id, const HttpRequest &request);

private:
    [[nodiscard]] std::optional<HttpAnswer> refusal(const QString &text, qint64 parentId) const;
    [[nodiscard]] bool isDuplicate(const QString &text) const;

    State &m_state;
};

} // namespace fw::sandbox::twitter
