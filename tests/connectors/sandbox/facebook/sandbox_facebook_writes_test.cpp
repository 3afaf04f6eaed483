#include "tests/connectors/sandbox/facebook/page_client.h"

#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The writing side of the simulated Graph API: public threads.
class SandboxFacebookWritesTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersACommentAndARepliersReply();
    void answersWithTheFieldsAskedFor();
    void editsHidesLikesAndRemoves();
    void refusesTheSameTextTwice();
    void blocksWhoWritesTheSameEverywhere();
    void blocksABurst();
    void refusesWithoutPermission();
    void refusesAUserToken();
    void carriesOutWhatIsAnsweredTooLate();
    void failsTheNextCallsWithTheCodeAskedFor();

private:
    static QJsonObject text(const QString &words) { return {{u"message"_s, words}}; }
};

void SandboxFacebookWritesTest::answersACommentAndARepliersReply()
{
    PageClient page;
    const QString top = page.comment(u"Nina Petrova"_s, u"Where is it?"_s, page.newestPost());
    const QString reply = page.comment(u"Joe Kowalczyk"_s, u"Same here"_s, top);
    const ClientAnswer first = page.post(top + u"/comments"_s, text(u"We look into it, Nina."_s));
    QCOMPARE(first.status, 200);
    const ClientAnswer second = page.post(reply + u"/comments"_s, text(u"And for you, Joe."_s));
    const ClientAnswer shown = page.get(second.body[u"id"_s].toString() + u"?fields=parent{id},from"_s);
    QCOMPARE(shown.body[u"parent"_s][u"id"_s].toString(), top);
    QCOMPARE(shown.body[u"from"_s][u"id"_s].toString(), page.page());
    QCOMPARE(idsOf(page.get(top + u"/comments"_s)).size(), 3);
    QVERIFY(page.client().requests().last()[u"operation"_s].toString() == "facebook.comments"_L1);
    QCOMPARE(codeOf(page.post(u"1_2/comments"_s, text(u"Hello?"_s))), 100);
    QCOMPARE(subcodeOf(page.post(u"1_2/comments"_s, text(u"Hello?"_s))), 33);
}

void SandboxFacebookWritesTest::answersWithTheFieldsAskedFor()
{
    PageClient page;
    const ClientAnswer made = page.post(
        page.newestPost() + u"/comments?fields=id,message,permalink_url"_s, text(u"In green, too."_s));
    QCOMPARE(made.body[u"message"_s].toString(), u"In green, too."_s);
    QVERIFY(made.body[u"permalink_url"_s].toString().contains("comment_id="_L1));
}

void SandboxFacebookWritesTest::editsHidesLikesAndRemoves()
{
    PageClient page;
    const QString theirs = page.comment(u"Nina Petrova"_s, u"!!!"_s, page.newestPost());
    const QString ours = page.post(theirs + u"/comments"_s, text(u"Sory"_s)).body[u"id"_s].toString();
    QVERIFY(page.post(ours, text(u"Sorry"_s)).body[u"success"_s].toBool());
    QCOMPARE(page.get(ours).body[u"message"_s].toString(), u"Sorry"_s);
    QCOMPARE(codeOf(page.post(theirs, text(u"I was wrong"_s))), 200); // not our words
    QVERIFY(page.post(theirs, {{u"is_hidden"_s, true}}).body[u"success"_s].toBool());
    QVERIFY(page.get(theirs + u"?fields=is_hidden"_s).body[u"is_hidden"_s].toBool());
    QVERIFY(page.post(theirs, {{u"is_hidden"_s, u"false"_s}}).body[u"success"_s].toBool());
    QVERIFY(!page.get(theirs + u"?fields=is_hidden"_s).body[u"is_hidden"_s].toBool());
    QCOMPARE(codeOf(page.post(ours, {{u"is_hidden"_s, true}})), 100);
    QVERIFY(page.post(theirs + u"/likes"_s).body[u"success"_s].toBool());
    QCOMPARE(page.get(theirs + u"?fields=user_likes,like_count"_s).body[u"like_count"_s].toInt(), 1);
    QVERIFY(page.remove(theirs + u"/likes"_s).body[u"success"_s].toBool());
    QVERIFY(!page.get(theirs + u"?fields=user_likes"_s).body[u"user_likes"_s].toBool());
    QVERIFY(page.remove(theirs).body[u"success"_s].toBool());
    QCOMPARE(subcodeOf(page.get(ours)), 33); // its replies go with it
}

void SandboxFacebookWritesTest::refusesTheSameTextTwice()
{
    PageClient page;
    const QString post = page.newestPost();
    QCOMPARE(page.post(post + u"/comments"_s, text(u"Thank you all"_s)).status, 200);
    QCOMPARE(codeOf(page.post(post + u"/comments"_s, text(u"Thank you all"_s))), 506);
    page.client().clock().advance(61min);
    QCOMPARE(page.post(post + u"/comments"_s, text(u"Thank you all"_s)).status, 200);
}

void SandboxFacebookWritesTest::blocksWhoWritesTheSameEverywhere()
{
    PageClient page({{u"spam"_s, QJsonObject{{u"same_text"_s, 3}, {u"block_minutes"_s, 30}}}});
    QStringList comments;
    for (int i = 0; i < 4; ++i) {
        comments += page.comment(u"Person %1"_s.arg(i), u"Hello?"_s, page.newestPost());
    }
    QCOMPARE(page.post(comments[0] + u"/comments"_s, text(u"Hi there"_s)).status, 200);
    QCOMPARE(page.post(comments[1] + u"/comments"_s, text(u"Hi there"_s)).status, 200);
    QCOMPARE(codeOf(page.post(comments[2] + u"/comments"_s, text(u"Hi there"_s))), 368);
    QCOMPARE(codeOf(page.post(comments[3] + u"/comments"_s, text(u"Something else"_s))), 368);
    QCOMPARE(page.get(comments[3]).status, 200); // reading goes on
    page.client().clock().advance(31min);
    QCOMPARE(page.post(comments[3] + u"/comments"_s, text(u"Something else"_s)).status, 200);
}

void SandboxFacebookWritesTest::blocksABurst()
{
    PageClient page({{u"spam"_s, QJsonObject{{u"burst"_s, 3}}}});
    const QString post = page.newestPost();
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(page.post(post + u"/comments"_s, text(u"Answer %1"_s.arg(i))).status, 200);
    }
    QCOMPARE(codeOf(page.post(post + u"/comments"_s, text(u"One more"_s))), 368);
    page.control(u"lock"_s, {{u"locked"_s, false}});
    page.client().clock().advance(2min);
    QCOMPARE(page.post(post + u"/comments"_s, text(u"One more"_s)).status, 200);
}

void SandboxFacebookWritesTest::refusesWithoutPermission()
{
    PageClient page({{u"permissions"_s, QJsonObject{{u"pages_manage_engagement"_s, false}}}});
    const QString post = page.newestPost();
    QCOMPARE(codeOf(page.post(post + u"/comments"_s, text(u"Hello"_s))), 200);
    page.control(
        u"permissions"_s, {{u"pages_manage_engagement"_s, true}, {u"pages_read_engagement"_s, false}});
    QCOMPARE(page.post(post + u"/comments"_s, text(u"Hello"_s)).status, 200);
    QCOMPARE(codeOf(page.get(post + u"/comments"_s)), 283);
}

void SandboxFacebookWritesTest::refusesAUserToken()
{
    PageClient page;
    const QString post = page.newestPost();
    page.client().setToken("user-token");
    QCOMPARE(codeOf(page.post(post + u"/comments"_s, text(u"Hello"_s))), 200);
}

void SandboxFacebookWritesTest::carriesOutWhatIsAnsweredTooLate()
{
    PageClient page;
    const QString post = page.newestPost();
    page.client().setFault(
        {{u"kind"_s, u"status_after_write"_s}, {u"operation"_s, u"facebook.comment"_s}, {u"count"_s, 1}});
    QCOMPARE(page.post(post + u"/comments"_s, text(u"Did it arrive?"_s)).status, 503);
    const ClientAnswer newest
        = page.get(post + u"/comments?filter=stream&order=reverse_chronological&limit=1"_s);
    QCOMPARE(newest.body[u"data"_s][0][u"message"_s].toString(), u"Did it arrive?"_s);
    page.client().setFault({{u"kind"_s, u"status"_s}, {u"operation"_s, u"facebook.comment"_s}});
    const ClientAnswer down = page.post(post + u"/comments"_s, text(u"Again"_s));
    QCOMPARE(down.status, 503);
    QCOMPARE(codeOf(down), 2);
}

void SandboxFacebookWritesTest::failsTheNextCallsWithTheCodeAskedFor()
{
    PageClient page;
    const QString post = page.newestPost();
    page.control(u"fail"_s, {{u"code"_s, 200}, {u"count"_s, 2}, {u"operation"_s, u"facebook.comment"_s}});
    QCOMPARE(codeOf(page.post(post + u"/comments"_s, text(u"One"_s))), 200);
    QCOMPARE(codeOf(page.post(post + u"/comments"_s, text(u"One"_s))), 200);
    QCOMPARE(page.post(post + u"/comments"_s, text(u"One"_s)).status, 200);
}

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::SandboxFacebookWritesTest)
#include "sandbox_facebook_writes_test.moc"
