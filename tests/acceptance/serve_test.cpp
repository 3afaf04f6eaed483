#include "tests/acceptance/outbox_road.h"
#include "tests/acceptance/services.h"
#include "tests/support/pg_cluster.h"
#include "tests/support/seed.h"

#include <QDir>
#include <QtTest>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
constexpr int kPatienceMs = 90'000;

/// The end of NOTIFY_SOCKET that systemd has.
class NotifySocket
{
public:
    explicit NotifySocket(const QString &path)
        : m_descriptor(::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0))
    {
        const QByteArray name = path.toLocal8Bit();
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        std::copy(name.begin(), name.end(), std::begin(address.sun_path));
        m_isOpen = ::bind(m_descriptor, reinterpret_cast<sockaddr *>(&address), sizeof(address)) == 0;
    }
    ~NotifySocket() { ::close(m_descriptor); }
    Q_DISABLE_COPY_MOVE(NotifySocket)

    [[nodiscard]] bool isOpen() const { return m_isOpen; }

    [[nodiscard]] bool heard(const QByteArray &state)
    {
        std::array<char, 512> buffer{};
        for (ssize_t size = 0; (size = ::recv(m_descriptor, buffer.data(), buffer.size(), 0)) > 0;) {
            m_heard.append(QByteArray(buffer.data(), size));
        }
        return m_heard.contains(state);
    }

private:
    int m_descriptor;
    bool m_isOpen = false;
    QByteArrayList m_heard;
};
} // namespace

/// I2 and I4 on a team's database: two services, one of which is killed, stands still, or is cut off.
class ServeTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!PgCluster::whyNot().isEmpty()) {
            QSKIP("PostgreSQL is not installed");
        }
        m_place = PgCluster::makeDatabase();
        m_url = u"postgresql:///%1?host=%2"_s.arg(m_place.database, m_place.host);
        PgCluster::makeLogin(u"one"_s);
        PgCluster::makeLogin(u"two"_s);
        m_road = std::make_unique<OutboxRoad>();
        const QString wrong = m_road->start(m_place);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void aServiceSendsAndStopsCleanly()
    {
        NotifySocket systemd(m_folder.filePath(u"notify"_s));
        QVERIFY(systemd.isOpen());
        ServiceProgram service(m_url, u"one"_s, folder(u"one"_s),
            {u"NOTIFY_SOCKET="_s + m_folder.filePath(u"notify"_s), u"WATCHDOG_USEC=200000"_s});
        QTRY_COMPARE_WITH_TIMEOUT(service.accounts(), 1, kPatienceMs);
        QVERIFY(systemd.heard("READY=1"));
        QTRY_VERIFY(systemd.heard("WATCHDOG=1"));
        m_road->press(4);
        waitUntilSent();
        QVERIFY(service.page(u"/healthz"_s).startsWith("HTTP/1.1 200"));
        const QByteArray metrics = service.page(u"/metrics"_s);
        QVERIFY(metrics.startsWith("HTTP/1.1 200"));
        QVERIFY2(metrics.contains("\nfloorwalker_attempts_total{account=\"care\",outcome=\"accepted\"} 4\n"),
            metrics.constData());
        QVERIFY(metrics.contains("\nfloorwalker_outbox_replies{state=\"queued\"} 0\n"));
        QVERIFY(metrics.contains("\nfloorwalker_queue_waiting "));
        QVERIFY(
            metrics.contains("\nfloorwalker_complete_up_to_seconds{account=\"care\",stream=\"mentions\"} "));
        QVERIFY(metrics.contains("\nfloorwalker_lease_held{account=\"care\",holder=\""));
        QVERIFY(service.page(u"/other"_s).startsWith("HTTP/1.1 404"));
        const Ran ran = service.stop();
        QCOMPARE(ran.status, 0);
        QVERIFY(systemd.heard("STOPPING=1"));
        QCOMPARE(holder(), QString());
        compare();
    }

    void theMonitorAnswersOnThisComputerOnly()
    {
        for (const QString &address :
            {u"0.0.0.0:0"_s, u"192.0.2.1:80"_s, u"127.0.0.1"_s, u"example.org:80"_s}) {
            const Ran ran = runCtl(
                {u"serve"_s, u"--database"_s, m_url, u"--data"_s, folder(u"one"_s), u"--metrics"_s, address},
                {u"PGUSER=one"_s});
            QCOMPARE(ran.status, 2);
        }
    }

    void whatTheServiceDoesIsRefusedToOthers()
    {
        for (const QString &command : {u"dispatch"_s, u"pull"_s}) {
            const Ran ran = runCtl({command, u"--database"_s, m_url});
            QCOMPARE(ran.status, 2);
            QVERIFY2(ran.error.contains("floorwalkerctl serve"), ran.error.constData());
        }
        QVERIFY(m_road->workplace().claim().error().code == ErrorCode::Busy);
    }

    void aPasswordIsTakenFromNoCommandLine()
    {
        const Ran ran = runCtl({u"queue"_s, u"--database"_s, u"postgresql://one:geheim@localhost/desk"_s});
        QCOMPARE(ran.status, 2);
        QVERIFY(ran.error.contains(".pgpass"));
        QVERIFY(!ran.error.contains("geheim"));
    }

    void aKilledServiceIsReplaced()
    {
        begin();
        for (int round = 0; round < 4; ++round) {
            slowDown();
            m_road->press(6);
            wait(m_random.bounded(600));
            holding()->signal(SIGKILL);
            replaceDead();
            waitUntilSent();
            compare();
        }
    }

    void aServiceThatStandsStillIsReplacedAndSendsNothingMore()
    {
        begin();
        for (int round = 0; round < 4; ++round) {
            slowDown();
            m_road->press(6);
            wait(m_random.bounded(600));
            ServiceProgram *asleep = holding();
            ServiceProgram *other = asleep == m_one.get() ? m_two.get() : m_one.get();
            asleep->signal(SIGSTOP);
            QTRY_COMPARE_WITH_TIMEOUT(other->accounts(), 1, kPatienceMs);
            waitUntilSent();
            asleep->signal(SIGCONT);
            QTRY_COMPARE_WITH_TIMEOUT(asleep->accounts(), 0, kPatienceMs);
            m_road->press(2);
            waitUntilSent();
            compare();
        }
    }

    void aServiceThatIsCutOffIsReplacedAndComesBack()
    {
        begin();
        for (int round = 0; round < 3; ++round) {
            slowDown();
            m_road->press(6);
            wait(m_random.bounded(600));
            ServiceProgram *cut = holding();
            ServiceProgram *other = cut == m_one.get() ? m_two.get() : m_one.get();
            const QString login = cut == m_one.get() ? u"one"_s : u"two"_s;
            PgCluster::setReachable(login, false);
            QTRY_COMPARE_WITH_TIMEOUT(other->accounts(), 1, kPatienceMs);
            waitUntilSent();
            QTRY_VERIFY(cut->page(u"/healthz"_s).startsWith("HTTP/1.1 503"));
            PgCluster::setReachable(login, true);
            QTRY_VERIFY_WITH_TIMEOUT(cut->page(u"/healthz"_s).startsWith("HTTP/1.1 200"), kPatienceMs);
            m_road->press(2);
            waitUntilSent();
            compare();
        }
    }

    void whenTheDatabaseGoesAwayClientsAreToldAndEverybodyRecovers()
    {
        begin();
        const Message &question = m_road->nextQuestion();
        const QString kept = m_road->nextText();
        m_road->press(question, kept);
        waitUntilSent();
        QTRY_VERIFY(m_road->workplace().store().isListening());
        PgCluster::setReachable(m_place, false);
        QTRY_VERIFY_WITH_TIMEOUT(
            !m_road->workplace().store().isListening(), kPatienceMs); // what the window shows
        const auto refused
            = waitFor(m_road->workplace().outbox().press({.conversation = question.conversation,
                .parent = question.id,
                .body = u"this one is told to have failed"_s,
                .agent = u"ann"_s,
                .isSure = true}));
        QVERIFY(!refused && refused.error().code == ErrorCode::Storage);
        PgCluster::setReachable(m_place, true);
        QTRY_VERIFY_WITH_TIMEOUT(m_road->workplace().store().isListening(), kPatienceMs);
        m_road->press(3);
        waitUntilSent();
        compare();
        const QJsonArray there = m_road->control().posts(true);
        QVERIFY(std::none_of(there.begin(), there.end(), [](const QJsonValue &post) {
            return post[u"text"_s].toString().contains(u"told to have failed"_s);
        }));
    }

    void cleanupTestCase()
    {
        m_one.reset();
        m_two.reset();
        m_road.reset();
    }

private:
    [[nodiscard]] QString folder(const QString &name) const { return m_folder.filePath(name); }

    /// Both services run, and one of them has the account.
    void begin()
    {
        for (const auto &[service, login] : {std::pair{&m_one, u"one"_s}, std::pair{&m_two, u"two"_s}}) {
            if (!*service) {
                *service = std::make_unique<ServiceProgram>(m_url, login, folder(login));
            }
        }
        QTRY_VERIFY_WITH_TIMEOUT(m_one->isReady() && m_two->isReady(), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(holding() != nullptr, kPatienceMs);
        QVERIFY(m_road->strikeNext({}));
    }

    /// After a kill.
    void replaceDead()
    {
        std::unique_ptr<ServiceProgram> &dead = m_lastHolding == m_one.get() ? m_one : m_two;
        const QString login = &dead == &m_one ? u"one"_s : u"two"_s;
        dead = std::make_unique<ServiceProgram>(m_url, login, folder(login));
    }

    /// The one that says that it has the account.
    ServiceProgram *holding()
    {
        const bool isFirst = m_one->accounts() == 1;
        m_lastHolding = isFirst ? m_one.get() : m_two->accounts() == 1 ? m_two.get() : nullptr;
        return m_lastHolding;
    }

    /// Calls take a moment, and some get no answer.
    void slowDown()
    {
        QTRY_VERIFY_WITH_TIMEOUT(holding() != nullptr, kPatienceMs);
        QVERIFY(
            m_road->control().setFaults({QJsonObject{{u"kind"_s, u"latency"_s}, {u"operation"_s, u"create"_s},
                                             {u"min_ms"_s, 0}, {u"max_ms"_s, 60}},
                QJsonObject{
                    {u"kind"_s, u"drop_after_write"_s}, {u"operation"_s, u"create"_s}, {u"share"_s, 0.2}}}));
    }

    /// A moment of the test's choosing, for a program that does not know of it.
    static void wait(int ms)
    {
        QElapsedTimer timer;
        timer.start();
        QTRY_VERIFY(timer.elapsed() >= ms);
    }

    void waitUntilSent() { QTRY_COMPARE_WITH_TIMEOUT(pending(), 0, kPatienceMs); }

    qint64 pending()
    {
        return waitFor(m_road->workplace().store().read([](Database &db) {
            return db.number(u"SELECT count(*) FROM reply WHERE state IN ('queued', 'sending', 'unknown')"_s);
        })).value_or(-1);
    }

    QString holder()
    {
        return waitFor(m_road->workplace().store().read([](Database &db) {
            return db
                .one(u"SELECT holder FROM lease"_s, {},
                    [](const QSqlQuery &row) { return row.value(0).toString(); })
                .value_or(u"no lease"_s);
        })).value_or(u"?"_s);
    }

    void compare()
    {
        const QString wrong = m_road->compare();
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    QTemporaryDir m_folder;
    DatabasePlace m_place;
    QString m_url;
    QRandomGenerator m_random{printedSeed()};
    std::unique_ptr<OutboxRoad> m_road;
    std::unique_ptr<ServiceProgram> m_one;
    std::unique_ptr<ServiceProgram> m_two;
    ServiceProgram *m_lastHolding = nullptr;
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::ServeTest)
#include "serve_test.moc"
