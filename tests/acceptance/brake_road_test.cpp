#include "app/dispatch/guard/brakes.h"
#include "connectors/sandbox/sandbox.h"
#include "tests/acceptance/road.h"
#include "ui/wiring/dispatch_run.h"

#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int kReplies = 60;

struct Road {
    explicit Road(const Clock &time)
        : sandbox(*sandbox::Sandbox::start(
            time, {.scenario = {{u"mention_count"_s, 150}, {u"windows"_s, roomyWindows()}}, .seed = 7}))
        , control(sandbox->url())
        , workplace(*wiring::Workplace::create(folder.filePath(u"desk"_s), time))
        , account(addAccount(*workplace, folder.path(), sandbox->url(), hurriedSettings()))
    {
    }

    void press()
    {
        const QList<Message> questions = answerable(*workplace);
        for (int i = 0; i < kReplies; ++i) {
            QVERIFY(
                waitFor(workplace->outbox().press(
                            {.parent = questions[i].id, .body = u"answer %1"_s.arg(i), .agent = u"ann"_s}))
                    .has_value());
        }
    }

    int onTheNetwork()
    {
        int count = 0;
        for (const QJsonValue &post : control.posts(true)) {
            count += post[u"text"_s].toString().contains(u"answer "_s) ? 1 : 0;
        }
        return count;
    }

    QTemporaryDir folder;
    std::unique_ptr<sandbox::Sandbox> sandbox;
    SandboxControl control;
    std::unique_ptr<wiring::Workplace> workplace;
    Account account;
};

/// Sends until nothing is left or everything is stopped; why it stopped.
struct Sending {
    explicit Sending(Road &road) : run(*road.workplace, wiring::DispatchRun::Until::Empty)
    {
        QObject::connect(&run, &wiring::DispatchRun::stopped, &loop,
            [this](const QString &, const Error &error) { stopped = error; });
        QObject::connect(&run, &wiring::DispatchRun::finished, &loop, &QEventLoop::quit);
        const Done started = run.start({road.account});
        Q_ASSERT(started);
    }

    wiring::DispatchRun run;
    QEventLoop loop;
    std::optional<Error> stopped;
};
} // namespace

/// The brake on the whole road: a real store, a real connector, a network on loopback.
class BrakeRoadTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aBrakeInAFullQueueStopsEverythingThatHasNotBegun()
    {
        const SystemClock clock;
        Road road(clock);
        QVERIFY(!pullOnce(*road.workplace, road.account));
        road.press();
        Brakes brakes(road.workplace->store());
        {
            Sending sending(road);
            int attempts = 0;
            QObject::connect(&sending.run, &wiring::DispatchRun::attempted, &sending.loop, [&] {
                if (++attempts == 10) {
                    const auto set = brakes.set(
                        {.account = road.account.id, .agent = u"sue"_s, .why = u"a wrong price"_s});
                    Q_UNUSED(set)
                }
            });
            sending.loop.exec();
            QVERIFY(sending.stopped && sending.stopped->code == ErrorCode::Braked);
        }
        const int sent = road.onTheNetwork();
        QVERIFY2(sent >= 10 && sent < kReplies, qPrintable(QString::number(sent)));

        Sending braked(road);
        braked.loop.exec();
        QVERIFY(braked.stopped && braked.stopped->code == ErrorCode::Braked);
        QCOMPARE(road.onTheNetwork(), sent);

        QVERIFY(waitFor(brakes.release(road.account.id, {}, 0ms, u"sue"_s)).has_value());
    }

    void afterTheReleaseEverythingLeavesOnceButNotAtOnce()
    {
        const SystemClock clock;
        Road road(clock);
        QVERIFY(!pullOnce(*road.workplace, road.account));
        road.press();
        Brakes brakes(road.workplace->store());
        QVERIFY(
            waitFor(brakes.set({.account = road.account.id, .agent = u"sue"_s, .why = u"a wrong price"_s}))
                .has_value());
        QVERIFY(waitFor(brakes.release(road.account.id, {}, 15min, u"sue"_s)).has_value());
        {
            Sending slow(road);
            QTimer::singleShot(
                2s, &slow.loop, &QEventLoop::quit); // the second one is due after half a minute
            slow.loop.exec();
            QCOMPARE(road.onTheNetwork(), 1);
        }
        QVERIFY(waitFor(brakes.set({.account = road.account.id, .agent = u"sue"_s, .why = u"again"_s}))
                    .has_value());
        QVERIFY(waitFor(brakes.release(road.account.id, {}, 0ms, u"sue"_s)).has_value());
        Sending rest(road); // who brakes again and lets go at once means it
        rest.loop.exec();
        QVERIFY(!rest.stopped);
        QCOMPARE(road.onTheNetwork(), kReplies);
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::BrakeRoadTest)
#include "brake_road_test.moc"
