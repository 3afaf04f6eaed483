#include "tests/connectors/sandbox/sandbox_client.h"

#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
QString firstBad(const ClientAnswer &answer)
{
    return answer.body[u"errors"_s][0][u"parameters"_s].toObject().keys().value(0);
}
} // namespace

/// The reading endpoints. Shapes are those of answers captured from the X API v2.
class SandboxReadsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesTheBrand();
    void givesOnlyDefaultFieldsWhenNoneAreSelected();
    void givesSelectedFieldsAndIncludes();
    void answersInTheVocabularyAskedFor();
    void refusesTheOtherVocabulary_data();
    void refusesTheOtherVocabulary();
    void reportsUnavailableAuthorsBesideTheData();
    void reportsUnknownPostsBesideTheData();
    void escapesTextAndWrapsLinks();
    void countsEntityOffsetsInCodePoints();
    void keepsThreadsTogether();
    void showsEditsAsNewVersions();
    void showsOwnPostsOnlyAfterTheLag();
    void wantsABearerToken();
    void findsUsersByHandle();
    void knowsNoOtherPaths();
    void sendsTheUsualHeaders();
};

void SandboxReadsTest::namesTheBrand()
{
    SandboxClient client;
    const ClientAnswer me = client.get(u"/2/users/me"_s);
    QCOMPARE(me.status, 200);
    QCOMPARE(me.body,
        (QJsonObject{{u"data"_s,
            QJsonObject{{u"id"_s, client.sandbox().brandId()}, {u"name"_s, u"Harbor & Vale"_s},
                {u"username"_s, u"harborandvale"_s}}}}));
    const ClientAnswer more = client.get(u"/2/users/me?user.fields=created_at,public_metrics,verified"_s);
    QVERIFY(more.body[u"data"_s][u"public_metrics"_s][u"followers_count"_s].isDouble());
    QVERIFY(more.body[u"data"_s][u"created_at"_s].toString().endsWith(u".000Z"_s));
}

void SandboxReadsTest::givesOnlyDefaultFieldsWhenNoneAreSelected()
{
    SandboxClient client;
    const ClientAnswer page = client.get(client.mentionsPath());
    QCOMPARE(page.status, 200);
    QCOMPARE(page.body.keys(), (QStringList{u"data"_s, u"meta"_s}));
    QCOMPARE(idsOf(page).size(), 10);
    const QJsonObject first = page.body[u"data"_s][0].toObject();
    QCOMPARE(first.keys(), (QStringList{u"edit_history_tweet_ids"_s, u"id"_s, u"text"_s}));
    QCOMPARE(first.value(u"edit_history_tweet_ids"_s).toArray(), QJsonArray{first.value(u"id"_s)});
    const QJsonObject meta = page.body[u"meta"_s].toObject();
    QCOMPARE(meta.keys(), (QStringList{u"newest_id"_s, u"next_token"_s, u"oldest_id"_s, u"result_count"_s}));
    QCOMPARE(meta.value(u"newest_id"_s).toString(), idsOf(page).constFirst());
    QCOMPARE(meta.value(u"oldest_id"_s).toString(), idsOf(page).constLast());
    QCOMPARE(meta.value(u"result_count"_s).toInt(), 10);
}

void SandboxReadsTest::givesSelectedFieldsAndIncludes()
{
    SandboxClient client;
    const ClientAnswer page = client.get(client.mentionsPath(
        u"?max_results=100&tweet.fields=created_at,conversation_id,in_reply_to_user_id,referenced_tweets,"
        u"lang,public_metrics"
        "&expansions=author_id,referenced_tweets.id,referenced_tweets.id.author_id&user.fields=public_metrics"_s));
    const QJsonArray posts = page.body[u"data"_s].toArray();
    QCOMPARE(posts.size(), 25);
    int replies = 0;
    for (const QJsonValue &post : posts) {
        QVERIFY(!post[u"author_id"_s].toString().isEmpty()); // an expansion shows its field
        QVERIFY(post[u"created_at"_s].toString().endsWith(u".000Z"_s));
        if (!post[u"referenced_tweets"_s].isUndefined()) {
            ++replies;
            QCOMPARE(post[u"in_reply_to_user_id"_s].toString(), client.sandbox().brandId());
            QCOMPARE(post[u"referenced_tweets"_s][0][u"type"_s].toString(), u"replied_to"_s);
            QVERIFY(post[u"conversation_id"_s] != post[u"id"_s]);
        } else {
            QCOMPARE(post[u"conversation_id"_s], post[u"id"_s]);
        }
    }
    QCOMPARE(replies, 3);
    QCOMPARE(page.body[u"includes"_s][u"tweets"_s].toArray().size(), 2);
    const QJsonArray users = page.body[u"includes"_s][u"users"_s].toArray();
    QCOMPARE(users.size(), 15); // 15 people less the one who is gone, and the brand
    QVERIFY(users.at(0)[u"public_metrics"_s].isObject());
}

void SandboxReadsTest::answersInTheVocabularyAskedFor()
{
    SandboxClient client;
    const ClientAnswer page = client.get(client.mentionsPath(
        u"?max_results=100&post.fields=created_at,conversation_id&expansions=author_id,in_reply_to_user_id,referenced_posts"_s));
    QCOMPARE(page.status, 200);
    const QJsonArray posts = page.body[u"data"_s].toArray();
    QVERIFY(posts.at(0)[u"edit_history_post_ids"_s].isArray());
    QVERIFY(posts.at(0)[u"edit_history_tweet_ids"_s].isUndefined());
    QVERIFY(!page.bytes.contains("referenced_tweets"));
    QCOMPARE(page.bytes.count("\"referenced_posts\":["), 3);
    QCOMPARE(page.body[u"includes"_s][u"posts"_s].toArray().size(), 2);
    QVERIFY(page.body[u"includes"_s][u"tweets"_s].isUndefined());
}

void SandboxReadsTest::refusesTheOtherVocabulary_data()
{
    QTest::addColumn<QString>("vocabulary");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("named");
    QTest::newRow("tweet names only") << u"tweet"_s << u"?post.fields=created_at"_s << u"post.fields"_s;
    QTest::newRow("post names only") << u"post"_s << u"?tweet.fields=created_at"_s << u"tweet.fields"_s;
    QTest::newRow("old expansion") << u"post"_s << u"?expansions=referenced_tweets.id"_s << u"expansions"_s;
    QTest::newRow("both at once") << u"both"_s << u"?post.fields=lang&tweet.fields=lang"_s
                                  << u"tweet.fields"_s;
    QTest::newRow("a field the new names lost")
        << u"post"_s << u"?post.fields=author_id"_s << u"post.fields"_s;
}

void SandboxReadsTest::refusesTheOtherVocabulary()
{
    QFETCH(QString, vocabulary);
    QFETCH(QString, query);
    QFETCH(QString, named);
    SandboxClient client({{u"vocabulary"_s, vocabulary}});
    const ClientAnswer answer = client.get(client.mentionsPath(query));
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.body[u"type"_s].toString(), u"https://api.twitter.com/2/problems/invalid-request"_s);
    QCOMPARE(firstBad(answer), named);
}

void SandboxReadsTest::reportsUnavailableAuthorsBesideTheData()
{
    SandboxClient client;
    const ClientAnswer page = client.get(client.mentionsPath(u"?max_results=100&expansions=author_id"_s));
    QCOMPARE(page.body[u"data"_s].toArray().size(), 25);
    const QJsonArray errors = page.body[u"errors"_s].toArray();
    QCOMPARE(errors.size(), 1);
    QCOMPARE(errors.at(0)[u"resource_type"_s].toString(), u"user"_s);
    QCOMPARE(errors.at(0)[u"parameter"_s].toString(), u"author_id"_s);
    QCOMPARE(errors.at(0)[u"type"_s].toString(), u"https://api.twitter.com/2/problems/resource-not-found"_s);
    QVERIFY(!page.bytes.contains("gone_fishing77"));

    QCOMPARE(client.post(u"/sandbox/authors/tomreads"_s, {{u"available"_s, false}}).status, 200);
    const ClientAnswer later = client.get(client.mentionsPath(u"?max_results=100&expansions=author_id"_s));
    QCOMPARE(later.body[u"errors"_s].toArray().size(), 2);
}

void SandboxReadsTest::reportsUnknownPostsBesideTheData()
{
    SandboxClient client;
    const QString known = idsOf(client.get(client.mentionsPath())).constFirst();
    const ClientAnswer both = client.get(u"/2/tweets?ids=12345,"_s + known);
    QCOMPARE(both.status, 200);
    QCOMPARE(idsOf(both), QStringList{known});
    QCOMPARE(both.body[u"errors"_s][0][u"detail"_s].toString(), u"Could not find tweet with ids: [12345]."_s);
    const ClientAnswer one = client.get(u"/2/tweets/"_s + known);
    QCOMPARE(one.body[u"data"_s][u"id"_s].toString(), known);
    const ClientAnswer none = client.get(u"/2/tweets/12345"_s);
    QVERIFY(none.body[u"data"_s].isUndefined());
    QCOMPARE(none.body[u"errors"_s][0][u"resource_id"_s].toString(), u"12345"_s);
    QCOMPARE(client.get(u"/2/tweets?ids="_s).status, 400);

    client.remove(u"/sandbox/posts/"_s + known);
    QVERIFY(!client.get(u"/2/tweets/"_s + known).body.contains(u"data"_s));
    QVERIFY(!idsOf(client.get(client.mentionsPath())).contains(known));
}

void SandboxReadsTest::escapesTextAndWrapsLinks()
{
    SandboxClient client;
    client.write(u"grace_okafor"_s, u"@harborandvale <b>1 & 2</b> https://example.org/a?b=1&c=2"_s);
    const ClientAnswer page = client.get(client.mentionsPath(u"?tweet.fields=entities"_s));
    const QJsonValue post = page.body[u"data"_s][0];
    const QString text = post[u"text"_s].toString();
    QVERIFY(text.startsWith(u"@harborandvale &lt;b&gt;1 &amp; 2&lt;/b&gt; https://t.co/"_s));
    const QJsonValue link = post[u"entities"_s][u"urls"_s][0];
    QVERIFY(text.endsWith(link[u"url"_s].toString()));
    QCOMPARE(link[u"expanded_url"_s].toString(), u"https://example.org/a?b=1&c=2"_s);
    QCOMPARE(link[u"url"_s].toString().size(), 23);
}

void SandboxReadsTest::countsEntityOffsetsInCodePoints()
{
    SandboxClient client;
    client.write(u"grace_okafor"_s, u"💛💛 @harborandvale"_s);
    const QJsonValue mention = client.get(client.mentionsPath(u"?tweet.fields=entities"_s))
                                   .body[u"data"_s][0][u"entities"_s][u"mentions"_s][0];
    QCOMPARE(mention[u"start"_s].toInt(), 3);
    QCOMPARE(mention[u"end"_s].toInt(), 17);
    QCOMPARE(mention[u"id"_s].toString(), client.sandbox().brandId());

    client.write(u"grace_okafor"_s, u"@harborandvaleX is not @harborandvale"_s);
    const ClientAnswer page = client.get(client.mentionsPath(u"?tweet.fields=entities"_s));
    const QJsonValue second = page.body[u"data"_s][0][u"entities"_s][u"mentions"_s][1];
    QCOMPARE(second[u"start"_s].toInt(), 23);
}

void SandboxReadsTest::keepsThreadsTogether()
{
    SandboxClient client;
    const QString question = client.write(u"grace_okafor"_s, u"@harborandvale question"_s);
    const QString answer = client.reply(u"Of course"_s, question).body[u"data"_s][u"id"_s].toString();
    const QString thanks
        = client.write(u"grace_okafor"_s, u"thanks"_s, answer); // addresses the brand by being its reply
    const QJsonValue post
        = client.get(client.mentionsPath(u"?tweet.fields=conversation_id,referenced_tweets"_s))
              .body[u"data"_s][0];
    QCOMPARE(post[u"id"_s].toString(), thanks);
    QCOMPARE(post[u"text"_s].toString(), u"@harborandvale thanks"_s);
    QCOMPARE(post[u"conversation_id"_s].toString(), question);
    QCOMPARE(post[u"referenced_tweets"_s][0][u"id"_s].toString(), answer);
}

void SandboxReadsTest::showsEditsAsNewVersions()
{
    SandboxClient client;
    const QString first = client.write(u"grace_okafor"_s, u"@harborandvale where is oder 1"_s);
    client.clock().advance(1min);
    const QString second = client
                               .post(u"/sandbox/posts/%1/edit"_s.arg(first),
                                   {{u"text"_s, u"@harborandvale where is order 1"_s}})
                               .body[u"id"_s]
                               .toString();
    const ClientAnswer page = client.get(client.mentionsPath());
    QCOMPARE(idsOf(page).constFirst(), second);
    QVERIFY(!idsOf(page).contains(first));
    QCOMPARE(page.body[u"data"_s][0][u"edit_history_tweet_ids"_s].toArray(), (QJsonArray{first, second}));
}

void SandboxReadsTest::showsOwnPostsOnlyAfterTheLag()
{
    SandboxClient client({{u"visible_lag_ms"_s, 4000}});
    const QString question = client.write(u"grace_okafor"_s, u"@harborandvale question"_s);
    const QString answer = client.reply(u"Of course"_s, question).body[u"data"_s][u"id"_s].toString();
    QVERIFY(!idsOf(client.get(client.timelinePath())).contains(answer));
    client.clock().advance(4s);
    const ClientAnswer page = client.get(client.timelinePath(u"?tweet.fields=referenced_tweets"_s));
    QCOMPARE(idsOf(page).constFirst(), answer);
    QCOMPARE(page.body[u"data"_s][0][u"referenced_tweets"_s][0][u"id"_s].toString(), question);
    QVERIFY(!idsOf(client.get(client.timelinePath(u"?exclude=replies"_s))).contains(answer));
}

void SandboxReadsTest::wantsABearerToken()
{
    SandboxClient client({{u"tokens"_s, QJsonArray{u"right"_s}}});
    client.setToken("wrong");
    const ClientAnswer refused = client.get(u"/2/users/me"_s);
    QCOMPARE(refused.status, 401);
    QCOMPARE(refused.body,
        (QJsonObject{{u"title"_s, u"Unauthorized"_s}, {u"type"_s, u"about:blank"_s}, {u"status"_s, 401},
            {u"detail"_s, u"Unauthorized"_s}}));
    client.setToken({});
    QCOMPARE(client.get(client.mentionsPath()).status, 401);
    client.setToken("right");
    QCOMPARE(client.get(u"/2/users/me"_s).status, 200);
}

void SandboxReadsTest::findsUsersByHandle()
{
    SandboxClient client;
    const ClientAnswer found = client.get(u"/2/users/by/username/TomReads?user.fields=public_metrics"_s);
    QCOMPARE(found.body[u"data"_s][u"username"_s].toString(), u"tomreads"_s);
    QCOMPARE(found.body[u"data"_s][u"public_metrics"_s][u"followers_count"_s].toInt(), 1280);
    const ClientAnswer unknown = client.get(u"/2/users/by/username/nobody_here"_s);
    QCOMPARE(unknown.status, 200);
    QCOMPARE(unknown.body[u"errors"_s][0][u"parameter"_s].toString(), u"username"_s);
}

void SandboxReadsTest::knowsNoOtherPaths()
{
    SandboxClient client;
    QCOMPARE(client.get(u"/2/nothing"_s).status, 404);
    QCOMPARE(client.post(u"/2/users/me"_s, {{u"a"_s, 1}}).status, 404);
    QCOMPARE(client.get(u"/2/users/12345/mentions"_s).body[u"errors"_s][0][u"resource_type"_s].toString(),
        u"user"_s);
    QCOMPARE(client.get(u"/2/users/care/mentions"_s).status, 400);
}

void SandboxReadsTest::sendsTheUsualHeaders()
{
    SandboxClient client;
    const ClientAnswer me = client.get(u"/2/users/me"_s);
    QCOMPARE(me.headers.value("date"), "Wed, 19 Nov 2025 14:00:00 GMT");
    QCOMPARE(me.headers.value("content-type"), "application/json; charset=utf-8");
    QCOMPARE(me.headers.value("x-transaction-id").size(), 16);
    QVERIFY(me.headers.contains("x-response-time"));
    QCOMPARE(me.headers.value("x-rate-limit-limit"), "75");
    QCOMPARE(me.headers.value("x-rate-limit-remaining"), "74");
    QCOMPARE(me.headers.value("x-rate-limit-reset"), "1763561700"); // 14:15
}

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::SandboxReadsTest)
#include "sandbox_reads_test.moc"
