#include "app/model/policy/calendar.h"

#include <QTimeZone>

#include <algorithm>

namespace fw {

using namespace std::chrono_literals;

namespace {
constexpr milliseconds kDay = 24h;
constexpr int kMargin = 3; // days: no zone is further from UTC, and no change of clocks is larger
constexpr int kFirstReach = 8;
constexpr int kFurthestReach = 512;
constexpr int kGivingUp = 50 * 366; // days

/// Time on a wall clock, as milliseconds since 1970-01-01T00:00 on that clock.
using WallTime = std::chrono::duration<qint64, std::milli>;

enum class Which { First, Last };

/// How far the wall clock is from UTC, around a stretch of time.
class ZoneClock
{
public:
    ZoneClock(const QByteArray &zone, Instant from, Instant to)
    {
        const QTimeZone rules(zone);
        const QDateTime begin = toDateTime(from - kMargin * kDay);
        m_pieces.append({.from = from - kMargin * kDay, .offset = 1s * rules.offsetFromUtc(begin)});
        for (const auto &change : rules.transitions(begin, toDateTime(to + kMargin * kDay))) {
            const Instant at = instantFromMs(change.atUtc.toMSecsSinceEpoch());
            m_pieces.append({.from = at, .offset = 1s * change.offsetFromUtc});
        }
    }

    [[nodiscard]] QDate dateAt(Instant instant) const
    {
        const auto after = std::upper_bound(m_pieces.begin(), m_pieces.end(), instant,
            [](Instant at, const Piece &piece) { return at < piece.from; });
        const Piece &piece = after == m_pieces.begin() ? m_pieces.first() : *std::prev(after);
        return toDateTime(instant + piece.offset).date();
    }

    /// When the clock shows `minutes` after the midnight that begins `date`.
    [[nodiscard]] Instant instantOf(QDate date, int minutes, Which which) const
    {
        const WallTime shown = (date.toJulianDay() - kJulianEpoch) * kDay + std::chrono::minutes(minutes);
        std::optional<Instant> found;
        for (qsizetype i = 0; i < m_pieces.size(); ++i) {
            const Instant at = Instant(shown - m_pieces[i].offset);
            const bool isBeforeEnd = i + 1 == m_pieces.size() || at < m_pieces[i + 1].from;
            if (at < m_pieces[i].from) {
                // Not shown before this piece, and passed by now: the clock jumped over it.
                return found.value_or(m_pieces[i].from);
            }
            if (isBeforeEnd) {
                found = at;
                if (which == Which::First) {
                    break;
                }
            }
        }
        return found.value_or(m_pieces.last().from);
    }

private:
    static constexpr qint64 kJulianEpoch = 2440588; // 1970-01-01

    struct Piece {
        Instant from = {};
        milliseconds offset = {};
    };
    QList<Piece> m_pieces;
};

const Holiday *holidayOn(const Calendar &calendar, QDate date)
{
    const auto found = std::lower_bound(calendar.holidays.begin(), calendar.holidays.end(), date,
        [](const Holiday &holiday, QDate wanted) { return holiday.date < wanted; });
    return found != calendar.holidays.end() && found->date == date ? &*found : nullptr;
}

/// The hours that begin on `date`.
void addHours(const Calendar &calendar, const ZoneClock &clock, QDate date, QList<TimeSpan> &spans)
{
    const Holiday *holiday = holidayOn(calendar, date);
    const QDate next = date.addDays(1);
    for (const Hours &hours : holiday ? holiday->hours : calendar.week[size_t(date.dayOfWeek() - 1)]) {
        const bool isOverMidnight = hours.to <= hours.from;
        TimeSpan span{.from = clock.instantOf(date, hours.from, Which::First),
            .to = clock.instantOf(isOverMidnight ? next : date, hours.to, Which::Last)};
        if (isOverMidnight && holidayOn(calendar, next)) {
            span.to = std::min(span.to, clock.instantOf(next, 0, Which::First));
        }
        if (span.from < span.to) {
            spans.append(span);
        }
    }
}

QList<TimeSpan> joined(QList<TimeSpan> spans, Instant from, Instant to)
{
    std::sort(
        spans.begin(), spans.end(), [](const TimeSpan &a, const TimeSpan &b) { return a.from < b.from; });
    QList<TimeSpan> result;
    for (TimeSpan span : spans) {
        span.from = std::max(span.from, from);
        span.to = std::min(span.to, to);
        if (span.from >= span.to) {
            continue;
        }
        if (!result.isEmpty() && span.from <= result.last().to) {
            result.last().to = std::max(result.last().to, span.to);
        } else {
            result.append(span);
        }
    }
    return result;
}
} // namespace

QList<TimeSpan> openSpans(const Calendar &calendar, Instant from, Instant to)
{
    if (from >= to) {
        return {};
    }
    const ZoneClock clock(calendar.zone, from, to);
    QList<TimeSpan> spans;
    const QDate last = clock.dateAt(to).addDays(1);
    for (QDate date = clock.dateAt(from).addDays(-2); date <= last; date = date.addDays(1)) {
        addHours(calendar, clock, date, spans);
    }
    return joined(std::move(spans), from, to);
}

milliseconds openTime(const Calendar &calendar, Instant from, Instant to)
{
    milliseconds sum{};
    for (const TimeSpan &span : openSpans(calendar, from, to)) {
        sum += span.to - span.from;
    }
    return sum;
}

std::optional<Instant> afterOpenTime(const Calendar &calendar, Instant from, milliseconds open)
{
    if (open <= milliseconds::zero()) {
        return from;
    }
    const bool isEveryWeekClosed = std::all_of(calendar.week.begin(), calendar.week.end(),
        [](const QList<Hours> &hours) { return hours.isEmpty(); });
    const QDate lastKnown = calendar.holidays.isEmpty() ? QDate() : calendar.holidays.last().date;
    int reach = kFirstReach;
    for (int days = 0; days < kGivingUp; days += reach, reach = std::min(reach * 2, kFurthestReach)) {
        const Instant begin = from + days * kDay;
        // Nothing can come any more but holidays with hours of their own.
        if (isEveryWeekClosed
            && (!lastKnown.isValid() || toDateTime(begin - kMargin * kDay).date() > lastKnown)) {
            return std::nullopt;
        }
        for (const TimeSpan &span : openSpans(calendar, begin, begin + reach * kDay)) {
            if (span.to - span.from >= open) {
                return span.from + open;
            }
            open -= span.to - span.from;
        }
    }
    return std::nullopt;
}

} // namespace fw
