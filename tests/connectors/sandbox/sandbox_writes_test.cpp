#include "tests/connectors/sandbox/sandbox_client.h"

#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
QString detailOf(const ClientAnswer &answer)
{
    return answer.body[u"detail"_s].toString();
}
} // namespace

/// The writing endpoints and X's reasons to refuse.
class SandboxWritesTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void createsAReply();
    void prefixesRepliesWithTheirAddressee();
    void refusesWhatTheSchemaDoesNotKnow_data();
    void refusesWhatTheSchemaDoesNotKnow();
    void refusesBodiesThatAreNoJson();
    void countsTextByWeight_data();
    void countsTextByWeight();
    void repliesOnlyToThoseWhoSummonedTheBrand();
    void refusesRepliesToWhatIsGone();
    void refusesTheSameTextForADay();
    void stopsWhenCreditsAreSpent();
    void doesNothingWhileLocked();
    void deletesOwnPostsOnly();
};

void SandboxWritesTest::createsAReply()
{
    SandboxClient client;
    const QString parent = idsOf(client.get(client.mentionsPath())).constFirst();
    const ClientAnswer created = client.reply(u"We are on it & will be back"_s, parent);
    QCOMPARE(created.status, 201);
    const QJsonObject post = created.body[u"data"_s].toObject();
    QCOMPARE(post.keys(), (QStringList{u"id"_s, u"text"_s}));
    const QString id = post.value(u"id"_s).toString();
    QVERIFY(id.toLongLong() > parent.toLongLong());
    QVERIFY(post.value(u"text"_s).toString().endsWith(u"We are on it &amp; will be back"_s));
    QCOMPARE(created.headers.value("location"), "https://api.twitter.com/2/tweets/" + id.toLatin1());
    QCOMPARE(created.headers.value("x-rate-limit-limit"), "100");
    const QJsonValue seen = client.brandPosts().at(0);
    QCOMPARE(seen[u"id"_s].toString(), id);
    QCOMPARE(seen[u"text"_s].toString(), u"We are on it & will be back"_s);
    QCOMPARE(seen[u"in_reply_to"_s].toString(), parent);
    QCOMPARE(idsOf(client.get(client.timelinePath())).constFirst(), id);
}

void SandboxWritesTest::prefixesRepliesWithTheirAddressee()
{
    SandboxClient client;
    const QString parent = client.write(u"grace_okafor"_s, u"@harborandvale hello"_s);
    QCOMPARE(
        client.reply(u"Hello"_s, parent).body[u"data"_s][u"text"_s].toString(), u"@grace_okafor Hello"_s);
    QCOMPARE(client.reply(u"Hello again @Grace_Okafor"_s, parent).body[u"data"_s][u"text"_s].toString(),
        u"Hello again @Grace_Okafor"_s);
    SandboxClient plain({{u"reply_prefix"_s, false}});
    const QString other = plain.write(u"grace_okafor"_s, u"@harborandvale hello"_s);
    QCOMPARE(plain.reply(u"Hello"_s, other).body[u"data"_s][u"text"_s].toString(), u"Hello"_s);
}

void SandboxWritesTest::refusesWhatTheSchemaDoesNotKnow_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("message");
    QTest::newRow("member")
        << QJsonObject{{u"text"_s, u"a"_s}, {u"idempotency_key"_s, u"1"_s}}
        << u"[$.idempotency_key: is not defined in the schema and the schema does not allow additional properties]"_s;
    QTest::newRow("member of reply")
        << QJsonObject{{u"text"_s, u"a"_s},
               {u"reply"_s, QJsonObject{{u"in_reply_to_tweet_id"_s, u"1"_s}, {u"x"_s, 1}}}}
        << u"[$.reply.x: is not defined in the schema and the schema does not allow additional properties]"_s;
    QTest::newRow("number as id")
        << QJsonObject{{u"text"_s, u"a"_s}, {u"reply"_s, QJsonObject{{u"in_reply_to_tweet_id"_s, 1}}}}
        << u"[$.reply.in_reply_to_tweet_id: does not match the regex pattern ^[0-9]{1,19}$]"_s;
    QTest::newRow("no text") << QJsonObject{{u"text"_s, u" "_s}}
                             << u"[$.text: must be a text that is not empty]"_s;
}

void SandboxWritesTest::refusesWhatTheSchemaDoesNotKnow()
{
    QFETCH(QJsonObject, body);
    QFETCH(QString, message);
    SandboxClient client;
    const ClientAnswer refused = client.post(u"/2/tweets"_s, body);
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.body[u"type"_s].toString(), u"https://api.twitter.com/2/problems/invalid-request"_s);
    QCOMPARE(refused.body[u"errors"_s][0][u"message"_s].toString(), message);
    QCOMPARE(client.requests().last()[u"carried_out"_s].toBool(), false);
}

void SandboxWritesTest::refusesBodiesThatAreNoJson()
{
    SandboxClient client;
    QCOMPARE(client.post(u"/2/tweets"_s, {}).status, 400);
    QVERIFY(client.brandPosts().isEmpty());
}

void SandboxWritesTest::countsTextByWeight_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("status");
    QTest::newRow("280 letters") << QString(280, u'a') << 201;
    QTest::newRow("281 letters") << QString(281, u'a') << 400;
    QTest::newRow("140 ideographs") << QString(140, u'茶') << 201;
    QTest::newRow("141 ideographs") << QString(141, u'茶') << 400;
    QTest::newRow("140 emoji") << u"🫖"_s.repeated(140) << 201;
    QTest::newRow("a long link is 23")
        << QString(256, u'a') + u" https://example.org/"_s + QString(200, u'b') << 201;
}

void SandboxWritesTest::countsTextByWeight()
{
    QFETCH(QString, text);
    QFETCH(int, status);
    SandboxClient client;
    QCOMPARE(client.post(u"/2/tweets"_s, {{u"text"_s, text}}).status, status);
}

void SandboxWritesTest::repliesOnlyToThoseWhoSummonedTheBrand()
{
    SandboxClient client;
    const QString bystander = client.write(u"tomreads"_s, u"harborandvale is closed again, typical"_s);
    const ClientAnswer refused = client.reply(u"Sorry to read that"_s, bystander);
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.body,
        (QJsonObject{{u"title"_s, u"Forbidden"_s}, {u"type"_s, u"about:blank"_s}, {u"status"_s, 403},
            {u"detail"_s,
                u"Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author."_s}}));
    const QString summoning = client.write(u"tomreads"_s, u"Listen, @HarborAndVale!"_s);
    QCOMPARE(client.reply(u"We listen"_s, summoning).status, 201);
    SandboxClient enterprise({{u"summons_check"_s, false}});
    const QString other = enterprise.write(u"tomreads"_s, u"closed again"_s);
    QCOMPARE(enterprise.reply(u"Sorry"_s, other).status, 201);
}

void SandboxWritesTest::refusesRepliesToWhatIsGone()
{
    SandboxClient client;
    const QString post = client.write(u"tomreads"_s, u"@harborandvale hello"_s);
    client.remove(u"/sandbox/posts/"_s + post);
    QCOMPARE(client.reply(u"Hello"_s, post).status, 403);
    QCOMPARE(detailOf(client.reply(u"Hello"_s, post)),
        u"You attempted to reply to a Tweet that is deleted or not visible to you."_s);
    QCOMPARE(client.reply(u"Hello"_s, u"12345"_s).status, 403);
    const QString other = client.write(u"grace_okafor"_s, u"@harborandvale hello"_s);
    client.post(u"/sandbox/authors/grace_okafor"_s, {{u"available"_s, false}});
    QCOMPARE(client.reply(u"Hello"_s, other).status, 403);
    QVERIFY(client.brandPosts().isEmpty());
}

void SandboxWritesTest::refusesTheSameTextForADay()
{
    SandboxClient client;
    const QStringList parents = idsOf(client.get(client.mentionsPath()));
    QCOMPARE(client.reply(u"Same words"_s, parents[0]).status, 201);
    const ClientAnswer refused = client.reply(u"Same words"_s, parents[1]);
    QCOMPARE(refused.status, 403);
    QCOMPARE(detailOf(refused), u"You are not allowed to create a Tweet with duplicate content."_s);
    client.clock().advance(24h);
    QCOMPARE(client.reply(u"Same words"_s, parents[1]).status, 201);
    SandboxClient lax({{u"duplicate_check"_s, QJsonObject{{u"enabled"_s, false}}}});
    const QString parent = idsOf(lax.get(lax.mentionsPath())).constFirst();
    QCOMPARE(lax.reply(u"Same words"_s, parent).status, 201);
    QCOMPARE(lax.reply(u"Same words"_s, parent).status, 201);
}

void SandboxWritesTest::stopsWhenCreditsAreSpent()
{
    SandboxClient client({{u"credits"_s, 1}});
    QCOMPARE(client.post(u"/2/tweets"_s, {{u"text"_s, u"one"_s}}).status, 201);
    const ClientAnswer refused = client.post(u"/2/tweets"_s, {{u"text"_s, u"two"_s}});
    QCOMPARE(refused.status, 402);
    QCOMPARE(refused.body[u"title"_s].toString(), u"CreditsDepleted"_s);
    QVERIFY(refused.body[u"type"_s].toString().endsWith(u"/problems/credits"_s));
}

void SandboxWritesTest::doesNothingWhileLocked()
{
    SandboxClient client;
    client.post(u"/sandbox/lock"_s, {{u"locked"_s, true}});
    const ClientAnswer refused = client.post(u"/2/tweets"_s, {{u"text"_s, u"one"_s}});
    QCOMPARE(refused.status, 403);
    QCOMPARE(detailOf(refused), u"You are not permitted to perform this action."_s);
    QCOMPARE(client.get(client.mentionsPath()).status, 200);
    client.post(u"/sandbox/lock"_s, {{u"locked"_s, false}});
    QCOMPARE(client.post(u"/2/tweets"_s, {{u"text"_s, u"one"_s}}).status, 201);
}

void SandboxWritesTest::deletesOwnPostsOnly()
{
    SandboxClient client;
    const QString theirs = idsOf(client.get(client.mentionsPath())).constFirst();
    const QString ours = client.reply(u"Hello"_s, theirs).body[u"data"_s][u"id"_s].toString();
    QCOMPARE(client.remove(u"/2/tweets/"_s + theirs).status, 403);
    const ClientAnswer removed = client.remove(u"/2/tweets/"_s + ours);
    QCOMPARE(removed.status, 200);
    QCOMPARE(removed.body, (QJsonObject{{u"data"_s, QJsonObject{{u"deleted"_s, true}}}}));
    QVERIFY(!idsOf(client.get(client.timelinePath())).contains(ours));
    QCOMPARE(client.brandPosts().at(0)[u"deleted"_s].toBool(), true);
}

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::SandboxWritesTest)
#include "sandbox_writes_test.moc"
