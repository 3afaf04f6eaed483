#include "app/core/crash_point.h"
#include "tests/acceptance/outbox_road.h"
#include "tests/support/seed.h"
#include "ui/wiring/sender_lock.h"

#include <QElapsedTimer>
#include <QFile>
#include <QtTest>

#include <csignal>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
constexpr int kRounds = 20;
constexpr int kReachMs
    = 700; // the moments at which a program is stopped: until well after it has begun to send

QStringList stopAt(const QString &point)
{
    return {u"FW_STOP_AT=%1:1"_s.arg(point)};
}

/// Whether a signal has stopped the process; proc(5), the field after the name.
bool isStopped(const QProcess &process)
{
    QFile file(u"/proc/%1/stat"_s.arg(process.processId()));
    if (!file.open(QIODevice::ReadOnly)) {
        return false;
    }
    const QByteArray line = file.readAll();
    return line.mid(line.lastIndexOf(')') + 2).startsWith('T');
}

void signalTo(const QProcess &process, int signal)
{
    ::kill(pid_t(process.processId()), signal);
}
} // namespace

/// I2 with a sender that is stopped by SIGSTOP for longer than its lease, another that takes over, and the first that goes on.
class TwoSendersTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const QString wrong = m_road.start();
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void aSenderThatIsAwakeIsNotReplaced()
    {
        wiring::SenderLock first(m_road.folder());
        QVERIFY(first.take());
        QVERIFY(first.isAlone());
        wiring::SenderLock second(m_road.folder());
        const Done refused = second.take();
        QVERIFY(!refused && refused.error().code == ErrorCode::Busy);
    }

    void aSenderThatStandsStillIsReplacedByOneOnly()
    {
        auto first = std::make_unique<wiring::SenderLock>(m_road.folder());
        QVERIFY(first->take());
        fallAsleep();
        {
            wiring::SenderLock second(m_road.folder());
            QVERIFY(second.take());
            QVERIFY(!first->isAlone());
            wiring::SenderLock third(m_road.folder());
            QVERIFY(!third.take());
            fallAsleep(); // both at once, as far as anybody can see
            QVERIFY(!third.take());
        }
        QVERIFY(first->isAlone());
        first.reset();
        wiring::SenderLock next(m_road.folder());
        QVERIFY(next.take());
    }

    void nothingIsSentTwiceWhereverTheFirstIsStopped_data()
    {
        QTest::addColumn<QString>("fault");
        for (const QString &fault : {u""_s, u"drop_after_write"_s}) {
            for (const QString &point : kPoints + (fault.isEmpty() ? QStringList() : kLookUp)) {
                QTest::addRow("%s, %s", qPrintable(point), qPrintable(fault)) << fault;
            }
        }
    }
    void nothingIsSentTwiceWhereverTheFirstIsStopped()
    {
        if (!kHasCrashPoints) {
            QSKIP("this build has no crash points (FW_CRASH_POINTS)");
        }
        QFETCH(QString, fault);
        m_road.press(3);
        QVERIFY(m_road.strikeNext(fault));
        const auto first
            = m_road.startDispatch(stopAt(QString::fromLatin1(QTest::currentDataTag()).section(u',', 0, 0)));
        QTRY_VERIFY_WITH_TIMEOUT(isStopped(*first), 20'000);
        fallAsleep();
        QCOMPARE(m_road.dispatch().status, 0);
        goOn(*first);
        compare();
    }

    /// The network shows it late, and the program reads the look-up that missed it even later.
    void aLookUpReadLateProvesNothing()
    {
        if (!kHasCrashPoints) {
            QSKIP("this build has no crash points (FW_CRASH_POINTS)");
        }
        m_road.press(1);
        QVERIFY(m_road.control().setFaults({QJsonObject{{u"kind"_s, u"late_write"_s},
            {u"operation"_s, u"create"_s}, {u"count"_s, 1}, {u"delay_ms"_s, 600}}}));
        const auto only = m_road.startDispatch(stopAt(u"look-up-answered"_s));
        QTRY_VERIFY_WITH_TIMEOUT(isStopped(*only), 20'000);
        QElapsedTimer stopped;
        stopped.start();
        QTRY_VERIFY(stopped.elapsed() > 1800); // settled by now, were it the moment of reading that counts
        goOn(*only);
        compare();
    }

    void nothingIsSentTwiceWhenTheFirstIsStoppedAtRandom()
    {
        QRandomGenerator random(printedSeed());
        int stops = 0;
        for (int round = 0; round < kRounds; ++round) {
            m_road.press(6);
            QVERIFY(m_road.control().setFaults(
                {QJsonObject{{u"kind"_s, u"latency"_s}, {u"operation"_s, u"create"_s}, {u"min_ms"_s, 0},
                     {u"max_ms"_s, 60}},
                    QJsonObject{{u"kind"_s, u"drop_after_write"_s}, {u"operation"_s, u"create"_s},
                        {u"share"_s, 0.2}}}));
            const auto first = m_road.startDispatch();
            if (first->waitForFinished(random.bounded(kReachMs))) {
                compare();
                continue;
            }
            ++stops;
            signalTo(*first, SIGSTOP);
            fallAsleep();
            const Ran second
                = m_road.dispatch(); // may fail: the first may have been stopped in a transaction
            goOn(*first);
            if (second.status != 0) {
                QVERIFY2(second.error.contains("locked") || second.error.contains("busy"),
                    second.error.constData());
            }
            QCOMPARE(m_road.dispatch().status, 0);
            compare();
        }
        qInfo("%d of %d programs were stopped while they ran", stops, kRounds);
        QVERIFY(stops > 0);
    }

private:
    static inline const QStringList kPoints{u"recovery-after-commit"_s, u"decision-made"_s,
        u"write-ahead-after-commit"_s, u"before-first-byte"_s, u"connecting"_s, u"body-wanted"_s,
        u"request-left"_s, u"answer-received"_s, u"record-after-commit"_s};
    static inline const QStringList kLookUp{
        u"look-up-begun"_s, u"look-up-answered"_s, u"look-up-after-commit"_s};

    /// As if whoever has the lock had not told for longer than the lease that it is awake.
    void fallAsleep()
    {
        QFile lock(m_road.folder() + u"/sender.lock"_s);
        if (!lock.open(QIODevice::ReadWrite | QIODevice::ExistingOnly)) {
            return; // stopped before it took the lock
        }
        const auto past = QDateTime::currentDateTimeUtc().addSecs(-2 * wiring::SenderLock::kLease.count());
        QVERIFY(lock.setFileTime(past, QFileDevice::FileModificationTime));
    }

    static void goOn(QProcess &process)
    {
        signalTo(process, SIGCONT);
        QVERIFY(ended(process).status < 128);
    }

    void compare()
    {
        const QString wrong = m_road.compare();
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    OutboxRoad m_road;
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::TwoSendersTest)
#include "two_senders_test.moc"
