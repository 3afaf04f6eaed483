#include "ui/wiring/demo_trainee.h"

#include "app/core/json_file.h"
#include "app/store/conversation_store.h"

#include <QJsonArray>

#include <algorithm>

namespace fw::wiring {

using namespace Qt::StringLiterals;

namespace {
constexpr int kLooked = 40; // he leaves those who wait longest to somebody who knows more
constexpr qsizetype kEnough = 6;

/// What he answers in a language, in order.
QString sentence(bool isFrench, qsizetype which)
{
    const auto json = readJsonFile(u":/demo/trainee.json"_s);
    Q_ASSERT(json); // it is built in
    return json->value(isFrench ? u"fr"_s : u"en"_s).toArray().at(which).toString();
}

bool isFrench(const QString &text)
{
    static const QStringList kWords{u"bonjour"_s, u"merci"_s, u"est"_s, u"pas"_s, u"vous"_s, u"mon"_s,
        u"une"_s, u"commande"_s, u"pour"_s, u"les"_s};
    const QStringList words = text.toLower().split(u' ');
    return std::any_of(
        kWords.begin(), kWords.end(), [&words](const QString &word) { return words.contains(word); });
}
} // namespace

DemoTrainee::DemoTrainee(
    Store &store, Outbox &outbox, const Clock &clock, Instant from, Instant until, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_outbox(outbox)
    , m_pause((until - from) / kEnough)
    , m_timer(clock, this)
{
    connect(&m_timer, &ClockTimer::due, this, &DemoTrainee::propose);
    m_timer.startAt(from);
}

void DemoTrainee::propose()
{
    if (m_next >= kEnough) {
        return;
    }
    auto waiting
        = m_store.read([](Database &db) { return ConversationStore(db).page(View::Waiting, {}, kLooked); });
    whenDone(waiting, this, [this](const Result<QList<Conversation>> &rows) {
        const QList<Conversation> all = rows.value_or(QList<Conversation>());
        const auto found = std::find_if(all.crbegin(), all.crend(),
            [this](const Conversation &row) { return !m_answered.contains(row.id); });
        if (found != all.crend()) {
            answer(*found);
        }
        m_timer.start(m_pause);
    });
}

void DemoTrainee::answer(const Conversation &conversation)
{
    m_answered.insert(conversation.id);
    const QString text = sentence(isFrench(conversation.preview), m_next++);
    // What becomes of it is seen where it is judged; where a colleague has the conversation it is simply refused.
    const auto proposed = m_outbox.press(
        {.conversation = conversation.id, .body = text, .agent = QString::fromLatin1(kName), .isSure = true});
    Q_UNUSED(proposed)
}

} // namespace fw::wiring
