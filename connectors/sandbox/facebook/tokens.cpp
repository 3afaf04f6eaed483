#include "connectors/sandbox/facebook/tokens.h"

#include <QCryptographicHash>

namespace fw::sandbox::facebook {

using namespace Qt::StringLiterals;

namespace {
constexpr int kExpired = 463;
} // namespace

Tokens::Tokens(const QStringList &pageTokens, const QStringList &userTokens)
    : m_takesAny(pageTokens.isEmpty())
{
    for (const QString &text : pageTokens) {
        m_tokens.insert(text, {.kind = TokenKind::Page});
    }
    for (const QString &text : userTokens) {
        m_tokens.insert(text, {.kind = TokenKind::User});
    }
}

std::optional<Token> Tokens::find(const QString &text, Instant now) const
{
    const auto found = m_tokens.constFind(text);
    if (found == m_tokens.constEnd()) {
        return m_takesAny && !text.isEmpty() ? std::optional(Token{}) : std::nullopt;
    }
    Token token = *found;
    if (token.expiresAt && *token.expiresAt <= now && token.deadSubcode == 0) {
        token.deadSubcode = kExpired;
    }
    return token;
}

QString Tokens::issue(const Token &token)
{
    const QByteArray hash
        = QCryptographicHash::hash("facebook " + QByteArray::number(++m_issued), QCryptographicHash::Sha256);
    QString text = u"EAAB"_s + QString::fromLatin1(hash.toHex());
    m_tokens.insert(text, token);
    return text;
}

QString Tokens::pageToken()
{
    if (m_pageToken.isEmpty()) {
        m_pageToken = issue({.kind = TokenKind::Page});
    }
    return m_pageToken;
}

void Tokens::setDead(const QString &text, int subcode)
{
    Token token = m_tokens.value(text);
    token.deadSubcode = subcode;
    m_tokens.insert(text, token);
}

} // namespace fw::sandbox::facebook
