#include "ui/desktop/shell/account_sheet.h"

#include "ui/desktop/theme/paint.h"
#include "ui/desktop/widgets/budget_words.h"
#include "ui/desktop/widgets/labels.h"
#include "ui/desktop/widgets/meter.h"
#include "ui/desktop/widgets/words.h"

#include <QGridLayout>
#include <QLocale>
#include <QScrollArea>

namespace fw::ui {

namespace {
constexpr QSize kSize(620, 560);
constexpr int kWeek = 7;

/// "200,000 followers", and how that changed over the last week as far as it is known.
QString audienceOf(const QList<AudienceCount> &audience)
{
    const QLocale locale;
    const AudienceCount &newest = audience.first();
    const AudienceCount &before = audience.at(std::min<qsizetype>(kWeek, audience.size() - 1));
    const qint64 change = newest.count - before.count;
    const QString count = AccountSheet::tr("%1 followers").arg(locale.toString(newest.count));
    if (audience.size() < 2 || change == 0) {
        return count;
    }
    return AccountSheet::tr("%1, %2 since %3")
        .arg(count, (change > 0 ? QStringLiteral("+") : QString()) + locale.toString(change),
            locale.toString(QDate::fromString(before.day, Qt::ISODate), QLocale::ShortFormat));
}

qint64 totalOf(const QList<Charge> &charges)
{
    qint64 total = 0;
    for (const Charge &charge : charges) {
        total += charge.microUsd;
    }
    return total;
}

void addRow(QGridLayout *grid, int row, const QString &what, bool isOn, const QString &why)
{
    grid->addWidget(plainLabel(what, "soft"), row, 0, Qt::AlignTop);
    QLabel *state
        = plainLabel(isOn ? AccountSheet::tr("yes") : AccountSheet::tr("no"), isOn ? "pillAccent" : "pill");
    state->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    grid->addWidget(state, row, 1, Qt::AlignTop | Qt::AlignLeft);
    QLabel *reason = plainLabel(why, "small");
    reason->setWordWrap(true);
    grid->addWidget(reason, row, 2, Qt::AlignTop);
}
} // namespace

AccountSheet::AccountSheet(AccountsWatch &watch, const Clock &clock, Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_watch(watch)
    , m_clock(clock)
    , m_theme(theme)
    , m_accounts(new QVBoxLayout)
{
    setWindowTitle(tr("What the accounts can do"));
    resize(kSize);
    auto *inside = new QWidget;
    inside->setProperty("role", QLatin1String("canvas"));
    m_accounts->setContentsMargins(24, 20, 24, 12);
    m_accounts->setSpacing(18);
    inside->setLayout(m_accounts);
    auto *scroll = new QScrollArea;
    scroll->setAccessibleName(windowTitle());
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inside);
    scroll->setFocus(); // arrows and page keys read on at once
    QPushButton *close = button(tr("Close"), "plain");
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(24, 10, 24, 16);
    foot->addStretch(1);
    foot->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    column->addLayout(foot);
    connect(&watch, &AccountsWatch::changed, this, &AccountSheet::show);
    show();
}

void AccountSheet::show()
{
    if (m_watch.accounts() == m_shown && m_accounts->count() > 0) {
        return; // what is being read does not flicker
    }
    m_shown = m_watch.accounts();
    while (QLayoutItem *old = m_accounts->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    for (const AccountStatus &status : std::as_const(m_shown)) {
        m_accounts->addWidget(makeAccount(status));
    }
    if (m_shown.isEmpty()) {
        m_accounts->addWidget(plainLabel(tr("No account yet."), "empty"));
    }
    m_accounts->addStretch(1);
}

QWidget *AccountSheet::makeAccount(const AccountStatus &status) const
{
    const Account &account = status.account;
    auto *card = new QFrame;
    card->setProperty("role", QLatin1String("card"));
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(16, 12, 16, 14);
    column->setSpacing(8);
    QString title = Words::of(account.network) + u' ' + oneLine(account.name);
    if (!account.handle.isEmpty()) {
        title += QStringLiteral(" · @") + oneLine(account.handle);
    }
    column->addWidget(plainLabel(title, "title"));
    for (const QString &fact : factsOf(status)) {
        QLabel *line = plainLabel(fact, "soft");
        line->setWordWrap(true);
        column->addWidget(line);
    }
    if (!status.windows.isEmpty()) {
        column->addWidget(makeBudget(status.windows));
    }
    if (account.capabilities.isEmpty()) {
        column->addWidget(plainLabel(
            tr("It has not told yet what it can do; that comes with the first reading."), "faint"));
    } else {
        column->addWidget(makeTable(capabilitiesFromJson(account.capabilities), account.network));
    }
    return card;
}

QStringList AccountSheet::factsOf(const AccountStatus &status) const
{
    QStringList facts;
    if (status.account.isPaused()) {
        facts << tr("Sending is paused. %1. %2")
                     .arg(Words::reason(status.account.pausedReason),
                         Words::remedy(status.account.pausedReason));
    }
    if (status.account.network == Network::Pinterest) {
        const Capabilities can = capabilitiesFromJson(status.account.capabilities);
        facts << (can.can(Feature::ReadComments)
                ? tr("A partner's contract is set up: comments are read and answered here.")
                : tr("Pinterest's public interface shows no comments. Signals tell that something was said; "
                     "it is answered on Pinterest."));
    }
    const auto complete = completeUpTo(status.streams);
    facts << (complete ? tr("Complete up to %1.").arg(Words::clockTime(*complete, m_clock.now()))
                       : tr("Not read completely yet."));
    for (const Gap &gap : status.gaps) {
        if (!gap.refilledAt) {
            facts << tr("A gap in “%1” since %2: %3. It is filled as soon as the network answers.")
                         .arg(gap.stream, Words::clockTime(gap.foundAt, m_clock.now()),
                             Words::reason(gap.reason));
        }
    }
    if (!status.audience.isEmpty()) {
        facts << audienceOf(status.audience);
    }
    if (const qint64 total = totalOf(status.charges); total > 0) {
        facts << tr("Cost today by the price list, at most: %1").arg(Words::dollars(total));
    }
    return facts;
}

/// The same figures as `floorwalkerctl budget`.
QWidget *AccountSheet::makeBudget(const QList<WindowUse> &windows) const
{
    auto *table = new QWidget;
    auto *grid = new QGridLayout(table);
    grid->setContentsMargins(0, 4, 0, 4);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(5);
    grid->setColumnStretch(3, 1);
    int row = 0;
    for (const WindowUse &use : windows) {
        auto *meter = new Meter(m_theme);
        meter->setUse(use.used, use.window.limit);
        const QString name = BudgetWords::name(use.window);
        meter->setAccessibleName(tr("%1: %2").arg(name, BudgetWords::used(use)));
        QLabel *outlook = plainLabel(BudgetWords::outlook(use, m_clock.now()), "small");
        outlook->setWordWrap(true);
        grid->addWidget(plainLabel(name, "soft"), row, 0);
        grid->addWidget(meter, row, 1);
        grid->addWidget(plainLabel(BudgetWords::used(use), "small"), row, 2, Qt::AlignRight);
        grid->addWidget(outlook, row, 3);
        ++row;
    }
    return table;
}

QWidget *AccountSheet::makeTable(const Capabilities &can, Network network) const
{
    auto *table = new QWidget;
    auto *grid = new QGridLayout(table);
    grid->setContentsMargins(0, 4, 0, 0);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(5);
    grid->setColumnStretch(2, 1);
    int row = 0;
    for (const Feature feature : kFeatures) {
        const bool isOn = can.can(feature);
        addRow(grid, row++, Words::of(feature), isOn,
            isOn ? QString() : Words::whyLacking(network, can.whyNot(feature)));
    }
    return table;
}

} // namespace fw::ui
