#pragma once

#include "app/core/clock.h"

#include <QMap>
#include <QStringList>

#include <optional>

namespace fw::sandbox::facebook {

enum class TokenKind { Page, User, App };

struct Token {
    TokenKind kind = TokenKind::Page;
    std::optional<Instant> expiresAt = {}; // empty: never
    int deadSubcode = 0;                   // 0: alive; else what 190 is refined with
    QStringList scopes = {};
};

/// The access tokens there are. Thread: the sandbox's.
class Tokens
{
public:
    /// No page tokens given: every token nobody knows is one.
    Tokens(const QStringList &pageTokens, const QStringList &userTokens);

    /// Empty: no such token.
    [[nodiscard]] std::optional<Token> find(const QString &text, Instant now) const;
    /// A new token, written into `text`.
    [[nodiscard]] QString issue(const Token &token);
    void put(const QString &text, const Token &token) { m_tokens.insert(text, token); }
    /// The token /me/accounts gives; made once.
    [[nodiscard]] QString pageToken();
    /// 0 revives.
    void setDead(const QString &text, int subcode);

private:
    QMap<QString, Token> m_tokens;
    bool m_takesAny = false;
    QString m_pageToken = {};
    int m_issued = 0;
};

} // namespace fw::sandbox::facebook
