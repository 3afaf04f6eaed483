#include "app/model/policy/calendar_form.h"

#include <QRegularExpression>
#include <QSet>
#include <QTimeZone>

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMinutesADay = 24 * 60;

const QStringList &dayNames()
{
    static const QStringList names
        = {u"monday"_s, u"tuesday"_s, u"wednesday"_s, u"thursday"_s, u"friday"_s, u"saturday"_s, u"sunday"_s};
    return names;
}

/// Minutes after midnight, 0 to 1440; nothing when it is no time of day.
std::optional<int> minutesIn(QStringView hour, QStringView minute)
{
    const int minutes = hour.toInt() * 60 + minute.toInt();
    return minute.toInt() < 60 && minutes <= kMinutesADay ? std::optional(minutes) : std::nullopt;
}

Hours hoursIn(const JsonPart &part)
{
    static const QRegularExpression form(u"^(\\d\\d):(\\d\\d)-(\\d\\d):(\\d\\d)$"_s);
    const QRegularExpressionMatch match = form.match(part.asText());
    const auto from = minutesIn(match.capturedView(1), match.capturedView(2));
    const auto to = minutesIn(match.capturedView(3), match.capturedView(4));
    if (!match.hasMatch() || !from || !to || *from == kMinutesADay) {
        part.complain(u"must be hours like \"09:00-12:30\"; over midnight: \"22:00-06:00\""_s);
        return {};
    }
    return {.from = *from, .to = *to};
}

QList<Hours> listIn(const JsonPart &part, const QString &key)
{
    QList<Hours> list;
    int end = 0;
    for (const JsonPart &element : part.elements(key)) {
        const Hours hours = hoursIn(element);
        if (hours.from < end) {
            element.complain(u"must begin when the hours before it have ended; write them in order"_s);
        }
        end = hours.to > hours.from ? hours.to : kMinutesADay;
        list.append(hours);
    }
    return list;
}

QList<Holiday> holidaysIn(const JsonPart &part)
{
    QList<Holiday> holidays;
    QSet<QDate> seen;
    for (const JsonPart &element : part.elements(u"holidays"_s)) {
        element.allow({u"date"_s, u"name"_s, u"hours"_s});
        const Holiday holiday{.date = QDate::fromString(element.text(u"date"_s), Qt::ISODate),
            .name = element.textOr(u"name"_s, {}),
            .hours = listIn(element, u"hours"_s)};
        if (!holiday.date.isValid()) {
            element.complain(u"date"_s, u"must be a date like \"2026-12-25\""_s);
        } else if (seen.contains(holiday.date)) {
            element.complain(u"date"_s, u"is a holiday already; write it once, with all its hours"_s);
        }
        seen.insert(holiday.date);
        holidays.append(holiday);
    }
    std::sort(
        holidays.begin(), holidays.end(), [](const Holiday &a, const Holiday &b) { return a.date < b.date; });
    return holidays;
}

QString textOf(const Hours &hours)
{
    const auto time = [](int minutes) {
        return u"%1:%2"_s.arg(minutes / 60, 2, 10, QChar(u'0')).arg(minutes % 60, 2, 10, QChar(u'0'));
    };
    return time(hours.from) + u'-' + time(hours.to);
}

QJsonArray toJson(const QList<Hours> &list)
{
    QJsonArray array;
    for (const Hours &hours : list) {
        array.append(textOf(hours));
    }
    return array;
}
} // namespace

Calendar calendarIn(const JsonPart &part)
{
    part.allow({u"name"_s, u"zone"_s, u"week"_s, u"holidays"_s});
    Calendar calendar{.name = part.text(u"name"_s), .zone = part.text(u"zone"_s).toLatin1()};
    if (!QTimeZone::isTimeZoneIdAvailable(calendar.zone)) {
        part.complain(u"zone"_s,
            u"this machine knows no such time zone; write one like \"Europe/Paris\", upper and lower case as there"_s);
    }
    if (!part.has(u"week"_s)) {
        part.complain(u"week"_s, u"is missing; write {} for a calendar that is open on listed dates only"_s);
    }
    const JsonPart week = part.object(u"week"_s);
    week.allow(dayNames());
    for (qsizetype day = 0; day < dayNames().size(); ++day) {
        calendar.week[size_t(day)] = listIn(week, dayNames()[day]);
    }
    calendar.holidays = holidaysIn(part);
    return calendar;
}

QList<Calendar> calendarsIn(const JsonPart &root)
{
    root.allow({u"calendars"_s});
    QList<Calendar> calendars;
    QSet<QString> names;
    for (const JsonPart &element : root.elements(u"calendars"_s)) {
        const Calendar calendar = calendarIn(element);
        if (names.contains(calendar.name)) {
            element.complain(u"name"_s, u"another calendar of this file is called that"_s);
        }
        if (calendar.name == kAlways) {
            element.complain(u"name"_s, u"\"always\" means every hour of every day; choose another name"_s);
        }
        names.insert(calendar.name);
        calendars.append(calendar);
    }
    if (calendars.isEmpty()) {
        root.complain(u"calendars"_s, u"must list at least one calendar"_s);
    }
    return calendars;
}

QJsonObject toJson(const Calendar &calendar)
{
    QJsonObject week;
    for (qsizetype day = 0; day < dayNames().size(); ++day) {
        if (!calendar.week[size_t(day)].isEmpty()) {
            week.insert(dayNames()[day], toJson(calendar.week[size_t(day)]));
        }
    }
    QJsonArray holidays;
    for (const Holiday &holiday : calendar.holidays) {
        QJsonObject json{
            {u"date"_s, holiday.date.toString(Qt::ISODate)}, {u"hours"_s, toJson(holiday.hours)}};
        if (!holiday.name.isEmpty()) {
            json.insert(u"name"_s, holiday.name);
        }
        holidays.append(json);
    }
    return {{u"name"_s, calendar.name}, {u"zone"_s, QString::fromLatin1(calendar.zone)}, {u"week"_s, week},
        {u"holidays"_s, holidays}};
}

} // namespace fw
