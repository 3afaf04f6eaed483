#include "connectors/twitter/twitter_ids.h"

#include <algorithm>

namespace fw::twitter {

namespace {
constexpr size_t kMaxDigits = 19;
constexpr int kBitsBelowTime = 22;
constexpr qint64 kEpochMs = 1'288'834'974'657;   // 2010-11-04T01:42:54.657Z
constexpr qint64 kFirstTimedId = 29'700'859'247; // ids were counted one by one before

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

QStringView withoutLeadingZeros(const QString &id)
{
    QStringView digits(id);
    while (digits.startsWith(u'0')) {
        digits = digits.mid(1);
    }
    return digits;
}
} // namespace

QString idIn(JsonView value)
{
    if (value.isNumber()) {
        const qint64 number = value.toInteger(0);
        return number > 0 ? QString::number(number) : QString();
    }
    const std::string_view text = value.utf8();
    const bool isUsable
        = !text.empty() && text.size() <= kMaxDigits && std::all_of(text.begin(), text.end(), isDigit);
    return isUsable ? value.toString() : QString();
}

QString threadIdIn(JsonView value)
{
    const std::string_view text = value.utf8();
    const bool isUsable
        = std::all_of(text.begin(), text.end(), [](char c) { return isDigit(c) || c == '-'; });
    return isUsable ? value.toString() : QString();
}

bool isOlderId(const QString &a, const QString &b)
{
    const QStringView left = withoutLeadingZeros(a);
    const QStringView right = withoutLeadingZeros(b);
    return left.size() != right.size() ? left.size() < right.size() : left < right;
}

std::optional<Instant> instantInId(const QString &id)
{
    bool isNumber = false;
    const qint64 number = id.toLongLong(&isNumber);
    if (!isNumber || number < kFirstTimedId) {
        return std::nullopt;
    }
    return instantFromMs((number >> kBitsBelowTime) + kEpochMs);
}

} // namespace fw::twitter
