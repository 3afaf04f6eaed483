#include "app/dispatch/text_parts.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace fw {

namespace {
using namespace Qt::StringLiterals;
using Fits = std::function<bool(const QString &)>;

// A cut between paragraphs or sentences may leave so much of a part empty, in per cent; a cut between words leaves hardly anything.
constexpr qsizetype kSlack = 50;

QString markOf(int part, int parts)
{
    return u" (%1/%2)"_s.arg(part).arg(parts);
}

QList<qsizetype> boundaries(QTextBoundaryFinder::BoundaryType type, const QString &text)
{
    QTextBoundaryFinder finder(type, text);
    QList<qsizetype> found;
    for (qsizetype at = finder.toNextBoundary(); at > 0; at = finder.toNextBoundary()) {
        found.append(at);
    }
    return found;
}

QList<qsizetype> paragraphEnds(const QString &text)
{
    QList<qsizetype> ends;
    for (qsizetype at = text.indexOf(u'\n'); at >= 0; at = text.indexOf(u'\n', at + 1)) {
        ends.append(at + 1);
    }
    return ends;
}

QList<qsizetype> wordEnds(const QString &text)
{
    QList<qsizetype> ends;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text.at(at).isSpace()) {
            ends.append(at + 1);
        }
    }
    return ends;
}

/// The last of `cuts` that is at least `from` and at most `to`; 0 when there is none.
qsizetype lastBetween(const QList<qsizetype> &cuts, qsizetype from, qsizetype to)
{
    const auto after = std::upper_bound(cuts.begin(), cuts.end(), to);
    return after == cuts.begin() || *(after - 1) < from ? 0 : *(after - 1);
}

/// How many UTF-16 units of `text` the next part takes; 0 when not even one character fits.
qsizetype nextCut(const QString &text, const QString &mark, const Fits &fits)
{
    const auto holds = [&](qsizetype size) { return fits(text.first(size).trimmed() + mark); };
    const QList<qsizetype> characters = boundaries(QTextBoundaryFinder::Grapheme, text);
    const auto firstTooLong = std::partition_point(characters.begin(), characters.end(), holds);
    if (firstTooLong == characters.begin()) {
        return 0;
    }
    const qsizetype most = *(firstTooLong - 1);
    const qsizetype enough = most * kSlack / 100;
    for (const qsizetype cut : {lastBetween(paragraphEnds(text), enough, most),
             lastBetween(boundaries(QTextBoundaryFinder::Sentence, text), enough, most),
             lastBetween(wordEnds(text), 1, most)}) {
        if (cut > 0) {
            return cut;
        }
    }
    return most;
}

/// Empty when it takes more than `parts`.
QStringList cutInto(int parts, const QString &text, const Fits &fits)
{
    QStringList done;
    QString rest = text;
    while (!rest.isEmpty() && done.size() < parts) {
        const QString mark = markOf(int(done.size()) + 1, parts);
        const qsizetype cut = fits(rest + mark) ? rest.size() : nextCut(rest, mark, fits);
        if (cut == 0) {
            return {};
        }
        done.append(rest.first(cut).trimmed() + mark);
        rest = rest.sliced(cut).trimmed();
    }
    return rest.isEmpty() && done.size() == parts ? done : QStringList();
}
} // namespace

Result<QStringList> partsOf(const QString &text, const Fits &fits)
{
    const QString whole = text.trimmed();
    if (fits(whole)) {
        return QStringList{whole};
    }
    for (int parts = 2; parts <= kMostParts; ++parts) {
        if (QStringList cut = cutInto(parts, whole, fits); !cut.isEmpty()) {
            return cut;
        }
    }
    return Failure({.code = ErrorCode::Usage,
        .detail = u"the text is too long even for %1 parts; shorten it"_s.arg(kMostParts)});
}

QString withoutPartMark(const QString &text, int part, int parts)
{
    const QString mark = markOf(part, parts);
    return parts > 1 && text.endsWith(mark) ? text.chopped(mark.size()) : text;
}

} // namespace fw
