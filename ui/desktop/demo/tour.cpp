#include "ui/desktop/demo/tour.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/labels.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>

namespace fw::ui {

namespace {
using namespace Qt::StringLiterals;
constexpr int kCardWidth = 340;
constexpr int kFrame = 3;  // width of the line around the part
constexpr int kApart = 16; // from the part to the card; the arrow is there
constexpr int kEdge = 12;  // the card stays so far from the window's edge
constexpr int kArrow = 9;  // half of its base
constexpr int kRound = 8;
constexpr double kVeil = 0.55;
} // namespace

Tour::Tour(QList<TourStep> steps, Theme &theme, QWidget *window)
    : QWidget(window)
    , m_steps(std::move(steps))
    , m_theme(theme)
    , m_before(window->focusWidget())
    , m_card(new QFrame(this))
    , m_place(plainLabel({}, "small"))
    , m_title(plainLabel({}, "title"))
    , m_text(plainLabel({}, "soft"))
    , m_skip(button(tr("Skip"), "plain"))
    , m_back(button(tr("Back"), "plain"))
    , m_next(button({}, "primary"))
{
    Q_ASSERT(!m_steps.isEmpty());
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_DeleteOnClose);
    makeCard();
    connect(m_skip, &QPushButton::clicked, this, &Tour::end);
    connect(m_back, &QPushButton::clicked, this, &Tour::previous);
    connect(m_next, &QPushButton::clicked, this, &Tour::next);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    window->installEventFilter(this);
    setGeometry(window->rect());
    show();
    raise();
    showStep();
}

void Tour::makeCard()
{
    m_card->setProperty("role", QLatin1String("cardFocused"));
    m_card->setFixedWidth(kCardWidth);
    m_text->setWordWrap(true);
    auto *column = new QVBoxLayout(m_card);
    column->setContentsMargins(18, 14, 18, 14);
    column->setSpacing(8);
    column->addWidget(m_place);
    column->addWidget(m_title);
    column->addWidget(m_text);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_skip);
    foot->addStretch(1);
    foot->addWidget(m_back);
    foot->addWidget(m_next);
    m_skip->setToolTip(QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText));
    m_next->setToolTip(QKeySequence(Qt::Key_Return).toString(QKeySequence::NativeText));
    m_back->setToolTip(QKeySequence(Qt::Key_Backspace).toString(QKeySequence::NativeText));
    column->addLayout(foot);
}

void Tour::next()
{
    if (m_at + 1 == m_steps.size()) {
        end();
        return;
    }
    ++m_at;
    showStep();
}

void Tour::previous()
{
    if (m_at > 0) {
        --m_at;
        showStep();
    }
}

void Tour::end()
{
    close();
    if (m_before) {
        m_before->setFocus(Qt::OtherFocusReason);
    }
    Q_EMIT ended();
}

void Tour::showStep()
{
    const TourStep &step = m_steps.at(m_at);
    m_part = step.part ? step.part() : nullptr;
    raise();
    m_place->setText(tr("%1 of %2").arg(m_at + 1).arg(m_steps.size()));
    m_title->setText(step.title);
    m_text->setText(step.text);
    m_back->setVisible(m_at > 0);
    m_skip->setVisible(m_at + 1 < m_steps.size());
    m_next->setText(m_at + 1 < m_steps.size() ? tr("Next") : tr("Begin"));
    setAccessibleName(u"%1. %2"_s.arg(step.title, step.text));
    m_next->setAccessibleDescription(u"%1. %2"_s.arg(step.title, step.text));
    m_next->setFocus(Qt::OtherFocusReason);
    place();
}

QRect Tour::framed() const
{
    if (!m_part || !m_part->isVisible()) {
        return {};
    }
    const QRect part(m_part->mapTo(parentWidget(), QPoint()), m_part->size());
    return part.intersected(rect().adjusted(kFrame, kFrame, -kFrame, -kFrame));
}

/// Beside the part where there is room, else below or above it, else in the middle of it.
void Tour::place()
{
    setGeometry(parentWidget()->rect());
    const QRect part = framed();
    m_card->layout()->invalidate();
    const int height = m_card->layout()->totalHeightForWidth(kCardWidth);
    const QSize card(kCardWidth, height);
    QRect at({}, card);
    const int top = part.top() + std::min(kApart, std::max(0, (part.height() - height) / 2));
    if (part.isNull()) {
        at.moveCenter(rect().center());
    } else if (part.right() + 2 * kApart + card.width() < width()) {
        at.moveTopLeft({part.right() + kApart, top});
    } else if (part.left() - 2 * kApart - card.width() > 0) {
        at.moveTopLeft({part.left() - kApart - card.width(), top});
    } else if (part.bottom() + 2 * kApart + card.height() < this->height()) {
        at.moveTopLeft({part.center().x() - card.width() / 2, part.bottom() + kApart});
    } else if (part.top() - 2 * kApart - card.height() > 0) {
        at.moveTopLeft({part.center().x() - card.width() / 2, part.top() - kApart - card.height()});
    } else {
        at.moveCenter(part.center());
    }
    at.moveLeft(std::clamp(at.left(), kEdge, std::max(kEdge, width() - kEdge - card.width())));
    at.moveTop(std::clamp(at.top(), kEdge, std::max(kEdge, this->height() - kEdge - card.height())));
    m_card->setGeometry(at);
    update();
}

/// From the card to the part, where there is room between them.
QPolygon Tour::arrow() const
{
    const QRect part = framed();
    const QRect card = m_card->geometry();
    if (part.isNull() || part.intersects(card)) {
        return {};
    }
    const int x
        = std::clamp(part.center().x(), card.left() + kRound + kArrow, card.right() - kRound - kArrow);
    const int y
        = std::clamp(part.center().y(), card.top() + kRound + kArrow, card.bottom() - kRound - kArrow);
    if (card.left() > part.right()) {
        return QPolygon({{part.right() + kFrame, y}, {card.left(), y - kArrow}, {card.left(), y + kArrow}});
    }
    if (card.right() < part.left()) {
        return QPolygon({{part.left() - kFrame, y}, {card.right(), y - kArrow}, {card.right(), y + kArrow}});
    }
    return card.top() > part.bottom()
        ? QPolygon({{x, part.bottom() + kFrame}, {x - kArrow, card.top()}, {x + kArrow, card.top()}})
        : QPolygon({{x, part.top() - kFrame}, {x - kArrow, card.bottom()}, {x + kArrow, card.bottom()}});
}

void Tour::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath veil;
    veil.addRect(rect());
    const QRect part = framed();
    if (!part.isNull()) {
        QPainterPath hole;
        hole.addRoundedRect(part, kRound, kRound);
        veil -= hole;
    }
    QColor dark = tokens.isDark ? tokens.canvas : tokens.ink;
    dark.setAlphaF(float(kVeil));
    painter.fillPath(veil, dark);
    if (part.isNull()) {
        return;
    }
    painter.setPen(QPen(tokens.accent, kFrame));
    painter.drawRoundedRect(part, kRound, kRound);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.accent);
    painter.drawPolygon(arrow());
}

bool Tour::event(QEvent *event)
{
    // The window's own keys wait until the tour is over.
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

bool Tour::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize) {
        QMetaObject::invokeMethod(this, &Tour::place, Qt::QueuedConnection); // its parts are laid out by then
    }
    return QWidget::eventFilter(watched, event);
}

/// Tab stays on the card.
bool Tour::focusNextPrevChild(bool isNext)
{
    const std::array all = {m_skip, m_back, m_next};
    QList<QPushButton *> shown;
    std::copy_if(all.begin(), all.end(), std::back_inserter(shown),
        [](const QPushButton *one) { return one->isVisible(); });
    if (shown.isEmpty()) { // it is being closed, and the focus looks for another place
        return false;
    }
    const auto now
        = std::find_if(shown.begin(), shown.end(), [](const QPushButton *one) { return one->hasFocus(); });
    const qsizetype count = shown.size();
    const qsizetype at = now == shown.end() ? -1 : now - shown.begin();
    shown.at((at + (isNext ? 1 : count - 1) + count) % count)
        ->setFocus(isNext ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void Tour::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Right:
        next();
        break;
    case Qt::Key_Backspace:
    case Qt::Key_Left:
        previous();
        break;
    case Qt::Key_Escape:
        end();
        break;
    default:
        break; // nothing behind it is meant
    }
}

void Tour::mousePressEvent(QMouseEvent *event)
{
    event->accept(); // nothing behind it is meant
}

} // namespace fw::ui
