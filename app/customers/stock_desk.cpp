#include "app/customers/stock_desk.h"

#include "app/customers/customer_view.h"
#include "app/model/customer_keys.h"
#include "app/store/customer_store.h"
#include "app/store/hold_store.h"
#include "app/store/quote_store.h"
#include "app/store/stock_store.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr auto kLongestHold = std::chrono::days(30);
constexpr double kEarthKilometres = 6371;

struct Point {
    double latitude = 0;
    double longitude = 0;
};

double kilometres(Point a, Point b)
{
    const auto radians = [](double degrees) { return degrees * std::numbers::pi / 180; };
    const double north = std::sin(radians(b.latitude - a.latitude) / 2);
    const double east = std::sin(radians(b.longitude - a.longitude) / 2);
    const double part
        = north * north + std::cos(radians(a.latitude)) * std::cos(radians(b.latitude)) * east * east;
    return 2 * kEarthKilometres * std::asin(std::sqrt(std::min(1.0, part)));
}

std::optional<Point> pointOf(const StorePlace &place)
{
    return place.latitude ? std::optional(Point{*place.latitude, *place.longitude}) : std::nullopt;
}

/// The middle of the places that `isMeant`.
template <typename Meant>
std::optional<Point> middleOf(const QList<StorePlace> &places, Meant isMeant)
{
    Point sum;
    int count = 0;
    for (const StorePlace &place : places) {
        const auto point = pointOf(place);
        if (point && isMeant(place)) {
            sum.latitude += point->latitude;
            sum.longitude += point->longitude;
            ++count;
        }
    }
    return count == 0 ? std::nullopt : std::optional(Point{sum.latitude / count, sum.longitude / count});
}

/// Where the customer is thought to be, from what they agreed to.
std::optional<Point> homeOf(Database &db, CustomerId id, const QList<StorePlace> &places)
{
    const auto customer = CustomerStore(db).byId(id);
    if (!customer) {
        return std::nullopt;
    }
    const FactGate gate(db, id);
    std::optional<Point> home;
    if (gate.allows(FactKind::Preferences) && !customer->favouriteStore.isEmpty()) {
        home = middleOf(places, [favourite = foldedText(customer->favouriteStore)](const StorePlace &place) {
            return foldedText(place.place) == favourite || foldedText(place.title) == favourite;
        });
    }
    if (!home && gate.allows(FactKind::Record) && !customer->city.isEmpty()) {
        home = middleOf(places, [city = foldedText(customer->city)](const StorePlace &place) {
            return foldedText(place.city) == city;
        });
    }
    return home;
}

const StorePlace *placeNamed(const QList<StorePlace> &places, const QString &name)
{
    const auto found = std::find_if(
        places.begin(), places.end(), [&name](const StorePlace &place) { return place.place == name; });
    return found == places.end() ? nullptr : &*found;
}

bool isBefore(const PlaceStock &a, const PlaceStock &b)
{
    const bool isStoreA = a.level.placeKind == "store"_L1;
    const bool isStoreB = b.level.placeKind == "store"_L1;
    if (isStoreA != isStoreB) {
        return isStoreA;
    }
    constexpr double kFar = std::numeric_limits<double>::max();
    return a.kilometres.value_or(kFar) < b.kilometres.value_or(kFar);
}

} // namespace

QList<PlaceStock> stockNear(Database &db, const QString &product, const QString &variant, CustomerId near)
{
    const QList<StorePlace> places = StockStore(db).places();
    const auto home = homeOf(db, near, places);
    QList<PlaceStock> found;
    for (const StockLevel &level : StockStore(db).of(product, variant)) {
        PlaceStock stock{
            .level = level, .held = HoldStore(db).held(level.product, level.variant, level.place)};
        if (const StorePlace *place = placeNamed(places, level.place)) {
            stock.place = *place;
            const auto point = pointOf(*place);
            stock.kilometres = home && point ? std::optional(kilometres(*home, *point)) : std::nullopt;
        }
        found.append(stock);
    }
    std::stable_sort(found.begin(), found.end(), &isBefore);
    return found;
}

namespace {
Error nothingKnown(const QString &product, const QString &variant, const QString &place)
{
    return {.code = ErrorCode::NotFound,
        .detail = u"nothing is known of %1 %2 in %3; see: floorwalkerctl stock show %1"_s.arg(
            product, variant, place)};
}

std::optional<Error> whyNoHold(Database &db, const StockHold &request)
{
    const auto usage = [](const QString &why) { return Error{.code = ErrorCode::Usage, .detail = why}; };
    if (!CustomerStore(db).byId(request.customer)) {
        return Error{.code = ErrorCode::NotFound, .detail = u"no customer with that id"_s};
    }
    if (request.quantity < 1) {
        return usage(u"at least one has to be held"_s);
    }
    if (request.until <= db.now() || request.until > db.now() + kLongestHold) {
        return usage(u"say an end that lies ahead, at most 30 days"_s);
    }
    const auto live = QuoteStore(db).live(request.product, request.variant, request.place);
    if (!live) {
        return nothingKnown(request.product, request.variant, request.place);
    }
    return request.quantity > live->free
        ? std::optional(usage(u"only %1 of it are free there"_s.arg(std::max<qint64>(0, live->free))))
        : std::nullopt;
}

Result<StockHold> makeHold(Database &db, const StockHold &request)
{
    HoldStore(db).expire();
    if (const auto refusal = whyNoHold(db, request)) {
        return Failure(*refusal);
    }
    return HoldStore(db).add(request);
}

Result<StockHold> endHold(Database &db, HoldId id, const QString &agent, const QString &reason)
{
    HoldStore(db).expire();
    const auto hold = HoldStore(db).byId(id);
    if (!hold) {
        return Failure({.code = ErrorCode::NotFound, .detail = u"no hold with that id"_s});
    }
    if (hold->state != "held"_L1 || reason.trimmed().isEmpty()) {
        return Failure({.code = ErrorCode::Usage,
            .detail = hold->state != "held"_L1 ? u"it is over: %1"_s.arg(hold->state) : u"say a reason"_s});
    }
    HoldStore(db).release(*hold, agent, reason);
    return *HoldStore(db).byId(id);
}
} // namespace

QFuture<Result<QList<StockItem>>> StockDesk::find(const QString &text, int limit)
{
    return m_store.read([=](Database &db) { return StockStore(db).find(text, limit); });
}

QFuture<Result<QList<PlaceStock>>> StockDesk::levels(
    const QString &product, const QString &variant, CustomerId near)
{
    return m_store.read([=](Database &db) { return stockNear(db, product, variant, near); });
}

QFuture<Result<LiveStock>> StockDesk::live(
    const QString &product, const QString &variant, const QString &place)
{
    return m_store.read([=](Database &db) -> Result<LiveStock> {
        const auto live = QuoteStore(db).live(product, variant, place);
        return live ? Result<LiveStock>(*live) : Failure(nothingKnown(product, variant, place));
    });
}

QFuture<Result<LiveCheck>> StockDesk::check(const LiveStock &said)
{
    return m_store.read([said](Database &db) {
        LiveCheck check{.now = QuoteStore(db).live(said.product, said.variant, said.place)};
        check.hasChanged = !check.now || check.now->free != said.free;
        return check;
    });
}

QFuture<Result<StockHold>> StockDesk::hold(const StockHold &request)
{
    return m_store.write([request](Database &db) { return makeHold(db, request); });
}

QFuture<Result<StockHold>> StockDesk::release(HoldId id, const QString &agent, const QString &reason)
{
    return m_store.write([=](Database &db) { return endHold(db, id, agent, reason); });
}

QFuture<Result<QList<StockHold>>> StockDesk::holds(CustomerId customer, bool areOpen, int limit)
{
    return m_store.write([=](Database &db) {
        HoldStore(db).expire();
        return HoldStore(db).list(customer, areOpen, limit);
    });
}

QFuture<Result<int>> StockDesk::expire()
{
    return m_store.write([](Database &db) { return HoldStore(db).expire(); });
}

} // namespace fw
