#include "ui/desktop/shell/single_window.h"

#include <QCryptographicHash>
#include <QLocalSocket>
#include <QStandardPaths>

namespace fw::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr auto kHeard = "heard\n"; // so that nothing is taken for told that nobody read

/// A socket in the user's own runtime folder; the name says nothing of the desk.
QString socketOf(const QString &desk)
{
    const QByteArray hash = QCryptographicHash::hash(desk.toUtf8(), QCryptographicHash::Sha256).toHex();
    const QString name = u"floorwalker-"_s + QString::fromLatin1(hash.left(24));
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return folder.isEmpty() ? name : folder + u'/' + name;
}
} // namespace

SingleWindow::SingleWindow(const QString &desk) : m_name(socketOf(desk))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleWindow::hear);
}

bool SingleWindow::take(const QString &link)
{
    if (tellOther(link)) {
        return false;
    }
    if (m_server.listen(m_name)) {
        return true;
    }
    if (tellOther(link)) { // started at the same moment
        return false;
    }
    QLocalServer::removeServer(m_name); // of a window that was killed
    m_server.listen(m_name);            // where it cannot be made, this is a window like any other
    return true;
}

bool SingleWindow::tellOther(const QString &link) const
{
    QLocalSocket other;
    other.connectToServer(m_name);
    if (!other.waitForConnected(kPatienceMs)) {
        return false;
    }
    other.write(link.toUtf8() + '\n');
    return other.waitForBytesWritten(kPatienceMs) && other.waitForReadyRead(kPatienceMs)
        && other.readAll() == kHeard;
}

void SingleWindow::hear()
{
    while (QLocalSocket *other = m_server.nextPendingConnection()) {
        connect(other, &QLocalSocket::disconnected, other, &QObject::deleteLater);
        connect(other, &QLocalSocket::readyRead, this, [this, other] {
            if (!other->canReadLine()) {
                if (other->bytesAvailable() > kLongest) {
                    other->abort();
                }
                return;
            }
            const QByteArray line = other->readLine(kLongest);
            other->write(kHeard);
            other->disconnectFromServer();
            Q_EMIT asked(QString::fromUtf8(line).trimmed());
        });
    }
}

} // namespace fw::ui
