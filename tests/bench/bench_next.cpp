#include "app/customers/next_best/next_best.h"
#include "app/store/migrations.h"
#include "tests/app/customers/generated_shop.h"
#include "tests/bench/bench.h"
#include "tests/bench/or_exit.h"

#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

namespace fw::bench {

using namespace Qt::StringLiterals;
using test::Basket;
using test::HitRates;
using test::ShopKind;

namespace {
constexpr int kSmall = 10'000; // baskets
constexpr int kLarge = 100'000;
constexpr int kHeldOut = 5'000;
constexpr int kLooks = 200;
constexpr quint32 kSeed = 11;

/// A shop with so many baskets counted, and one of everything on stock.
class Shop
{
public:
    Shop(ShopKind kind, int baskets) : m_ids(m_clock)
    {
        const auto place = DatabasePlace::ofFile(m_folder.filePath(u"desk.db"_s));
        m_db = valueOrExit(Database::open(place, Database::Access::ReadWrite, m_clock, m_ids));
        doneOrExit(migrate(*m_db));
        const QList<Basket> all = test::generateBaskets(kind, baskets + kHeldOut, kSeed);
        m_heldOut = all.mid(baskets);
        m_db->beginWriting();
        test::keepBaskets(*m_db, all.mid(0, baskets));
        m_db->exec(u"INSERT INTO stock_level (id, source, external_key, product, place, place_kind, quantity,"
                   " as_of_ms, changed_at_ms) SELECT row_number() OVER (), 'shop', product, product, 'Baixa',"
                   " 'store', 1, 0, 0 FROM product_count WHERE product <> ''"_s);
        m_customers = m_db->list(u"SELECT id FROM customer ORDER BY id LIMIT ?"_s, {kLooks},
            [](const QSqlQuery &row) { return CustomerId{row.value(0).toLongLong()}; });
        doneOrExit(m_db->commit());
    }

    HitRates rates()
    {
        m_db->beginReading();
        const HitRates rates = test::hitRates(*m_db, m_heldOut, kSeed);
        m_db->rollback();
        return rates;
    }

    /// Everything that is done for one look, but for the commit of the fact.
    void look()
    {
        for (const CustomerId customer : m_customers) {
            m_db->beginWriting();
            const auto best = nextBestOf(*m_db, {.customer = customer, .agent = u"ann"_s});
            m_shown += best ? best->products.size() : 0;
            m_db->rollback();
        }
    }

    [[nodiscard]] double perLook(double seconds) const
    {
        return 1e3 * seconds / double(std::max<qsizetype>(1, m_customers.size()));
    }
    [[nodiscard]] qsizetype shown() const { return m_shown; }

private:
    const QTemporaryDir m_folder;
    const SystemClock m_clock;
    IdSource m_ids;
    std::unique_ptr<Database> m_db;
    QList<Basket> m_heldOut;
    QList<CustomerId> m_customers;
    qsizetype m_shown = 0;
};

QJsonObject report(const char *name, const HitRates &rates)
{
    const double all = std::max(1, rates.baskets);
    const double ratio = double(rates.hits) / std::max(1, rates.popular);
    std::printf(
        "%s: of %d baskets the product taken out was among three guesses in %.3f, by popularity in %.3f; "
        "ratio %.2f\n",
        name, rates.baskets, rates.hits / all, rates.popular / all, ratio);
    return {{u"baskets"_s, rates.baskets}, {u"hit_rate"_s, rates.hits / all},
        {u"popular_hit_rate"_s, rates.popular / all}, {u"ratio"_s, ratio}};
}
} // namespace

QJsonObject benchNext(const Options &options)
{
    Shop large(ShopKind::Bundles, int(kLarge * options.size));
    Shop small(ShopKind::Bundles, int(kSmall * options.size));
    Shop chance(ShopKind::Chance, int(kSmall * options.size));
    const QJsonObject bundles = report("bundles", large.rates());
    const QJsonObject unstructured = report("chance", chance.rates());
    const Pair cost = measure(
        options.rounds, [&large] { large.look(); }, [&small] { small.look(); });
    const double beside = large.perLook(cost.subject.median());
    const double besideFewer = small.perLook(cost.reference.median());
    std::printf(
        "a look: %.3f ms of CPU beside %d baskets, %.3f ms beside %d; ratio %.2f (%lld products shown)\n",
        beside, int(kLarge * options.size), besideFewer, int(kSmall * options.size), beside / besideFewer,
        qlonglong(large.shown()));
    return {{u"bundles"_s, bundles}, {u"chance"_s, unstructured}, {u"look"_s, cost.toJson()},
        {u"ms_a_look"_s, beside}, {u"look_ratio"_s, beside / besideFewer}};
}

} // namespace fw::bench
