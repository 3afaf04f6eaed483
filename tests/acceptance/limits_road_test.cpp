#include "connectors/sandbox/sandbox.h"
#include "tests/acceptance/road.h"
#include "ui/wiring/dispatch_run.h"

#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr double kSpeed = 300;

QJsonObject window(const QString &name, int seconds, int limit, const QString &kind, const QString &header)
{
    return {{u"name"_s, name}, {u"operation"_s, u"create"_s}, {u"length_s"_s, seconds}, {u"limit"_s, limit},
        {u"kind"_s, kind}, {u"header"_s, header}};
}

/// Small windows, so that a test sees them full within seconds of real time.
QJsonObject scenario()
{
    return {{u"mention_count"_s, 80},
        {u"windows"_s,
            QJsonArray{window(u"15 min"_s, 900, 10, u"fixed"_s, u"x-rate-limit"_s),
                window(u"30 min"_s, 1800, 15, u"slotted"_s, u""_s)}}};
}

QJsonObject settings(int halfHour)
{
    const QJsonObject replies{{u"15 min"_s, 10}, {u"30 min"_s, halfHour}};
    return {{u"limits"_s, QJsonObject{{u"windows"_s, QJsonObject{{u"reply"_s, replies}}}}}};
}
} // namespace

/// I3 on the whole road, in fast time.
class LimitsRoadTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knownWindowsAreNeverExceededAndTheForecastComesTrue()
    {
        Road road(settings(15));
        const auto last = road.pressMany(40).forecast;
        QVERIFY(last->leavesAt > road.clock.now() + 60min); // 15 each half hour
        const QHash<QString, int> outcomes = road.dispatchAll();
        QCOMPARE(outcomes, (QHash<QString, int>{{u"accepted"_s, 40}}));
        // Within the coarse pace of fast time, where a round trip of some ms is seconds.
        QVERIFY2(road.clock.now() - last->leavesAt < 20min, qPrintable(toIso(road.clock.now())));
        QCOMPARE(road.control.posts(true).size() - road.brandPostsBefore, 40);
    }

    void limitNobodyToldUsCostsAHandfulOfRefusalsAndNoReply()
    {
        Road road(settings(1000)); // we believe 1,000 a half hour; the network allows 15 and does not say so
        road.pressMany(40);
        const QHash<QString, int> outcomes = road.dispatchAll();
        QCOMPARE(outcomes.value(u"accepted"_s), 40);
        QVERIFY2(
            outcomes.value(u"limited"_s) <= 5, qPrintable(QString::number(outcomes.value(u"limited"_s))));
        QCOMPARE(outcomes.size(), 2);
    }

private:
    struct Road {
        explicit Road(const QJsonObject &accountSettings)
            : sandbox(*sandbox::Sandbox::start(clock, {.scenario = scenario()}))
            , control(sandbox->url())
            , workplace(*wiring::Workplace::create(folder.filePath(u"desk"_s), clock))
            , account(addAccount(*workplace, folder.path(), sandbox->url(), accountSettings))
            , brandPostsBefore(control.posts(true).size())
        {
            const auto cut = pullOnce(*workplace, account);
            Q_ASSERT(!cut);
        }

        /// The last one, with its forecast.
        OutboxEntry pressMany(int count)
        {
            const QList<Message> questions = answerable(*workplace);
            ReplyId last;
            for (int i = 0; i < count; ++i) {
                const Message &question = questions[i % questions.size()];
                last = waitFor(workplace->outbox().press({.conversation = question.conversation,
                                   .parent = question.id,
                                   .body = u"answer %1"_s.arg(i)}))
                           ->id;
            }
            return *waitFor(workplace->outbox().entry(last));
        }

        QHash<QString, int> dispatchAll()
        {
            wiring::DispatchRun run(*workplace, wiring::DispatchRun::Until::Empty);
            QEventLoop loop;
            QHash<QString, int> outcomes;
            QObject::connect(&run, &wiring::DispatchRun::attempted, &loop, [&](const AttemptReport &report) {
                ++outcomes[report.outcome];
                if (report.outcome == "rejected"_L1) {
                    qWarning("%s: %s", qPrintable(report.reason), qPrintable(report.detail));
                }
            });
            QObject::connect(&run, &wiring::DispatchRun::finished, &loop, &QEventLoop::quit);
            const Done started = run.start({account});
            Q_ASSERT(started);
            loop.exec();
            return outcomes;
        }

        FastClock clock{instantFromMs(1'763'560'800'000), kSpeed};
        QTemporaryDir folder;
        std::unique_ptr<sandbox::Sandbox> sandbox;
        SandboxControl control;
        std::unique_ptr<wiring::Workplace> workplace;
        Account account;
        qsizetype brandPostsBefore = 0;
    };
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::LimitsRoadTest)
#include "limits_road_test.moc"
