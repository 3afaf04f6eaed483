#include "app/core/boot_time.h"
#include "connectors/http/http_client.h"
#include "connectors/http/one_shot_body.h"
#include "tests/support/loopback_server.h"
#include "tests/support/wait_for.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using After = LoopbackServer::After;
using ActsOn = LoopbackServer::ActsOn;

namespace {
constexpr int kPatienceMs = 10'000;

QString errorOf(const HttpAnswer &answer)
{
    return answer.error ? toString(answer.error->code) : u"none"_s;
}

int countOf(const LoopbackServer &server, const QByteArray &method)
{
    int count = 0;
    for (const WireRequest &request : server.requests()) {
        count += request.method == method ? 1 : 0;
    }
    return count;
}
} // namespace

/// Invariant I2, on the wire: a write leaves at most once, whatever happens to the connection.
class WriteOnceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
        trusting.addCaCertificate(LoopbackServer::authority());
        QSslConfiguration::setDefaultConfiguration(trusting);
    }

    void droppedConnectionMeansOneRequestAndUnknownOutcome_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ConnectionUse>("use");
        QTest::addColumn<After>("after");
        QTest::addColumn<ActsOn>("actsOn");
        QTest::addColumn<bool>("tls");

        const QList<QPair<QByteArray, QByteArray>> writes{{"POST", R"({"text":"Thanks"})"},
            {"POST", QByteArray(300'000, 'x')}, {"POST", ""}, {"PUT", R"({"hidden":true})"}, {"PUT", ""},
            {"DELETE", ""}, {"DELETE", "{}"}};
        for (const auto &[method, body] : writes) {
            for (const auto use : {ConnectionUse::Fresh, ConnectionUse::Reused}) {
                for (const auto after : {After::Close, After::Reset}) {
                    for (const auto actsOn : {ActsOn::WholeRequest, ActsOn::HeadOnly}) {
                        for (const bool tls : {false, true}) {
                            const QByteArray name = method + " " + QByteArray::number(body.size())
                                + " bytes, " + (use == ConnectionUse::Fresh ? "fresh" : "reused") + ", "
                                + (after == After::Close ? "FIN" : "RST") + " after "
                                + (actsOn == ActsOn::WholeRequest ? "request" : "head")
                                + (tls ? ", TLS" : "");
                            QTest::newRow(name.constData())
                                << method << body << use << after << actsOn << tls;
                        }
                    }
                }
            }
        }
    }

    void droppedConnectionMeansOneRequestAndUnknownOutcome()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, body);
        QFETCH(const ConnectionUse, use);
        QFETCH(const After, after);
        QFETCH(const ActsOn, actsOn);
        QFETCH(const bool, tls);

        LoopbackServer server;
        if (tls) {
            server.useTls();
        }
        HttpClient client(use);
        const HttpAnswer warm = waitFor(client.get({.url = server.url(u"/warm"_s)}));
        QCOMPARE(warm.status, 200);

        server.setActsOn(actsOn);
        server.setScript([after](const WireRequest &) { return LoopbackServer::Step{.after = after}; });
        const HttpAnswer answer
            = waitFor(client.write({.method = method, .url = server.url(u"/2/tweets"_s), .body = body}));

        QCOMPARE(errorOf(answer), u"unknown-outcome"_s);
        QCOMPARE(answer.status, 0);
        // A repeated request would be on its way already; one more exchange gives it time to arrive.
        server.setScript({});
        server.setActsOn(ActsOn::WholeRequest);
        QCOMPARE(waitFor(client.get({.url = server.url(u"/after"_s)})).status, 200);
        QCOMPARE(countOf(server, method), 1);
        QCOMPARE(server.requests().at(1).connection == server.requests().at(0).connection,
            use == ConnectionUse::Reused);
    }

    void bodyIsNotHandedOverAfterItsTime()
    {
        OneShotBody late("text", sinceBoot() - std::chrono::milliseconds(1));
        QVERIFY(late.readAll().isEmpty());
        QVERIFY(!late.wasRead()); // so nothing has left, for sure
        OneShotBody inTime("text", sinceBoot() + std::chrono::hours(1));
        QCOMPARE(inTime.readAll(), QByteArray("text"));
        QVERIFY(inTime.wasRead());
    }

    void staleKeptAliveConnectionMeansNoSecondRequest_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("POST") << QByteArray("POST") << QByteArray("{}");
        QTest::newRow("DELETE") << QByteArray("DELETE") << QByteArray();
    }

    /// The server closes the warm connection while the write is being made: it may arrive on a new one, but only once.
    void staleKeptAliveConnectionMeansNoSecondRequest()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, body);
        LoopbackServer server;
        HttpClient client(ConnectionUse::Reused);
        server.setScript([](const WireRequest &) {
            return LoopbackServer::Step{LoopbackServer::answer(200, "{}"), After::Close};
        });
        QCOMPARE(waitFor(client.get({.url = server.url()})).status, 200);
        server.setScript([](const WireRequest &) { return LoopbackServer::Step{.after = After::Close}; });

        const HttpAnswer answer
            = waitFor(client.write({.method = method, .url = server.url(), .body = body}));

        server.setScript({});
        QCOMPARE(waitFor(client.get({.url = server.url()})).status, 200);
        QVERIFY(countOf(server, method) <= 1);
        QCOMPARE(errorOf(answer), u"unknown-outcome"_s);
    }

    /// Why all this is needed: what Qt does with an ordinary write. If it ever stops, this test says so.
    void ordinaryWriteIsRepeatedByQt()
    {
        LoopbackServer server;
        server.setScript([](const WireRequest &) { return LoopbackServer::Step{.after = After::Close}; });
        QNetworkAccessManager manager;
        const std::unique_ptr<QNetworkReply> reply(manager.deleteResource(QNetworkRequest(server.url())));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        QVERIFY(finished.wait(kPatienceMs));
        if (server.requests().size() == 1) {
            QSKIP("this Qt does not repeat writes");
        }
        QVERIFY(server.requests().size() > 1);
    }

    void earlyAnswerFollowedByCloseIsAnAnswer_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("POST") << QByteArray("POST") << QByteArray(R"({"text":"Thanks"})");
        QTest::newRow("DELETE") << QByteArray("DELETE") << QByteArray();
    }

    void earlyAnswerFollowedByCloseIsAnAnswer()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, body);
        LoopbackServer server;
        server.setActsOn(ActsOn::HeadOnly);
        server.setScript([](const WireRequest &) {
            return LoopbackServer::Step{
                LoopbackServer::answer(403, R"({"title":"Forbidden"})"), After::Close};
        });
        HttpClient client;
        const HttpAnswer answer
            = waitFor(client.write({.method = method, .url = server.url(), .body = body}));
        QCOMPARE(errorOf(answer), u"none"_s);
        QCOMPARE(answer.status, 403);
        QCOMPARE(answer.body, QByteArray(R"({"title":"Forbidden"})"));
        QCOMPARE(server.requests().size(), 1);
    }

    void noAnswerInTimeIsATimeout_data() { earlyAnswerFollowedByCloseIsAnAnswer_data(); }

    void noAnswerInTimeIsATimeout()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, body);
        LoopbackServer server;
        server.setScript([](const WireRequest &) { return LoopbackServer::Step{}; });
        HttpClient client;
        const HttpAnswer answer = waitFor(client.write(
            {.method = method, .url = server.url(), .body = body, .deadline = milliseconds(300)}));
        QCOMPARE(errorOf(answer), u"timeout"_s);
        QCOMPARE(server.requests().size(), 1);
    }

    void challengeForAPasswordIsAnAnswerAndNothingIsRepeated_data()
    {
        QTest::addColumn<QByteArray>("challenge");
        QTest::newRow("Bearer") << QByteArray("Bearer realm=\"x\"");
        QTest::newRow("Basic") << QByteArray("Basic realm=\"x\"");
        QTest::newRow("Digest") << QByteArray("Digest realm=\"x\", nonce=\"abc\", qop=\"auth\"");
    }

    void challengeForAPasswordIsAnAnswerAndNothingIsRepeated()
    {
        QFETCH(const QByteArray, challenge);
        LoopbackServer server;
        server.setScript([challenge](const WireRequest &) {
            return LoopbackServer::Step{LoopbackServer::answer(
                401, R"({"title":"Unauthorized"})", {{"WWW-Authenticate", challenge}})};
        });
        HttpClient client;
        const HttpAnswer answer
            = waitFor(client.write({.method = "POST", .url = server.url(), .body = "{}", .bearer = "t"}));
        QCOMPARE(errorOf(answer), u"none"_s);
        QCOMPARE(answer.status, 401);
        QCOMPARE(server.requests().size(), 1);
    }

    void redirectedWriteIsNotFollowed_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {301, 302, 303, 307, 308}) {
            QTest::addRow("%d", status) << status;
        }
    }

    void redirectedWriteIsNotFollowed()
    {
        QFETCH(const int, status);
        LoopbackServer server;
        server.setScript([&server, status](const WireRequest &) {
            return LoopbackServer::Step{
                LoopbackServer::answer(status, "", {{"Location", server.url(u"/elsewhere"_s).toEncoded()}})};
        });
        HttpClient client;
        const HttpAnswer answer
            = waitFor(client.write({.method = "POST", .url = server.url(), .body = "{}"}));
        QCOMPARE(answer.status, status);
        QCOMPARE(errorOf(answer), u"unknown-outcome"_s);
        QCOMPARE(server.requests().size(), 1);
    }

    void everyRefusalIsAnAnswer()
    {
        LoopbackServer server;
        HttpClient client;
        for (int status = 400; status < 600; ++status) {
            server.setScript([status](const WireRequest &) {
                return LoopbackServer::Step{LoopbackServer::answer(status, R"({"title":"No"})")};
            });
            const HttpAnswer answer
                = waitFor(client.write({.method = "POST", .url = server.url(), .body = "{}"}));
            if (status != 407) { // a proxy's, which nobody asked
                QCOMPARE(errorOf(answer), u"none"_s);
                QCOMPARE(answer.body, QByteArray(R"({"title":"No"})"));
            }
            QCOMPARE(answer.status, status);
            QCOMPARE(server.requests().size(), status - 399);
        }
    }

    void serverFaultIsNotRepeated()
    {
        LoopbackServer server;
        server.setScript(
            [](const WireRequest &) { return LoopbackServer::Step{LoopbackServer::answer(503, "{}")}; });
        HttpClient client;
        const HttpAnswer answer
            = waitFor(client.write({.method = "POST", .url = server.url(), .body = "{}"}));
        QCOMPARE(errorOf(answer), u"none"_s);
        QCOMPARE(answer.status, 503);
        QCOMPARE(server.requests().size(), 1);
    }

    void truncatedAnswerKeepsItsStatusAndIsUnknown()
    {
        LoopbackServer server;
        server.setScript([](const WireRequest &) {
            QByteArray bytes = LoopbackServer::answer(201, R"({"data":{"id":"1"}})");
            bytes.chop(5);
            return LoopbackServer::Step{bytes, After::Close};
        });
        HttpClient client;
        const HttpAnswer answer
            = waitFor(client.write({.method = "POST", .url = server.url(), .body = "{}"}));
        QCOMPARE(errorOf(answer), u"unknown-outcome"_s);
        QCOMPARE(answer.status, 201);
        QCOMPARE(server.requests().size(), 1);
    }

    void refusedConnectionIsOffline_data() { earlyAnswerFollowedByCloseIsAnAnswer_data(); }

    void refusedConnectionIsOffline()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, body);
        QUrl nobody;
        {
            const LoopbackServer server;
            nobody = server.url();
        }
        HttpClient client;
        const HttpAnswer answer = waitFor(client.write({.method = method, .url = nobody, .body = body}));
        QCOMPARE(errorOf(answer), u"offline"_s);
    }

    void clientDestroyedUnderWayLeavesUnknownOutcome()
    {
        LoopbackServer server;
        server.setScript([](const WireRequest &) { return LoopbackServer::Step{}; });
        auto client = std::make_unique<HttpClient>();
        const QFuture<HttpAnswer> future
            = client->write({.method = "POST", .url = server.url(), .body = "{}"});
        QTRY_COMPARE(server.requests().size(), 1);
        client.reset();
        QVERIFY(future.isFinished());
        QCOMPARE(errorOf(future.result()), u"unknown-outcome"_s);
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::WriteOnceTest)
#include "write_once_test.moc"
