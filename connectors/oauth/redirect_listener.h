#pragma once

#include "connectors/oauth/redirect_request.h"

#include <QHash>
#include <QTcpServer>
#include <QTimer>
#include <QUrl>

class QTcpSocket;

namespace fw {

/// What the person reads in the browser. Plain text; one page each.
struct RedirectPages {
    QString title = QStringLiteral("Floorwalker");
    QString done = QStringLiteral("Floorwalker has the answer. You can close this page and go back to it.");
    QString refused
        = QStringLiteral("This is not the answer Floorwalker waits for. Go back to it and sign in again.");
};

/// Waits on 127.0.0.1 for the browser to bring the answer of one sign-in. One shot: the first request decides, whatever it is, and everything is
/// closed behind it. A connection that says nothing (browsers open some ahead) decides nothing.
/// Source: RFC 8252, 7.3 and 8.3. Thread: the one that made it.
class RedirectListener final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RedirectListener)
public:
    static constexpr milliseconds kPatience{5 * 60 * 1000};
    static constexpr int kMaxConnections = 8;

    explicit RedirectListener(RedirectPages pages, QObject *parent = nullptr);
    ~RedirectListener() override;

    /// Listens for `state` until a request came or `patience` passed. port 0: any free one. Errors: Busy when the port is taken.
    [[nodiscard]] Done listen(const QByteArray &state, quint16 port, milliseconds patience = kPatience);
    /// What to give the network as redirect_uri: http://127.0.0.1:PORT/callback.
    [[nodiscard]] QString redirectUri() const;
    [[nodiscard]] bool isListening() const { return m_server.isListening(); }

Q_SIGNALS:
    /// Once. The code, or why there is none: an error of codeIn(), or Timeout.
    void finished(const fw::Result<QByteArray> &code);

private:
    void accept();
    void read(QTcpSocket *socket);
    void decide(QTcpSocket *socket, const QByteArray &bytes);
    void end(const Result<QByteArray> &code);
    [[nodiscard]] QByteArray page(int status, const QString &sentence) const;

    const RedirectPages m_pages;
    QTcpServer m_server;
    RedirectExpected m_expected;
    QHash<QTcpSocket *, QByteArray> m_waiting; // what they said so far
    QTimer m_patience;
    bool m_isDecided = false;
};

} // namespace fw
