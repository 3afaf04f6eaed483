#include "connectors/sandbox/twitter/text_length.h"

#include <QRegularExpression>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace fw::sandbox::twitter {

using namespace Qt::StringLiterals;

namespace {
constexpr int kLinkLength = 23;

bool isLight(char32_t code)
{
    return code <= 0x10FF || (code >= 0x2000 && code <= 0x200D) || (code >= 0x2010 && code <= 0x201F)
        || (code >= 0x2032 && code <= 0x2037);
}

int clusterLength(const QString &cluster)
{
    const QList<uint> codes = cluster.toUcs4();
    const bool isEmoji = std::any_of(
        codes.cbegin(), codes.cend(), [](uint code) { return code >= 0x1F000 || code == 0xFE0F; });
    if (isEmoji) {
        return 2;
    }
    int length = 0;
    for (const uint code : codes) {
        length += isLight(code) ? 1 : 2;
    }
    return length;
}
} // namespace

int textLength(const QString &text)
{
    static const QRegularExpression link(u"https?://[^\\s]+"_s);
    QString rest = text.normalized(QString::NormalizationForm_C);
    const auto links = static_cast<int>(rest.count(link));
    rest.remove(link);
    int length = links * kLinkLength;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, rest);
    qsizetype start = 0;
    while (finder.toNextBoundary() != -1) {
        length += clusterLength(rest.mid(start, finder.position() - start));
        start = finder.position();
    }
    return length;
}

} // namespace fw::sandbox::twitter
