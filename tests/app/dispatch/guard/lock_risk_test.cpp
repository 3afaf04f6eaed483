#include "app/dispatch/guard/lock_risk.h"
#include "tests/support/seed.h"

#include <QtTest>

Q_DECLARE_METATYPE(fw::RiskFacts)

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
RiskPart part(const LockRisk &risk, const QString &name)
{
    for (const RiskPart &candidate : risk.parts) {
        if (candidate.name == name) {
            return candidate;
        }
    }
    return {.value = -1};
}

RiskFacts randomFacts(QRandomGenerator &random)
{
    const int replies = random.bounded(200);
    return {.latest = random.bounded(60),
        .usual = random.generateDouble() * 30,
        .fullest = random.generateDouble(),
        .replies = replies,
        .repeated = random.bounded(replies + 1),
        .withLink = random.bounded(replies + 1),
        .unasked = random.bounded(replies + 1),
        .limited = random.bounded(10),
        .refused = random.bounded(10),
        .verdicts = random.bounded(10) == 0 ? 1 : 0};
}
} // namespace

class LockRiskTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aQuietDayIsNoRisk()
    {
        const LockRisk risk = lockRiskOf(
            {.latest = 6, .usual = 5, .fullest = 0.3, .replies = 80, .repeated = 6, .withLink = 12});
        QCOMPARE(risk.value, 0);
        QCOMPARE(risk.parts.size(), 5);
        for (const RiskPart &one : risk.parts) {
            QCOMPARE(one.value, 0);
            QVERIFY(one.lower.isEmpty());
        }
    }

    void eachReasonCountsAndSaysWhatWouldLowerIt_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<RiskFacts>("facts");
        QTest::addColumn<QString>("seen");
        QTest::newRow("pace") << u"burst"_s << RiskFacts{.latest = 40, .usual = 10} << u"40 replies"_s;
        QTest::newRow("window") << u"burst"_s << RiskFacts{.fullest = 0.95} << u"95 %"_s;
        QTest::newRow("repetition") << u"repetition"_s << RiskFacts{.replies = 20, .repeated = 10}
                                    << u"50 %"_s;
        QTest::newRow("links") << u"links"_s << RiskFacts{.replies = 20, .withLink = 18} << u"90 %"_s;
        QTest::newRow("unsolicited") << u"unsolicited"_s << RiskFacts{.replies = 20, .unasked = 2}
                                     << u"10 %"_s;
        QTest::newRow("refusals") << u"refusals"_s << RiskFacts{.limited = 4, .refused = 3} << u"3 replies"_s;
        QTest::newRow("verdict") << u"refusals"_s << RiskFacts{.verdicts = 1} << u"spam"_s;
        QTest::newRow("held back") << u"refusals"_s << RiskFacts{.isHeldBack = true} << u"spam"_s;
    }

    void eachReasonCountsAndSaysWhatWouldLowerIt()
    {
        QFETCH(QString, name);
        QFETCH(RiskFacts, facts);
        QFETCH(QString, seen);
        const LockRisk risk = lockRiskOf(facts);
        QVERIFY(risk.value > 0);
        for (const RiskPart &one : risk.parts) {
            QCOMPARE(one.value > 0, one.name == name);
            QCOMPARE(one.lower.contains(seen), one.name == name);
        }
    }

    void aVerdictOfTheNetworkIsTheWorst() { QCOMPARE(lockRiskOf({.verdicts = 1}).value, 100); }

    void aFewRepliesSayNothingOfShares()
    {
        QCOMPARE(lockRiskOf({.replies = 4, .repeated = 4, .withLink = 4, .unasked = 4}).value, 0);
        QCOMPARE(lockRiskOf({.latest = 5}).value, 0);
    }

    void moreOfAnyReasonNeverLowersTheRisk()
    {
        QRandomGenerator random(printedSeed());
        for (int i = 0; i < 2000; ++i) {
            const RiskFacts facts = randomFacts(random);
            const LockRisk risk = lockRiskOf(facts);
            QVERIFY(risk.value >= 0 && risk.value <= 100);
            RiskFacts worse = facts;
            ++worse.latest;
            ++worse.limited;
            ++worse.refused;
            worse.repeated = std::min(worse.replies, worse.repeated + 1);
            worse.unasked = std::min(worse.replies, worse.unasked + 1);
            worse.withLink = std::min(worse.replies, worse.withLink + 1);
            const LockRisk more = lockRiskOf(worse);
            QVERIFY(more.value >= risk.value);
            for (const RiskPart &one : risk.parts) {
                QVERIFY(part(more, one.name).value >= one.value);
                QVERIFY(one.value >= 0 && one.value <= 100);
                QCOMPARE(one.lower.isEmpty(), one.value == 0);
            }
        }
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::LockRiskTest)
#include "lock_risk_test.moc"
