#include "ui/desktop/shell/desk_acts.h"

#include "app/core/async.h"
#include "app/store/view_store.h"
#include "ui/desktop/widgets/words.h"

#include <QDateTime>
#include <QMenu>

namespace fw::ui {

namespace {
using namespace std::chrono_literals;
constexpr int kMorning = 9; // o'clock

Instant morningOf(const QDate &day)
{
    return instantFromMs(QDateTime(day, QTime(kMorning, 0)).toMSecsSinceEpoch());
}
} // namespace

DeskActs::DeskActs(Store &store, Desk &desk, const Clock &clock, QString agent, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_desk(desk)
    , m_clock(clock)
    , m_agent(std::move(agent))
{
}

void DeskActs::tell(const QFuture<Result<FactId>> &act, const QString &sentence)
{
    whenDone(act, this, [this, sentence](const Result<FactId> &fact) {
        if (fact) {
            Q_EMIT done(sentence, *fact);
        } else {
            Q_EMIT failed(fact.error());
        }
    });
}

void DeskActs::resolve(ConversationId conversation)
{
    tell(m_desk.resolve(conversation, m_agent), tr("Resolved."));
}

void DeskActs::waitForCustomer(ConversationId conversation)
{
    tell(m_desk.act([conversation, agent = m_agent](
                        StateStore &states) { return states.waitForCustomer(conversation, agent); }),
        tr("Waiting for the customer."));
}

void DeskActs::archive(ConversationId conversation)
{
    tell(m_desk.act([conversation, agent = m_agent](
                        StateStore &states) { return states.archive(conversation, agent); }),
        tr("Archived."));
}

void DeskActs::snooze(ConversationId conversation, Instant until)
{
    tell(m_desk.act([conversation, until, agent = m_agent](
                        StateStore &states) { return states.snooze(conversation, until, agent); }),
        tr("Snoozed until %1, or until the customer writes.").arg(Words::clockTime(until, m_clock.now())));
}

void DeskActs::wake(ConversationId conversation)
{
    tell(m_desk.act([conversation, agent = m_agent](
                        StateStore &states) { return states.wake(conversation, agent); }),
        tr("Back in the queue."));
}

void DeskActs::fillSnoozeMenu(QMenu &menu, ConversationId conversation)
{
    const Instant now = m_clock.now();
    const QDate today = localTime(now).date();
    const QList<std::pair<QString, Instant>> times = {{tr("In one hour"), now + 1h},
        {tr("In three hours"), now + 3h}, {tr("Tomorrow at nine"), morningOf(today.addDays(1))},
        {tr("On Monday at nine"), morningOf(today.addDays(8 - today.dayOfWeek()))},
        {tr("In a week"), morningOf(today.addDays(7))}};
    for (const auto &time : times) {
        const Instant until = time.second;
        menu.addAction(time.first, this, [this, conversation, until] { snooze(conversation, until); });
    }
}

void DeskActs::chooseNext()
{
    const auto next = m_store.read([agent = m_agent](Database &db) { return ViewStore(db).nextFor(agent); });
    whenDone(next, this, [this](const Result<std::optional<NextConversation>> &found) {
        if (!found) {
            Q_EMIT failed(found.error());
        } else if (*found) {
            Q_EMIT chosen((*found)->conversation.id);
        } else {
            Q_EMIT nobodyLeft();
        }
    });
}

void DeskActs::undo(FactId fact)
{
    whenDone(m_desk.undo(fact, m_agent), this, [this](const Result<FactId> &taken) {
        if (taken) {
            Q_EMIT undone(tr("Taken back."));
        } else if (taken.error().code == ErrorCode::Usage || taken.error().code == ErrorCode::NotFound) {
            Q_EMIT undone(tr("Somebody else has changed it since."));
        } else {
            Q_EMIT failed(taken.error());
        }
    });
}

} // namespace fw::ui
