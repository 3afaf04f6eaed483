#pragma once

#include <QByteArray>
#include <QtEndian>

#include <array>

namespace fw::test {

/// `bytes` as `Content-Encoding: deflate` means them: a zlib stream. qCompress puts 4 bytes of length before one.
inline QByteArray zlibPacked(const QByteArray &bytes)
{
    return qCompress(bytes, 6).mid(4);
}

inline quint32 crc32Of(const QByteArray &bytes)
{
    static const auto table = [] {
        std::array<quint32, 256> made{};
        for (quint32 i = 0; i < made.size(); ++i) {
            made[i] = i;
            for (int bit = 0; bit < 8; ++bit) {
                made[i] = (made[i] >> 1) ^ ((made[i] & 1U) != 0 ? 0xedb88320U : 0U);
            }
        }
        return made;
    }();
    quint32 crc = ~quint32(0);
    for (const char byte : bytes) {
        crc = table[(crc ^ static_cast<unsigned char>(byte)) & 0xffU] ^ (crc >> 8);
    }
    return ~crc;
}

/// `bytes` as a gzip member (RFC 1952): the zlib stream without its own envelope in another one.
inline QByteArray gzipPacked(const QByteArray &bytes)
{
    const QByteArray stream = zlibPacked(bytes);
    QByteArray member = QByteArray::fromHex("1f8b08000000000000ff") + stream.mid(2, stream.size() - 6);
    QByteArray trailer(8, '\0');
    qToLittleEndian(crc32Of(bytes), trailer.data());
    qToLittleEndian(quint32(bytes.size()), trailer.data() + 4);
    return member + trailer;
}

} // namespace fw::test
