#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QSslConfiguration>
#include <QTcpServer>

#include <functional>
#include <optional>

namespace fw::test {

/// One request as it came over the wire.
struct WireRequest {
    QByteArray method = {};
    QByteArray target = {};                     // path and query, still encoded
    QHash<QByteArray, QByteArray> headers = {}; // names in lower case
    QByteArray body = {};
    int connection = 0; // which TCP connection it came on, from 1
};

/// A scripted HTTP server on 127.0.0.1: answers with what the script says, byte for byte, and remembers every request it saw.
class LoopbackServer final : public QTcpServer
{
    Q_OBJECT
public:
    enum class After { KeepOpen, Close, Reset };
    enum class ActsOn { WholeRequest, HeadOnly };

    struct Step {
        QByteArray bytes = {};         // the whole answer, head and body; empty: none
        After after = After::KeepOpen; // Close: FIN; Reset: RST
    };
    using Script = std::function<Step(const WireRequest &)>;

    explicit LoopbackServer(QObject *parent = nullptr);

    void setScript(Script script) { m_script = std::move(script); }
    /// HeadOnly: the script is run, and the request counted, as soon as the head is read, with or without its body.
    void setActsOn(ActsOn when) { m_actsOn = when; }
    /// From now on connections are TLS, with a certificate for 127.0.0.1 that is its own authority: authority().
    void useTls();
    /// The same with whatever `tls` says: certificate, key, versions.
    void useTls(const QSslConfiguration &tls);
    [[nodiscard]] static QSslCertificate authority();
    [[nodiscard]] QUrl url(const QString &path = {}) const;
    [[nodiscard]] const QList<WireRequest> &requests() const { return m_requests; }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] qint64 bytesRead() const { return m_bytesRead; } // of requests, whole or not, decrypted

    /// A complete answer with Content-Length and Content-Type: application/json.
    [[nodiscard]] static QByteArray answer(
        int status, const QByteArray &body, const QList<QPair<QByteArray, QByteArray>> &headers = {});

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void read(QTcpSocket *socket, int connection);
    void perform(const Step &step, QTcpSocket *socket);

    Script m_script;
    ActsOn m_actsOn = ActsOn::WholeRequest;
    std::optional<QSslConfiguration> m_tls;
    qint64 m_bytesRead = 0;
    QList<WireRequest> m_requests;
    QHash<QTcpSocket *, QByteArray> m_buffers;
    int m_connections = 0;
};

} // namespace fw::test
