#include "ui/desktop/widgets/meter.h"

#include "ui/desktop/theme/theme.h"

#include <QPainter>

namespace fw::ui {

namespace {
constexpr double kTight = 0.75;
constexpr int kBarHeight = 5;

void prepare(QWidget *widget, Theme &theme)
{
    widget->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    QObject::connect(&theme, &Theme::changed, widget, qOverload<>(&QWidget::update));
}
} // namespace

Meter::Meter(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    prepare(this, theme);
}

void Meter::setUse(int used, int limit)
{
    m_share = limit > 0 ? std::clamp(double(used) / limit, 0.0, 1.0) : 0.0;
    update();
}

void Meter::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QRectF bar(0, (height() - kBarHeight) / 2.0, width(), kBarHeight);
    painter.setBrush(t.track);
    painter.drawRoundedRect(bar, kBarHeight / 2.0, kBarHeight / 2.0);
    if (m_share > 0) {
        bar.setWidth(std::max(double(kBarHeight), bar.width() * m_share));
        painter.setBrush(m_share >= 1.0 ? t.red : m_share >= kTight ? t.amber : t.accent);
        painter.drawRoundedRect(bar, kBarHeight / 2.0, kBarHeight / 2.0);
    }
}

Dot::Dot(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    prepare(this, theme);
}

void Dot::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void Dot::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_tone == Tone::Good ? t.green : m_tone == Tone::Warn ? t.amber : t.red);
    painter.drawEllipse(QRectF(0.5, height() / 2.0 - 3.5, 7, 7));
}

} // namespace fw::ui
