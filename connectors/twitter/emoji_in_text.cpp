#include "connectors/twitter/emoji_in_text.h"

#include "connectors/twitter/text_characters.h"

#include <QList>

#include <unicode/uchar.h>

namespace fw::twitter {

namespace {
constexpr char32_t kEmojiStyle = 0xFE0F;
constexpr char32_t kJoiner = 0x200D;
constexpr char32_t kKeycap = 0x20E3;
constexpr qsizetype kMostCharacters = 16; // the longest recommended sequence has ten

struct Character {
    char32_t code = 0;
    qsizetype end = 0; // index after it
};

bool is(char32_t code, UProperty property)
{
    return u_hasBinaryProperty(UChar32(code), property);
}

bool continuesEmoji(char32_t code)
{
    constexpr CharRange kTags[] = {{0xE0020, 0xE007F}};
    return code == kEmojiStyle || code == kJoiner || code == kKeycap || is(code, UCHAR_EMOJI_MODIFIER)
        || is(code, UCHAR_REGIONAL_INDICATOR) || isIn(kTags, code);
}

/// What may be an emoji from `at` on, by its parts alone.
QList<Character> partsFrom(QStringView text, qsizetype at)
{
    QList<Character> parts;
    while (at < text.size() && parts.size() < kMostCharacters) {
        const QChar unit = text.at(at);
        const bool isPair
            = unit.isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate();
        const char32_t code = isPair ? QChar::surrogateToUcs4(unit, text.at(at + 1)) : unit.unicode();
        const bool isFirst = parts.isEmpty();
        const bool isJoined = !isFirst && parts.constLast().code == kJoiner;
        if (isFirst || isJoined ? !is(code, UCHAR_EMOJI) : !continuesEmoji(code)) {
            break;
        }
        at += isPair ? 2 : 1;
        parts.append({.code = code, .end = at});
    }
    return parts;
}

/// The first `count` parts as Unicode lists them: with every mark of style that belongs there, and no other.
QString listed(const QList<Character> &parts, qsizetype count)
{
    QList<char32_t> bare;
    for (const Character &part : parts.first(count)) {
        if (part.code != kEmojiStyle) {
            bare.append(part.code);
        }
    }
    QString text;
    for (qsizetype i = 0; i < bare.size(); ++i) {
        const char32_t code = bare.at(i);
        text += QString::fromUcs4(&code, 1);
        const bool isToned = i + 1 < bare.size() && is(bare.at(i + 1), UCHAR_EMOJI_MODIFIER);
        if (is(code, UCHAR_EMOJI) && !is(code, UCHAR_EMOJI_PRESENTATION) && !isToned) {
            text += QChar(char16_t(kEmojiStyle));
        }
    }
    return text;
}
} // namespace

qsizetype emojiAt(QStringView text, qsizetype at)
{
    const QList<Character> parts = partsFrom(text, at);
    for (qsizetype count = parts.size(); count > 1; --count) {
        const QString candidate = listed(parts, count);
        if (u_stringHasBinaryProperty(
                QStringView(candidate).utf16(), int32_t(candidate.size()), UCHAR_RGI_EMOJI)) {
            return parts.at(count - 1).end - at;
        }
    }
    return 0;
}

} // namespace fw::twitter
