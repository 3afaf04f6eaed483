#include "connectors/oauth/file_vault.h"

#include "app/core/async.h"

#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>

#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kMaxFile = 16 * 1024 * 1024;
constexpr int kLockPatienceMs = 10'000;

Failure io(const QString &detail)
{
    return Failure({.code = ErrorCode::Io, .detail = detail});
}

Result<QByteArray> bytesOf(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        return io(u"cannot read the token vault %1: %2"_s.arg(name, file.errorString()));
    }
    return file.read(kMaxFile);
}

/// A rename is on disk only when its folder is.
void syncFolder(const QString &file)
{
    const QByteArray folder = QFile::encodeName(QFileInfo(file).absolutePath());
    const int descriptor = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) {
        ::fsync(descriptor);
        ::close(descriptor);
    }
}

Done replace(const QString &name, const QByteArray &bytes)
{
    QSaveFile file(name);
    const bool isWritten = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.write(bytes) == bytes.size()
        && file.commit(); // which waits for the disk
    if (!isWritten) {
        return io(u"cannot write the token vault %1: %2"_s.arg(name, file.errorString()));
    }
    syncFolder(name);
    return {};
}

void wipeAll(SecretMap &secrets)
{
    for (QByteArray &secret : secrets) {
        wipe(secret);
    }
}

const Error &locked()
{
    static const Error error{.code = ErrorCode::Locked,
        .detail = u"the token vault is locked; give its passphrase (--passphrase-file FILE)"_s};
    return error;
}
} // namespace

FileVault::FileVault(const QString &file, SealEffort effort) : m_file(file), m_effort(effort) { }

bool FileVault::exists() const
{
    return QFile::exists(m_file);
}

QFuture<Result<TokenVault::State>> FileVault::state()
{
    const State state = m_key ? State::Ready : exists() ? State::Locked : State::New;
    return ready(Result<State>(state));
}

Done FileVault::unlock(SecretBytes passphrase)
{
    if (exists()) {
        auto key = bytesOf(m_file).and_then(
            [&passphrase](const QByteArray &bytes) { return sealKeyOf(bytes, passphrase); });
        if (!key) {
            return Failure(key.error());
        }
        m_key = *std::move(key);
        return {};
    }
    auto key = newSealKey(passphrase, m_effort);
    if (!key) {
        return Failure(key.error());
    }
    const Done made = replace(m_file, seal({}, *key));
    if (made) {
        m_key = *std::move(key);
    }
    return made;
}

Result<SecretMap> FileVault::readAll() const
{
    if (!m_key) {
        return Failure(locked());
    }
    return bytesOf(m_file).and_then([this](const QByteArray &bytes) { return unseal(bytes, *m_key); });
}

Done FileVault::change(const Change &change)
{
    QLockFile lock(m_file + u".lock"_s);
    if (!lock.tryLock(kLockPatienceMs)) {
        return Failure({.code = ErrorCode::Busy, .detail = u"another program holds the token vault"_s});
    }
    auto secrets = readAll();
    if (!secrets) {
        return Failure(secrets.error());
    }
    change(*secrets);
    const QByteArray sealed = seal(*secrets, *m_key);
    wipeAll(*secrets);
    return replace(m_file, sealed);
}

QFuture<Result<QByteArray>> FileVault::read(const QString &name)
{
    auto secrets = readAll();
    if (!secrets) {
        return ready(Result<QByteArray>(Failure(secrets.error())));
    }
    if (!secrets->contains(name)) {
        wipeAll(*secrets);
        return ready(Result<QByteArray>(Failure(
            {.code = ErrorCode::NotFound, .detail = u"the token vault holds nothing of this account"_s})));
    }
    const QByteArray secret = secrets->take(name);
    wipeAll(*secrets);
    return ready(Result<QByteArray>(secret));
}

QFuture<Done> FileVault::write(const QString &name, const QByteArray &secret)
{
    return ready(change(
        [&](SecretMap &secrets) { secrets.insert(name, QByteArray(secret.constData(), secret.size())); }));
}

QFuture<Done> FileVault::remove(const QString &name)
{
    return ready(change([&](SecretMap &secrets) { secrets.remove(name); }));
}

} // namespace fw
