#include "ui/desktop/widgets/labels.h"

#include "ui/desktop/theme/paint.h"
#include "ui/desktop/widgets/press_button.h"

#include <QStyle>

namespace fw::ui {

using namespace Qt::StringLiterals;

QLabel *plainLabel(const QString &text, const char *role, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setProperty("role", QLatin1String(role));
    return label;
}

QPushButton *button(const QString &text, const char *role, QWidget *parent)
{
    auto *made = new PressButton(text, parent);
    made->setProperty("role", QLatin1String(role));
    return made;
}

void setRole(QWidget *widget, const char *role)
{
    widget->setProperty("role", QLatin1String(role));
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

ElidedLabel::ElidedLabel(const char *role, QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setProperty("role", QLatin1String(role));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
}

void ElidedLabel::setFullText(const QString &text)
{
    m_full = oneLine(text);
    setAccessibleName(m_full);
    updateGeometry();
    elide();
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(u"MM…"_s) + aroundText(), QLabel::minimumSizeHint().height()};
}

QSize ElidedLabel::sizeHint() const
{
    ensurePolished();
    return {fontMetrics().horizontalAdvance(m_full) + aroundText() + 2, QLabel::sizeHint().height()};
}

/// Margins, and what the style sheet pads.
int ElidedLabel::aroundText() const
{
    // The hint grows with the least width, too.
    const int text = std::max(fontMetrics().horizontalAdvance(this->text()), minimumWidth());
    return std::max(0, QLabel::sizeHint().width() - text);
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    elide();
}

void ElidedLabel::elide()
{
    setText(fontMetrics().elidedText(m_full, Qt::ElideRight, std::max(0, width() - aroundText())));
}

} // namespace fw::ui
