#include "connectors/oauth/redirect_listener.h"

#include <QTcpSocket>

#include <utility>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
int statusOf(const Result<QByteArray> &code)
{
    if (code) {
        return 200;
    }
    switch (code.error().code) {
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::Forbidden:
        return 403;
    default:
        return 400;
    }
}

QByteArray reasonOf(int status)
{
    return status == 200 ? "OK" : status == 404 ? "Not Found" : status == 403 ? "Forbidden" : "Bad Request";
}
} // namespace

RedirectListener::RedirectListener(RedirectPages pages, QObject *parent)
    : QObject(parent)
    , m_pages(std::move(pages))
{
    connect(&m_server, &QTcpServer::newConnection, this, &RedirectListener::accept);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        end(Failure({.code = ErrorCode::Timeout, .detail = u"nobody signed in within the time given"_s}));
    });
}

RedirectListener::~RedirectListener()
{
    m_server.close();
    for (QTcpSocket *socket : m_waiting.keys()) {
        socket->disconnect(this);
    }
}

Done RedirectListener::listen(const QByteArray &state, quint16 port, milliseconds patience)
{
    if (!m_server.listen(QHostAddress::LocalHost, port)) {
        return Failure({.code = ErrorCode::Busy,
            .detail
            = u"port %1 of this computer is taken (%2); end what uses it, or register another redirect "
              "address and set redirect_port"_s.arg(port)
                  .arg(m_server.errorString())});
    }
    m_expected.state = state;
    m_expected.port = m_server.serverPort();
    m_patience.start(patience);
    return {};
}

QString RedirectListener::redirectUri() const
{
    return u"http://127.0.0.1:%1%2"_s.arg(m_expected.port).arg(QString::fromLatin1(m_expected.path));
}

void RedirectListener::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        if (m_isDecided || m_waiting.size() >= kMaxConnections) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        m_waiting.insert(socket, {});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            const QByteArray said = m_waiting.take(socket);
            socket->deleteLater();
            if (!m_isDecided && !said.isEmpty()) {
                end(codeIn(said, m_expected)); // cut short
            }
        });
    }
}

void RedirectListener::read(QTcpSocket *socket)
{
    const auto said = m_waiting.find(socket);
    if (m_isDecided || said == m_waiting.end()) {
        return;
    }
    *said += socket->read(kMaxRedirectHead + 1 - said->size());
    if (progressOf(*said) != RedirectProgress::Partial) {
        decide(socket, *said);
    }
}

void RedirectListener::decide(QTcpSocket *socket, const QByteArray &bytes)
{
    const auto code = codeIn(bytes, m_expected);
    m_isDecided = true;
    const int status = statusOf(code);
    socket->write(page(status, code ? m_pages.done : m_pages.refused));
    socket->flush();   // a refusal may be this program's last word
    socket->readAll(); // unread bytes would turn the farewell into a reset, and the page would not be shown
    socket->disconnectFromHost();
    m_waiting.remove(socket);
    socket->setParent(nullptr); // it ends by itself when the page has left
    socket->disconnect(this);
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    if (socket->state() == QAbstractSocket::UnconnectedState) {
        socket->deleteLater();
    }
    end(code);
}

void RedirectListener::end(const Result<QByteArray> &code)
{
    m_isDecided = true;
    m_patience.stop();
    m_server.close();
    const QHash<QTcpSocket *, QByteArray> others = std::exchange(m_waiting, {});
    for (auto other = others.keyBegin(); other != others.keyEnd(); ++other) {
        (*other)->disconnect(this);
        (*other)->abort();
        (*other)->deleteLater();
    }
    Q_EMIT finished(code);
}

QByteArray RedirectListener::page(int status, const QString &sentence) const
{
    const QString html
        = u"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>%1</title></head>"
          "<body style=\"font-family:sans-serif;margin:3em;max-width:34em\"><h1>%1</h1><p>%2</p>"
          "</body></html>\n"_s.arg(m_pages.title.toHtmlEscaped(), sentence.toHtmlEscaped());
    const QByteArray body = html.toUtf8();
    return "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonOf(status)
        + "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\nContent-Security-Policy: default-src 'none'; style-src 'unsafe-inline'"
          "\r\nReferrer-Policy: no-referrer\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n"
        + body;
}

} // namespace fw
