#include "connectors/http/http_client.h"
#include "tests/support/loopback_server.h"
#include "tests/support/wait_for.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSslKey>
#include <QSslSocket>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
QString certificatePath(const QString &name)
{
    return QStringLiteral(FW_CERTIFICATES) + u'/' + name;
}

QByteArray certificateFile(const QString &name)
{
    QFile file(certificatePath(name));
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    return isOpen ? file.readAll() : QByteArray();
}

QSslConfiguration serverWith(const QString &certificate, const QByteArray &onlyVersion = {})
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(QSslCertificate::fromData(certificateFile(certificate + u".pem"_s)));
    tls.setPrivateKey(QSslKey(certificateFile(u"server.key"_s), QSsl::Ec));
    if (!onlyVersion.isEmpty()) {
        tls.setBackendConfigurationOption("MinProtocol", onlyVersion);
        tls.setBackendConfigurationOption("MaxProtocol", onlyVersion);
    }
    return tls;
}

/// `openssl s_server`, which does what no server built on Qt does any more: old versions, short keys, SHA-1. It answers nothing, and prints
/// what it is sent.
class CarelessServer
{
public:
    CarelessServer(const QString &certificate, const QString &key, const QStringList &options)
    {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(u"openssl"_s,
            QStringList{u"s_server"_s, u"-accept"_s, u"127.0.0.1:0"_s, u"-cert"_s,
                certificatePath(certificate + u".pem"_s), u"-key"_s, certificatePath(key), u"-cipher"_s,
                u"ALL:@SECLEVEL=0"_s}
                + options);
    }
    ~CarelessServer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    /// Empty when openssl does not run.
    QUrl url(const QString &path)
    {
        static const QRegularExpression accepting(u"ACCEPT 127\\.0\\.0\\.1:(\\d+)"_s);
        QString port;
        const auto hasPort = [&] { return !(port = accepting.match(said()).captured(1)).isEmpty(); };
        return QTest::qWaitFor(hasPort, 10'000) ? QUrl(u"https://127.0.0.1:%1%2"_s.arg(port, path)) : QUrl();
    }

    QString said()
    {
        m_said += m_process.readAll();
        return QString::fromUtf8(m_said);
    }

private:
    QProcess m_process;
    QByteArray m_said;
};

QString errorOf(const HttpAnswer &answer)
{
    return answer.error ? toString(answer.error->code) : u"none"_s;
}

QSslConfiguration systemTrusting(const QString &authority)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.addCaCertificates(QSslCertificate::fromData(certificateFile(authority)));
    return tls;
}
} // namespace

/// Who is talked to, and how well it is known, on real TLS connections.
class TlsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The tests' authority joins the system's, so that each certificate has the one fault its row names.
    void initTestCase()
    {
        m_system = QSslConfiguration::defaultConfiguration();
        m_trusting = systemTrusting(u"authority.pem"_s);
    }

    void init() { QSslConfiguration::setDefaultConfiguration(m_trusting); }
    void cleanup() { QSslConfiguration::setDefaultConfiguration(m_system); }

    void goodServerIsTalkedTo_data()
    {
        QTest::addColumn<QByteArray>("version");
        QTest::newRow("TLS 1.2") << QByteArray("TLSv1.2");
        QTest::newRow("TLS 1.3") << QByteArray("TLSv1.3");
    }

    void goodServerIsTalkedTo()
    {
        QFETCH(const QByteArray, version);
        LoopbackServer server;
        server.useTls(serverWith(u"good"_s, version));
        HttpClient client;
        const HttpAnswer answer = waitFor(client.get({.url = server.url(), .bearer = "secret"}));
        QCOMPARE(errorOf(answer), u"none"_s);
        QCOMPARE(answer.status, 200);
        QCOMPARE(waitFor(client.write({.method = "POST", .url = server.url(), .body = "{}"})).status, 200);
    }

    void badCertificateIsRefusedBeforeAnythingLeaves_data()
    {
        QTest::addColumn<QString>("certificate");
        for (const char *name : {"expired", "future", "wrong-host", "client-only", "stranger-signed",
                 "signed-by-server", "self-signed"}) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }

    void badCertificateIsRefusedBeforeAnythingLeaves()
    {
        QFETCH(const QString, certificate);
        for (const char *method : {"GET", "POST", "DELETE"}) {
            LoopbackServer server;
            server.useTls(serverWith(certificate));
            HttpClient client;
            expectRefusal(client, server, method);
        }
    }

    void weakServerIsRefusedBeforeAnythingLeaves_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QStringList>("options");
        QTest::newRow("RSA of 1024 bits") << u"short-key"_s << u"short.key"_s << QStringList();
        QTest::newRow("signed with SHA-1") << u"sha1"_s << u"server.key"_s << QStringList();
        QTest::newRow("TLS 1.0") << u"good"_s << u"server.key"_s << QStringList{u"-tls1"_s};
        QTest::newRow("TLS 1.1") << u"good"_s << u"server.key"_s << QStringList{u"-tls1_1"_s};
        QTest::newRow("no secrecy") << u"good"_s << u"server.key"_s
                                    << QStringList{u"-tls1_2"_s, u"-cipher"_s, u"NULL:@SECLEVEL=0"_s};
    }

    void weakServerIsRefusedBeforeAnythingLeaves()
    {
        QFETCH(const QString, certificate);
        QFETCH(const QString, key);
        QFETCH(const QStringList, options);
        CarelessServer server(certificate, key, options);
        const QUrl url = server.url(u"/2/tweets?token=planted"_s);
        QVERIFY2(!url.isEmpty(), qPrintable(u"openssl: "_s + server.said()));
        HttpClient client;
        const HttpRequest request{.method = "POST", .url = url, .body = "{}", .bearer = "secret"};
        QCOMPARE(errorOf(waitFor(client.get(request))), u"offline"_s);
        QCOMPARE(errorOf(waitFor(client.write(request))), u"offline"_s);
        QTRY_VERIFY(server.said().count(u"ERROR"_s) >= 2); // both connections have come, and have failed
        QVERIFY2(!server.said().contains(u"HTTP/1.1"_s), qPrintable(server.said()));
        QVERIFY2(
            isUsableByTheCareless(url, options), "the server does not work at all, so this proves nothing");
    }

    /// That the server above would have shown what it was sent.
    void carelessServerShowsWhatItIsSent()
    {
        CarelessServer server(u"good"_s, u"server.key"_s, {u"-tls1_2"_s});
        HttpClient client;
        const HttpAnswer answer
            = waitFor(client.get({.url = server.url(u"/2/tweets"_s), .deadline = milliseconds(1000)}));
        QCOMPARE(errorOf(answer), u"timeout"_s);
        QTRY_VERIFY(server.said().contains(u"GET /2/tweets HTTP/1.1"_s));
    }

    /// There is no switch, and the one Qt has for the whole program does not reach the client.
    void loweredDefaultsDoNotLowerTheClient()
    {
        QSslConfiguration careless = m_system;
        careless.setPeerVerifyMode(QSslSocket::VerifyNone);
        careless.setBackendConfigurationOption("MinProtocol", QByteArray("TLSv1"));
        careless.setBackendConfigurationOption("CipherString", QByteArray("ALL:@SECLEVEL=0"));
        QSslConfiguration::setDefaultConfiguration(careless);
        for (const QString &certificate : {u"good"_s, u"self-signed"_s}) { // nobody vouches for either now
            LoopbackServer server;
            server.useTls(serverWith(certificate));
            HttpClient client;
            expectRefusal(client, server, "GET");
        }
        careless.addCaCertificates(QSslCertificate::fromData(certificateFile(u"authority.pem"_s)));
        QSslConfiguration::setDefaultConfiguration(careless);
        CarelessServer old(u"good"_s, u"server.key"_s, {u"-tls1_1"_s});
        HttpClient client;
        QCOMPARE(errorOf(waitFor(client.get({.url = old.url(u"/"_s)}))), u"offline"_s);
    }

    /// After a refusal the same client still talks to a good server, and still refuses the bad one.
    void refusalIsNotForgotten()
    {
        LoopbackServer bad;
        bad.useTls(serverWith(u"expired"_s));
        LoopbackServer good;
        good.useTls(serverWith(u"good"_s));
        HttpClient client;
        for (int round = 0; round < 3; ++round) {
            expectRefusal(client, bad, "GET");
            QCOMPARE(waitFor(client.get({.url = good.url()})).status, 200);
        }
    }

    void detailSaysWhatIsWrong()
    {
        LoopbackServer server;
        server.useTls(serverWith(u"expired"_s));
        HttpClient client;
        const HttpAnswer answer = waitFor(client.get({.url = server.url(u"/2/users/me?token=planted"_s)}));
        QVERIFY(answer.error);
        QVERIFY2(answer.error->detail.contains(u"expired"_s), qPrintable(answer.error->detail));
        QVERIFY(!answer.error->detail.contains(u"planted"_s));
    }

private:
    void expectRefusal(HttpClient &client, const LoopbackServer &server, const QByteArray &method)
    {
        const HttpRequest request{.method = method,
            .url = server.url(u"/2/tweets?token=planted"_s),
            .body = method == "POST" ? "{}" : "",
            .bearer = "secret"};
        const HttpAnswer answer = waitFor(method == "GET" ? client.get(request) : client.write(request));
        QCOMPARE(errorOf(answer), u"offline"_s);
        QCOMPARE(answer.status, 0);
        QCOMPARE(server.bytesRead(), 0);
        QVERIFY(server.connections() > 0);
    }

    /// Whether somebody who is less careful than the client gets through.
    static bool isUsableByTheCareless(const QUrl &url, const QStringList &options)
    {
        QProcess careless;
        careless.setProcessChannelMode(QProcess::MergedChannels);
        careless.start(u"openssl"_s,
            QStringList{u"s_client"_s, u"-connect"_s, url.authority(), u"-cipher"_s, u"ALL:@SECLEVEL=0"_s}
                + options);
        careless.closeWriteChannel();
        return careless.waitForFinished() && !careless.readAll().contains("Cipher is (NONE)")
            && careless.exitStatus() == QProcess::NormalExit;
    }

    QSslConfiguration m_system;
    QSslConfiguration m_trusting;
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::TlsTest)
#include "tls_test.moc"
