#include "connectors/twitter/text_length.h"

#include "connectors/twitter/emoji_in_text.h"
#include "connectors/twitter/text_characters.h"
#include "connectors/twitter/urls_in_text.h"

#include <QList>

#include <algorithm>

namespace fw::twitter {

namespace {
// Configuration version 3, in hundredths of a character.
constexpr int kScale = 100;
constexpr int kUrlWeight = 23 * kScale;
constexpr int kHeavy = 200;
constexpr int kLight = 100;
constexpr CharRange kLightRanges[] = {{0, 4351}, {8192, 8205}, {8208, 8223}, {8242, 8247}};

/// A piece that is counted as a whole.
struct Piece {
    qsizetype length = 1; // UTF-16 units
    int weight = kHeavy;
    bool isForbidden = false;
};

Piece pieceAt(QStringView text, qsizetype at)
{
    if (const qsizetype length = emojiAt(text, at)) {
        return {.length = length};
    }
    const QChar unit = text.at(at);
    const bool isPair = unit.isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate();
    if (isPair) {
        return {.length = 2};
    }
    return {.weight = isIn(kLightRanges, unit.unicode()) ? kLight : kHeavy,
        .isForbidden = isForbidden(unit.unicode())};
}
} // namespace

TextCount countText(const QString &text)
{
    const QString composed = text.normalized(QString::NormalizationForm_C);
    if (composed.trimmed().isEmpty()) {
        return {};
    }
    const QList<TextUrl> urls = urlsIn(composed, Domains::AlsoBare);
    auto url = urls.constBegin();
    int weight = 0;
    qsizetype fitting = 0;
    bool isClean = true;
    for (qsizetype at = 0; at < composed.size();) {
        const bool isUrl = url != urls.constEnd() && url->start == at;
        const Piece piece
            = isUrl ? Piece{.length = url->length, .weight = kUrlWeight} : pieceAt(composed, at);
        url += isUrl ? 1 : 0;
        at += piece.length;
        weight += piece.weight;
        isClean = isClean && !piece.isForbidden;
        if (isClean && weight <= kTextLimit * kScale) {
            fitting = at;
        }
    }
    const int length = weight / kScale;
    return {.length = length,
        .permillage = int(qint64(length) * 1000 / kTextLimit),
        .isValid = isClean && length <= kTextLimit,
        .fitting = std::max<qsizetype>(0, fitting + text.size() - composed.size())};
}

int textLength(const QString &text)
{
    return countText(text).length;
}

} // namespace fw::twitter
