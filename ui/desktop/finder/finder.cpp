#include "ui/desktop/finder/finder.h"

#include "ui/desktop/finder/finder_delegate.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/labels.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QTimeZone>
#include <QVBoxLayout>

namespace fw::ui {

namespace {
using namespace std::chrono_literals;
constexpr QSize kSize(640, 460);
constexpr int kBelowTop = 52;
constexpr auto kPause = 120ms;
constexpr int kShortest = 2; // letters worth looking for
} // namespace

Finder::Finder(
    QList<QAction *> commands, MessageSearch search, Theme &theme, const Clock &clock, QWidget *parent)
    : QDialog(parent)
    , m_search(std::move(search))
    , m_model(new FinderModel(std::move(commands), this))
    , m_text(new QLineEdit)
    , m_list(new QListView)
    , m_hint(plainLabel({}, "small"))
{
    setWindowTitle(tr("Find"));
    resize(kSize.boundedTo(parent->size() - QSize(40, 2 * kBelowTop)));
    m_text->setPlaceholderText(tr("Commands, words, from:name, tag:late, is:waiting, before:2026-11-22"));
    m_text->setAccessibleName(tr("What to find"));
    m_text->setClearButtonEnabled(true);
    m_text->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new FinderDelegate(theme, clock, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("Found"));
    m_list->setFocusPolicy(Qt::NoFocus); // the arrows move it from the line above
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_hint->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 10);
    column->setSpacing(8);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(12, 0, 12, 0);
    line->addWidget(m_text);
    column->addLayout(line);
    column->addWidget(m_list, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(16, 0, 16, 0);
    foot->addWidget(m_hint);
    column->addLayout(foot);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &Finder::look);
    connect(m_text, &QLineEdit::textEdited, this, &Finder::typed);
    connect(m_list, &QListView::clicked, this, &Finder::openRow);
    updateHint({});
    choose(0, 1);
}

void Finder::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    const QWidget *owner = parentWidget();
    QDialog::move(owner->mapToGlobal(QPoint((owner->width() - width()) / 2, kBelowTop)));
    m_text->setFocus();
}

void Finder::typed()
{
    m_model->setTyped(m_text->text().trimmed());
    choose(0, 1);
    m_pause.start();
}

void Finder::look()
{
    if (m_isLooking) {
        m_isStale = true;
        return;
    }
    const QString text = m_text->text().trimmed();
    if (text.size() < kShortest) {
        show(QList<Message>{});
        return;
    }
    // Whoever still types means words that begin like this.
    const bool isOpenEnded = text.back().isLetterOrNumber() && !text.contains(u':');
    const auto query = parseSearch(isOpenEnded ? text + u'*' : text, QTimeZone::systemTimeZone());
    if (!query) {
        show(Failure(query.error()));
        return;
    }
    m_isLooking = true;
    whenDone(m_search(*query), this, [this](const Result<QList<Message>> &found) {
        m_isLooking = false;
        if (std::exchange(m_isStale, false)) {
            look();
        } else {
            show(found);
        }
    });
}

void Finder::show(const Result<QList<Message>> &found)
{
    m_model->setMessages(found.value_or(QList<Message>{}));
    const bool isUnreadable = !found && found.error().code == ErrorCode::Usage;
    updateHint(found ? QString()
            : isUnreadable
            ? tr("This cannot be looked for. After from:, tag:, network:, account:, lane:, is:, before: and "
                 "after: stands a value, as in from:ana or before:2026-11-22.")
            : tr("The search failed. Try again."));
    if (!m_list->currentIndex().isValid()) {
        choose(0, 1);
    }
}

void Finder::updateHint(const QString &problem)
{
    if (!problem.isEmpty()) {
        m_hint->setText(problem);
    } else if (m_model->rowCount() == 0) {
        m_hint->setText(tr("Nothing found."));
    } else {
        m_hint->setText(tr("↑ ↓ choose · Return opens · Esc closes"));
    }
}

void Finder::choose(int row, int by)
{
    const int choice = m_model->nextChoice(row, by);
    if (choice >= 0) {
        m_list->setCurrentIndex(m_model->index(choice));
    }
}

void Finder::move(int by)
{
    choose(m_list->currentIndex().row() + by, by);
    m_list->scrollTo(m_list->currentIndex());
}

void Finder::openRow(const QModelIndex &index)
{
    if (QAction *command = m_model->commandAt(index)) {
        accept(); // first: the command may open a window of its own, or mean what has the focus
        command->trigger();
    } else if (const ConversationId conversation = m_model->conversationAt(index); !conversation.isNull()) {
        accept();
        Q_EMIT conversationChosen(conversation);
    }
}

bool Finder::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down:
            move(1);
            return true;
        case Qt::Key_Up:
            move(-1);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            openRow(m_list->currentIndex());
            return true;
        default:
            break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace fw::ui
