#include "connectors/twitter/twitter_session.h"

#include "app/core/async.h"

#include <QJsonDocument>

namespace fw::twitter {

namespace {
using namespace Qt::StringLiterals;

std::optional<milliseconds> deadlineOf(const Account &account)
{
    const qint64 ms = account.settings.value(u"deadline_ms"_s).toInteger();
    return ms > 0 ? std::optional(milliseconds(ms)) : std::nullopt;
}
} // namespace

Session::Session(const Account &forAccount, TokenSource source, const Clock &time)
    : account(forAccount)
    , token(std::move(source))
    , clock(time)
    , vocabulary(vocabularyOf(forAccount))
    , deadline(deadlineOf(forAccount))
    , prices(pricesFor(forAccount))
{
}

bool Session::isEnterprise() const
{
    return account.settings.value(u"access"_s) == "enterprise"_L1;
}

QFuture<HttpAnswer> Session::read(const QUrl &url)
{
    const Result<QByteArray> bearer = token();
    return bearer ? http.get({.url = url, .bearer = *bearer, .deadline = deadline})
                  : ready(HttpAnswer{.error = bearer.error()});
}

QFuture<HttpAnswer> Session::write(const QByteArray &method, const QUrl &url, const QJsonObject &body)
{
    const Result<QByteArray> bearer = token();
    if (!bearer) {
        return ready(HttpAnswer{.error = bearer.error()});
    }
    const bool hasBody = !body.isEmpty();
    return http.write({.method = method,
        .url = url,
        .body = hasBody ? QJsonDocument(body).toJson(QJsonDocument::Compact) : QByteArray(),
        .bearer = *bearer,
        .deadline = deadline});
}

void Session::charge(const QString &thing, const QStringList &ids, CallFacts &facts)
{
    const Charge charge = chargeOf(prices, thing, paid.payFor(thing, ids, now()));
    if (charge.microUsd > 0) {
        facts.charges.append(charge);
    }
}

} // namespace fw::twitter
