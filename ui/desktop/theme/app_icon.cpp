#include "ui/desktop/theme/app_icon.h"

#include "ui/desktop/theme/tokens.h"

#include <QPainter>
#include <QPainterPath>

namespace fw::ui {

namespace {
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
} // namespace

QIcon appIcon()
{
    QIcon icon;
    for (const int side : {16, 24, 32, 48, 64, 128}) {
        icon.addPixmap(drawn(side));
    }
    return icon;
}

} // namespace fw::ui
