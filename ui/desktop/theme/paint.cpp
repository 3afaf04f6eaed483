#include "ui/desktop/theme/paint.h"

#include <QFontInfo>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

namespace fw::ui {

namespace {
using namespace Qt::StringLiterals;

struct Mark {
    QColor ground = {};
    QString letter = {};
};

Mark markOf(Network network)
{
    switch (network) {
    case Network::Twitter:
        return {QColor::fromRgb(0x1D9BF0), u"t"_s};
    case Network::Facebook:
        return {QColor::fromRgb(0x1877F2), u"f"_s};
    case Network::Pinterest:
        return {QColor::fromRgb(0xE60023), u"p"_s};
    }
    Q_UNREACHABLE();
}

QFont resized(const QFont &base, int delta, QFont::Weight weight = QFont::Normal)
{
    QFont font = base;
    font.setPixelSize(std::max(9, QFontInfo(base).pixelSize() + delta));
    font.setWeight(weight);
    return font;
}

QString firstLetter(const QString &word)
{
    // A character outside the basic plane is two code units; half of one is not a letter.
    return word.at(0).isHighSurrogate() ? word.left(2) : word.left(1).toUpper();
}
} // namespace

Fonts::Fonts(const QFont &base) : body(base), strong(base), small(base), smallStrong(base), pill(base)
{
    // A widget's font may be given in points; every size here is derived from pixels.
    body.setPixelSize(QFontInfo(base).pixelSize());
    strong = resized(body, 0, QFont::DemiBold);
    small = resized(body, -2);
    smallStrong = resized(body, -2, QFont::DemiBold);
    pill = resized(body, -2, QFont::Medium);
}

QString initialsOf(const QString &name, const QString &handle)
{
    QString initials;
    const QStringList words = oneLine(name).split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const bool isWord
            = word.at(0).isLetterOrNumber() || (word.at(0).isHighSurrogate() && word.size() > 1);
        if (isWord && initials.size() < 4) {
            initials += firstLetter(word);
        }
        if (initials.size() >= 2) {
            break;
        }
    }
    if (initials.isEmpty() && !handle.isEmpty()) {
        initials = firstLetter(handle);
    }
    return initials.isEmpty() ? u"?"_s : initials;
}

QColor avatarColourOf(const Identity &identity)
{
    const QList<QColor> &colours = avatarColours();
    const QString key = identity.handle.isEmpty() ? identity.remoteId + identity.name : identity.handle;
    return colours.at(static_cast<qsizetype>(qHash(key, 0) % static_cast<size_t>(colours.size())));
}

void drawAvatar(QPainter &painter, const QRect &circle, const Identity &identity, const QColor &around)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(avatarColourOf(identity));
    painter.drawEllipse(circle);
    QFont font = painter.font();
    font.setPixelSize(circle.height() * 2 / 5);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(
        circle, Qt::AlignCenter | Qt::TextSingleLine, initialsOf(identity.name, identity.handle));

    const Mark mark = markOf(identity.network);
    const int side = std::max(12, circle.height() * 3 / 8);
    const QRect square(circle.right() + 3 - side, circle.bottom() + 3 - side, side, side);
    painter.setPen(Qt::NoPen);
    painter.setBrush(around);
    painter.drawRoundedRect(square.adjusted(-2, -2, 2, 2), 4, 4);
    painter.setBrush(mark.ground);
    painter.drawRoundedRect(square, 3, 3);
    font.setPixelSize(side * 3 / 4);
    font.setWeight(QFont::Bold);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(square.adjusted(0, -1, 0, 0), Qt::AlignCenter | Qt::TextSingleLine, mark.letter);
    painter.restore();
}

int pillHeight(const QFont &font)
{
    return QFontMetrics(font).height() + 6;
}

int drawPill(QPainter &painter, const QPoint &topLeft, int rightEdge, const QString &text, const Tint &tint,
    const QFont &font)
{
    const QFontMetrics metrics(font);
    const int width = metrics.horizontalAdvance(text) + 18;
    if (topLeft.x() + width > rightEdge) {
        return 0;
    }
    const QRect area(topLeft, QSize(width, pillHeight(font)));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tint.ground);
    painter.drawRoundedRect(area, area.height() / 2.0, area.height() / 2.0);
    painter.setPen(tint.ink);
    painter.setFont(font);
    painter.drawText(area, Qt::AlignCenter | Qt::TextSingleLine, text);
    painter.restore();
    return width;
}

QString oneLine(const QString &text)
{
    QString line = text;
    for (QChar &c : line) {
        if (c.isSpace() || c.category() == QChar::Other_Control) {
            c = u' ';
        }
    }
    return line.simplified();
}

void drawLines(QPainter &painter, const QRect &area, const QString &text, const QFont &font, int maxLines)
{
    const QString line = oneLine(text.left(600)); // two lines never hold more; a very long text costs nothing
    QTextLayout layout(line, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setAlignment(Qt::AlignLeading);
    layout.setTextOption(option);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    layout.beginLayout();
    for (int i = 0; i < maxLines; ++i) {
        QTextLine textLine = layout.createLine();
        if (!textLine.isValid()) {
            break;
        }
        textLine.setLineWidth(area.width());
        const QRect row(
            area.left(), area.top() + i * metrics.lineSpacing(), area.width(), metrics.lineSpacing());
        const bool isLast = i == maxLines - 1;
        const QString part
            = isLast ? line.mid(textLine.textStart()) : line.mid(textLine.textStart(), textLine.textLength());
        const QString shown = metrics.elidedText(part.trimmed(), Qt::ElideRight, area.width());
        painter.drawText(row, Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    }
    layout.endLayout();
}

} // namespace fw::ui
