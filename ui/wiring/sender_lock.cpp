#include "ui/wiring/sender_lock.h"

#include "app/core/log.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QThread>

namespace fw::wiring {

using namespace Qt::StringLiterals;

namespace {
// Between making the file and writing into it whose it is there are microseconds.
constexpr auto kWritten = std::chrono::milliseconds(300);

constexpr std::chrono::seconds kRenewEvery{5};

QString standInPath(const QString &lock)
{
    return lock + u".stand-in"_s;
}

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

SenderLock::SenderLock(const QString &folder)
    : m_file(folder + u"/sender.lock"_s)
    , m_standIn(standInPath(m_file.fileName()))
{
    // Never by age: the file of a living process is not ours to remove. Who stands in for it has a lock of its own.
    m_file.setStaleLockTime(0);
    m_standIn.setStaleLockTime(0);
    m_renewal.setInterval(kRenewEvery);
    QObject::connect(&m_renewal, &QTimer::timeout, &m_renewal, [this] { renew(); });
}

void SenderLock::renew()
{
    if (!m_file.isLocked() && m_file.tryLock(0)) { // whom we stood in for is gone
        m_standIn.unlock();
    }
    QFile file(m_file.fileName());
    if (file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly)) {
        file.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
    }
    m_renewal.start();
}

bool SenderLock::standIn()
{
    const QDateTime renewed = QFileInfo(m_file.fileName()).lastModified();
    const bool isAsleep = renewed.isValid()
        && renewed.msecsTo(QDateTime::currentDateTimeUtc()) > milliseconds(kLease).count();
    if (!isAsleep || !m_standIn.tryLock(0)) {
        return false;
    }
    log::warn(log::Area::Dispatch, "the sender of this folder stands still; sending in its stead", {});
    return true;
}

bool SenderLock::isAlone() const
{
    QLockFile other(standInPath(m_file.fileName()));
    other.setStaleLockTime(0);
    return m_file.isLocked() && other.tryLock(0);
}

Done SenderLock::take()
{
    const bool isTaken = m_file.tryLock(0)
        || (isLeftWithoutOwner(m_file) && QFile::remove(m_file.fileName()) && m_file.tryLock(0)) || standIn();
    if (isTaken) {
        renew();
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
