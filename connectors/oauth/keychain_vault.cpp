#include "connectors/oauth/keychain_vault.h"

#include "app/core/async.h"

#include <QPromise>
#include <QTimer>

#include <memory>
#include <qt6keychain/keychain.h>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
Error errorOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return {.code = ErrorCode::NotFound, .detail = u"the keychain holds nothing of this account"_s};
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return {.code = ErrorCode::Forbidden, .detail = u"the keychain refused: %1"_s.arg(job.errorString())};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError:
        return {.code = ErrorCode::Offline, .detail = u"no keychain here: %1"_s.arg(job.errorString())};
    default:
        return {.code = ErrorCode::Io, .detail = u"the keychain failed: %1"_s.arg(job.errorString())};
    }
}

/// Runs `job` and answers with what `take` makes of it. The answer comes once: of the job, or of its time running out.
template <typename T, typename Take>
QFuture<Result<T>> run(QKeychain::Job *job, const QString &name, milliseconds patience, Take take)
{
    // Shared by the two lambdas of which only one gets to finish it.
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    const QFuture<Result<T>> future = promise->future();
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(name);
    const auto finish = [promise](const Result<T> &result) {
        if (!promise->future().isFinished()) {
            promise->addResult(result);
            promise->finish();
        }
    };
    QObject::connect(job, &QKeychain::Job::finished, job, [finish, take, job](QKeychain::Job *) {
        finish(job->error() == QKeychain::NoError ? take() : Result<T>(Failure(errorOf(*job))));
    });
    QTimer::singleShot(patience, job, [finish] {
        finish(Failure({.code = ErrorCode::Timeout, .detail = u"the keychain does not answer"_s}));
    });
    job->start();
    return future;
}
} // namespace

KeychainVault::KeychainVault(const QString &service, milliseconds patience)
    : m_service(service)
    , m_patience(patience)
{
}

QFuture<Result<TokenVault::State>> KeychainVault::state()
{
    return read(u"is anybody there"_s).then([](const Result<QByteArray> &answer) -> Result<State> {
        if (answer || answer.error().code == ErrorCode::NotFound) {
            return State::Ready;
        }
        return Failure(answer.error());
    });
}

Done KeychainVault::unlock(SecretBytes)
{
    return Failure({.code = ErrorCode::Usage, .detail = u"the keychain asks for its passphrase itself"_s});
}

QFuture<Result<QByteArray>> KeychainVault::read(const QString &name)
{
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    return run<QByteArray>(job, name, m_patience, [job] { return Result<QByteArray>(job->binaryData()); });
}

QFuture<Done> KeychainVault::write(const QString &name, const QByteArray &secret)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setBinaryData(secret);
    return run<void>(job, name, m_patience, [] { return Done(); });
}

QFuture<Done> KeychainVault::remove(const QString &name)
{
    auto *job = new QKeychain::DeletePasswordJob(m_service);
    return run<void>(job, name, m_patience, [] { return Done(); }).then([](const Done &done) {
        return !done && done.error().code == ErrorCode::NotFound ? Done() : done;
    });
}

} // namespace fw
