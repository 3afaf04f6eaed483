#include "app/customers/next_best/habit_advice.h"

#include "app/customers/next_best/wilson.h"
#include "app/model/customer_keys.h"

#include <QDateTime>
#include <QSet>

#include <algorithm>
#include <array>
#include <tuple>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr int kHours = 24;
constexpr int kWindow = 2; // hours
constexpr int kLeastTimes = 5;
constexpr double kLeastShare = 0.25;

/// What they shared under one of these names, as they wrote it.
QString sharedAs(const QList<Preference> &preferences, const QStringList &names)
{
    const auto found = std::find_if(preferences.begin(), preferences.end(), [&names](const Preference &one) {
        return names.contains(foldedText(one.preference)) && !one.value.trimmed().isEmpty();
    });
    return found == preferences.end() ? QString() : found->value.trimmed();
}

/// How often they wrote in each hour of the day.
std::array<int, kHours> timesByHour(const QList<WrittenOn> &written, const QTimeZone &zone)
{
    std::array<int, kHours> times{};
    QSet<qint64> counted;
    for (const WrittenOn &message : written) {
        const QDateTime local = toDateTime(message.at).toTimeZone(zone);
        const int hour = local.time().hour();
        const qint64 one = local.date().toJulianDay() * kHours + hour;
        if (!counted.contains(one)) {
            counted.insert(one);
            ++times.at(size_t(hour));
        }
    }
    return times;
}
} // namespace

QTimeZone zoneOf(const QList<Preference> &preferences, const QTimeZone &otherwise)
{
    const QTimeZone named(sharedAs(preferences, {u"time zone"_s, u"timezone"_s}).toUtf8());
    return named.isValid() ? named : otherwise;
}

std::optional<MomentAdvice> adviseMoment(
    const QList<WrittenOn> &written, const QList<Preference> &preferences, const QTimeZone &zone)
{
    if (const QString said = sharedAs(preferences, {u"hours"_s, u"preferred hours"_s}); !said.isEmpty()) {
        return MomentAdvice{.said = said};
    }
    const std::array<int, kHours> times = timesByHour(written, zone);
    MomentAdvice best{.zone = zone.id()};
    for (int hour = 0; hour + kWindow <= kHours; ++hour) {
        const int within = times.at(size_t(hour)) + times.at(size_t(hour) + 1);
        best.ofTimes += times.at(size_t(hour));
        if (within > best.times) {
            best.times = within;
            best.fromHour = hour;
            best.toHour = hour + kWindow;
        }
    }
    best.ofTimes += times.back();
    const bool isEnough = best.ofTimes >= kLeastTimes && leastShare(best.times, best.ofTimes) >= kLeastShare;
    return isEnough ? std::optional(best) : std::nullopt;
}

std::optional<NetworkAdvice> adviseNetwork(
    const QList<WrittenOn> &written, const QList<Preference> &preferences)
{
    QList<NetworkAdvice> networks;
    for (const WrittenOn &message : written) {
        auto known = std::find_if(networks.begin(), networks.end(),
            [&message](const NetworkAdvice &one) { return one.network == message.network; });
        if (known == networks.end()) {
            networks.append({.network = message.network});
            known = networks.end() - 1;
        }
        ++known->written;
        known->answered += message.isAnswered ? 1 : 0;
        known->lastAt = std::max(known->lastAt.value_or(message.at), message.at);
    }
    const auto said = networkFromString(foldedText(sharedAs(preferences, {u"network"_s, u"channel"_s})));
    if (said) {
        const auto known = std::find_if(networks.begin(), networks.end(),
            [&said](const NetworkAdvice &one) { return one.network == *said; });
        NetworkAdvice advice = known == networks.end() ? NetworkAdvice{.network = *said} : *known;
        advice.isSaid = true;
        return advice;
    }
    const auto best = std::max_element(
        networks.begin(), networks.end(), [](const NetworkAdvice &a, const NetworkAdvice &b) {
            return std::tie(a.answered, a.written, a.lastAt) < std::tie(b.answered, b.written, b.lastAt);
        });
    return best == networks.end() ? std::nullopt : std::optional(*best);
}

} // namespace fw
