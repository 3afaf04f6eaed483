#include "connectors/sandbox/world/dice.h"
#include "tests/bench/world/days.h"
#include "tests/bench/world/optimum.h"
#include "tests/bench/world/peers.h"
#include "tests/bench/world_plans.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace fw::world;
using namespace Qt::StringLiterals;

namespace fw::test {

namespace {
/// A desk that breaks the rules of the protocol, one after the other.
class RudeDesk final : public WorldDesk
{
public:
    bool begin(qint64, qint64, const WorldInfo &) override { return true; }
    WorldStep advance(qint64 until, qint64, const QList<WorldEvent> &events) override
    {
        if (events.isEmpty() || !std::holds_alternative<WorldJob>(events.first())) {
            return {.at = until};
        }
        const qint64 job = std::get<WorldJob>(events.first()).id;
        using Do = WorldAction::Kind;
        return {.at = until + 1,
            .actions = {{.kind = Do::Send, .request = 1, .job = job},
                {.kind = Do::Send, .request = 1, .job = job}, {.kind = Do::Send, .request = 2, .job = 99},
                {.kind = Do::Confirm, .job = job}, {.kind = Do::Send, .request = 3, .job = job}}};
    }
};
} // namespace

class WorldTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsAcceptedOverAWindow_data();
    void nothingIsAcceptedOverAWindow();
    void countsAndResetsAreTold();
    void percentagesAreWholeAndOfTheRealLimit();
    void refusalsTellTheirCode();
    void tooManyRefusalsLockForGood();
    void aPostIsFoundWhenItIsVisible();
    void theSameSeedGivesTheSameBytes_data();
    void theSameSeedGivesTheSameBytes();
    void aDeskThatIsKilledGoesOn();
    void breachesOfTheProtocolAreNoted();
};

void WorldTest::nothingIsAcceptedOverAWindow_data()
{
    QTest::addColumn<bool>("isSliding");
    QTest::addColumn<bool>("countsRefused");
    QTest::newRow("fixed") << false << false;
    QTest::newRow("sliding") << true << false;
    QTest::newRow("sliding, refused calls count") << true << true;
}

void WorldTest::nothingIsAcceptedOverAWindow()
{
    QFETCH(bool, isSliding);
    QFETCH(bool, countsRefused);
    const Kind kind = isSliding ? Kind::Sliding : Kind::Fixed;
    PlatformPlan plan = planOf(
        {window(u"a"_s, kind, 10 * kMinute, 7), window(u"b"_s, kind, kHour, 20, Header::Hidden)}, 777);
    plan.lowerings = {{.window = 0, .span = {.from = kHour, .until = 2 * kHour}, .limit = 3}};
    plan.countsRefused = countsRefused;
    plan.lockingBurst = plan.lockingDay = 1'000'000;
    Platform platform(plan);
    Dice dice(5);
    qint64 at = 0;
    for (qint64 job = 1; at < 5 * kHour; ++job) {
        at += qint64(dice.exponential(30'000));
        (void)platform.send(at, job, QString::number(job));
    }
    QVERIFY(platform.accepted().size() >= (countsRefused ? 7 : 60));
    for (qsizetype i = 0; i < plan.windows.size(); ++i) {
        const WorldWindow &one = plan.windows[i];
        for (const Platform::Acceptance &last : platform.accepted()) {
            const auto used = std::count_if(platform.accepted().begin(), platform.accepted().end(),
                [&](const Platform::Acceptance &other) {
                    const bool isInside = isSliding ? other.at > last.at - one.length
                                                    : periodOf(one.length, plan.phases[i], other.at)
                            == periodOf(one.length, plan.phases[i], last.at);
                    return isInside && other.at <= last.at;
                });
            QVERIFY(used <= limitAt(plan, i, last.at));
        }
    }
}

void WorldTest::countsAndResetsAreTold()
{
    PlatformPlan plan = planOf(
        {window(u"fixed"_s, Kind::Fixed, 15 * kMinute, 5), window(u"sliding"_s, Kind::Sliding, kHour, 9),
            window(u"hidden"_s, Kind::Sliding, kHour, 2, Header::Hidden)},
        100'300);
    plan.neighbours = {2'000, 3'000};
    Platform platform(plan);
    const WorldAnswer answer = platform.send(200'900, 1, u"text"_s);
    QCOMPARE(answer.status, 403); // another program has used up the hidden window
    QCOMPARE(answer.readings.size(), 2);
    QCOMPARE(*answer.date, kServerEpoch + 200'000);
    QCOMPARE(answer.readings[0].name, u"fixed"_s);
    QCOMPARE(answer.readings[0].limit, 5);
    QCOMPARE(answer.readings[0].remaining, 5); // a new period since the boundary at 100.3 s
    QCOMPARE(answer.readings[0].reset, kServerEpoch + 1'001'000);
    QCOMPARE(answer.readings[1].remaining, 7);
    QCOMPARE(answer.readings[1].reset, kServerEpoch + 3'602'000);
}

void WorldTest::percentagesAreWholeAndOfTheRealLimit()
{
    PlatformPlan plan = planOf({window(u"hour"_s, Kind::Sliding, kHour, 30, Header::Percent)});
    plan.lowerings = {{.window = 0, .span = {.from = 10 * kMinute, .until = kHour}, .limit = 3}};
    Platform platform(plan);
    QCOMPARE(platform.send(0, 1, u"a"_s).readings.first().percent, 3); // 1 of 30
    QCOMPARE(platform.send(1, 2, u"b"_s).readings.first().percent, 6);
    const WorldAnswer lookup = platform.lookup(2, 2);
    QCOMPARE(lookup.readings.first().percent, 6);
    QCOMPARE(lookup.readings.first().limit, -1);
    QCOMPARE(platform.send(10 * kMinute, 3, u"c"_s).readings.first().percent, 100); // 3 of 3
    const WorldAnswer refused = platform.send(11 * kMinute, 4, u"d"_s);
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.code, 32);
    QCOMPARE(*refused.regainMinutes, 49.0); // the first one leaves after an hour
}

void WorldTest::refusalsTellTheirCode()
{
    const auto refusedBy = [](Header header) {
        Platform platform(planOf({window(u"w"_s, Kind::Fixed, kHour, 1, header)}));
        (void)platform.send(0, 1, u"a"_s);
        const WorldAnswer answer = platform.send(1, 2, u"b"_s);
        return std::pair(answer.status, answer.code);
    };
    QCOMPARE(refusedBy(Header::Count), std::pair(429, 88));
    QCOMPARE(refusedBy(Header::Percent), std::pair(400, 32));
    QCOMPARE(refusedBy(Header::Hidden), std::pair(403, 185));
    PlatformPlan plan = planOf({window(u"w"_s, Kind::Fixed, kHour, 10)});
    Platform platform(plan);
    QCOMPARE(platform.send(0, 1, u"same"_s).status, 201);
    QCOMPARE(platform.send(1, 2, u"same"_s).code, 187);
    QCOMPARE(platform.send(24 * kHour, 2, u"same"_s).status, 201);
    plan.detectsDuplicates = false;
    Platform blind(plan);
    QCOMPARE(blind.send(0, 1, u"same"_s).status, 201);
    QCOMPARE(blind.send(1, 2, u"same"_s).status, 201);
}

void WorldTest::tooManyRefusalsLockForGood()
{
    PlatformPlan plan = planOf({window(u"w"_s, Kind::Fixed, kHour, 1)});
    plan.lockingBurst = 3;
    Platform patient(plan);
    (void)patient.send(0, 1, u"a"_s);
    for (qint64 i = 1; i <= 9; ++i) {
        (void)patient.send(i * 5 * kMinute, 1 + i, QString::number(i)); // never three in ten minutes
    }
    QVERIFY(!patient.lockedAt());
    Platform hasty(plan);
    for (qint64 i = 0; i < 4; ++i) {
        (void)hasty.send(i, 1 + i, QString::number(i));
    }
    QCOMPARE(hasty.lockedAt(), std::optional<qint64>(3));
    QCOMPARE(hasty.send(5 * kHour, 9, u"z"_s).code, 326);
}

void WorldTest::aPostIsFoundWhenItIsVisible()
{
    PlatformPlan plan = planOf({window(u"w"_s, Kind::Fixed, kHour, 10)});
    plan.lookupsPerQuarter = 3;
    Platform platform(plan);
    (void)platform.send(0, 1, u"a"_s);
    QCOMPARE(platform.lookup(plan.visibleLag / 2 - 1, 1).found, std::optional<bool>(false));
    QCOMPARE(platform.lookup(plan.visibleLag * 16 / 10, 1).found, std::optional<bool>(true));
    QCOMPARE(platform.lookup(plan.visibleLag * 16 / 10, 2).found, std::optional<bool>(false));
    const WorldAnswer over = platform.lookup(plan.visibleLag * 2, 1);
    QCOMPARE(over.status, 429);
    QVERIFY(!over.found);
    QCOMPARE(platform.lookup(15 * kMinute, 1).status, 200);
}

void WorldTest::theSameSeedGivesTheSameBytes_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : dayNames()) {
        QTest::newRow(qPrintable(name)) << name;
    }
}

void WorldTest::theSameSeedGivesTheSameBytes()
{
    QFETCH(QString, name);
    const auto bytes = [&name](quint64 seed) {
        QByteArray transcript;
        Day day = makeDay(name, seed);
        day.jobs.resize(std::min<qsizetype>(day.jobs.size(), 300));
        const Policy policy = peerPolicies()[6]; // keeps clear of locks, so that the whole day is seen
        const Score score = runDay(day, {}, policy, &transcript).score;
        return transcript + QJsonDocument(score.toJson(false)).toJson();
    };
    const QByteArray first = bytes(7);
    QVERIFY(first.count('\n') > 900); // a send, the platform's answer, done
    QCOMPARE(bytes(7), first);
    QVERIFY(bytes(8) != first);
}

void WorldTest::aDeskThatIsKilledGoesOn()
{
    Day day{.platform = planOf({window(u"w"_s, Kind::Fixed, kHour, 10)}),
        .desks = {{.down = {{.from = kMinute, .until = 2 * kMinute}}}},
        .end = 4 * kHour};
    day.classes = {{.weight = 1}};
    day.jobs = {{.id = 1, .at = kMinute - 1, .due = kHour, .text = u"a"_s}, // its answer comes to nobody
        {.id = 2, .at = kMinute + 1, .due = kHour, .text = u"b"_s}};
    const Score score = runDay(day, optimumOf(day), peerPolicies().first()).score;
    QCOMPARE(score.share, 1.0);
    QCOMPARE(score.refusals, (std::map<int, int>{{187, 1}}));
    QCOMPARE(score.neverSent + score.unsettled + score.lost(), 0);
    QVERIFY(score.breaches.isEmpty());
    day.platform.detectsDuplicates = false;
    QCOMPARE(runDay(day, optimumOf(day), peerPolicies().first()).score.duplicates, 1);
}

void WorldTest::breachesOfTheProtocolAreNoted()
{
    Day day{.platform = planOf({window(u"w"_s, Kind::Fixed, kHour, 10)}), .desks = {{}}, .end = 4 * kHour};
    day.classes = {{.weight = 1}};
    day.jobs = {{.id = 1, .at = kMinute, .due = kHour, .text = u"a"_s}};
    const Policy rude{.name = u"rude"_s, .make = [](int) {
                          Desks desks;
                          desks.push_back(std::make_unique<RudeDesk>());
                          return desks;
                      }};
    const Score score = runDay(day, optimumOf(day), rude).score;
    QCOMPARE(score.breaches.size(), 4); // the time, the number, the job of nobody, the job that was done
    QCOMPARE(score.share, 1.0);
    QCOMPARE(score.duplicates, 0);
}

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::WorldTest)
#include "world_test.moc"
