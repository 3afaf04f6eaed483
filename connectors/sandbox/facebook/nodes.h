#pragma once

#include "connectors/sandbox/facebook/graph_types.h"
#include "connectors/sandbox/facebook/state.h"

namespace fw::sandbox::facebook {

/// Who asks: what they may see depends on it.
struct Viewer {
    TokenKind kind = TokenKind::Page;
    QString token = {};
    QString origin = {}; // "http://127.0.0.1:PORT", for the links of a page
};

/// Pages, posts, comments, threads, messages and people as nodes. Thread: the sandbox's.
class Nodes
{
public:
    Nodes(State &state, const Viewer &viewer) : m_state(state), m_viewer(viewer) { }

    /// "me", the page's id or name, or any other id. Empty: there is no such object for this viewer.
    [[nodiscard]] std::optional<Node> find(const QString &id) const;
    /// The page's own entry of /me/accounts.
    [[nodiscard]] Node account() const;

private:
    [[nodiscard]] Node page() const;
    [[nodiscard]] Node user() const;
    [[nodiscard]] Node story(const Story &story) const;
    [[nodiscard]] Node rating(const Story &review) const;
    [[nodiscard]] Node comment(const Comment &comment) const;
    [[nodiscard]] Node thread(const Thread &thread) const;
    [[nodiscard]] Node message(const Message &message, const Thread &holder) const;
    /// `{name, id}`, or nothing when the network does not say.
    [[nodiscard]] QJsonObject from(const QString &author) const;
    [[nodiscard]] QJsonObject correspondent(bool isPage, const Thread &thread) const;

    State &m_state;
    const Viewer &m_viewer;
};

/// What the id of a review begins with inside here; outside it has none of its own.
inline const QString kRatingOf = QStringLiteral("rating:");

/// Who reads and writes with a user token.
[[nodiscard]] QString userId();

} // namespace fw::sandbox::facebook
