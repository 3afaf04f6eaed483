#include "connectors/sandbox/connection.h"

#include <QTcpSocket>
#include <QTimer>

#include <sys/socket.h>

namespace fw::sandbox {

Connection::Connection(QTcpSocket *socket, int number) : QObject(socket), m_socket(socket), m_number(number)
{
}

void Connection::deliver(const Delivery &delivery, milliseconds realDelay)
{
    m_pending.enqueue({delivery, realDelay});
    next();
}

void Connection::next()
{
    if (m_isWaiting || m_isOver || m_pending.isEmpty()) {
        return;
    }
    m_isWaiting = true;
    // Always through the event loop: the socket must not be closed while the HTTP server is still handling its request.
    QTimer::singleShot(m_pending.head().realDelay, Qt::PreciseTimer, this, [this] {
        m_isWaiting = false;
        write(m_pending.dequeue().delivery);
        next();
    });
}

void Connection::write(const Delivery &delivery)
{
    if (!delivery.bytes.isEmpty()) {
        m_socket->write(delivery.bytes);
    }
    m_isOver = delivery.after != Delivery::After::KeepOpen;
    if (delivery.after == Delivery::After::Close) {
        m_socket->disconnectFromHost();
    } else if (delivery.after == Delivery::After::Reset) {
        reset();
    }
}

void Connection::reset()
{
    const linger atOnce{.l_onoff = 1, .l_linger = 0}; // closing then sends RST instead of FIN
    ::setsockopt(
        static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    m_socket->abort();
}

} // namespace fw::sandbox
