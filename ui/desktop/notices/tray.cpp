#include "ui/desktop/notices/tray.h"

#include "ui/desktop/notices/notice_watch.h"
#include "ui/desktop/theme/app_icon.h"
#include "ui/desktop/widgets/words.h"

#include <QApplication>
#include <QMenu>

namespace fw::ui {

namespace {
using namespace std::chrono_literals;
const QTime kMorning(8, 0);
} // namespace

Tray::Tray(NoticeWatch &watch, const Clock &clock, QWidget &window)
    : QObject(&window)
    , m_watch(watch)
    , m_clock(clock)
    , m_window(window)
    , m_menu(std::make_unique<QMenu>())
{
    connect(m_menu.get(), &QMenu::aboutToShow, this, &Tray::fillMenu);
    connect(&m_watch, &NoticeWatch::noticed, this, &Tray::say);
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, [this] {
        Q_EMIT opened();
        if (!m_last.isNull()) {
            Q_EMIT conversationChosen(m_last);
        }
    });
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger) {
            Q_EMIT opened();
        }
    });
    fillMenu();
    m_icon.setContextMenu(m_menu.get());
    setWaiting(0);
    if (QSystemTrayIcon::isSystemTrayAvailable()) {
        m_icon.show();
    }
}

Tray::~Tray() = default;

void Tray::setWaiting(int count)
{
    if (count != m_waiting) {
        m_waiting = count;
        m_icon.setIcon(appIcon(count));
        m_icon.setToolTip(tr("Floorwalker: %n wait", nullptr, count));
    }
}

/// A desktop may take a message for mark-up (Desktop Notifications Specification, "Markup"), so what a customer wrote keeps no angle brackets (I9).
void Tray::say(const QString &title, const QString &words, ConversationId conversation)
{
    const auto plain = [](QString text) {
        return text.replace(QLatin1Char('<'), QChar(0x2039)).replace(QLatin1Char('>'), QChar(0x203A));
    };
    m_last = conversation;
    if (m_icon.isVisible() && QSystemTrayIcon::supportsMessages()) {
        m_icon.showMessage(plain(title), plain(words), appIcon());
    }
    QApplication::alert(&m_window);
}

void Tray::fillMenu()
{
    m_menu->clear();
    m_menu->addAction(tr("Show the desk"), this, &Tray::opened);
    m_menu->addSeparator();
    const Instant now = m_clock.now();
    const auto quiet = [this](Instant until) {
        NoticeRules rules = m_watch.rules();
        rules.quietUntil = until;
        m_watch.setRules(rules);
    };
    if (m_watch.rules().isQuiet(now)) {
        const QString until = Words::clockTime(m_watch.rules().quietUntil, now);
        m_menu->addAction(tr("Notices again (quiet until %1)").arg(until), this, [quiet] { quiet({}); });
    } else {
        const QDateTime tomorrow(localTime(now).date().addDays(1), kMorning);
        const Instant morning = instantFromMs(tomorrow.toMSecsSinceEpoch());
        m_menu->addAction(tr("Do not disturb for an hour"), this, [quiet, now] { quiet(now + 1h); });
        m_menu->addAction(tr("Do not disturb until tomorrow"), this, [quiet, morning] { quiet(morning); });
    }
    m_menu->addAction(tr("Notices…"), this, &Tray::rulesAsked);
    m_menu->addSeparator();
    m_menu->addAction(tr("Quit"), &m_window, &QWidget::close);
}

} // namespace fw::ui
