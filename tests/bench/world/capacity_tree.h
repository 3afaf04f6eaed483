#pragma once

#include "connectors/sandbox/world/platform.h"

#include <set>
#include <utility>
#include <vector>

namespace fw::world {

/// At most `most` sends within a span.
struct Capacity {
    Span span = {};
    qint64 most = 0;
};

/// Which jobs can be sent together when each may use any moment of an interval and nested spans have capacities. The sets that fit
/// are a matroid, so keeping jobs by falling weight as long as they fit finds the heaviest set.
class CapacityTree
{
public:
    /// `levels`, coarse to fine; the spans of each one are sorted, follow each other without gap from 0 to the horizon, and lie within one
    /// span of the level before. The last level's are the leaves.
    explicit CapacityTree(const QList<QList<Capacity>> &levels);

    /// Keeps the job, moving others to other leaves where needed, if all still fit. `sendable`: both ends count.
    bool add(const Span &sendable);

private:
    struct Node {
        Span span = {};
        qint64 most = 0;
        qint64 kept = 0;
        int parent = -1;
        int firstChild = -1;
        int lastChild = -1;
        bool isFull = false; // nothing can be moved out of here ever again
    };
    struct Job {
        int firstLeaf = 0;
        int lastLeaf = 0;
        int leaf = -1;
    };
    /// How a search came to a node: from another one, or (`job` >= 0) by giving it a job that stood at `from`.
    struct Way {
        int from = -1;
        int job = -1;
    };

    [[nodiscard]] bool isLeaf(int node) const { return node >= m_firstLeaf; }
    [[nodiscard]] int leafAt(qint64 at) const;
    bool search(int job, int &end);
    void reach(int node, Way way);
    void reachLeaves(int first, int last, Way way);
    bool leave(int node);
    void apply(int end);
    void place(int job, int leaf);
    void addToAncestors(int leaf, int by);
    int nextOpen(int leaf);

    std::vector<Node> m_nodes = {};
    std::vector<Job> m_jobs = {};
    std::vector<std::set<std::pair<int, int>>> m_byFirst
        = {}; // by leaf: first leaf and number of the jobs there
    std::vector<std::set<std::pair<int, int>>> m_byLast = {};
    std::vector<int> m_seen = {}; // by node: the search that reached it last
    std::vector<Way> m_ways = {};
    std::vector<int> m_open = {}; // by leaf: the next one this search has not reached
    std::vector<int> m_queue = {};
    int m_search = 0;
    int m_firstLeaf = 0;
    int m_leaves = 0;
};

} // namespace fw::world
