#include "ui/desktop/theme/app_icon.h"

#include "ui/desktop/theme/tokens.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace fw::ui {

namespace {
constexpr int kMostShown = 99;

QPixmap drawn(int side)
{
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(side / 128.0, side / 128.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(lightTokens().primary.ground);
    painter.drawRoundedRect(QRectF(8, 8, 112, 112), 26, 26);
    QPainterPath letters;
    letters.addPolygon(QPolygonF(QList<QPointF>{{32, 90}, {32, 38}, {58, 38}}));
    letters.addPolygon(QPolygonF(QList<QPointF>{{32, 63}, {54, 63}}));
    letters.addPolygon(QPolygonF(QList<QPointF>{{62, 60}, {71, 90}, {81, 64}, {91, 90}, {100, 60}}));
    painter.setPen(QPen(lightTokens().primary.ink, 10, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(letters);
    return pixmap;
}

/// Across the lower half, as large as it can be read at 16 pixels.
void addCount(QPixmap &pixmap, int count)
{
    const QString text = count > kMostShown ? QStringLiteral("%1+").arg(kMostShown) : QString::number(count);
    const QRectF place(0, pixmap.height() * 0.42, pixmap.width(), pixmap.height() * 0.58);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(lightTokens().red);
    painter.drawRoundedRect(place, place.height() / 3, place.height() / 3);
    QFont font = painter.font();
    font.setBold(true);
    font.setPixelSize(std::max(1, int(place.height() * (text.size() > 2 ? 0.62 : 0.86))));
    painter.setFont(font);
    painter.setPen(lightTokens().surface);
    painter.drawText(place, Qt::AlignCenter, text);
}
} // namespace

QIcon appIcon()
{
    return appIcon(0);
}

QIcon appIcon(int count)
{
    QIcon icon;
    for (const int side : {16, 24, 32, 48, 64, 128}) {
        QPixmap pixmap = drawn(side);
        if (count > 0) {
            addCount(pixmap, count);
        }
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace fw::ui
