#include "ui/cli/stats_period.h"

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

constexpr int kUsualDays = 7;

Failure refusal(const QString &detail)
{
    return Failure({.code = ErrorCode::Usage, .detail = detail});
}

Instant startOf(QDate day, const QTimeZone &zone)
{
    return instantFromMs(day.startOfDay(zone).toMSecsSinceEpoch());
}

/// A date, which is its beginning in the report's zone, or a moment.
Result<Instant> instantIn(const Invocation &call, const QString &option, const QTimeZone &zone, Instant usual)
{
    if (!call.has(option)) {
        return usual;
    }
    const QString text = call.value(option);
    if (const QDate day = QDate::fromString(text, Qt::ISODate); day.isValid() && text.size() == 10) {
        return startOf(day, zone);
    }
    if (const auto instant = instantFromIso(text)) {
        return *instant;
    }
    return refusal(
        u"--%1: \"%2\" is neither a date like 2026-11-19 nor a time like 2026-11-19T08:00:00Z"_s.arg(
            option, text));
}
} // namespace

QList<QCommandLineOption> periodOptions()
{
    return {{u"from"_s, u"The period's beginning, a date or a time (usually six days ago)."_s, u"WHEN"_s},
        {u"to"_s, u"Its end, which is not in it (usually the end of today)."_s, u"WHEN"_s},
        {u"zone"_s, u"Zone of dates and hours (usually this machine's)."_s, u"ZONE"_s}};
}

Result<QTimeZone> askedZone(const Invocation &call)
{
    if (!call.has(u"zone"_s)) {
        return QTimeZone::systemTimeZone();
    }
    const QTimeZone zone(call.value(u"zone"_s).toLatin1());
    if (!zone.isValid()) {
        return refusal(u"--zone: this machine knows no zone \"%1\"; say one like Europe/Paris"_s.arg(
            call.value(u"zone"_s)));
    }
    return zone;
}

Result<AskedPeriod> askedPeriod(const Invocation &call)
{
    const auto zone = askedZone(call);
    if (!zone) {
        return Failure(zone.error());
    }
    AskedPeriod asked{.zone = *zone};
    const QDate today = toDateTime(call.clock.now()).toTimeZone(asked.zone).date();
    const auto from
        = instantIn(call, u"from"_s, asked.zone, startOf(today.addDays(1 - kUsualDays), asked.zone));
    const auto to = instantIn(call, u"to"_s, asked.zone, startOf(today.addDays(1), asked.zone));
    if (!from || !to) {
        return Failure(from ? to.error() : from.error());
    }
    if (*from >= *to) {
        return refusal(u"--to: the period ends before it begins"_s);
    }
    asked.period = {.from = *from, .to = *to};
    return asked;
}

} // namespace fw::cli
