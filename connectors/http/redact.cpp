#include "connectors/http/redact.h"

#include "connectors/http/mask_text.h"

#include <QList>
#include <QSet>

#include <algorithm>
#include <array>

namespace fw {

namespace {
constexpr qsizetype kMaxNesting = 1000; // more is no answer of any network
constexpr qsizetype kMaxName = 40;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isWordCharacter(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/// Whether a member may keep this name: one a program would choose, not one that somebody wrote.
bool isPlainName(QByteArrayView name)
{
    return !name.isEmpty() && name.size() <= kMaxName
        && std::all_of(name.begin(), name.end(), [](char c) { return isWordCharacter(c) || c == '-'; });
}

/// Whether a member of this name holds ids or times.
bool namesNumbers(const QByteArray &name)
{
    static constexpr std::array<const char *, 11> kEndings{
        "_id", "_ids", "_id_str", "_ids_str", "Id", "Ids", "_at", "_time", "timestamp", "_ms", "_ts"};
    return name == "id" || name == "ids" || name == "time"
        || std::any_of(
            kEndings.begin(), kEndings.end(), [&name](const char *end) { return name.endsWith(end); });
}

/// Digits, or groups of them joined by `_`, as in 1234_5678.
bool looksLikeId(QByteArrayView value)
{
    bool wasDigit = false;
    for (const char c : value) {
        if (!isDigit(c) && !(c == '_' && wasDigit)) {
            return false;
        }
        wasDigit = isDigit(c);
    }
    return wasDigit && value.size() <= kMaxName;
}

/// 2026-11-22T12:00:00, then a fraction, Z or an offset, or nothing.
bool looksLikeTime(QByteArrayView value)
{
    static constexpr QByteArrayView kShape("0000-00-00T00:00:00");
    if (value.size() < kShape.size() || value.size() > kShape.size() + 16) {
        return false;
    }
    for (qsizetype i = 0; i < value.size(); ++i) {
        const bool fits = i < kShape.size() ? (kShape[i] == '0' ? isDigit(value[i]) : kShape[i] == value[i])
                                            : isDigit(value[i]) || QByteArrayView(".:+-Z").contains(value[i]);
        if (!fits) {
            return false;
        }
    }
    return true;
}

/// Goes over the bytes once. As long as they are JSON it knows which string is the name of a member; afterwards it trusts nothing it has not seen.
class Redactor
{
public:
    explicit Redactor(const QByteArray &body) : m_in(body), m_out(body) { }

    QByteArray run()
    {
        while (m_at < m_in.size()) {
            const char c = m_in.at(m_at);
            if (c == '"') {
                takeString();
            } else if (QByteArrayView("{}[],:").contains(c)) {
                takeMark(c);
            } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                ++m_at;
            } else if (!takeLiteral() && !takeNumber()) {
                m_isJson = false;
                m_at = maskCharacter(m_in, m_at, m_out);
            }
        }
        return m_out;
    }

private:
    enum class Expects { Value, ValueOrEnd, Name, NameOrEnd, Colon, CommaOrEnd, Document };
    struct Level {
        bool isObject = false;
        QByteArray name = {}; // of the member being read, or whose list this is
    };

    [[nodiscard]] bool expectsValue() const
    {
        return m_expects == Expects::Value || m_expects == Expects::ValueOrEnd;
    }
    [[nodiscard]] bool expectsName() const
    {
        return m_expects == Expects::Name || m_expects == Expects::NameOrEnd;
    }
    void valueTaken() { m_expects = m_levels.isEmpty() ? Expects::Document : Expects::CommaOrEnd; }

    /// A bracket, comma or colon stays in any case; whether it makes sense decides what is believed afterwards.
    void takeMark(char c)
    {
        ++m_at;
        if (m_isJson) {
            m_isJson = c == '{' || c == '[' ? opens(c) : c == '}' || c == ']' ? closes(c) : separates(c);
        }
    }

    bool opens(char c)
    {
        if ((!expectsValue() && m_expects != Expects::Document) || m_levels.size() >= kMaxNesting) {
            return false;
        }
        const QByteArray name = m_levels.isEmpty() || c == '{' ? QByteArray() : m_levels.last().name;
        m_levels.append({.isObject = c == '{', .name = name});
        m_expects = c == '{' ? Expects::NameOrEnd : Expects::ValueOrEnd;
        return true;
    }

    bool closes(char c)
    {
        const Expects empty = c == '}' ? Expects::NameOrEnd : Expects::ValueOrEnd;
        if (m_levels.isEmpty() || m_levels.last().isObject != (c == '}')
            || (m_expects != Expects::CommaOrEnd && m_expects != empty)) {
            return false;
        }
        m_levels.removeLast();
        valueTaken();
        return true;
    }

    bool separates(char c)
    {
        if (m_expects != (c == ',' ? Expects::CommaOrEnd : Expects::Colon)) {
            return false;
        }
        m_expects = c == ',' && m_levels.last().isObject ? Expects::Name : Expects::Value;
        return true;
    }

    void takeString()
    {
        const qsizetype begin = m_at + 1;
        qsizetype end = begin;
        while (end < m_in.size() && m_in.at(end) != '"') {
            m_isJson = m_isJson
                && static_cast<unsigned char>(m_in.at(end)) >= ' '; // a line break: a quote is missing
            end += m_in.at(end) == '\\' ? 2 : 1;
        }
        end = std::min(end, m_in.size());
        m_at = std::min(end + 1, m_in.size());
        const QByteArray text = m_in.mid(begin, end - begin);
        m_isJson = m_isJson && (expectsName() || expectsValue());
        const bool isKept = !m_isJson ? nameFollows() && m_names.contains(text)
            : expectsName()           ? isPlainName(text)
                                      : isNumberInText(text);
        if (!isKept) {
            maskString(m_in, begin, end, m_out);
        }
        if (m_isJson && expectsName()) {
            m_levels.last().name = isKept ? text : QByteArray();
            m_expects = Expects::Colon;
            if (isKept) {
                m_names.insert(text);
            }
        } else if (m_isJson) {
            valueTaken();
        }
    }

    [[nodiscard]] bool isNumberInText(const QByteArray &text) const
    {
        return looksLikeTime(text)
            || (!m_levels.isEmpty() && namesNumbers(m_levels.last().name) && looksLikeId(text));
    }

    /// Whether a colon comes next, so that the string just read stands where a name does.
    [[nodiscard]] bool nameFollows() const
    {
        qsizetype next = m_at;
        while (next < m_in.size() && (m_in.at(next) == ' ' || m_in.at(next) == '\n')) {
            ++next;
        }
        return next < m_in.size() && m_in.at(next) == ':';
    }

    /// Whether no word goes on at `at`.
    [[nodiscard]] bool endsAt(qsizetype at) const
    {
        return at < 0 || at >= m_in.size()
            || (!isWordCharacter(m_in.at(at)) && static_cast<unsigned char>(m_in.at(at)) < 0x80
                && m_in.at(at) != '.');
    }

    bool takeLiteral()
    {
        for (const QByteArrayView word :
            {QByteArrayView("true"), QByteArrayView("false"), QByteArrayView("null")}) {
            if (!QByteArrayView(m_in).sliced(m_at).startsWith(word) || !endsAt(m_at - 1)
                || !endsAt(m_at + word.size())) {
                continue;
            }
            m_at += word.size();
            valueMadeSense();
            return true;
        }
        return false;
    }

    bool takeNumber()
    {
        if (!m_isJson || !expectsValue()) {
            return false;
        }
        const qsizetype end = endOfNumber();
        if (end < 0 || !endsAt(end)) {
            return false;
        }
        m_at = end;
        valueMadeSense();
        return true;
    }

    void valueMadeSense()
    {
        m_isJson = m_isJson && expectsValue();
        if (m_isJson) {
            valueTaken();
        }
    }

    /// Where the number that begins here ends (RFC 8259, 6); -1 when none does.
    [[nodiscard]] qsizetype endOfNumber() const
    {
        qsizetype at = m_at + (m_in.at(m_at) == '-' ? 1 : 0);
        const qsizetype whole = at;
        at = afterDigits(at);
        if (at == whole || (m_in.at(whole) == '0' && at > whole + 1)) {
            return -1;
        }
        if (at < m_in.size() && m_in.at(at) == '.') {
            const qsizetype fraction = ++at;
            at = afterDigits(at);
            if (at == fraction) {
                return -1;
            }
        }
        if (at < m_in.size() && (m_in.at(at) == 'e' || m_in.at(at) == 'E')) {
            ++at;
            at += at < m_in.size() && (m_in.at(at) == '+' || m_in.at(at) == '-') ? 1 : 0;
            const qsizetype exponent = at;
            at = afterDigits(at);
            if (at == exponent) {
                return -1;
            }
        }
        return at;
    }

    [[nodiscard]] qsizetype afterDigits(qsizetype at) const
    {
        while (at < m_in.size() && isDigit(m_in.at(at))) {
            ++at;
        }
        return at;
    }

    const QByteArray m_in;
    QByteArray m_out;
    qsizetype m_at = 0;
    bool m_isJson = true; // up to here
    Expects m_expects = Expects::Value;
    QList<Level> m_levels;
    QSet<QByteArray> m_names; // seen while it was JSON
};

bool mayBeShown(const QByteArray &header)
{
    static const QSet<QByteArray> plain{"age", "api-version", "cache-control", "connection",
        "content-encoding", "content-length", "content-type", "date", "etag", "expires",
        "facebook-api-version", "last-modified", "retry-after", "server", "transfer-encoding", "vary",
        "x-access-level", "x-ad-account-usage", "x-app-usage", "x-business-use-case-usage", "x-fb-rev",
        "x-fb-trace-id", "x-page-usage", "x-pinterest-rid", "x-response-time", "x-transaction-id"};
    return plain.contains(header) || header.startsWith("x-rate-limit-") || header.startsWith("x-ratelimit-")
        || header.startsWith("x-app-limit-") || header.startsWith("x-user-limit-");
}
} // namespace

QByteArray redactBody(const QByteArray &body)
{
    return Redactor(body).run();
}

QHash<QByteArray, QByteArray> redactHeaders(const QHash<QByteArray, QByteArray> &headers)
{
    QHash<QByteArray, QByteArray> redacted;
    for (auto header = headers.begin(); header != headers.end(); ++header) {
        redacted.insert(header.key(), mayBeShown(header.key()) ? header.value() : maskedText(header.value()));
    }
    return redacted;
}

} // namespace fw
