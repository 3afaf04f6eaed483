#include "ui/desktop/composer/composer.h"

#include "ui/desktop/composer/composer_foot.h"
#include "ui/desktop/composer/guard_strip.h"
#include "ui/desktop/composer/lane_tabs.h"
#include "ui/desktop/composer/reply_edit.h"
#include "ui/desktop/composer/saved_reply_picker.h"
#include "ui/desktop/composer/send_later.h"
#include "ui/desktop/composer/spell_watch.h"
#include "ui/desktop/composer/stock_strip.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/banner.h"
#include "ui/desktop/widgets/labels.h"
#include "ui/desktop/widgets/words.h"

#include <QHBoxLayout>

namespace fw::ui {

namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
constexpr auto kForecastDelay = 150ms;
} // namespace

Composer::Composer(
    ComposerOptions options, Store &store, Outbox &outbox, const Clock &clock, Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_options(std::move(options))
    , m_store(store)
    , m_outbox(outbox)
    , m_clock(clock)
    , m_theme(theme)
    , m_drafts(new DraftKeeper(store, m_options.agent, this))
    , m_edit(new ReplyEdit)
    , m_spelling(new SpellWatch(*m_edit, m_options.ownWords, theme))
    , m_guard(new GuardStrip(outbox, clock))
    , m_stock(new StockStrip(outbox, clock))
    , m_savedReplies(new SavedReplyPicker(store, m_options.fields, m_options.agent, *m_edit, theme))
    , m_problem(new Banner(Banner::Tone::Bad))
    , m_paused(new Banner(Banner::Tone::Warn))
    , m_tabs(new LaneTabs)
    , m_elsewhere(plainLabel({}, "soft"))
    , m_foot(new ComposerFoot(clock, theme))
    , m_send(&m_foot->sendButton())
{
    setProperty("role", QLatin1String("card"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(13, 10, 13, 10);
    top->setSpacing(9);
    auto *tabs = new QHBoxLayout;
    tabs->addWidget(m_tabs);
    tabs->addStretch();
    m_count = plainLabel({}, "faint");
    tabs->addWidget(m_count, 0, Qt::AlignTop);
    top->addLayout(tabs);
    m_elsewhere->setWordWrap(true);
    m_elsewhere->hide();
    top->addWidget(m_edit);
    top->addWidget(m_elsewhere);
    top->addWidget(m_stock);
    top->addWidget(m_guard);
    top->addWidget(m_problem);
    top->addWidget(m_paused);
    column->addLayout(top);
    column->addWidget(m_foot);

    m_forecastTimer.setSingleShot(true);
    m_forecastTimer.setInterval(kForecastDelay);
    connect(&m_forecastTimer, &QTimer::timeout, this, &Composer::readForecast);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &Composer::textEdited);
    connect(m_edit, &ReplyEdit::undoSendAsked, this, &Composer::undoSendAsked);
    connect(m_edit, &ReplyEdit::focusChanged, this,
        [this](bool hasFocus) { setRole(this, hasFocus ? "cardFocused" : "card"); });
    connect(m_tabs, &LaneTabs::chosenChanged, this, [this] {
        refreshForecast();
        refreshControls();
    });
    connect(m_problem, &Banner::pressed, this, [this] { m_problem->say({}); });
    connect(m_guard, &GuardStrip::insisted, this, [this] {
        NewReply sure = draft();
        sure.leaveAt = m_askedAt;
        sure.isSure = true;
        press(sure);
    });
    connect(m_guard, &GuardStrip::privateAsked, this, &Composer::answerInPrivate);
    connect(m_guard, &GuardStrip::marked, this, [this](const QList<guard::LeakSpan> &leaks) {
        m_leaks = leaks;
        showMarks();
    });
    connect(m_stock, &StockStrip::quoted, this, &Composer::refreshControls);
    connect(m_savedReplies, &SavedReplyPicker::failed, this,
        [this](const Error &error) { m_problem->say(Words::reason(toString(error.code))); });
    connect(&theme, &Theme::changed, this, &Composer::showMarks);
    connect(m_send, &QPushButton::clicked, this, &Composer::pressPrimary);
    connect(&m_foot->later(), &SendLater::chosen, this, [this](Instant at) { send(at); });
    connect(m_drafts, &DraftKeeper::saveFailed, this, [this] {
        m_problem->say(tr("The draft could not be saved; trying again. The text is still here."));
    });
    refreshControls();
}

void Composer::open(const Conversation &conversation)
{
    m_accountId = conversation.account;
    m_network = conversation.network;
    if (conversation.id == m_conversation) {
        return;
    }
    leave();
    m_drafts->flush();
    m_conversation = conversation.id;
    m_parentMessage.reset();
    m_ways = {};
    m_tabs->show({});
    m_forecast.reset();
    m_problem->say({});
    m_guard->clear();
    m_savedReplies->setConversation(conversation.id);
    readTrainee();
    setText({});
    m_isLoading = true;
    m_drafts->load(conversation.id, this, [this, id = conversation.id](const QString &text) {
        if (id == m_conversation && m_isLoading) { // once, however often it was opened meanwhile
            m_isLoading = false;
            setText(DraftKeeper::joined(
                text, m_edit->toPlainText())); // what was typed in the meantime comes after
            if (m_edit->toPlainText() != text) {
                m_drafts->note(id, m_edit->toPlainText());
            }
        }
    });
    refreshForecast();
}

void Composer::setParentMessage(const std::optional<Message> &parent, MessageId seen)
{
    m_seen = seen;
    if (m_parentMessage != parent) {
        m_parentMessage = parent;
        showWays();
    }
}

/// Which tabs there are, or why the message can only be answered on its network.
void Composer::showWays()
{
    const bool isKnown = m_account && m_account->id == m_accountId && m_parentMessage;
    m_ways = isKnown ? answerWays(*m_account, *m_parentMessage, m_options.textLimit, m_clock.now())
                     : AnswerWays{.ways = {{.textLimit = m_options.textLimit}}};
    m_tabs->show(m_ways.ways);
    const bool isHere = !m_ways.ways.isEmpty();
    const bool hadFocus = m_edit->hasFocus();
    m_elsewhere->setText(isHere ? QString() : Words::whyNotOffered(m_network, m_ways.whyNone));
    m_edit->setVisible(isHere);
    m_tabs->setVisible(isHere);
    m_elsewhere->setVisible(!isHere);
    showBudget();
    Q_EMIT answerableChanged(isHere);
    if (hadFocus && !isHere) {
        m_send->setFocus();
    }
    refreshControls();
}

std::optional<Lane> Composer::chosenLane() const
{
    const auto way = m_tabs->chosen();
    return way ? std::optional(way->lane) : std::nullopt;
}

void Composer::chooseNextLane()
{
    m_tabs->chooseNext();
}

void Composer::answerInPrivate()
{
    if (m_tabs->choose(Lane::Private)) {
        focusText();
    }
}

void Composer::chooseSavedReply()
{
    if (!m_edit->isHidden() && !m_conversation.isNull()) {
        m_savedReplies->begin();
    }
}

bool Composer::isOpenedElsewhere() const
{
    return m_ways.ways.isEmpty() && !m_ways.permalink.isEmpty();
}

void Composer::pressPrimary()
{
    if (isOpenedElsewhere()) {
        Q_EMIT openAsked(m_ways.permalink);
    } else {
        send();
    }
}

void Composer::setAccount(const Account &account, const QList<WindowUse> &windows)
{
    m_account = account;
    showWays();
    m_paused->say(account.isPaused()
            ? tr("Sending for %1 is paused. %2. %3")
                  .arg(account.name, Words::reason(account.pausedReason), Words::remedy(account.pausedReason))
            : QString());
    m_hasWindow = !windows.isEmpty();
    showBudget();
    if (m_hasWindow) {
        m_foot->setBudget(account.network, windows.first());
    }
    refreshForecast();
    refreshControls();
}

/// What room there is matters to who may use it.
void Composer::showBudget()
{
    m_foot->showBudget(m_hasWindow && !m_ways.ways.isEmpty());
}

/// What was typed before the draft was there is not yet noted.
void Composer::leave()
{
    if (m_isLoading && !m_edit->toPlainText().isEmpty()) {
        m_drafts->append(m_conversation, m_edit->toPlainText());
    }
}

void Composer::finish()
{
    leave();
    m_drafts->finish();
}

void Composer::textEdited()
{
    m_leaks.clear(); // they would underline other words
    if (m_isSettingText) {
        return;
    }
    if (!m_isLoading) {
        m_drafts->note(m_conversation, m_edit->toPlainText());
        Q_EMIT writing(!m_edit->toPlainText().isEmpty());
    }
    refreshControls();
}

/// Shows `text` as if it had always been there: nothing to undo, cursor at its end.
void Composer::setText(const QString &text)
{
    m_isSettingText = true;
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
    m_isSettingText = false;
    refreshControls();
}

void Composer::chooseLater()
{
    m_foot->later().choose();
}

NewReply Composer::draft() const
{
    return {.conversation = m_conversation,
        .parent = m_parentMessage ? m_parentMessage->id : MessageId{},
        .lane = chosenLane(),
        .body = m_parts ? m_parts->constFirst() : QString(),
        .furtherParts = m_parts ? m_parts->sliced(1) : QStringList(),
        .draft = m_edit->toPlainText(),
        .agent = m_options.agent,
        .undoTime = m_options.undoTime,
        .seen = m_seen};
}

void Composer::send(std::optional<Instant> at)
{
    NewReply reply = draft();
    reply.leaveAt = at;
    press(std::move(reply));
}

void Composer::press(NewReply reply)
{
    if (!reasonNotToSend().isEmpty() || m_pressing.contains(m_conversation)) {
        return;
    }
    m_problem->say({});
    m_pressing.insert(m_conversation);
    refreshControls();
    whenDone(
        m_outbox.press(reply), this, [this, reply](const Result<Reply> &queued) { pressed(reply, queued); });
}

/// The text is where it was, in the composer or in its conversation's draft.
void Composer::refused(const NewReply &wanted, const Error &error)
{
    if (wanted.conversation != m_conversation) {
        return;
    }
    if (error.code == ErrorCode::SameText || error.code == ErrorCode::PublicLeak) {
        m_askedAt = wanted.leaveAt;
        m_guard->ask(wanted);
        return;
    }
    m_problem->say(tr("Not queued: %1. The text is still here.").arg(Words::reason(toString(error.code))));
}

void Composer::pressed(const NewReply &wanted, const Result<Reply> &reply)
{
    const ConversationId conversation = wanted.conversation;
    const QString &text = wanted.draft;
    m_pressing.remove(conversation);
    if (!reply) {
        refused(wanted, reply.error());
        refreshControls();
        return;
    }
    if (conversation == m_conversation) {
        // Whatever was typed after Send was pressed is a new draft.
        const QString now = m_edit->toPlainText();
        const QString rest = now.startsWith(text) ? now.mid(text.size()).trimmed() : now;
        setText(rest);
        m_drafts->note(conversation, rest);
    } else {
        m_drafts->load(conversation, this, [this, conversation, text](const QString &draft) {
            if (draft == text) {
                m_drafts->note(conversation, {});
            }
        });
    }
    m_drafts->flush();
    refreshForecast();
    Q_EMIT sent(reply->id);
}

void Composer::putBack(ConversationId conversation, const QString &text)
{
    if (conversation != m_conversation) {
        m_drafts->prepend(conversation, text);
        m_drafts->flush();
        return;
    }
    const QString joined = DraftKeeper::joined(text, m_edit->toPlainText());
    setText(joined);
    if (m_isLoading) {
        return; // noted together with the draft that is being read
    }
    m_drafts->note(conversation, joined);
    m_drafts->flush();
}

void Composer::insert(const QString &words)
{
    m_edit->insertPlainText(words);
    m_edit->setFocus();
}

void Composer::readForecast()
{
    if (m_conversation.isNull()) {
        return;
    }
    whenDone(m_outbox.forecastNext(m_accountId, m_conversation, m_options.undoTime, chosenLane()), this,
        [this, id = m_conversation](const Result<Forecast> &forecast) {
            if (id == m_conversation) {
                m_forecast = forecast ? std::optional<Forecast>(*forecast) : std::nullopt;
                refreshControls();
            }
        });
}

void Composer::focusText()
{
    QWidget *target = m_edit->isHidden() ? static_cast<QWidget *>(m_send) : m_edit;
    target->setFocus(Qt::ShortcutFocusReason);
}

bool Composer::hasTextFocus() const
{
    return m_edit->hasFocus();
}

} // namespace fw::ui
