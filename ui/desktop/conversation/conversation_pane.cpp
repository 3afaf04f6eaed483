#include "ui/desktop/conversation/conversation_pane.h"

#include "app/dispatch/text_parts.h"
#include "ui/desktop/conversation/claim_strip.h"
#include "ui/desktop/conversation/conversation_header.h"
#include "ui/desktop/conversation/find_bar.h"
#include "ui/desktop/conversation/focus_watch.h"
#include "ui/desktop/conversation/message_actions.h"
#include "ui/desktop/conversation/message_delegate.h"
#include "ui/desktop/conversation/message_view.h"
#include "ui/desktop/conversation/moderation_desk.h"
#include "ui/desktop/conversation/promise_pill.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/banner.h"
#include "ui/desktop/widgets/labels.h"
#include "ui/desktop/widgets/words.h"

#include <QDesktopServices>
#include <QMessageBox>
#include <QScrollBar>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace fw::ui {

namespace {
using namespace std::chrono_literals;
constexpr auto kTick = 5s; // forecasts of replies on their way, and when the next one would leave
} // namespace

ConversationPane::ConversationPane(ConversationSource source, ComposerOptions options, Store &store,
    Outbox &outbox, const Clock &clock, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_outbox(outbox)
    , m_clock(clock)
    , m_agent(options.agent)
    , m_model(new MessageModel(std::move(source), this))
    , m_delegate(new MessageDelegate(theme, clock, options.agent, this))
    , m_moderation(new ModerationDesk(store, options.agent, this))
    , m_notDone(new Banner(Banner::Tone::Bad))
    , m_focus(new FocusWatch(store, clock, options.agent, *this))
    , m_composer(new Composer(std::move(options), store, outbox, clock, theme))
{
    setProperty("role", QLatin1String("canvas"));
    setAttribute(Qt::WA_StyledBackground);
    m_stack = new QStackedWidget;
    QLabel *nothing = plainLabel(tr("Choose somebody on the left, or press J for the next person."), "empty");
    nothing->setAlignment(Qt::AlignCenter);
    nothing->setWordWrap(true);
    m_stack->addWidget(nothing);
    m_stack->addWidget(makeOpen(store, theme));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);

    connect(m_header, &ConversationHeader::answerPressed, m_composer, &Composer::focusText);
    connect(m_header, &ConversationHeader::resolvePressed, this, &ConversationPane::resolveAsked);
    connect(m_header, &ConversationHeader::snoozePressed, this, &ConversationPane::snoozeAsked);
    connect(m_composer, &Composer::writing, m_claim, &ClaimStrip::setWriting);
    connect(m_view, &MessageView::actionChosen, this, &ConversationPane::act);
    connect(m_view, &MessageView::linkChosen, this, &ConversationPane::openAddress);
    connect(m_moderation, &ModerationDesk::asked, this, &ConversationPane::moderationAsked);
    connect(m_moderation, &ModerationDesk::said, this, &ConversationPane::said);
    connect(m_moderation, &ModerationDesk::failed, this, [this](const QString &sentence) {
        m_notDone->say(sentence, sentence.isEmpty() ? QString() : tr("Dismiss"));
    });
    connect(m_notDone, &Banner::pressed, m_moderation, &ModerationDesk::dismiss);
    connect(m_composer, &Composer::answerableChanged, m_header, &ConversationHeader::setAnswerable);
    connect(m_composer, &Composer::openAsked, this, &ConversationPane::openInBrowser);
    connect(m_composer, &Composer::undoSendAsked, this, &ConversationPane::undoSend);
    connect(m_composer, &Composer::sent, this, [this] {
        m_view->scrollToNewest();
        m_model->refresh();
    });
    connect(m_model, &MessageModel::readFailed, this, &ConversationPane::readFailed);
    const auto showParent
        = [this] { m_composer->setParentMessage(m_model->newestInbound(), m_model->newestSeen()); };
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(m_model, signal, this, showParent);
    }
    connect(m_model, &QAbstractItemModel::dataChanged, this,
        showParent); // what can be done about it may have changed
    m_ticks.setInterval(kTick);
    connect(&m_ticks, &QTimer::timeout, this, &ConversationPane::ticked);
    m_ticks.start();
}

QWidget *ConversationPane::makeOpen(Store &store, Theme &theme)
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new ConversationHeader(new PromisePill(store, m_clock, theme));
    column->addWidget(m_header);
    auto *body = new QVBoxLayout;
    body->setContentsMargins(18, 8, 8, 14);
    body->setSpacing(10);
    m_view = new MessageView(*m_model, *m_delegate);
    m_view->setMenu([this](const Line &line) {
        const bool isKnown = line.message && line.message->account == m_account.id;
        return isKnown ? messageActions(m_account, *line.message, m_clock.now())
                       : QList<std::pair<LineAction, QString>>();
    });
    connect(&theme, &Theme::changed, m_view->viewport(), qOverload<>(&QWidget::update));
    m_find = new FindBar(*m_model);
    connect(m_find, &FindBar::found, m_view, &MessageView::showFound);
    connect(m_find, &FindBar::closed, this, [this] { m_view->setFocus(); });
    // The scroll bar stands in the right margin, so that what is above, bubbles and composer end on one line.
    const QMargins besideBar(0, 0, m_view->verticalScrollBar()->sizeHint().width(), 0);
    auto *above = new QHBoxLayout;
    above->setContentsMargins(besideBar);
    above->addWidget(m_find);
    body->addLayout(above);
    body->addWidget(m_view, 1);
    auto *below = new QHBoxLayout;
    below->setContentsMargins(besideBar);
    auto *stack = new QVBoxLayout;
    stack->setSpacing(8);
    stack->addWidget(m_notDone);
    m_claim = new ClaimStrip(store, m_clock, m_agent);
    stack->addWidget(m_claim);
    stack->addWidget(m_composer);
    below->addLayout(stack);
    body->addLayout(below);
    column->addLayout(body, 1);
    return page;
}

void ConversationPane::open(const Conversation &conversation)
{
    m_delegate->setNetwork(conversation.network);
    m_stack->setCurrentIndex(1);
    m_composer->open(conversation);
    m_claim->open(conversation.id);
    m_focus->open(conversation.id);
    m_model->open(conversation.id);
    m_moderation->read(conversation.id);
    m_accountId = conversation.account;
    m_state = conversation.state;
    m_header->show(conversation);
}

void ConversationPane::refresh(const Conversation &conversation)
{
    m_state = conversation.state;
    m_header->show(conversation);
    m_moderation->read(conversation.id);
    m_model->refresh();
    m_composer->refreshForecast();
}

void ConversationPane::find()
{
    if (!conversation().isNull()) {
        m_find->open();
    }
}

QPoint ConversationPane::snoozeMenuPlace() const
{
    return m_header->snoozeMenuPlace();
}

void ConversationPane::ticked()
{
    m_composer->refreshForecast();
    if (m_model->newestQueued()) {
        m_model->refresh(); // its forecast may have moved without any change of the conversation
        m_view->viewport()->update();
    }
}

void ConversationPane::undoSend()
{
    if (const std::optional<Reply> reply = m_model->newestQueued()) {
        takeBack(*reply);
    } else {
        Q_EMIT said(tr("No reply to take back."));
    }
}

void ConversationPane::setAccount(const Account &account, const QList<WindowUse> &windows)
{
    m_account = account;
    m_composer->setAccount(account, windows);
}

void ConversationPane::act(LineAction action, int row)
{
    const Line line = m_model->lineAt(row);
    if (line.reply) {
        actOnReply(action, line.reply->reply);
    }
    if (line.message) {
        actOnMessage(action, *line.message);
    }
}

void ConversationPane::actOnReply(LineAction action, const Reply &reply)
{
    switch (action) {
    case LineAction::Undo:
        takeBack(reply);
        break;
    case LineAction::Release:
        release(reply.id);
        break;
    case LineAction::Retry:
        retry(reply.id);
        break;
    case LineAction::CopyToComposer:
        m_composer->putBack(reply.conversation, withoutPartMark(reply.body, reply.part, reply.parts));
        m_composer->focusText();
        break;
    case LineAction::Dismiss:
        dismiss(reply.id);
        break;
    default:
        break;
    }
}

void ConversationPane::actOnMessage(LineAction action, const Message &message)
{
    switch (action) {
    case LineAction::Open:
        openInBrowser(message.permalink);
        break;
    case LineAction::Like:
        m_moderation->ask(message, Moderation::Like);
        break;
    case LineAction::Unlike:
        m_moderation->ask(message, Moderation::Unlike);
        break;
    case LineAction::Hide:
        m_moderation->ask(message, Moderation::Hide);
        break;
    case LineAction::Unhide:
        m_moderation->ask(message, Moderation::Unhide);
        break;
    case LineAction::Remove:
        removeAfterAsking(message);
        break;
    default:
        break;
    }
}

/// The one thing here that cannot be taken back, so it is the one that asks.
void ConversationPane::removeAfterAsking(const Message &message)
{
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Delete on %1").arg(Words::of(m_account.network)),
        tr("Delete this on %1 for everybody? It cannot be brought back. The text stays in this desk.")
            .arg(Words::of(m_account.network)),
        QMessageBox::Cancel, this);
    box->setTextFormat(Qt::PlainText);
    QPushButton *confirm = box->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(confirm, &QPushButton::clicked, this,
        [this, message] { m_moderation->ask(message, Moderation::Remove); });
    box->open();
}

void ConversationPane::openOnNetwork()
{
    const auto message = m_model->newestInbound();
    if (message && isWebAddress(message->permalink)) {
        openInBrowser(message->permalink);
    } else {
        Q_EMIT said(tr("This message has no page to open."));
    }
}

void ConversationPane::openInBrowser(const QString &permalink)
{
    if (isWebAddress(permalink)) {
        openAddress(QUrl(permalink));
    }
}

void ConversationPane::openAddress(const QUrl &address)
{
    if (!QDesktopServices::openUrl(address)) {
        Q_EMIT said(tr("No browser could be opened. The address: %1").arg(address.toString()));
    }
}

void ConversationPane::takeBack(const Reply &reply)
{
    const QString text = m_model->queuedText(reply);
    whenDone(m_outbox.withdraw(reply.id), this, [this, reply, text](const Result<bool> &taken) {
        if (!taken) {
            Q_EMIT readFailed(taken.error());
            return;
        }
        if (!*taken) {
            Q_EMIT said(tr("Too late: it has left."));
            return;
        }
        m_composer->putBack(reply.conversation, text);
        m_composer->focusText();
        m_model->refresh();
        Q_EMIT said(tr("Taken back. The text is in the composer."));
    });
}

void ConversationPane::sendAgain()
{
    const std::optional<Reply> reply = m_model->newestStuck();
    if (!reply) {
        Q_EMIT said(tr("No reply here is held or was refused."));
    } else if (reply->hold) {
        release(reply->id);
    } else {
        retry(reply->id);
    }
}

void ConversationPane::release(ReplyId reply)
{
    whenDone(m_outbox.release(reply, m_agent), this, [this](const Result<bool> &released) {
        if (!released) {
            Q_EMIT readFailed(released.error());
        }
        m_model->refresh();
    });
}

void ConversationPane::retry(ReplyId reply)
{
    whenDone(m_outbox.retry(reply, m_agent), this, [this](const Result<Reply> &queued) {
        if (!queued) {
            Q_EMIT said(tr("It cannot be sent again: %1.").arg(Words::reason(toString(queued.error().code))));
        }
        m_model->refresh();
    });
}

void ConversationPane::dismiss(ReplyId reply)
{
    whenDone(m_outbox.markHandled(reply), this, [this](const Result<bool> &handled) {
        if (!handled) {
            Q_EMIT readFailed(handled.error());
        }
        m_model->refresh();
    });
}

} // namespace fw::ui
