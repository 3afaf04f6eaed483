#include "ui/desktop/widgets/banner.h"

#include "ui/desktop/widgets/labels.h"

#include <QHBoxLayout>

namespace fw::ui {

Banner::Banner(Tone tone, QWidget *parent)
    : QFrame(parent)
    , m_text(plainLabel({}, "banner"))
    , m_action(button({}, "banner"))
{
    setProperty("role", QLatin1String(tone == Tone::Warn ? "bannerWarn" : "bannerBad"));
    m_text->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 6, 8, 6);
    row->addWidget(m_text, 1);
    row->addWidget(m_action, 0, Qt::AlignVCenter);
    connect(m_action, &QPushButton::clicked, this, &Banner::pressed);
    hide();
}

void Banner::say(const QString &text, const QString &action)
{
    m_text->setText(text);
    m_action->setText(action);
    m_action->setAccessibleName(action);
    m_action->setVisible(!action.isEmpty());
    setVisible(!text.isEmpty());
}

QString Banner::text() const
{
    return m_text->text();
}

} // namespace fw::ui
