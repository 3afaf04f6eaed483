#include "connectors/oauth/account_lock.h"

#include <QPromise>
#include <QTimer>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr milliseconds kPause{100};

/// Tries, waits, tries again. Deletes itself when done.
class Queue final : public QObject
{
public:
    Queue(const QString &file, QObject *owner, milliseconds patience)
        : QObject(owner)
        , m_lock(std::make_shared<QLockFile>(file))
        , m_patience(patience)
    {
        m_lock->setStaleLockTime(0); // never by age: storing may take long
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, &Queue::step);
    }

    QFuture<Result<AccountLock>> start()
    {
        m_promise.start();
        const auto future = m_promise.future();
        step();
        return future;
    }

private:
    void step()
    {
        if (m_lock->tryLock(0)) {
            finish(m_lock);
        } else if (m_lock->error() != QLockFile::LockFailedError) {
            finish(Failure({.code = ErrorCode::Io, .detail = u"the desk's folder cannot be written to"_s}));
        } else if (m_waited >= m_patience) {
            finish(Failure({.code = ErrorCode::Busy,
                .detail = u"another program holds the sign-in of this account for too long"_s}));
        } else {
            m_waited += kPause;
            m_timer.start(kPause);
        }
    }

    void finish(const Result<AccountLock> &result)
    {
        m_promise.addResult(result);
        m_promise.finish();
        m_lock.reset();
        deleteLater();
    }

    AccountLock m_lock;
    const milliseconds m_patience;
    milliseconds m_waited = {};
    QTimer m_timer;
    QPromise<Result<AccountLock>> m_promise;
};
} // namespace

QFuture<Result<AccountLock>> lockAccount(const QString &file, QObject *owner, milliseconds patience)
{
    return (new Queue(file, owner, patience))->start();
}

} // namespace fw
