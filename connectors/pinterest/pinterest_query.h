#pragma once

#include "app/core/clock.h"
#include "app/model/account.h"

#include <QMap>
#include <QUrl>

namespace fw::pinterest {

/// The address of `path` ("/pins") of the API v5 on the account's server. Its base URL may end in "/v5" or not.
[[nodiscard]] QUrl apiUrl(
    const Account &account, const QString &path, const QMap<QString, QString> &query = {});

/// `path` under `base`, which keeps its own path. Values of `query` are encoded, those in `path` must be already.
[[nodiscard]] QUrl urlUnder(const QString &base, const QString &path, const QMap<QString, QString> &query);

[[nodiscard]] QUrl accountUrl(const Account &account);
[[nodiscard]] QUrl ownPinsUrl(const Account &account, const QString &bookmark);
[[nodiscard]] QUrl boardsUrl(const Account &account, const QString &bookmark);
[[nodiscard]] QUrl boardPinsUrl(const Account &account, const QString &board, const QString &bookmark);
[[nodiscard]] QUrl pinUrl(const Account &account, const QString &pin);
/// Pins made by others in the last 30 days from the websites the account has claimed, at most 50, best first.
[[nodiscard]] QUrl topPinsUrl(const Account &account, Instant now);

/// Where people see the pin.
[[nodiscard]] QString pinPermalink(const QString &pin);

} // namespace fw::pinterest
