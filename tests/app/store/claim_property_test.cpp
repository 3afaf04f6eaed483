// I5: many desks claim, let it run out, take over and send at the same time. The database itself writes down every change of a claim and who held it
// when a reply was stored; what is written down is judged afterwards.
#include "app/dispatch/outbox.h"
#include "app/store/claim_store.h"
#include "app/store/journal_store.h"
#include "tests/support/desk_fixture.h"
#include "tests/support/seed.h"

#include <QtTest>

#include <random>
#include <thread>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int kDesks = 8;
constexpr int kSteps = 60;
constexpr int kConversations = 3;
constexpr milliseconds kTerm = 25ms;
constexpr int kLongestPauseMs = 60; // longer than a claim lives

const QStringList kWitnessOnSqlite = {
    u"CREATE TABLE claim_seen (seq INTEGER PRIMARY KEY AUTOINCREMENT, conversation_id BIGINT, agent TEXT,"
    " epoch BIGINT, taken_at_ms BIGINT, expires_at_ms BIGINT)"_s,
    u"CREATE TABLE press_seen (reply_id BIGINT, writer TEXT, conversation_id BIGINT, holder TEXT, epoch BIGINT)"_s,
    u"CREATE TRIGGER see_take AFTER INSERT ON claim BEGIN INSERT INTO claim_seen (conversation_id, agent, "
    u"epoch,"
    " taken_at_ms, expires_at_ms) VALUES (NEW.conversation_id, NEW.agent, NEW.epoch, NEW.taken_at_ms,"
    " NEW.expires_at_ms); END"_s,
    u"CREATE TRIGGER see_change AFTER UPDATE ON claim BEGIN INSERT INTO claim_seen (conversation_id, agent, "
    u"epoch,"
    " taken_at_ms, expires_at_ms) VALUES (NEW.conversation_id, NEW.agent, NEW.epoch, NEW.taken_at_ms,"
    " NEW.expires_at_ms); END"_s,
    u"CREATE TRIGGER see_press AFTER INSERT ON reply BEGIN INSERT INTO press_seen SELECT NEW.id, NEW.agent,"
    " k.conversation_id, k.agent, k.epoch FROM (SELECT 1) LEFT JOIN claim k"
    " ON k.conversation_id = NEW.conversation_id; END"_s};

const QStringList kWitnessOnPostgres = {
    u"CREATE TABLE claim_seen (seq BIGSERIAL PRIMARY KEY, conversation_id BIGINT, agent TEXT, epoch BIGINT,"
    " taken_at_ms BIGINT, expires_at_ms BIGINT)"_s,
    u"CREATE TABLE press_seen (reply_id BIGINT, writer TEXT, conversation_id BIGINT, holder TEXT, epoch BIGINT)"_s,
    u"CREATE FUNCTION see_claim() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO claim_seen"
    " (conversation_id, agent, epoch, taken_at_ms, expires_at_ms) VALUES (NEW.conversation_id, NEW.agent,"
    " NEW.epoch, NEW.taken_at_ms, NEW.expires_at_ms); RETURN NEW; END $$"_s,
    u"CREATE TRIGGER see_claim AFTER INSERT OR UPDATE ON claim FOR EACH ROW EXECUTE FUNCTION see_claim()"_s,
    u"CREATE FUNCTION see_press() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO press_seen SELECT "
    u"NEW.id,"
    " NEW.agent, k.conversation_id, k.agent, k.epoch FROM (SELECT 1) one LEFT JOIN claim k"
    " ON k.conversation_id = NEW.conversation_id; RETURN NEW; END $$"_s,
    u"CREATE TRIGGER see_press AFTER INSERT ON reply FOR EACH ROW EXECUTE FUNCTION see_press()"_s};

template <typename T>
T finished(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

/// One agent's program: its own connections, its own moods.
class MoodyDesk
{
public:
    MoodyDesk(const DatabasePlace &place, const Clock &clock, int number, quint32 seed)
        : m_random(seed + quint32(number))
        , m_ids(clock)
        , m_store(*Store::open(place, clock, m_ids))
        , m_outbox(*m_store, kTerm)
        , m_who{.agent = u"agent%1"_s.arg(number), .desk = QString::number(number)}
    {
    }

    void work(const QList<ConversationId> &conversations)
    {
        for (int i = 0; i < kSteps; ++i) {
            step(conversations[pick(int(conversations.size()))]);
            std::this_thread::sleep_for(milliseconds(pick(3) == 0 ? pick(kLongestPauseMs) : 0));
        }
    }

    int presses = 0;
    int refusals = 0;
    QList<Claim> told = {}; // what the desk believes to have held
    QStringList faults = {};

private:
    int pick(int below) { return std::uniform_int_distribution<int>(0, below - 1)(m_random); }

    template <typename T>
    void note(const Result<T> &result)
    {
        if (result) {
            return;
        }
        ++refusals;
        if (result.error().code != ErrorCode::Claimed) {
            faults << toString(result.error().code) + u": "_s + result.error().detail;
        }
    }

    void keep(const Result<Claim> &claim)
    {
        note(claim);
        if (claim) {
            told << *claim;
            m_held = *claim;
        }
    }

    void step(ConversationId id)
    {
        const int mood = pick(20);
        if (mood < 7) {
            keep(finished(m_store->write([this, id](Database &db) {
                ClaimStore claims(db);
                claims.decideAlone();
                return claims.take(id, m_who, kTerm);
            })));
        } else if (mood < 10 && m_held) {
            const auto renewed = finished(m_store->write([held = *m_held](Database &db) {
                ClaimStore claims(db);
                claims.decideAlone();
                return claims.renew(held, kTerm);
            }));
            note(renewed);
            if (renewed && *renewed) {
                told << **renewed;
            }
        } else if (mood < 12) {
            note(finished(m_store->write([this, id](Database &db) {
                ClaimStore claims(db);
                claims.decideAlone();
                return claims.release(id, m_who);
            })));
        } else if (mood < 14) {
            keep(finished(m_store->write([this, id](Database &db) {
                return ClaimStore(db).takeOver(id, m_who, u"in a hurry"_s, kTerm);
            })));
        } else {
            const auto reply = finished(m_outbox.press(
                {.conversation = id, .body = u"hello"_s, .agent = m_who.agent, .isSure = true}));
            note(reply);
            presses += reply ? 1 : 0;
        }
    }

    std::mt19937 m_random;
    IdSource m_ids;
    std::unique_ptr<Store> m_store;
    Outbox m_outbox;
    Claimant m_who;
    std::optional<Claim> m_held = {};
};

struct Seen {
    qint64 conversation = 0;
    QString agent = {};
    qint64 epoch = 0;
    Instant takenAt = {};
    Instant expiresAt = {};
};

struct PressSeen {
    QString writer = {};
    QString holder = {};
};
} // namespace

class ClaimPropertyTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void noTwoAgentsHoldOneConversationAndOnlyHoldersSend() // I5
    {
        const quint32 seed = printedSeed();
        DeskFixture desk;
        const QList<ConversationId> conversations = prepare(desk);
        const SystemClock clock;
        std::vector<std::unique_ptr<MoodyDesk>> desks;
        for (int i = 0; i < kDesks; ++i) {
            desks.push_back(std::make_unique<MoodyDesk>(desk.place(), clock, i, seed));
        }
        std::vector<std::thread> threads;
        for (const auto &one : desks) {
            threads.emplace_back([&one, &conversations] { one->work(conversations); });
        }
        for (std::thread &thread : threads) {
            thread.join();
        }
        int presses = 0;
        int refusals = 0;
        for (const auto &one : desks) {
            QVERIFY2(one->faults.isEmpty(), qPrintable(one->faults.join(u'\n')));
            presses += one->presses;
            refusals += one->refusals;
        }
        const QList<Seen> history = read(desk);
        const QList<PressSeen> pressed = readPresses(desk);
        judgeClaims(history, takeOvers(desk));
        QCOMPARE(pressed.size(), presses);
        judgePresses(pressed);
        for (const auto &one : desks) {
            judgeBeliefs(one->told, history);
        }
        qInfo("%lld changes of claims, %d replies, %d refusals", history.size(), presses, refusals);
        QVERIFY(presses > 0 && refusals > 0);
    }

private:
    static QList<ConversationId> prepare(DeskFixture &desk)
    {
        QList<ConversationId> conversations;
        for (int i = 0; i < kConversations; ++i) {
            conversations
                << desk.keep(desk.mention(QString::number(10 + i), QString::number(50 + i))).conversation;
        }
        const auto watched = waitFor(desk.store->write([](Database &db) {
            db.script(db.place().isPostgres() ? kWitnessOnPostgres : kWitnessOnSqlite);
        }));
        Q_ASSERT(watched);
        Q_UNUSED(watched)
        return conversations;
    }

    static QList<Seen> read(DeskFixture &desk)
    {
        return *waitFor(desk.store->read([](Database &db) {
            return db.list(u"SELECT conversation_id, agent, epoch, taken_at_ms, expires_at_ms FROM claim_seen"
                           " ORDER BY conversation_id, seq"_s,
                {}, [](const QSqlQuery &row) {
                    return Seen{.conversation = row.value(0).toLongLong(),
                        .agent = row.value(1).toString(),
                        .epoch = row.value(2).toLongLong(),
                        .takenAt = instantOf(row.value(3)),
                        .expiresAt = instantOf(row.value(4))};
                });
        }));
    }

    /// "conversation epoch" of every claim that was taken over.
    static QSet<QString> takeOvers(DeskFixture &desk)
    {
        QSet<QString> keys;
        const auto facts
            = *waitFor(desk.store->read([](Database &db) { return JournalStore(db).after({}, 100'000); }));
        for (const Fact &fact : facts) {
            if (fact.fact == "claim-taken-over"_L1) {
                keys << key(fact.conversation.value, fact.detail[u"epoch"_s].toInteger());
            }
        }
        return keys;
    }

    static QString key(qint64 conversation, qint64 epoch) { return u"%1 %2"_s.arg(conversation).arg(epoch); }

    static void judgeClaims(const QList<Seen> &history, const QSet<QString> &takenOver)
    {
        for (qsizetype i = 1; i < history.size(); ++i) {
            const Seen &before = history[i - 1];
            const Seen &now = history[i];
            if (now.conversation != before.conversation) {
                continue;
            }
            if (now.epoch == before.epoch) {
                QCOMPARE(now.agent, before.agent);
                QVERIFY(now.takenAt == before.takenAt);
                continue;
            }
            QCOMPARE(now.epoch, before.epoch + 1);
            const bool mayInterrupt
                = now.agent == before.agent || takenOver.contains(key(now.conversation, now.epoch));
            QVERIFY2(mayInterrupt || now.takenAt >= before.expiresAt,
                qPrintable(u"%1 took it from %2 %3 ms too early"_s.arg(now.agent, before.agent)
                               .arg((before.expiresAt - now.takenAt).count())));
        }
    }

    static QList<PressSeen> readPresses(DeskFixture &desk)
    {
        return *waitFor(desk.store->read([](Database &db) {
            return db.list(u"SELECT writer, holder FROM press_seen"_s, {}, [](const QSqlQuery &row) {
                return PressSeen{.writer = row.value(0).toString(), .holder = row.value(1).toString()};
            });
        }));
    }

    static void judgePresses(const QList<PressSeen> &presses)
    {
        for (const PressSeen &press : presses) {
            QCOMPARE(press.writer, press.holder);
        }
    }

    /// What a desk was told it holds was so.
    static void judgeBeliefs(const QList<Claim> &told, const QList<Seen> &history)
    {
        for (const Claim &claim : told) {
            const bool wasSo = std::any_of(history.begin(), history.end(), [&claim](const Seen &seen) {
                return seen.conversation == claim.conversation.value && seen.epoch == claim.epoch
                    && seen.agent == claim.holder.agent && seen.expiresAt == claim.expiresAt;
            });
            QVERIFY(wasSo);
        }
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::ClaimPropertyTest)
#include "claim_property_test.moc"
