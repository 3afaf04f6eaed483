#pragma once

#include "connectors/sandbox/service.h"

#include <QAbstractHttpServer>

namespace fw::sandbox {

/// The HTTP side: one Service on a port of 127.0.0.1. Answers of one connection leave in the order of its requests. Thread: the sandbox's.
class Server final : public QAbstractHttpServer
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Server)
public:
    explicit Server(Stage stage);

    /// The port, 0 when it cannot be had.
    [[nodiscard]] quint16 open(quint16 port);
    [[nodiscard]] Brand brand(const QString &network) const { return m_service.brand(network); }

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;

private:
    Service m_service;
    int m_connections = 0;
};

} // namespace fw::sandbox
