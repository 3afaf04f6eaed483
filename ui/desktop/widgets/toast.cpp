#include "ui/desktop/widgets/toast.h"

#include "ui/desktop/widgets/labels.h"

#include <QEvent>
#include <QHBoxLayout>

namespace fw::ui {

namespace {
using namespace std::chrono_literals;
constexpr auto kShown = 8s;
constexpr int kAboveFloor = 12;
constexpr int kBeside = 16;
} // namespace

Toast::Toast(const QWidget &floor, QWidget *parent)
    : QFrame(parent)
    , m_floor(floor)
    , m_text(plainLabel({}, "toast"))
    , m_action(button({}, "toast"))
{
    setProperty("role", QLatin1String("toast"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 8, 12, 8);
    row->addWidget(m_text);
    row->addWidget(m_action);
    m_timer.setSingleShot(true);
    m_timer.setInterval(kShown);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(m_action, &QPushButton::clicked, this, &Toast::press);
    parent->installEventFilter(this);
    hide();
}

void Toast::say(const QString &text, const QString &action)
{
    m_text->setText(text);
    m_action->setText(action);
    m_action->setAccessibleName(action);
    m_action->setVisible(!action.isEmpty());
    place();
    show();
    raise();
    m_timer.start();
}

bool Toast::offersAction() const
{
    return m_timer.isActive() && !m_action->text().isEmpty();
}

QString Toast::text() const
{
    return m_text->text();
}

void Toast::press()
{
    m_timer.stop();
    hide();
    Q_EMIT actionPressed();
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    return QFrame::eventFilter(watched, event);
}

void Toast::place()
{
    const QWidget *around = parentWidget();
    m_text->setWordWrap(false);
    adjustSize();
    if (const int room = around->width() - 2 * kBeside; width() > room) {
        m_text->setWordWrap(true);
        resize(room, layout()->heightForWidth(room));
    }
    // Before anything is open the floor is not laid out; then the parent's own bottom is it.
    const int bottom = m_floor.isVisible() ? m_floor.mapTo(around, QPoint()).y() : around->height();
    move((around->width() - width()) / 2, bottom - height() - kAboveFloor);
}

} // namespace fw::ui
