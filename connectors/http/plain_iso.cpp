#include "connectors/http/plain_iso.h"

namespace fw {

namespace {
using std::chrono::minutes;
using std::chrono::seconds;

/// Reads from the left what has its fixed place. After the first thing that is not there nothing is.
class Scan
{
public:
    explicit Scan(std::string_view text) : m_rest(text) { }
    [[nodiscard]] bool isWhole() const { return m_isRight && m_rest.empty(); }

    bool skip(char c)
    {
        const bool isThere = !m_rest.empty() && m_rest.front() == c;
        m_rest.remove_prefix(isThere ? 1 : 0);
        return isThere;
    }
    void expect(char c) { m_isRight = skip(c) && m_isRight; }

    int number(size_t digits, int least, int most)
    {
        int number = 0;
        for (size_t i = 0; i < digits; ++i) {
            const bool isDigit = !m_rest.empty() && m_rest.front() >= '0' && m_rest.front() <= '9';
            m_isRight = m_isRight && isDigit;
            number = number * 10 + (isDigit ? m_rest.front() - '0' : 0);
            m_rest.remove_prefix(isDigit ? 1 : 0);
        }
        m_isRight = m_isRight && number >= least && number <= most;
        return number;
    }

    /// `.7` and `.715`; a longer one would have to be rounded.
    milliseconds fraction()
    {
        int ms = 0;
        int unit = 100;
        if (skip('.')) {
            do {
                ms += unit * number(1, 0, 9);
                unit /= 10;
            } while (
                unit > 0 && m_isRight && !m_rest.empty() && m_rest.front() >= '0' && m_rest.front() <= '9');
        }
        return milliseconds(ms);
    }

    minutes offset(NoZone noZone)
    {
        if (skip('Z') || (noZone == NoZone::IsUtc && m_rest.empty())) {
            return {};
        }
        const bool isWest = skip('-');
        if (!isWest) {
            expect('+');
        }
        const int hours = number(2, 0, 13);
        skip(':');
        const minutes offset(hours * 60 + number(2, 0, 59));
        return isWest ? -offset : offset;
    }

private:
    std::string_view m_rest;
    bool m_isRight = true;
};
} // namespace

std::optional<Instant> instantFromPlainIso(std::string_view text, NoZone noZone)
{
    Scan scan(text);
    const std::chrono::year year(scan.number(4, 1, 9999));
    scan.expect('-');
    const std::chrono::month month(unsigned(scan.number(2, 1, 12)));
    scan.expect('-');
    const std::chrono::year_month_day date(year, month, std::chrono::day(unsigned(scan.number(2, 1, 31))));
    scan.expect('T');
    const std::chrono::hours hour(scan.number(2, 0, 23));
    scan.expect(':');
    const minutes minute(scan.number(2, 0, 59));
    scan.expect(':');
    const seconds second(scan.number(2, 0, 59));
    const milliseconds fraction = scan.fraction();
    const minutes offset = scan.offset(noZone);
    if (!scan.isWhole() || !date.ok()) {
        return std::nullopt;
    }
    return Instant(std::chrono::sys_days(date)) + hour + minute + second + fraction - offset;
}

} // namespace fw
