#pragma once

#include "connectors/sandbox/facebook/graph.h"

namespace fw::sandbox::facebook {

/// What came of a write.
struct Written {
    QJsonObject body = {};
    QString remoteId = {}; // what was made, changed or removed; empty: nothing took place
    std::optional<GraphError> error = {};
};

/// Writing on public threads: comments, edits, hiding, likes, removing. Thread: the sandbox's.
class Writes
{
public:
    explicit Writes(State &state) : m_state(state) { }

    /// POST /{post or comment}/comments
    [[nodiscard]] Written comment(const QString &parent, const Params &params, Graph &graph);
    /// POST /{page}/feed
    [[nodiscard]] Written post(const Params &params);
    /// POST /{comment or post}: message, is_hidden
    [[nodiscard]] Written change(const QString &id, const Params &params);
    [[nodiscard]] Written remove(const QString &id);
    [[nodiscard]] Written like(const QString &id, bool isLiked);

private:
    /// Why `text` may not be written below `parent` now.
    [[nodiscard]] std::optional<GraphError> refusal(const QString &parent, const QString &text);
    [[nodiscard]] bool isSpam(const QString &text) const;

    State &m_state;
};

/// Error 368 while the page is blocked for policy reasons.
[[nodiscard]] std::optional<GraphError> policyBlock(const State &state);

} // namespace fw::sandbox::facebook
