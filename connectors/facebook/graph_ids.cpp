#include "connectors/facebook/graph_ids.h"

#include <QRegularExpression>

namespace fw::facebook {

namespace {
using namespace Qt::StringLiterals;

constexpr qint64 kMaxNumber = qint64(1) << 53; // JSON numbers are doubles
constexpr int kWatermarkDigits = 13;
constexpr QChar kVersionMark = u'@';

bool isUsable(const QString &id)
{
    static const QRegularExpression plain(u"\\A[A-Za-z0-9_.:$=-]{1,256}\\z"_s);
    return plain.match(id).hasMatch() && !id.startsWith(u'.') && !id.contains(u".."_s);
}
} // namespace

QString idIn(const QJsonValue &value)
{
    if (value.isDouble()) {
        const qint64 number = value.toInteger(0);
        return number > 0 && number <= kMaxNumber ? QString::number(number) : QString();
    }
    const QString id = value.toString();
    return isUsable(id) ? id : QString();
}

std::optional<Instant> timeIn(const QJsonValue &value)
{
    if (value.isDouble()) {
        const qint64 seconds = value.toInteger(0);
        return seconds > 0 && seconds < kMaxNumber / 1000 ? std::optional(instantFromMs(seconds * 1000))
                                                          : std::nullopt;
    }
    static const QRegularExpression offset(u"([+-]\\d\\d)(\\d\\d)\\z"_s);
    QString text = value.toString();
    text.replace(offset, u"\\1:\\2"_s);
    return text.contains(u'T') ? instantFromIso(text) : std::nullopt;
}

bool isPostOf(const QString &id, const QString &pageId)
{
    return !pageId.isEmpty() && id.startsWith(pageId + u'_');
}

bool isMessageId(const QString &id)
{
    return id.startsWith(u"m_"_s) || id.startsWith(u"mid."_s);
}

bool isThreadId(const QString &id)
{
    return id.startsWith(u"t_"_s);
}

QString versionId(const QString &id, Instant seenAt)
{
    return id + kVersionMark + watermarkOf(seenAt);
}

QString plainId(const QString &versionId)
{
    return versionId.section(kVersionMark, 0, 0);
}

QString watermarkOf(Instant instant)
{
    return QString::number(toMs(instant)).rightJustified(kWatermarkDigits, u'0');
}

std::optional<Instant> instantOfWatermark(const QString &watermark)
{
    bool isNumber = false;
    const qint64 ms = watermark.toLongLong(&isNumber);
    return isNumber && ms > 0 ? std::optional(instantFromMs(ms)) : std::nullopt;
}

} // namespace fw::facebook
