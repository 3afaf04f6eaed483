#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QTcpServer>

#include <functional>

namespace fw::test {

/// One request as it came over the wire.
struct WireRequest {
    QByteArray method = {};
    QByteArray target = {};                        // path and query, still encoded
    QHash<QByteArray, QByteArray> headers = {};    // names in lower case
    QByteArray body = {};
    int connection = 0;                            // which TCP connection it came on, from 1
};

/// A scripted HTTP server on 127.0.0.1: answers with what the script says, byte for byte, and remembers every request it saw.
class LoopbackServer final : public QObject
{
    Q_OBJECT
public:
    enum class After { KeepOpen, Close, Reset };

    struct Step {
        QByteArray bytes = {};                     // the whole answer, head and body; empty: none
        After after = After::KeepOpen;
    };
    using Script = std::function<Step(const WireRequest &)>;

    explicit LoopbackServer(QObject *parent = nullptr);

    void setScript(Script script) { m_script = std::move(script); }
    [[nodiscard]] QUrl url(const QString &path = {}) const;
    [[nodiscard]] const QList<WireRequest> &requests() const { return m_requests; }

    /// A complete answer with Content-Length and Content-Type: application/json.
    [[nodiscard]] static QByteArray answer(int status, const QByteArray &body, const QList<QPair<QByteArray, QByteArray>> &headers = {});

private:
    void accept();
    void read(QTcpSocket *socket, int connection);

    QTcpServer m_server;
    Script m_script;
    QList<WireRequest> m_requests;
    QHash<QTcpSocket *, QByteArray> m_buffers;
    int m_connections = 0;
};

} // namespace fw::test
