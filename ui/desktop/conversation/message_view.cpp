#include "ui/desktop/conversation/message_view.h"

#include "ui/desktop/conversation/message_delegate.h"
#include "ui/desktop/widgets/words.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QMenu>
#include <QScrollBar>
#include <QToolTip>

namespace fw::ui {

namespace {
constexpr int kNearTop = 300;
constexpr int kNearBottom = 6;
} // namespace

MessageView::MessageView(MessageModel &model, MessageDelegate &delegate, QWidget *parent)
    : QListView(parent)
    , m_model(model)
    , m_delegate(delegate)
{
    setAccessibleName(tr("Messages"));
    setModel(&model);
    setItemDelegate(&delegate);
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(
        Qt::ScrollBarAlwaysOn); // a bar that comes and goes would change every line's width
    verticalScrollBar()->setSingleStep(32);
    setResizeMode(QListView::Adjust);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &MessageView::scrolled);
    // Always there for the width's sake, but not seen while there is nothing to scroll.
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this,
        [bar = verticalScrollBar()](int least, int most) { bar->setEnabled(most > least); });
    connect(&model, &QAbstractItemModel::modelReset, this, &MessageView::scrollToNewest);
}

void MessageView::scrollToNewest()
{
    m_isAtNewest = true;
    m_anchor = QPersistentModelIndex();
    scrollToBottom();
}

void MessageView::showFound(const QModelIndex &line)
{
    m_delegate.setFound(line);
    if (line.isValid()) {
        scrollTo(line, QAbstractItemView::PositionAtCenter);
    }
    viewport()->update();
}

void MessageView::doItemsLayout()
{
    m_isLayingOut = true;
    QListView::doItemsLayout();
    updateGeometries(); // the scroll range of the new layout, now
    QScrollBar *bar = verticalScrollBar();
    if (m_isAtNewest) {
        bar->setValue(bar->maximum());
    } else if (m_anchor.isValid()) {
        bar->setValue(bar->value() + visualRect(m_anchor).top() - m_anchorTop);
    }
    m_isLayingOut = false;
    askForOlder();
}

void MessageView::scrolled()
{
    if (m_isLayingOut) {
        return;
    }
    const QScrollBar *bar = verticalScrollBar();
    m_isAtNewest = bar->value() >= bar->maximum() - kNearBottom;
    m_anchor = indexAt({viewport()->width() / 2, 1});
    m_anchorTop = visualRect(m_anchor).top();
    askForOlder();
}

void MessageView::askForOlder()
{
    if (m_model.rowCount() > 0 && m_model.canLoadOlder() && verticalScrollBar()->value() < kNearTop) {
        m_model.loadOlder();
    }
}

std::optional<TextLink> MessageView::linkAt(const QPoint &position) const
{
    const QModelIndex index = indexAt(position);
    return index.isValid() ? m_delegate.linkAt(index, visualRect(index), position, font()) : std::nullopt;
}

LineAction MessageView::actionAt(const QPoint &position) const
{
    const QModelIndex index = indexAt(position);
    return index.isValid() ? m_delegate.actionAt(index, visualRect(index), position, font())
                           : LineAction::None;
}

void MessageView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    const bool isForHand = actionAt(position) != LineAction::None || linkAt(position);
    viewport()->setCursor(isForHand ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QListView::mouseMoveEvent(event);
}

void MessageView::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const LineAction action = actionAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton) {
        return;
    }
    if (action != LineAction::None) {
        Q_EMIT actionChosen(action, indexAt(event->position().toPoint()).row());
    } else if (const auto link = linkAt(event->position().toPoint())) {
        Q_EMIT linkChosen(link->target);
    }
}

bool MessageView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const auto link = linkAt(help->pos())) {
            QToolTip::showText(help->globalPos(), plainToolTip(targetOf(*link)), viewport());
            return true;
        }
    }
    return QListView::viewportEvent(event);
}

/// The way to them for the keyboard, too.
void MessageView::addLinks(QMenu &menu, const QString &text)
{
    constexpr qsizetype kMost = 5;
    for (const TextLink &link : linksIn(text).mid(0, kMost)) {
        const QString host = QString::fromLatin1(QUrl::toAce(link.target.host()));
        QAction *open = menu.addAction(
            tr("Open %1").arg(host), this, [this, target = link.target] { Q_EMIT linkChosen(target); });
        open->setToolTip(plainToolTip(targetOf(link)));
    }
}

void MessageView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPersistentModelIndex index = isByKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid()) {
        return;
    }
    const Line line = m_model.lineAt(index.row());
    QMenu menu(this);
    menu.setToolTipsVisible(true);
    menu.addAction(
        tr("Copy text"), this, [body = line.body()] { QGuiApplication::clipboard()->setText(body); });
    addLinks(menu, line.body());
    const QList<std::pair<LineAction, QString>> actions = m_delegate.wordsOf(line).actions
        + (m_menu ? m_menu(line) : QList<std::pair<LineAction, QString>>());
    for (const auto &entry : actions) {
        menu.addAction(entry.second, this, [this, index, action = entry.first] {
            if (index.isValid()) {
                Q_EMIT actionChosen(action, index.row());
            }
        });
    }
    menu.exec(isByKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

} // namespace fw::ui
