#include "tests/connectors/sandbox/sandbox_client.h"

#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
QJsonObject window(
    const QString &kind, int lengthSeconds, int limit, const QString &header, const QString &name = u"w"_s)
{
    return {{u"name"_s, name}, {u"operation"_s, u"create"_s}, {u"kind"_s, kind},
        {u"length_s"_s, lengthSeconds}, {u"limit"_s, limit}, {u"header"_s, header}};
}

/// A sandbox in which only posting is limited, by `windows`.
QJsonObject scenario(const QJsonArray &windows, const QJsonObject &more = {})
{
    QJsonObject json = more;
    json.insert(u"windows"_s, windows);
    json.insert(u"duplicate_check"_s, QJsonObject{{u"enabled"_s, false}});
    return json;
}

int post(SandboxClient &client)
{
    return client.post(u"/2/tweets"_s, {{u"text"_s, u"words"_s}}).status;
}
} // namespace

/// Limits: what counts, when they end, what headers say of them. The clock starts at 14:00:00.
class SandboxWindowsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsDownInTheHeaders();
    void endsAFixedWindowItsLengthAfterTheFirstCall();
    void letsARollingWindowGoCallByCall();
    void endsASlotOnTheClock();
    void refusesByAHiddenWindowWithoutAHeader();
    void keepsSeveralWindowsAtOnce();
    void doesNotCountRefusedTextInHiddenWindows();
    void countsRefusedCallsWhenAskedTo();
    void locksAfterRefusalsInARow();
    void lowersALimitMidDay();
    void skipsTimeOnRequest();
};

void SandboxWindowsTest::countsDownInTheHeaders()
{
    SandboxClient client;
    const ClientAnswer first = client.get(client.mentionsPath());
    QCOMPARE(first.headers.value("x-rate-limit-limit"), "300");
    QCOMPARE(first.headers.value("x-rate-limit-remaining"), "299");
    client.clock().advance(1min);
    const ClientAnswer second = client.get(client.mentionsPath());
    QCOMPARE(second.headers.value("x-rate-limit-remaining"), "298");
    QCOMPARE(second.headers.value("x-rate-limit-reset"), first.headers.value("x-rate-limit-reset"));
    QCOMPARE(client.get(client.timelinePath()).headers.value("x-rate-limit-remaining"),
        "899"); // a bucket of its own
}

void SandboxWindowsTest::endsAFixedWindowItsLengthAfterTheFirstCall()
{
    SandboxClient client(scenario({window(u"fixed"_s, 60, 2, u"x-rate-limit"_s)}));
    QCOMPARE(post(client), 201);
    client.clock().advance(50s);
    QCOMPARE(post(client), 201);
    const ClientAnswer refused = client.post(u"/2/tweets"_s, {{u"text"_s, u"words"_s}});
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.body,
        (QJsonObject{{u"title"_s, u"Too Many Requests"_s}, {u"detail"_s, u"Too Many Requests"_s},
            {u"type"_s, u"about:blank"_s}, {u"status"_s, 429}}));
    QCOMPARE(refused.headers.value("x-rate-limit-remaining"), "0");
    QCOMPARE(refused.headers.value("x-rate-limit-reset"), "1763560860");
    client.clock().advance(9999ms);
    QCOMPARE(post(client), 429);
    client.clock().advance(1ms);
    QCOMPARE(post(client), 201);
    QCOMPARE(client.brandPosts().size(), 0); // no replies among them, but three posts
    QCOMPARE(client.get(u"/sandbox/state"_s).body[u"brand_posts"_s].toInt(), 5); // and the two from before
}

void SandboxWindowsTest::letsARollingWindowGoCallByCall()
{
    SandboxClient client(scenario({window(u"rolling"_s, 60, 2, u"x-rate-limit"_s)}));
    QCOMPARE(post(client), 201);
    client.clock().advance(50s);
    QCOMPARE(post(client), 201);
    client.clock().advance(10s);
    QCOMPARE(post(client), 201);
    QCOMPARE(post(client), 429);
    client.clock().advance(50s);
    QCOMPARE(post(client), 201);
}

void SandboxWindowsTest::endsASlotOnTheClock()
{
    SandboxClient client(scenario({window(u"slotted"_s, 1800, 1, {})}));
    client.clock().advance(29min);
    QCOMPARE(post(client), 201);
    QCOMPARE(post(client), 403);
    client.clock().advance(1min); // 14:30
    QCOMPARE(post(client), 201);
}

void SandboxWindowsTest::refusesByAHiddenWindowWithoutAHeader()
{
    SandboxClient client(scenario({window(u"rolling"_s, 60, 1, {})}));
    QCOMPARE(post(client), 201);
    const ClientAnswer refused = client.post(u"/2/tweets"_s, {{u"text"_s, u"words"_s}});
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.body[u"detail"_s].toString(), u"User is over daily status update limit."_s);
    QVERIFY(!refused.headers.contains("x-rate-limit-limit"));
}

void SandboxWindowsTest::keepsSeveralWindowsAtOnce()
{
    SandboxClient client(scenario({window(u"fixed"_s, 60, 2, u"x-rate-limit"_s, u"short"_s),
        window(u"rolling"_s, 86400, 3, u"x-user-limit-24hour"_s, u"long"_s)}));
    const ClientAnswer first = client.post(u"/2/tweets"_s, {{u"text"_s, u"words"_s}});
    QCOMPARE(first.headers.value("x-rate-limit-remaining"), "1");
    QCOMPARE(first.headers.value("x-user-limit-24hour-remaining"), "2");
    QCOMPARE(first.headers.value("x-user-limit-24hour-limit"), "3");
    QCOMPARE(first.headers.value("x-user-limit-24hour-reset"), "1763647200");
    QCOMPARE(post(client), 201);
    QCOMPARE(post(client), 429);
    client.clock().advance(1min);
    QCOMPARE(post(client), 201);
    const ClientAnswer refused = client.post(u"/2/tweets"_s, {{u"text"_s, u"words"_s}});
    QCOMPARE(refused.status, 429); // although the short window has room
    QCOMPARE(refused.headers.value("x-rate-limit-remaining"), "1");
    QCOMPARE(refused.headers.value("x-user-limit-24hour-remaining"), "0");
}

void SandboxWindowsTest::doesNotCountRefusedTextInHiddenWindows()
{
    SandboxClient client(scenario({window(u"rolling"_s, 60, 1, {})}));
    QCOMPARE(client.reply(u"words"_s, u"12345"_s).status, 403); // the parent is gone
    QCOMPARE(post(client), 201);
}

void SandboxWindowsTest::countsRefusedCallsWhenAskedTo()
{
    SandboxClient client(
        scenario({window(u"rolling"_s, 60, 1, u"x-rate-limit"_s)}, {{u"count_refused"_s, true}}));
    QCOMPARE(post(client), 201);
    client.clock().advance(50s);
    QCOMPARE(post(client), 429); // prolongs the block
    client.clock().advance(10s);
    QCOMPARE(post(client), 429);
    client.clock().advance(60s);
    QCOMPARE(post(client), 201);
}

void SandboxWindowsTest::locksAfterRefusalsInARow()
{
    SandboxClient client(
        scenario({window(u"fixed"_s, 60, 1, u"x-rate-limit"_s)}, {{u"lock_after_refusals"_s, 3}}));
    QCOMPARE(post(client), 201);
    QCOMPARE(post(client), 429);
    QCOMPARE(post(client), 429);
    client.clock().advance(1min);
    QCOMPARE(post(client), 201); // starts over
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(post(client), 429);
    }
    client.clock().advance(1min);
    const ClientAnswer locked = client.post(u"/2/tweets"_s, {{u"text"_s, u"words"_s}});
    QCOMPARE(locked.status, 403);
    QCOMPARE(locked.body[u"detail"_s].toString(), u"You are not permitted to perform this action."_s);
    QCOMPARE(client.get(u"/sandbox/state"_s).body[u"locked"_s].toBool(), true);
}

void SandboxWindowsTest::lowersALimitMidDay()
{
    SandboxClient client;
    QCOMPARE(post(client), 201);
    const QJsonObject lower{{u"operation"_s, u"create"_s}, {u"name"_s, u"15 min"_s}, {u"limit"_s, 1}};
    QCOMPARE(client.post(u"/sandbox/windows"_s, lower).status, 200);
    const ClientAnswer refused = client.post(u"/2/tweets"_s, {{u"text"_s, u"other words"_s}});
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.headers.value("x-rate-limit-limit"), "1");
    QCOMPARE(client
                 .post(u"/sandbox/windows"_s,
                     {{u"operation"_s, u"create"_s}, {u"name"_s, u"no such"_s}, {u"limit"_s, 1}})
                 .status,
        404);
}

void SandboxWindowsTest::skipsTimeOnRequest()
{
    SandboxClient client(scenario({window(u"fixed"_s, 60, 1, u"x-rate-limit"_s)}));
    QCOMPARE(post(client), 201);
    const ClientAnswer moved = client.post(u"/sandbox/clock"_s, {{u"advance_ms"_s, 60'000}});
    QCOMPARE(moved.body[u"now"_s].toString(), u"2025-11-19T14:01:00.000Z"_s);
    QCOMPARE(post(client), 201);
}

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::SandboxWindowsTest)
#include "sandbox_windows_test.moc"
