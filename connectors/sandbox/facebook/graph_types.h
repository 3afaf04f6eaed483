#pragma once

#include <QJsonObject>
#include <QStringList>

namespace fw::sandbox::facebook {

enum class NodeType { Page, User, Story, Comment, Thread, Message, Profile, Recommendation };

/// An object of the graph with everything it could show. What has no value is not in `values`.
struct Node {
    NodeType type = NodeType::Profile;
    QString id = {}; // empty: it has none to show
    QJsonObject values = {};
};

/// What may be asked of a type. Names: facebook/facebook-business-sdk-codegen ad2b0b6, api_specs/specs, Graph v25.0; messages:
/// developers.facebook.com/docs/graph-api/reference/message.
struct TypeRule {
    QString name = {};
    QStringList fields = {};
    QStringList usual = {}; // shown when no fields are asked for
    QStringList edges = {};
};

[[nodiscard]] const TypeRule &ruleOf(NodeType type);
/// What an edge lists.
[[nodiscard]] NodeType listedBy(const QString &edge);

} // namespace fw::sandbox::facebook
