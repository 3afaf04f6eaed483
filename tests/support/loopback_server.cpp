#include "tests/support/loopback_server.h"

#include <QTcpSocket>
#include <QUrl>

namespace fw::test {

using namespace Qt::StringLiterals;

LoopbackServer::LoopbackServer(QObject *parent)
    : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, &LoopbackServer::accept);
    m_server.listen(QHostAddress::LocalHost);
}

QUrl LoopbackServer::url(const QString &path) const
{
    return QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_server.serverPort()).arg(path));
}

QByteArray LoopbackServer::answer(int status, const QByteArray &body, const QList<QPair<QByteArray, QByteArray>> &headers)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + " Status\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n";
    for (const auto &[name, value] : headers) {
        bytes += name + ": " + value + "\r\n";
    }
    return bytes + "\r\n" + body;
}

void LoopbackServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        const int connection = ++m_connections;
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, connection] { read(socket, connection); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_buffers.remove(socket);
            socket->deleteLater();
        });
    }
}

void LoopbackServer::read(QTcpSocket *socket, int connection)
{
    QByteArray &buffer = m_buffers[socket];
    buffer += socket->readAll();
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
    if (buffer.size() < headEnd + 4 + length) {
        return;
    }
    request.body = buffer.mid(headEnd + 4, length);
    buffer.clear();
    m_requests.append(request);

    const Step step = m_script ? m_script(request) : Step{.bytes = answer(200, "{}")};
    if (!step.bytes.isEmpty()) {
        socket->write(step.bytes);
        socket->flush();
    }
    if (step.after == After::Close) {
        socket->disconnectFromHost();
    } else if (step.after == After::Reset) {
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        socket->abort();
    }
}

} // namespace fw::test
