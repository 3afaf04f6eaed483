#include "app/model/search_query.h"

#include <QDate>
#include <QTimeZone>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
/// A part of what was typed, as it stands there.
struct Token {
    QString key = {}; // before the colon; empty: a word
    QString value = {};
    bool isQuoted = false;
    bool isPrefix = false;
    qsizetype at = 0;
};

class Tokens final
{
public:
    explicit Tokens(const QString &typed) : m_typed(typed) { }

    /// The next one; nothing at the end.
    std::optional<Token> next()
    {
        while (m_at < m_typed.size() && m_typed[m_at].isSpace()) {
            ++m_at;
        }
        if (m_at == m_typed.size()) {
            return std::nullopt;
        }
        Token token{.at = m_at};
        const qsizetype begin = m_at;
        while (m_at < m_typed.size() && m_typed[m_at].isLetter()) {
            ++m_at;
        }
        if (m_at > begin && m_at < m_typed.size() && m_typed[m_at] == u':') {
            token.key = m_typed.mid(begin, m_at - begin).toLower();
            ++m_at;
        } else {
            m_at = begin;
        }
        readValue(token);
        return token;
    }

private:
    void readValue(Token &token)
    {
        token.isQuoted = m_at < m_typed.size() && m_typed[m_at] == u'"';
        const auto isEnd = [&token](QChar c) { return token.isQuoted ? c == u'"' : c.isSpace(); };
        m_at += token.isQuoted ? 1 : 0;
        const qsizetype begin = m_at;
        while (m_at < m_typed.size() && !isEnd(m_typed[m_at])) {
            ++m_at;
        }
        token.value = m_typed.mid(begin, m_at - begin).simplified();
        m_at += token.isQuoted && m_at < m_typed.size() ? 1 : 0;
        if (token.isQuoted) {
            token.isPrefix = m_at < m_typed.size() && m_typed[m_at] == u'*';
            m_at += token.isPrefix ? 1 : 0;
        } else if (token.value.endsWith(u'*')) {
            token.isPrefix = true;
            token.value.chop(1);
        }
    }

    const QString &m_typed;
    qsizetype m_at = 0;
};

Error refused(const Token &token, const QString &help)
{
    return {.code = ErrorCode::Usage,
        .detail = u"%1:%2 (at %3): %4"_s.arg(token.key, token.value).arg(token.at + 1).arg(help)};
}

Done readDay(const Token &token, const QTimeZone &zone, bool isBefore, std::optional<Instant> &at)
{
    const QDate day = QDate::fromString(token.value, Qt::ISODate);
    if (!day.isValid()) {
        return Failure(refused(token, u"say a day, like 2026-11-22"_s));
    }
    at = instantFromMs((isBefore ? day : day.addDays(1)).startOfDay(zone).toMSecsSinceEpoch());
    return {};
}

Done readState(const Token &token, SearchQuery &query)
{
    if (token.value == "failed"_L1) {
        query.isFailed = true;
    } else if (token.value == "leaving"_L1) {
        query.isLeaving = true;
    } else if (token.value == "ours"_L1 || token.value == "theirs"_L1) {
        query.direction = token.value == "ours"_L1 ? Direction::Outbound : Direction::Inbound;
    } else {
        query.state = conversationStateFromString(token.value);
        if (toString(*query.state) != token.value) {
            return Failure(refused(token,
                u"say waiting, waiting-for-customer, snoozed, resolved, archived, failed, leaving, ours or theirs"_s));
        }
    }
    return {};
}

Done readNetwork(const Token &token, SearchQuery &query)
{
    query.network = networkFromString(token.value.toLower());
    return query.network ? Done() : Failure(refused(token, u"say twitter, facebook or pinterest"_s));
}

Done readLane(const Token &token, SearchQuery &query)
{
    query.lane = laneFromString(token.value);
    return toString(*query.lane) == token.value ? Done()
                                                : Failure(refused(token, u"say public or private"_s));
}

bool isOperator(const QString &key)
{
    static const QStringList known{
        u"from"_s, u"tag"_s, u"network"_s, u"account"_s, u"lane"_s, u"is"_s, u"before"_s, u"after"_s};
    return known.contains(key);
}

Done readOperator(const Token &token, const QTimeZone &zone, SearchQuery &query)
{
    if (token.value.isEmpty()) {
        return Failure(refused(token, u"say what, right after the colon"_s));
    }
    if (token.key == "from"_L1) {
        query.from.append(token.value.startsWith(u'@') ? token.value.mid(1) : token.value);
    } else if (token.key == "tag"_L1) {
        query.tags.append(token.value.toLower());
    } else if (token.key == "account"_L1) {
        query.account = token.value;
    } else if (token.key == "network"_L1) {
        return readNetwork(token, query);
    } else if (token.key == "lane"_L1) {
        return readLane(token, query);
    } else if (token.key == "is"_L1) {
        return readState(token, query);
    } else {
        const bool isBefore = token.key == "before"_L1;
        return readDay(token, zone, isBefore, isBefore ? query.before : query.since);
    }
    return {};
}

bool hasLetterOrNumber(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); });
}
} // namespace

Result<SearchQuery> parseSearch(const QString &typed, const QTimeZone &zone)
{
    SearchQuery query;
    Tokens tokens(typed);
    while (auto token = tokens.next()) {
        if (isOperator(token->key)) {
            if (const Done read = readOperator(*token, zone, query); !read) {
                return Failure(read.error());
            }
            continue;
        }
        const QString text = token->key.isEmpty() ? token->value : token->key + u' ' + token->value;
        if (hasLetterOrNumber(text)) {
            query.terms.append({.text = text.simplified(), .isPrefix = token->isPrefix});
        }
    }
    if (query == SearchQuery()) {
        return Failure({.code = ErrorCode::Usage,
            .detail
            = u"say what to look for: words, \"words in a row\", begin*, from:, tag:, is:, network:, before:, after:"_s});
    }
    return query;
}

} // namespace fw
