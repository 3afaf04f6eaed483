#include "connectors/oauth/sealed_file.h"

#include <QDataStream>
#include <QIODevice>

#include <sodium.h>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr char kMagic[] = "FWVAULT1";
constexpr qsizetype kMagicSize = 8;
constexpr char kCheckWord[] = "floorwalker vault";
constexpr qsizetype kSaltSize = crypto_pwhash_SALTBYTES;
constexpr qsizetype kHashSize = crypto_generichash_BYTES;
constexpr qsizetype kHeadSize = kMagicSize + 2 * qsizetype(sizeof(quint64)) + kSaltSize;
// A file of somebody else's making must not take all memory or all day.
constexpr quint64 kMostOps = 16;
constexpr quint64 kMostMemory = 1024ULL * 1024 * 1024;

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *bytesOf(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

Failure damaged()
{
    return Failure({.code = ErrorCode::Storage,
        .detail = u"the token vault is damaged; put back a copy of it, or remove it and sign in again"_s});
}

QByteArray hashOf(const QByteArray &bytes)
{
    QByteArray hash(kHashSize, '\0');
    crypto_generichash(bytesOf(hash), size_t(hash.size()), bytesOf(bytes), size_t(bytes.size()), nullptr, 0);
    return hash;
}

Done derive(SealKey &key, const SecretBytes &passphrase)
{
    if (passphrase.isEmpty()) {
        return Failure({.code = ErrorCode::Usage, .detail = u"the token vault needs a passphrase"_s});
    }
    key.key = SecretBytes(crypto_secretbox_KEYBYTES);
    const bool isMade = !key.key.isEmpty()
        && crypto_pwhash(key.key.bytes(), size_t(key.key.size()), passphrase.chars(),
               static_cast<unsigned long long>(passphrase.size()), bytesOf(key.salt), key.ops,
               size_t(key.memory), crypto_pwhash_ALG_ARGON2ID13)
            == 0;
    return isMade
        ? Done()
        : Done(Failure({.code = ErrorCode::Io, .detail = u"not enough memory to open the token vault"_s}));
}

void appendSealed(QDataStream &stream, const unsigned char *plain, qsizetype size, const SecretBytes &key)
{
    QByteArray nonce(crypto_secretbox_NONCEBYTES, '\0');
    randombytes_buf(nonce.data(), size_t(nonce.size()));
    QByteArray box(size + qsizetype(crypto_secretbox_MACBYTES), '\0');
    crypto_secretbox_easy(
        bytesOf(box), plain, static_cast<unsigned long long>(size), bytesOf(nonce), key.bytes());
    stream.writeRawData(nonce.constData(), int(nonce.size()));
    stream << box;
}

struct Sealed {
    QByteArray nonce = {};
    QByteArray box = {};
};

Sealed readSealed(QDataStream &stream)
{
    Sealed sealed{.nonce = QByteArray(crypto_secretbox_NONCEBYTES, '\0')};
    stream.readRawData(sealed.nonce.data(), int(sealed.nonce.size()));
    stream >> sealed.box;
    return sealed;
}

/// Empty: it does not open.
SecretBytes open(const Sealed &sealed, const SecretBytes &key)
{
    if (sealed.box.size() <= qsizetype(crypto_secretbox_MACBYTES)) {
        return {};
    }
    SecretBytes plain(sealed.box.size() - qsizetype(crypto_secretbox_MACBYTES));
    const bool isOpen = !plain.isEmpty()
        && crypto_secretbox_open_easy(plain.bytes(), bytesOf(sealed.box),
               static_cast<unsigned long long>(sealed.box.size()), bytesOf(sealed.nonce), key.bytes())
            == 0;
    return isOpen ? std::move(plain) : SecretBytes();
}

/// What stands in a file that is whole.
struct Parts {
    SealKey key = {}; // without the key itself
    Sealed check = {};
    Sealed content = {};
};

Result<Parts> partsOf(const QByteArray &file)
{
    if (file.size() < kHeadSize + kHashSize || !file.startsWith(kMagic)
        || hashOf(file.chopped(kHashSize)) != file.last(kHashSize)) {
        return damaged();
    }
    const QByteArray body = file.mid(kMagicSize, file.size() - kMagicSize - kHashSize);
    QDataStream stream(body);
    Parts parts;
    parts.key.salt.resize(kSaltSize);
    stream >> parts.key.ops >> parts.key.memory;
    stream.readRawData(parts.key.salt.data(), int(kSaltSize));
    parts.check = readSealed(stream);
    parts.content = readSealed(stream);
    const bool isSound = stream.status() == QDataStream::Ok && stream.atEnd()
        && parts.key.ops >= crypto_pwhash_OPSLIMIT_MIN && parts.key.ops <= kMostOps
        && parts.key.memory >= crypto_pwhash_MEMLIMIT_MIN && parts.key.memory <= kMostMemory;
    return isSound ? Result<Parts>(std::move(parts)) : damaged();
}

Failure wrongPassphrase()
{
    return Failure(
        {.code = ErrorCode::Forbidden, .detail = u"this is not the passphrase of the token vault"_s});
}

SecretBytes plainOf(const SecretMap &secrets)
{
    QByteArray plain;
    qsizetype size = 0;
    for (auto entry = secrets.begin(); entry != secrets.end(); ++entry) {
        size += entry.key().size() * 2 + entry.value().size() + 16;
    }
    plain.reserve(size + 16); // growing would leave copies behind
    QDataStream stream(&plain, QIODevice::WriteOnly);
    stream << secrets;
    return SecretBytes::take(std::move(plain));
}
} // namespace

Result<SealKey> newSealKey(const SecretBytes &passphrase, SealEffort effort)
{
    if (sodium_init() < 0) {
        return Failure({.code = ErrorCode::Io, .detail = u"libsodium cannot be used here"_s});
    }
    const bool isUsual = effort == SealEffort::Usual;
    SealKey key{.salt = QByteArray(kSaltSize, '\0'),
        .ops = isUsual ? crypto_pwhash_OPSLIMIT_MODERATE : crypto_pwhash_OPSLIMIT_MIN,
        .memory = isUsual ? crypto_pwhash_MEMLIMIT_MODERATE : crypto_pwhash_MEMLIMIT_MIN};
    randombytes_buf(key.salt.data(), size_t(key.salt.size()));
    if (const Done derived = derive(key, passphrase); !derived) {
        return Failure(derived.error());
    }
    return key;
}

Result<SealKey> sealKeyOf(const QByteArray &file, const SecretBytes &passphrase)
{
    if (sodium_init() < 0) {
        return Failure({.code = ErrorCode::Io, .detail = u"libsodium cannot be used here"_s});
    }
    auto parts = partsOf(file);
    if (!parts) {
        return Failure(parts.error());
    }
    if (const Done derived = derive(parts->key, passphrase); !derived) {
        return Failure(derived.error());
    }
    if (open(parts->check, parts->key.key).isEmpty()) {
        return wrongPassphrase();
    }
    return std::move(parts->key);
}

QByteArray seal(const SecretMap &secrets, const SealKey &key)
{
    QByteArray file(kMagic, kMagicSize);
    QDataStream stream(&file, QIODevice::Append);
    stream << key.ops << key.memory;
    stream.writeRawData(key.salt.constData(), int(key.salt.size()));
    appendSealed(stream, reinterpret_cast<const unsigned char *>(kCheckWord), sizeof kCheckWord, key.key);
    const SecretBytes plain = plainOf(secrets);
    appendSealed(stream, plain.bytes(), plain.size(), key.key);
    return file + hashOf(file);
}

Result<SecretMap> unseal(const QByteArray &file, const SealKey &key)
{
    const auto parts = partsOf(file);
    if (!parts) {
        return Failure(parts.error());
    }
    if (open(parts->check, key.key).isEmpty()) {
        return wrongPassphrase();
    }
    const SecretBytes plain = open(parts->content, key.key);
    SecretMap secrets;
    QDataStream stream(QByteArray::fromRawData(plain.chars(), plain.size()));
    stream >> secrets;
    return !plain.isEmpty() && stream.status() == QDataStream::Ok ? Result<SecretMap>(secrets) : damaged();
}

} // namespace fw
