#include "app/model/customer.h"

#include <algorithm>
#include <array>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
struct PurposeName {
    Purpose purpose;
    const char *name;
};
constexpr std::array kPurposes = {PurposeName{Purpose::LinkSocial, "link-social"},
    PurposeName{Purpose::Purchases, "purchases"}, PurposeName{Purpose::Loyalty, "loyalty"},
    PurposeName{Purpose::Preferences, "preferences"}, PurposeName{Purpose::StoreVisits, "store-visits"},
    PurposeName{Purpose::Recommendations, "recommendations"}};
} // namespace

Purpose purposeOf(FactKind kind)
{
    switch (kind) {
    case FactKind::Orders:
        return Purpose::Purchases;
    case FactKind::Loyalty:
        return Purpose::Loyalty;
    case FactKind::Preferences:
        return Purpose::Preferences;
    case FactKind::StoreVisits:
        return Purpose::StoreVisits;
    case FactKind::Record:
    case FactKind::Identities:
        break;
    }
    return Purpose::LinkSocial;
}

QString toString(Purpose purpose)
{
    const auto *found = std::find_if(kPurposes.begin(), kPurposes.end(),
        [purpose](const PurposeName &name) { return name.purpose == purpose; });
    return QString::fromLatin1(found->name);
}

std::optional<Purpose> purposeFromString(const QString &name)
{
    const auto *found = std::find_if(kPurposes.begin(), kPurposes.end(),
        [&name](const PurposeName &known) { return name == QLatin1StringView(known.name); });
    return found == kPurposes.end() ? std::nullopt : std::optional(found->purpose);
}

const QList<Purpose> &allPurposes()
{
    static const QList<Purpose> all = [] {
        QList<Purpose> list;
        std::transform(kPurposes.begin(), kPurposes.end(), std::back_inserter(list),
            [](const PurposeName &name) { return name.purpose; });
        return list;
    }();
    return all;
}

QString toString(FactKind kind)
{
    switch (kind) {
    case FactKind::Record:
        return u"record"_s;
    case FactKind::Identities:
        return u"identities"_s;
    case FactKind::Orders:
        return u"orders"_s;
    case FactKind::Loyalty:
        return u"loyalty"_s;
    case FactKind::Preferences:
        return u"preferences"_s;
    case FactKind::StoreVisits:
        break;
    }
    return u"store-visits"_s;
}

QString Customer::named(Network network) const
{
    return network == Network::Twitter ? twitter : network == Network::Facebook ? facebook : pinterest;
}

} // namespace fw
