#include "ui/desktop/customer/freshness_line.h"

#include "ui/desktop/customer/customer_words.h"
#include "ui/desktop/widgets/labels.h"
#include "ui/desktop/widgets/words.h"

#include <QHBoxLayout>

namespace fw::ui {

FreshnessLine::FreshnessLine(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_text(plainLabel({}, "small"))
    , m_again(button(tr("Refresh"), "plain"))
{
    m_text->setWordWrap(true);
    m_again->setAccessibleName(tr("Look the customer up again"));
    connect(m_again, &QPushButton::clicked, this, &FreshnessLine::wanted);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 2, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_again, 0, Qt::AlignTop);
}

void FreshnessLine::show(const Freshness &freshness)
{
    m_text->setText(CustomerWords::of(freshness, m_clock.now()));
    m_text->setToolTip(freshness.failure ? plainToolTip(freshness.failure->detail) : QString());
    setRole(m_text, freshness.failure ? "smallWarn" : "small");
    m_again->setEnabled(!freshness.isUnderWay);
}

} // namespace fw::ui
