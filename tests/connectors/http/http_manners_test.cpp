#include "app/core/log.h"
#include "connectors/http/form_body.h"
#include "connectors/http/http_client.h"
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
} // namespace

/// What the client says and asks again on the wire, and what it tells about it.
class HttpMannersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formIsEncoded_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QByteArray>("encoded");
        QTest::newRow("plain") << u"authorization_code"_s << QByteArray("authorization_code");
        QTest::newRow("separators") << u"a&b=c;d+e f"_s << QByteArray("a%26b%3Dc%3Bd%2Be%20f");
        QTest::newRow("address") << u"http://127.0.0.1:8/x?y#z"_s
                                 << QByteArray("http%3A%2F%2F127.0.0.1%3A8%2Fx%3Fy%23z");
        QTest::newRow("not ASCII") << u"Größe \U0001F600"_s << QByteArray("Gr%C3%B6%C3%9Fe%20%F0%9F%98%80");
        QTest::newRow("line break") << u"a\r\nb"_s << QByteArray("a%0D%0Ab");
        QTest::newRow("empty") << QString() << QByteArray();
    }

    void formIsEncoded()
    {
        QFETCH(const QString, value);
        QFETCH(const QByteArray, encoded);
        QCOMPARE(formBody({{u"grant_type"_s, u"x"_s}, {u"v"_s, value}}), "grant_type=x&v=" + encoded);
    }

    void formIsSentAsOneWithTheAppsCredentials()
    {
        LoopbackServer server;
        HttpClient client;
        const QByteArray body = formBody({{u"grant_type"_s, u"refresh_token"_s}});
        const HttpAnswer answer = waitFor(client.write({.method = "POST",
            .url = server.url(),
            .body = body,
            .contentType = kFormContentType,
            .basic = BasicCredentials{.user = "app", .secret = "s:ecret"}}));
        QCOMPARE(answer.status, 200);
        const WireRequest sent = server.requests().constFirst();
        QCOMPARE(sent.headers.value("content-type"), QByteArray("application/x-www-form-urlencoded"));
        QCOMPARE(sent.headers.value("authorization"), "Basic " + QByteArray("app:s:ecret").toBase64());
        QCOMPARE(sent.body, body);
    }

    void withoutATokenNoneIsSent()
    {
        LoopbackServer server;
        HttpClient client;
        QCOMPARE(waitFor(client.get({.url = server.url(), .bearer = "first"})).status, 200);
        QCOMPARE(waitFor(client.get({.url = server.url()})).status, 200);
        QVERIFY(server.requests().at(0).headers.contains("authorization"));
        QVERIFY(!server.requests().at(1).headers.contains("authorization"));
    }

    void whatCannotStandInAHeaderIsNotSent_data()
    {
        QTest::addColumn<HttpRequest>("request");
        const auto row = [](const char *name, const HttpRequest &request) { QTest::newRow(name) << request; };
        row("token of two lines", {.bearer = "a\r\nX-Other: 1"});
        row("token with a null byte", {.bearer = QByteArray("a\0b", 3)});
        row("tag of two lines", {.etag = "\"a\"\nX-Other: 1"});
        row("type of two lines", {.contentType = "text/plain\r\nX-Other: 1"});
        row("token and credentials", {.bearer = "a", .basic = BasicCredentials{.user = "b"}});
        row("user with a colon", {.basic = BasicCredentials{.user = "a:b", .secret = "c"}});
    }

    void whatCannotStandInAHeaderIsNotSent()
    {
        QFETCH(HttpRequest, request);
        LoopbackServer server;
        HttpClient client;
        request.url = server.url();
        QCOMPARE(errorOf(waitFor(client.get(request))), u"usage"_s);
        request.method = "POST";
        request.body = "{}";
        QCOMPARE(errorOf(waitFor(client.write(request))), u"usage"_s);
        QCOMPARE(server.connections(), 0);
    }

    void packedAnswersAreAskedForAndUnpacked()
    {
        LoopbackServer server;
        const QByteArray body = R"({"data":[)" + QByteArray("1,").repeated(1000) + "1]}";
        server.setScript([body](const WireRequest &) {
            // A gzip file is a raw deflate stream in an envelope; what "deflate" names is the same in another one.
            return Step{
                LoopbackServer::answer(200, qCompress(body).mid(4), {{"Content-Encoding", "deflate"}})};
        });
        HttpClient client;
        const HttpAnswer answer = waitFor(client.get({.url = server.url()}));
        QCOMPARE(errorOf(answer), u"none"_s);
        QCOMPARE(answer.body, body);
        QVERIFY(server.requests().constFirst().headers.value("accept-encoding").contains("gzip"));
    }

    void unchangedAnswerIsRecognised()
    {
        LoopbackServer server;
        server.setScript([](const WireRequest &request) {
            const bool isKnown = request.headers.value("if-none-match") == "\"v1\"";
            return Step{isKnown ? QByteArray("HTTP/1.1 304 Not Modified\r\nETag: \"v1\"\r\n\r\n")
                                : LoopbackServer::answer(200, R"({"data":[]})", {{"ETag", "\"v1\""}})};
        });
        HttpClient client;
        const HttpAnswer first = waitFor(client.get({.url = server.url()}));
        QVERIFY(!first.isUnchanged);
        QVERIFY(!server.requests().constFirst().headers.contains("if-none-match"));
        const HttpAnswer second
            = waitFor(client.get({.url = server.url(), .etag = first.headers.value("etag")}));
        QCOMPARE(errorOf(second), u"none"_s);
        QVERIFY(second.isUnchanged);
        QCOMPARE(second.status, 304);
        QVERIFY(second.body.isEmpty());
        QCOMPARE(waitFor(client.get({.url = server.url(), .etag = "\"v0\""})).status, 200);
    }

    void unchangedAnswerNobodyAskedForIsMalformed()
    {
        LoopbackServer server;
        server.setScript([](const WireRequest &) { return Step{"HTTP/1.1 304 Not Modified\r\n\r\n"}; });
        HttpClient client;
        const HttpAnswer answer = waitFor(client.get({.url = server.url()}));
        QCOMPARE(errorOf(answer), u"malformed-answer"_s);
        QVERIFY(!answer.isUnchanged);
    }

    void tagIsNotSentWithAWrite()
    {
        LoopbackServer server;
        HttpClient client;
        const HttpRequest request{.method = "POST", .url = server.url(), .body = "{}", .etag = "\"v1\""};
        QCOMPARE(waitFor(client.write(request)).status, 200);
        QVERIFY(!server.requests().constFirst().headers.contains("if-none-match"));
    }

    void readsAreAskedAgain_data()
    {
        QTest::addColumn<QList<int>>("statuses"); // 0: the connection is cut inside the answer
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("requests");
        QTest::newRow("after a fault") << QList<int>{503, 200} << 200 << 2;
        QTest::newRow("after two faults") << QList<int>{500, 502, 200} << 200 << 3;
        QTest::newRow("not for ever") << QList<int>{500, 500, 504, 200} << 504 << 3;
        QTest::newRow("after a cut answer") << QList<int>{0, 200} << 200 << 2;
        QTest::newRow("not after a refusal") << QList<int>{429, 200} << 429 << 1;
        QTest::newRow("not after a mistake") << QList<int>{400, 200} << 400 << 1;
    }

    void readsAreAskedAgain()
    {
        QFETCH(const QList<int>, statuses);
        LoopbackServer server;
        server.setScript([&server, statuses](const WireRequest &) {
            const int status = statuses.value(server.requests().size() - 1);
            QByteArray bytes = LoopbackServer::answer(status == 0 ? 200 : status, R"({"data":[]})");
            if (status == 0) {
                bytes.chop(4);
            }
            return Step{bytes, status == 0 ? After::Close : After::KeepOpen};
        });
        HttpClient client;
        const HttpAnswer answer = waitFor(client.get({.url = server.url()}));
        QCOMPARE(errorOf(answer), u"none"_s);
        QTEST(answer.status, "status");
        QTEST(int(server.requests().size()), "requests");
    }

    /// When the next pause would not end before the deadline, what came is the answer.
    void deadlineEndsAskingAgain()
    {
        LoopbackServer server;
        server.setScript([](const WireRequest &) { return Step{LoopbackServer::answer(503, "{}")}; });
        HttpClient client;
        const HttpAnswer answer = waitFor(client.get({.url = server.url(), .deadline = milliseconds(90)}));
        QVERIFY(
            answer.status == 503 || errorOf(answer) == u"timeout"_s); // a slow machine may not get that far
        QVERIFY(server.requests().size() <= 1);
    }

    void requestIdIsTheNetworksOwn_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("id");
        QTest::newRow("Twitter") << QByteArray("x-transaction-id") << QByteArray("3f8a12ab")
                                 << QByteArray("3f8a12ab");
        QTest::newRow("Facebook") << QByteArray("x-fb-trace-id") << QByteArray("A1b+C/2=")
                                  << QByteArray("A1b+C/2=");
        QTest::newRow("Pinterest") << QByteArray("x-pinterest-rid") << QByteArray("129384756")
                                   << QByteArray("129384756");
        QTest::newRow("too long") << QByteArray("x-pinterest-rid") << QByteArray(65, 'a') << QByteArray();
        QTest::newRow("a sentence") << QByteArray("x-fb-trace-id") << QByteArray("Alice called")
                                    << QByteArray();
        QTest::newRow("another header") << QByteArray("x-id") << QByteArray("1") << QByteArray();
    }

    void requestIdIsTheNetworksOwn()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const QByteArray, value);
        QFETCH(const QByteArray, id);
        QCOMPARE(requestIdOf({.headers = {{name, value}}}), id);
    }

    /// Everything that must not be in the log is planted in every place of requests and answers, on every way a request can end.
    void logHoldsNoSecret()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"log"_s);
        log::start(u"debug"_s, file);
        LoopbackServer server;
        HttpClient client;
        const auto talk = [&](const Step &step) {
            server.setScript([step](const WireRequest &) { return step; });
            HttpRequest request{.method = "POST",
                .url = server.url(u"/2/users/77/mentions?access_token=planted-query&q=planted"_s),
                .body = R"({"text":"planted-body"})",
                .bearer = "planted-token",
                .etag = "\"planted-tag\"",
                .deadline = milliseconds(2000)};
            waitFor(client.write(request));
            waitFor(client.get(request));
            request.bearer.clear();
            request.basic = BasicCredentials{.user = "planted-user", .secret = "planted-secret"};
            waitFor(client.write(request));
        };
        const QList<QPair<QByteArray, QByteArray>> headers{{"x-transaction-id", "abc123"},
            {"x-fb-trace-id", "planted by somebody"}, {"Set-Cookie", "planted=1"}, {"X-Name", "planted-name"},
            {"Location", "https://planted.example/?planted=1"},
            {"WWW-Authenticate", "Basic realm=\"planted\""}};
        const QByteArray body = R"({"data":[{"text":"planted-answer","username":"planted_name"}]})";
        for (const int status : {200, 201, 302, 400, 401, 403, 404, 429, 500}) {
            talk({LoopbackServer::answer(status, body, headers)});
        }
        QByteArray cut = LoopbackServer::answer(200, body, headers);
        cut.chop(5);
        talk({cut, After::Close});
        talk({"planted: no http at all\r\n\r\n", After::Close});
        talk({{}, After::Reset});
        waitFor(client.get({.url = QUrl(u"https://nobody.invalid/?token=planted"_s), .bearer = "planted"}));
        waitFor(client.get({.url = QUrl(u"http://example.com/?token=planted"_s), .bearer = "planted"}));
        log::start(u"error"_s, folder.filePath(u"other"_s)); // closes the first

        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QString lines = QString::fromUtf8(written.readAll());
        QVERIFY(lines.count(u'\n') > 30);
        QVERIFY2(!lines.contains(u"planted"_s), qPrintable(lines));
        QVERIFY(lines.contains(u"method=POST host=127.0.0.1 path=/2/users/77/mentions status=201 ms="_s));
        QVERIFY(lines.contains(u"request_id=abc123"_s));
    }

    void errorsTellNoSecret()
    {
        HttpClient client;
        for (const char *url : {"https://nobody.invalid/x?token=planted",
                 "http://127.0.0.1:1/x?token=planted", "https://127.0.0.1:1/planted?x=planted"}) {
            const HttpAnswer answer = waitFor(client.get({.url = QUrl(QString::fromLatin1(url))}));
            QCOMPARE(errorOf(answer), u"offline"_s);
            QVERIFY2(!answer.error->detail.contains(u"planted"_s), qPrintable(answer.error->detail));
        }
    }

    void rawAnswersAreShownWithoutTokensAndQueryValues()
    {
        LoopbackServer server;
        QList<RawAnswer> raw;
        HttpClient client;
        client.setRawSink([&raw](const RawAnswer &answer) { raw.append(answer); });
        server.setScript([](const WireRequest &) {
            return Step{LoopbackServer::answer(403, R"({"title":"No"})",
                {{"Set-Cookie", "guest=planted"}, {"Location", "/?planted"}, {"X-Rate-Limit-Limit", "5"}})};
        });
        const QUrl url = server.url(u"/2/users/7/me ntions?access_token=planted&max=planted"_s);
        waitFor(client.get({.url = url, .bearer = "planted"}));
        waitFor(client.write({.method = "DELETE", .url = url, .bearer = "planted"}));
        QCOMPARE(raw.size(), 2);
        QCOMPARE(raw.at(0).method, QByteArray("GET"));
        QCOMPARE(raw.at(1).method, QByteArray("DELETE"));
        QCOMPARE(raw.at(0).host, u"127.0.0.1"_s);
        QCOMPARE(raw.at(0).path, QByteArray("/2/users/7/me%20ntions"));
        QCOMPARE(raw.at(0).queryNames, (QList<QByteArray>{"access_token", "max"}));
        QCOMPARE(raw.at(0).status, 403);
        QCOMPARE(raw.at(0).body, QByteArray(R"({"title":"No"})"));
        QCOMPARE(raw.at(0).headers.value("x-rate-limit-limit"), QByteArray("5"));
        for (const RawAnswer &answer : std::as_const(raw)) {
            for (auto header = answer.headers.begin(); header != answer.headers.end(); ++header) {
                QVERIFY2(!header.value().contains("planted"), header.key().constData());
            }
        }
    }

    void rawAnswersAreShownAlsoWhenTheyCannotBeTrusted()
    {
        LoopbackServer server;
        QList<RawAnswer> raw;
        HttpClient client;
        client.setRawSink([&raw](const RawAnswer &answer) { raw.append(answer); });
        server.setScript([](const WireRequest &) {
            QByteArray bytes = LoopbackServer::answer(200, R"({"data":[]})");
            bytes.chop(3);
            return Step{bytes, After::Close};
        });
        QCOMPARE(errorOf(waitFor(client.write({.method = "POST", .url = server.url(), .body = "{}"}))),
            u"unknown-outcome"_s);
        QCOMPARE(raw.size(), 1);
        QCOMPARE(raw.at(0).body, QByteArray(R"({"data":)"));
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::HttpMannersTest)
#include "http_manners_test.moc"
