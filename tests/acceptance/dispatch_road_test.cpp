#include "app/store/reply_store.h"
#include "connectors/sandbox/sandbox.h"
#include "tests/acceptance/road.h"
#include "tests/support/seed.h"
#include "ui/wiring/dispatch_run.h"

#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
struct Road {
    Road(const Clock &time, quint32 seed)
        : sandbox(*sandbox::Sandbox::start(time,
            {.scenario = {{u"mention_count"_s, 150}, {u"windows"_s, roomyWindows()},
                 {u"lock_after_refusals"_s, 0}, {u"duplicate_check"_s, QJsonObject{{u"enabled"_s, false}}}},
                .seed = seed}))
        , control(sandbox->url())
        , workplace(*wiring::Workplace::create(folder.filePath(u"desk"_s), time))
        , account(addAccount(*workplace, folder.path(), sandbox->url(), settings()))
    {
    }

    static QJsonObject settings()
    {
        QJsonObject settings = hurriedSettings();
        settings.insert(u"deadline_ms"_s, 250);
        return settings;
    }

    QTemporaryDir folder;
    std::unique_ptr<sandbox::Sandbox> sandbox;
    SandboxControl control;
    std::unique_ptr<wiring::Workplace> workplace;
    Account account;
};

/// Sends until nothing is left, or for `patience`; then everything under way is dropped where it stands, as by a crash.
int dispatch(Road &road, std::optional<milliseconds> patience)
{
    wiring::DispatchRun run(*road.workplace, wiring::DispatchRun::Until::Empty);
    QEventLoop loop;
    int attempts = 0;
    QObject::connect(&run, &wiring::DispatchRun::attempted, &loop, [&] { ++attempts; });
    QObject::connect(&run, &wiring::DispatchRun::finished, &loop, &QEventLoop::quit);
    const Done started = run.start({road.account});
    Q_ASSERT(started);
    if (patience) {
        QTimer::singleShot(*patience, &loop, &QEventLoop::quit);
    }
    loop.exec();
    return attempts;
}

const QStringList kFaults{u"drop"_s, u"drop_after_write"_s, u"reset"_s, u"reset_after_write"_s, u"status"_s,
    u"status_after_write"_s, u"timeout_after_write"_s, u"truncated"_s, u"malformed"_s};

QJsonArray randomFaults(QRandomGenerator &random)
{
    QJsonArray rules;
    for (int i = random.bounded(3); i > 0; --i) {
        const QString &kind = kFaults[random.bounded(int(kFaults.size()))];
        rules.append(QJsonObject{{u"kind"_s, kind},
            {u"operation"_s, random.bounded(5) == 0 && !kind.contains(u"write"_s) ? u"own"_s : u"create"_s},
            {u"share"_s, random.generateDouble() / 2}, {u"count"_s, 1 + random.bounded(4)}});
    }
    rules.append(QJsonObject{
        {u"kind"_s, u"latency"_s}, {u"operation"_s, u"create"_s}, {u"min_ms"_s, 0}, {u"max_ms"_s, 5}});
    return rules;
}
} // namespace

/// I2 on the whole road: each press of Send reaches the network once, or not at all and the agent is told.
class DispatchRoadTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void thousandsOfRandomStepsSendEachReplyAtMostOnce()
    {
        const quint32 seed = printedSeed();
        QRandomGenerator random(seed);
        const SystemClock clock;
        Road road(clock, seed);
        QVERIFY(!pullOnce(*road.workplace, road.account));
        const QList<Message> questions = answerable(*road.workplace);
        int steps = 0;
        int presses = 0;
        for (int round = 0; round < 250; ++round) {
            for (int i = random.bounded(18); i >= 0; --i, ++steps) {
                const Message &question = questions[random.bounded(int(questions.size()))];
                const auto pressed
                    = waitFor(road.workplace->outbox().press({.conversation = question.conversation,
                        .parent = question.id,
                        .body = u"answer %1"_s.arg(++presses)}));
                QVERIFY(pressed.has_value());
                if (random.bounded(12) == 0) {
                    ++steps;
                    QVERIFY(*waitFor(road.workplace->outbox().withdraw(pressed->id)));
                }
            }
            QVERIFY(road.control.setFaults(randomFaults(random)));
            steps += dispatch(road, milliseconds(random.bounded(200)));
        }
        road.control.clearFaults();
        steps += dispatch(road, {});
        qInfo("%d steps, %d presses of Send", steps, presses);
        QVERIFY(steps > 3000);
        compare(road, presses, seed);
    }

private:
    static void compare(Road &road, int presses, quint32 seed)
    {
        QHash<QString, QString> onTheNetwork; // text -> id
        for (const QJsonValue &post : road.control.posts(true)) {
            const QString text = post[u"text"_s].toString();
            if (text.startsWith(u"answer "_s)) {
                QVERIFY2(!onTheNetwork.contains(text),
                    qPrintable(u"sent twice: %1 (seed %2)"_s.arg(text).arg(seed)));
                onTheNetwork.insert(text, post[u"id"_s].toString());
            }
        }
        const auto entries = waitFor(road.workplace->outbox().entries(1'000'000));
        QCOMPARE(entries->size(), presses);
        int accepted = 0;
        for (const OutboxEntry &entry : *entries) {
            const Reply &reply = entry.reply;
            QVERIFY2(reply.state == ReplyState::Accepted || reply.state == ReplyState::Withdrawn,
                qPrintable(u"%1 is %2: %3"_s.arg(reply.body, toString(reply.state), reply.detail)));
            accepted += reply.state == ReplyState::Accepted ? 1 : 0;
            QCOMPARE(onTheNetwork.value(reply.body), reply.remoteId);
        }
        QCOMPARE(onTheNetwork.size(), accepted);
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::DispatchRoadTest)
#include "dispatch_road_test.moc"
