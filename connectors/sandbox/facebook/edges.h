#pragma once

#include "connectors/sandbox/facebook/nodes.h"
#include "connectors/sandbox/params.h"

namespace fw::sandbox::facebook {

/// One entry of a list: what pages are cut by.
struct EdgeEntry {
    QString id = {};
    Instant at = {};
};

/// A list of the graph in the order it is answered in.
struct Edge {
    QList<EdgeEntry> entries = {};
    QJsonObject summary = {};
    bool isAscending = false;
    std::optional<Node> inlineNode = {}; // the one entry, where it is no object of its own (accounts)
};

/// The edge `name` of `node`, filtered and ordered as `params` say. `error` is set when they make no sense.
[[nodiscard]] Edge edgeOf(State &state, const Viewer &viewer, const Node &node, const QString &name,
    const Params &params, std::optional<GraphError> &error);

/// Which part of an edge is asked for.
struct PageRequest {
    qsizetype limit = 25;
    QString after = {};
    QString before = {};
    int repeatedItems = 0; // so many of the page before come again
    bool isRepeated = false;
    bool isShort = false; // pages in the middle have fewer entries than they could, or none
    QRandomGenerator *shuffle = nullptr;
};

struct EdgePage {
    QList<EdgeEntry> entries = {};
    QString before = {}; // cursors
    QString after = {};
    bool hasNext = false;
    bool hasPrevious = false;
};

/// `limit` over 100 is an error (developers.facebook.com/docs/graph-api/reference/page/feed).
[[nodiscard]] PageRequest pageRequestOf(const Params &params, std::optional<GraphError> &error);
[[nodiscard]] EdgePage cutPage(
    const Edge &edge, const PageRequest &request, std::optional<GraphError> &error);

} // namespace fw::sandbox::facebook
