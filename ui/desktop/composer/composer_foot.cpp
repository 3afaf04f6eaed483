#include "ui/desktop/composer/composer_foot.h"

#include "ui/desktop/composer/send_later.h"
#include "ui/desktop/widgets/budget_words.h"
#include "ui/desktop/widgets/labels.h"
#include "ui/desktop/widgets/meter.h"
#include "ui/desktop/widgets/words.h"

#include <QHBoxLayout>

namespace fw::ui {

ComposerFoot::ComposerFoot(const Clock &clock, Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_clock(clock)
    , m_reason(plainLabel({}, "small"))
    , m_budgetName(plainLabel({}, "small"))
    , m_budget(new Meter(theme))
    , m_budgetUse(plainLabel({}, "small"))
    , m_later(new SendLater(clock))
    , m_send(button({}, "primary"))
{
    setProperty("role", QLatin1String("cardFoot"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(13, 9, 10, 9);
    row->setSpacing(8);
    row->addWidget(m_reason, 1);
    row->addWidget(m_budgetName);
    row->addWidget(m_budget);
    row->addWidget(m_budgetUse);
    row->addSpacing(4);
    row->addWidget(m_later);
    row->addWidget(m_send);
}

void ComposerFoot::setBudget(Network network, const WindowUse &tightest)
{
    m_budgetName->setText(tr("%1, %2").arg(Words::of(network), tightest.window.name));
    m_budget->setUse(tightest.used, tightest.window.limit);
    m_budgetUse->setText(BudgetWords::used(tightest));
    m_budget->setAccessibleName(
        tr("Reply budget: %1 of %2 used").arg(tightest.used).arg(tightest.window.limit));
    const QString detail = BudgetWords::outlook(tightest, m_clock.now());
    for (QWidget *widget : {static_cast<QWidget *>(m_budgetName), static_cast<QWidget *>(m_budget),
             static_cast<QWidget *>(m_budgetUse)}) {
        widget->setToolTip(plainToolTip(detail));
    }
}

void ComposerFoot::showBudget(bool isShown)
{
    for (QWidget *widget : {static_cast<QWidget *>(m_budgetName), static_cast<QWidget *>(m_budget),
             static_cast<QWidget *>(m_budgetUse)}) {
        widget->setVisible(isShown);
    }
}

void ComposerFoot::say(const QString &text, bool isWrong)
{
    m_reason->setText(text);
    setRole(m_reason, isWrong ? "smallBad" : "small");
}

} // namespace fw::ui
