#include "tests/acceptance/services.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpSocket>

namespace fw::test {

using namespace Qt::StringLiterals;

ServiceProgram::ServiceProgram(
    const QString &url, const QString &login, const QString &folder, const QStringList &environment)
    : m_process(startCtl({u"serve"_s, u"--database"_s, url, u"--data"_s, folder, u"--lease"_s, u"2"_s,
                             u"--metrics"_s, u"127.0.0.1:0"_s, u"--json"_s},
        environment + QStringList{u"PGUSER="_s + login}))
{
}

ServiceProgram::~ServiceProgram()
{
    if (m_process->state() != QProcess::NotRunning) {
        signal(SIGKILL); // also when it is stopped
        m_process->waitForFinished();
    }
}

void ServiceProgram::read()
{
    m_process->waitForReadyRead(0);
    while (m_process->canReadLine()) {
        const QByteArray line = m_process->readLine();
        m_said += line;
        m_lines.append(QJsonDocument::fromJson(line).object());
    }
}

QJsonObject ServiceProgram::saying(const QString &type)
{
    read();
    for (auto line = m_lines.rbegin(); line != m_lines.rend(); ++line) {
        if (line->value(u"type"_s).toString() == type) {
            return *line;
        }
    }
    return {};
}

qsizetype ServiceProgram::accounts()
{
    const QJsonObject said = saying(u"accounts"_s);
    return said.isEmpty() ? -1 : said.value(u"accounts"_s).toArray().size();
}

QByteArray ServiceProgram::page(const QString &path)
{
    const QUrl url(saying(u"ready"_s).value(u"monitor"_s).toString());
    QTcpSocket socket;
    socket.connectToHost(url.host(), quint16(url.port()));
    if (!socket.waitForConnected(5000)) {
        return {};
    }
    socket.write("GET " + path.toLatin1() + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    QByteArray answer;
    while (socket.waitForReadyRead(15'000)) {
        answer += socket.readAll();
    }
    return answer;
}

void ServiceProgram::signal(int number)
{
    ::kill(pid_t(m_process->processId()), number);
}

Ran ServiceProgram::stop()
{
    read();
    signal(SIGTERM);
    return ended(*m_process, m_said);
}

} // namespace fw::test
