#include "tests/connectors/sandbox/facebook/page_client.h"

#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Conversations and the Send API of the simulated Facebook.
class SandboxFacebookMessagesTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listsThreadsNewestFirst();
    void findsTheThreadOfOnePerson();
    void showsMessagesWithTheirPhotos();
    void answersWithinTheWindow();
    void refusesAfterADayUnlessAHumanAnswers();
    void refusesDeadTags();
    void answersACommentPrivatelyOnce();
    void refusesAPrivateAnswerAfterAWeek();
    void importsWhatIsTypedInMetasInbox();
    void saysWhoCannotBeReached();
    void keepsTheTwoIdsOfAPersonApart();

private:
    static QJsonObject message(const QString &psid, const QString &text)
    {
        return {{u"recipient"_s, QJsonObject{{u"id"_s, psid}}}, {u"messaging_type"_s, u"RESPONSE"_s},
            {u"message"_s, QJsonObject{{u"text"_s, text}}}};
    }
    static QJsonObject human(const QString &psid, const QString &text)
    {
        QJsonObject body = message(psid, text);
        body.insert(u"messaging_type"_s, u"MESSAGE_TAG"_s);
        body.insert(u"tag"_s, u"HUMAN_AGENT"_s);
        return body;
    }
    static QJsonObject privateReply(const QString &comment, const QString &text)
    {
        QJsonObject body = message({}, text);
        body.insert(u"recipient"_s, QJsonObject{{u"comment_id"_s, comment}});
        return body;
    }
    static QString personOf(PageClient &page, const QString &name)
    {
        return page.client()
            .post(u"/sandbox/facebook/people/"_s + name, {{u"blocked"_s, false}})
            .body[u"psid"_s]
            .toString();
    }
};

void SandboxFacebookMessagesTest::listsThreadsNewestFirst()
{
    PageClient page;
    const ClientAnswer threads = page.get(
        page.page() + u"/conversations?fields=id,updated_time,snippet,message_count,participants"_s);
    const QJsonArray data = threads.body[u"data"_s].toArray();
    QCOMPARE(data.size(), 4);
    QVERIFY(data[0][u"id"_s].toString().startsWith("t_"_L1));
    QCOMPARE(data[0][u"participants"_s][u"data"_s][0][u"name"_s].toString(), u"Anika Sharma"_s);
    QVERIFY(data[0][u"updated_time"_s].toString() > data[1][u"updated_time"_s].toString());
    QVERIFY(idsOf(page.get(page.page() + u"/conversations?platform=INSTAGRAM"_s)).isEmpty());
}

void SandboxFacebookMessagesTest::findsTheThreadOfOnePerson()
{
    PageClient page;
    const QString psid = personOf(page, u"Joe Kowalczyk"_s);
    const ClientAnswer found
        = page.get(page.page() + u"/conversations?user_id=%1&fields=messages{message,from}"_s.arg(psid));
    QCOMPARE(found.body[u"data"_s].toArray().size(), 1);
    const QJsonValue newest = found.body[u"data"_s][0][u"messages"_s][u"data"_s][0];
    QVERIFY(newest[u"message"_s].toString().contains("charged twice"_L1));
    QCOMPARE(newest[u"from"_s][u"id"_s].toString(), psid);
}

void SandboxFacebookMessagesTest::showsMessagesWithTheirPhotos()
{
    PageClient page;
    const QString psid = personOf(page, u"Ellen Lindqvist 🧶"_s);
    const QString thread = idsOf(page.get(page.page() + u"/conversations?user_id="_s + psid)).value(0);
    const ClientAnswer messages
        = page.get(thread + u"/messages?fields=id,created_time,from,to,message,attachments,tags"_s);
    const QJsonArray data = messages.body[u"data"_s].toArray();
    QCOMPARE(data.size(), 2);
    QVERIFY(data[0][u"id"_s].toString().startsWith("m_"_L1));
    QCOMPARE(data[0][u"attachments"_s][u"data"_s][0][u"mime_type"_s].toString(), u"image/jpeg"_s);
    QVERIFY(!data[1].toObject().contains(u"attachments"_s));
    QCOMPARE(data[1][u"to"_s][u"data"_s][0][u"id"_s].toString(), page.page());
}

void SandboxFacebookMessagesTest::answersWithinTheWindow()
{
    PageClient page;
    const QString psid = personOf(page, u"Joe Kowalczyk"_s);
    const ClientAnswer sent = page.post(page.page() + u"/messages"_s, message(psid, u"On its way back"_s));
    QCOMPARE(sent.body[u"recipient_id"_s].toString(), psid);
    QVERIFY(sent.body[u"message_id"_s].toString().startsWith("m_"_L1));
    QCOMPARE(
        page.get(sent.body[u"message_id"_s].toString() + u"?fields=message"_s).body[u"message"_s].toString(),
        u"On its way back"_s);
    const QString tooLong(2001, u'x');
    QCOMPARE(codeOf(page.post(page.page() + u"/messages"_s, message(psid, tooLong))), 100);
    QCOMPARE(codeOf(page.post(u"me/messages"_s, message(u"42"_s, u"Who?"_s))), 100);
}

void SandboxFacebookMessagesTest::refusesAfterADayUnlessAHumanAnswers()
{
    PageClient page;
    const QString psid = personOf(page, u"Joe Kowalczyk"_s);
    page.client().clock().advance(24h);
    const ClientAnswer late = page.post(u"me/messages"_s, message(psid, u"Late"_s));
    QCOMPARE(late.status, 400);
    QCOMPARE(codeOf(late), 10);
    QCOMPARE(subcodeOf(late), 2018278);
    const ClientAnswer ungranted = page.post(u"me/messages"_s, human(psid, u"Late"_s));
    QCOMPARE(codeOf(ungranted), 10);
    QCOMPARE(subcodeOf(ungranted), 0);
    page.control(u"human_agent"_s, {{u"granted"_s, true}});
    QCOMPARE(page.post(u"me/messages"_s, human(psid, u"Late, but here"_s)).status, 200);
    page.client().clock().advance(24h * 6);
    QCOMPARE(subcodeOf(page.post(u"me/messages"_s, human(psid, u"Too late"_s))), 2018278);
    page.control(u"messages"_s, {{u"author"_s, u"Joe Kowalczyk"_s}, {u"text"_s, u"Hello again"_s}});
    QCOMPARE(page.post(u"me/messages"_s, message(psid, u"Hello Joe"_s)).status, 200); // opens it again
}

void SandboxFacebookMessagesTest::refusesDeadTags()
{
    PageClient page;
    const QString psid = personOf(page, u"Joe Kowalczyk"_s);
    for (const QString &tag : {u"CONFIRMED_EVENT_UPDATE"_s, u"ACCOUNT_UPDATE"_s, u"POST_PURCHASE_UPDATE"_s}) {
        QJsonObject body = human(psid, u"Your order"_s);
        body.insert(u"tag"_s, tag);
        QCOMPARE(codeOf(page.post(u"me/messages"_s, body)), 100);
    }
}

void SandboxFacebookMessagesTest::answersACommentPrivatelyOnce()
{
    PageClient page;
    const QString comment = page.comment(u"Tom Whitlock"_s, u"My order?"_s, page.newestPost());
    const QString fields = comment + u"?fields=can_reply_privately,private_reply_conversation"_s;
    QVERIFY(page.get(fields).body[u"can_reply_privately"_s].toBool());
    const ClientAnswer sent
        = page.post(u"me/messages"_s, privateReply(comment, u"May we have its number?"_s));
    QCOMPARE(sent.status, 200);
    const ClientAnswer after = page.get(fields);
    QVERIFY(!after.body[u"can_reply_privately"_s].toBool());
    QVERIFY(after.body[u"private_reply_conversation"_s][u"id"_s].toString().startsWith("t_"_L1));
    QCOMPARE(codeOf(page.post(u"me/messages"_s, privateReply(comment, u"Hello?"_s))), 10900);
    // It opens no window: that is up to the person.
    const QString psid = sent.body[u"recipient_id"_s].toString();
    QCOMPARE(subcodeOf(page.post(u"me/messages"_s, message(psid, u"Hello?"_s))), 2018278);
    const QJsonValue last = page.client().requests().last();
    QCOMPARE(last[u"operation"_s].toString(), u"facebook.message"_s);
}

void SandboxFacebookMessagesTest::refusesAPrivateAnswerAfterAWeek()
{
    PageClient page;
    const QString comment = page.comment(u"Tom Whitlock"_s, u"My order?"_s, page.newestPost());
    page.client().clock().advance(24h * 7);
    QVERIFY(!page.get(comment + u"?fields=can_reply_privately"_s).body[u"can_reply_privately"_s].toBool());
    QCOMPARE(codeOf(page.post(u"me/messages"_s, privateReply(comment, u"Sorry for the wait"_s))), 10903);
}

void SandboxFacebookMessagesTest::importsWhatIsTypedInMetasInbox()
{
    PageClient page;
    page.control(u"inbox"_s, {{u"author"_s, u"Joe Kowalczyk"_s}, {u"text"_s, u"Typed elsewhere"_s}});
    const ClientAnswer threads
        = page.get(page.page() + u"/conversations?limit=1&fields=messages.limit(1){message,from,tags}"_s);
    const QJsonValue newest = threads.body[u"data"_s][0][u"messages"_s][u"data"_s][0];
    QCOMPARE(newest[u"message"_s].toString(), u"Typed elsewhere"_s);
    QCOMPARE(newest[u"from"_s][u"id"_s].toString(), page.page());
}

void SandboxFacebookMessagesTest::saysWhoCannotBeReached()
{
    PageClient page;
    const QString psid = personOf(page, u"Joe Kowalczyk"_s);
    page.control(u"people/Joe Kowalczyk"_s, {{u"blocked"_s, true}});
    QCOMPARE(codeOf(page.post(u"me/messages"_s, message(psid, u"Hello"_s))), 551);
    page.control(u"people/Joe Kowalczyk"_s, {{u"blocked"_s, false}});
    page.control(u"restrict"_s, {{u"restricted"_s, true}});
    QCOMPARE(subcodeOf(page.post(u"me/messages"_s, message(psid, u"Hello"_s))), 1893063);
}

void SandboxFacebookMessagesTest::keepsTheTwoIdsOfAPersonApart()
{
    PageClient page({{u"separate_ids"_s, true}});
    const QString comment = page.comment(u"Joe Kowalczyk"_s, u"Hello"_s, page.newestPost());
    const QString inPublic = page.get(comment + u"?fields=from"_s).body[u"from"_s][u"id"_s].toString();
    const QString psid = personOf(page, u"Joe Kowalczyk"_s);
    QVERIFY(inPublic != psid);
    QCOMPARE(codeOf(page.post(u"me/messages"_s, message(inPublic, u"Hello"_s))), 100);
    QCOMPARE(page.post(u"me/messages"_s, message(psid, u"Hello"_s)).status, 200);
}

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::SandboxFacebookMessagesTest)
#include "sandbox_facebook_messages_test.moc"
