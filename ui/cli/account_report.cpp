#include "ui/cli/account_report.h"

#include "ui/cli/json_output.h"

#include <QJsonArray>

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

constexpr int kGaps = 20;
constexpr int kAudienceDays = 90;

QJsonValue timeOrNull(const std::optional<Instant> &instant)
{
    return instant ? QJsonValue(toIso(*instant)) : QJsonValue(QJsonValue::Null);
}

QJsonObject toJson(const Gap &gap)
{
    return {{u"stream"_s, gap.stream}, {u"from"_s, timeOrNull(gap.from)}, {u"found_at"_s, toIso(gap.foundAt)},
        {u"refilled_at"_s, timeOrNull(gap.refilledAt)}, {u"reason"_s, gap.reason}, {u"detail"_s, gap.detail}};
}

QJsonObject costOf(const QList<Charge> &charges)
{
    QJsonObject things;
    qint64 total = 0;
    for (const Charge &charge : charges) {
        things.insert(
            charge.thing, QJsonObject{{u"count"_s, charge.count}, {u"usd"_s, dollars(charge.microUsd)}});
        total += charge.microUsd;
    }
    return {{u"usd"_s, dollars(total)}, {u"things"_s, things}};
}
} // namespace

AccountReport readAccountReport(Database &db, const Account &account)
{
    AccountStore accounts(db);
    LedgerStore ledger(db);
    return {.account = account,
        .streams = accounts.progress(account.id),
        .gaps = accounts.gaps(account.id, kGaps),
        .charges = ledger.charges(account.id, dayOf(db.now() + account.clockOffset)),
        .audience = ledger.audience(account.id, kAudienceDays)};
}

QJsonObject toJson(const AccountReport &report)
{
    QJsonArray streams;
    for (const StreamProgress &stream : report.streams) {
        streams.append(toJson(stream));
    }
    QJsonArray gaps;
    for (const Gap &gap : report.gaps) {
        gaps.append(toJson(gap));
    }
    QJsonArray audience;
    for (const AudienceCount &day : report.audience) {
        audience.append(QJsonObject{{u"day"_s, day.day}, {u"count"_s, day.count}});
    }
    QJsonObject json = toJson(report.account);
    json.insert(u"complete_up_to"_s, timeOrNull(completeUpTo(report.streams)));
    json.insert(u"streams"_s, streams);
    json.insert(u"gaps"_s, gaps);
    json.insert(u"audience"_s, audience);
    json.insert(u"cost_today"_s, costOf(report.charges));
    return json;
}

double dollars(qint64 microUsd)
{
    return static_cast<double>(microUsd) / 1e6;
}

} // namespace fw::cli
