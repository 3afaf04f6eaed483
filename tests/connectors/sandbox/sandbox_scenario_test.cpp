#include "connectors/sandbox/sandbox.h"
#include "tests/support/fake_clock.h"

#include <QJsonDocument>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;

/// A scenario that makes no sense is refused, and the key is named.
class SandboxScenarioTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesTheKeyThatMakesNoSense_data();
    void namesTheKeyThatMakesNoSense();
    void saysWhenThePortIsTaken();
    void startsOnTheSamePortAfterItsEnd();
};

void SandboxScenarioTest::namesTheKeyThatMakesNoSense_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("detail");
    QTest::newRow("unknown") << QByteArray(R"({"mention": 3})") << u"scenario, mention: unknown key"_s;
    QTest::newRow("type") << QByteArray(R"({"vocabulary": 3})") << u"scenario, vocabulary: must be a text"_s;
    QTest::newRow("choice") << QByteArray(R"({"vocabulary": "toot"})")
                            << u"scenario, vocabulary: must be one of both, tweet, post"_s;
    QTest::newRow("handle") << QByteArray(R"({"brand": {"handle": "@shop"}})")
                            << u"scenario, brand.handle: must be a handle"_s;
    QTest::newRow("window kind") << QByteArray(
        R"({"windows": [{"name": "a", "operation": "create", "limit": 1, "kind": "round"}]})")
                                 << u"scenario, windows[0].kind: must be one of fixed, rolling, slotted"_s;
    QTest::newRow("window limit") << QByteArray(R"({"windows": [{"name": "a", "operation": "create"}]})")
                                  << u"scenario, windows[0].limit: is missing"_s;
    QTest::newRow("window operation")
        << QByteArray(R"({"windows": [{"name": "a", "operation": "like", "limit": 1}]})")
        << u"scenario, windows[0].operation: must be one of me"_s;
    QTest::newRow("fault") << QByteArray(R"({"faults": [{"kind": "status"}, {"kind": "flood"}]})")
                           << u"scenario, faults[1].kind: must be one of latency"_s;
    QTest::newRow("mention without text")
        << QByteArray(R"({"mentions": [{"author": "a", "minutes_ago": 1}]})")
        << u"scenario, mentions[0].text: must be a text that is not empty"_s;
    QTest::newRow("brand post that is not there")
        << QByteArray(R"({"mentions": [{"author": "a", "text": "b", "in_reply_to_brand_post": 2}]})")
        << u"scenario, mentions: in_reply_to_brand_post 2: the brand has 2 posts, counted from 0"_s;
    QTest::newRow("arrivals") << QByteArray(R"({"people": {"arrivals_s": [60, 20]}})")
                              << u"scenario, people.arrivals_s: must be [from, to] in seconds"_s;
    QTest::newRow("count") << QByteArray(R"({"mention_count": -1})")
                           << u"scenario, mention_count: must be a whole number from 0"_s;
    QTest::newRow("empty cast") << QByteArray(R"({"cast": []})")
                                << u"scenario, cast: needs at least one person"_s;
    QTest::newRow("people on") << QByteArray(R"({"people": true})")
                               << u"scenario, people: must be an object"_s;
}

void SandboxScenarioTest::namesTheKeyThatMakesNoSense()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, detail);
    const FakeClock clock;
    const auto started = sandbox::Sandbox::start(clock, {.scenario = QJsonDocument::fromJson(json).object()});
    QVERIFY(!started);
    QVERIFY(started.error().code == ErrorCode::Usage);
    QVERIFY2(started.error().detail.startsWith(detail), qPrintable(started.error().detail));
}

void SandboxScenarioTest::saysWhenThePortIsTaken()
{
    const FakeClock clock;
    const auto first = sandbox::Sandbox::start(clock, {});
    QVERIFY(first);
    const auto second = sandbox::Sandbox::start(clock, {.port = (*first)->port()});
    QVERIFY(!second);
    QVERIFY(second.error().code == ErrorCode::Io);
    QVERIFY(second.error().detail.contains(QString::number((*first)->port())));
}

void SandboxScenarioTest::startsOnTheSamePortAfterItsEnd()
{
    const FakeClock clock;
    quint16 port = 0;
    {
        const auto first = sandbox::Sandbox::start(clock, {});
        QVERIFY(first);
        port = (*first)->port();
        QCOMPARE((*first)->url(), u"http://127.0.0.1:%1"_s.arg(port));
    }
    QVERIFY(sandbox::Sandbox::start(clock, {.port = port}));
}

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::SandboxScenarioTest)
#include "sandbox_scenario_test.moc"
