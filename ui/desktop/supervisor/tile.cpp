#include "ui/desktop/supervisor/tile.h"

#include "ui/desktop/widgets/labels.h"

#include <QKeyEvent>
#include <QStyleOption>
#include <QStylePainter>
#include <QVBoxLayout>

namespace fw::ui {

namespace {
const char *roleOf(Tile::Tone tone)
{
    switch (tone) {
    case Tile::Tone::Calm:
        return "tile";
    case Tile::Tone::Warn:
        return "tileWarn";
    case Tile::Tone::Bad:
        return "tileBad";
    }
    Q_UNREACHABLE();
}
} // namespace

Tile::Tile(const QString &name, QWidget *parent)
    : QAbstractButton(parent)
    , m_name(plainLabel(name, "heading"))
    , m_value(plainLabel({}, "figure"))
    , m_note(plainLabel({}, "small"))
{
    setProperty("role", QLatin1String("tile"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum); // all of a row are as high as the highest
    setCursor(Qt::PointingHandCursor);
    setText(name);
    m_note->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(4);
    for (QLabel *label : {m_name, m_value, m_note}) {
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
        column->addWidget(label);
    }
    column->addStretch(1);
}

void Tile::show(const QString &value, const QString &note, Tone tone)
{
    m_value->setText(value);
    m_note->setText(note);
    setAccessibleName(tr("%1: %2. %3").arg(text(), value, note));
    setRole(this, roleOf(tone));
    setRole(m_value, tone == Tone::Calm ? "figure" : tone == Tone::Warn ? "figureWarn" : "figureBad");
}

void Tile::setLarge(bool isLarge)
{
    setProperty("large", isLarge);
    for (QLabel *label : {m_name, m_value, m_note}) {
        setRole(label, label->property("role").toByteArray().constData());
    }
    updateGeometry();
}

QSize Tile::sizeHint() const
{
    return layout()->sizeHint().expandedTo({120, 92});
}

void Tile::paintEvent(QPaintEvent *)
{
    QStyleOption option;
    option.initFrom(this);
    QStylePainter(this).drawPrimitive(QStyle::PE_Widget, option);
}

void Tile::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

} // namespace fw::ui
