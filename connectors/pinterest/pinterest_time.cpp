#include "connectors/pinterest/pinterest_time.h"

#include "connectors/http/plain_iso.h"

#include <QRegularExpression>

namespace fw::pinterest {

namespace {
using namespace Qt::StringLiterals;

constexpr qint64 kLatestMs = 4'102'444'800'000; // 2100

std::optional<Instant> plausible(qint64 msSinceEpoch)
{
    return msSinceEpoch >= 0 && msSinceEpoch <= kLatestMs ? std::optional(instantFromMs(msSinceEpoch))
                                                          : std::nullopt;
}

std::optional<Instant> fromIso(const QString &text)
{
    static const QRegularExpression zone(
        u"(?:Z|[+-]\\d\\d:?\\d\\d)$"_s, QRegularExpression::CaseInsensitiveOption);
    // Without a zone Qt would take it for local time, which does not even exist for an hour every spring.
    const bool hasZone = text.contains(u'T', Qt::CaseInsensitive) && zone.match(text).hasMatch();
    return instantFromIso(hasZone ? text : text + u'Z');
}

std::optional<Instant> fromMail(const QString &text)
{
    const QDateTime parsed = QDateTime::fromString(text, Qt::RFC2822Date);
    return parsed.isValid() ? plausible(parsed.toMSecsSinceEpoch()) : std::nullopt;
}

std::optional<qint64> wholeNumber(JsonView value)
{
    if (value.isNumber()) {
        const double number = value.toDouble();
        return number >= 0 && number <= double(kLatestMs) ? std::optional(qint64(number)) : std::nullopt;
    }
    bool isNumber = false;
    const qint64 number = value.toString().toLongLong(&isNumber);
    return isNumber && number >= 0 && number <= kLatestMs ? std::optional(number) : std::nullopt;
}
} // namespace

std::optional<Instant> instantIn(JsonView value, TimeFormat format)
{
    switch (format) {
    case TimeFormat::Iso:
        if (const auto plain = instantFromPlainIso(value.utf8(), NoZone::IsUtc)) {
            return plain;
        }
        return value.isString() ? fromIso(value.toString().trimmed()) : std::nullopt;
    case TimeFormat::Mail:
        return value.isString() ? fromMail(value.toString().trimmed()) : std::nullopt;
    case TimeFormat::UnixSeconds:
        if (const auto seconds = wholeNumber(value)) {
            return *seconds <= kLatestMs / 1000 ? plausible(*seconds * 1000) : std::nullopt;
        }
        return std::nullopt;
    case TimeFormat::UnixMillis:
        if (const auto ms = wholeNumber(value)) {
            return plausible(*ms);
        }
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace fw::pinterest
