#include "tests/bench/world/room.h"

#include "connectors/sandbox/world/road.h"

#include <algorithm>
#include <limits>

namespace fw::world {

namespace {
constexpr qint64 kFinest = 5 * kMinute;
constexpr qint64 kNoLimit = std::numeric_limits<qint64>::max();
constexpr int kAnchors = 12;

/// One window over the whole horizon.
class WindowRoom
{
public:
    WindowRoom(const Day &day, qsizetype window, qint64 anchor)
        : m_plan(&day.platform)
        , m_window(window)
        , m_end(day.end)
        , m_length(m_plan->windows[window].length)
        , m_isSliding(m_plan->windows[window].kind == WorldWindow::Kind::Sliding)
        , m_phase((m_isSliding ? anchor : m_plan->phases[window]) % m_length)
    {
        findLeaving();
    }

    [[nodiscard]] qint64 length() const { return m_length; }
    /// Where its own boundaries are, in steps of `step`, a whole part of its length.
    [[nodiscard]] QList<qint64> boundaries(qint64 step) const
    {
        QList<qint64> list = {0};
        for (qint64 at = m_phase % step; at < m_end; at += step) {
            if (at > 0) {
                list.append(at);
            }
        }
        list.append(m_end);
        return list;
    }
    [[nodiscard]] QList<qint64> lowerings() const
    {
        QList<qint64> list;
        for (const Lowering &lowering : m_plan->lowerings) {
            if (lowering.window == m_window) {
                list.append({lowering.span.from, lowering.span.until});
            }
        }
        return list;
    }
    /// The most that can be free at a moment of the span.
    [[nodiscard]] qint64 best(const Span &span) const;

private:
    [[nodiscard]] qint64 freeAt(qint64 at) const;
    void findLeaving();

    const PlatformPlan *m_plan;
    qsizetype m_window;
    qint64 m_end;
    qint64 m_length;
    bool m_isSliding;
    qint64 m_phase;
    QList<std::pair<qint64, qint64>> m_leaving = {}; // when neighbours' calls leave, and what is free then
};

qint64 WindowRoom::freeAt(qint64 at) const
{
    const QList<qint64> &calls = m_plan->neighbours;
    const qint64 since
        = m_isSliding ? at - m_length : m_phase + periodOf(m_length, m_phase, at) * m_length - 1;
    const auto used = std::upper_bound(calls.begin(), calls.end(), at)
        - std::upper_bound(calls.begin(), calls.end(), since);
    return limitAt(*m_plan, m_window, at) - qint64(used);
}

/// Where it slides, room comes back when a call leaves.
void WindowRoom::findLeaving()
{
    const QList<qint64> &calls = m_plan->neighbours;
    qsizetype counted = 0;
    for (qsizetype i = 0; m_isSliding && i < calls.size(); ++i) {
        const qint64 at = calls[i] + m_length;
        while (counted < calls.size() && calls[counted] <= at) {
            ++counted;
        }
        m_leaving.append({at, limitAt(*m_plan, m_window, at) - (counted - i - 1)});
    }
}

qint64 WindowRoom::best(const Span &span) const
{
    qint64 most = freeAt(span.from);
    for (const qint64 at : lowerings()) {
        if (span.has(at)) {
            most = std::max(most, freeAt(at));
        }
    }
    auto leaving = std::lower_bound(m_leaving.begin(), m_leaving.end(), span.from,
        [](const auto &one, qint64 at) { return one.first < at; });
    for (; leaving != m_leaving.end() && leaving->first < span.until; ++leaving) {
        most = std::max(most, leaving->second);
    }
    return std::max<qint64>(0, most);
}

/// Spans between the boundaries, each with what the window lets through in it.
QList<Capacity> level(const QList<qint64> &boundaries, const WindowRoom &window)
{
    QList<Capacity> spans;
    for (qsizetype i = 0; i + 1 < boundaries.size(); ++i) {
        const Span span{.from = boundaries[i], .until = boundaries[i + 1]};
        spans.append({.span = span, .most = window.best(span)});
    }
    return spans;
}

/// Adds what is not there yet; true if a boundary that was there is not one of `more`: spans of `more` are cut by it.
bool merge(QList<qint64> &boundaries, const QList<qint64> &more)
{
    const bool isCut = std::any_of(boundaries.begin(), boundaries.end(),
        [&more](qint64 at) { return !std::binary_search(more.begin(), more.end(), at); });
    boundaries += more;
    std::sort(boundaries.begin(), boundaries.end());
    boundaries.erase(std::unique(boundaries.begin(), boundaries.end()), boundaries.end());
    return isCut;
}

/// The moments at which anything is closed.
QList<Capacity> closedLevel(QList<qint64> boundaries, const Day &day)
{
    QList<qint64> edges;
    for (const Span &outage : day.platform.outages) {
        const Span closed = closedPart(outage);
        edges.append({closed.from, closed.until});
    }
    merge(boundaries, edges);
    QList<Capacity> spans;
    for (qsizetype i = 0; i + 1 < boundaries.size(); ++i) {
        const Span span{.from = boundaries[i], .until = boundaries[i + 1]};
        const bool isClosed = std::any_of(day.platform.outages.begin(), day.platform.outages.end(),
            [&span](const Span &outage) { return closedPart(outage).has(span.from); });
        spans.append({.span = span, .most = isClosed ? 0 : kNoLimit});
    }
    return spans;
}

/// Whether the window would hold every call there is at once, so that it means nothing.
bool holdsAll(const Day &day, qsizetype window)
{
    qint64 least = day.platform.windows[window].limit;
    for (const Lowering &lowering : day.platform.lowerings) {
        least = lowering.window == window ? std::min<qint64>(least, lowering.limit) : least;
    }
    return least >= day.jobs.size() + day.platform.neighbours.size();
}

void addLevels(Room &room, QList<qint64> &boundaries, const WindowRoom &window, bool hasNeighbours)
{
    qint64 step = window.length();
    room.isExact = !merge(boundaries, window.boundaries(step)) && room.isExact;
    room.levels.append(level(boundaries, window));
    if (const QList<qint64> edges = window.lowerings(); !edges.isEmpty()) {
        const auto before = boundaries.size();
        merge(boundaries, edges);
        if (boundaries.size() != before) {
            room.isExact = false;
            room.levels.append(level(boundaries, window));
        }
    }
    while (hasNeighbours && step % 2 == 0 && step / 2 >= kFinest) {
        step /= 2;
        merge(boundaries, window.boundaries(step));
        room.levels.append(level(boundaries, window));
    }
}
} // namespace

QList<qint64> anchorsOf(const PlatformPlan &plan)
{
    qint64 slides = 0;
    qint64 fixed = 0;
    qint64 phase = 0;
    for (qsizetype i = 0; i < plan.windows.size(); ++i) {
        const WorldWindow &window = plan.windows[i];
        if (window.kind == WorldWindow::Kind::Sliding) {
            slides = std::max(slides, window.length);
        } else if (window.length > fixed) {
            fixed = window.length;
            phase = plan.phases[i];
        }
    }
    const qint64 grid = fixed > 0 && fixed < slides ? fixed : 1;
    const qint64 step = std::max(grid, slides / kAnchors / grid * grid);
    QList<qint64> anchors;
    for (qint64 anchor = phase; anchor == phase || anchor < phase + slides; anchor += step) {
        anchors.append(anchor);
    }
    return anchors;
}

Room roomOf(const Day &day, qint64 anchor)
{
    QList<WindowRoom> windows;
    Room room;
    for (qsizetype i = 0; i < day.platform.windows.size(); ++i) {
        if (!holdsAll(day, i)) {
            windows.append(WindowRoom(day, i, anchor));
            room.isExact = room.isExact && day.platform.windows[i].kind == WorldWindow::Kind::Fixed;
        }
    }
    std::stable_sort(windows.begin(), windows.end(),
        [](const WindowRoom &one, const WindowRoom &other) { return one.length() > other.length(); });
    const bool hasNeighbours = !day.platform.neighbours.isEmpty();
    room.isExact = room.isExact && !hasNeighbours;
    QList<qint64> boundaries = {0, day.end};
    room.levels.append({{.span = {.from = 0, .until = day.end}, .most = kNoLimit}});
    for (const WindowRoom &window : windows) {
        addLevels(room, boundaries, window, hasNeighbours);
    }
    room.levels.append(closedLevel(boundaries, day));
    return room;
}

} // namespace fw::world
