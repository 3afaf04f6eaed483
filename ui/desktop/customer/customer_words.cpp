#include "ui/desktop/customer/customer_words.h"

#include "ui/desktop/theme/paint.h"
#include "ui/desktop/widgets/words.h"

#include <QLocale>

namespace fw::ui {

using namespace Qt::StringLiterals;

QString CustomerWords::of(Purpose purpose)
{
    switch (purpose) {
    case Purpose::LinkSocial:
        return tr("Who they are on networks");
    case Purpose::Purchases:
        return tr("Purchases");
    case Purpose::Loyalty:
        return tr("Points");
    case Purpose::Preferences:
        return tr("Likes and sizes");
    case Purpose::StoreVisits:
        return tr("Store visits");
    case Purpose::Recommendations:
        return tr("Suggestions");
    }
    Q_UNREACHABLE();
}

QString CustomerWords::of(FactKind kind)
{
    switch (kind) {
    case FactKind::Record:
        return tr("Name and contacts");
    case FactKind::Identities:
        return tr("Other accounts");
    case FactKind::Orders:
        return tr("Orders");
    case FactKind::Loyalty:
        return tr("Points");
    case FactKind::Preferences:
        return tr("Likes");
    case FactKind::StoreVisits:
        return tr("Store visits");
    }
    Q_UNREACHABLE();
}

QString CustomerWords::why(const HiddenFact &hidden)
{
    return hidden.withdrawnAt ? tr("hidden: not agreed to any more") : tr("hidden: nobody agreed to it");
}

QString CustomerWords::because(const LinkEvidence &evidence)
{
    const QString what = oneLine(evidence.text);
    switch (evidence.reason) {
    case LinkReason::NamedAccount:
        return tr("named the account %1 to us").arg(what);
    case LinkReason::EmailGiven:
        return tr("gave the e-mail address %1").arg(what);
    case LinkReason::PhoneGiven:
        return tr("gave the telephone number %1").arg(what);
    case LinkReason::OrderQuoted:
        return tr("quoted the order %1").arg(what);
    case LinkReason::SameHandle:
        return tr("is called %1 on another network").arg(what);
    case LinkReason::NameAndCity:
        return tr("same name and city: %1").arg(what);
    }
    Q_UNREACHABLE();
}

QString CustomerWords::confidence(double confidence)
{
    return tr("%1 %").arg(QLocale().toString(qRound(confidence * 100)));
}

QString CustomerWords::title(const Order &order)
{
    const QString first = order.lines.isEmpty() ? QString() : oneLine(order.lines.first().title);
    return first.isEmpty() ? oneLine(order.number) : tr("%1 · %2").arg(oneLine(order.number), first);
}

QString CustomerWords::points(const LoyaltyEvent &newest)
{
    const QString count = tr("%1 points").arg(QLocale().toString(newest.points));
    return newest.tier.isEmpty() ? count : tr("%1, %2").arg(count, oneLine(newest.tier));
}

QString CustomerWords::field(const QString &name)
{
    if (name == "name"_L1) {
        return tr("Name");
    }
    if (name == "account"_L1) {
        return tr("Account");
    }
    if (name == "email"_L1) {
        return tr("E-mail");
    }
    return name == "phone"_L1 ? tr("Telephone") : tr("Order");
}

QString CustomerWords::whyNotRefreshed(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Offline:
        return tr("the source cannot be reached");
    case ErrorCode::Timeout:
        return tr("no answer in time");
    case ErrorCode::Unauthorised:
    case ErrorCode::Forbidden:
        return tr("the source does not let us in");
    case ErrorCode::NotFound:
        return tr("the source does not know this customer");
    case ErrorCode::MalformedAnswer:
        return tr("part of the answer cannot be used");
    default:
        return tr("the source reports an error");
    }
}

QString CustomerWords::of(const Freshness &freshness, Instant now)
{
    const QString asOf = freshness.answeredAt
        ? tr("As of %1.").arg(Words::clockTime(*freshness.answeredAt, now))
        : tr("As it was imported.");
    if (freshness.isUnderWay) {
        return tr("%1 Being refreshed…").arg(asOf);
    }
    return freshness.failure
        ? tr("%1 Could not be refreshed: %2.").arg(asOf, whyNotRefreshed(freshness.failure->code))
        : asOf;
}

} // namespace fw::ui
