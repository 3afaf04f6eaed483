#include "ui/desktop/shell/rail.h"

#include "ui/desktop/widgets/words.h"

#include <QAction>
#include <QButtonGroup>
#include <QToolButton>
#include <QVBoxLayout>

namespace fw::ui {

namespace {
constexpr int kWidth = 52;
constexpr QSize kButton(38, 38);
} // namespace

Rail::Rail(QWidget *parent) : QFrame(parent), m_pages(new QButtonGroup(this))
{
    setProperty("role", QLatin1String("rail"));
    setFixedWidth(kWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(7, 10, 7, 10);
    column->setSpacing(6);
    column->addStretch(1);
}

void Rail::addPage(QAction &action, const QString &sign)
{
    auto *page = new QToolButton;
    page->setProperty("role", QLatin1String("page"));
    page->setText(sign);
    page->setFixedSize(kButton);
    page->setCheckable(true);
    page->setAccessibleName(action.text());
    const QString key = action.shortcut().toString(QKeySequence::NativeText);
    page->setToolTip(plainToolTip(tr("%1 (%2)").arg(action.text(), key)));
    const int number = int(m_pages->buttons().size());
    page->setChecked(number == 0);
    m_pages->addButton(page, number);
    connect(page, &QToolButton::clicked, &action, &QAction::trigger);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->count() - 1, page);
}

void Rail::setCurrent(int page)
{
    m_pages->button(page)->setChecked(true);
}

} // namespace fw::ui
