#include "ui/desktop/composer/send_later.h"

#include "ui/desktop/widgets/labels.h"
#include "ui/desktop/widgets/words.h"

#include <QDateTimeEdit>
#include <QDialog>
#include <QDialogButtonBox>
#include <QMenu>
#include <QVBoxLayout>

namespace fw::ui {

namespace {
using namespace std::chrono_literals;
const QTime kEvening(18, 0);
const QTime kMorning(9, 0);

Instant instantOf(const QDateTime &at)
{
    return instantFromMs(at.toMSecsSinceEpoch());
}
} // namespace

SendLater::SendLater(const Clock &clock, QWidget *parent)
    : QPushButton(tr("Later…"), parent)
    , m_clock(clock)
    , m_times(new QMenu(this))
{
    setProperty("role", QLatin1String("plain"));
    setToolTip(tr("Send at another time (Ctrl+Shift+Enter)"));
    setAccessibleName(tr("Send later"));
    setMenu(m_times);
    connect(m_times, &QMenu::aboutToShow, this, &SendLater::fill);
}

void SendLater::choose()
{
    if (isEnabled() && isVisible()) {
        showMenu();
    }
}

/// Times are counted from when the menu opens.
void SendLater::fill()
{
    m_times->clear();
    const Instant now = m_clock.now();
    const QDateTime here = localTime(now);
    const auto add = [&](const QString &text, Instant at) {
        m_times->addAction(text, this, [this, at] { Q_EMIT chosen(at); });
    };
    add(tr("In one hour, %1").arg(Words::clockTime(now + 1h, now)), now + 1h);
    if (here.time() < kEvening) {
        add(tr("This evening, %1").arg(kEvening.toString(QStringLiteral("HH:mm"))),
            instantOf(QDateTime(here.date(), kEvening)));
    }
    const QDateTime tomorrow(here.date().addDays(1), kMorning);
    add(tr("Tomorrow morning, %1").arg(Words::clockTime(instantOf(tomorrow), now)), instantOf(tomorrow));
    m_times->addSeparator();
    m_times->addAction(tr("Choose a time…"), this, &SendLater::askForTime);
}

void SendLater::askForTime()
{
    auto *dialog = new QDialog(this);
    dialog->setWindowTitle(tr("Send later"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const QDateTime here = localTime(m_clock.now());
    auto *at = new QDateTimeEdit(here.addSecs(3600));
    at->setMinimumDateTime(here.addSecs(60));
    at->setCalendarPopup(true);
    at->setDisplayFormat(QLocale().dateTimeFormat(QLocale::ShortFormat));
    at->setAccessibleName(tr("When the reply leaves"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *send = button(tr("Send then"), "primary");
    send->setDefault(true);
    buttons->addButton(send, QDialogButtonBox::AcceptRole);
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(
        plainLabel(tr("The reply waits in the outbox until then and can be taken back."), "soft"));
    column->addWidget(at);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(dialog, &QDialog::accepted, this, [this, at] { Q_EMIT chosen(instantOf(at->dateTime())); });
    dialog->open();
    at->setFocus();
}

} // namespace fw::ui
