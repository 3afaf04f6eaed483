#include "tests/acceptance/programs.h"
#include "tests/acceptance/road.h"
#include "tests/support/seed.h"
#include "ui/wiring/sender_lock.h"

#include <QElapsedTimer>
#include <QtTest>

#include <memory>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
constexpr int kKills = 100; // what every run can afford

/// How many programs are killed: FW_KILLS, for a batch of thousands.
int wantedKills()
{
    const int wanted = qEnvironmentVariableIntValue("FW_KILLS");
    return wanted > 0 ? wanted : kKills;
}

/// A floorwalkerctl on the desk in `folder`.
QStringList on(const QString &folder, const QStringList &arguments)
{
    return QStringList{u"--data"_s, folder} + arguments + QStringList{u"--json"_s};
}
} // namespace

/// The programs themselves, ended by SIGKILL at random moments. The sandbox is a process of its own and counts.
class KillTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_sandbox = std::make_unique<SandboxProgram>();
        QVERIFY(m_sandbox->start({{u"mention_count"_s, 300}, {u"windows"_s, roomyWindows()},
            {u"lock_after_refusals"_s, 0}, {u"duplicate_check"_s, QJsonObject{{u"enabled"_s, false}}}}));
        m_url = m_sandbox->url();
        m_data = m_folder->filePath(u"desk"_s);
        m_workplace = *wiring::Workplace::create(m_data, m_clock);
        m_account = addAccount(*m_workplace, m_folder->path(), m_url, hurriedSettings());
    }

    void cleanup()
    {
        m_workplace.reset();
        m_sandbox.reset();
    }

    void killedPullsStoreEachMessageOnce()
    {
        QRandomGenerator random(printedSeed());
        SandboxControl control(m_url);
        QVERIFY(control.setFaults({QJsonObject{{u"kind"_s, u"latency"_s}, {u"operation"_s, u"mentions"_s},
            {u"min_ms"_s, 0}, {u"max_ms"_s, 30}}}));
        for (int i = 0; i < 30; ++i) {
            control.write(u"someone"_s, u"@%1 killed %2"_s.arg(brand(control)).arg(i));
            Q_UNUSED(killAfter(*startCtl(on(m_data, {u"pull"_s})), random.bounded(150)))
        }
        QCOMPARE(runCtl(on(m_data, {u"pull"_s})).status, 0);
        QSet<QString> expected;
        for (const QJsonValue &post : control.posts(false)) {
            if (post[u"mentions_brand"_s].toBool()) {
                expected.insert(post[u"id"_s].toString());
            }
        }
        const QList<Message> stored = inboundMessages(*m_workplace);
        QCOMPARE(stored.size(), expected.size());
        for (const Message &message : stored) {
            QVERIFY(expected.contains(message.remoteId));
        }
    }

    /// Killed between making the lock's file and writing into it.
    void lockThatNamesNobodyIsTakenOver()
    {
        QTemporaryDir folder;
        QFile left(folder.filePath(u"sender.lock"_s));
        QVERIFY(left.open(QIODevice::WriteOnly));
        left.close();
        wiring::SenderLock lock(folder.path());
        QVERIFY(lock.take());
        wiring::SenderLock second(folder.path());
        const Done refused = second.take();
        QVERIFY(!refused && refused.error().code == ErrorCode::Busy);
        QVERIFY(refused.error().detail.contains(u"process"_s));
    }

    void killedDispatchesSendEachReplyOnce()
    {
        const quint32 seed = printedSeed();
        QRandomGenerator random(seed);
        QVERIFY(!pullOnce(*m_workplace, m_account));
        const QList<Message> questions = answerable(*m_workplace);
        SandboxControl control(m_url);
        QVERIFY(control.setFaults({QJsonObject{{u"kind"_s, u"latency"_s}, {u"operation"_s, u"create"_s},
                                       {u"min_ms"_s, 0}, {u"max_ms"_s, 40}},
            QJsonObject{{u"kind"_s, u"drop_after_write"_s}, {u"operation"_s, u"create"_s}, {u"share"_s, 0.1}},
            QJsonObject{{u"kind"_s, u"status"_s}, {u"operation"_s, u"create"_s}, {u"share"_s, 0.05}}}));
        // How long a program takes until it sends differs widely, so the moments to kill it reach as far beyond that everywhere.
        const QStringList sending = on(m_data, {u"dispatch"_s, u"--until-empty"_s});
        QElapsedTimer start;
        start.start();
        QCOMPARE(runCtl(sending).status, 0);
        const int reach = int(start.elapsed()) + 250;
        const int wanted = wantedKills();
        int presses = 0;
        int runs = 0;
        for (int kills = 0; kills < wanted; ++runs) {
            for (int i = 0; i < 4; ++i) {
                const Message &question = questions[presses % questions.size()];
                QVERIFY(waitFor(m_workplace->outbox().press({.conversation = question.conversation,
                    .parent = question.id,
                    .body = u"answer %1"_s.arg(++presses)})));
            }
            const bool isKilled = killAfter(*startCtl(sending), random.bounded(reach));
            kills += isKilled ? 1 : 0;
        }
        sendWhatIsLeft(sending);
        const auto attempts = waitFor(m_workplace->store().read(
            [](Database &db) { return db.number(u"SELECT count(*) FROM attempt"_s); }));
        const auto lost = waitFor(m_workplace->store().read([](Database &db) {
            return db.number(u"SELECT count(*) FROM attempt WHERE outcome = 'unknown'"_s);
        }));
        qInfo("seed %u: %d runs of which %d were killed, %d presses of Send, %lld attempts, %lld with an "
              "unknown end",
            seed, runs, wanted, presses, *attempts, *lost);
        QVERIFY(*lost > 0); // or nothing was proved
        compare(control, presses);
    }

private:
    static QString brand(SandboxControl &control)
    {
        return control.get(u"/sandbox/state"_s)[u"brand"_s][u"handle"_s].toString();
    }

    /// false: it had ended by itself before.
    static bool killAfter(QProcess &process, int ms)
    {
        process.waitForStarted();
        if (process.waitForFinished(ms)) {
            return false;
        }
        process.kill();
        process.waitForFinished();
        return true;
    }

    void compare(SandboxControl &control, int presses)
    {
        QHash<QString, int> counts;
        for (const QJsonValue &post : control.posts(true)) {
            ++counts[post[u"text"_s].toString()];
        }
        for (int i = 1; i <= presses; ++i) {
            const QString text = u"answer %1"_s.arg(i);
            QVERIFY2(counts.value(text) == 1,
                qPrintable(u"%1: %2 times; %3"_s.arg(text).arg(counts.value(text)).arg(historyOf(text))));
        }
        const auto pending = waitFor(m_workplace->outbox().entries(0));
        QVERIFY(pending->isEmpty());
    }

    /// Those that were killed may have left thousands.
    void sendWhatIsLeft(const QStringList &sending)
    {
        qsizetype before = 0;
        qsizetype left = waitFor(m_workplace->outbox().entries(0))->size();
        do {
            QCOMPARE(runCtl(sending + QStringList{u"--max-wait"_s, u"120"_s}).status, 0);
            before = std::exchange(left, waitFor(m_workplace->outbox().entries(0))->size());
        } while (left > 0 && left < before);
    }

    /// What the desk thinks became of it.
    QString historyOf(const QString &text)
    {
        const auto told = waitFor(m_workplace->store().read([text](Database &db) {
            QStringList history
                = db.list(u"SELECT state, hold, reason, detail, attempts FROM reply WHERE body = ?"_s, {text},
                    [](const QSqlQuery &row) {
                        return u"%1 %2 %3 (%4), %5 attempts:"_s.arg(row.value(0).toString(),
                            row.value(1).toString(), row.value(2).toString(), row.value(3).toString(),
                            row.value(4).toString());
                    });
            return history
                + db.list(u"SELECT outcome, http_status, started_at_ms, finished_at_ms FROM attempt"
                          " WHERE reply_id IN (SELECT id FROM reply WHERE body = ?) ORDER BY number"_s,
                    {text}, [](const QSqlQuery &row) {
                        return u"%1 %2 [%3..%4]"_s.arg(row.value(0).toString(), row.value(1).toString(),
                            row.value(2).toString(), row.value(3).toString());
                    });
        }));
        return told->join(u' ');
    }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SandboxProgram> m_sandbox;
    QString m_url;
    QString m_data;
    std::unique_ptr<wiring::Workplace> m_workplace;
    Account m_account;
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::KillTest)
#include "kill_test.moc"
