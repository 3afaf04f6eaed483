#include "ui/cli/demo_agent.h"

#include "app/store/reply_store.h"

namespace fw::cli {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int kAtOnce = 3;

// Varied on purpose: networks lock accounts that repeat themselves.
const QStringList &sentences()
{
    static const QStringList all{
        u"Hello %1, thanks for telling us. I am looking into it now and will write again today."_s,
        u"Hi %1, good question. I have just asked the store and they will hold one at the counter for you."_s,
        u"Thank you, %1. I can see it left our warehouse this morning, so tomorrow before noon looks right."_s,
        u"Sorry about that, %1. A colleague has found the parcel and is sending it out again."_s,
        u"Good news, %1: it is back in stock online since this morning."_s,
        u"Of course, %1. Bring it to any of our stores with the receipt, also if you bought it online."_s,
        u"That should not have happened, %1. The second charge goes back to your card today."_s,
        u"How kind, %1. I will read your note to the whole floor tonight."_s,
        u"Yes, %1, we have that in petite as well; the page now shows it."_s,
        u"Let me check with the tailor, %1, and come back to you within the hour."_s,
        u"I have found it, %1. The link works again; would you try once more?"_s,
        u"We close at eight today, %1, and the workshop stays open until seven."_s,
    };
    return all;
}

const QStringList &closings()
{
    static const QStringList all{u""_s, u" Have a good day!"_s, u" Do write again if anything is missing."_s,
        u" Thank you for your patience."_s};
    return all;
}

QString firstName(const Conversation &conversation)
{
    const QString name = conversation.customer.name.section(u' ', 0, 0);
    return name.isEmpty() ? u"there"_s : name;
}

/// The `nth` answer to one customer: nothing twice in the same words within a day.
QString answerTo(const Conversation &conversation, int nth)
{
    // Everybody begins somewhere else in the list, so that two people of one name do not get one text.
    const qsizetype from = qsizetype(conversation.customer.id.value % sentences().size());
    const QString sentence = sentences()[(from + nth) % sentences().size()];
    return sentence.arg(firstName(conversation)) + closings()[(nth / sentences().size()) % closings().size()];
}

DayCount readCount(Database &db)
{
    DayCount count{.queue = ConversationStore(db).counts()};
    const ReplyStore::Totals totals = ReplyStore(db).totals();
    count.messages = totals.inbound;
    count.accepted = totals.accepted;
    count.limited = totals.limited;
    count.medianWait = totals.medianWait;
    return count;
}
} // namespace

DemoAgent::DemoAgent(wiring::Workplace &workplace) : m_workplace(workplace) { }

QFuture<Result<DayCount>> DemoAgent::count()
{
    return m_workplace.store().read(&readCount);
}

void DemoAgent::answerSome()
{
    if (std::exchange(m_isBusy, true)) {
        return;
    }
    auto waiting = m_workplace.store().read(
        [](Database &db) { return ConversationStore(db).page(View::Waiting, {}, kAtOnce); });
    whenDone(waiting, this, [this](const Result<QList<Conversation>> &rows) {
        for (const Conversation &row : rows.value_or(QList<Conversation>())) {
            const QString body = answerTo(row, m_answers[row.customer.id]++);
            // It says the same few sentences all day, so it does not wait to be asked.
            // Its fate shows in the counts below, so nobody waits for the answer here.
            const auto pressed = m_workplace.outbox().press(
                {.conversation = row.id, .body = body, .agent = u"demo"_s, .undoTime = 5s, .isSure = true});
            Q_UNUSED(pressed)
        }
        whenDone(count(), this, [this](const Result<DayCount> &now) {
            m_isBusy = false;
            if (now) {
                Q_EMIT counted(*now);
            }
        });
    });
}

} // namespace fw::cli
