// What the composer's edge says of the text: whether and how it would leave, and why not.
#include "app/dispatch/text_parts.h"
#include "app/model/fields.h"
#include "app/store/roster_store.h"
#include "ui/desktop/composer/composer.h"
#include "ui/desktop/composer/composer_foot.h"
#include "ui/desktop/composer/guard_strip.h"
#include "ui/desktop/composer/lane_tabs.h"
#include "ui/desktop/composer/reply_edit.h"
#include "ui/desktop/composer/send_later.h"
#include "ui/desktop/composer/stock_strip.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/labels.h"
#include "ui/desktop/widgets/words.h"

namespace fw::ui {

namespace {
using namespace std::chrono_literals;
constexpr auto kSoon = 15s; // sooner than this is "now"
} // namespace

int Composer::length(const QString &text) const
{
    const StandIns standIns(text, m_stock->quotes());
    const QString read = standIns.asRead(standIns.text());
    return m_options.measure ? m_options.measure(m_network, chosenLane().value_or(Lane::Public), read)
                             : static_cast<int>(read.toUcs4().size());
}

bool Composer::isAnswerable() const
{
    return !m_conversation.isNull() && !isOpenedElsewhere();
}

int Composer::limit() const
{
    const auto way = m_tabs->chosen();
    return way ? way->textLimit : m_options.textLimit;
}

/// A comment takes one private answer, so that one is never cut.
void Composer::cutIntoParts()
{
    const QString text = m_edit->toPlainText().trimmed();
    const auto way = m_tabs->chosen();
    const StandIns standIns(text, m_stock->quotes());
    const auto fits = [this, &standIns](const QString &part) {
        return limit() <= 0 || length(standIns.asRead(part)) <= limit();
    };
    if (fits(standIns.text()) || (way && way->feature == Feature::ReplyPrivate)) {
        m_parts = QStringList{text};
        return;
    }
    m_parts = partsOf(standIns.text(), fits);
    for (qsizetype i = 0; m_parts && i < m_parts->size(); ++i) {
        (*m_parts)[i] = standIns.asWritten(m_parts->at(i));
    }
}

QString Composer::reasonNotToSend() const
{
    const QString text = m_edit->toPlainText().trimmed();
    if (m_conversation.isNull() || text.isEmpty()) {
        return tr("Nothing written yet");
    }
    if (m_account && m_account->id == m_accountId && m_account->isPaused()) {
        return tr("Sending is paused");
    }
    if (!m_tabs->chosen() && !m_ways.whyNone.isEmpty()) {
        return Words::whyNotOffered(m_network, m_ways.whyNone);
    }
    const QStringList unfilled = fieldsIn(text);
    if (!unfilled.isEmpty()) {
        return tr("Fill in {%1} first").arg(unfilled.first());
    }
    if (const QString reason = m_stock->reasonNotToSend(); !reason.isEmpty()) {
        return reason;
    }
    const int excess = limit() > 0 ? length(text) - limit() : 0;
    const bool isCut = m_parts && m_parts->size() > 1;
    return excess > 0 && !isCut ? tr("%n character(s) too many", nullptr, excess) : QString();
}

QString Composer::sendLabel() const
{
    if (isOpenedElsewhere()) {
        return Words::openOn(m_network);
    }
    if (m_pressing.contains(m_conversation)) {
        return tr("Queuing…");
    }
    if (m_isTrainee) {
        return tr("Propose");
    }
    if (m_parts && m_parts->size() > 1) {
        return tr("Send in %1 parts").arg(m_parts->size());
    }
    if (!m_forecast || m_forecast->isNever()) {
        return tr("Send");
    }
    const Instant now = m_clock.now();
    if (m_forecast->leavesAt - now <= m_options.undoTime + kSoon) {
        return tr("Send · now");
    }
    return tr("Send · about %1").arg(Words::clockTime(m_forecast->leavesAt, now));
}

/// What an agent should know before pressing Send, most important first.
QString Composer::hint() const
{
    QStringList parts;
    const QString waits = m_forecast && !m_forecast->isNever() ? Words::waitsFor(*m_forecast) : QString();
    if (!waits.isEmpty()) {
        parts << tr("Waits: %1").arg(waits);
    }
    const auto way = m_tabs->chosen();
    if (way && way->until) {
        parts << tr("possible until %1").arg(Words::clockTime(*way->until, m_clock.now()));
    }
    const QString text = m_edit->toPlainText().trimmed();
    if (m_options.price && m_account && m_parentMessage && way && !text.isEmpty()) {
        const qint64 price = m_options.price(*m_account, *m_parentMessage, way->lane, text);
        if (price > 0) {
            parts << tr("costs %1").arg(Words::dollars(price));
        }
    }
    return parts.join(QStringLiteral(" · "));
}

/// What everybody could read, and fields nobody filled.
void Composer::showMarks()
{
    const QString text = m_edit->toPlainText();
    QList<TextMark> marks;
    for (const QString &field : fieldsIn(text)) {
        const QString whole = u'{' + field + u'}';
        for (qsizetype at = text.indexOf(whole); at >= 0; at = text.indexOf(whole, at + 1)) {
            marks.append({.start = at, .length = whole.size()});
        }
    }
    const qsizetype start = text.indexOf(text.trimmed()); // the guard looks at what would be sent
    for (const guard::LeakSpan &leak : m_leaks) {
        if (start + leak.start + leak.length <= text.size()) {
            marks.append({.start = start + leak.start, .length = leak.length});
        }
    }
    m_edit->mark(marks, m_theme.tokens().red);
}

/// A roster may change at any time, so it is asked with every conversation.
void Composer::readTrainee()
{
    auto read
        = m_store.read([agent = m_options.agent](Database &db) { return RosterStore(db).isTrainee(agent); });
    whenDone(read, this, [this](const Result<bool> &isTrainee) {
        m_isTrainee = isTrainee.value_or(false);
        refreshControls();
    });
}

void Composer::refreshControls()
{
    m_stock->look(m_conversation, m_edit->toPlainText());
    cutIntoParts();
    m_guard->look(draft());
    m_guard->setPrivatePossible(m_tabs->has(Lane::Private));
    showMarks();
    const QString reason = reasonNotToSend();
    const bool isEmpty = m_edit->toPlainText().trimmed().isEmpty();
    const bool isElsewhere = isOpenedElsewhere();
    m_send->setText(sendLabel());
    m_send->setAccessibleName(m_send->text());
    m_send->setVisible(!m_ways.ways.isEmpty() || isElsewhere || m_ways.whyNone.isEmpty());
    m_send->setEnabled(isElsewhere || (reason.isEmpty() && !m_pressing.contains(m_conversation)));
    const bool isWrong = !reason.isEmpty() && !isEmpty && !isElsewhere;
    m_foot->say(isElsewhere || m_ways.ways.isEmpty() ? QString() : isWrong ? reason : hint(), isWrong);
    m_foot->later().setVisible(m_send->isVisibleTo(this) && !isElsewhere);
    m_foot->later().setEnabled(m_send->isEnabled());
    m_send->setToolTip(plainToolTip(isElsewhere ? m_ways.permalink
            : reason.isEmpty()                  ? tr("Ctrl+Enter")
                                                : reason));
    const int most = m_tabs->chosen() ? limit() : 0;
    m_count->setVisible(most > 0);
    if (most > 0) {
        const int count = length(m_edit->toPlainText().trimmed());
        m_count->setText(tr("%1/%2").arg(count).arg(most));
        setRole(m_count, count > most ? "smallBad" : "faint");
    }
}

} // namespace fw::ui
