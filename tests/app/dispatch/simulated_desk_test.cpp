#include "app/dispatch/simulated_desk.h"

#include "connectors/sandbox/world/dice.h"
#include "connectors/sandbox/world/runner.h"
#include "tests/support/seed.h"

#include <QTemporaryDir>
#include <QTest>

using namespace fw::world;
using namespace Qt::StringLiterals;

namespace fw::test {

namespace {
using Kind = WorldWindow::Kind;
using Header = WorldWindow::Header;

/// A desk whose process can be killed: a new life begins with nothing but the folder.
class MortalDesk final : public WorldDesk
{
public:
    explicit MortalDesk(QString folder) : m_folder(std::move(folder)) { }

    bool begin(qint64 mono, qint64 wall, const WorldInfo &info) override
    {
        m_desk.reset();
        auto store = SimulationStore::open(m_folder);
        if (!store) {
            return false;
        }
        m_desk = std::make_unique<SimulatedDesk>(std::move(*store));
        return m_desk->begin(mono, wall, info);
    }
    WorldStep advance(qint64 until, qint64 wall, const QList<WorldEvent> &events) override
    {
        return m_desk->advance(until, wall, events);
    }

private:
    QString m_folder;
    std::unique_ptr<SimulatedDesk> m_desk;
};

Policy policyIn(const QString &folder)
{
    return {.name = u"desk"_s, .make = [folder](int count) {
                Desks desks;
                for (int i = 0; i < count; ++i) {
                    desks.push_back(std::make_unique<MortalDesk>(folder));
                }
                return desks;
            }};
}

/// Six hours with `jobs` replies, pressed on so many desks with clocks that are wrong and step.
Day dayOf(quint64 seed, int desks, int jobs)
{
    Dice dice(seed, 3);
    Day day{.name = u"test"_s, .seed = seed, .end = 60 * kHour};
    day.platform.seed = seed;
    day.platform.windows = {{.name = u"15m"_s, .kind = Kind::Fixed, .length = 15 * kMinute, .limit = 25},
        {.name = u"1h"_s, .kind = Kind::Fixed, .length = kHour, .limit = 80, .header = Header::Hidden},
        {.name = u"24h"_s, .kind = Kind::Sliding, .length = 24 * kHour, .limit = 900}};
    day.platform.phases = {dice.whole(0, 15 * kMinute), dice.whole(0, kHour), 0};
    day.platform.loss = 0;
    day.classes = {{.name = u"urgent"_s, .weight = 9}, {.name = u"low"_s, .priority = 1}};
    for (int i = 0; i < desks; ++i) {
        day.desks.append(
            {.wall = {{.at = 0, .offset = dice.whole(-400, 400) * kSecond},
                 {.at = dice.whole(kHour, 4 * kHour), .offset = dice.whole(-900, 900) * kSecond}}});
    }
    QList<qint64> pressed;
    for (int i = 0; i < jobs; ++i) {
        pressed.append(dice.whole(0, 6 * kHour));
    }
    std::sort(pressed.begin(), pressed.end());
    for (int i = 0; i < jobs; ++i) {
        const bool isUrgent = dice.chance(0.3);
        day.jobs.append({.id = i + 1,
            .desk = int(dice.whole(0, desks - 1)),
            .jobClass = isUrgent ? 0 : 1,
            .at = pressed[i],
            .due = pressed[i] + (isUrgent ? 10 * kMinute : 3 * kHour),
            .text = u"text %1"_s.arg(i)});
    }
    return day;
}

Score scoreOf(const Day &day, QByteArray *transcript = nullptr)
{
    const QTemporaryDir folder;
    return runDay(day, {}, policyIn(folder.path()), transcript).score;
}

QString wordsOf(const Score &score)
{
    return u"%1 twice, %2 lost, %3 never sent, %4 unsettled, %5 refused; %6"_s.arg(score.duplicates)
        .arg(score.lost())
        .arg(score.neverSent)
        .arg(score.unsettled)
        .arg(score.refused())
        .arg(score.breaches.join(u", "_s));
}

bool isEachThereOnce(const Score &score)
{
    return score.duplicates == 0 && score.lost() == 0 && score.neverSent == 0 && score.unsettled == 0
        && score.falselyDropped == 0 && score.breaches.isEmpty();
}
} // namespace

class SimulatedDeskTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void killedAnyTimeWhileAnswersAreLostEachReplyIsThereOnce_data()
    {
        QTest::addColumn<bool>("detectsDuplicates");
        QTest::newRow("the network refuses the same text") << true;
        QTest::newRow("the network takes anything") << false;
    }

    void killedAnyTimeWhileAnswersAreLostEachReplyIsThereOnce()
    {
        QFETCH(bool, detectsDuplicates);
        const quint32 seed = printedSeed();
        for (quint32 round = 0; round < 4; ++round) {
            Day day = dayOf(seed + round, 1, 200);
            Dice dice(seed + round, 9);
            day.platform.detectsDuplicates = detectsDuplicates;
            day.platform.brownouts = {{.from = kHour, .until = 3 * kHour}};
            day.platform.outages = {{.from = 4 * kHour, .until = 4 * kHour + 20 * kMinute}};
            for (qint64 at = dice.whole(0, 10 * kMinute); at < 7 * kHour;) {
                const qint64 back = at + (dice.chance(0.5) ? 1 : dice.whole(1, 3 * kMinute));
                day.desks[0].down.append({.from = at, .until = back});
                at = back + dice.whole(1, 6 * kMinute);
            }
            const Score score = scoreOf(day);
            QVERIFY2(isEachThereOnce(score), qPrintable(u"round %1: "_s.arg(round) + wordsOf(score)));
        }
    }

    void desksThatShareAnAccountNeverExceedAWindow()
    {
        const quint32 seed = printedSeed();
        for (quint32 round = 0; round < 3; ++round) {
            const Score score = scoreOf(dayOf(seed + round, 2 + int(round % 2), 600));
            QVERIFY2(score.refused() == 0 && isEachThereOnce(score),
                qPrintable(u"round %1: "_s.arg(round) + wordsOf(score)));
        }
    }

    void theSameDayGivesTheSameTranscript()
    {
        const Day day = dayOf(printedSeed(), 2, 100);
        QByteArray first;
        QByteArray second;
        (void)scoreOf(day, &first);
        (void)scoreOf(day, &second);
        QVERIFY(first == second);
        QVERIFY(first.size() > 1000);
    }

    void aReplyAskedForAgainAfterItWasSentIsNotSentAgain()
    {
        const QTemporaryDir folder;
        const WorldInfo info = infoOf();
        const WorldJob job{.id = 1, .deadline = 60'000, .text = u"text"_s};
        {
            MortalDesk desk(folder.path());
            QVERIFY(desk.begin(0, kServerEpoch, info));
            const WorldStep sent = desk.advance(1000, kServerEpoch + 1000, {job});
            QCOMPARE(sent.actions.size(), 1);
            const WorldStep done = desk.advance(1500, kServerEpoch + 1500, {accepted(sent.actions.first())});
            QVERIFY(done.actions == (QList{WorldAction{.kind = WorldAction::Kind::Confirm, .job = 1}}));
        }
        MortalDesk again(folder.path());
        QVERIFY(again.begin(0, kServerEpoch + 2000, info));
        const WorldStep step = again.advance(10, kServerEpoch + 2010, {job});
        QVERIFY(step.actions == (QList{WorldAction{.kind = WorldAction::Kind::Confirm, .job = 1}}));
    }

    void whatCannotBeKeptIsNotDone()
    {
        const QTemporaryDir folder;
        SimulatedDesk desk(std::move(*SimulationStore::open(folder.path())));
        QVERIFY(desk.begin(0, kServerEpoch, infoOf()));
        {
            const SystemClock clock;
            IdSource ids(clock);
            auto other = Database::open(DatabasePlace::ofFile(folder.filePath(u"simulation.db"_s)),
                Database::Access::ReadWrite, clock, ids);
            (*other)->script({u"DROP TABLE reply"_s});
            QVERIFY(!(*other)->error());
        }
        const WorldStep step = desk.advance(
            1000, kServerEpoch + 1000, {WorldJob{.id = 1, .deadline = 60'000, .text = u"text"_s}});
        QVERIFY(desk.error().has_value());
        QVERIFY(desk.error()->code == ErrorCode::Storage);
        QVERIFY(step.actions.isEmpty());
    }

private:
    static WorldInfo infoOf()
    {
        return {
            .windows = {{.name = u"15m"_s, .length = 15 * kMinute, .limit = 25}}, .detectsDuplicates = true};
    }
    static WorldAnswer accepted(const WorldAction &action)
    {
        return {.request = action.request, .job = action.job, .status = 201, .date = kServerEpoch + 1000};
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::SimulatedDeskTest)
#include "simulated_desk_test.moc"
