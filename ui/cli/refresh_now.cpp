#include "ui/cli/refresh_now.h"

#include "app/customers/refresh/refresh.h"
#include "app/customers/refresh/refresh_watch.h"
#include "ui/cli/json_output.h"
#include "ui/wiring/record_sources.h"

#include <QTimer>

namespace fw::cli {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr milliseconds kBetweenLooks = 50ms;

void pause(milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}
} // namespace

Result<std::optional<Freshness>> refreshNow(
    const Invocation &call, wiring::Workplace &workplace, CustomerId customer)
{
    Refresh refresh(workplace.store());
    auto fresh = await(refresh.want(customer, call.value(u"agent"_s), true));
    std::optional<RefreshWatch> ours;
    if (!workplace.isTeam()) {
        ours.emplace(workplace.store(), wiring::recordSources(workplace.folder()));
    }
    while (fresh && *fresh && (*fresh)->isUnderWay) { // freshness() itself gives up after a while
        pause(kBetweenLooks);
        fresh = await(refresh.freshness(customer));
    }
    return fresh;
}

QJsonObject toJson(const Freshness &freshness)
{
    return {{u"as_of"_s, freshness.answeredAt ? QJsonValue(toIso(*freshness.answeredAt)) : QJsonValue()},
        {u"is_under_way"_s, freshness.isUnderWay},
        {u"error"_s, freshness.failure ? QJsonValue(toString(freshness.failure->code)) : QJsonValue()},
        {u"detail"_s, freshness.failure ? QJsonValue(freshness.failure->detail) : QJsonValue()}};
}

QString sentence(const Freshness &freshness)
{
    const QString asOf
        = freshness.answeredAt ? u"as of "_s + toIso(*freshness.answeredAt) : u"as it was imported"_s;
    if (freshness.failure) {
        return u"%1; could not be refreshed: %2"_s.arg(asOf, freshness.failure->detail);
    }
    return freshness.isUnderWay ? asOf + u"; being refreshed"_s : asOf;
}

} // namespace fw::cli
