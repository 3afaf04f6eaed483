#pragma once

#include "app/core/error.h"

#include <QHash>
#include <QTcpServer>

#include <functional>

class QTcpSocket;

namespace fw::wiring {

/// One page for those who watch a service.
struct MonitorPage {
    int status = 200;
    QByteArray type = "text/plain; charset=utf-8";
    QByteArray body = {};
};

/// Answers GET requests on an address of this computer, one a connection, and nothing else: no body is read, no other method or host name taken. What asks
/// too slowly or says too much is cut off. Thread: the one that made it.
class MonitorServer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MonitorServer)
public:
    using Answer = std::function<void(const MonitorPage &)>;
    /// Calls `answer` once, now or later, in this thread.
    using Source = std::function<void(const QByteArray &path, const Answer &answer)>;
    static constexpr int kMaxConnections = 16;
    static constexpr qsizetype kMaxHead = 4096;
    static constexpr std::chrono::seconds kPatience{10};

    explicit MonitorServer(Source source);

    /// "127.0.0.1:9187" or "[::1]:9187"; port 0: any free one. Errors: Usage for what is no address of this computer alone, Busy when the port is taken.
    [[nodiscard]] Done listen(const QString &address);
    /// http://127.0.0.1:PORT
    [[nodiscard]] QString url() const;

private:
    void accept();
    void read(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const QByteArray &head);

    Source m_source;
    QTcpServer m_server;
    QHash<QTcpSocket *, QByteArray> m_asking; // what they said so far
};

} // namespace fw::wiring
