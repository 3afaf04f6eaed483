#include "app/customers/erasure.h"
#include "app/customers/refresh/refresh.h"
#include "app/customers/refresh/refresh_watch.h"
#include "app/customers/refresh/refreshed_rows.h"
#include "app/store/journal_store.h"
#include "app/store/order_store.h"
#include "tests/app/customers/people_desk.h"
#include "tests/support/wait_for_store.h"

#include <QJsonArray>
#include <QMutex>
#include <QSemaphore>
#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
const QByteArray kFromAddress
    = R"({"source": "crm", "http": {"url": "https://crm.example/customers/{key}"}, "timeout_ms": 500})";

/// Somebody else's records: says what it was told to, and who was asked for.
class Records
{
public:
    Records() = default;
    Q_DISABLE_COPY_MOVE(Records)
    ~Records() { open(); }

    void set(const QString &key, const QJsonValue &answer)
    {
        const QMutexLocker lock(&m_mutex);
        m_answers.insert(key, answer);
    }
    void fail(const std::optional<Error> &error)
    {
        const QMutexLocker lock(&m_mutex);
        m_error = error;
    }
    /// From now on an answer takes until open().
    void shut() { m_isShut = true; }
    void open()
    {
        m_isShut = false;
        m_gate.release(1'000);
    }
    [[nodiscard]] QStringList asked()
    {
        const QMutexLocker lock(&m_mutex);
        return m_asked;
    }
    [[nodiscard]] AskSource road()
    {
        return [this](const RefreshSource &, const QString &key) { return answer(key); };
    }

private:
    Result<QJsonValue> answer(const QString &key)
    {
        {
            const QMutexLocker lock(&m_mutex);
            m_asked.append(key);
        }
        if (m_isShut) {
            m_gate.acquire();
        }
        const QMutexLocker lock(&m_mutex);
        return m_error ? Result<QJsonValue>(Failure(*m_error))
                       : m_answers.value(key, QJsonObject{{u"key"_s, key}});
    }

    QMutex m_mutex;
    QSemaphore m_gate;
    std::atomic<bool> m_isShut = false;
    QHash<QString, QJsonValue> m_answers;
    QStringList m_asked;
    std::optional<Error> m_error;
};

class RefreshDesk final : public PeopleDesk
{
public:
    RefreshDesk()
    {
        if (!set(kFromAddress)) {
            qFatal("the test's definition is refused");
        }
        ana = customer(u"c1"_s, {{u"name"_s, u"Ana"_s}, {u"city"_s, u"Lyon"_s}});
    }

    [[nodiscard]] Refresh refresh() { return Refresh(*store); }
    Result<RefreshSource> set(const QByteArray &file)
    {
        return waitFor(refresh().set(u"crm.json"_s, file, u"lea"_s));
    }
    /// Empty also where it could not be read.
    std::optional<Freshness> want(CustomerId customer, bool isNow = false)
    {
        return waitFor(refresh().want(customer, u"ann"_s, isNow)).value_or(std::nullopt);
    }
    std::optional<Freshness> fresh(CustomerId customer)
    {
        return waitFor(refresh().freshness(customer)).value_or(std::nullopt);
    }
    /// Asks, and waits for the answer.
    std::optional<Freshness> lookUp(CustomerId customer, bool isNow = true)
    {
        want(customer, isNow);
        RefreshWatch watch(*store, records.road());
        QSignalSpy ended(&watch, &RefreshWatch::ended);
        return ended.wait(20'000) ? fresh(customer) : std::nullopt;
    }
    Customer record(CustomerId customer)
    {
        return *waitFor(store->read([customer](Database &db) { return *CustomerStore(db).byId(customer); }));
    }
    QStringList orderNumbers(CustomerId customer)
    {
        return *waitFor(store->read([customer](Database &db) { return OrderStore(db).numbersOf(customer); }));
    }
    QList<QJsonObject> facts(const QString &name)
    {
        return *waitFor(store->read([name](Database &db) {
            return db.list(
                u"SELECT detail FROM journal WHERE fact = ? ORDER BY id"_s, {name}, [](const QSqlQuery &row) {
                    return QJsonDocument::fromJson(row.value(0).toString().toUtf8()).object();
                });
        }));
    }

    Records records;
    CustomerId ana = {};
};

QJsonObject order(const QString &number, const QString &customer)
{
    return {{u"number"_s, number}, {u"customer"_s, customer}, {u"channel"_s, u"online"_s},
        {u"status"_s, u"sent"_s}, {u"placed_at"_s, u"2026-01-02"_s}, {u"value"_s, u"49.00"_s},
        {u"currency"_s, u"EUR"_s}};
}

QJsonObject line(const QString &order)
{
    return {{u"order"_s, order}, {u"line"_s, 1}, {u"product"_s, u"boots"_s}, {u"quantity"_s, 1},
        {u"currency"_s, u"EUR"_s}};
}
} // namespace

class RefreshTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoIsOpenedIsLookedUpAndStored()
    {
        RefreshDesk desk;
        desk.records.set(u"c1"_s,
            QJsonObject{{u"key"_s, u"c1"_s}, {u"email"_s, u"ana@example.org"_s},
                {u"internal"_s, QJsonObject{{u"score"_s, 7}}}});
        QVERIFY(!desk.fresh(desk.ana)->answeredAt && !desk.fresh(desk.ana)->isUnderWay);
        const auto asked = desk.want(desk.ana);
        QVERIFY(asked && asked->isUnderWay && !asked->answeredAt);
        const auto fresh = desk.lookUp(desk.ana);
        QVERIFY(fresh && !fresh->failure && !fresh->isUnderWay && fresh->answeredAt == desk.clock.now());
        const Customer ana = desk.record(desk.ana);
        QCOMPARE(ana.email, u"ana@example.org"_s);
        QCOMPARE(ana.name, u"Ana"_s); // of which the record says nothing
        QCOMPARE(ana.city, u"Lyon"_s);
        QCOMPARE(desk.records.asked(), QStringList{u"c1"_s});
    }

    void whatTheSourceSaysIsEmptyIsEmptied()
    {
        RefreshDesk desk;
        desk.records.set(u"c1"_s, QJsonObject{{u"key"_s, u"c1"_s}, {u"city"_s, QJsonValue()}});
        QVERIFY(!desk.lookUp(desk.ana)->failure);
        QVERIFY(desk.record(desk.ana).city.isEmpty() && desk.record(desk.ana).name == "Ana"_L1);
    }

    void aWhileIsWaitedUnlessSomebodyWantsItNow()
    {
        RefreshDesk desk;
        QVERIFY(desk.lookUp(desk.ana)->answeredAt);
        desk.clock.advance(59s);
        QVERIFY(!desk.want(desk.ana)->isUnderWay);
        QVERIFY(desk.want(desk.ana, true)->isUnderWay);
        QVERIFY(desk.want(desk.ana, true)->isUnderWay); // the same question
        QCOMPARE(desk.facts(u"refresh-wanted"_s).size(), 2);
        QVERIFY(!desk.lookUp(desk.ana)->isUnderWay);
        desk.clock.advance(60s);
        QVERIFY(desk.want(desk.ana)->isUnderWay);
        QCOMPARE(desk.records.asked().size(), 2);
    }

    void aFailureLeavesWhatIsKnown()
    {
        RefreshDesk desk;
        QVERIFY(desk.lookUp(desk.ana)->answeredAt);
        const auto answeredAt = desk.clock.now();
        desk.clock.advance(5min);
        desk.records.fail(Error{.code = ErrorCode::Timeout, .detail = u"crm.example did not answer"_s});
        desk.close();
        desk.open();
        for (int look = 0; look < 2; ++look) {
            const auto fresh = look == 0 ? desk.lookUp(desk.ana) : desk.fresh(desk.ana);
            QVERIFY(fresh && fresh->failure && fresh->failure->code == ErrorCode::Timeout);
            QCOMPARE(fresh->failure->detail, u"crm.example did not answer"_s);
            QVERIFY(fresh->answeredAt == answeredAt);
            QCOMPARE(desk.record(desk.ana).name, u"Ana"_s);
            desk.close();
            desk.open();
        }
        desk.records.fail(std::nullopt);
        const auto fresh = desk.lookUp(desk.ana);
        QVERIFY(fresh && !fresh->failure && fresh->answeredAt == desk.clock.now());
    }

    void whatIsThereAlreadyIsNotWrittenAgain()
    {
        RefreshDesk desk;
        desk.records.set(u"c1"_s,
            QJsonObject{{u"customers"_s, QJsonArray{QJsonObject{{u"key"_s, u"c1"_s}, {u"name"_s, u"Ana"_s}}}},
                {u"orders"_s, QJsonArray{order(u"FW-1"_s, u"c1"_s)}}});
        QVERIFY(!desk.lookUp(desk.ana)->failure);
        QVERIFY(!desk.lookUp(desk.ana)->failure);
        const auto facts = desk.facts(u"customer-refreshed"_s);
        QCOMPARE(facts.size(), 2);
        QVERIFY(facts[0][u"added"_s].toInt() == 1 && facts[1][u"added"_s].toInt() == 0);
        QCOMPARE(facts[1][u"changed"_s].toInt(), 0);
        QCOMPARE(desk.orderNumbers(desk.ana), QStringList{u"FW-1"_s});
    }

    void whatIsAboutSomebodyElseIsRefused_data()
    {
        QTest::addColumn<QJsonObject>("answer");
        const auto in = [](const char *kind, const QJsonObject &record) {
            return QJsonObject{{QString::fromLatin1(kind), QJsonArray{record}}};
        };
        QTest::newRow("a customer") << QJsonObject{{u"key"_s, u"c2"_s}, {u"name"_s, u"Eve"_s}};
        QTest::newRow("an order") << in("orders", order(u"FW-9"_s, u"c2"_s));
        QTest::newRow("a line of an order") << in("order-lines", line(u"FW-2"_s));
        QTest::newRow("a line of no order") << in("order-lines", line(u"FW-404"_s));
        QTest::newRow("points") << in(
            "loyalty", {{u"customer"_s, u"c2"_s}, {u"at"_s, u"2026-01-02"_s}, {u"points"_s, 9}});
        QTest::newRow("a consent") << in("consents",
            {{u"customer"_s, u"c2"_s}, {u"purpose"_s, u"purchases"_s}, {u"given"_s, u"given"_s},
                {u"at"_s, u"2020-01-02"_s}});
    }
    void whatIsAboutSomebodyElseIsRefused()
    {
        QFETCH(QJsonObject, answer);
        RefreshDesk desk;
        const CustomerId bea = desk.customer(u"c2"_s, {{u"name"_s, u"Bea"_s}});
        desk.order(u"FW-2"_s, u"c2"_s);
        desk.records.set(u"c1"_s, answer);
        const auto fresh = desk.lookUp(desk.ana);
        QVERIFY(fresh && fresh->failure && fresh->failure->code == ErrorCode::MalformedAnswer);
        QVERIFY2(fresh->failure->detail.contains(u"record 1"_s), qPrintable(fresh->failure->detail));
        QVERIFY(!fresh->answeredAt);
        QCOMPARE(desk.record(bea).name, u"Bea"_s);
        QCOMPARE(desk.orderNumbers(bea), QStringList{u"FW-2"_s});
        for (const QString &table : {u"customer_order_line"_s, u"loyalty_event"_s, u"consent"_s}) {
            QCOMPARE(*waitFor(desk.store->read(
                         [table](Database &db) { return db.number(u"SELECT count(*) FROM "_s + table); })),
                0);
        }
    }

    void aRowThatMakesNoSenseKeepsTheOthers()
    {
        RefreshDesk desk;
        QJsonObject late = order(u"FW-2"_s, u"c1"_s);
        late.insert(u"placed_at"_s, u"soon"_s);
        desk.records.set(u"c1"_s,
            QJsonObject{{u"orders"_s, QJsonArray{late, order(u"FW-1"_s, u"c1"_s), u"text"_s}},
                {u"order-lines"_s, QJsonArray{line(u"FW-1"_s)}}});
        const auto fresh = desk.lookUp(desk.ana);
        QVERIFY(fresh && fresh->failure);
        QVERIFY2(fresh->failure->detail.contains(u"orders, record 1: placed_at \"soon\""_s)
                && fresh->failure->detail.contains(u"orders, record 3: not a JSON object"_s),
            qPrintable(fresh->failure->detail));
        QCOMPARE(desk.orderNumbers(desk.ana), QStringList{u"FW-1"_s});
    }

    void anAnswerThatIsNoRecordIsRefused_data()
    {
        QTest::addColumn<QJsonValue>("answer");
        QTest::addColumn<QString>("code");
        QTest::newRow("no customer") << QJsonValue(QJsonArray()) << u"not-found"_s;
        QTest::newRow("a text") << QJsonValue(u"c1"_s) << u"malformed-answer"_s;
        QTest::newRow("null") << QJsonValue() << u"malformed-answer"_s;
        QTest::newRow("other things")
            << QJsonValue(QJsonObject{{u"error"_s, u"no"_s}}) << u"malformed-answer"_s;
        QTest::newRow("a list of lists") << QJsonValue(QJsonArray{QJsonArray()}) << u"malformed-answer"_s;
        QTest::newRow("a list in a field")
            << QJsonValue(QJsonObject{{u"key"_s, u"c1"_s}, {u"name"_s, QJsonArray{u"Eve"_s}}})
            << u"malformed-answer"_s;
    }
    void anAnswerThatIsNoRecordIsRefused()
    {
        QFETCH(QJsonValue, answer);
        QFETCH(QString, code);
        RefreshDesk desk;
        desk.records.set(u"c1"_s, answer);
        const auto fresh = desk.lookUp(desk.ana);
        QVERIFY(fresh && fresh->failure);
        QCOMPARE(toString(fresh->failure->code), code);
        QVERIFY(!fresh->failure->detail.isEmpty());
        QCOMPARE(desk.record(desk.ana).name, u"Ana"_s);
    }

    void aConsentWithdrawnAtTheSourceHolds()
    {
        RefreshDesk desk;
        desk.order(u"FW-1"_s, u"c1"_s);
        desk.says(desk.ana, Purpose::Purchases, true);
        QCOMPARE(desk.view(desk.ana, {}, true).orders.size(), 1);
        desk.clock.advance(1h);
        desk.records.set(u"c1"_s,
            QJsonObject{{u"consents"_s,
                QJsonArray{QJsonObject{{u"customer"_s, u"c1"_s}, {u"purpose"_s, u"purchases"_s},
                    {u"given"_s, u"withdrawn"_s}, {u"at"_s, toIso(desk.clock.now())}}}}});
        QVERIFY(!desk.lookUp(desk.ana)->failure);
        QVERIFY(desk.view(desk.ana, {}, true).orders.isEmpty());
    }

    void eachQuestionIsAskedOnceHoweverManyWatch()
    {
        constexpr int kCustomers = 12;
        RefreshDesk desk;
        QList<CustomerId> customers;
        QStringList keys;
        for (int i = 0; i < kCustomers; ++i) {
            keys.append(u"k%1"_s.arg(i, 2, 10, QChar(u'0')));
            customers.append(desk.customer(keys.last()));
        }
        auto second = *Store::open(desk.place(), desk.clock, desk.ids);
        RefreshWatch here(*desk.store, desk.records.road());
        RefreshWatch there(*second, desk.records.road());
        QSignalSpy endedHere(&here, &RefreshWatch::ended);
        QSignalSpy endedThere(&there, &RefreshWatch::ended);
        for (const CustomerId customer : customers) {
            QVERIFY(desk.want(customer));
            here.wake();
            there.wake();
        }
        QTRY_COMPARE_WITH_TIMEOUT(endedHere.size() + endedThere.size(), kCustomers, 20'000);
        QStringList asked = desk.records.asked();
        asked.sort();
        QCOMPARE(asked, keys);
    }

    void notMoreThanAFewAreAskedAtOnce()
    {
        RefreshDesk desk;
        desk.records.shut();
        for (int i = 0; i < RefreshWatch::kAtOnce + 2; ++i) {
            desk.want(desk.customer(u"k%1"_s.arg(i)));
            desk.clock.advance(1ms);
        }
        RefreshWatch watch(*desk.store, desk.records.road());
        QSignalSpy ended(&watch, &RefreshWatch::ended);
        QTRY_COMPARE_WITH_TIMEOUT(desk.records.asked().size(), RefreshWatch::kAtOnce, 20'000);
        watch.wake();
        waitForAll(*desk.store);
        // Whoever was opened last is still looked at.
        QStringList asked = desk.records.asked();
        asked.sort();
        QCOMPARE(asked, QStringList({u"k2"_s, u"k3"_s, u"k4"_s, u"k5"_s}));
        desk.records.open();
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), RefreshWatch::kAtOnce + 2, 20'000);
    }

    void whatIsSaidOfSomebodyErasedMeanwhileIsNotStored()
    {
        RefreshDesk desk;
        desk.records.set(u"c1"_s,
            QJsonObject{{u"customers"_s, QJsonArray{QJsonObject{{u"key"_s, u"c1"_s}, {u"name"_s, u"Ana"_s}}}},
                {u"orders"_s, QJsonArray{order(u"FW-1"_s, u"c1"_s)}}});
        desk.records.shut();
        desk.want(desk.ana);
        RefreshWatch watch(*desk.store, desk.records.road());
        QSignalSpy ended(&watch, &RefreshWatch::ended);
        QTRY_COMPARE_WITH_TIMEOUT(desk.records.asked().size(), 1, 20'000);
        QVERIFY(Erasure(*desk.store, desk.clock)
                    .erase({.customer = desk.ana, .agent = u"ann"_s, .reason = u"asked for it"_s}));
        desk.records.open();
        QVERIFY(!ended.isEmpty() || ended.wait(20'000));
        for (const QString &table : {u"customer"_s, u"customer_order"_s, u"customer_refresh"_s}) {
            QCOMPARE(*waitFor(desk.store->read(
                         [table](Database &db) { return db.number(u"SELECT count(*) FROM "_s + table); })),
                0);
        }
        QVERIFY(!desk.want(desk.ana));
    }

    void withNobodyToAnswerThatIsSaidAfterAWhile()
    {
        RefreshDesk desk;
        QVERIFY(desk.want(desk.ana)->isUnderWay);
        desk.clock.advance(RefreshStore::kPatience);
        QVERIFY(desk.fresh(desk.ana)->isUnderWay);
        desk.clock.advance(1ms);
        const auto fresh = desk.fresh(desk.ana);
        QVERIFY(!fresh->isUnderWay && fresh->failure && fresh->failure->code == ErrorCode::Timeout);
        // Whoever comes late answers all the same.
        QVERIFY(!desk.lookUp(desk.ana)->failure);
    }

    void withoutASourceNobodyIsAsked()
    {
        RefreshDesk desk;
        desk.records.shut();
        desk.want(desk.ana);
        QVERIFY(waitFor(desk.refresh().remove(u"crm"_s, u"lea"_s)));
        QVERIFY(!desk.fresh(desk.ana) && !desk.want(desk.ana, true));
        const auto again = waitFor(desk.refresh().remove(u"crm"_s, u"lea"_s));
        QVERIFY(!again && again.error().code == ErrorCode::NotFound);
        // The question that was there is answered without asking.
        RefreshWatch watch(*desk.store, desk.records.road());
        QSignalSpy ended(&watch, &RefreshWatch::ended);
        QVERIFY(ended.wait(20'000));
        QVERIFY(desk.records.asked().isEmpty());
        QCOMPARE(desk.facts(u"customer-refreshed"_s).first()[u"failure"_s].toString(), u"not-found"_s);
        QVERIFY(desk.set(kFromAddress));
        QCOMPARE(waitFor(desk.refresh().sources())->size(), 1);
    }

    void aDefinitionThatMakesNoSenseIsRefused_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing") << QByteArray("{}") << u"source"_s;
        QTest::newRow("neither") << QByteArray(R"({"source": "crm"})") << u"either \"sql\" or \"http\""_s;
        QTest::newRow("both") << QByteArray(
            R"({"source": "crm", "http": {"url": "https://a.example/{key}"}, "sql": {"database": "a", "view": "v", "key": "k"}})")
                              << u"either \"sql\" or \"http\""_s;
        QTest::newRow("no key") << QByteArray(R"({"source": "crm", "http": {"url": "https://a.example/x"}})")
                                << u"{key} once"_s;
        QTest::newRow("two keys") << QByteArray(
            R"({"source": "crm", "http": {"url": "https://a.example/{key}/{key}"}})")
                                  << u"{key} once"_s;
        QTest::newRow("the key as a host")
            << QByteArray(R"({"source": "crm", "http": {"url": "https://{key}.example/x"}})") << u"host"_s;
        QTest::newRow("a file") << QByteArray(R"({"source": "crm", "http": {"url": "file:///etc/{key}"}})")
                                << u"whole address"_s;
        QTest::newRow("a password") << QByteArray(
            R"({"source": "crm", "http": {"url": "https://me:secret@a.example/{key}"}})")
                                    << u"password"_s;
        QTest::newRow("a password of a server") << QByteArray(
            R"({"source": "crm", "sql": {"database": "postgresql://me:secret@a/b", "view": "v", "key": "k"}})")
                                                << u"pgpass"_s;
        QTest::newRow("a kind without customers")
            << QByteArray(R"({"source": "crm", "kind": "stock", "http": {"url": "https://a.example/{key}"}})")
            << u"must be one of"_s;
        QTest::newRow("a field there is none of") << QByteArray(
            R"({"source": "crm", "columns": {"shoe": "S"}, "http": {"url": "https://a.example/{key}"}})")
                                                  << u"shoe"_s;
        QTest::newRow("no time") << QByteArray(
            R"({"source": "crm", "timeout_ms": 99, "http": {"url": "https://a.example/{key}"}})")
                                 << u"100 to 10000"_s;
        QTest::newRow("no JSON") << QByteArray("source: crm") << u"crm.json"_s;
    }
    void aDefinitionThatMakesNoSenseIsRefused()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, says);
        RefreshDesk desk;
        const auto refused = desk.set(file);
        QVERIFY(!refused);
        QCOMPARE(toString(refused.error().code), u"usage"_s);
        QVERIFY2(refused.error().detail.contains(says), qPrintable(refused.error().detail));
        QVERIFY2(!refused.error().detail.contains(u"secret"_s), qPrintable(refused.error().detail));
        const auto sources = *waitFor(desk.refresh().sources());
        QCOMPARE(sources.size(), 1); // the one there was
        QCOMPARE(sources.first().timeout, 500ms);
    }

    void aDefinitionIsReadAsItWasWritten_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("address") << kFromAddress;
        QTest::newRow("view") << QByteArray(
            R"({"source": "crm", "kind": "loyalty", "columns": {"points": "Punkte", "at": "Datum"}, "sql": {"database": "postgresql://crm.example/crm", "view": "care.points", "key": "customer_no"}})");
    }
    void aDefinitionIsReadAsItWasWritten()
    {
        QFETCH(QByteArray, file);
        RefreshDesk desk;
        const auto set = desk.set(file);
        QVERIFY2(set, qPrintable(set ? QString() : set.error().detail));
        desk.close();
        desk.open();
        QVERIFY(*waitFor(desk.refresh().sources()) == QList<RefreshSource>{*set});
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::RefreshTest)
#include "refresh_test.moc"
