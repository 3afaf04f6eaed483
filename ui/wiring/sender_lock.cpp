#include "ui/wiring/sender_lock.h"

namespace fw::wiring {

using namespace Qt::StringLiterals;

SenderLock::SenderLock(const QString &folder) : m_file(folder + u"/sender.lock"_s)
{
    m_file.setStaleLockTime(0); // never by age: a process that was paused is still the sender
}

Done SenderLock::take()
{
    if (m_file.tryLock(0)) {
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
