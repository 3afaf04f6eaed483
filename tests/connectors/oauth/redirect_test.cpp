#include "connectors/oauth/pkce.h"
#include "connectors/oauth/redirect_listener.h"

#include <QSet>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include <memory>
#include <vector>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
const QByteArray kState = "Xyz-state_0123456789";

/// A listener, and whatever finished it.
struct Waiting {
    RedirectListener listener{RedirectPages{}};
    QList<Result<QByteArray>> ends = {};
    quint16 port = 0;

    explicit Waiting(milliseconds patience = RedirectListener::kPatience)
    {
        QObject::connect(&listener, &RedirectListener::finished, &listener,
            [this](const Result<QByteArray> &code) { ends.append(code); });
        if (listener.listen(kState, 0, patience)) {
            port = quint16(QUrl(listener.redirectUri()).port());
        }
    }

    [[nodiscard]] QByteArray filledIn(QByteArray request) const
    {
        return request.replace("PORT", QByteArray::number(port)).replace("STATE", kState);
    }
};

/// Says `bytes` to the port, and takes what comes until the other side closes.
QByteArray say(quint16 port, const QByteArray &bytes)
{
    QTcpSocket socket;
    QSignalSpy closed(&socket, &QTcpSocket::disconnected);
    socket.connectToHost(QHostAddress::LocalHost, port);
    if (!socket.waitForConnected(5000)) {
        return {};
    }
    socket.write(bytes);
    if (closed.isEmpty()) {
        closed.wait(10'000);
    }
    return socket.readAll();
}

QByteArray redirect(const QByteArray &target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nAccept: text/html\r\n\r\n";
}
} // namespace

class RedirectTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void challengeIsThatOfTheStandard()
    {
        // RFC 7636, appendix B.
        QCOMPARE(s256("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
            QByteArray("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
    }

    void verifiersAreLongPlainAndNeverTheSame()
    {
        QSet<QByteArray> seen;
        for (int i = 0; i < 1000; ++i) {
            const Pkce pkce = makePkce();
            QCOMPARE(pkce.verifier.size(), 43);
            QCOMPARE(pkce.challenge, s256(pkce.verifier));
            QCOMPARE(QUrl::toPercentEncoding(QString::fromLatin1(pkce.verifier)), pkce.verifier);
            seen.insert(pkce.verifier);
        }
        QCOMPARE(seen.size(), 1000);
    }

    void goodRedirectGivesTheCodeAndAPlainPage()
    {
        Waiting waiting;
        QCOMPARE(waiting.listener.redirectUri(), u"http://127.0.0.1:%1/callback"_s.arg(waiting.port));
        const QByteArray page
            = say(waiting.port, waiting.filledIn(redirect("/callback?state=STATE&code=a%2Fb%3D_c")));
        QVERIFY(page.startsWith("HTTP/1.1 200 OK\r\n"));
        QVERIFY(page.contains("default-src 'none'"));
        QVERIFY(page.contains("close this page"));
        QVERIFY(!page.contains("a/b=_c") && !page.contains(kState) && !page.contains("<script"));
        QCOMPARE(waiting.ends.size(), 1);
        QCOMPARE(waiting.ends.first().value_or("none"), QByteArray("a/b=_c"));
        QVERIFY(!waiting.listener.isListening());
    }

    void hostileRedirectIsRefused_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const QByteArray &request, ErrorCode code) {
            QTest::newRow(name) << request << int(code);
        };
        row("other state", redirect("/callback?state=other&code=c"), ErrorCode::Forbidden);
        row("state cut short", redirect("/callback?state=Xyz-state_012345678&code=c"), ErrorCode::Forbidden);
        row("no state", redirect("/callback?code=c"), ErrorCode::Forbidden);
        row("empty state", redirect("/callback?state=&code=c"), ErrorCode::Forbidden);
        row("two states", redirect("/callback?state=STATE&state=other&code=c"), ErrorCode::MalformedAnswer);
        row("no code", redirect("/callback?state=STATE"), ErrorCode::BadRequest);
        row("empty code", redirect("/callback?state=STATE&code="), ErrorCode::BadRequest);
        row("two codes", redirect("/callback?state=STATE&code=a&code=b"), ErrorCode::MalformedAnswer);
        row("no query", redirect("/callback"), ErrorCode::Forbidden);
        row("the person says no", redirect("/callback?state=STATE&error=access_denied"),
            ErrorCode::Unauthorised);
        row("no, and a code", redirect("/callback?state=STATE&error=access_denied&code=c"),
            ErrorCode::Unauthorised);
        row("no, from a stranger", redirect("/callback?state=other&error=access_denied"),
            ErrorCode::Forbidden);
        row("another error", redirect("/callback?state=STATE&error=server_error"), ErrorCode::BadRequest);
        row("an error with markup", redirect("/callback?state=STATE&error=%3Cscript%3Ealert(1)%3C/script%3E"),
            ErrorCode::BadRequest);
        row("other path", redirect("/?state=STATE&code=c"), ErrorCode::NotFound);
        row("longer path", redirect("/callback/x?state=STATE&code=c"), ErrorCode::NotFound);
        row("path with dots", redirect("/../callback?state=STATE&code=c"), ErrorCode::NotFound);
        row("whole address as target", redirect("http://127.0.0.1:PORT/callback?state=STATE&code=c"),
            ErrorCode::MalformedAnswer);
        row("favicon", redirect("/favicon.ico"), ErrorCode::NotFound);
        row("POST", redirect("/callback?state=STATE&code=c").replace("GET", "POST"), ErrorCode::BadRequest);
        row("HEAD", redirect("/callback?state=STATE&code=c").replace("GET", "HEAD"), ErrorCode::BadRequest);
        row("OPTIONS", redirect("/callback?state=STATE&code=c").replace("GET", "OPTIONS"),
            ErrorCode::BadRequest);
        row("other host", redirect("/callback?state=STATE&code=c").replace("127.0.0.1", "evil.example"),
            ErrorCode::Forbidden);
        row("other port", redirect("/callback?state=STATE&code=c").replace("PORT", "1"),
            ErrorCode::Forbidden);
        row("no host", "GET /callback?state=STATE&code=c HTTP/1.1\r\nAccept: */*\r\n\r\n",
            ErrorCode::Forbidden);
        row("two hosts",
            redirect("/callback?state=STATE&code=c").replace("Accept: text/html", "Host: evil.example"),
            ErrorCode::Forbidden);
        row("two requests at once",
            redirect("/callback?state=STATE&code=c") + redirect("/callback?state=STATE&code=d"),
            ErrorCode::MalformedAnswer);
        row("a body", redirect("/callback?state=STATE&code=c") + "hello", ErrorCode::MalformedAnswer);
        row("huge query", redirect("/callback?state=STATE&code=" + QByteArray(100'000, 'a')),
            ErrorCode::MalformedAnswer);
        row("huge header",
            "GET /callback?state=STATE&code=c HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nX: "
                + QByteArray(1'000'000, 'a') + "\r\n\r\n",
            ErrorCode::MalformedAnswer);
        row("no end", QByteArray(200'000, 'A'), ErrorCode::MalformedAnswer);
        row("TLS", QByteArray::fromHex("16030100c8010000c40303") + QByteArray(64, 'x'),
            ErrorCode::MalformedAnswer);
        row("zeros", QByteArray(16, '\0'), ErrorCode::MalformedAnswer);
        row("lower case", "get /callback?state=STATE&code=c http/1.1\r\n\r\n", ErrorCode::MalformedAnswer);
        row("HTTP/0.9", "GET /callback?state=STATE&code=c\r\n\r\n", ErrorCode::MalformedAnswer);
        row("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", ErrorCode::MalformedAnswer);
        row("SSH", "SSH-2.0-OpenSSH_9.2\r\n\r\n", ErrorCode::MalformedAnswer);
        row("folded line", "GET /callback?state=STATE&code=c\r\n HTTP/1.1\r\n\r\n",
            ErrorCode::MalformedAnswer);
        row("not ASCII", "GET /callback?state=STATE&code=\xff\xfe HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n",
            ErrorCode::MalformedAnswer);
    }

    void hostileRedirectIsRefused()
    {
        QFETCH(const QByteArray, request);
        QFETCH(const int, code);
        Waiting waiting;
        const QByteArray page = say(waiting.port, waiting.filledIn(request));
        QTRY_COMPARE(waiting.ends.size(), 1);
        QVERIFY(!waiting.ends.first());
        QCOMPARE(toString(waiting.ends.first().error().code), toString(ErrorCode(code)));
        QVERIFY(!waiting.ends.first().error().detail.contains(u'<'));
        QVERIFY(!waiting.listener.isListening());
        // What is still being sent when it is refused may turn the page into a reset.
        QVERIFY2(page.startsWith("HTTP/1.1 40") || (page.isEmpty() && request.size() > kMaxRedirectHead),
            page.left(40).constData());
        QVERIFY(!page.contains("alert") && !page.contains(kState));
    }

    void secondRequestFindsNobody()
    {
        Waiting waiting;
        say(waiting.port, waiting.filledIn(redirect("/callback?state=STATE&code=first")));
        QCOMPARE(
            say(waiting.port, waiting.filledIn(redirect("/callback?state=STATE&code=second"))), QByteArray());
        QCOMPARE(waiting.ends.size(), 1);
        QCOMPARE(waiting.ends.first().value_or("none"), QByteArray("first"));
    }

    void goodRequestAfterABadOneFindsNobody()
    {
        Waiting waiting;
        say(waiting.port, waiting.filledIn(redirect("/callback?state=guess&code=evil")));
        QCOMPARE(
            say(waiting.port, waiting.filledIn(redirect("/callback?state=STATE&code=good"))), QByteArray());
        QCOMPARE(waiting.ends.size(), 1);
        QVERIFY(!waiting.ends.first());
    }

    void silentConnectionsDecideNothing()
    {
        Waiting waiting;
        std::vector<std::unique_ptr<QTcpSocket>> silent;
        for (int i = 0; i < 4; ++i) {
            silent.push_back(std::make_unique<QTcpSocket>());
            silent.back()->connectToHost(QHostAddress::LocalHost, waiting.port);
            QVERIFY(silent.back()->waitForConnected(5000));
        }
        silent.front()->disconnectFromHost();
        QVERIFY(say(waiting.port, waiting.filledIn(redirect("/callback?state=STATE&code=good")))
                    .startsWith("HTTP/1.1 200"));
        QCOMPARE(waiting.ends.first().value_or("none"), QByteArray("good"));
        QTRY_VERIFY(silent.back()->state() == QAbstractSocket::UnconnectedState);
    }

    void requestThatBreaksOffIsRefused()
    {
        Waiting waiting;
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, waiting.port);
        QVERIFY(socket.waitForConnected(5000));
        socket.write("GET /callback?state=");
        QVERIFY(socket.waitForBytesWritten(5000));
        socket.disconnectFromHost();
        QTRY_COMPARE(waiting.ends.size(), 1);
        QVERIFY(waiting.ends.first().error().code == ErrorCode::MalformedAnswer);
    }

    void nobodyComes()
    {
        QVERIFY(RedirectListener::kPatience == std::chrono::minutes(5));
        Waiting waiting{milliseconds(1)};
        QTRY_COMPARE(waiting.ends.size(), 1);
        QVERIFY(waiting.ends.first().error().code == ErrorCode::Timeout);
        QVERIFY(!waiting.listener.isListening());
    }

    void takenPortIsSaid()
    {
        const Waiting first;
        RedirectListener second{RedirectPages{}};
        const Done done = second.listen(kState, first.port);
        QVERIFY(!done && done.error().code == ErrorCode::Busy);
        QVERIFY(done.error().detail.contains(QString::number(first.port)));
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::RedirectTest)
#include "redirect_test.moc"
