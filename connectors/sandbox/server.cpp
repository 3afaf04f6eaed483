#include "connectors/sandbox/server.h"

#include "connectors/sandbox/connection.h"

#include <QHostAddress>
#include <QHttpServerRequest>
#include <QMetaEnum>
#include <QTcpSocket>
#include <QUrl>

namespace fw::sandbox {

namespace {
QByteArray methodName(QHttpServerRequest::Method method)
{
    return QByteArray(QMetaEnum::fromType<QHttpServerRequest::Method>().valueToKey(static_cast<int>(method)))
        .toUpper();
}

HttpRequest plainRequest(const QHttpServerRequest &request, int connection)
{
    HttpRequest plain{.method = methodName(request.method()),
        .path = request.url().path(),
        .query = request.query(),
        .body = request.body(),
        .connection = connection};
    const auto headers = request.headers();
    for (const auto &[name, value] : headers) {
        plain.headers.insert(name.toLower(), value);
    }
    return plain;
}
} // namespace

Server::Server(Stage stage) : m_service(std::move(stage)) { }

quint16 Server::open(quint16 port)
{
    return listen(QHostAddress::LocalHost, port);
}

bool Server::handleRequest(const QHttpServerRequest &request, QTcpSocket *socket)
{
    auto *connection = socket->findChild<Connection *>(QString(), Qt::FindDirectChildrenOnly);
    if (connection == nullptr) {
        connection = new Connection(socket, ++m_connections);
    }
    const HttpRequest plain = plainRequest(request, connection->number());
    Delivery delivery = m_service.serve(plain);
    if (delivery.after == Delivery::After::KeepOpen
        && plain.headers.value("connection").toLower() == "close") {
        delivery.after = Delivery::After::Close;
    }
    connection->deliver(delivery, m_service.time().realTime(delivery.delay));
    return true;
}

void Server::missingHandler(const QHttpServerRequest &, QTcpSocket *) { }

} // namespace fw::sandbox
