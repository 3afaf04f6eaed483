#include "app/intake/account_walk.h"
#include "app/store/account_store.h"
#include "connectors/sandbox/sandbox.h"
#include "tests/acceptance/road.h"
#include "tests/support/seed.h"
#include "ui/wiring/accounts.h"

#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
QJsonObject fault(const QString &kind, QRandomGenerator &random)
{
    return {{u"kind"_s, kind}, {u"operation"_s, random.bounded(3) == 0 ? u"own"_s : u"mentions"_s},
        {u"share"_s, 0.1 + random.generateDouble() / 2}};
}

const QStringList kPageFaults{u"repeated_items"_s, u"reordered"_s, u"repeated_page"_s, u"truncated"_s,
    u"malformed"_s, u"drop"_s, u"status"_s};
} // namespace

/// I1 on the whole road: sandbox, HTTP, connector, walk, SQLite.
class IntakeRoadTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void walkedTwiceStoresOnce()
    {
        Road road;
        QVERIFY(!pullOnce(*road.workplace, road.account));
        const qsizetype stored = inboundMessages(*road.workplace).size();
        QVERIFY(stored >= 20);
        QVERIFY(!pullOnce(*road.workplace, road.account));
        QCOMPARE(inboundMessages(*road.workplace).size(), stored);
    }

    void cutWalkDoesNotMoveTheCursorAndLosesNothing()
    {
        Road road({{u"mention_count"_s, 350}});
        QVERIFY(road.control.setFaults(
            {QJsonObject{{u"kind"_s, u"truncated"_s}, {u"operation"_s, u"mentions"_s}, {u"share"_s, 0.6}}}));
        for (int i = 0; i < 10; ++i) {
            const auto cut = pullOnce(*road.workplace, road.account);
            const auto progress = waitFor(road.workplace->store().read([id = road.account.id](Database &db) {
                return AccountStore(db).progressOf(id, u"mentions"_s).watermark;
            }));
            QCOMPARE(cut && cut->code == ErrorCode::MalformedAnswer, progress->isEmpty());
            if (!cut) {
                break;
            }
        }
        road.control.clearFaults();
        QVERIFY(!pullOnce(*road.workplace, road.account));
        compare(road);
    }

    void thousandsOfRandomStepsStoreEachMessageOnce()
    {
        const quint32 seed = printedSeed();
        QRandomGenerator random(seed);
        Road road({{u"mention_count"_s, 120}}, seed);
        int steps = 0;
        for (int round = 0; round < 450; ++round) {
            for (int i = random.bounded(10); i >= 0; --i, ++steps) {
                road.control.write(u"person%1"_s.arg(random.bounded(40)),
                    u"@%1 step %2"_s.arg(road.sandbox->brandHandle()).arg(steps));
            }
            QJsonArray rules;
            for (int i = random.bounded(3); i > 0; --i) {
                rules.append(fault(kPageFaults[random.bounded(int(kPageFaults.size()))], random));
            }
            QVERIFY(road.control.setFaults(rules));
            for (int i = random.bounded(3); i >= 0; --i, ++steps) {
                pullOrAbandon(road, random);
            }
        }
        road.control.clearFaults();
        const auto cut = pullOnce(*road.workplace, road.account);
        QVERIFY2(!cut, qPrintable(cut ? cut->detail : QString()));
        qInfo("%d steps", steps);
        QVERIFY(steps > 2500);
        compare(road);
    }

private:
    struct Road {
        explicit Road(const QJsonObject &scenario = {}, quint32 seed = 1)
            : sandbox(*sandbox::Sandbox::start(clock, {.scenario = unlimited(scenario), .seed = seed}))
            , control(sandbox->url())
            , workplace(*wiring::Workplace::create(folder.filePath(u"desk"_s), clock))
            , account(addAccount(*workplace, folder.path(), sandbox->url(), hurriedSettings()))
        {
        }

        static QJsonObject unlimited(QJsonObject scenario)
        {
            // This road is about what arrives; limits have their own.
            scenario.insert(u"windows"_s, roomyWindows());
            return scenario;
        }

        SystemClock clock;
        QTemporaryDir folder;
        std::unique_ptr<sandbox::Sandbox> sandbox;
        SandboxControl control;
        std::unique_ptr<wiring::Workplace> workplace;
        Account account;
    };

    /// A walk, or one that is abandoned somewhere in the middle with all it had in hand.
    static void pullOrAbandon(Road &road, QRandomGenerator &random)
    {
        if (random.bounded(3) != 0) {
            Q_UNUSED(pullOnce(*road.workplace, road.account))
            return;
        }
        const auto connector = wiring::makeConnector(road.account, road.clock);
        AccountWalk walk(
            road.workplace->store(), **connector, road.clock, road.account.id, AccountWalk::Streams::All);
        QEventLoop loop;
        QObject::connect(&walk, &AccountWalk::finished, &loop, &QEventLoop::quit);
        QTimer::singleShot(random.bounded(25), &loop, &QEventLoop::quit);
        walk.start();
        loop.exec();
    }

    static void compare(Road &road)
    {
        QHash<QString, QString> expected;
        for (const QJsonValue &post : road.control.posts(false)) {
            if (post[u"mentions_brand"_s].toBool()) {
                expected.insert(post[u"id"_s].toString(), post[u"text"_s].toString());
            }
        }
        QHash<QString, QString> stored;
        QHash<QString, QSet<ConversationId>> conversations;
        for (const Message &message : inboundMessages(*road.workplace)) {
            QVERIFY2(!stored.contains(message.remoteId), qPrintable(message.remoteId));
            stored.insert(message.remoteId, message.body);
            conversations[message.author.remoteId].insert(message.conversation);
        }
        QCOMPARE(QSet<QString>(stored.keyBegin(), stored.keyEnd()),
            QSet<QString>(expected.keyBegin(), expected.keyEnd()));
        QCOMPARE(stored, expected);
        for (const auto &ofOne : std::as_const(conversations)) {
            QCOMPARE(ofOne.size(), 1); // one customer, one open matter
        }
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::IntakeRoadTest)
#include "intake_road_test.moc"
