#include "app/customers/next_best/next_best.h"
#include "ui/cli/customer_output.h"

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

QString nameOf(const QString &product, const QString &title)
{
    return title.isEmpty() ? product : u"%1 (%2)"_s.arg(title, product);
}

QString reasonOf(const ProductAdvice &advice)
{
    const QString share = u"%1 % of %2 baskets"_s.arg(advice.percent()).arg(advice.baskets);
    return advice.bought.isEmpty()
        ? u"among the most bought: in %1"_s.arg(share)
        : u"bought together in %1 with %2"_s.arg(share, nameOf(advice.bought, advice.boughtTitle));
}

QString hoursOf(const MomentAdvice &moment)
{
    return u"between %1:00 and %2:00"_s.arg(moment.fromHour, 2, 10, QLatin1Char('0'))
        .arg(moment.toHour, 2, 10, QLatin1Char('0'));
}

QString reasonOf(const MomentAdvice &moment)
{
    return moment.said.isEmpty() ? u"wrote %1 of %2 times %3 (%4)"_s.arg(QString::number(moment.times),
               QString::number(moment.ofTimes), hoursOf(moment), QString::fromUtf8(moment.zone))
                                 : u"asked for it"_s;
}

QString reasonOf(const NetworkAdvice &network)
{
    return network.isSaid
        ? u"asked for it"_s
        : u"wrote there %1 times, %2 of them answered"_s.arg(network.written).arg(network.answered);
}

QString reasonOf(const WithheldPurpose &withheld)
{
    return withheld.withdrawnAt ? u"hidden: consent to %1 was withdrawn on %2"_s.arg(
               toString(withheld.needs), toIso(*withheld.withdrawnAt))
                                : u"hidden: nobody agreed to %1"_s.arg(toString(withheld.needs));
}

QJsonObject toJson(const ProductAdvice &advice)
{
    const PlaceStock &at = advice.at;
    return {{u"product"_s, advice.product}, {u"variant"_s, advice.variant}, {u"title"_s, advice.title},
        {u"bought"_s, advice.bought.isEmpty() ? QJsonValue() : QJsonValue(advice.bought)},
        {u"together"_s, advice.together}, {u"baskets"_s, advice.baskets}, {u"percent"_s, advice.percent()},
        {u"reason"_s, reasonOf(advice)},
        {u"at"_s,
            QJsonObject{{u"place"_s, at.level.place}, {u"place_kind"_s, at.level.placeKind},
                {u"free"_s, at.free()}, {u"as_of"_s, toIso(at.level.asOf)},
                {u"kilometres"_s, at.kilometres ? QJsonValue(*at.kilometres) : QJsonValue()}}}};
}

QJsonObject toJson(const MomentAdvice &moment)
{
    const bool isSaid = !moment.said.isEmpty();
    return {{u"said"_s, isSaid ? QJsonValue(moment.said) : QJsonValue()},
        {u"from_hour"_s, isSaid ? QJsonValue() : QJsonValue(moment.fromHour)},
        {u"to_hour"_s, isSaid ? QJsonValue() : QJsonValue(moment.toHour)},
        {u"time_zone"_s, QString::fromUtf8(moment.zone)}, {u"times"_s, moment.times},
        {u"of_times"_s, moment.ofTimes}, {u"reason"_s, reasonOf(moment)}};
}

QJsonObject toJson(const NetworkAdvice &network)
{
    return {{u"network"_s, toString(network.network)}, {u"asked_for"_s, network.isSaid},
        {u"written"_s, network.written}, {u"answered"_s, network.answered},
        {u"last_at"_s, network.lastAt ? QJsonValue(toIso(*network.lastAt)) : QJsonValue()},
        {u"reason"_s, reasonOf(network)}};
}

QJsonObject toJson(const NextBest &best)
{
    QJsonArray products;
    for (const ProductAdvice &advice : best.products) {
        products.append(toJson(advice));
    }
    QJsonArray hidden;
    for (const WithheldPurpose &withheld : best.withheld) {
        hidden.append(QJsonObject{{u"needs"_s, toString(withheld.needs)},
            {u"withdrawn_at"_s,
                withheld.withdrawnAt ? QJsonValue(toIso(*withheld.withdrawnAt)) : QJsonValue()},
            {u"why"_s, reasonOf(withheld)}});
    }
    return {{u"customer"_s, best.customer.toString()}, {u"products"_s, products},
        {u"moment"_s, best.moment ? QJsonValue(toJson(*best.moment)) : QJsonValue()},
        {u"network"_s, best.network ? QJsonValue(toJson(*best.network)) : QJsonValue()},
        {u"hidden"_s, hidden}};
}

void tell(const Invocation &call, const NextBest &best)
{
    for (const ProductAdvice &advice : best.products) {
        const QString product
            = nameOf(u"%1 %2"_s.arg(advice.product, advice.variant).trimmed(), advice.title);
        call.terminal.line(u"%1: %2; %3 in %4"_s.arg(
            product, reasonOf(advice), QString::number(advice.at.free()), advice.at.level.place));
    }
    if (best.moment) {
        const QString when = best.moment->said.isEmpty() ? hoursOf(*best.moment) : best.moment->said;
        call.terminal.line(u"%1: %2"_s.arg(when, reasonOf(*best.moment)));
    }
    if (best.network) {
        call.terminal.line(u"%1: %2"_s.arg(toString(best.network->network), reasonOf(*best.network)));
    }
    for (const WithheldPurpose &withheld : best.withheld) {
        call.terminal.line(u"  "_s + reasonOf(withheld));
    }
}

/// On a team's database the service does it.
Done countBaskets(const Invocation &call, NextBestDesk &desk)
{
    if (call.isTeam()) {
        return {};
    }
    while (true) {
        const auto counted = await(desk.catchUp());
        if (!counted || *counted == 0) {
            return counted ? Done() : Done(Failure(counted.error()));
        }
    }
}

Done runNext(const Invocation &call)
{
    const QString word = call.words.value(0);
    if (word.isEmpty()) {
        return Failure({.code = ErrorCode::Usage, .detail = u"say whose: customer next CUSTOMER"_s});
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto customer = customerNamed(**workplace, word);
    if (!customer) {
        return Failure(customer.error());
    }
    NextBestDesk desk((*workplace)->store());
    if (const Done counted = countBaskets(call, desk); !counted) {
        return counted;
    }
    const auto best = await(desk.look({.customer = *customer, .agent = call.value(u"agent"_s)}));
    if (!best) {
        return Failure(best.error());
    }
    if (call.isJson) {
        call.terminal.json(toJson(*best));
    } else {
        tell(call, *best);
    }
    return {};
}
} // namespace

QList<Command> nextBestCommands()
{
    return {{.name = u"customer next"_s,
        .arguments = u"CUSTOMER"_s,
        .summary
        = u"What to offer a customer next, when and on which network, and why; it is written down who looked."_s,
        .options = {agentOption(u"Who looks."_s)},
        .run = &runNext}};
}

} // namespace fw::cli
