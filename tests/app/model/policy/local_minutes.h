#pragma once

#include "app/model/policy/calendar.h"

#include <QByteArray>

#include <algorithm>
#include <ctime>

namespace fw::test {

/// What the wall clock of a zone shows in every minute of a stretch of time, by the C library: another reader of the rules than Qt.
class LocalMinutes final
{
public:
    LocalMinutes(const QByteArray &zone, Instant from, Instant to) : m_from(from)
    {
        const QByteArray before = qgetenv("TZ");
        qputenv("TZ", zone);
        tzset();
        for (Instant at = from; at < to; at += std::chrono::minutes(1)) {
            const time_t seconds = time_t(toMs(at) / 1000);
            tm shown = {};
            localtime_r(&seconds, &shown);
            m_shown.push_back(minute(QDate(shown.tm_year + 1900, shown.tm_mon + 1, shown.tm_mday),
                shown.tm_hour * 60 + shown.tm_min));
        }
        qputenv("TZ", before);
        tzset();
    }

    /// A minute on the wall, counted from some beginning.
    [[nodiscard]] static qint64 minute(QDate date, int minutes)
    {
        return date.toJulianDay() * 1440 + minutes;
    }

    [[nodiscard]] size_t count() const { return m_shown.size(); }
    [[nodiscard]] size_t indexOf(Instant at) const
    {
        return size_t(std::chrono::duration_cast<std::chrono::minutes>(at - m_from).count());
    }
    [[nodiscard]] Instant at(size_t index) const { return m_from + std::chrono::minutes(index); }
    [[nodiscard]] QDate dateOf(size_t index) const { return QDate::fromJulianDay(m_shown[index] / 1440); }

    /// Where `wanted` is shown first, or else passed.
    [[nodiscard]] size_t first(qint64 wanted) const
    {
        const auto exact = std::find(m_shown.begin(), m_shown.end(), wanted);
        return exact != m_shown.end() ? size_t(exact - m_shown.begin()) : passed(wanted);
    }
    /// Where it is shown last, or else passed.
    [[nodiscard]] size_t last(qint64 wanted) const
    {
        const auto exact = std::find(m_shown.rbegin(), m_shown.rend(), wanted);
        return exact != m_shown.rend() ? size_t(m_shown.rend() - exact) - 1 : passed(wanted);
    }

private:
    [[nodiscard]] size_t passed(qint64 wanted) const
    {
        const auto later
            = std::find_if(m_shown.begin(), m_shown.end(), [wanted](qint64 shown) { return shown > wanted; });
        return size_t(later - m_shown.begin());
    }

    Instant m_from;
    std::vector<qint64> m_shown;
};

/// A calendar's open minutes, found by looking at each.
class OpenMinutes final
{
public:
    OpenMinutes(const Calendar &calendar, const LocalMinutes &wall)
        : m_wall(wall)
        , m_open(wall.count(), false)
    {
        const auto holiday = [&calendar](QDate date) {
            return std::find_if(calendar.holidays.begin(), calendar.holidays.end(),
                [date](const Holiday &candidate) { return candidate.date == date; });
        };
        for (QDate date = wall.dateOf(0); date <= wall.dateOf(wall.count() - 1); date = date.addDays(1)) {
            const auto found = holiday(date);
            const bool isFree = found != calendar.holidays.end();
            for (const Hours &hours : isFree ? found->hours : calendar.week[size_t(date.dayOfWeek() - 1)]) {
                const bool isOver = hours.to <= hours.from;
                size_t end = wall.last(LocalMinutes::minute(date, hours.to + (isOver ? 1440 : 0)));
                if (isOver && holiday(date.addDays(1)) != calendar.holidays.end()) {
                    end = std::min(end, wall.first(LocalMinutes::minute(date, 1440)));
                }
                for (size_t i = wall.first(LocalMinutes::minute(date, hours.from)); i < end; ++i) {
                    m_open[i] = true;
                }
            }
        }
    }

    [[nodiscard]] milliseconds between(Instant from, Instant to) const
    {
        milliseconds sum{};
        for (size_t i = m_wall.indexOf(from); i < m_wall.indexOf(to); ++i) {
            sum += m_open[i] ? std::chrono::minutes(1) : std::chrono::minutes(0);
        }
        return sum;
    }

    /// Nothing: not within the minutes looked at, the last two days of which are not whole.
    [[nodiscard]] std::optional<Instant> after(Instant from, milliseconds wanted) const
    {
        for (size_t i = m_wall.indexOf(from); i + 2 * 1440 < m_open.size(); ++i) {
            wanted -= m_open[i] ? std::chrono::minutes(1) : std::chrono::minutes(0);
            if (wanted <= milliseconds::zero()) {
                return m_wall.at(i + 1);
            }
        }
        return std::nullopt;
    }

private:
    const LocalMinutes &m_wall;
    std::vector<bool> m_open;
};

} // namespace fw::test
