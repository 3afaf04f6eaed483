#include "app/store/password_verifier.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr int kIterations = 4096; // what PostgreSQL 15 uses itself
constexpr qsizetype kShortest = 8;
constexpr qsizetype kLongest = 256;

QByteArray hmac(const QByteArray &key, const QByteArray &text)
{
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256);
}

/// PBKDF2 with HMAC-SHA-256, one block: as long as the hash. Source: RFC 5802, Hi().
QByteArray salted(const QByteArray &password, const QByteArray &salt, int iterations)
{
    QByteArray last = hmac(password, salt + QByteArray::fromHex("00000001"));
    QByteArray sum = last;
    for (int i = 1; i < iterations; ++i) {
        last = hmac(password, last);
        std::transform(sum.begin(), sum.end(), last.begin(), sum.begin(),
            [](char a, char b) { return static_cast<char>(a ^ b); });
    }
    return sum;
}
} // namespace

QString passwordVerifier(const QByteArray &password, const QByteArray &salt, int iterations)
{
    const QByteArray key = salted(password, salt, iterations);
    const QByteArray stored = QCryptographicHash::hash(hmac(key, "Client Key"), QCryptographicHash::Sha256);
    return u"SCRAM-SHA-256$%1:%2$%3:%4"_s.arg(QString::number(iterations),
        QString::fromLatin1(salt.toBase64()), QString::fromLatin1(stored.toBase64()),
        QString::fromLatin1(hmac(key, "Server Key").toBase64()));
}

Result<QString> passwordVerifier(const QByteArray &password)
{
    const bool isPlain = std::all_of(
        password.begin(), password.end(), [](char letter) { return letter >= ' ' && letter <= '~'; });
    if (!isPlain || password.size() < kShortest || password.size() > kLongest) {
        return Failure({.code = ErrorCode::Usage,
            .detail
            = u"a password here is %1 to %2 printable ASCII characters"_s.arg(kShortest).arg(kLongest)});
    }
    std::array<quint32, 4> words = {};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return passwordVerifier(
        password, QByteArray(reinterpret_cast<const char *>(words.data()), sizeof(words)), kIterations);
}

} // namespace fw
