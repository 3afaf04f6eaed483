#include "connectors/sandbox/shop/shop_day.h"

#include "connectors/sandbox/shop/shop_texts.h"

#include <QRandomGenerator>
#include <QSet>

#include <algorithm>
#include <array>

namespace fw::sandbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr std::chrono::seconds kLength = 12h; // from eight to eight
constexpr int kQuestions = 480;
constexpr int kStormQuestions = 120;
constexpr std::chrono::seconds kStorm = 4h; // the faulty delivery notice goes out at noon
constexpr std::chrono::seconds kStormLength = 40min;

/// Share of the day's questions by hour: one hump before noon, one after work.
constexpr std::array kHours = {4, 9, 13, 9, 6, 5, 6, 8, 12, 14, 9, 5};

class DayMaker final
{
public:
    explicit DayMaker(quint32 seed) : m_texts(shopTexts()), m_random(seed) { }

    [[nodiscard]] ShopDay make()
    {
        m_day = {.length = kLength, .stores = m_texts.stores, .products = m_texts.products};
        for (int i = 0; i < kQuestions; ++i) {
            add(topic(), moment());
        }
        for (int i = 0; i < kStormQuestions; ++i) {
            add(m_texts.storm, kStorm + stormDelay());
        }
        std::stable_sort(m_day.arrivals.begin(), m_day.arrivals.end(),
            [](const ShopArrival &a, const ShopArrival &b) { return a.at < b.at; });
        return std::move(m_day);
    }

private:
    template <typename List>
    [[nodiscard]] const auto &oneOf(const List &list)
    {
        return list.at(m_random.bounded(static_cast<int>(list.size())));
    }

    /// Where a random number up to the sum of weights falls.
    template <typename List, typename WeightOf>
    [[nodiscard]] int weighted(const List &list, WeightOf weightOf)
    {
        int sum = 0;
        for (const auto &each : list) {
            sum += weightOf(each);
        }
        int left = m_random.bounded(sum);
        int place = 0;
        for (const auto &each : list) {
            left -= weightOf(each);
            if (left < 0) {
                break;
            }
            ++place;
        }
        return place;
    }

    [[nodiscard]] const ShopTopic &topic()
    {
        return m_texts.topics.at(weighted(m_texts.topics, [](const ShopTopic &each) { return each.weight; }));
    }

    [[nodiscard]] std::chrono::seconds moment()
    {
        const std::chrono::hours hour(weighted(kHours, [](int share) { return share; }));
        return hour + std::chrono::seconds(m_random.bounded(3600));
    }

    /// Most within the first quarter of an hour.
    [[nodiscard]] std::chrono::seconds stormDelay()
    {
        const int longest = static_cast<int>(kStormLength.count());
        return std::chrono::seconds(std::min(m_random.bounded(longest), m_random.bounded(longest)));
    }

    void add(const ShopTopic &topic, std::chrono::seconds at);
    [[nodiscard]] ShopPerson person();
    [[nodiscard]] ShopOrder order(const QString &customer, bool isOfWear);
    [[nodiscard]] QString text(const ShopTopic &topic, const QString &language, const ShopOrder &about);
    [[nodiscard]] QString uniqueText(const ShopTopic &topic, const QString &language, const ShopOrder &about);

    const ShopTexts &m_texts;
    QRandomGenerator m_random;
    ShopDay m_day;
    QSet<QString> m_handles;
    QSet<QString> m_numbers;
    QSet<QString> m_said;
};

/// Letters of `name` that a handle may have.
QString plainLetters(const QString &name)
{
    QString letters;
    for (const QChar letter : name.normalized(QString::NormalizationForm_D).toLower()) {
        if (letter >= u'a' && letter <= u'z') {
            letters.append(letter);
        }
    }
    return letters;
}

ShopPerson DayMaker::person()
{
    constexpr std::array kShares = {55, 33, 12};
    static const QStringList kNetworks{u"twitter"_s, u"facebook"_s, u"pinterest"_s};
    constexpr int kMostLetters = 11; // of the fifteen a handle on Twitter may have
    ShopPerson person{.network = kNetworks.at(weighted(kShares, [](int share) { return share; })),
        .language = m_random.bounded(100) < 30 ? u"fr"_s : u"en"_s};
    const QString first = oneOf(m_texts.firstNames[person.language]);
    const QString last = oneOf(m_texts.lastNames[person.language]);
    person.name = first + u' ' + last;
    const QString stem = plainLetters(first + last).left(kMostLetters);
    do {
        person.handle = stem + QString::number(10 + m_random.bounded(990));
    } while (m_handles.contains(person.handle));
    m_handles.insert(person.handle);
    if (person.network == "facebook"_L1) {
        // Names are what people are told apart by there, so a second Alice Abbott has a middle initial.
        while (m_handles.contains(person.name)) {
            person.name = first + u' ' + QChar(u'A' + m_random.bounded(26)) + u". "_s + last;
        }
        m_handles.insert(person.name);
        person.handle = person.name;
    }
    // Most are followed by few, some by thousands.
    const int rank = 1 + m_random.bounded(400);
    person.followers = 20 + 40'000 / rank + m_random.bounded(60);
    if (m_random.bounded(100) < 70) {
        person.customer = u"c%1"_s.arg(m_day.arrivals.size() + 1);
    }
    return person;
}

ShopOrder DayMaker::order(const QString &customer, bool isOfWear)
{
    ShopProduct product = oneOf(m_texts.products);
    while (isOfWear && !product.isWorn) {
        product = oneOf(m_texts.products);
    }
    ShopOrder order{.customer = customer,
        .product = product.code,
        .size = oneOf(product.sizes),
        .store = oneOf(m_texts.stores),
        .daysAgo = 2 + m_random.bounded(19)};
    do {
        order.number = u"HV-%1"_s.arg(100'000 + m_random.bounded(900'000));
    } while (m_numbers.contains(order.number));
    m_numbers.insert(order.number);
    return order;
}

QString DayMaker::text(const ShopTopic &topic, const QString &language, const ShopOrder &about)
{
    const auto product = std::find_if(m_texts.products.cbegin(), m_texts.products.cend(),
        [&about](const ShopProduct &each) { return each.code == about.product; });
    QString middle = oneOf(topic.texts[language]);
    middle.replace(u"{order}"_s, about.number)
        .replace(u"{item}"_s, product->titles[language])
        .replace(u"{size}"_s, about.size)
        .replace(u"{store}"_s, about.store);
    const QString opener = oneOf(m_texts.openers[language]);
    if (opener.isEmpty() || !opener.endsWith(u',')) {
        middle.replace(0, 1, middle.at(0).toUpper());
    }
    const QString closer = topic.isClosed ? QString() : oneOf(m_texts.closers[language]);
    return QStringList{opener, middle, closer}.join(u' ').trimmed();
}

QString DayMaker::uniqueText(const ShopTopic &topic, const QString &language, const ShopOrder &about)
{
    QString said = text(topic, language, about);
    while (m_said.contains(said)) {
        said = text(topic, language, about);
    }
    m_said.insert(said);
    return said;
}

void DayMaker::add(const ShopTopic &topic, std::chrono::seconds at)
{
    ShopArrival arrival{.at = at, .person = person(), .topic = topic.name};
    if (topic.needsOrder && arrival.person.customer.isEmpty()) {
        arrival.person.customer = u"c%1"_s.arg(m_day.arrivals.size() + 1);
    }
    const ShopOrder about = order(arrival.person.customer, topic.isOfWear);
    if (!about.customer.isEmpty()) {
        m_day.orders.append(about);
    }
    arrival.text = uniqueText(topic, arrival.person.language, about);
    if (topic.needsOrder) {
        arrival.order = about.number;
    }
    if (topic.needsOrder || topic.needsProduct) {
        arrival.product = about.product;
    }
    arrival.isPrivate = arrival.person.network != "pinterest"_L1 && m_random.bounded(100) < 18;
    if (arrival.person.network == "twitter"_L1 && !arrival.isPrivate) {
        arrival.text.prepend(u"@harborandvale "_s);
    }
    m_day.arrivals.append(arrival);
}
} // namespace

ShopDay makeShopDay(quint32 seed)
{
    return DayMaker(seed).make();
}

const QList<ShopMoment> &shopMoments()
{
    static const QList<ShopMoment> moments{{u"storm"_s, kStorm, kStormLength},
        {u"outage"_s, 6h + 30min, 20min}, {u"limit"_s, 7h + 30min, 90min}, {u"evening"_s, 9h, kLength - 9h}};
    return moments;
}

} // namespace fw::sandbox
