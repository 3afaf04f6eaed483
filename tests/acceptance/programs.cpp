#include "tests/acceptance/programs.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
constexpr int kStartPatienceMs = 20'000;
constexpr int kPatienceMs = 240'000;
} // namespace

std::unique_ptr<QProcess> startCtl(const QStringList &arguments, const QStringList &environment)
{
    auto process = std::make_unique<QProcess>();
    if (!environment.isEmpty()) {
        process->setEnvironment(QProcess::systemEnvironment() + environment);
    }
    process->start(QStringLiteral(FW_CTL), arguments);
    process->waitForStarted(kStartPatienceMs);
    return process;
}

Ran ended(QProcess &process, const QByteArray &before)
{
    if (process.state() != QProcess::NotRunning && !process.waitForFinished(kPatienceMs)) {
        process.kill();
        process.waitForFinished();
    }
    const bool isSignal = process.exitStatus() == QProcess::CrashExit;
    Ran ran{.status = isSignal ? 128 + process.exitCode() : process.exitCode(),
        .output = before + process.readAllStandardOutput(),
        .error = process.readAllStandardError()};
    for (const QByteArray &line : ran.output.split('\n')) {
        if (const QJsonDocument document = QJsonDocument::fromJson(line); document.isObject()) {
            ran.lines.append(document.object());
        }
    }
    return ran;
}

Ran runCtl(const QStringList &arguments, const QStringList &environment)
{
    return ended(*startCtl(arguments, environment));
}

SandboxProgram::~SandboxProgram()
{
    if (m_process) {
        m_process->kill();
        m_process->waitForFinished();
    }
}

bool SandboxProgram::start(const QJsonObject &scenario)
{
    QFile file(m_folder.filePath(u"scenario.json"_s));
    if (!file.open(QIODevice::WriteOnly)) {
        return false;
    }
    file.write(QJsonDocument(scenario).toJson());
    file.close();
    m_process = startCtl(
        {u"sandbox"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--scenario"_s, file.fileName(), u"--json"_s});
    while (!m_process->canReadLine()) {
        if (!m_process->waitForReadyRead(kStartPatienceMs)) {
            return false;
        }
    }
    m_url = QJsonDocument::fromJson(m_process->readLine()).object().value(u"url"_s).toString();
    return m_url.startsWith(u"http://127.0.0.1:"_s);
}

QByteArray browse(const QUrl &url)
{
    QNetworkAccessManager network;
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return reply->readAll();
}

} // namespace fw::test
