#include "ui/desktop/customer/next_best_part.h"

#include "ui/desktop/customer/customer_words.h"
#include "ui/desktop/theme/paint.h"
#include "ui/desktop/widgets/labels.h"
#include "ui/desktop/widgets/words.h"

#include <QLocale>
#include <QVBoxLayout>

namespace fw::ui {

namespace {
constexpr int kHours = 24;

QString hourText(int hour)
{
    return QLocale().toString(QTime(hour % kHours, 0), QLocale::ShortFormat);
}

QString nameOf(const QString &product, const QString &title)
{
    return oneLine(title.isEmpty() ? product : title);
}
} // namespace

NextBestPart::NextBestPart(const std::optional<NextBest> &best, QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 8, 0, 0);
    m_column->setSpacing(4);
    addLine(tr("Next best"), "heading");
    if (!best) {
        addQuestion();
        return;
    }
    for (const ProductAdvice &product : best->products) {
        add(product);
    }
    if (best->moment) {
        add(*best->moment);
    }
    if (best->network) {
        add(*best->network);
    }
    if (best->products.isEmpty() && !best->moment && !best->network) {
        addLine(tr("Too little is known to suggest anything."), "small");
    }
    for (const WithheldPurpose &withheld : best->withheld) {
        add(withheld);
    }
}

void NextBestPart::addQuestion()
{
    addLine(tr("Who looks at suggestions is written down."), "small");
    QPushButton *ask = button(tr("Show suggestions"), "plain");
    ask->setAccessibleName(ask->text());
    connect(ask, &QPushButton::clicked, this, &NextBestPart::asked);
    m_column->addWidget(ask, 0, Qt::AlignLeft);
}

void NextBestPart::add(const ProductAdvice &product)
{
    const QString name = nameOf(product.product, product.title);
    addLine(product.variant.isEmpty() ? name : tr("%1, %2").arg(name, oneLine(product.variant)), "soft");
    const QString percent = QLocale().toString(product.percent());
    const QString baskets = QLocale().toString(product.baskets);
    addLine(product.bought.isEmpty()
            ? tr("among the most bought: in %1 % of %2 baskets").arg(percent, baskets)
            : tr("bought together in %1 % of %2 baskets with %3")
                  .arg(percent, baskets, nameOf(product.bought, product.boughtTitle)),
        "small");
    addLine(
        tr("%1 in %2").arg(QLocale().toString(product.at.free()), oneLine(product.at.level.place)), "small");
}

void NextBestPart::add(const MomentAdvice &moment)
{
    if (!moment.said.isEmpty()) {
        addLine(tr("When: %1").arg(oneLine(moment.said)), "soft");
        addLine(tr("asked for it"), "small");
        return;
    }
    addLine(tr("When: %1 to %2").arg(hourText(moment.fromHour), hourText(moment.toHour)), "soft");
    addLine(tr("wrote %1 of %2 times then").arg(moment.times).arg(moment.ofTimes), "small");
}

void NextBestPart::add(const NetworkAdvice &network)
{
    addLine(tr("Where: %1").arg(Words::of(network.network)), "soft");
    addLine(network.isSaid
            ? tr("asked for it")
            : tr("wrote there %1 times, %2 of them answered").arg(network.written).arg(network.answered),
        "small");
}

void NextBestPart::add(const WithheldPurpose &withheld)
{
    addLine(tr("%1: %2").arg(CustomerWords::of(withheld.needs),
                CustomerWords::why({.needs = withheld.needs, .withdrawnAt = withheld.withdrawnAt})),
        "small");
}

void NextBestPart::addLine(const QString &text, const char *role)
{
    QLabel *label = plainLabel(text, role);
    label->setWordWrap(true);
    m_column->addWidget(label);
}

} // namespace fw::ui
