#include "connectors/oauth/pkce.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <array>

namespace fw {

namespace {
constexpr auto kForUrls = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
}

Pkce makePkce()
{
    const QByteArray verifier = randomWord();
    return {.verifier = verifier, .challenge = s256(verifier)};
}

QByteArray s256(const QByteArray &verifier)
{
    return QCryptographicHash::hash(verifier, QCryptographicHash::Sha256).toBase64(kForUrls);
}

QByteArray randomWord()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QByteArray(reinterpret_cast<const char *>(words.data()), qsizetype(sizeof words))
        .toBase64(kForUrls);
}

} // namespace fw
