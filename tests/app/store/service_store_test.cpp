#include "app/store/account_store.h"
#include "app/store/lease_store.h"
#include "app/store/service_store.h"
#include "tests/support/desk_fixture.h"

#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr milliseconds kTerm = 30s;
} // namespace

/// How services share accounts.
class ServiceStoreTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneServiceHasAllAccounts()
    {
        DeskFixture desk;
        addAccounts(desk, 2);
        const ServiceTurn first = turn(desk, u"one"_s);
        QCOMPARE(first.held.size(), 3);
        QCOMPARE(first.surplus.size(), 0);
        QVERIFY(turn(desk, u"one"_s).held == first.held);
        QCOMPARE(facts(desk, u"lease-taken"_s), 3); // a renewal is no fact
    }

    void aSecondServiceGetsItsShareWhenTheFirstGivesBack()
    {
        DeskFixture desk;
        addAccounts(desk, 2);
        QCOMPARE(turn(desk, u"one"_s).held.size(), 3);
        QCOMPARE(turn(desk, u"two"_s).held.size(), 0); // nothing is free
        const ServiceTurn asked = turn(desk, u"one"_s);
        QCOMPARE(asked.services, 2);
        QCOMPARE(asked.surplus.size(), 1);
        release(desk, asked.surplus.first(), u"one"_s);
        QVERIFY(turn(desk, u"two"_s).held == asked.surplus);
        QCOMPARE(turn(desk, u"one"_s).held.size(), 2);
        QCOMPARE(turn(desk, u"one"_s).surplus.size(), 0);
    }

    void nobodyTakesWhatIsHeldAndEverybodyWhatIsOver()
    {
        DeskFixture desk;
        QCOMPARE(turn(desk, u"one"_s).held.size(), 1);
        const qint64 before = takeAs(desk, u"one"_s).value_or(0);
        QVERIFY(before > 0);
        QCOMPARE(turn(desk, u"two"_s).held.size(), 0);
        QVERIFY(!takeAs(desk, u"two"_s));
        QVERIFY(isHeld(desk, before));
        letLeasesRunOut(desk);
        QCOMPARE(turn(desk, u"two"_s).held.size(), 1);
        QVERIFY(!isHeld(desk, before)); // in the transaction that took it
        QVERIFY(!takeAs(desk, u"one"_s));
        QCOMPARE(turn(desk, u"one"_s).held.size(), 0);
    }

    void whatNobodyTookIsKept()
    {
        DeskFixture desk;
        QCOMPARE(turn(desk, u"one"_s).held.size(), 1);
        const qint64 epoch = takeAs(desk, u"one"_s).value_or(0);
        letLeasesRunOut(desk);
        QCOMPARE(turn(desk, u"one"_s).held.size(), 1);
        QVERIFY(isHeld(desk, epoch));
    }

    void whoLeavesIsReplacedAtOnce()
    {
        DeskFixture desk;
        QCOMPARE(turn(desk, u"one"_s).held.size(), 1);
        QVERIFY(waitFor(desk.store->write([](Database &db) { ServiceStore(db).leave(u"one"_s); })));
        const ServiceTurn next = turn(desk, u"two"_s);
        QCOMPARE(next.held.size(), 1);
        QCOMPARE(next.services, 1);
        QCOMPARE(facts(desk, u"lease-released"_s), 1);
    }

    void theFiguresTellWhoHasWhat()
    {
        DeskFixture desk;
        QCOMPARE(turn(desk, u"one"_s).held.size(), 1);
        desk.keep(desk.mention(u"11"_s, u"7"_s));
        const auto figures
            = waitFor(desk.store->read([](Database &db) { return ServiceStore(db).figures(); }));
        QVERIFY(figures.has_value());
        QCOMPARE(figures->waiting, 1);
        QCOMPARE(figures->services, 1);
        QCOMPARE(figures->leases.size(), 1);
        QCOMPARE(figures->leases.first().holder, u"one"_s);
        QCOMPARE(figures->outbox.value(u"queued"_s), 0);
    }

private:
    static void addAccounts(DeskFixture &desk, int count)
    {
        for (int i = 0; i < count; ++i) {
            Account account = desk.account;
            account.name = u"more %1"_s.arg(i);
            QVERIFY(waitFor(
                desk.store->write([account](Database &db) { return AccountStore(db).add(account); })));
        }
    }

    static ServiceTurn turn(DeskFixture &desk, const QString &name)
    {
        return waitFor(desk.store->write([name](Database &db) {
            return ServiceStore(db).turn(name, u"host"_s, kTerm);
        })).value_or(ServiceTurn{});
    }

    static void release(DeskFixture &desk, AccountId account, const QString &name)
    {
        QVERIFY(waitFor(
            desk.store->write([account, name](Database &db) { ServiceStore(db).release(account, name); })));
    }

    static std::optional<qint64> takeAs(DeskFixture &desk, const QString &name)
    {
        return waitFor(desk.store->write([id = desk.account.id, name](Database &db) {
            return LeaseStore(db).takeAs(id, name);
        })).value_or(std::nullopt);
    }

    static bool isHeld(DeskFixture &desk, qint64 epoch)
    {
        return waitFor(desk.store->read([id = desk.account.id, epoch](Database &db) {
            return LeaseStore(db).isHeld(id, epoch);
        })).value_or(false);
    }

    static void letLeasesRunOut(DeskFixture &desk)
    {
        QVERIFY(waitFor(desk.store->write([](Database &db) {
            db.exec(u"UPDATE lease SET until_ms = 1"_s);
            db.exec(u"UPDATE service SET until_ms = 1"_s);
        })));
    }

    static qint64 facts(DeskFixture &desk, const QString &fact)
    {
        return waitFor(desk.store->read([fact](Database &db) {
            return db.number(u"SELECT count(*) FROM journal WHERE fact = ?"_s, {fact});
        })).value_or(-1);
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::ServiceStoreTest)
#include "service_store_test.moc"
