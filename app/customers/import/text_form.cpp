#include "app/customers/import/text_form.h"

#include <algorithm>
#include <array>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
struct EncodingName {
    Encoding encoding;
    const char *name;
};
constexpr std::array kEncodings = {EncodingName{Encoding::Utf8, "UTF-8"},
    EncodingName{Encoding::Utf16Le, "UTF-16LE"}, EncodingName{Encoding::Utf16Be, "UTF-16BE"},
    EncodingName{Encoding::Latin1, "Latin-1"}, EncodingName{Encoding::Windows1252, "Windows-1252"}};

// Source: WHATWG Encoding Standard, index windows-1252; the five bytes it does not define stand for themselves.
constexpr std::array<char16_t, 32> kWindows1252 = {0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020,
    0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D,
    0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178};

bool isOfWindows(char c)
{
    return uchar(c) >= 0x80 && uchar(c) <= 0x9F;
}

/// A piece may end inside a character.
bool isUtf8(const QByteArray &head)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Default);
    const QString text = decoder(head);
    Q_UNUSED(text)
    return !decoder.hasError();
}

/// Of a text without mark: the zero halves of Latin letters tell.
std::optional<Encoding> utf16Of(const QByteArray &head)
{
    qsizetype even = 0;
    qsizetype odd = 0;
    for (qsizetype i = 0; i < head.size(); ++i) {
        if (head[i] == '\0') {
            ++(i % 2 == 0 ? even : odd);
        }
    }
    const qsizetype many = head.size() / 5;
    if ((even > many) == (odd > many)) { // zeros on both sides are no text at all
        return std::nullopt;
    }
    return odd > even ? Encoding::Utf16Le : Encoding::Utf16Be;
}

Encoding encodingOf(const QByteArray &head)
{
    if (head.startsWith("\xFF\xFE")) {
        return Encoding::Utf16Le;
    }
    if (head.startsWith("\xFE\xFF")) {
        return Encoding::Utf16Be;
    }
    if (head.startsWith("\xEF\xBB\xBF")) {
        return Encoding::Utf8;
    }
    if (const auto wide = utf16Of(head.left(4096))) {
        return *wide;
    }
    if (isUtf8(head)) {
        return Encoding::Utf8;
    }
    return std::any_of(head.begin(), head.end(), &isOfWindows) ? Encoding::Windows1252 : Encoding::Latin1;
}

char delimiterOf(const QByteArray &line)
{
    constexpr std::array kDelimiters = {',', ';', '\t', '|'};
    std::array<int, kDelimiters.size()> counts = {};
    bool isQuoted = false;
    for (const char c : line) {
        isQuoted = c == '"' ? !isQuoted : isQuoted;
        const auto *found = std::find(kDelimiters.begin(), kDelimiters.end(), c);
        if (!isQuoted && found != kDelimiters.end()) {
            ++counts.at(size_t(found - kDelimiters.begin()));
        }
    }
    return kDelimiters.at(size_t(std::max_element(counts.begin(), counts.end()) - counts.begin()));
}

QString fromWindows1252(const QByteArray &piece)
{
    QString text = QString::fromLatin1(piece);
    for (qsizetype i = 0; i < piece.size(); ++i) {
        if (isOfWindows(piece[i])) {
            text[i] = kWindows1252.at(uchar(piece[i]) - size_t(0x80));
        }
    }
    return text;
}
} // namespace

QString toString(Encoding encoding)
{
    const auto *found = std::find_if(kEncodings.begin(), kEncodings.end(),
        [encoding](const EncodingName &name) { return name.encoding == encoding; });
    return QString::fromLatin1(found->name);
}

std::optional<Encoding> encodingFromString(const QString &name)
{
    const auto *found
        = std::find_if(kEncodings.begin(), kEncodings.end(), [&name](const EncodingName &known) {
              return name.compare(QLatin1StringView(known.name), Qt::CaseInsensitive) == 0;
          });
    return found == kEncodings.end() ? std::nullopt : std::optional(found->encoding);
}

TextForm formOf(const QByteArray &head)
{
    TextForm form{.encoding = encodingOf(head)};
    const QByteArray text = Transcoder(form.encoding).take(head);
    const QByteArray begin = text.left(1024).trimmed();
    form.isJsonLines = begin.startsWith('{');
    const qsizetype end = text.indexOf('\n');
    form.delimiter = delimiterOf(end < 0 ? text : text.left(end));
    return form;
}

Transcoder::Transcoder(Encoding encoding) : m_encoding(encoding)
{
    if (encoding == Encoding::Utf16Le || encoding == Encoding::Utf16Be) {
        m_decoder.emplace(encoding == Encoding::Utf16Le ? QStringDecoder::Utf16LE : QStringDecoder::Utf16BE);
    }
}

QByteArray Transcoder::take(const QByteArray &piece)
{
    const bool isFirst = std::exchange(m_isAtStart, false);
    switch (m_encoding) {
    case Encoding::Utf8:
        return isFirst && piece.startsWith("\xEF\xBB\xBF") ? piece.mid(3) : piece;
    case Encoding::Latin1:
        return QString::fromLatin1(piece).toUtf8();
    case Encoding::Windows1252:
        return fromWindows1252(piece).toUtf8();
    case Encoding::Utf16Le:
    case Encoding::Utf16Be:
        break;
    }
    const QString text = (*m_decoder)(piece);
    return text.toUtf8();
}

} // namespace fw
