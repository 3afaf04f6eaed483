#include "app/core/ids.h"
#include "tests/support/fake_clock.h"

#include <QSet>
#include <QtTest>

namespace fw::test {

class IdsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void growInAClockThatStandsStillAndNeverRepeat()
    {
        const FakeClock clock;
        IdSource ids(clock);
        MessageId last;
        QSet<qint64> seen;
        for (int i = 0; i < 20'000; ++i) {
            const auto id = ids.next<MessageId>();
            QVERIFY(id > last);
            QVERIFY(!seen.contains(id.value));
            seen.insert(id.value);
            last = id;
        }
    }

    void growWithTimeAcrossSources()
    {
        FakeClock clock;
        IdSource before(clock);
        const auto early = before.next<MessageId>();
        clock.advance(milliseconds(1));
        IdSource after(clock);
        QVERIFY(after.next<MessageId>() > early);
    }

    void instantsSurviveIsoText()
    {
        const Instant instant = instantFromMs(1'763'560'800'123);
        QCOMPARE(toIso(instant), QStringLiteral("2025-11-19T14:00:00.123Z"));
        QVERIFY(instantFromIso(toIso(instant)) == instant);
        QVERIFY(!instantFromIso(QStringLiteral("yesterday")));
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::IdsTest)
#include "ids_test.moc"
