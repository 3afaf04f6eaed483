#include "app/customers/erasure.h"
#include "tests/app/customers/refresh_desk.h"
#include "tests/support/wait_for_store.h"

#include <QJsonArray>
#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

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
        QVERIFY(!desk.set("{}")); // which changes nothing
        QCOMPARE(waitFor(desk.refresh().sources())->size(), 1);
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::RefreshTest)
#include "refresh_test.moc"
