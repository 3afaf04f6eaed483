#include "connectors/twitter/text_length.h"

#include "connectors/twitter/urls_in_text.h"

#include <QList>
#include <QTextBoundaryFinder>

namespace fw::twitter {

namespace {
constexpr int kUrlLength = 23;
constexpr char32_t kCombiningKeycap = 0x20E3;
constexpr char32_t kEmojiStyle = 0xFE0F;

struct Range {
    char32_t first;
    char32_t last;
};

// Configuration version 3: characters of weight 100; all others weigh 200.
constexpr Range kLight[] = {{0, 4351}, {8192, 8205}, {8208, 8223}, {8242, 8247}};

// Where emoji are; exact enough to tell an emoji made of several characters from a letter with marks.
constexpr Range kEmoji[] = {{0x00A9, 0x00A9}, {0x00AE, 0x00AE}, {0x203C, 0x203C}, {0x2049, 0x2049},
    {0x2122, 0x2139}, {0x2194, 0x21AA}, {0x231A, 0x23FF}, {0x24C2, 0x24C2}, {0x25AA, 0x27BF},
    {0x2934, 0x2935}, {0x2B05, 0x2B55}, {0x3030, 0x303D}, {0x3297, 0x3299}, {0x1F000, 0x1FAFF}};

template <size_t N>
bool isIn(const Range (&ranges)[N], char32_t character)
{
    for (const Range &range : ranges) {
        if (character >= range.first && character <= range.last) {
            return true;
        }
    }
    return false;
}

/// One user-perceived character.
int lengthOfGrapheme(QStringView grapheme)
{
    const QList<uint> characters = grapheme.toUcs4();
    const bool isSequence = characters.size() > 1;
    const bool isKeycap = isSequence && characters.last() == kCombiningKeycap;
    const bool isEmoji = isIn(kEmoji, characters.first()) && characters.first() > 0xFF;
    const bool isStyled = isSequence && isIn(kEmoji, characters.first()) && characters.at(1) == kEmojiStyle;
    if (isKeycap || isStyled || (isSequence && isEmoji)) {
        return 2;
    }
    int length = 0;
    for (const uint character : characters) {
        length += isIn(kLight, character) ? 1 : 2;
    }
    return length;
}

int lengthOfWords(const QString &text)
{
    int length = 0;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype start = 0;
    for (qsizetype end = finder.toNextBoundary(); end > start; end = finder.toNextBoundary()) {
        length += lengthOfGrapheme(QStringView(text).mid(start, end - start));
        start = end;
    }
    return length;
}
} // namespace

int textLength(const QString &text)
{
    const QString composed = text.normalized(QString::NormalizationForm_C);
    int length = 0;
    qsizetype from = 0;
    for (const TextUrl &url : urlsIn(composed, Domains::AlsoBare)) {
        length += lengthOfWords(composed.mid(from, url.start - from)) + kUrlLength;
        from = url.start + url.length;
    }
    return length + lengthOfWords(composed.mid(from));
}

} // namespace fw::twitter
