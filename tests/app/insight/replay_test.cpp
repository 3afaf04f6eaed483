// Whether the queue of a past instant can be had from the journal alone: random histories, with snapshots of the live queue taken on the way.
#include "app/insight/replay.h"

#include "tests/app/store/promised_desk.h"
#include "tests/support/seed.h"

#include <QTest>

#include <random>

namespace fw::test {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {
using Queue = std::map<ConversationId, PastConversation>;

struct Snapshot {
    Instant at = {};
    Queue queue = {};
};

/// The live queue, as the tables have it.
Queue liveQueue(PromisedDesk &desk)
{
    return *waitFor(desk.store->read([](Database &db) {
        Queue queue;
        const auto read = [&queue](const QSqlQuery &row) {
            queue[{row.value(0).toLongLong()}]
                = {.state = row.value(1).toString(), .waitingSince = optionalInstant(row.value(2))};
            return true;
        };
        db.list(u"SELECT id, state, waiting_since_ms FROM conversation"_s, {}, read);
        for (auto &[id, conversation] : queue) {
            conversation.tags = TagStore(db).of(id);
        }
        return queue;
    }));
}

class RandomDesk
{
public:
    explicit RandomDesk(quint32 seed) : m_random(seed) { }

    void step()
    {
        const int what = pick(12);
        if (what < 5 || m_questions.isEmpty()) {
            ask();
            return;
        }
        const Message question = m_questions[pick(int(m_questions.size()))];
        if (what < 8) {
            desk.answers(question, milliseconds(pick(3000)));
        } else if (what < 10) {
            m_resolved = desk.resolves(question);
            m_resolvedQuestion = question;
        } else if (what < 11) {
            desk.tags(question, u"tag%1"_s.arg(pick(3)));
        } else if (!m_resolved.isNull()) {
            const auto undone = waitFor(
                Desk(*desk.store).undoResolve(m_resolvedQuestion.conversation, m_resolved, u"ann"_s));
            QVERIFY(undone || undone.error().code == ErrorCode::Usage); // resolved anew since
            m_resolved = {};
        }
    }

    void pass() { desk.clock.advance(milliseconds(1 + pick(600'000))); }
    int pick(int below) { return int(m_random() % unsigned(below)); }

    PromisedDesk desk;

private:
    void ask()
    {
        Post post = desk.mention(QString::number(++m_posts), QString::number(pick(9)));
        post.thread = u"t"_s + post.author.remoteId + u"-"_s + QString::number(pick(3));
        post.postedAt -= milliseconds(pick(3) * 100'000); // learned late
        m_questions.append(desk.keep(post));
    }

    std::mt19937 m_random;
    int m_posts = 5'000'000;
    QList<Message> m_questions;
    FactId m_resolved;
    Message m_resolvedQuestion;
};
} // namespace

class ReplayTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everySnapshotIsRebuilt();
    void whatOthersTellIsFolded();
};

void ReplayTest::everySnapshotIsRebuilt()
{
    RandomDesk random(printedSeed());
    QList<Snapshot> snapshots;
    for (int i = 0; i < 250; ++i) {
        random.step();
        random.pass();
        if (random.pick(8) == 0) {
            snapshots.append({.at = random.desk.clock.now(), .queue = liveQueue(random.desk)});
        }
    }
    QVERIFY(snapshots.size() > 5);
    QVERIFY(snapshots.last().queue.size() > 5);
    for (const Snapshot &snapshot : snapshots) {
        const auto rebuilt = waitFor(queueAt(*random.desk.store, snapshot.at));
        QVERIFY(rebuilt);
        QCOMPARE(rebuilt->size(), snapshot.queue.size());
        for (const auto &[id, conversation] : snapshot.queue) {
            QVERIFY2(rebuilt->at(id) == conversation,
                qPrintable(u"conversation %1 at %2"_s.arg(id.toString(), toIso(snapshot.at))));
        }
    }
}

void ReplayTest::whatOthersTellIsFolded()
{
    const ConversationId id{7};
    Replay replay;
    const auto tell = [&](const QString &fact, const QJsonObject &detail) {
        replay.apply({.fact = fact, .conversation = id, .detail = detail});
    };
    tell(u"conversation-assigned"_s, {{u"to"_s, u"ann"_s}, {u"team"_s, u"care"_s}});
    tell(u"class-changed"_s, {{u"class"_s, u"urgent"_s}});
    tell(u"conversation-snoozed"_s, {{u"until"_s, u"2026-11-20T08:00:00.000Z"_s}});
    tell(u"conversation-state-changed"_s, {{u"state"_s, u"snoozed"_s}, {u"waiting_since"_s, QJsonValue()}});
    const PastConversation snoozed = replay.conversations().at(id);
    QCOMPARE(snoozed.assignee, u"ann"_s);
    QCOMPARE(snoozed.team, u"care"_s);
    QCOMPARE(snoozed.workClass, u"urgent"_s);
    QVERIFY(snoozed.snoozedUntil == instantFromIso(u"2026-11-20T08:00:00.000Z"_s));
    tell(u"conversation-state-changed"_s,
        {{u"state"_s, u"waiting"_s}, {u"waiting_since"_s, u"2026-11-20T08:00:00.000Z"_s}});
    QVERIFY(!replay.conversations().at(id).snoozedUntil);
}

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::ReplayTest)
#include "replay_test.moc"
