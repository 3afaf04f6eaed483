#include "ui/desktop/supervisor/budget_card.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/budget_words.h"
#include "ui/desktop/widgets/labels.h"
#include "ui/desktop/widgets/meter.h"
#include "ui/desktop/widgets/words.h"

#include <QVBoxLayout>

namespace fw::ui {

struct BudgetCard::Line final : public QWidget {
    explicit Line(Theme &theme)
        : name(plainLabel({}, "soft"))
        , meter(new Meter(theme))
        , outlook(plainLabel({}, "small"))
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(3);
        outlook->setWordWrap(true);
        meter->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        column->addWidget(name);
        column->addWidget(meter);
        column->addWidget(outlook);
    }
    QLabel *name;
    Meter *meter;
    QLabel *outlook;
};

BudgetCard::BudgetCard(Theme &theme, const Clock &clock, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_column(new QVBoxLayout(this))
{
    setProperty("role", QLatin1String("card"));
    m_column->setContentsMargins(14, 12, 14, 12);
    m_column->setSpacing(12);
    m_column->addWidget(plainLabel(tr("Reply budget"), "heading"));
    m_column->addStretch(1);
}

void BudgetCard::makeLines(qsizetype count)
{
    while (m_lines.size() > count) {
        delete m_lines.takeLast();
    }
    while (m_lines.size() < count) {
        m_lines.append(new Line(m_theme));
        m_column->insertWidget(m_column->count() - 1, m_lines.last());
    }
}

void BudgetCard::show(const QList<AccountStatus> &accounts)
{
    makeLines(accounts.size());
    for (qsizetype i = 0; i < accounts.size(); ++i) {
        const AccountStatus &status = accounts.at(i);
        Line &line = *m_lines.at(i);
        const QString account = tr("%1 (%2)").arg(status.account.name, Words::of(status.account.network));
        line.meter->setVisible(!status.windows.isEmpty());
        if (status.windows.isEmpty()) {
            line.name->setText(account);
            line.outlook->setText(tr("No limit is known yet."));
            continue;
        }
        const WindowUse &tightest = status.windows.first();
        line.name->setText(tr("%1 · %2").arg(account, BudgetWords::name(tightest.window)));
        line.meter->setUse(tightest.used, tightest.window.limit);
        line.meter->setAccessibleName(tr("%1: %2").arg(line.name->text(), BudgetWords::used(tightest)));
        line.outlook->setText(
            tr("%1 used. %2")
                .arg(BudgetWords::used(tightest), BudgetWords::outlook(tightest, m_clock.now())));
    }
}

const AccountStatus *firstToRunOut(const QList<AccountStatus> &accounts)
{
    const AccountStatus *first = nullptr;
    for (const AccountStatus &status : accounts) {
        const bool runsOut = !status.windows.isEmpty() && status.windows.first().headroom;
        if (runsOut && (!first || *status.windows.first().headroom < *first->windows.first().headroom)) {
            first = &status;
        }
    }
    return first;
}

} // namespace fw::ui
