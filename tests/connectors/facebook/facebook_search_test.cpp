#include "tests/connectors/facebook/fake_page.h"

#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kNow = 1'763'560'800; // 2025-11-19T14:00:00Z
const QString kText = u"Sorry!  The kettle is on its way"_s;
const QString kSent = u"Sorry! The kettle is on its way"_s;
const Instant kSince = instantFromMs((kNow - 60) * 1000 + 700);

Outgoing answer(const QString &parent, const QString &thread = {})
{
    return {.body = kText, .parentRemoteId = parent, .thread = thread};
}

QStringList idsOf(const Answer<QList<Post>> &found)
{
    QStringList ids;
    for (const Post &post : found.result.value_or(QList<Post>())) {
        ids.append(post.remoteId);
    }
    return ids;
}

struct Fixture {
    Fixture()
    {
        page.pageSize = 50;
        base.server.setScript([this](const WireRequest &request) {
            const QString path = QUrl::fromEncoded(request.target).path().section(u'/', 2);
            return objects.contains(path) ? PageFixture::answer(200, objects.value(path))
                                          : page.answer(request);
        });
    }
    void comment(const QString &below, const QString &id, qint64 ago, const QString &parent = {},
        const QString &from = u"100"_s, const QString &text = kSent)
    {
        page.add(below + u"/comments"_s,
            {.id = id, .text = text, .at = kNow - ago, .from = from, .parent = parent});
    }
    [[nodiscard]] Answer<QList<Post>> find(const Outgoing &reply, Instant since = kSince)
    {
        return waitFor(base.connector->findSent(reply, since));
    }
    [[nodiscard]] QByteArrayList asked() const
    {
        QByteArrayList paths;
        for (qsizetype i = 0; i < base.server.requests().size(); ++i) {
            paths.append(base.path(i));
        }
        return paths;
    }

    PageFixture base;
    FakePage page;
    QMap<QString, QByteArray> objects; // single ones, by path
};
} // namespace

class FacebookSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsOurAnswerBelowTheComment()
    {
        Fixture fixture;
        fixture.objects.insert(u"9_2"_s, json("{'id':'9_2'}"));
        fixture.comment(u"9_2"_s, u"9_5"_s, 40, u"9_2"_s);
        fixture.comment(u"9_2"_s, u"9_4"_s, 50, u"9_2"_s);
        fixture.comment(u"9_2"_s, u"9_6"_s, 30, u"9_2"_s, u"55"_s);              // somebody else's
        fixture.comment(u"9_2"_s, u"9_7"_s, 20, u"9_2"_s, u"100"_s, u"Other"_s); // another text
        fixture.comment(u"9_2"_s, u"9_3"_s, 61, u"9_2"_s);                       // before the attempt
        const auto found = fixture.find(answer(u"9_2"_s));
        QCOMPARE(errorOf(found.result), u"none"_s);
        QCOMPARE(idsOf(found), QStringList({u"9_4"_s, u"9_5"_s}));
        // Two calls, of which one is reserved.
        QVERIFY(found.facts.further == QList<Operation>{Operation::ReadOwn});
        QCOMPARE(fixture.asked(), QByteArrayList({"/v25.0/9_2", "/v25.0/9_2/comments"}));
        QCOMPARE(fixture.base.asked(1, "filter"), u"stream"_s);
        QCOMPARE(fixture.base.asked(1, "order"), u"reverse_chronological"_s);
        QCOMPARE(fixture.base.asked(1, "since"), QString::number(kNow - 60));
    }

    /// Times have whole seconds: an answer made in the second the attempt began in counts.
    void theSecondOfTheAttemptCounts()
    {
        Fixture fixture;
        fixture.comment(u"9_2"_s, u"9_4"_s, 60, u"9_2"_s);
        QCOMPARE(idsOf(fixture.find(answer(u"9_3"_s, u"9_2"_s))), QStringList({u"9_4"_s}));
    }

    void answersToARepliesStandBelowTheTop_data()
    {
        QTest::addColumn<QString>("thread");
        QTest::addColumn<int>("calls");
        QTest::newRow("its thread is told") << u"9_2"_s << 1;
        QTest::newRow("its thread is asked for") << QString() << 2;
    }

    void answersToARepliesStandBelowTheTop()
    {
        QFETCH(const QString, thread);
        QFETCH(const int, calls);
        Fixture fixture;
        fixture.objects.insert(u"9_3"_s, json("{'id':'9_3','parent':{'id':'9_2'}}"));
        fixture.comment(u"9_2"_s, u"9_8"_s, 10, u"9_2"_s);
        QCOMPARE(idsOf(fixture.find(answer(u"9_3"_s, thread))), QStringList({u"9_8"_s}));
        QCOMPARE(fixture.asked().size(), calls);
    }

    void belowAPostOnlyItsOwnAnswersCount()
    {
        Fixture fixture;
        fixture.comment(
            u"100_9"_s, u"9_5"_s, 40, u"9_2"_s); // an answer to somebody's comment, with the same text
        fixture.comment(u"100_9"_s, u"9_6"_s, 30);
        QCOMPARE(idsOf(fixture.find(answer(u"100_9"_s, u"100_9"_s))), QStringList({u"9_6"_s}));
        QCOMPARE(fixture.asked().size(), 1);
    }

    void walksPagesToTheEndOfTheList()
    {
        Fixture fixture;
        fixture.page.pageSize = 1;
        for (int i = 0; i < 5; ++i) {
            fixture.comment(u"9_2"_s, u"9_1%1"_s.arg(i), 10 + i, u"9_2"_s, u"55"_s);
        }
        fixture.comment(u"9_2"_s, u"9_9"_s, 50, u"9_2"_s);
        const auto found = fixture.find(answer(u"9_3"_s, u"9_2"_s));
        QCOMPARE(idsOf(found), QStringList({u"9_9"_s}));
        QCOMPARE(fixture.asked().size(), 6);
        QVERIFY(found.facts.further == QList<Operation>(5, Operation::ReadOwn)); // beside the reserved one
    }

    /// "Not there" would be a guess, so it is an error.
    void endlessListIsNoProofOfAbsence()
    {
        Fixture fixture;
        fixture.page.pageSize = 1;
        for (int i = 0; i < 40; ++i) {
            fixture.comment(u"9_2"_s, u"9_1%1"_s.arg(i), 10, u"9_2"_s, u"55"_s);
        }
        QCOMPARE(errorOf(fixture.find(answer(u"9_3"_s, u"9_2"_s)).result), u"not-found"_s);
        QCOMPARE(fixture.asked().size(), 32);
    }

    void failureOnAnyPageIsAnError()
    {
        Fixture fixture;
        fixture.page.failures.insert(u"9_2/comments"_s, graphError(4));
        QCOMPARE(errorOf(fixture.find(answer(u"9_3"_s, u"9_2"_s)).result), u"rate-limited"_s);
    }

    void goneParentHasNoAnswers()
    {
        Fixture fixture;
        fixture.page.failures.insert(u"9_2"_s, graphError(100, 33));
        fixture.page.failures.insert(u"9_2/comments"_s, graphError(100, 33));
        const auto found = fixture.find(answer(u"9_2"_s));
        QVERIFY(found.result && found.result->isEmpty());
    }

    void messagesAreFoundInTheirConversation()
    {
        Fixture fixture;
        fixture.page.add(
            u"t_1/messages"_s, {.id = u"m_1"_s, .text = kSent, .at = kNow - 5, .from = u"100"_s});
        fixture.page.add(u"t_1/messages"_s, {.id = u"m_2"_s, .text = kSent, .at = kNow - 4, .from = u"55"_s});
        const auto found = fixture.find({.body = kText,
            .operation = Operation::DirectMessage,
            .thread = u"t_1"_s,
            .recipientRemoteId = u"55"_s});
        QCOMPARE(idsOf(found), QStringList({u"m_1"_s}));
        QCOMPARE(fixture.asked(), QByteArrayList({"/v25.0/t_1/messages"}));
    }

    void conversationIsFoundByThePerson()
    {
        Fixture fixture;
        fixture.page.add(u"100/conversations"_s, {.id = u"t_1"_s, .changedAt = kNow});
        fixture.page.add(
            u"t_1/messages"_s, {.id = u"m_1"_s, .text = kSent, .at = kNow - 5, .from = u"100"_s});
        const Outgoing reply{
            .body = kText, .operation = Operation::DirectMessage, .recipientRemoteId = u"55"_s};
        QCOMPARE(idsOf(fixture.find(reply)), QStringList({u"m_1"_s}));
        QCOMPARE(fixture.base.asked(0, "user_id"), u"55"_s);
        fixture.page.lists.remove(u"100/conversations"_s);
        const auto none = fixture.find(reply);
        QVERIFY(none.result && none.result->isEmpty());
    }

    void privateAnswerIsFoundWhereTheCommentSays()
    {
        Fixture fixture;
        fixture.objects.insert(u"9_2"_s, json("{'id':'9_2','private_reply_conversation':{'id':'t_1'}}"));
        fixture.page.add(
            u"t_1/messages"_s, {.id = u"m_1"_s, .text = kSent, .at = kNow - 5, .from = u"100"_s});
        const Outgoing reply{.body = kText,
            .parentRemoteId = u"9_2"_s,
            .operation = Operation::PrivateReply,
            .thread = u"9_2"_s,
            .recipientRemoteId = u"55"_s};
        const auto found = fixture.find(reply);
        QCOMPARE(idsOf(found), QStringList({u"m_1"_s}));
        QVERIFY(found.facts.further == QList<Operation>{Operation::ReadMessages});
        fixture.objects.insert(u"9_2"_s, json("{'id':'9_2'}"));
        const auto none = fixture.find(reply);
        QVERIFY(none.result && none.result->isEmpty());
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::FacebookSearchTest)
#include "facebook_search_test.moc"
