#pragma once

#include "connectors/sandbox/http.h"

#include <QJsonArray>

namespace fw::sandbox::twitter {

/// One parameter an invalid-request problem names.
struct BadParameter {
    QString name = {}; // empty: the body
    QString value = {};
    QString message = {};
};

/// The usual body of a status: `{"title","detail","type":"about:blank","status"}`; 402 is CreditsDepleted. Source: docs.x.com/x-api/
/// fundamentals/response-codes-and-errors and answers seen on the wire.
[[nodiscard]] HttpAnswer problem(int status, const QString &detail = {});
/// 429 `usage-capped`: the plan's cap of `period` ("Daily", "Monthly") and `scope` ("Account", "Product") is reached. Its account_id is a bare number.
[[nodiscard]] HttpAnswer capped(const QString &period, const QString &scope);
/// 403 in the older shape of errors: 226 "might be automated", 326 locked, 185 too many posts.
[[nodiscard]] HttpAnswer refusedWithCode(int code);
/// 400 `invalid-request` with its nested `errors`.
[[nodiscard]] HttpAnswer invalidRequest(const QList<BadParameter> &parameters);
/// An entry of `errors` beside `data`: something asked for is not there. `resource` is "user" or "tweet". `usesPostNames`: its type has the host of
/// the newer description.
[[nodiscard]] QJsonObject notFound(
    const QString &resource, const QString &parameter, const QString &value, bool usesPostNames = false);

} // namespace fw::sandbox::twitter
