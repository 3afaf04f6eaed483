#include "tests/app/customers/generated_people.h"

#include "app/customers/import/import_row.h"
#include "app/intake/keep_post.h"
#include "app/store/customer_store.h"
#include "app/store/import_store.h"

#include <QRandomGenerator>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
constexpr int kFirstNames = 150;
constexpr int kLastNames = 600;
constexpr int kCities = 60;
constexpr int kBatch = 2000;

/// "Tamiro", from a number.
QString madeWord(int number, int syllables)
{
    static const QStringList parts = {u"ta"_s, u"mi"_s, u"ro"_s, u"le"_s, u"na"_s, u"ku"_s, u"so"_s, u"be"_s,
        u"di"_s, u"va"_s, u"ge"_s, u"po"_s};
    QString word;
    for (int i = 0; i < syllables; ++i) {
        word += parts[number % parts.size()];
        number /= int(parts.size());
    }
    word[0] = word[0].toUpper();
    return word;
}

struct Made {
    QStringList cells = {}; // as a row of customers
    QString order = {};
    bool isAgreed = false;
    bool isRefusing = false;

    [[nodiscard]] const QString &key() const { return cells[0]; }
    [[nodiscard]] const QString &name() const { return cells[1]; }
    [[nodiscard]] const QString &email() const { return cells[2]; }
    [[nodiscard]] const QString &phone() const { return cells[3]; }
    [[nodiscard]] const QString &city() const { return cells[6]; }
    [[nodiscard]] const QString &twitter() const { return cells[10]; }
    [[nodiscard]] const QString &pinterest() const { return cells[12]; }
};

class Generator final
{
public:
    Generator(int customers, quint32 seed) : m_random(seed)
    {
        for (int i = 0; i < customers; ++i) {
            m_customers.append(made(i));
        }
    }

    [[nodiscard]] const QList<Made> &customers() const { return m_customers; }
    bool chance(int percent) { return int(m_random.bounded(100)) < percent; }
    const Made &anybody() { return m_customers[m_random.bounded(int(m_customers.size()))]; }

    /// Somebody's post; `who` is nullptr for a stranger.
    Post post(int number, const Made *who, bool &hasTrace)
    {
        const QString id = QString::number(number);
        Post post{.author = {.remoteId = u"9"_s + id, .handle = u"user%1"_s.arg(id), .name = name()},
            .remoteId = id,
            .versionId = id,
            .postedAt = instantFromMs(1'763'560'800'000 + number),
            .thread = id};
        QStringList words = {u"hello"_s};
        if (who) {
            post.author.name = chance(60) ? who->name() : who->name().section(u' ', 0, 0);
            traces(*who, post, words, hasTrace);
        } else if (chance(3)) {
            words << anybody().email(); // of a friend
        } else if (chance(3)) {
            post.author.handle = anybody().pinterest(); // taken by somebody else here
        }
        if (chance(10)) {
            words << madeWord(m_random.bounded(kCities), 3); // somewhere
        }
        post.body = words.join(u' ');
        return post;
    }

private:
    QString name()
    {
        return madeWord(m_random.bounded(kFirstNames), 2) + u' ' + madeWord(m_random.bounded(kLastNames), 3);
    }

    Made made(int i)
    {
        const QString number = QString::number(i);
        const bool isHousehold = i > 0 && chance(3);
        const QString phone
            = isHousehold ? m_customers.last().phone() : u"+351 9%1"_s.arg(10'000'000 + i * 7);
        const QString email
            = isHousehold && chance(50) ? m_customers.last().email() : u"person%1@example.org"_s.arg(number);
        const QString twitter
            = chance(15) ? u"tw%1"_s.arg(chance(3) ? int(m_random.bounded(i + 1)) : i) : QString();
        const QString pinterest = chance(20) ? u"handle%1"_s.arg(number) : QString();
        const bool isAgreed = chance(60);
        return {.cells = {u"k"_s + number, name(), email, phone, {}, {},
                    madeWord(m_random.bounded(kCities), 3), {}, {}, {}, twitter, {}, pinterest},
            .order = chance(50) ? u"FW-%1"_s.arg(1'000'000 + i) : QString(),
            .isAgreed = isAgreed,
            .isRefusing = !isAgreed && chance(25)};
    }

    void traces(const Made &who, Post &post, QStringList &words, bool &hasTrace)
    {
        const auto leave = [&](bool isLeft, const QString &text) {
            if (isLeft && !text.isEmpty()) {
                words << text;
                hasTrace = true;
            }
        };
        leave(chance(25), who.email());
        leave(chance(12), who.phone());
        leave(chance(20), who.order);
        leave(chance(15), who.isAgreed && post.author.name == who.name() ? who.city() : QString());
        if (chance(2)) {
            words << anybody().email(); // of their partner
        }
        if (!who.twitter().isEmpty() && chance(80)) {
            post.author.handle = who.twitter();
            hasTrace = true;
        } else if (who.isAgreed && !who.pinterest().isEmpty() && chance(50)) {
            post.author.handle = who.pinterest();
            hasTrace = true;
        }
    }

    QRandomGenerator m_random;
    QList<Made> m_customers;
};

template <typename T>
T waited(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

ImportRun runOf(Database &db, ImportKind kind)
{
    return ImportStore(db).begin(
        {.kind = kind, .source = u"made"_s, .fingerprint = db.newId<ImportId>().toString()});
}

void put(Database &db, const ImportRun &run, const QStringList &cells)
{
    const auto row = importRow(run.kind, cells, 1, db.now());
    Q_ASSERT(row);
    const auto result = ImportStore(db).put(run, *row);
    Q_ASSERT(result == ImportStore::Put::Added);
    Q_UNUSED(result)
}

void storeCustomers(Database &db, const QList<Made> &customers)
{
    const ImportRun people = runOf(db, ImportKind::Customers);
    for (const Made &one : customers) {
        put(db, people, one.cells);
    }
    const ImportRun orders = runOf(db, ImportKind::Orders);
    const ImportRun consents = runOf(db, ImportKind::Consents);
    for (const Made &one : customers) {
        if (!one.order.isEmpty()) {
            put(db, orders,
                {one.order, one.key(), {}, {}, u"online"_s, u"sent"_s, u"2025-11-01"_s, u"10"_s, u"EUR"_s, {},
                    {}});
        }
        if (one.isAgreed || one.isRefusing) {
            put(db, consents,
                {one.key(), u"link-social"_s, one.isAgreed ? u"given"_s : u"withdrawn"_s, u"2025-01-01"_s});
        }
    }
}
} // namespace

Result<QList<GeneratedPerson>> generatePeople(
    Store &store, const Account &account, int customers, quint32 seed)
{
    Generator generator(customers, seed);
    for (int i = 0; i < customers; i += kBatch) {
        const auto stored = waited(store.write([batch = generator.customers().mid(i, kBatch)](Database &db) {
            storeCustomers(db, batch);
            return true;
        }));
        if (!stored) {
            return Failure(stored.error());
        }
    }
    QList<GeneratedPerson> people;
    QList<std::pair<Post, QString>> posts;
    for (int i = 0; i < customers / 5; ++i) {
        // Every fifth customer at most, so that nobody is two people.
        const Made *who = generator.chance(70) ? &generator.customers()[i * 5] : nullptr;
        GeneratedPerson person;
        posts.append({generator.post(i, who, person.hasTrace), who ? who->key() : QString()});
        people.append(person);
    }
    for (int i = 0; i < posts.size(); i += kBatch) {
        const auto kept = waited(store.write([batch = posts.mid(i, kBatch), account](Database &db) {
            QList<GeneratedPerson> found;
            for (const auto &[post, key] : batch) {
                const auto customer = CustomerStore(db).byKey(u"made"_s, key);
                found.append({.identity = keepPost(db, account, post).message.author.id,
                    .customer = customer ? customer->id : CustomerId{}});
            }
            return found;
        }));
        if (!kept) {
            return Failure(kept.error());
        }
        for (int j = 0; j < kept->size(); ++j) {
            people[i + j].identity = kept->at(j).identity;
            people[i + j].customer = kept->at(j).customer;
        }
    }
    return people;
}

} // namespace fw::test
