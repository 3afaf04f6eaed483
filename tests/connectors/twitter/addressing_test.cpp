#include "connectors/twitter/twitter_parse.h"
#include "tests/connectors/twitter/connector_fixture.h"

#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::twitter;
using Step = LoopbackServer::Step;

namespace {
const Cursor kMentions{.stream = u"mentions"_s};

Reading readingAsShop()
{
    return {.account = {.remoteId = u"7"_s, .handle = u"Shop"_s}, .stream = u"mentions"_s};
}

ReadPage pageOf(const QByteArray &body)
{
    return readPage(json(body), readingAsShop()).value_or(ReadPage());
}

Traits traitsOf(const QByteArray &members, const QByteArray &rest = {})
{
    const ReadPage page = pageOf("{'data':[{'id':'30','author_id':'5'," + members + "}]" + rest + "}");
    return page.posts.isEmpty() ? Traits() : page.posts.at(0).post.traits;
}
} // namespace

/// Whom the network lets us answer, and what comes with a page beside its posts.
class AddressingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addressedIsWhoIsNamedOrQuoted_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QByteArray>("rest");
        QTest::addColumn<bool>("isAddressed");
        QTest::newRow("listed by id")
            << QByteArray("'text':'x','entities':{'mentions':[{'username':'renamed','id':'7'}]}")
            << QByteArray() << true;
        QTest::newRow("listed by name")
            << QByteArray("'text':'x','entities':{'mentions':[{'username':'SHOP'}]}") << QByteArray() << true;
        QTest::newRow("named in the text") << QByteArray("'text':'hello @sHop!'") << QByteArray() << true;
        QTest::newRow("named in the long text")
            << QByteArray("'text':'hello','entities':{},'note_tweet':{'text':'hello and more @shop'}")
            << QByteArray() << true;
        QTest::newRow("another") << QByteArray(
            "'text':'hello @shopping','entities':{'mentions':[{'username':'shopping','id':'8'}]}")
                                 << QByteArray() << false;
        QTest::newRow("only a mail address") << QByteArray("'text':'mail me@shop'") << QByteArray() << false;
        QTest::newRow("nobody") << QByteArray("'text':'shop is bad'") << QByteArray() << false;
        QTest::newRow("quotes ours")
            << QByteArray("'text':'look','referenced_tweets':[{'type':'quoted','id':'20'}]")
            << QByteArray(",'includes':{'tweets':[{'id':'20','author_id':'7','text':'ours'}]}") << true;
        QTest::newRow("quotes ours, newer names")
            << QByteArray("'text':'look','referenced_posts':[{'type':'quoted','id':'20'}]")
            << QByteArray(",'includes':{'posts':[{'id':'20','author_id':'7','text':'ours'}]}") << true;
        QTest::newRow("quotes somebody else")
            << QByteArray("'text':'look','referenced_tweets':[{'type':'quoted','id':'20'}]")
            << QByteArray(",'includes':{'tweets':[{'id':'20','author_id':'8','text':'not ours'}]}") << false;
        QTest::newRow("answers us and took our name out") << QByteArray(
            "'text':'fine','in_reply_to_user_id':'7','referenced_tweets':[{'type':'replied_to','id':'20'}]")
                                                          << QByteArray() << false;
    }

    void addressedIsWhoIsNamedOrQuoted()
    {
        QFETCH(const QByteArray, members);
        QFETCH(const QByteArray, rest);
        QFETCH(const bool, isAddressed);
        QCOMPARE(traitsOf(members, rest).testFlag(Trait::AddressesUs), isAddressed);
    }

    void onlyRepliesInConversationsOfOursCanBeHidden_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<bool>("canHide");
        const QByteArray answer = "'text':'x','referenced_tweets':[{'type':'replied_to','id':'20'}],";
        QTest::newRow("to our first post")
            << answer + "'conversation_id':'20','in_reply_to_user_id':'7'" << true;
        QTest::newRow("to our answer elsewhere")
            << answer + "'conversation_id':'10','in_reply_to_user_id':'7'" << false;
        QTest::newRow("to somebody's first post")
            << answer + "'conversation_id':'20','in_reply_to_user_id':'8'" << false;
        QTest::newRow("a first post") << QByteArray("'text':'x','conversation_id':'30'") << false;
    }

    void onlyRepliesInConversationsOfOursCanBeHidden()
    {
        QFETCH(const QByteArray, members);
        QFETCH(const bool, canHide);
        QCOMPARE(traitsOf(members).testFlag(Trait::CanHide), canHide);
    }

    /// Who began it need not be told; the desk knows.
    void publicPostsMayBeHiddenByWhoeverBeganTheirThread()
    {
        ConnectorFixture fixture;
        fixture.always(200,
            json("{'data':[{'id':'40','author_id':'5','text':'@shop x','conversation_id':'20',"
                 "'in_reply_to_user_id':'8','referenced_tweets':[{'type':'replied_to','id':'30'}]}]}"));
        const auto page = waitFor(fixture.connector->fetch(kMentions));
        QVERIFY(!page.result->posts.at(0).traits.testFlag(Trait::CanHide));
        QVERIFY(page.result->posts.at(0).isHiddenByThread);
    }

    void whatIsAnsweredComesAlong()
    {
        const ReadPage page
            = pageOf("{'data':["
                     "{'id':'30','author_id':'5','text':'@shop "
                     "a','referenced_tweets':[{'type':'replied_to','id':'20'}]},"
                     "{'id':'31','author_id':'5','text':'@shop "
                     "b','referenced_tweets':[{'type':'replied_to','id':'21'}]},"
                     "{'id':'32','author_id':'5','text':'@shop "
                     "c','referenced_tweets':[{'type':'replied_to','id':'30'}]},"
                     "{'id':'33','author_id':'5','text':'@shop "
                     "d','referenced_tweets':[{'type':'replied_to','id':'22'}]},"
                     "{'id':'34','author_id':'5','text':'@shop "
                     "e','referenced_tweets':[{'type':'replied_to','id':'23'}]}],"
                     "'includes':{'tweets':[{'id':'20','author_id':'8','text':'not ours, but for @shop'},"
                     "{'id':'21','author_id':'7','text':'ours'},{'id':'99','author_id':'9','text':'quoted'}],"
                     "'users':[{'id':'7','username':'shop','public_metrics':{'followers_count':1234}}]},"
                     "'errors':[{'resource_type':'tweet','resource_id':'22','title':'Not Found Error',"
                     "'type':'https://api.twitter.com/2/problems/resource-not-found'}],"
                     "'meta':{'result_count':5}}");
        QCOMPARE(page.posts.size(), 5);
        QCOMPARE(page.parents.size(), 2);
        QVERIFY(page.parents.at(0).traits.testFlag(Trait::Context));
        QVERIFY(page.parents.at(1).direction == Direction::Outbound);
        QVERIFY(!page.parents.at(1).traits.testFlag(Trait::Context));
        QCOMPARE(page.missing, QStringList{u"23"_s}); // 22 is gone, 30 is on the page
        QVERIFY(page.audience == 1234);
    }

    void lookedUpPostsOfOthersAreContext()
    {
        ConnectorFixture fixture;
        fixture.always(200,
            json("{'data':[{'id':'20','author_id':'8','text':'theirs'},{'id':'21','author_id':'7','text':'"
                 "ours'}],"
                 "'errors':[{'resource_type':'tweet','resource_id':'22','type':'x/resource-not-found'}]}"));
        const auto answer = waitFor(fixture.connector->lookUp({u"20"_s, u"21"_s, u"22"_s}));
        QCOMPARE(errorOf(answer.result), u"none"_s);
        QCOMPARE(answer.result->size(), 2);
        QVERIFY(answer.result->at(0).traits.testFlag(Trait::Context));
        QVERIFY(answer.result->at(1).traits == Trait::CanRemove);
        QCOMPARE(fixture.path(0), QByteArray("/2/tweets"));
        QCOMPARE(fixture.asked(0, "ids"), u"20,21,22"_s);
    }

    void nothingLeftToLookUpIsAnEmptyList()
    {
        ConnectorFixture fixture;
        fixture.always(200,
            json("{'errors':[{'resource_type':'tweet','resource_id':'20','title':'Not Found Error',"
                 "'type':'x/resource-not-found'}]}"));
        const auto answer = waitFor(fixture.connector->lookUp({u"20"_s}));
        QVERIFY(answer.result && answer.result->isEmpty());
        QVERIFY(waitFor(fixture.connector->lookUp({})).result->isEmpty());
        QCOMPARE(fixture.server.requests().size(), 1);
        const QStringList tooMany(fixture.connector->capabilities().idsPerLookUp + 1, u"1"_s);
        QCOMPARE(errorOf(waitFor(fixture.connector->lookUp(tooMany)).result), u"usage"_s);
    }

    void lookUpChangesTheVocabularyToo()
    {
        ConnectorFixture fixture;
        fixture.server.setScript([](const WireRequest &request) {
            return Step{request.target.contains("tweet.fields")
                    ? LoopbackServer::answer(400, json("{'errors':[{'parameters':{'tweet.fields':['x']}}]}"))
                    : LoopbackServer::answer(200, json("{'data':[{'id':'20','text':'x'}]}"))};
        });
        QCOMPARE(waitFor(fixture.connector->lookUp({u"20"_s})).result->size(), 1);
        QVERIFY(waitFor(fixture.connector->fetch({.stream = u"messages"_s})).result.has_value());
        QCOMPARE(fixture.server.requests().size(), 3); // learned once for every call
        QVERIFY(!fixture.asked(2, "dm_event.fields").contains(u"sender_id"_s));
        QCOMPARE(fixture.asked(2, "expansions"), u"sender_id"_s);
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::AddressingTest)
#include "addressing_test.moc"
