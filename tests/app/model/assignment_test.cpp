#include "app/model/assignment.h"
#include "app/model/roster_form.h"
#include "tests/support/seed.h"

#include <QHash>
#include <QtTest>

#include <random>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
Candidate free(const QString &name, int capacity, int load = 0)
{
    return {.agent = {.name = name, .capacity = capacity}, .load = load};
}

QStringList agentsOf(const QList<Pick> &picks)
{
    QStringList names;
    for (const Pick &pick : picks) {
        names << pick.agent;
    }
    return names;
}

class Draw
{
public:
    explicit Draw(quint32 seed) : m_random(seed) { }
    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(m_random); }
    QStringList some(const QStringList &words)
    {
        QStringList drawn;
        for (const QString &word : words) {
            if (below(2) == 0) {
                drawn << word;
            }
        }
        return drawn;
    }
    QString maybe(const QStringList &words)
    {
        return below(2) == 0 ? QString() : words[below(int(words.size()))];
    }

private:
    std::mt19937 m_random;
};

const QStringList kSkills = {u"billing"_s, u"repairs"_s};
const QStringList kLanguages = {u"en"_s, u"fr"_s, u"de"_s};
const QStringList kTeams = {u"returns"_s, u"vip"_s};
} // namespace

class AssignmentTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoHasLeastOfTheCapacityUsedGetsTheNext()
    {
        const QList<Pick> picks
            = assign({{.conversation = {1}}, {.conversation = {2}}, {.conversation = {3}}},
                {free(u"ann"_s, 4, 2), free(u"ben"_s, 2, 0)});
        QCOMPARE(agentsOf(picks), QStringList({u"ben"_s, u"ann"_s, u"ben"_s}));
        QVERIFY(picks[0].why.contains(u"had 0 of 2"_s) && picks[0].why.contains(u"of 2 who could"_s));
    }

    void equalsTakeTurns()
    {
        QList<Unassigned> waiting;
        for (int i = 1; i <= 4; ++i) {
            waiting << Unassigned{.conversation = {i}};
        }
        const auto picks = assign(waiting, {free(u"ben"_s, 9), free(u"ann"_s, 9)});
        QCOMPARE(agentsOf(picks), QStringList({u"ann"_s, u"ben"_s, u"ann"_s, u"ben"_s}));
    }

    void whomNobodyCanAnswerKeepsNobodyWaiting()
    {
        const auto picks
            = assign({{.conversation = {1}, .needs = {.language = u"fr"_s}}, {.conversation = {2}}},
                {free(u"ann"_s, 1)});
        QCOMPARE(picks.size(), 1);
        QVERIFY(picks[0].conversation == ConversationId{2});
    }

    void theReasonNamesWhatWasNeeded()
    {
        Candidate ann = free(u"ann"_s, 5, 1);
        ann.agent.languages = QStringList{u"fr"_s};
        ann.agent.skills = kSkills;
        ann.agent.teams = QStringList{u"vip"_s};
        const auto picks
            = assign({{.conversation = {1},
                         .needs = {.skills = {u"billing"_s}, .language = u"fr"_s, .team = u"vip"_s}}},
                {ann});
        QCOMPARE(picks.value(0).why,
            u"speaks fr, knows billing, of team vip, had 1 of 5, the only one who could"_s);
    }

    void allRulesThatFitCountTogether()
    {
        const QList<NeedsRule> rules{{.when = {.tags = {u"invoice"_s}}, .needs = {.skills = {u"billing"_s}}},
            {.when = {.accounts = {u"care-fr"_s}}, .needs = {.language = u"fr"_s}},
            {.when = {.networks = {Network::Pinterest}}, .needs = {.team = u"vip"_s}}};
        const Needs needs = needsOf(rules, {.account = u"care-fr"_s, .tags = {u"invoice"_s}});
        QVERIFY(needs == (Needs{.skills = {u"billing"_s}, .language = u"fr"_s}));
    }

    void propertyNothingIsGivenToWhoCannotOrIsFullAndNobodyIsPassedOver()
    {
        const quint32 seed = printedSeed();
        for (quint32 run = 0; run < 3000; ++run) {
            check(seed + run);
        }
    }

    void aRosterIsReadStrictly_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QString>("reason");
        QTest::newRow("no agent") << QByteArray("{'agents': []}") << u"at least one agent"_s;
        QTest::newRow("twice") << QByteArray("{'agents': [{'name': 'a'},\n{'name': 'a'}]}")
                               << u"another agent of this file"_s;
        QTest::newRow("negative") << QByteArray("{'agents': [{'name': 'a', 'capacity': -1}]}")
                                  << u"capacity"_s;
        QTest::newRow("half") << QByteArray("{'agents': [{'name': 'a', 'capacity': 1.5}]}")
                              << u"whole number"_s;
        QTest::newRow("shift") << QByteArray("{'agents': [{'name': 'a', 'shift': 'late'}]}")
                               << u"there is: early"_s;
        QTest::newRow("unknown member")
            << QByteArray("{'agents': [{'name': 'a', 'skils': []}]}") << u"skils"_s;
        QTest::newRow("nobody's skill")
            << QByteArray("{'agents': [{'name': 'a'}],\n'needs': [{'skills': ['x']}]}") << u"line 2"_s;
        QTest::newRow("nobody's team")
            << QByteArray("{'agents': [{'name': 'a'}],\n'needs': [{'team': 'x'}]}") << u"no members"_s;
        QTest::newRow("asks nothing")
            << QByteArray("{'agents': [{'name': 'a'}], 'needs': [{}]}") << u"must name skills"_s;
    }

    void aRosterIsReadStrictly()
    {
        QFETCH(QByteArray, written);
        QFETCH(QString, reason);
        JsonForm form(u"team.json"_s, written.replace('\'', '"'));
        const Roster roster = rosterIn(form.root(), {u"early"_s}, {});
        Q_UNUSED(roster)
        const Done verdict = form.verdict();
        QVERIFY(!verdict);
        QVERIFY2(verdict.error().detail.contains(reason), qPrintable(verdict.error().detail));
    }

private:
    static void check(quint32 seed)
    {
        Draw draw(seed);
        QList<Candidate> agents;
        for (int i = draw.below(5); i >= 0; --i) {
            agents << Candidate{.agent = {.name = QString(QChar(u'a' + i)),
                                    .skills = draw.some(kSkills),
                                    .languages = draw.some(kLanguages),
                                    .teams = draw.some(kTeams),
                                    .capacity = draw.below(4)},
                .load = draw.below(5),
                .lastAssigned = instantFromMs(draw.below(3))};
        }
        QList<Unassigned> waiting;
        for (int i = 1; i <= draw.below(12); ++i) {
            waiting << Unassigned{.conversation = {i},
                .needs = {.skills = draw.some(kSkills).mid(0, draw.below(2)),
                    .language = draw.maybe(kLanguages),
                    .team = draw.maybe(kTeams)}};
        }
        const QList<Pick> picks = assign(waiting, agents);
        QVERIFY(picks == assign(waiting, agents));
        judge(waiting, agents, picks);
    }

    /// Goes through what waits in order, with a count of its own: what was picked could be, and what was not could not.
    static void judge(const QList<Unassigned> &waiting, QList<Candidate> agents, const QList<Pick> &picks)
    {
        qsizetype next = 0;
        for (const Unassigned &one : waiting) {
            const bool isPicked = next < picks.size() && picks[next].conversation == one.conversation;
            bool couldBe = false;
            for (Candidate &agent : agents) {
                const bool fits = agent.load < agent.agent.capacity && canAnswer(agent.agent, one.needs);
                couldBe = couldBe || fits;
                if (isPicked && picks[next].agent == agent.agent.name) {
                    QVERIFY(fits);
                    ++agent.load;
                }
            }
            QCOMPARE(isPicked, couldBe);
            next += isPicked ? 1 : 0;
        }
        QCOMPARE(next, picks.size());
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::AssignmentTest)
#include "assignment_test.moc"
