#pragma once

#include "app/model/account.h"
#include "app/model/limits.h"

#include <QHash>
#include <QSet>

namespace fw::twitter {

/// What the network charges for one of each thing, in millionths of a US dollar.
struct Prices {
    QHash<QString, qint64> microUsd = {};
    bool operator==(const Prices &) const = default;
};

/// The built-in table (resources/prices/twitter.json) with `account.settings["prices"]` laid over it: {"post-read": 5000, …}. Nothing costs anything
/// with settings["access"] == "enterprise", which is paid for by contract, unless the settings say so.
[[nodiscard]] Prices pricesFor(const Account &account);

/// `count` of `thing`; a thing without a price costs nothing.
[[nodiscard]] Charge chargeOf(const Prices &prices, const QString &thing, int count = 1);

/// What a post with this text costs. Whether a summoned reply with a link has the price of the one or of the other is not documented: the
/// dearer is taken.
[[nodiscard]] Charge costOf(const Prices &prices, const QString &text, bool isSummoned);

/// What was paid for today: the same post, person or message read twice within a day (UTC) is charged once.
/// Kept in memory only, so after a restart the estimate is rather too high. Source: docs.x.com/x-api/getting-started/pricing.
class PaidToday
{
public:
    /// How many of `ids` were not yet paid for on the day of `now`; they are now.
    [[nodiscard]] int payFor(const QString &thing, const QStringList &ids, Instant now);

private:
    qint64 m_day = 0;
    QSet<QString> m_paid;
};

} // namespace fw::twitter
