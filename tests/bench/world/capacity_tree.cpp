#include "tests/bench/world/capacity_tree.h"

#include <algorithm>

namespace fw::world {

CapacityTree::CapacityTree(const QList<QList<Capacity>> &levels)
{
    int above = 0;
    for (const QList<Capacity> &level : levels) {
        const int first = int(m_nodes.size());
        int parent = above;
        for (const Capacity &capacity : level) {
            Node node{.span = capacity.span, .most = capacity.most};
            if (first > 0) {
                while (m_nodes[size_t(parent)].span.until <= capacity.span.from) {
                    ++parent;
                }
                Node &over = m_nodes[size_t(parent)];
                const int self = int(m_nodes.size());
                node.parent = parent;
                over.firstChild = over.firstChild < 0 ? self : over.firstChild;
                over.lastChild = self;
            }
            m_nodes.push_back(node);
        }
        above = first;
    }
    m_firstLeaf = above;
    m_leaves = int(m_nodes.size()) - above;
    m_byFirst.resize(size_t(m_leaves));
    m_byLast.resize(size_t(m_leaves));
    m_seen.assign(m_nodes.size(), 0);
    m_ways.resize(m_nodes.size());
    m_open.resize(size_t(m_leaves) + 1);
}

int CapacityTree::leafAt(qint64 at) const
{
    const auto after = std::upper_bound(m_nodes.begin() + m_firstLeaf, m_nodes.end(), at,
        [](qint64 time, const Node &node) { return time < node.span.from; });
    return std::max(0, int(after - m_nodes.begin()) - 1 - m_firstLeaf);
}

bool CapacityTree::add(const Span &sendable)
{
    if (sendable.until < sendable.from) {
        return false;
    }
    const int job = int(m_jobs.size());
    m_jobs.push_back({.firstLeaf = leafAt(sendable.from), .lastLeaf = leafAt(sendable.until)});
    int end = -1;
    if (search(job, end)) {
        apply(end);
        return true;
    }
    // What this search reached leads nowhere, and never will: later jobs only use up room.
    for (const int node : m_queue) {
        m_nodes[size_t(node)].isFull = true;
    }
    m_jobs.pop_back();
    return false;
}

int CapacityTree::nextOpen(int leaf)
{
    int open = leaf;
    while (m_open[size_t(open)] != open) {
        open = m_open[size_t(open)];
    }
    while (m_open[size_t(leaf)] != open) {
        leaf = std::exchange(m_open[size_t(leaf)], open);
    }
    return open;
}

void CapacityTree::reach(int node, Way way)
{
    if (m_seen[size_t(node)] == m_search || m_nodes[size_t(node)].isFull) {
        return;
    }
    m_seen[size_t(node)] = m_search;
    m_ways[size_t(node)] = way;
    m_queue.push_back(node);
    if (isLeaf(node)) {
        const int leaf = node - m_firstLeaf;
        m_open[size_t(leaf)] = leaf + 1;
    }
}

void CapacityTree::reachLeaves(int first, int last, Way way)
{
    for (int leaf = nextOpen(first); leaf <= last; leaf = nextOpen(leaf)) {
        reach(m_firstLeaf + leaf, way);
        m_open[size_t(leaf)] = leaf + 1; // also where it is full
    }
}

/// Goes on from a node; true: there is room right up to the top.
bool CapacityTree::leave(int index)
{
    const Node &node = m_nodes[size_t(index)];
    if (node.kept < node.most) {
        if (node.parent < 0) {
            return true;
        }
        reach(node.parent, {.from = index});
    }
    for (int child = node.firstChild; child >= 0 && child <= node.lastChild; ++child) {
        if (m_nodes[size_t(child)].kept > 0) {
            reach(child, {.from = index});
        }
    }
    if (isLeaf(index) && node.kept > 0) {
        const auto leaf = size_t(index - m_firstLeaf);
        const auto [first, earliest] = *m_byFirst[leaf].begin();
        const auto [last, latest] = *m_byLast[leaf].rbegin();
        reachLeaves(first, int(leaf), {.from = index, .job = earliest});
        reachLeaves(int(leaf), last, {.from = index, .job = latest});
    }
    return false;
}

bool CapacityTree::search(int job, int &end)
{
    ++m_search;
    m_queue.clear();
    for (int leaf = 0; leaf <= m_leaves; ++leaf) {
        m_open[size_t(leaf)] = leaf;
    }
    const Job &added = m_jobs[size_t(job)];
    reachLeaves(added.firstLeaf, added.lastLeaf, {.from = -1, .job = job});
    for (size_t next = 0; next < m_queue.size(); ++next) {
        if (leave(m_queue[next])) {
            end = m_queue[next];
            return true;
        }
    }
    return false;
}

void CapacityTree::apply(int end)
{
    for (int node = end; node >= 0; node = m_ways[size_t(node)].from) {
        if (const int job = m_ways[size_t(node)].job; job >= 0) {
            place(job, node - m_firstLeaf);
        }
    }
}

void CapacityTree::place(int index, int leaf)
{
    Job &job = m_jobs[size_t(index)];
    if (job.leaf >= 0) {
        m_byFirst[size_t(job.leaf)].erase({job.firstLeaf, index});
        m_byLast[size_t(job.leaf)].erase({job.lastLeaf, index});
        addToAncestors(job.leaf, -1);
    }
    job.leaf = leaf;
    m_byFirst[size_t(leaf)].insert({job.firstLeaf, index});
    m_byLast[size_t(leaf)].insert({job.lastLeaf, index});
    addToAncestors(leaf, 1);
}

void CapacityTree::addToAncestors(int leaf, int by)
{
    for (int node = m_firstLeaf + leaf; node >= 0; node = m_nodes[size_t(node)].parent) {
        m_nodes[size_t(node)].kept += by;
    }
}

} // namespace fw::world
