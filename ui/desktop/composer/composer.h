#pragma once

#include "app/desk/words/words.h"
#include "app/dispatch/outbox.h"
#include "app/model/conversation.h"
#include "ui/desktop/composer/answer_ways.h"
#include "ui/desktop/composer/draft_keeper.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;

namespace fw::ui {

class Banner;
class ComposerFoot;
class GuardStrip;
class LaneTabs;
class ReplyEdit;
class SavedReplyPicker;
class SpellWatch;
class StockStrip;
class Theme;

/// The length of a text by its network's rule.
using TextMeasure = int (*)(Network network, Lane lane, const QString &text);
/// What sending `text` in answer to `parent` costs, in millionths of a dollar; 0: nothing, or not known.
using TextPrice = qint64 (*)(const Account &account, const Message &parent, Lane lane, const QString &text);

struct ComposerOptions {
    QString agent = {};
    TextMeasure measure = nullptr; // null: characters
    TextPrice price = nullptr;     // null: nothing costs anything
    int textLimit = 0;             // of an account that has not told what it can do; 0: none
    QString ownWords = {};         // file of words that are spelt right; empty: none is kept
    milliseconds undoTime = std::chrono::seconds(5);
    QList<FieldSource> fields
        = {}; // what saved replies are filled from, beside what the desk knows by itself
};

/// Where a reply is written and Send is pressed. The text is cleared only when the press is durable, and never by anybody else's change.
/// Thread: GUI.
class Composer final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Composer)
public:
    Composer(ComposerOptions options, Store &store, Outbox &outbox, const Clock &clock, Theme &theme,
        QWidget *parent = nullptr);

    /// Brings up this conversation's draft.
    void open(const Conversation &conversation);
    /// What a reply pressed now answers: what the agent sees. Nothing: the newest message stored.
    /// `seen`: the newest message on the screen; what comes later holds the reply. Null: the newest stored.
    void setParentMessage(const std::optional<Message> &parent, MessageId seen = {});
    /// The account's state and its reply windows, tightest first.
    void setAccount(const Account &account, const QList<WindowUse> &windows);
    /// Reads again when a reply pressed now would leave. Cheap to call often.
    void refreshForecast() { m_forecastTimer.start(); }
    /// `at`: not before then; empty: as soon as there is room.
    void send(std::optional<Instant> at = {});
    /// Opens the menu of times to send at.
    void chooseLater();
    /// Puts text into the composer of `conversation`, before what is there.
    void putBack(ConversationId conversation, const QString &text);
    /// Puts words in where the cursor stands.
    void insert(const QString &words);
    /// Whether an answer can be written here.
    [[nodiscard]] bool isAnswerable() const;
    /// Saves what is in the composer for good; the window closes.
    void finish();
    /// The text, or the button when there is nothing to write.
    void focusText();
    /// Public, private: the next way of answering, where there are several.
    void chooseNextLane();
    /// The same text as a private answer, where there is that way.
    void answerInPrivate();
    /// Opens the list of saved replies.
    void chooseSavedReply();
    /// Underlines misspelt words.
    [[nodiscard]] SpellWatch &spelling() { return *m_spelling; }
    [[nodiscard]] bool hasTextFocus() const;
    [[nodiscard]] DraftKeeper &drafts() { return *m_drafts; }

Q_SIGNALS:
    void sent(fw::ReplyId reply);
    void undoSendAsked();
    void openAsked(const QString &permalink);
    /// The agent changed the text; whether there is any.
    void writing(bool isAnything);
    /// Whether an answer can be written here.
    void answerableChanged(bool isAnswerable);

private:
    void textEdited();
    void showWays();
    void showBudget();
    void pressPrimary();
    [[nodiscard]] NewReply draft() const;
    void press(NewReply reply);
    void leave();
    void setText(const QString &text);
    void pressed(const NewReply &wanted, const Result<Reply> &reply);
    void refused(const NewReply &wanted, const Error &error);
    void readForecast();
    void refreshControls();
    [[nodiscard]] QString reasonNotToSend() const;
    [[nodiscard]] QString sendLabel() const;
    [[nodiscard]] QString hint() const;
    [[nodiscard]] std::optional<Lane> chosenLane() const; // empty: the message's own
    [[nodiscard]] bool isOpenedElsewhere() const;
    /// Of the text as it will be read, with what its stock fields say.
    [[nodiscard]] int length(const QString &text) const;
    [[nodiscard]] int limit() const; // 0: none
    void cutIntoParts();
    void showMarks();
    void readTrainee();

    ComposerOptions m_options;
    Store &m_store;
    Outbox &m_outbox;
    const Clock &m_clock;
    Theme &m_theme;
    DraftKeeper *m_drafts;
    ConversationId m_conversation = {};
    AccountId m_accountId = {};
    Network m_network = Network::Twitter;
    std::optional<Message> m_parentMessage;
    MessageId m_seen = {};
    Result<QStringList> m_parts = QStringList(); // how the text would leave
    AnswerWays m_ways;
    std::optional<Account> m_account;
    bool m_hasWindow = false; // a budget to show
    std::optional<Forecast> m_forecast;
    QSet<ConversationId> m_pressing;
    bool m_isLoading = false;
    bool m_isSettingText = false;
    QTimer m_forecastTimer;
    ReplyEdit *m_edit;
    SpellWatch *m_spelling;
    GuardStrip *m_guard;
    StockStrip *m_stock;
    SavedReplyPicker *m_savedReplies;
    QList<guard::LeakSpan> m_leaks = {}; // in the text as it is
    bool m_isTrainee = false;            // what is sent is proposed
    std::optional<Instant> m_askedAt;    // the time chosen for what is asked about
    Banner *m_problem;
    Banner *m_paused; // why nothing is sent, and what to do
    LaneTabs *m_tabs;
    QLabel *m_elsewhere; // stands where the text would be, when it can only be answered on the network
    QLabel *m_count = nullptr;
    ComposerFoot *m_foot;
    QPushButton *m_send;
};

} // namespace fw::ui
