#include "connectors/sandbox/shop/shop_day.h"

#include <algorithm>

namespace fw::sandbox {

using namespace Qt::StringLiterals;

namespace {
using std::chrono::days;

/// Rows as a file. Nothing that the day is made of needs quotes.
ShopFile fileOf(const QString &kind, const QStringList &rows)
{
    return {.kind = kind, .bytes = rows.join(u'\n').toUtf8() + '\n'};
}

QString money(qint64 minor)
{
    return u"%1.%2"_s.arg(minor / 100).arg(minor % 100, 2, 10, QChar(u'0'));
}

const ShopProduct &productOf(const ShopDay &day, const QString &code)
{
    return *std::find_if(day.products.cbegin(), day.products.cend(),
        [&code](const ShopProduct &product) { return product.code == code; });
}

bool isKnown(const ShopArrival &arrival)
{
    return !arrival.person.customer.isEmpty();
}

ShopFile customers(const ShopDay &day)
{
    QStringList rows{u"key,name,language,country,favourite_store,twitter,pinterest"_s};
    for (qsizetype i = 0; i < day.arrivals.size(); ++i) {
        const ShopPerson &person = day.arrivals[i].person;
        if (isKnown(day.arrivals[i])) {
            rows.append(u"%1,%2,%3,GB,%4,%5,%6"_s.arg(person.customer, person.name, person.language,
                day.stores[i % day.stores.size()], person.network == "twitter"_L1 ? person.handle : QString(),
                person.network == "pinterest"_L1 ? person.handle : QString()));
        }
    }
    return fileOf(u"customers"_s, rows);
}

ShopFile consents(const ShopDay &day, Instant opening)
{
    QStringList rows{u"customer,purpose,given,at"_s};
    const QString at = toIso(opening - days(30));
    qsizetype number = 0;
    for (const ShopArrival &arrival : day.arrivals) {
        // One in ten never agreed to anything.
        if (isKnown(arrival) && ++number % 10 != 0) {
            for (const QString &purpose : {u"link-social"_s, u"purchases"_s, u"loyalty"_s}) {
                rows.append(u"%1,%2,given,%3"_s.arg(arrival.person.customer, purpose, at));
            }
        }
    }
    return fileOf(u"consents"_s, rows);
}

ShopFile orders(const ShopDay &day, Instant opening)
{
    QStringList rows{u"number,customer,channel,status,placed_at,value,currency,store"_s};
    for (const ShopOrder &order : day.orders) {
        rows.append(u"%1,%2,online,%3,%4,%5,GBP,%6"_s.arg(order.number, order.customer,
            order.daysAgo < 6 ? u"shipped"_s : u"delivered"_s, toIso(opening - days(order.daysAgo)),
            money(productOf(day, order.product).price), order.store));
    }
    return fileOf(u"orders"_s, rows);
}

ShopFile orderLines(const ShopDay &day)
{
    QStringList rows{u"order,line,product,variant,title,quantity,value,currency"_s};
    for (const ShopOrder &order : day.orders) {
        const ShopProduct &product = productOf(day, order.product);
        rows.append(u"%1,1,%2,%3,%4,1,%5,GBP"_s.arg(
            order.number, product.code, order.size, product.titles[u"en"_s], money(product.price)));
    }
    return fileOf(u"order-lines"_s, rows);
}

ShopFile loyalty(const ShopDay &day, Instant opening)
{
    QStringList rows{u"customer,at,tier,points_change,points,reason"_s};
    for (const ShopOrder &order : day.orders) {
        const qint64 points = productOf(day, order.product).price / 100;
        rows.append(u"%1,%2,%3,%4,%5,order %6"_s.arg(order.customer, toIso(opening - days(order.daysAgo)),
            points > 120 ? u"gold"_s : u"silver"_s, QString::number(points),
            QString::number(points + 10 * order.daysAgo), order.number));
    }
    return fileOf(u"loyalty"_s, rows);
}

ShopFile places(const ShopDay &day)
{
    QStringList rows{u"place,title,place_kind,city,country"_s};
    for (const QString &store : day.stores) {
        rows.append(u"%1,%1,store,Harbor,GB"_s.arg(store));
    }
    return fileOf(u"places"_s, rows);
}

ShopFile stock(const ShopDay &day, Instant opening)
{
    QStringList rows{u"product,variant,title,place,place_kind,quantity,as_of"_s};
    qsizetype number = 0;
    for (const ShopProduct &product : day.products) {
        for (const QString &size : product.sizes) {
            for (const QString &store : day.stores) {
                // A spread from sold out to plenty, which looks like chance and is none.
                const qsizetype left = (++number * 7) % 11;
                rows.append(u"%1,%2,%3,%4,store,%5,%6"_s.arg(product.code, size, product.titles[u"en"_s],
                    store, QString::number(left > 8 ? 0 : left), toIso(opening)));
            }
        }
    }
    return fileOf(u"stock"_s, rows);
}
} // namespace

QList<ShopFile> recordsOf(const ShopDay &day, Instant opening)
{
    return {customers(day), consents(day, opening), orders(day, opening), orderLines(day),
        loyalty(day, opening), places(day), stock(day, opening)};
}

} // namespace fw::sandbox
