#include "connectors/sandbox/shop/shop_day.h"
#include "tests/connectors/sandbox/sandbox_client.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using sandbox::ShopArrival;
using sandbox::ShopDay;

/// The shop's day: what is in it, and that it is played.
class ShopDayTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isTheSameForTheSameSeed();
    void hasSixHundredPeopleInTwoLanguagesOnThreeNetworks();
    void saysNothingTwice();
    void leavesNoPlaceholder();
    void speaksOfOrdersThatTheWriterHas();
    void speaksOfProductsThatAreInStock();
    void hasAStormAtNoon();
    void isPlayedInVirtualTime();
    void isTheSameHoweverRarelySomebodyLooks();
    void refusesAStepThatIsNoControlCall();
};

namespace {
const Instant kOpening = instantFromMs(1'763'539'200'000);

QByteArray bytesOf(quint32 seed)
{
    const ShopDay day = sandbox::makeShopDay(seed);
    QByteArray bytes = QJsonDocument(sandbox::scenarioOf(day)).toJson();
    for (const auto &file : sandbox::recordsOf(day, kOpening)) {
        bytes += file.kind.toUtf8() + file.bytes;
    }
    return bytes;
}

QString fileOf(const ShopDay &day, const QString &kind)
{
    for (const auto &file : sandbox::recordsOf(day, kOpening)) {
        if (file.kind == kind) {
            return QString::fromUtf8(file.bytes);
        }
    }
    return {};
}

qsizetype countBetween(const ShopDay &day, std::chrono::seconds from, std::chrono::seconds to)
{
    return std::count_if(day.arrivals.cbegin(), day.arrivals.cend(),
        [from, to](const ShopArrival &arrival) { return arrival.at >= from && arrival.at < to; });
}
} // namespace

void ShopDayTest::isTheSameForTheSameSeed()
{
    QCOMPARE(bytesOf(7), bytesOf(7));
    QVERIFY(bytesOf(7) != bytesOf(8));
}

void ShopDayTest::hasSixHundredPeopleInTwoLanguagesOnThreeNetworks()
{
    const ShopDay day = sandbox::makeShopDay(1);
    QCOMPARE(day.arrivals.size(), 600);
    QHash<QString, int> networks;
    QHash<QString, int> languages;
    QSet<QString> handles;
    for (const ShopArrival &arrival : day.arrivals) {
        ++networks[arrival.person.network];
        ++languages[arrival.person.language];
        handles.insert(arrival.person.handle);
        QVERIFY(arrival.at < day.length);
    }
    QCOMPARE(handles.size(), 600);
    for (const QString &network : sandbox::Sandbox::networks()) {
        QVERIFY2(networks.value(network) > 40, qPrintable(network));
    }
    QVERIFY(languages.value(u"en"_s) > 300);
    QVERIFY(languages.value(u"fr"_s) > 100);
}

void ShopDayTest::saysNothingTwice()
{
    QSet<QString> texts;
    for (const ShopArrival &arrival : sandbox::makeShopDay(1).arrivals) {
        QVERIFY2(!texts.contains(arrival.text), qPrintable(arrival.text));
        texts.insert(arrival.text);
        QVERIFY(arrival.text.size() <= 280);
    }
}

void ShopDayTest::leavesNoPlaceholder()
{
    for (const ShopArrival &arrival : sandbox::makeShopDay(1).arrivals) {
        QVERIFY2(!arrival.text.contains(u'{'), qPrintable(arrival.text));
    }
}

void ShopDayTest::speaksOfOrdersThatTheWriterHas()
{
    static const QRegularExpression number(u"HV-\\d{6}"_s);
    const ShopDay day = sandbox::makeShopDay(1);
    const QString orders = fileOf(day, u"orders"_s);
    const QString customers = fileOf(day, u"customers"_s);
    int quoted = 0;
    for (const ShopArrival &arrival : day.arrivals) {
        const auto match = number.match(arrival.text);
        if (match.hasMatch()) {
            ++quoted;
            QCOMPARE(match.captured(), arrival.order);
            const QString row = u'\n' + arrival.order + u',' + arrival.person.customer + u',';
            QVERIFY2(orders.contains(row), qPrintable(arrival.text));
            QVERIFY(customers.contains(u'\n' + arrival.person.customer + u',' + arrival.person.name));
        }
    }
    QVERIFY(quoted > 250);
}

void ShopDayTest::speaksOfProductsThatAreInStock()
{
    const ShopDay day = sandbox::makeShopDay(1);
    const QString stock = fileOf(day, u"stock"_s);
    for (const ShopArrival &arrival : day.arrivals) {
        if (!arrival.product.isEmpty()) {
            QVERIFY2(stock.contains(u'\n' + arrival.product + u','), qPrintable(arrival.text));
        }
    }
}

void ShopDayTest::hasAStormAtNoon()
{
    const ShopDay day = sandbox::makeShopDay(1);
    QVERIFY(countBetween(day, 4h, 5h) > 100);
    QVERIFY(countBetween(day, 2h, 3h) > countBetween(day, 0h, 1h));    // before noon
    QVERIFY(countBetween(day, 9h, 10h) > countBetween(day, 11h, 12h)); // after work
}

void ShopDayTest::isPlayedInVirtualTime()
{
    const ShopDay day = sandbox::makeShopDay(1);
    SandboxClient client(sandbox::scenarioOf(day));
    const auto people = [&client] {
        const QJsonObject state = client.get(u"/sandbox/state"_s).body;
        return state.value(u"people_posts"_s).toInt();
    };
    QCOMPARE(people(), 0);
    client.clock().advance(1h);
    const qsizetype written = std::count_if(day.arrivals.cbegin(), day.arrivals.cend(), [](const auto &each) {
        return each.at <= 1h && each.person.network == "twitter"_L1 && !each.isPrivate;
    });
    QVERIFY(written > 0);
    QCOMPARE(people(), int(written));
    client.clock().advance(5h + 35min); // into the outage
    QCOMPARE(client.get(u"/v25.0/me"_s).status, 503);
    client.clock().advance(20min);
    QCOMPARE(client.get(u"/v25.0/me"_s).status, 200);
}

void ShopDayTest::isTheSameHoweverRarelySomebodyLooks()
{
    const QJsonObject scenario = sandbox::scenarioOf(sandbox::makeShopDay(1));
    SandboxClient often(scenario);
    SandboxClient once(scenario);
    for (int i = 0; i < 24; ++i) {
        often.clock().advance(30min);
        (void)often.posts();
    }
    once.clock().advance(12h);
    const QJsonArray posts = once.posts();
    QVERIFY(posts.size() > 250);
    QCOMPARE(posts, often.posts());
}

void ShopDayTest::refusesAStepThatIsNoControlCall()
{
    const FakeClock clock;
    const auto refused = sandbox::Sandbox::start(clock,
        {.scenario = {
             {u"day"_s, QJsonArray{QJsonObject{{u"path"_s, u"/2/tweets"_s}, {u"body"_s, QJsonObject()}}}}}});
    QVERIFY(!refused);
    QCOMPARE(refused.error().detail,
        u"scenario, day[0].path: must be a call of the control endpoint, and not its clock"_s);
}

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::ShopDayTest)
#include "shop_day_test.moc"
