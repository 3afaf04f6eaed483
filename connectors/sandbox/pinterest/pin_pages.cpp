#include "connectors/sandbox/pinterest/pin_pages.h"

#include "connectors/sandbox/pinterest/pin_state.h"

#include <algorithm>

namespace fw::sandbox::pinterest {

using namespace Qt::StringLiterals;

namespace {
constexpr int kUsualSize = 25;

/// Entries come newest first, and new ones come in front: what is still to come is counted from the end.
QString bookmarkFor(qsizetype left)
{
    return QString::fromLatin1(u"left:%1"_s.arg(left).toLatin1().toBase64());
}

std::optional<qsizetype> leftIn(const QString &bookmark, qsizetype all)
{
    const QString text = QString::fromLatin1(QByteArray::fromBase64(bookmark.toLatin1()));
    bool isNumber = false;
    const qsizetype left = text.section(u':', 1).toInt(&isNumber);
    return isNumber && text.startsWith("left:"_L1) && left <= all ? std::optional(left) : std::nullopt;
}

QJsonArray itemsFrom(const QList<QJsonObject> &entries, qsizetype first, qsizetype count,
    const Misfortune &misfortune, QRandomGenerator &random)
{
    const qsizetype repeated
        = misfortune.is(FaultKind::RepeatedItems) ? std::min<qsizetype>(misfortune.fault->items, first) : 0;
    QList<QJsonObject> page = entries.mid(first - repeated, count + repeated);
    if (misfortune.is(FaultKind::RepeatedPage)) {
        page = entries.mid(std::max<qsizetype>(0, first - count), count);
    }
    if (misfortune.is(FaultKind::Reordered)) {
        std::shuffle(page.begin(), page.end(), random);
    }
    QJsonArray items;
    for (const QJsonObject &entry : std::as_const(page)) {
        items.append(entry);
    }
    return items;
}
} // namespace

HttpAnswer pageOf(const QList<QJsonObject> &entries, const QUrlQuery &query, int most, EndMark end,
    const Misfortune &misfortune, QRandomGenerator &random)
{
    int size = kUsualSize;
    if (query.hasQueryItem(u"page_size"_s)) {
        bool isNumber = false;
        size = query.queryItemValue(u"page_size"_s).toInt(&isNumber);
        if (!isNumber || size < 1 || size > most) {
            return complaint(400, 1, u"Parameter 'page_size' must be between 1 and %1."_s.arg(most));
        }
    }
    qsizetype left = entries.size();
    if (const QString bookmark = query.queryItemValue(u"bookmark"_s, QUrl::FullyDecoded);
        !bookmark.isEmpty()) {
        const auto given = leftIn(bookmark, entries.size());
        if (!given) {
            return complaint(400, 1, u"Invalid bookmark."_s);
        }
        left = *given;
    }
    const qsizetype first = entries.size() - left;
    QJsonObject body{{u"items"_s, itemsFrom(entries, first, size, misfortune, random)}};
    if (left > size) {
        body.insert(u"bookmark"_s, bookmarkFor(left - size));
    } else if (end != EndMark::Missing) {
        body.insert(
            u"bookmark"_s, end == EndMark::Null ? QJsonValue(QJsonValue::Null) : QJsonValue(QString()));
    }
    return {.body = body};
}

} // namespace fw::sandbox::pinterest
