#include "app/core/ids.h"
#include "app/store/account_store.h"
#include "app/store/figure_store.h"
#include "app/store/message_store.h"
#include "app/store/migrations.h"
#include "tests/bench/bench.h"
#include "tests/bench/or_exit.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

namespace fw::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int kADay = 250;        // conversations that begin in a day, of four messages each
constexpr int kSmallDays = 10;    // 10,000 messages
constexpr int kLargeDays = 1'000; // 1,000,000
constexpr int kOpenEvery = 25;    // of the conversations of the last days
constexpr int kOpenDays = 5;
constexpr milliseconds kDay = 24h;

/// So many days of a desk, every one as busy as the others: asked, answered, asked again, answered, resolved. The last days' conversations are the same
/// number, and as many of them open, however long the history is.
class History
{
public:
    History(const QString &file, int days) : m_ids(m_clock), m_days(days)
    {
        const auto place = DatabasePlace::ofFile(file);
        m_db = valueOrExit(Database::open(place, Database::Access::ReadWrite, m_clock, m_ids));
        doneOrExit(migrate(*m_db));
        m_db->script({u"DROP TRIGGER message_words_insert"_s}); // nobody searches here
        fill();
    }

    /// Every figure of the last whole day.
    void ask(int times)
    {
        const Instant end = m_begin + m_days * kDay;
        const FigureTerms terms{.period = {.from = end - kDay, .to = end}, .asOf = end};
        for (int i = 0; i < times; ++i) {
            m_db->beginReading();
            m_read = FigureStore(*m_db).eachPast(terms.period, terms.asOf, [&](const ConversationPast &past) {
                for (const Figure figure : allFigures()) {
                    m_rows += figureRows(figure, past, terms).size();
                }
            });
            m_db->rollback();
        }
    }

    [[nodiscard]] qsizetype read() const { return m_read; }
    [[nodiscard]] qint64 rows() const { return m_rows; }
    [[nodiscard]] int messages() const { return m_days * kADay * 4; }

private:
    void fill()
    {
        m_db->beginWriting();
        m_account = valueOrExit(AccountStore(*m_db).add(
            {.name = u"care"_s, .baseUrl = u"http://127.0.0.1:1"_s, .tokenFile = u"/nowhere"_s}));
        m_person
            = MessageStore(*m_db).saveIdentity({.remoteId = u"1"_s, .handle = u"ana"_s, .name = u"Ana"_s}).id;
        for (int day = 0; day < m_days; ++day) {
            for (int i = 0; i < kADay; ++i) {
                const bool isOpen = day >= m_days - kOpenDays && i % kOpenEvery == 0;
                tell(m_begin + day * kDay + milliseconds(m_random.bounded(int(20 * 3'600'000))), isOpen);
            }
            doneOrExit(m_db->commit());
            m_db->beginWriting();
        }
        doneOrExit(m_db->commit());
    }

    void tell(Instant at, bool isOpen)
    {
        const qint64 conversation = m_db->newId<ConversationId>().value;
        const qint64 first = m_db->newId<MessageId>().value;
        const qint64 second = m_db->newId<MessageId>().value;
        const qint64 resolved = m_db->newId<FactId>().value;
        m_db->exec(u"INSERT INTO conversation (id, account_id, identity_id, lane, state, opened_at_ms,"
                   " last_message_at_ms, resolved_by, episode_open, preview)"
                   " VALUES (?, ?, ?, 'public', ?, ?, ?, ?, ?, 'Where is my parcel?')"_s,
            {conversation, m_account.id.value, m_person.value,
                isOpen ? u"waiting-for-customer"_s : u"resolved"_s, toMs(at), toMs(at + 90min),
                isOpen ? QVariant() : QVariant(resolved), isOpen ? 1 : 0});
        const qint64 answer = say(conversation, 0, at + 30min, u"outbound"_s, 0);
        say(conversation, first, at, u"inbound"_s, answer);
        const qint64 again = say(conversation, 0, at + 90min, u"outbound"_s, 0);
        say(conversation, second, at + 60min, u"inbound"_s, again);
        note(
            0, conversation, at + 10min, u"conversation-assigned"_s, u"{\"to\":\"ann\",\"team\":\"care\"}"_s);
        if (!isOpen) {
            note(resolved, conversation, at + 100min, u"conversation-resolved"_s, u"{}"_s);
        }
        m_db->exec(
            u"INSERT INTO target (conversation_id, kind, opened_by, policy, version, calendar,"
            " calendar_version, started_at_ms, due_at_ms, met_at_ms) VALUES (?, 'first-answer', ?, 'all', 1,"
            " 'always', 0, ?, ?, ?)"_s,
            {conversation, first, toMs(at), toMs(at + 1h), toMs(at + 30min)});
    }

    qint64 say(qint64 conversation, qint64 id, Instant at, const QString &direction, qint64 settledBy)
    {
        const qint64 made = id == 0 ? m_db->newId<MessageId>().value : id;
        m_db->exec(
            u"INSERT INTO message (id, account_id, conversation_id, identity_id, author_available, remote_id,"
            " version_id, kind, direction, lane, body, posted_at_ms, stored_at_ms, in_reply_to, thread,"
            " settled_by) VALUES (?, ?, ?, ?, 1, ?, '1', 'mention', ?, 'public', 'Where is my parcel?', ?, ?,"
            " '', '', ?)"_s,
            {made, m_account.id.value, conversation, m_person.value, QString::number(made), direction,
                toMs(at), toMs(at), settledBy == 0 ? QVariant() : QVariant(settledBy)});
        return made;
    }

    void note(qint64 id, qint64 conversation, Instant at, const QString &fact, const QString &detail)
    {
        m_db->exec(u"INSERT INTO journal (id, at_ms, fact, account_id, conversation_id, agent, detail)"
                   " VALUES (?, ?, ?, ?, ?, 'ann', ?)"_s,
            {id == 0 ? m_db->newId<FactId>().value : id, toMs(at), fact, m_account.id.value, conversation,
                detail});
    }

    SystemClock m_clock;
    IdSource m_ids;
    std::unique_ptr<Database> m_db;
    QRandomGenerator m_random{1};
    Instant m_begin = instantFromMs(1'600'000'000'000);
    Account m_account = {};
    IdentityId m_person = {};
    int m_days;
    qsizetype m_read = 0;
    qint64 m_rows = 0;
};
} // namespace

QJsonObject benchFigures(const Options &options)
{
    const QTemporaryDir folder;
    History small(folder.filePath(u"small.db"_s), kSmallDays);
    History large(folder.filePath(u"large.db"_s), std::max(kSmallDays, int(kLargeDays * options.size)));
    const int times = options.size < 0.1 ? 1 : 5;
    const Pair day = measure(
        options.rounds, [&] { large.ask(times); }, [&] { small.ask(times); });
    const double each = 1e3 / times;
    std::printf("a day's figures: %.1f ms of CPU from %d messages (%d conversations read), %.1f from %d (%d "
                "read); ratio %.2f\n",
        day.subject.median() * each, large.messages(), int(large.read()), day.reference.median() * each,
        small.messages(), int(small.read()), day.ratio());
    QJsonObject report = day.toJson();
    report.insert(u"messages"_s, large.messages());
    report.insert(u"conversations_read"_s, large.read());
    report.insert(u"rows"_s, large.rows());
    return report;
}

} // namespace fw::bench
