#include "ui/wiring/monitor_server.h"

#include <QHostAddress>
#include <QPointer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

namespace fw::wiring {

using namespace Qt::StringLiterals;

namespace {
QByteArray reasonOf(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 404:
        return "Not Found";
    case 503:
        return "Service Unavailable";
    default:
        return "Bad Request";
    }
}

void say(QTcpSocket &socket, const MonitorPage &page)
{
    socket.write("HTTP/1.1 " + QByteArray::number(page.status) + ' ' + reasonOf(page.status)
        + "\r\nContent-Type: " + page.type + "\r\nContent-Length: " + QByteArray::number(page.body.size())
        + "\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
        + page.body);
    socket.disconnectFromHost();
}

/// A browser that was made to believe that another name is this computer must not read us.
bool isLocalHost(const QByteArray &host)
{
    const QUrl url(u"http://"_s + QString::fromLatin1(host));
    return url.isValid() && (url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback());
}

QByteArray headerIn(const QList<QByteArray> &lines, const QByteArray &name)
{
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).toLower() == name) {
            return line.mid(colon + 1).trimmed();
        }
    }
    return {};
}

/// The path that is asked for; empty: nothing that we answer.
QByteArray pathIn(const QByteArray &head)
{
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> request = lines.first().trimmed().split(' ');
    const bool isGet = request.size() == 3 && request[0] == "GET" && request[2].startsWith("HTTP/1.");
    return isGet && isLocalHost(headerIn(lines, "host")) ? request[1] : QByteArray();
}
} // namespace

MonitorServer::MonitorServer(Source source) : m_source(std::move(source))
{
    m_server.setMaxPendingConnections(kMaxConnections);
    connect(&m_server, &QTcpServer::newConnection, this, &MonitorServer::accept);
}

Done MonitorServer::listen(const QString &address)
{
    const QUrl url(u"http://"_s + address, QUrl::StrictMode);
    const QHostAddress host(url.host());
    if (!url.isValid() || url.port() < 0 || !url.path().isEmpty() || !host.isLoopback()) {
        return Failure({.code = ErrorCode::Usage,
            .detail
            = u"\"%1\" is no address of this computer alone, like 127.0.0.1:9187; let a proxy with a password show the figures to others"_s
                  .arg(address)});
    }
    if (!m_server.listen(host, quint16(url.port()))) {
        return Failure({.code = ErrorCode::Busy,
            .detail = u"cannot listen on %1: %2"_s.arg(address, m_server.errorString())});
    }
    return {};
}

QString MonitorServer::url() const
{
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(m_server.serverAddress().toString());
    url.setPort(m_server.serverPort());
    return url.toString();
}

void MonitorServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_asking.remove(socket);
            socket->deleteLater();
        });
        if (m_asking.size() >= kMaxConnections) {
            socket->abort();
            continue;
        }
        m_asking.insert(socket, {});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        QTimer::singleShot(kPatience, socket, &QTcpSocket::abort);
    }
}

void MonitorServer::read(QTcpSocket *socket)
{
    const auto asking = m_asking.find(socket);
    if (asking == m_asking.end()) {
        return;
    }
    *asking += socket->read(kMaxHead + 1 - asking->size());
    const qsizetype end = asking->indexOf("\r\n\r\n");
    if (end >= 0) {
        const QByteArray head = asking->first(end);
        m_asking.erase(asking);
        answer(socket, head);
    } else if (asking->size() > kMaxHead) {
        socket->abort();
    }
}

void MonitorServer::answer(QTcpSocket *socket, const QByteArray &head)
{
    const QByteArray path = pathIn(head);
    if (path.isEmpty()) {
        say(*socket, {.status = 400, .body = "GET /healthz or /metrics\n"});
        return;
    }
    m_source(path, [asking = QPointer<QTcpSocket>(socket)](const MonitorPage &page) {
        if (asking) {
            say(*asking, page);
        }
    });
}

} // namespace fw::wiring
