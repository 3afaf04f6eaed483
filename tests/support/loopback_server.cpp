#include "tests/support/loopback_server.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QUrl>

#include <sys/socket.h>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
// Made for these tests alone and trusted by nobody else: for 127.0.0.1 and localhost.
constexpr char kCertificate[] = "-----BEGIN CERTIFICATE-----\n"
                                "MIIBhDCCASmgAwIBAgIBATAKBggqhkjOPQQDAjAiMSAwHgYDVQQDDBdGbG9vcndh\n"
                                "bGtlciB0ZXN0IHNlcnZlcjAgFw0yMDAxMDEwMDAwMDBaGA8yMDk5MTIzMTIzNTk1\n"
                                "OVowIjEgMB4GA1UEAwwXRmxvb3J3YWxrZXIgdGVzdCBzZXJ2ZXIwWTATBgcqhkjO\n"
                                "PQIBBggqhkjOPQMBBwNCAARF3pFopXeXxuIi5JYC3TYyF1E9yWo8T4ZolbeIRBJf\n"
                                "lzqceJLRqzjhTIw9o11voDrxy/+RNuK72ny65Bj41PYPo04wTDAaBgNVHREEEzAR\n"
                                "hwR/AAABgglsb2NhbGhvc3QwDwYDVR0TAQH/BAUwAwEB/zAdBgNVHQ4EFgQUI980\n"
                                "IPgwRgkDvU3Gnnk7OYA3sVkwCgYIKoZIzj0EAwIDSQAwRgIhAOWllLIiCuYf8Iif\n"
                                "OFKUzshY1vp9zrtPpTPmjHaRNICFAiEAhQLMll5e+/bdyzd9SnTVuP2KDG3IQG7p\n"
                                "bPWI7PdcNTQ=\n"
                                "-----END CERTIFICATE-----\n";
constexpr char kKey[] = "-----BEGIN PRIVATE KEY-----\n"
                        "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg9gdv+AfHnkQ3vVpG\n"
                        "lBTxF89mZ94B2q+dbEevNSnRJcWhRANCAARF3pFopXeXxuIi5JYC3TYyF1E9yWo8\n"
                        "T4ZolbeIRBJflzqceJLRqzjhTIw9o11voDrxy/+RNuK72ny65Bj41PYP\n"
                        "-----END PRIVATE KEY-----\n";

/// Closes with RST instead of FIN.
void reset(QTcpSocket *socket)
{
    const linger atOnce{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    socket->abort();
}
} // namespace

LoopbackServer::LoopbackServer(QObject *parent) : QTcpServer(parent)
{
    listen(QHostAddress::LocalHost);
}

void LoopbackServer::useTls()
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(authority());
    tls.setPrivateKey(QSslKey(QByteArray(kKey), QSsl::Ec));
    useTls(tls);
}

void LoopbackServer::useTls(const QSslConfiguration &tls)
{
    m_tls = tls;
}

QSslCertificate LoopbackServer::authority()
{
    return QSslCertificate(QByteArray(kCertificate), QSsl::Pem);
}

QUrl LoopbackServer::url(const QString &path) const
{
    return QUrl(u"%1://127.0.0.1:%2%3"_s.arg(m_tls ? u"https"_s : u"http"_s).arg(serverPort()).arg(path));
}

QByteArray LoopbackServer::answer(
    int status, const QByteArray &body, const QList<QPair<QByteArray, QByteArray>> &headers)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status)
        + " Status\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\n";
    for (const auto &[name, value] : headers) {
        bytes += name + ": " + value + "\r\n";
    }
    return bytes + "\r\n" + body;
}

void LoopbackServer::incomingConnection(qintptr descriptor)
{
    auto *socket = new QSslSocket(this);
    socket->setSocketDescriptor(descriptor);
    const int connection = ++m_connections;
    connect(socket, &QTcpSocket::readyRead, this, [this, socket, connection] { read(socket, connection); });
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
        m_buffers.remove(socket);
        socket->deleteLater();
    });
    if (m_tls) {
        socket->setSslConfiguration(*m_tls);
        socket->startServerEncryption();
    }
}

void LoopbackServer::read(QTcpSocket *socket, int connection)
{
    QByteArray &buffer = m_buffers[socket];
    const QByteArray bytes = socket->readAll();
    m_bytesRead += bytes.size();
    buffer += bytes;
    const qsizetype headEnd = buffer.indexOf("\r\n\r\n");
    if (headEnd < 0) {
        return;
    }
    WireRequest request{.connection = connection};
    const QList<QByteArray> lines = buffer.left(headEnd).split('\n');
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    request.method = first.value(0);
    request.target = first.value(1);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines[i].indexOf(':');
        request.headers.insert(lines[i].left(colon).trimmed().toLower(), lines[i].mid(colon + 1).trimmed());
    }
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (m_actsOn == ActsOn::WholeRequest && buffer.size() < headEnd + 4 + length) {
        return;
    }
    request.body = buffer.mid(headEnd + 4, length);
    buffer.clear();
    m_requests.append(request);
    perform(m_script ? m_script(request) : Step{.bytes = answer(200, "{}")}, socket);
}

void LoopbackServer::perform(const Step &step, QTcpSocket *socket)
{
    if (!step.bytes.isEmpty()) {
        socket->write(step.bytes);
        socket->flush();
    }
    if (step.after == After::Close) {
        socket->disconnectFromHost();
    } else if (step.after == After::Reset) {
        reset(socket);
    }
}

} // namespace fw::test
