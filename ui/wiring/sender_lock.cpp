#include "ui/wiring/sender_lock.h"

#include <QFile>
#include <QThread>

namespace fw::wiring {

using namespace Qt::StringLiterals;

namespace {
// Between making the file and writing into it whose it is there are microseconds.
constexpr auto kWritten = std::chrono::milliseconds(300);

bool namesItsOwner(const QLockFile &file)
{
    qint64 pid = 0;
    QString host;
    QString program;
    return file.getLockInfo(&pid, &host, &program);
}

/// A process killed in those microseconds leaves a file that names nobody, which QLockFile would respect for ever.
bool isLeftWithoutOwner(const QLockFile &file)
{
    if (file.error() != QLockFile::LockFailedError || namesItsOwner(file)) {
        return false;
    }
    QThread::msleep(static_cast<unsigned long>(kWritten.count()));
    return QFile::exists(file.fileName()) && !namesItsOwner(file);
}
} // namespace

SenderLock::SenderLock(const QString &folder) : m_file(folder + u"/sender.lock"_s)
{
    m_file.setStaleLockTime(0); // never by age: a process that was paused is still the sender
}

Done SenderLock::take()
{
    if (m_file.tryLock(0)) {
        return {};
    }
    if (isLeftWithoutOwner(m_file) && QFile::remove(m_file.fileName()) && m_file.tryLock(0)) {
        return {};
    }
    qint64 pid = 0;
    QString host;
    QString program;
    const bool isKnown = m_file.getLockInfo(&pid, &host, &program);
    return Failure({.code = ErrorCode::Busy,
        .detail = isKnown
            ? u"%1 (process %2) sends for this folder already; it takes what is queued here"_s.arg(program)
                  .arg(pid)
            : u"the folder cannot be locked for sending; is it writable?"_s});
}

} // namespace fw::wiring
