#include "ui/desktop/widgets/key_button.h"

#include "ui/desktop/widgets/labels.h"

#include <QHBoxLayout>

namespace fw::ui {

KeyButton::KeyButton(const QString &text, const QString &key, QWidget *parent)
    : PressButton({}, parent)
    , m_label(plainLabel({}, "buttonText"))
{
    setLabel(text);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 8, 4);
    row->setSpacing(7);
    for (QLabel *label : {m_label, plainLabel(key, "key")}) {
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
        row->addWidget(label);
    }
}

void KeyButton::setLabel(const QString &text)
{
    m_label->setText(text);
    setAccessibleName(text);
}

QSize KeyButton::sizeHint() const
{
    return layout()->sizeHint();
}

} // namespace fw::ui
