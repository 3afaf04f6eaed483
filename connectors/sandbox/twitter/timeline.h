#pragma once

#include "connectors/sandbox/twitter/problems.h"
#include "connectors/sandbox/twitter/world.h"

#include <QRandomGenerator>

namespace fw::sandbox::twitter {

/// Where a page starts: everything older than, or the nearest newer than, a post. Opaque on the wire.
struct PageToken {
    enum class Direction { Older, Newer };
    Direction direction = Direction::Older;
    qint64 id = 0; // not on the page itself
};

[[nodiscard]] QString writeToken(const PageToken &token);
[[nodiscard]] std::optional<PageToken> readToken(const QString &text);

/// The paging parameters of a timeline.
struct TimelineQuery {
    qsizetype maxResults = 10;
    qint64 sinceId = 0;                    // exclusive; wins over startTime
    qint64 untilId = 0;                    // exclusive
    std::optional<Instant> startTime = {}; // inclusive
    std::optional<Instant> endTime = {};   // exclusive
    std::optional<PageToken> token = {};
};

[[nodiscard]] TimelineQuery readTimelineQuery(const QUrlQuery &query, QList<BadParameter> &bad);

/// What is to be wrong with a page.
struct PageFault {
    int repeatedItems = 0;               // so many of the page before come again
    bool isRepeated = false;             // the page before comes again instead
    QRandomGenerator *shuffle = nullptr; // the order is drawn from it
};

struct TimelinePage {
    QList<const Post *> posts = {};
    QString nextToken = {};
    QString previousToken = {};
    [[nodiscard]] QJsonObject meta() const;
};

/// The page of `newestFirst` that `query` asks for.
[[nodiscard]] TimelinePage cutPage(
    const QList<const Post *> &newestFirst, const TimelineQuery &query, const PageFault &fault);

} // namespace fw::sandbox::twitter
