#include "app/core/crash_point.h"
#include "app/dispatch/moderation.h"
#include "tests/acceptance/outbox_road.h"

#include <QFile>
#include <QtTest>

#include <csignal>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
constexpr int kKilled = 128 + SIGKILL;

const QStringList kOnce{u"lease-taken"_s, u"recovery-before-commit"_s, u"recovery-after-commit"_s};
const QStringList kOnTheWay{u"decision-made"_s, u"write-ahead-before-commit"_s, u"write-ahead-after-commit"_s,
    u"before-first-byte"_s, u"connecting"_s, u"body-wanted"_s, u"request-left"_s, u"answer-received"_s,
    u"record-before-commit"_s, u"record-after-commit"_s};
const QStringList kLookUp{
    u"look-up-begun"_s, u"look-up-answered"_s, u"look-up-before-commit"_s, u"look-up-after-commit"_s};
const QStringList kModeration{u"moderation-before-commit"_s, u"moderation-after-commit"_s,
    u"moderation-answered"_s, u"moderation-record-before-commit"_s, u"moderation-record-after-commit"_s};

QStringList crashAt(const QString &point, int count = 1)
{
    return {u"FW_CRASH_AT=%1:%2"_s.arg(point).arg(count)};
}
} // namespace

/// I2 with the program ended by SIGKILL at every boundary between two steps.
class CrashPointsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!kHasCrashPoints) {
            QVERIFY(!program().contains("FW_CRASH_AT"));
            QSKIP("this build has no crash points (FW_CRASH_POINTS)");
        }
        QVERIFY(program().contains("FW_CRASH_AT")); // or looking for it proves nothing elsewhere
        const QString wrong = m_road.start();
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void pressedIsKeptFromTheCommitOn_data()
    {
        QTest::addColumn<bool>("isKept");
        QTest::newRow("press-before-commit") << false;
        QTest::newRow("press-after-commit") << true;
    }
    void pressedIsKeptFromTheCommitOn()
    {
        QFETCH(bool, isKept);
        const QString text = m_road.nextText();
        const QStringList reply = m_road.on({u"reply"_s, u"--message"_s, m_road.nextQuestion().remoteId,
            u"--text"_s, text, u"--agent"_s, u"ann"_s});
        kill(reply, point());
        QCOMPARE(m_road.dispatch().status, 0);
        QCOMPARE(timesThere(text), isKept ? 1 : 0);
    }

    void withdrawnStaysFromTheCommitOn_data()
    {
        QTest::addColumn<bool>("isSent");
        QTest::newRow("withdraw-before-commit") << true;
        QTest::newRow("withdraw-after-commit") << false;
    }
    void withdrawnStaysFromTheCommitOn()
    {
        QFETCH(bool, isSent);
        const QString text = m_road.nextText();
        const Message &question = m_road.nextQuestion();
        const auto pressed = waitFor(m_road.workplace().outbox().press(
            {.conversation = question.conversation, .parent = question.id, .body = text, .agent = u"ann"_s}));
        kill(m_road.on({u"withdraw"_s, pressed->id.toString()}), point());
        QCOMPARE(m_road.dispatch().status, 0);
        QCOMPARE(timesThere(text), isSent ? 1 : 0);
    }

    void repliesArriveOnceWhereverSendingIsKilled_data()
    {
        QTest::addColumn<QString>("at");
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("fault");
        for (const QString &fault :
            {u""_s, u"timeout_after_write"_s, u"drop_after_write"_s, u"duplicate"_s}) {
            for (const QString &at : kOnce) {
                QTest::addRow("%s, %s", qPrintable(at), qPrintable(fault)) << at << 1 << fault;
            }
            for (const QString &at : kOnTheWay + (fault.isEmpty() ? QStringList() : kLookUp)) {
                for (const int count : {1, 2}) {
                    QTest::addRow("%s:%d, %s", qPrintable(at), count, qPrintable(fault))
                        << at << count << fault;
                }
            }
        }
    }
    void repliesArriveOnceWhereverSendingIsKilled()
    {
        QFETCH(QString, at);
        QFETCH(int, count);
        QFETCH(QString, fault);
        const bool isDuplicate = fault == "duplicate"_L1;
        pressThree(isDuplicate);
        QVERIFY(m_road.strikeNext(isDuplicate ? QString() : fault));
        note(m_road.dispatch(crashAt(at, count)), at);
        QCOMPARE(m_road.dispatch().status, 0);
        const QString wrong = m_road.compare(isDuplicate);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void repliesArriveOnceWhenTheNextProgramIsKilledToo_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        for (const QString &first : {u"write-ahead-after-commit"_s, u"body-wanted"_s, u"request-left"_s}) {
            for (const QString &second : kOnce + kLookUp) {
                QTest::addRow("%s, then %s", qPrintable(first), qPrintable(second)) << first << second;
            }
        }
    }
    void repliesArriveOnceWhenTheNextProgramIsKilledToo()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        QVERIFY(m_road.strikeNext({}));
        m_road.press(2);
        QCOMPARE(m_road.dispatch(crashAt(first)).status, kKilled);
        QCOMPARE(m_road.dispatch(crashAt(second)).status, kKilled);
        QCOMPARE(m_road.dispatch().status, 0);
        const QString wrong = m_road.compare();
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void askedForIsKeptFromTheCommitOn_data()
    {
        QTest::addColumn<bool>("isKept");
        QTest::newRow("ask-before-commit") << false;
        QTest::newRow("ask-after-commit") << true;
    }
    void askedForIsKeptFromTheCommitOn()
    {
        QFETCH(bool, isKept);
        const QJsonObject post = hideable();
        const bool isHidden = post[u"hidden"_s].toBool();
        kill(hide(post, !isHidden), point());
        QCOMPARE(m_road.dispatch().status, 0);
        QCOMPARE(hideable()[u"hidden"_s].toBool(), isKept ? !isHidden : isHidden);
    }

    void hidingIsCarriedOutOrToldWhereverItIsKilled_data()
    {
        QTest::addColumn<QString>("at");
        for (const QString &at : kModeration) {
            QTest::newRow(qPrintable(at)) << at;
        }
    }
    void hidingIsCarriedOutOrToldWhereverItIsKilled()
    {
        QFETCH(QString, at);
        const QJsonObject post = hideable();
        const bool isWanted = !post[u"hidden"_s].toBool();
        QCOMPARE(runCtl(hide(post, isWanted)).status, 0);
        QVERIFY(note(m_road.dispatch(crashAt(at)), at));
        QCOMPARE(m_road.dispatch().status, 0);
        const auto open = *waitFor(Moderations(m_road.workplace().store()).open());
        if (!open.isEmpty()) { // it may be asked for again
            QVERIFY(open.first().state == ModerationState::Unknown);
            QCOMPARE(runCtl(hide(post, isWanted)).status, 0);
            QCOMPARE(m_road.dispatch().status, 0);
        }
        QCOMPARE(hideable()[u"hidden"_s].toBool(), isWanted);
    }

    void everyPointWasReached()
    {
        for (const CrashPointName &known : kCrashPoints) {
            QVERIFY2(m_reached.contains(QString::fromLatin1(known.name)), known.name);
        }
    }

private:
    /// The bytes of floorwalkerctl.
    static QByteArray program()
    {
        const auto started = startCtl({u"--help"_s});
        QFile file(started->program());
        const bool isOpen = file.open(QIODevice::ReadOnly);
        started->waitForFinished();
        return isOpen ? file.readAll() : QByteArray();
    }

    static QString point() { return QString::fromLatin1(QTest::currentDataTag()); }

    bool note(const Ran &ran, const QString &at)
    {
        if (ran.status == kKilled) {
            m_reached.insert(at);
        }
        return ran.status == kKilled;
    }

    void kill(const QStringList &command, const QString &at)
    {
        QVERIFY(note(runCtl(command, crashAt(at)), at));
    }

    /// `isDuplicate`: the same text twice to one question, and once to another, which the network refuses.
    void pressThree(bool isDuplicate)
    {
        if (!isDuplicate) {
            m_road.press(3);
            return;
        }
        const QString text = m_road.nextText();
        const Message &question = m_road.nextQuestion();
        m_road.press(question, text);
        m_road.press(question, text);
        m_road.press(m_road.nextQuestion(), text);
    }

    int timesThere(const QString &text)
    {
        int times = 0;
        for (const QJsonValue &post : m_road.control().posts(true)) {
            times += post[u"text"_s].toString() == text ? 1 : 0;
        }
        return times;
    }

    /// A post under one of ours.
    QJsonObject hideable()
    {
        for (const QJsonValue &post : m_road.control().posts(false)) {
            if (post[u"author"_s].toString() == "guest0"_L1) {
                return post.toObject();
            }
        }
        return {};
    }

    QStringList hide(const QJsonObject &post, bool isWanted) const
    {
        return m_road.on({u"moderate"_s, u"--message"_s, post[u"id"_s].toString(), u"--do"_s,
            isWanted ? u"hide"_s : u"unhide"_s});
    }

    OutboxRoad m_road;
    QSet<QString> m_reached;
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::CrashPointsTest)
#include "crash_points_test.moc"
