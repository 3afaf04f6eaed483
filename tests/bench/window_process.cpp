#include "tests/bench/window_process.h"

#include "tests/bench/or_exit.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QThread>

#include <unistd.h>

namespace fw::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr int kQuietMs = 1'000;
constexpr double kQuietCpuMs = 10;
constexpr int kPatienceMs = 60'000;

QByteArray contents(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// To the nanosecond where the kernel counts it, else in ticks; see proc(5).
double cpuMsOf(const QString &thread)
{
    if (const QByteArray scheduled = contents(thread + u"/schedstat"_s); !scheduled.isEmpty()) {
        return scheduled.split(' ').first().toDouble() / 1e6;
    }
    const QByteArray stat = contents(thread + u"/stat"_s);
    const QList<QByteArray> words = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    constexpr qsizetype kUser = 11; // behind the name in brackets
    return (words.value(kUser).toDouble() + words.value(kUser + 1).toDouble()) * 1e3
        / double(sysconf(_SC_CLK_TCK));
}

double megabytes(const QByteArray &table, const QByteArray &name)
{
    for (const QByteArray &line : table.split('\n')) {
        if (line.startsWith(name + ':')) {
            return line.mid(name.size() + 1).simplified().split(' ').first().toDouble() / 1024;
        }
    }
    return 0;
}
} // namespace

WindowProcess::WindowProcess(const QString &program, const QStringList &arguments, const QString &home)
{
    m_process.setProcessEnvironment([&home] {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, home);
        environment.insert(u"XDG_CONFIG_HOME"_s, home);
        environment.insert(u"XDG_RUNTIME_DIR"_s, home);
        return environment;
    }());
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.start(program, arguments);
    if (!m_process.waitForStarted()) {
        giveUp(u"%1 does not start: %2"_s.arg(program, m_process.errorString()));
    }
}

WindowProcess::~WindowProcess()
{
    m_process.kill();
    m_process.waitForFinished();
}

Taken WindowProcess::settled()
{
    QElapsedTimer all;
    all.start();
    while (all.elapsed() < kPatienceMs && m_process.state() == QProcess::Running) {
        const Taken before = taken();
        QThread::msleep(kQuietMs);
        m_process.waitForFinished(0); // looks whether it is still there
        if (before.cpuMs > 0 && taken().cpuMs - before.cpuMs < kQuietCpuMs) {
            return before;
        }
    }
    giveUp(u"%1 ended, or does not come to rest"_s.arg(m_process.program()));
}

Taken WindowProcess::taken() const
{
    const QString place = u"/proc/%1/"_s.arg(m_process.processId());
    Taken taken;
    for (const QString &thread : QDir(place + u"task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        taken.cpuMs += cpuMsOf(place + u"task/"_s + thread);
    }
    const QByteArray memory = contents(place + u"smaps_rollup"_s);
    taken.rssMb = megabytes(memory, "Rss");
    taken.pssMb = megabytes(memory, "Pss");
    return taken;
}

} // namespace fw::bench
