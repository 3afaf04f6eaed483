#pragma once

#include "connectors/sandbox/http.h"

#include <QObject>
#include <QQueue>

class QTcpSocket;

namespace fw::sandbox {

/// Delivers the answers of one TCP connection one after the other, each after its delay. Lives as long as its socket.
class Connection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Connection)
public:
    Connection(QTcpSocket *socket, int number);

    [[nodiscard]] int number() const { return m_number; }
    /// `realDelay`: the delivery's delay in real time.
    void deliver(const Delivery &delivery, milliseconds realDelay);

private:
    struct Pending {
        Delivery delivery = {};
        milliseconds realDelay = {};
    };
    void next();
    void write(const Delivery &delivery);
    void reset();

    QTcpSocket *m_socket; // the parent
    int m_number;
    QQueue<Pending> m_pending;
    bool m_isWaiting = false;
    bool m_isOver = false; // nothing more is ever written
};

} // namespace fw::sandbox
