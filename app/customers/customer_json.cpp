#include "app/customers/customer_json.h"

namespace fw {

using namespace Qt::StringLiterals;

QJsonObject toJson(const LoyaltyEvent &event)
{
    return {{u"at"_s, toIso(event.at)}, {u"tier"_s, event.tier}, {u"points_change"_s, event.pointsChange},
        {u"points"_s, event.points}, {u"reason"_s, event.reason}, {u"source"_s, event.source}};
}

QJsonObject toJson(const Preference &preference)
{
    return {{u"preference"_s, preference.preference}, {u"value"_s, preference.value},
        {u"at"_s, toIso(preference.at)}, {u"source"_s, preference.source}};
}

QJsonObject toJson(const StoreVisit &visit)
{
    return {{u"store"_s, visit.store}, {u"at"_s, toIso(visit.at)}, {u"zone"_s, visit.zone},
        {u"seconds"_s, qint64(visit.duration.count())}, {u"source"_s, visit.source}};
}

} // namespace fw
