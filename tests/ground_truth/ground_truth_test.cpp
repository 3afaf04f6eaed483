#include "connectors/facebook/facebook_connector.h"
#include "connectors/twitter/twitter_connector.h"
#include "tests/connectors/sandbox/sandbox_client.h"
#include "tests/support/wait_for.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
/// Exchanges on the way to the validator, which is somebody else's program: neither the sandbox nor the connectors judge themselves.
class Exchanges final
{
public:
    void add(const QJsonObject &exchange)
    {
        m_lines += QJsonDocument(exchange).toJson(QJsonDocument::Compact) + '\n';
        ++m_count;
    }

    /// What the validator says; empty: nothing contradicts.
    [[nodiscard]] QString contradictions() const
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"exchanges.jsonl"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(m_lines) != m_lines.size()) {
            return u"cannot write the exchanges"_s;
        }
        file.close();
        const QString here = QStringLiteral(FW_GROUND_TRUTH);
        QProcess validator;
        validator.start(QStringLiteral(FW_PYTHON),
            {u"-W"_s, u"ignore"_s, here + u"/validate.py"_s, here + u"/specs"_s, file.fileName()});
        validator.waitForFinished(60'000);
        const QString said = QString::fromUtf8(validator.readAll() + validator.readAllStandardError());
        const bool isGood = validator.exitStatus() == QProcess::NormalExit && validator.exitCode() == 0
            && said.startsWith(u"%1 exchanges"_s.arg(m_count)) && m_count > 0;
        if (!isGood) {
            qInfo().noquote() << said; // the test's own message is cut off
        }
        return isGood ? QString() : said;
    }

private:
    QByteArray m_lines;
    int m_count = 0;
};

bool hasValidator()
{
    QProcess python;
    python.start(QStringLiteral(FW_PYTHON), {u"-c"_s, u"import jsonschema"_s});
    return python.waitForFinished(30'000) && python.exitCode() == 0;
}

TokenSource anyToken()
{
    return [] { return Result<QByteArray>(QByteArray("any")); };
}
} // namespace

/// The sandbox's answers and the connectors' requests, held against the networks' own machine-readable descriptions.
class GroundTruthTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theValidatorSeesAContradiction();
    void twitterAnswersAsItIsDescribed_data();
    void twitterAnswersAsItIsDescribed();
    void facebookAnswersWithTheFieldsThereAre();
    void facebookRefusesInItsEnvelope();
    void twitterIsAskedAsItIsDescribed_data();
    void twitterIsAskedAsItIsDescribed();
    void facebookIsAskedWithTheParametersThereAre();

private:
    /// Walks every stream, looks up, answers, looks for the answer and moderates: whatever a connector asks for.
    static void ask(Connector &connector);
    static void record(
        Exchanges &exchanges, SandboxClient &client, const QString &spec, const QString &prefix);
};

void GroundTruthTest::initTestCase()
{
    if (!hasValidator()) {
        QSKIP("python3-jsonschema is not installed");
    }
}

void GroundTruthTest::theValidatorSeesAContradiction()
{
    Exchanges exchanges;
    exchanges.add({{u"spec"_s, u"x-2.167"_s}, {u"method"_s, u"GET"_s}, {u"path"_s, u"/2/users/me?mood=1"_s},
        {u"status"_s, 200}, {u"answer"_s, QJsonObject{{u"data"_s, QJsonObject{{u"id"_s, 7}}}}}});
    exchanges.add({{u"spec"_s, u"facebook-v25.0"_s}, {u"method"_s, u"GET"_s},
        {u"path"_s, u"/1/comments?order=ranked"_s}, {u"node"_s, u"Comment"_s},
        {u"answer"_s,
            QJsonObject{{u"data"_s,
                QJsonArray{QJsonObject{{u"id"_s, 7}, {u"created_time"_s, u"2021-07-21T21:05:14Z"_s},
                    {u"mood"_s, u"good"_s}}}}}}});
    const QString said = exchanges.contradictions();
    for (const QString &part : {u"unknown parameter mood"_s, u"7 is not of type 'string'"_s,
             u"order: ranked is none"_s, u"mood: no field"_s, u"is no datetime"_s, u"7 is no string"_s}) {
        QVERIFY2(said.contains(part), qPrintable(part + u" is not in: "_s + said));
    }
}

void GroundTruthTest::twitterAnswersAsItIsDescribed_data()
{
    QTest::addColumn<QString>("spec");
    QTest::addColumn<QString>("fields");
    QTest::addColumn<QString>("expansions");
    QTest::newRow("tweet names")
        << u"x-2.166"_s
        << u"tweet.fields=author_id,conversation_id,created_at,edit_controls,edit_history_tweet_"
           "ids,entities,in_reply_to_user_id,lang,public_metrics,referenced_tweets"_s
        << u"expansions=author_id,referenced_tweets.id,referenced_tweets.id.author_id"_s;
    QTest::newRow("post names")
        << u"x-2.167"_s
        << u"post.fields=conversation_id,created_at,edit_controls,entities,lang,public_metrics"_s
        << u"expansions=author_id,referenced_posts,edit_history_post_ids"_s;
}

void GroundTruthTest::twitterAnswersAsItIsDescribed()
{
    QFETCH(QString, spec);
    QFETCH(QString, fields);
    QFETCH(QString, expansions);
    const QString names = spec == "x-2.166"_L1 ? u"tweet"_s : u"post"_s;
    SandboxClient client({{u"vocabulary"_s, names}});
    Exchanges exchanges;
    const auto exchange = [&](const QByteArray &method, const QString &path, const QJsonObject &sent = {}) {
        const ClientAnswer answer = method == "GET" ? client.get(path)
            : method == "POST"                      ? client.post(path, sent)
                                                    : client.remove(path);
        QJsonObject line{{u"spec"_s, spec}, {u"method"_s, QString::fromLatin1(method)}, {u"path"_s, path},
            {u"status"_s, answer.status}, {u"answer"_s, answer.body}};
        if (!sent.isEmpty()) {
            line.insert(u"sent"_s, sent);
        }
        exchanges.add(line);
        return answer;
    };
    const QString users = u"user.fields=created_at,description,name,public_metrics,username,verified"_s;
    exchange("GET", u"/2/users/me?"_s + users);
    exchange("GET", u"/2/users/by/username/tomreads?"_s + users);
    exchange("GET", u"/2/users/by/username/nobody_here"_s);
    const QString asked = QStringList{fields, expansions, users}.join(u'&');
    const ClientAnswer page = exchange("GET", client.mentionsPath(u"?max_results=10&"_s + asked));
    const QString token = page.body[u"meta"_s][u"next_token"_s].toString();
    exchange("GET", client.mentionsPath(u"?max_results=10&pagination_token="_s + token));
    exchange("GET", client.mentionsPath(u"?since_id=9000000000000000000"_s)); // an empty page
    exchange("GET", client.timelinePath(u'?' + asked));
    const QStringList ids = idsOf(page);
    QCOMPARE(ids.size(), 10);
    exchange("GET", u"/2/tweets?ids=%1,1&"_s.arg(ids.first()) + asked);
    exchange("GET", u"/2/tweets/%1?"_s.arg(ids.first()) + asked);
    exchange("GET", u"/2/tweets/1"_s); // one that is not there
    const QJsonObject reply{
        {u"text"_s, u"On its way."_s}, {u"reply"_s, QJsonObject{{u"in_reply_to_tweet_id"_s, ids.first()}}}};
    const ClientAnswer made = exchange("POST", u"/2/tweets"_s, reply);
    QCOMPARE(made.status, 201);
    exchange("POST", u"/2/tweets"_s, reply); // a duplicate: 403
    exchange("DELETE", u"/2/tweets/"_s + made.body[u"data"_s][u"id"_s].toString());
    client.setToken({});
    exchange("GET", u"/2/users/me"_s); // 401
    const QString said = exchanges.contradictions();
    QVERIFY2(said.isEmpty(), qPrintable(said));
}

void GroundTruthTest::facebookAnswersWithTheFieldsThereAre()
{
    SandboxClient client({{u"facebook"_s, QJsonObject{{u"comment_count"_s, 12}}},
        {u"windows"_s,
            QJsonArray{QJsonObject{{u"name"_s, u"1 s"_s}, {u"operation"_s, u"facebook.conversations-api"_s},
                {u"limit"_s, 100}}}}});
    const QString page = client.sandbox().brandId(u"facebook"_s);
    Exchanges exchanges;
    const auto exchange = [&](const QString &path, const QString &node) {
        const ClientAnswer answer = client.get(u"/v25.0/"_s + path);
        exchanges.add(
            {{u"spec"_s, u"facebook-v25.0"_s}, {u"method"_s, u"GET"_s}, {u"path"_s, u"/v25.0/"_s + path},
                {u"status"_s, answer.status}, {u"node"_s, node}, {u"answer"_s, answer.body}});
        return answer;
    };
    const QString comment
        = u"id,message,created_time,from,parent,object,attachment,permalink_url,like_count,comment_count,"
          "user_likes,can_comment,can_hide,can_like,can_remove,can_reply_privately,is_hidden,is_private,"
          "private_reply_conversation"_s;
    const QString post
        = u"id,message,story,created_time,updated_time,from,permalink_url,status_type,is_hidden,"
          "is_published,is_expired,can_reply_privately"_s;
    exchange(u"me?fields=id,name,username,category,fan_count,followers_count,link,unread_message_count"_s,
        u"Page"_s);
    for (const QString &edge :
        {u"feed"_s, u"posts"_s, u"published_posts"_s, u"visitor_posts"_s, u"tagged"_s}) {
        exchange(u"%1/%2?limit=2&fields=%3,comments.summary(true).limit(1){%4},reactions.summary(true)"_s.arg(
                     page, edge, post, comment),
            u"PagePost"_s);
    }
    const QString newest = idsOf(client.get(u"/v25.0/%1/published_posts?limit=1"_s.arg(page))).value(0);
    const ClientAnswer comments = exchange(
        u"%1/comments?filter=stream&order=reverse_chronological&summary=true&limit=5&fields=%2"_s.arg(
            newest, comment),
        u"Comment"_s);
    QCOMPARE(idsOf(comments).size(), 5);
    exchange(idsOf(comments).value(0), u"Comment"_s);
    exchange(u"%1/likes?summary=true"_s.arg(newest), u"Profile"_s);
    exchange(page
            + u"/conversations?platform=MESSENGER&fields=id,link,snippet,message_count,unread_count,"
              "updated_time,participants,senders,can_reply,is_subscribed,is_owner,folder,scoped_thread_key,"
              "messages.limit(2){id,created_time,message}"_s,
        u"UnifiedThread"_s);
    client.setToken("user-token");
    exchange(u"me/accounts"_s, u"Page"_s);
    const QString said = exchanges.contradictions();
    QVERIFY2(said.isEmpty(), qPrintable(said));
}

void GroundTruthTest::facebookRefusesInItsEnvelope()
{
    SandboxClient client;
    Exchanges exchanges;
    for (const QString &path : {u"/v25.0/1_2"_s, u"/v25.0/me?fields=mood"_s, u"/v25.0/me/feed?limit=900"_s,
             u"/v25.0/1/2/3"_s, u"/v25.0/me?fields=id{"_s}) {
        const ClientAnswer answer = client.get(path);
        QVERIFY(answer.status >= 400);
        exchanges.add({{u"spec"_s, u"facebook-v25.0"_s}, {u"method"_s, u"GET"_s}, {u"path"_s, path},
            {u"node"_s, u"Page"_s}, {u"answer"_s, answer.body}});
    }
    const QString said = exchanges.contradictions();
    QVERIFY2(said.isEmpty(), qPrintable(said));
}

void GroundTruthTest::ask(Connector &connector)
{
    (void)waitFor(connector.identify());
    QStringList seen;
    const QList<Stream> streams = connector.streams();
    for (const Stream &stream : streams) {
        Cursor cursor{.stream = stream.name};
        for (int pages = 0; pages < 4; ++pages) {
            const auto page = waitFor(connector.fetch(cursor)).result;
            if (!page) {
                break;
            }
            for (const Post &post : page->posts) {
                seen += post.direction == Direction::Inbound && post.lane == Lane::Public ? post.remoteId
                                                                                          : QString();
            }
            cursor.pageToken = page->nextPageToken;
            if (cursor.pageToken.isEmpty()) {
                break;
            }
        }
    }
    seen.removeAll(QString());
    QVERIFY(!seen.isEmpty());
    const Outgoing reply{.body = u"We look into it."_s, .parentRemoteId = seen.first()};
    (void)waitFor(connector.send(reply));
    (void)waitFor(connector.findSent(reply, Instant{}));
    (void)waitFor(connector.lookUp(seen.mid(0, connector.capabilities().idsPerLookUp)));
    for (const Moderation what :
        {Moderation::Hide, Moderation::Unhide, Moderation::Like, Moderation::Unlike}) {
        (void)waitFor(connector.moderate(what, seen.first()));
    }
}

void GroundTruthTest::record(
    Exchanges &exchanges, SandboxClient &client, const QString &spec, const QString &prefix)
{
    const QJsonArray requests = client.requests();
    for (const QJsonValue &request : requests) {
        const QString path = request[u"path"_s].toString();
        const bool isOfUse = !request[u"operation"_s].toString().isEmpty() && path.startsWith(prefix);
        if (isOfUse) {
            exchanges.add(
                {{u"spec"_s, spec}, {u"method"_s, request[u"method"_s].toString()}, {u"path"_s, path}});
        }
    }
}

void GroundTruthTest::twitterIsAskedAsItIsDescribed_data()
{
    QTest::addColumn<QString>("spec");
    QTest::addColumn<QString>("vocabulary");
    QTest::newRow("tweet names") << u"x-2.166"_s << u"tweet"_s;
    QTest::newRow("post names") << u"x-2.167"_s << u"post"_s;
}

void GroundTruthTest::twitterIsAskedAsItIsDescribed()
{
    QFETCH(QString, spec);
    QFETCH(QString, vocabulary);
    SandboxClient client({{u"mention_count"_s, 30}});
    const auto connector = makeTwitterConnector({.network = Network::Twitter,
                                                    .baseUrl = client.sandbox().url(),
                                                    .remoteId = client.sandbox().brandId(),
                                                    .handle = client.sandbox().brandHandle(),
                                                    .settings = {{u"selector"_s, vocabulary}}},
        anyToken(), client.clock());
    ask(*connector);
    Exchanges exchanges;
    record(exchanges, client, spec, u"/2/"_s);
    const QString said = exchanges.contradictions();
    QVERIFY2(said.isEmpty(), qPrintable(said));
}

void GroundTruthTest::facebookIsAskedWithTheParametersThereAre()
{
    SandboxClient client;
    const auto connector = makeFacebookConnector({.network = Network::Facebook,
                                                     .baseUrl = client.sandbox().url(),
                                                     .remoteId = client.sandbox().brandId(u"facebook"_s)},
        anyToken(), client.clock());
    ask(*connector);
    Exchanges exchanges;
    record(exchanges, client, u"facebook-v25.0"_s, u"/v25.0/"_s);
    const QString said = exchanges.contradictions();
    QVERIFY2(said.isEmpty(), qPrintable(said));
}

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::GroundTruthTest)
#include "ground_truth_test.moc"
