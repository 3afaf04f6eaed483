#include "app/dispatch/guard/likeness.h"

#include "app/dispatch/guard/text_pieces.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace fw::guard {

namespace {
using namespace Qt::StringLiterals;

// Shapes of another make are not compared: they are not like anything.
constexpr char kMake = 1;
constexpr qsizetype kFewWords = 4;
constexpr double kRounding = 1e-9; // of the product of a share and a count

using Mark = quint32;

/// FNV-1a: qHash may differ between versions of Qt, and shapes are kept.
Mark markOf(const QString &text)
{
    Mark mark = 2166136261U;
    for (const char byte : text.toUtf8()) {
        mark = (mark ^ static_cast<unsigned char>(byte)) * 16777619U;
    }
    return mark;
}

/// The make, whether it is short, the mark of the whole as it was written, then the marks in order.
struct Header {
    char make = kMake;
    char isShort = 0;
    Mark whole = 0;
};
constexpr qsizetype kHeaderSize = 2 + sizeof(Mark);

Header headerOf(const QByteArray &shape)
{
    Header header{.make = 0};
    if (shape.size() >= kHeaderSize) {
        header = {.make = shape[0], .isShort = shape[1]};
        std::memcpy(&header.whole, shape.constData() + 2, sizeof(Mark));
    }
    return header;
}

Mark markAt(const QByteArray &shape, qsizetype index)
{
    Mark mark = 0;
    std::memcpy(&mark, shape.constData() + kHeaderSize + index * qsizetype(sizeof(Mark)), sizeof(Mark));
    return mark;
}

qsizetype marksIn(const QByteArray &shape)
{
    return (shape.size() - kHeaderSize) / qsizetype(sizeof(Mark));
}

QList<Mark> marksOf(const QStringList &words)
{
    QList<Mark> marks;
    QString before;
    for (const QString &word : words) {
        marks.append(markOf(word));
        marks.append(markOf(before + u' ' + word));
        before = word;
    }
    std::sort(marks.begin(), marks.end());
    return marks;
}
} // namespace

QByteArray shapeOf(const QString &text)
{
    const Pieces pieces = piecesOf(text);
    if (pieces.words.isEmpty()) {
        return {};
    }
    const Mark whole = markOf(pieces.written.join(u' '));
    QByteArray shape;
    shape.append(kMake);
    shape.append(pieces.words.size() <= kFewWords ? '\1' : '\0');
    shape.append(reinterpret_cast<const char *>(&whole), sizeof(whole));
    const QList<Mark> marks = marksOf(pieces.words);
    shape.append(reinterpret_cast<const char *>(marks.constData()), marks.size() * qsizetype(sizeof(Mark)));
    return shape;
}

// Two sorted lists that share at least `needed` of the longer one's marks cannot do so by their last needed - 1 alone; so they share one of those before.
QList<quint32> tellingMarks(const QByteArray &shape, double atLeast)
{
    const Header header = headerOf(shape);
    if (header.make != kMake) {
        return {};
    }
    if (header.isShort != 0) {
        return {header.whole};
    }
    const qsizetype count = marksIn(shape);
    const qsizetype needed
        = std::clamp<qsizetype>(qsizetype(std::ceil(atLeast * double(count) - kRounding)), 1, count);
    QList<quint32> marks;
    for (qsizetype i = 0; i <= count - needed; ++i) {
        const Mark mark = markAt(shape, i);
        if (marks.isEmpty() || marks.last() != mark) {
            marks.append(mark);
        }
    }
    return marks;
}

bool isShort(const QByteArray &shape)
{
    return headerOf(shape).isShort != 0;
}

double likeness(const QByteArray &a, const QByteArray &b)
{
    const Header first = headerOf(a);
    const Header second = headerOf(b);
    if (first.make != kMake || second.make != kMake) {
        return 0;
    }
    if (first.isShort != 0 || second.isShort != 0) {
        return first.whole == second.whole && first.isShort == second.isShort ? 1 : 0;
    }
    const qsizetype inA = marksIn(a);
    const qsizetype inB = marksIn(b);
    qsizetype shared = 0;
    for (qsizetype i = 0, j = 0; i < inA && j < inB;) {
        const Mark left = markAt(a, i);
        const Mark right = markAt(b, j);
        shared += left == right ? 1 : 0;
        i += left <= right ? 1 : 0;
        j += right <= left ? 1 : 0;
    }
    return double(shared) / double(inA + inB - shared);
}

} // namespace fw::guard
