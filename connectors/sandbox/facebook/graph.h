#pragma once

#include "connectors/sandbox/facebook/edges.h"
#include "connectors/sandbox/facebook/field_list.h"

namespace fw::sandbox::facebook {

/// Shows nodes and edges with the fields that are asked for. The first thing that makes no sense is remembered and fails the whole call.
/// One for each call. Thread: the sandbox's.
class Graph
{
public:
    Graph(State &state, const Viewer &viewer) : m_state(state), m_viewer(viewer), m_nodes(state, viewer) { }

    [[nodiscard]] std::optional<Node> find(const QString &id) const { return m_nodes.find(id); }
    /// `fields=`; empty when it is not there. Errors: 2500.
    [[nodiscard]] QList<Field> fieldsOf(const Params &params);
    [[nodiscard]] QJsonObject node(const Node &node, const QList<Field> &fields);
    /// A page of an edge. `misfortune`: what is to be wrong with it.
    [[nodiscard]] QJsonObject edge(const Node &node, const QString &name, const Params &params,
        const QList<Field> &fields, const Misfortune &misfortune = {});
    [[nodiscard]] const std::optional<GraphError> &error() const { return m_error; }
    void fail(const GraphError &error);

private:
    [[nodiscard]] QJsonValue value(const Node &node, const Field &field);
    [[nodiscard]] QJsonObject paging(const EdgePage &page, const QString &path, const Params &params) const;

    State &m_state;
    const Viewer &m_viewer;
    Nodes m_nodes;
    std::optional<GraphError> m_error = {};
};

} // namespace fw::sandbox::facebook
