#include "tests/connectors/sandbox/facebook/page_client.h"

#include <QJsonDocument>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;

/// The reading side of the simulated Graph API.
class SandboxFacebookReadsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsThePageToItsToken();
    void listsThePagesOfAUser();
    void listsPostsOfThePageAndOfVisitors();
    void listsRatingsWhichHaveNoIdOfTheirOwn();
    void showsCommentsOfBothLevels();
    void cutsCommentsByTimeAndOrder();
    void leavesOutWhatHasNoValue();
    void walksByCursorToAPageWithoutNext();
    void shortensPagesInTheMiddle();
    void expandsFieldsOfEdges();
    void failsTheWholeCallForOneUnknownField();
    void refusesALimitAboveAHundred();
    void answersManyIdsByIdAndABatchByPlace();
    void showsNothingToAUserToken();
    void tellsAGoneObjectFromABadCall();
    void knowsItsOwnAnswerAgain();
};

void SandboxFacebookReadsTest::showsThePageToItsToken()
{
    PageClient page;
    const ClientAnswer me = page.get(u"me?fields=id,name,fan_count"_s);
    QCOMPARE(me.status, 200);
    QCOMPARE(me.body[u"id"_s].toString(), page.page());
    QCOMPARE(me.body[u"name"_s].toString(), u"Harbor & Vale"_s);
    QVERIFY(me.body[u"fan_count"_s].toInteger() > 0);
    QCOMPARE(page.client().get(u"/me"_s).body[u"id"_s].toString(), page.page()); // a version is not needed
}

void SandboxFacebookReadsTest::listsThePagesOfAUser()
{
    PageClient page;
    page.client().setToken("user-token");
    const ClientAnswer accounts = page.get(u"me/accounts"_s);
    const QJsonValue first = accounts.body[u"data"_s][0];
    QCOMPARE(first[u"id"_s].toString(), page.page());
    QVERIFY(first[u"tasks"_s].toArray().contains(u"MODERATE"_s));
    page.client().setToken(first[u"access_token"_s].toString().toLatin1());
    QCOMPARE(page.get(u"me"_s).body[u"id"_s].toString(), page.page());
}

void SandboxFacebookReadsTest::listsPostsOfThePageAndOfVisitors()
{
    PageClient page;
    const auto count = [&page](const QString &edge) {
        return page.get(page.page() + u'/' + edge).body[u"data"_s].toArray().size();
    };
    QCOMPARE(count(u"published_posts"_s), 3);
    QCOMPARE(count(u"visitor_posts"_s), 1);
    QCOMPARE(count(u"tagged"_s), 1);
    QCOMPARE(count(u"feed"_s), 5);
    const ClientAnswer tagged = page.get(page.page() + u"/tagged?fields=tagged_time,message"_s);
    QVERIFY(tagged.body[u"data"_s][0][u"tagged_time"_s].toString().endsWith("+0000"_L1));
    QVERIFY(page.newestPost().startsWith(page.page() + u'_'));
}

void SandboxFacebookReadsTest::listsRatingsWhichHaveNoIdOfTheirOwn()
{
    PageClient page;
    const QString review = page.control(u"ratings"_s,
        {{u"author"_s, u"Nina Petrova"_s}, {u"text"_s, u"Waited three weeks"_s}, {u"positive"_s, false}});
    const ClientAnswer ratings = page.get(page.page()
        + u"/ratings?fields=created_time,recommendation_type,review_text,reviewer{id,name},open_graph_story{id}"_s);
    const QJsonObject first = ratings.body[u"data"_s][0].toObject();
    QVERIFY(!first.contains(u"id"_s));
    QCOMPARE(first[u"recommendation_type"_s].toString(), u"negative"_s);
    QCOMPARE(first[u"open_graph_story"_s][u"id"_s].toString(), review);
    QCOMPARE(first[u"reviewer"_s][u"name"_s].toString(), u"Nina Petrova"_s);
    QCOMPARE(page.get(page.page() + u"/feed"_s).body[u"data"_s].toArray().size(), 5); // not on the feed
    QVERIFY(!page.comment(u"Joe Kowalczyk"_s, u"Same here"_s, review).isEmpty());
}

void SandboxFacebookReadsTest::showsCommentsOfBothLevels()
{
    PageClient page;
    const QString post = page.newestPost();
    const QString top = page.comment(u"Nina Petrova"_s, u"Where is it?"_s, post);
    const QString reply = page.comment(u"Joe Kowalczyk"_s, u"Same here"_s, top);
    const QString deeper = page.comment(u"Nina Petrova"_s, u"Oh no"_s, reply);
    const ClientAnswer shown = page.get(deeper + u"?fields=parent{id},object{id}"_s);
    QCOMPARE(shown.body[u"parent"_s][u"id"_s].toString(), top); // a reply to a reply stands below the comment
    QCOMPARE(shown.body[u"object"_s][u"id"_s].toString(), post);
    QCOMPARE(idsOf(page.get(top + u"/comments"_s)), QStringList({reply, deeper}));
    const QString newest = u"/comments?order=reverse_chronological&limit=1"_s;
    QCOMPARE(idsOf(page.get(post + newest)), QStringList{top}); // top level only
    const ClientAnswer stream = page.get(post + u"/comments?filter=stream&summary=true&limit=100"_s);
    QVERIFY(idsOf(stream).contains(deeper));
    QCOMPARE(stream.body[u"summary"_s][u"total_count"_s].toInteger(), idsOf(stream).size());
    QCOMPARE(stream.body[u"summary"_s][u"order"_s].toString(), u"chronological"_s);
}

void SandboxFacebookReadsTest::cutsCommentsByTimeAndOrder()
{
    PageClient page;
    const QString post = page.newestPost();
    page.client().clock().advance(std::chrono::minutes(5));
    const QString late = page.comment(u"Nina Petrova"_s, u"Later"_s, post);
    const qint64 seconds = toMs(page.client().clock().now()) / 1000;
    QCOMPARE(idsOf(page.get(post + u"/comments?filter=stream&since=%1"_s.arg(seconds))), QStringList{late});
    QCOMPARE(codeOf(page.get(post + u"/comments?since=yesterday-ish"_s)), 100);
    QCOMPARE(codeOf(page.get(post + u"/comments?order=ranked"_s)), 100);
}

void SandboxFacebookReadsTest::leavesOutWhatHasNoValue()
{
    PageClient page;
    const QString photo = page.control(u"comments"_s,
        {{u"author"_s, u"Grace Okafor"_s}, {u"photo"_s, true}, {u"parent"_s, page.newestPost()}});
    const ClientAnswer shown = page.get(photo + u"?fields=message,attachment,parent,from"_s);
    QVERIFY(!shown.body.contains(u"message"_s));
    QVERIFY(!shown.body.contains(u"parent"_s));
    QCOMPARE(shown.body[u"attachment"_s][u"type"_s].toString(), u"photo"_s);
    QCOMPARE(shown.body[u"from"_s][u"name"_s].toString(), u"Grace Okafor"_s);
    page.control(u"people/Grace Okafor"_s, {{u"hidden"_s, true}});
    QVERIFY(!page.get(photo + u"?fields=from"_s).body.contains(u"from"_s));
    page.control(u"people/Grace Okafor"_s, {{u"hidden"_s, false}});
    page.control(u"permissions"_s, {{u"pages_read_user_content"_s, false}});
    QVERIFY(!page.get(photo + u"?fields=from"_s).body.contains(u"from"_s));
}

void SandboxFacebookReadsTest::walksByCursorToAPageWithoutNext()
{
    PageClient page({{u"comment_count"_s, 30}});
    const QString path = page.newestPost() + u"/comments?filter=stream&limit=4"_s;
    QStringList walked;
    QString after;
    ClientAnswer part;
    do {
        part = page.get(path + (after.isEmpty() ? QString() : u"&after="_s + after));
        QCOMPARE(part.status, 200);
        walked += idsOf(part);
        after = part.body[u"paging"_s][u"cursors"_s][u"after"_s].toString();
    } while (part.body[u"paging"_s].toObject().contains(u"next"_s));
    QVERIFY(!after.isEmpty()); // the last page has cursors too
    QCOMPARE(walked, idsOf(page.get(page.newestPost() + u"/comments?filter=stream&limit=100"_s)));
    const ClientAnswer first = page.get(path + u"&access_token=in-clear"_s);
    const QString next = first.body[u"paging"_s][u"next"_s].toString();
    QVERIFY(next.contains("access_token=in-clear"_L1));
    QCOMPARE(idsOf(page.client().get(QUrl(next).toString(QUrl::RemoveScheme | QUrl::RemoveAuthority))),
        walked.mid(4, 4));
    QCOMPARE(codeOf(page.get(path + u"&after=nonsense"_s)), 100);
}

void SandboxFacebookReadsTest::shortensPagesInTheMiddle()
{
    PageClient page({{u"comment_count"_s, 30}, {u"short_pages"_s, true}});
    const QString path = page.newestPost() + u"/comments?filter=stream&limit=4"_s;
    QStringList walked;
    bool hadEmptyPage = false;
    QString after;
    ClientAnswer part;
    do {
        part = page.get(path + (after.isEmpty() ? QString() : u"&after="_s + after));
        hadEmptyPage |= idsOf(part).isEmpty();
        walked += idsOf(part);
        after = part.body[u"paging"_s][u"cursors"_s][u"after"_s].toString();
    } while (part.body[u"paging"_s].toObject().contains(u"next"_s));
    QVERIFY(hadEmptyPage);
    walked.removeDuplicates();
    QCOMPARE(walked.size(), 16); // 6 that were there, a reply included, and its share of 30
}

void SandboxFacebookReadsTest::expandsFieldsOfEdges()
{
    PageClient page;
    const ClientAnswer feed = page.get(page.page()
        + u"/published_posts?fields=id,comments.limit(2).order(reverse_chronological).summary(true){id,from{name}}"_s);
    const QJsonValue comments = feed.body[u"data"_s][0][u"comments"_s];
    QCOMPARE(comments[u"data"_s].toArray().size(), 2);
    QVERIFY(comments[u"summary"_s][u"total_count"_s].toInteger() > 2);
    QVERIFY(!comments[u"data"_s][0].toObject().contains(u"message"_s));
    const ClientAnswer after = page.get(page.page() + u"?fields=feed{id}.limit(1),name"_s);
    QCOMPARE(after.body[u"feed"_s][u"data"_s].toArray().size(), 1);
    QCOMPARE(codeOf(page.get(page.page() + u"?fields=feed{id"_s)), 2500);
}

void SandboxFacebookReadsTest::failsTheWholeCallForOneUnknownField()
{
    PageClient page;
    const ClientAnswer answer = page.get(page.newestPost() + u"/comments?fields=id,message,mood"_s);
    QCOMPARE(answer.status, 400);
    QCOMPARE(codeOf(answer), 100);
    QVERIFY(answer.body[u"error"_s][u"message"_s].toString().contains("(mood)"_L1));
    QVERIFY(!answer.body[u"error"_s][u"fbtrace_id"_s].toString().isEmpty());
}

void SandboxFacebookReadsTest::refusesALimitAboveAHundred()
{
    PageClient page;
    QCOMPARE(codeOf(page.get(page.page() + u"/feed?limit=101"_s)), 100);
    QCOMPARE(page.get(page.page() + u"/feed?limit=100"_s).status, 200);
}

void SandboxFacebookReadsTest::answersManyIdsByIdAndABatchByPlace()
{
    PageClient page;
    const QString post = page.newestPost();
    const ClientAnswer many = page.get(u"?ids=%1,%2&fields=id"_s.arg(post, page.page()));
    QCOMPARE(many.body.keys().size(), 2);
    QCOMPARE(many.body[post][u"id"_s].toString(), post);
    const QJsonArray members{QJsonObject{{u"method"_s, u"GET"_s}, {u"relative_url"_s, u"me?fields=id"_s}},
        QJsonObject{{u"method"_s, u"GET"_s}, {u"relative_url"_s, u"v25.0/1_2"_s}}};
    const ClientAnswer batch = page.post({}, {{u"batch"_s, members}});
    const QJsonArray answers = QJsonDocument::fromJson(batch.bytes).array();
    QCOMPARE(answers.size(), 2);
    QCOMPARE(answers[0][u"code"_s].toInt(), 200);
    QCOMPARE(answers[0][u"body"_s].toString(), u"{\"id\":\"%1\"}"_s.arg(page.page()));
    QCOMPARE(answers[1][u"code"_s].toInt(), 400);
    QVERIFY(answers[0][u"headers"_s].toArray().size() > 3);
}

void SandboxFacebookReadsTest::showsNothingToAUserToken()
{
    PageClient page;
    const QString post = page.newestPost();
    page.client().setToken("user-token");
    const ClientAnswer comments = page.get(post + u"/comments"_s);
    QCOMPARE(comments.status, 200);
    QVERIFY(idsOf(comments).isEmpty());
}

void SandboxFacebookReadsTest::tellsAGoneObjectFromABadCall()
{
    PageClient page;
    const QString comment = page.comment(u"Nina Petrova"_s, u"Never mind"_s, page.newestPost());
    QCOMPARE(page.client().remove(u"/sandbox/facebook/objects/"_s + comment).status, 200);
    const ClientAnswer gone = page.get(comment);
    QCOMPARE(codeOf(gone), 100);
    QCOMPARE(subcodeOf(gone), 33);
    QVERIFY(codeOf(page.get(u"a/b/c"_s)) == 2500);
    page.client().setToken({});
    QCOMPARE(codeOf(page.get(u"me"_s)), 104);
}

void SandboxFacebookReadsTest::knowsItsOwnAnswerAgain()
{
    PageClient page;
    const QByteArray tag = page.get(u"me"_s).headers.value("etag");
    QVERIFY(tag.startsWith('"'));
    QCOMPARE(page.get(u"me"_s).headers.value("etag"), tag);
    QVERIFY(page.get(u"me?fields=id"_s).headers.value("etag") != tag);
}

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::SandboxFacebookReadsTest)
#include "sandbox_facebook_reads_test.moc"
