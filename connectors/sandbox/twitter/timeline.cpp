#include "connectors/sandbox/twitter/timeline.h"

#include <QRegularExpression>

#include <algorithm>

namespace fw::sandbox::twitter {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kFewestPerPage = 5;
constexpr qint64 kMostPerPage = 100;
const QString kTokenStart = u"7140"_s;

quint16 checksum(const QString &payload)
{
    return qChecksum(QByteArrayView(payload.toLatin1()));
}

QString paddedChecksum(const QString &payload)
{
    return QString::number(checksum(payload), 36).rightJustified(4, u'0');
}

qint64 readId(const QUrlQuery &query, const QString &parameter, QList<BadParameter> &bad)
{
    static const QRegularExpression pattern(u"^[0-9]{1,19}$"_s);
    if (!query.hasQueryItem(parameter)) {
        return 0;
    }
    const QString text = query.queryItemValue(parameter, QUrl::FullyDecoded);
    bool isNumber = false;
    const qint64 id = text.toLongLong(&isNumber);
    if (!isNumber || !pattern.match(text).hasMatch()) {
        bad.append({parameter, text,
            u"The `%1` query parameter value [%2] does not match ^[0-9]{1,19}$"_s.arg(parameter, text)});
    }
    return id;
}

std::optional<Instant> readTime(const QUrlQuery &query, const QString &parameter, QList<BadParameter> &bad)
{
    if (!query.hasQueryItem(parameter)) {
        return std::nullopt;
    }
    const QString text = query.queryItemValue(parameter, QUrl::FullyDecoded);
    const auto instant = instantFromIso(text);
    if (!instant || !text.endsWith(u'Z')) {
        bad.append({parameter, text,
            u"The `%1` query parameter value [%2] is not a valid RFC 3339 date time"_s.arg(parameter, text)});
    }
    return instant;
}

bool isInRange(const Post &post, const TimelineQuery &query)
{
    const bool isSince = query.sinceId != 0 ? post.id > query.sinceId
                                            : (!query.startTime || post.createdAt >= *query.startTime);
    return isSince && (query.untilId == 0 || post.id < query.untilId)
        && (!query.endTime || post.createdAt < *query.endTime);
}

/// Index of the first post of the page in `all`, which is newest first.
qsizetype firstIndex(const QList<const Post *> &all, const TimelineQuery &query)
{
    if (!query.token) {
        return 0;
    }
    const auto isNewer = [](const Post *post, qint64 id) { return post->id > id; };
    const auto anchor
        = std::lower_bound(all.cbegin(), all.cend(), query.token->id, isNewer); // first that is not newer
    const qsizetype index = anchor - all.cbegin();
    if (query.token->direction == PageToken::Direction::Newer) {
        return std::max<qsizetype>(0, index - query.maxResults);
    }
    return index < all.size() && all[index]->id == query.token->id ? index + 1 : index;
}
} // namespace

QString writeToken(const PageToken &token)
{
    const QString payload
        = (token.direction == PageToken::Direction::Older ? u"n"_s : u"p"_s) + QString::number(token.id, 36);
    return kTokenStart + paddedChecksum(payload) + payload;
}

std::optional<PageToken> readToken(const QString &text)
{
    const QString payload = text.mid(kTokenStart.size() + 4);
    if (!text.startsWith(kTokenStart) || payload.size() < 2
        || text != kTokenStart + paddedChecksum(payload) + payload) {
        return std::nullopt;
    }
    bool isNumber = false;
    const qint64 id = payload.mid(1).toLongLong(&isNumber, 36);
    if (!isNumber) {
        return std::nullopt;
    }
    return PageToken{
        .direction = payload.startsWith(u'n') ? PageToken::Direction::Older : PageToken::Direction::Newer,
        .id = id};
}

TimelineQuery readTimelineQuery(const QUrlQuery &query, QList<BadParameter> &bad)
{
    TimelineQuery timeline{.sinceId = readId(query, u"since_id"_s, bad),
        .untilId = readId(query, u"until_id"_s, bad),
        .startTime = readTime(query, u"start_time"_s, bad),
        .endTime = readTime(query, u"end_time"_s, bad)};
    if (query.hasQueryItem(u"max_results"_s)) {
        const QString text = query.queryItemValue(u"max_results"_s);
        bool isNumber = false;
        timeline.maxResults = text.toInt(&isNumber);
        if (!isNumber || timeline.maxResults < kFewestPerPage || timeline.maxResults > kMostPerPage) {
            bad.append({u"max_results"_s, text,
                u"The `max_results` query parameter value [%1] is not between 5 and 100"_s.arg(text)});
        }
    }
    if (query.hasQueryItem(u"pagination_token"_s)) {
        const QString text = query.queryItemValue(u"pagination_token"_s, QUrl::FullyDecoded);
        timeline.token = readToken(text);
        if (!timeline.token) {
            bad.append({u"pagination_token"_s, text,
                u"The `pagination_token` query parameter value [%1] is not valid"_s.arg(text)});
        }
    }
    return timeline;
}

QJsonObject TimelinePage::meta() const
{
    QJsonObject meta{{u"result_count"_s, static_cast<qint64>(posts.size())}};
    if (!posts.isEmpty()) {
        const auto [oldest, newest] = std::minmax_element(
            posts.cbegin(), posts.cend(), [](const Post *a, const Post *b) { return a->id < b->id; });
        meta.insert(u"newest_id"_s, QString::number((*newest)->id));
        meta.insert(u"oldest_id"_s, QString::number((*oldest)->id));
    }
    if (!nextToken.isEmpty()) {
        meta.insert(u"next_token"_s, nextToken);
    }
    if (!previousToken.isEmpty()) {
        meta.insert(u"previous_token"_s, previousToken);
    }
    return meta;
}

TimelinePage cutPage(
    const QList<const Post *> &newestFirst, const TimelineQuery &query, const PageFault &fault)
{
    QList<const Post *> all;
    std::copy_if(newestFirst.cbegin(), newestFirst.cend(), std::back_inserter(all),
        [&query](const Post *post) { return isInRange(*post, query); });
    qsizetype first = firstIndex(all, query);
    if (fault.isRepeated) {
        first = std::max<qsizetype>(0, first - query.maxResults);
    }
    TimelinePage page{.posts = all.mid(first, query.maxResults)};
    if (!page.posts.isEmpty()) {
        const qsizetype end = first + page.posts.size();
        if (end < all.size()) {
            page.nextToken
                = writeToken({.direction = PageToken::Direction::Older, .id = page.posts.constLast()->id});
        }
        if (first > 0) {
            page.previousToken
                = writeToken({.direction = PageToken::Direction::Newer, .id = page.posts.constFirst()->id});
        }
        const qsizetype repeated = std::min<qsizetype>(fault.repeatedItems, first);
        page.posts = all.mid(first - repeated, repeated) + page.posts;
    }
    if (fault.shuffle != nullptr) {
        std::shuffle(page.posts.begin(), page.posts.end(), *fault.shuffle);
    }
    return page;
}

} // namespace fw::sandbox::twitter
