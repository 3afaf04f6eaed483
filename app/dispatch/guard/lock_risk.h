#pragma once

#include "app/model/account.h"
#include "app/network/limit_table.h"
#include "app/store/database.h"

namespace fw {

/// One reason for which networks lock accounts.
struct RiskPart {
    QString name = {};  // "burst", "repetition", "links", "unsolicited", "refusals"
    int value = 0;      // 0 to 100
    QString lower = {}; // what was seen, and what would lower it: one sentence in English; empty at 0
    bool operator==(const RiskPart &) const = default;
};

/// How close to the wind an account sails.
struct LockRisk {
    int value = 0; // 0 to 100; at least that of its worst part, weighted
    QList<RiskPart> parts = {};
    bool operator==(const LockRisk &) const = default;
};

/// What the risk is told from. Counts of a day unless they say otherwise.
struct RiskFacts {
    int latest = 0;   // writes of the last quarter of an hour
    double usual = 0; // writes in a usual quarter of an hour in which there were any, over the last two days
    double fullest = 0; // share of the fullest window by which replies leave, 0 to 1
    int replies = 0;    // public replies that left or may leave
    int repeated = 0;   // like an earlier one
    int withLink = 0;
    int unasked = 0;         // to people who had not addressed us
    int limited = 0;         // attempts refused for a limit
    int refused = 0;         // replies refused as duplicate, unasked or forbidden
    int verdicts = 0;        // about the account itself: spam, forbidden
    bool isHeldBack = false; // such a verdict stands
    bool operator==(const RiskFacts &) const = default;
};

/// Pure. Each part grows from 0 to 100 between two bounds; the parts are put together as chances are (one minus the product of what each leaves),
/// each with a weight, so that several small ones count. The bounds and weights are our own choice, from what networks say they act on: repeated and
/// unsolicited replies, links, bursts, and going on after refusals (docs.x.com: developer-guidelines; help.x.com: platform manipulation).
[[nodiscard]] LockRisk lockRiskOf(const RiskFacts &facts);

/// Thread: the database's. Cost: an index range over a day of replies.
[[nodiscard]] RiskFacts readRiskFacts(Database &db, const Account &account, const LimitTable &limits);

} // namespace fw
