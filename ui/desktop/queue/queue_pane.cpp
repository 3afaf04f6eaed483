#include "ui/desktop/queue/queue_pane.h"

#include "ui/desktop/queue/queue_delegate.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/labels.h"
#include "ui/desktop/widgets/words.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QScrollBar>
#include <QStackedWidget>

namespace fw::ui {

namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
constexpr auto kTick = 15s;
constexpr std::array kViews
    = {View::Waiting, View::Leaving, View::Failed, View::Snoozed, View::Answered, View::Archived};

int countOf(View view, const QueueCounts &counts)
{
    switch (view) {
    case View::Waiting:
        return counts.waiting;
    case View::Leaving:
        return counts.leaving;
    case View::Failed:
        return counts.failed;
    case View::Answered:
        return counts.answered;
    case View::Snoozed:
        return counts.snoozed;
    case View::Archived:
        return counts.archived;
    }
    Q_UNREACHABLE();
}

/// The store stops counting at kMostCounted.
QString shownCount(int count)
{
    return count < kMostCounted ? QString::number(count) : QueuePane::tr("%1+").arg(kMostCounted);
}
} // namespace

QueuePane::QueuePane(QueueSource source, Theme &theme, const Clock &clock, View view, QWidget *parent)
    : QFrame(parent)
    , m_clock(clock)
    , m_model(new QueueModel(std::move(source), view, this))
{
    setProperty("role", QLatin1String("queue"));
    setAccessibleName(tr("Queue"));
    setFocusPolicy(Qt::ClickFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    makeList(theme, clock);
    column->addWidget(m_stack, 1);
    watchModel();
    m_ticks.setInterval(kTick);
    connect(&m_ticks, &QTimer::timeout, this, &QueuePane::updateTimes);
    m_ticks.start();
    setCounts({});
    m_model->fetchMore({});
}

QWidget *QueuePane::makeHead()
{
    auto *head = new QFrame;
    head->setProperty("role", QLatin1String("header"));
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(14, 10, 14, 8);
    column->setSpacing(7);
    auto *first = new QHBoxLayout;
    m_title = plainLabel({}, "title");
    m_count = plainLabel({}, "count");
    first->addWidget(m_title);
    first->addStretch();
    first->addWidget(m_count);
    column->addLayout(first);

    auto *second = new QHBoxLayout;
    second->setSpacing(5);
    m_chips = new QButtonGroup(this);
    m_chips->setExclusive(true);
    for (const View view : kViews) {
        QPushButton *chip = button({}, "chip");
        chip->setCheckable(true);
        chip->setChecked(view == m_model->view());
        m_chips->addButton(chip, static_cast<int>(view));
        second->addWidget(chip);
    }
    second->addStretch();
    column->addLayout(second);
    connect(m_chips, &QButtonGroup::idClicked, this, [this](int id) { setView(static_cast<View>(id)); });
    return head;
}

void QueuePane::makeList(Theme &theme, const Clock &clock)
{
    m_list = new QListView;
    m_list->setAccessibleName(tr("Conversations"));
    m_list->setModel(m_model);
    m_delegate = new QueueDelegate(theme, clock, m_list);
    m_delegate->setView(m_model->view());
    m_list->setItemDelegate(m_delegate);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->verticalScrollBar()->setSingleStep(32);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMinimumWidth(220);
    m_list->viewport()->installEventFilter(this);
    m_list->installEventFilter(this);
    connect(&theme, &Theme::changed, m_list->viewport(), qOverload<>(&QWidget::update));

    m_empty = plainLabel({}, "empty");
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_empty->setContentsMargins(28, 56, 28, 0);
    m_empty->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);

    m_news = button({}, "news", m_list);
    m_news->setCursor(Qt::PointingHandCursor);
    m_news->setFocusPolicy(Qt::NoFocus);
    m_news->hide();
    connect(m_news, &QPushButton::clicked, this, &QueuePane::showHeld);
}

void QueuePane::watchModel()
{
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        [this](const QItemSelection &selected) {
            if (m_isSelectingQuietly || selected.isEmpty()) {
                return;
            }
            m_wanted = m_model->idAt(selected.indexes().constFirst().row());
            m_model->setPinned(m_wanted);
            Q_EMIT conversationSelected(m_wanted);
        });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &QueuePane::selectWanted);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(m_model, signal, this, &QueuePane::updateEmpty);
    }
    connect(m_model, &QAbstractItemModel::modelReset, this, &QueuePane::updateEmpty);
    connect(m_model, &QueueModel::pageLoaded, this, &QueuePane::updateEmpty);
    connect(m_model, &QueueModel::heldChanged, this, &QueuePane::offerHeld);
}

void QueuePane::setView(View view)
{
    if (view == m_model->view()) {
        return;
    }
    m_delegate->setView(view);
    m_model->setView(view);
    m_chips->button(static_cast<int>(view))->setChecked(true);
    setCounts(m_counts);
    Q_EMIT viewChanged(view);
}

void QueuePane::setCounts(const QueueCounts &counts)
{
    m_counts = counts;
    for (const View view : kViews) {
        QAbstractButton *chip = m_chips->button(static_cast<int>(view));
        const int count = countOf(view, counts);
        const QString name = Words::of(view);
        const bool isCounted = view != View::Answered && view != View::Archived;
        chip->setText(isCounted ? tr("%1 %2").arg(name, shownCount(count)) : name);
        chip->setAccessibleName(chip->text());
        const bool isRare = view == View::Failed || view == View::Snoozed || view == View::Archived;
        chip->setVisible(!isRare || count > 0 || m_model->view() == view);
    }
    updateTitle();
    updateEmpty();
}

void QueuePane::updateTitle()
{
    m_title->setText(Words::of(m_model->view()));
    QString text = shownCount(countOf(m_model->view(), m_counts));
    if (m_model->view() == View::Waiting && m_counts.oldestWaiting) {
        text = tr("%1 · oldest %2").arg(text, Words::waited(m_clock.now() - *m_counts.oldestWaiting));
    }
    m_count->setText(text);
}

void QueuePane::setEmptyHint(const QString &hint)
{
    m_emptyHint = hint;
    updateEmpty();
}

void QueuePane::updateEmpty()
{
    QString text = m_emptyHint;
    if (text.isEmpty()) {
        switch (m_model->view()) {
        case View::Waiting:
            text = tr("Nobody is waiting.\nNew messages appear here by themselves.");
            break;
        case View::Leaving:
            text = tr("No reply is on its way.");
            break;
        case View::Failed:
            text = tr("Every reply arrived.");
            break;
        case View::Answered:
            text = tr("Nobody has been answered yet.");
            break;
        case View::Snoozed:
            text = tr("Nothing is snoozed.");
            break;
        case View::Archived:
            text = tr("Nothing is archived.");
            break;
        }
    }
    m_empty->setText(m_model->isLoading() ? QString() : text);
    const bool hasRows = m_model->rowCount() > 0;
    const bool hadFocus = hasFocus() || m_list->hasFocus();
    m_stack->setCurrentWidget(hasRows ? static_cast<QWidget *>(m_list) : m_empty);
    if (hadFocus) {
        focusList(); // the list and the sentence in its place hand the focus to each other
    }
}

void QueuePane::showSelected(ConversationId id)
{
    m_wanted = id;
    m_model->setPinned(id);
    m_isSelectingQuietly = true;
    m_list->selectionModel()->clear();
    m_isSelectingQuietly = false;
    selectWanted();
}

void QueuePane::selectWanted()
{
    const int row = m_model->rowOf(m_wanted);
    if (m_wanted.isNull() || row < 0 || m_list->selectionModel()->hasSelection()) {
        return;
    }
    m_isSelectingQuietly = true;
    m_list->selectionModel()->setCurrentIndex(m_model->index(row), QItemSelectionModel::ClearAndSelect);
    m_isSelectingQuietly = false;
    m_list->scrollTo(m_model->index(row));
}

void QueuePane::step(int by)
{
    const QModelIndexList selected = m_list->selectionModel()->selectedIndexes();
    const int row = selected.isEmpty() ? 0 : selected.constFirst().row() + by;
    if (row < 0 || row >= m_model->rowCount()) {
        return;
    }
    // The row left behind may go with this step; the one aimed at is found again by its conversation.
    const QPersistentModelIndex target = m_model->index(row);
    m_list->selectionModel()->setCurrentIndex(target, QItemSelectionModel::ClearAndSelect);
    m_list->scrollTo(target);
}

void QueuePane::focusList()
{
    QWidget *target = m_list->isVisibleTo(this) ? static_cast<QWidget *>(m_list) : this;
    target->setFocus(Qt::ShortcutFocusReason);
}

bool QueuePane::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Enter:
    case QEvent::Leave:
        if (watched == m_list->viewport()) {
            m_isPointerInside = event->type() == QEvent::Enter;
            updateHold();
        }
        break;
    case QEvent::FocusIn:
    case QEvent::FocusOut:
        updateHold();
        break;
    case QEvent::Resize:
        if (watched == m_list->viewport()) {
            m_news->move((m_list->width() - m_news->width()) / 2, 8);
        }
        break;
    default:
        break;
    }
    return QFrame::eventFilter(watched, event);
}

void QueuePane::updateHold()
{
    m_model->setHold(m_isPointerInside ? Hold::Pointer : m_list->hasFocus() ? Hold::Focus : Hold::None);
}

void QueuePane::updateTimes()
{
    updateTitle();
    for (int row = m_list->indexAt({1, 1}).row(); row >= 0 && row < m_model->rowCount(); ++row) {
        const QRect area = m_list->visualRect(m_model->index(row));
        if (area.top() > m_list->viewport()->height()) {
            break;
        }
        m_list->viewport()->update(QueueDelegate::timeArea(area, m_list->font()));
    }
}

void QueuePane::offerHeld(int arrivals)
{
    m_news->setText(tr("%n new", nullptr, arrivals));
    m_news->setAccessibleName(m_news->text());
    m_news->adjustSize();
    m_news->move((m_list->width() - m_news->width()) / 2, 8);
    m_news->setVisible(arrivals > 0);
}

} // namespace fw::ui
