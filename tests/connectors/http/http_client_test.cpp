#include "connectors/http/http_client.h"
#include "connectors/http/token_source.h"
#include "tests/support/loopback_server.h"
#include "tests/support/wait_for.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using After = LoopbackServer::After;
using Step = LoopbackServer::Step;

namespace {
QString errorOf(const HttpAnswer &answer)
{
    return answer.error ? toString(answer.error->code) : u"none"_s;
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

/// 20 MiB of zeros, gzipped to some 20 kB: qCompress gives a zlib stream behind 4 bytes of length, which is what "deflate" names.
QByteArray packedZeros()
{
    return qCompress(QByteArray(20 * 1024 * 1024, '0'), 9).mid(4);
}
} // namespace

class HttpClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsTheTokenTheAgentAndNothingPrivate()
    {
        LoopbackServer server;
        HttpClient client;
        const HttpAnswer answer
            = waitFor(client.get({.url = server.url(u"/2/users/me?a=b"_s), .bearer = "secret"}));
        QCOMPARE(errorOf(answer), u"none"_s);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, QByteArray("{}"));
        const WireRequest sent = server.requests().constFirst();
        QCOMPARE(sent.method, QByteArray("GET"));
        QCOMPARE(sent.target, QByteArray("/2/users/me?a=b"));
        QCOMPARE(sent.headers.value("authorization"), QByteArray("Bearer secret"));
        QVERIFY(sent.headers.value("user-agent").startsWith("Floorwalker/"));
        QVERIFY(!sent.headers.contains("content-length"));
        QVERIFY(!sent.headers.contains("cookie"));
    }

    void sendsTheBodyOfAWriteWithItsLength()
    {
        LoopbackServer server;
        HttpClient client;
        const QByteArray body = R"({"text":"Thanks"})";
        QCOMPARE(waitFor(client.write({.method = "POST", .url = server.url(), .body = body})).status, 200);
        QCOMPARE(server.requests().constFirst().body, body);
        QCOMPARE(
            server.requests().constFirst().headers.value("content-length"), QByteArray::number(body.size()));
        QCOMPARE(
            server.requests().constFirst().headers.value("content-type"), QByteArray("application/json"));
    }

    void readsStatusHeadersAndServerTime()
    {
        LoopbackServer server;
        server.setScript([](const WireRequest &) {
            return Step{LoopbackServer::answer(
                429, "{}", {{"Date", "Fri, 07 Oct 2022 22:43:18 UTC"}, {"X-Rate-Limit-Limit", "450"}})};
        });
        HttpClient client;
        const HttpAnswer answer = waitFor(client.get({.url = server.url()}));
        QCOMPARE(errorOf(answer), u"none"_s);
        QCOMPARE(answer.status, 429);
        QCOMPARE(answer.headers.value("x-rate-limit-limit"), QByteArray("450"));
        QVERIFY(answer.serverTime);
        QCOMPARE(toMs(*answer.serverTime), qint64(1'665'182'598'000));
        QCOMPARE(server.requests().size(), 1); // a refusal is never repeated
    }

    void keepsNoCookie()
    {
        LoopbackServer server;
        server.setScript([](const WireRequest &) {
            return Step{LoopbackServer::answer(200, "{}", {{"Set-Cookie", "guest=1"}})};
        });
        HttpClient client;
        QCOMPARE(waitFor(client.get({.url = server.url()})).status, 200);
        QCOMPARE(waitFor(client.get({.url = server.url()})).status, 200);
        QVERIFY(!server.requests().at(1).headers.contains("cookie"));
    }

    void lostConnectionIsAServerFaultInTheEnd()
    {
        LoopbackServer server;
        server.setScript([](const WireRequest &) { return Step{.after = After::Close}; });
        HttpClient client;
        const HttpAnswer answer = waitFor(client.get({.url = server.url()}));
        QCOMPARE(errorOf(answer), u"server-fault"_s);
        QCOMPARE(answer.status, 0);
        // Qt asks up to three times at each of our attempts.
        QVERIFY(server.requests().size() >= HttpClient::kReadAttempts);
        QVERIFY(server.requests().size() <= 3 * HttpClient::kReadAttempts);
    }

    void truncatedAnswerIsMalformed()
    {
        LoopbackServer server;
        server.setScript([](const WireRequest &) {
            QByteArray bytes = LoopbackServer::answer(200, R"({"data":[]})");
            bytes.chop(3);
            return Step{bytes, After::Close};
        });
        HttpClient client;
        const HttpAnswer answer = waitFor(client.get({.url = server.url()}));
        QCOMPARE(errorOf(answer), u"malformed-answer"_s);
        QCOMPARE(answer.status, 200);
    }

    void noHttpAtAllIsAnError()
    {
        LoopbackServer server;
        server.setScript([](const WireRequest &) {
            return Step{"220 mail.example ready\r\n", After::Close};
        });
        HttpClient client;
        QVERIFY(errorOf(waitFor(client.get({.url = server.url()}))) != u"none"_s);
    }

    void slowAnswerIsATimeout()
    {
        LoopbackServer server;
        server.setScript(
            [](const WireRequest &) { return Step{"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{"}; });
        HttpClient client;
        const HttpAnswer answer = waitFor(client.get({.url = server.url(), .deadline = milliseconds(300)}));
        QCOMPARE(errorOf(answer), u"timeout"_s);
        QCOMPARE(server.requests().size(), 1);
    }

    void tooLargeAnswerIsCutOff_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("as it is") << LoopbackServer::answer(200, QByteArray(HttpClient::kMaxBody + 1, 'x'));
        QTest::newRow("unpacked") << LoopbackServer::answer(
            200, packedZeros(), {{"Content-Encoding", "deflate"}});
        QTest::newRow("headers") << LoopbackServer::answer(
            200, "{}", {{"X-Long", QByteArray(HttpClient::kMaxHeaders, 'x')}});
    }

    void tooLargeAnswerIsCutOff()
    {
        QFETCH(const QByteArray, bytes);
        LoopbackServer server;
        server.setScript([bytes](const WireRequest &) { return Step{bytes}; });
        HttpClient client;
        const HttpAnswer answer = waitFor(client.get({.url = server.url()}));
        QCOMPARE(errorOf(answer), u"malformed-answer"_s);
        QVERIFY(answer.body.size() <= HttpClient::kMaxBody);
    }

    void redirectIsNotFollowed()
    {
        LoopbackServer elsewhere;
        LoopbackServer server;
        server.setScript([&elsewhere](const WireRequest &) {
            return Step{LoopbackServer::answer(302, "", {{"Location", elsewhere.url().toEncoded()}})};
        });
        HttpClient client;
        const HttpAnswer answer = waitFor(client.get({.url = server.url(), .bearer = "secret"}));
        QCOMPARE(errorOf(answer), u"malformed-answer"_s);
        QCOMPARE(answer.status, 302);
        QCOMPARE(elsewhere.requests().size(), 0);
    }

    void plainHttpIsForThisMachineOnly_data()
    {
        QTest::addColumn<QString>("url");
        for (const char *url :
            {"http://api.x.com/2/users/me", "http://127.0.0.1.example.com/", "http://user:word@127.0.0.1/",
                "ftp://127.0.0.1/", "file:///etc/passwd", "", "/2/users/me"}) {
            QTest::newRow(url) << QString::fromLatin1(url);
        }
    }

    void plainHttpIsForThisMachineOnly()
    {
        QFETCH(const QString, url);
        HttpClient client;
        QCOMPARE(errorOf(waitFor(client.get({.url = QUrl(url)}))), u"usage"_s);
        QCOMPARE(errorOf(waitFor(client.write({.method = "POST", .url = QUrl(url)}))), u"usage"_s);
    }

    void onlyWritesAreWritten()
    {
        LoopbackServer server;
        HttpClient client;
        QCOMPARE(errorOf(waitFor(client.write({.method = "GET", .url = server.url()}))), u"usage"_s);
        QCOMPARE(server.requests().size(), 0);
    }

    void untrustedCertificateIsOfflineAndSeesNoRequest_data()
    {
        QTest::addColumn<QByteArray>("method");
        for (const char *method : {"GET", "POST", "DELETE"}) {
            QTest::newRow(method) << QByteArray(method);
        }
    }

    void untrustedCertificateIsOfflineAndSeesNoRequest()
    {
        QFETCH(const QByteArray, method);
        LoopbackServer server;
        server.useTls();
        HttpClient client;
        const HttpRequest request{
            .method = method, .url = server.url(), .body = method == "POST" ? "{}" : "", .bearer = "secret"};
        const HttpAnswer answer = waitFor(method == "GET" ? client.get(request) : client.write(request));
        QCOMPARE(errorOf(answer), u"offline"_s);
        QCOMPARE(server.requests().size(), 0);
    }

    void unknownHostIsOffline()
    {
        HttpClient client;
        QCOMPARE(errorOf(waitFor(client.get({.url = QUrl(u"https://nobody.invalid/"_s)}))), u"offline"_s);
        QCOMPARE(
            errorOf(waitFor(client.write({.method = "DELETE", .url = QUrl(u"https://nobody.invalid/"_s)}))),
            u"offline"_s);
    }

    void clientDestroyedUnderWayCancelsReads()
    {
        LoopbackServer server;
        server.setScript([](const WireRequest &) { return Step{}; });
        auto client = std::make_unique<HttpClient>();
        const QFuture<HttpAnswer> future = client->get({.url = server.url()});
        QTRY_COMPARE(server.requests().size(), 1);
        client.reset();
        QVERIFY(future.isFinished());
        QCOMPARE(errorOf(future.result()), u"cancelled"_s);
    }

    void tokenFileIsReadEachTime()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"token"_s);
        const TokenSource source = tokenFromFile(file);
        QCOMPARE(toString(source().error().code), u"io"_s);
        writeFile(file, " first\n");
        QCOMPARE(source().value(), QByteArray("first"));
        writeFile(file, "second");
        QCOMPARE(source().value(), QByteArray("second"));
        for (const char *bad : {"", " \n", "two words", "line\r\nX-Other: 1"}) {
            writeFile(file, bad);
            const Result<QByteArray> token = source();
            QVERIFY(!token);
            QCOMPARE(toString(token.error().code), u"unauthorised"_s);
        }
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::HttpClientTest)
#include "http_client_test.moc"
