#include "connectors/sandbox/facebook/edges.h"

#include <algorithm>

namespace fw::sandbox::facebook {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kMostEntries = 100;

/// Where a page begins or ends: a moment and an id, so that it stays valid while entries come and go; and how many pages led here.
struct CursorPoint {
    qint64 at = 0;
    QString id = {};
    int pages = 0;
};

QString writeCursor(const CursorPoint &point)
{
    const QString text = u"%1:%2:%3"_s.arg(point.at).arg(point.pages).arg(point.id);
    return QString::fromLatin1(
        text.toUtf8().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

std::optional<CursorPoint> readCursor(const QString &text)
{
    const QString plain = QString::fromUtf8(QByteArray::fromBase64(
        text.toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    if (plain.count(u':') < 2) {
        return std::nullopt;
    }
    return CursorPoint{
        plain.section(u':', 0, 0).toLongLong(), plain.section(u':', 2), plain.section(u':', 1, 1).toInt()};
}

/// The index of the first entry after `point`; entries that are gone do not matter.
qsizetype indexAfter(const Edge &edge, const CursorPoint &point)
{
    for (qsizetype i = 0; i < edge.entries.size(); ++i) {
        if (edge.entries.at(i).id == point.id) {
            return i + 1;
        }
    }
    const auto later = std::find_if(edge.entries.cbegin(), edge.entries.cend(), [&](const EdgeEntry &entry) {
        return edge.isAscending ? toMs(entry.at) > point.at : toMs(entry.at) < point.at;
    });
    return later - edge.entries.cbegin();
}

struct Range {
    qsizetype from = 0;
    qsizetype to = 0; // not included
    int pages = 0;
};

/// Pages in the middle may be shorter than asked for, even empty, because entries were filtered out after the cut.
qsizetype lengthOf(const PageRequest &request, int pages)
{
    if (!request.isShort || pages == 0) {
        return request.limit;
    }
    return pages % 3 == 1 ? (request.limit + 1) / 2 : pages % 3 == 2 ? 0 : request.limit;
}

Range rangeOf(const Edge &edge, const PageRequest &request, std::optional<GraphError> &error)
{
    const QString text = request.after.isEmpty() ? request.before : request.after;
    const auto point = text.isEmpty() ? std::optional(CursorPoint{}) : readCursor(text);
    if (!point) {
        error = invalidParameter(u"Invalid cursors values"_s);
        return {};
    }
    if (!request.before.isEmpty() && request.after.isEmpty()) {
        const qsizetype end = std::max<qsizetype>(0, indexAfter(edge, *point) - 1);
        return {std::max<qsizetype>(0, end - request.limit), end, 0};
    }
    const qsizetype start = text.isEmpty() ? 0 : indexAfter(edge, *point);
    const qsizetype end = std::min<qsizetype>(edge.entries.size(), start + lengthOf(request, point->pages));
    return {start, end, point->pages};
}
} // namespace

PageRequest pageRequestOf(const Params &params, std::optional<GraphError> &error)
{
    PageRequest request{.after = params.value(u"after"_s), .before = params.value(u"before"_s)};
    if (params.has(u"limit"_s)) {
        bool isNumber = false;
        request.limit = params.value(u"limit"_s).toInt(&isNumber);
        if ((!isNumber || request.limit < 0 || request.limit > kMostEntries) && !error) {
            error = invalidParameter(u"param limit must be a number from 0 to 100"_s);
        }
    }
    return request;
}

EdgePage cutPage(const Edge &edge, const PageRequest &request, std::optional<GraphError> &error)
{
    const Range range = rangeOf(edge, request, error);
    EdgePage page{
        .hasNext = range.to < edge.entries.size() && request.limit > 0, .hasPrevious = range.from > 0};
    const qsizetype from = request.isRepeated ? std::max<qsizetype>(0, range.from - request.limit)
                                              : std::max<qsizetype>(0, range.from - request.repeatedItems);
    const qsizetype to = request.isRepeated && range.from > 0 ? range.from : range.to;
    page.entries = edge.entries.mid(from, to - from);
    if (request.shuffle != nullptr) {
        std::shuffle(page.entries.begin(), page.entries.end(), *request.shuffle);
    }
    if (edge.entries.isEmpty()) {
        return page;
    }
    const auto cursor = [&edge](qsizetype index, int pages) {
        const EdgeEntry &entry = edge.entries.at(std::clamp<qsizetype>(index, 0, edge.entries.size() - 1));
        return writeCursor({toMs(entry.at), entry.id, pages});
    };
    if (range.to > 0) {
        page.after = cursor(range.to - 1, range.pages + 1);
    }
    page.before = cursor(range.from, 0);
    return page;
}

} // namespace fw::sandbox::facebook
