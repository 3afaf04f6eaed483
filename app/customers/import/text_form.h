#pragma once

#include "app/core/error.h"

#include <QByteArray>
#include <QStringDecoder>

namespace fw {

enum class Encoding { Utf8, Utf16Le, Utf16Be, Latin1, Windows1252 };

/// How a file for import is written.
struct TextForm {
    Encoding encoding = Encoding::Utf8;
    bool isJsonLines = false;
    char delimiter = ','; // of CSV
    bool operator==(const TextForm &) const = default;
};

[[nodiscard]] QString toString(Encoding encoding); // "UTF-8", "UTF-16LE", "Latin-1", "Windows-1252"
[[nodiscard]] std::optional<Encoding> encodingFromString(const QString &name);

/// What a file that begins with `head` seems to be: by its byte order mark, the zeros of UTF-16, whether it is UTF-8, and the bytes only Windows-1252 has;
/// JSON Lines when it begins with a {; else CSV with the delimiter (, ; tab |) its first line has most of outside quotes. Pure.
[[nodiscard]] TextForm formOf(const QByteArray &head);

/// Turns a file's bytes into UTF-8, piece by piece, without its byte order mark. UTF-8 is passed on as it is.
class Transcoder final
{
public:
    explicit Transcoder(Encoding encoding);
    [[nodiscard]] QByteArray take(const QByteArray &piece);

private:
    Encoding m_encoding;
    std::optional<QStringDecoder> m_decoder;
    bool m_isAtStart = true;
};

} // namespace fw
