#include "connectors/facebook/graph_ids.h"

#include "connectors/http/plain_iso.h"

#include <QRegularExpression>

#include <algorithm>

namespace fw::facebook {

namespace {
using namespace Qt::StringLiterals;

constexpr qint64 kMaxNumber = qint64(1) << 53; // JSON numbers are doubles
constexpr size_t kLongestId = 256;
constexpr int kWatermarkDigits = 13;
constexpr QChar kVersionMark = u'@';

bool mayStandInId(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || std::string_view("_.:$=-").find(c) != std::string_view::npos;
}

bool isUsable(std::string_view id)
{
    return !id.empty() && id.size() <= kLongestId && std::all_of(id.begin(), id.end(), &mayStandInId)
        && id.front() != '.' && id.find("..") == std::string_view::npos;
}
} // namespace

QString idIn(JsonView value)
{
    if (value.isNumber()) {
        const qint64 number = value.toInteger(0);
        return number > 0 && number <= kMaxNumber ? QString::number(number) : QString();
    }
    return isUsable(value.utf8()) ? value.toString() : QString();
}

QString idIn(const QString &text)
{
    return isUsable(text.toStdString()) ? text : QString();
}

std::optional<Instant> timeIn(JsonView value)
{
    if (const auto plain = instantFromPlainIso(value.utf8())) {
        return plain;
    }
    if (value.isNumber()) {
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
