// How fast eight consoles claim conversations on one PostgreSQL server, beside eight clients of the same driver that each take the first free row of a plain
// table with SKIP LOCKED. Wall time, since most of the work is the server's; in turns in one run, on the same server.
#include "app/desk/claims/claims.h"
#include "app/store/account_store.h"
#include "app/store/conversation_store.h"
#include "app/store/message_store.h"
#include "app/store/store.h"
#include "tests/bench/bench.h"
#include "tests/bench/or_exit.h"
#include "tests/support/pg_cluster.h"

#include <QElapsedTimer>
#include <QJsonArray>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <thread>
#include <vector>

namespace fw::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr int kClients = 8;
constexpr int kRows = 400'000;
constexpr int kClaimsARound = 4'000;
constexpr int kPage = 200;

template <typename T>
T waited(const QFuture<Result<T>> &future)
{
    QFuture<Result<T>> last = future;
    last.waitForFinished();
    return valueOrExit(last.result());
}

/// One console: a store of its own, and a walk through the queue.
class Console
{
public:
    Console(const DatabasePlace &place, int number)
        : m_ids(m_clock)
        , m_store(valueOrExit(Store::open(place, m_clock, m_ids)))
        , m_number(number)
    {
    }

    /// Claims what it meets first that nobody has, until `left` is used up.
    void claim(std::atomic<int> &left)
    {
        const Claimant me{.agent = u"agent %1"_s.arg(m_number), .desk = u"desk %1"_s.arg(m_number)};
        while (left.fetch_sub(1) > 0) {
            for (bool isTaken = false; !isTaken;) {
                const ConversationId next = nextRow();
                auto taking = Claims(*m_store).take(next, me);
                taking.waitForFinished();
                const Result<Claim> claim = taking.result();
                if (!claim && claim.error().code != ErrorCode::Claimed) {
                    giveUp(claim.error().detail);
                }
                isTaken = claim.has_value();
            }
        }
    }

    [[nodiscard]] qint64 repetitions() const { return m_store->repetitions(); }

private:
    /// Consoles begin at different rows of a page, as people do who see what others have.
    ConversationId nextRow()
    {
        while (m_next >= m_rows.size()) {
            m_rows = waited(m_store->read([after = m_after](Database &db) {
                return ConversationStore(db).page(View::Waiting, after, kPage);
            }));
            if (m_rows.isEmpty()) {
                giveUp(u"the queue is used up"_s);
            }
            m_after = keyIn(View::Waiting, m_rows.last());
            m_next = m_number;
        }
        const ConversationId row = m_rows[m_next].id;
        m_next += kClients;
        return row;
    }

    SystemClock m_clock;
    IdSource m_ids;
    std::unique_ptr<Store> m_store;
    int m_number;
    QList<Conversation> m_rows;
    qsizetype m_next = 0;
    std::optional<QueueKey> m_after;
};

/// What pgbench would do, through Qt's driver.
class RawClient
{
public:
    explicit RawClient(const DatabasePlace &place)
        : m_ids(m_clock)
        , m_db(valueOrExit(Database::open(place, Database::Access::ReadWrite, m_clock, m_ids)))
    {
    }

    void claim(std::atomic<int> &left)
    {
        while (left.fetch_sub(1) > 0) {
            const qint64 taken = m_db->number(
                u"UPDATE raw_work SET state = 1 FROM (SELECT id AS free FROM raw_work WHERE state = 0 AND "
                u"account = ?"
                " ORDER BY prio, deadline LIMIT 1 FOR UPDATE SKIP LOCKED) AS first WHERE id = first.free RETURNING id"_s,
                {1});
            if (taken == 0 || m_db->error()) {
                giveUp(m_db->error() ? m_db->error()->detail : u"the table is used up"_s);
            }
        }
    }

private:
    SystemClock m_clock;
    IdSource m_ids;
    std::unique_ptr<Database> m_db;
};

/// As many that wait, and as many plain rows.
void fill(const DatabasePlace &place, int rows)
{
    const SystemClock clock;
    IdSource ids(clock);
    auto store = valueOrExit(Store::open(place, clock, ids));
    waited(store->write([rows](Database &db) {
        const Account account = *AccountStore(db).add(
            {.name = u"care"_s, .baseUrl = u"http://127.0.0.1:1"_s, .tokenFile = u"/nowhere"_s});
        const Identity person
            = MessageStore(db).saveIdentity({.remoteId = u"1"_s, .handle = u"ana"_s, .name = u"Ana"_s});
        db.exec(
            u"INSERT INTO conversation (id, account_id, identity_id, lane, state, opened_at_ms,"
            " waiting_since_ms, last_message_at_ms, unanswered_count, class_rank, due_at_ms, preview)"
            " SELECT n, ?, ?, 'public', 'waiting', n, n, n, 1, n % 3, 253402300799999, 'Where is my parcel?'"
            " FROM generate_series(1, CAST(? AS BIGINT)) n"_s,
            {account.id.value, person.id.value, rows});
        db.script(
            {u"CREATE TABLE raw_work (id BIGINT PRIMARY KEY, account BIGINT, state INTEGER, prio INTEGER, deadline BIGINT)"_s,
                u"INSERT INTO raw_work SELECT n, 1, 0, n % 3, n FROM generate_series(1, %1) n"_s.arg(rows),
                u"CREATE INDEX raw_work_free ON raw_work (account, prio, deadline) WHERE state = 0"_s});
        return Result<bool>(true);
    }));
    const auto db = valueOrExit(Database::open(place, Database::Access::ReadWrite, clock, ids));
    db->script({u"VACUUM ANALYZE"_s});
}

/// Seconds until all clients together have claimed `count`.
template <typename Client>
double timed(std::vector<std::unique_ptr<Client>> &clients, int count)
{
    std::atomic<int> left = count;
    QElapsedTimer timer;
    timer.start();
    std::vector<std::thread> threads;
    threads.reserve(clients.size());
    for (const auto &client : clients) {
        threads.emplace_back([&left, one = client.get()] { one->claim(left); });
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
    return double(timer.nsecsElapsed()) / 1e9;
}

/// A QSqlDatabase belongs to the thread that opened it, so each raw client is made in the thread that uses it.
double timedRaw(const DatabasePlace &place, int count)
{
    std::atomic<int> left = count;
    std::atomic<int> ready = 0;
    std::atomic<bool> isBegun = false;
    std::vector<std::thread> threads;
    for (int i = 0; i < kClients; ++i) {
        threads.emplace_back([&] {
            RawClient client(place);
            ++ready;
            isBegun.wait(false);
            client.claim(left);
        });
    }
    while (ready < kClients) {
        std::this_thread::yield();
    }
    QElapsedTimer timer;
    timer.start();
    isBegun = true;
    isBegun.notify_all();
    for (std::thread &thread : threads) {
        thread.join();
    }
    return double(timer.nsecsElapsed()) / 1e9;
}
} // namespace

QJsonObject benchTeam(const Options &options)
{
    if (!test::PgCluster::whyNot().isEmpty()) {
        std::printf("team: %s\n", qPrintable(test::PgCluster::whyNot()));
        return {{u"skipped"_s, test::PgCluster::whyNot()}};
    }
    const int rows = std::max(20'000, int(kRows * options.size));
    const int claims = std::max(200, int(kClaimsARound * options.size));
    const DatabasePlace place = test::PgCluster::makeDatabase();
    fill(place, rows);
    std::vector<std::unique_ptr<Console>> consoles;
    for (int i = 0; i < kClients; ++i) {
        consoles.push_back(std::make_unique<Console>(place, i));
    }
    Pair pair;
    for (int round = 0; round <= options.rounds; ++round) {
        const double subject = timed(consoles, claims);
        const double reference = timedRaw(place, claims);
        if (round > 0) { // the first warms up
            pair.subject.seconds.append(subject);
            pair.reference.seconds.append(reference);
        }
    }
    std::sort(pair.subject.seconds.begin(), pair.subject.seconds.end());
    std::sort(pair.reference.seconds.begin(), pair.reference.seconds.end());
    qint64 repetitions = 0;
    for (const auto &console : consoles) {
        repetitions += console->repetitions();
    }
    const double rate = claims / pair.subject.median();
    const double rawRate = claims / pair.reference.median();
    std::printf("%d consoles claim %.0f/s among %d, plain SKIP LOCKED %.0f/s; ratio %.2f; %lld units of work "
                "ran again\n",
        kClients, rate, rows, rawRate, rate / rawRate, static_cast<long long>(repetitions));
    QJsonObject report = pair.toJson();
    report.insert(u"rate_ratio"_s, rate / rawRate);
    report.insert(u"rows"_s, rows);
    report.insert(u"claims"_s, claims);
    report.insert(u"repetitions"_s, repetitions);
    return report;
}

} // namespace fw::bench
