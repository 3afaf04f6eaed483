#include "tests/acceptance/programs.h"
#include "tests/acceptance/road.h"

#include <QJsonDocument>
#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;

/// The calls of docs/cli.md, by a program that knows nothing but the command line.
class CliTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_sandbox.start());
        m_url = m_sandbox.url();
        m_token = m_folder.filePath(u"token"_s);
        QFile token(m_token);
        QVERIFY(token.open(QIODevice::WriteOnly));
        token.write("a-planted-secret\n");
    }

    void questionIsAnsweredFromTheCommandLine()
    {
        QCOMPARE(on({u"init"_s}).status, 0);
        QCOMPARE(on({u"account"_s, u"add"_s, u"twitter"_s, u"--name"_s, u"care"_s, u"--base-url"_s, m_url,
                        u"--token-file"_s, m_token})
                     .status,
            0);

        const Ran pulled = on({u"pull"_s, u"--account"_s, u"care"_s, u"--json"_s});
        QCOMPARE(pulled.status, 0);
        QVERIFY(pulled.lines.size() >= 21);
        QCOMPARE(pulled.lines.last()[u"type"_s].toString(), u"summary"_s);
        QCOMPARE(pulled.lines.last()[u"stored"_s].toInt(), pulled.lines.size() - 1);
        const QJsonObject message = pulled.lines.first();
        for (const QString &key : {u"remote_id"_s, u"network"_s, u"account"_s, u"kind"_s, u"direction"_s,
                 u"author"_s, u"text"_s, u"posted_at"_s, u"in_reply_to"_s, u"thread"_s, u"conversation"_s}) {
            QVERIFY2(message.contains(key), qPrintable(key));
        }
        for (const QString &key : {u"remote_id"_s, u"handle"_s, u"name"_s}) {
            QVERIFY2(message[u"author"_s].toObject().contains(key), qPrintable(key));
        }
        QCOMPARE(on({u"pull"_s, u"--account"_s, u"care"_s, u"--json"_s}).lines.size(), 1);

        const QJsonArray before = QJsonDocument::fromJson(on({u"queue"_s, u"--json"_s}).output).array();
        QVERIFY(before.size() >= 10);
        const QString asked = message[u"remote_id"_s].toString();
        const Ran queued
            = on({u"reply"_s, u"--message"_s, asked, u"--text"_s, u"On its way & sorry"_s, u"--json"_s});
        QCOMPARE(queued.status, 0);
        QVERIFY(!queued.lines.first()[u"reply"_s].toString().isEmpty());
        QVERIFY(queued.lines.first()[u"forecast"_s].toObject().contains(u"leaves_at"_s));

        const Ran sent = on({u"dispatch"_s, u"--until-empty"_s, u"--json"_s});
        QCOMPARE(sent.status, 0);
        QCOMPARE(sent.lines.size(), 2);
        QCOMPARE(sent.lines.first()[u"outcome"_s].toString(), u"accepted"_s);
        QCOMPARE(sent.lines.last()[u"accepted"_s].toInt(), 1);

        const QJsonArray outbox = QJsonDocument::fromJson(on({u"outbox"_s, u"--json"_s}).output).array();
        QCOMPARE(outbox.first()[u"state"_s].toString(), u"accepted"_s);
        QCOMPARE(
            QJsonDocument::fromJson(on({u"queue"_s, u"--json"_s}).output).array().size(), before.size() - 1);
        const QJsonObject shown = on({u"show"_s, u"--message"_s, asked, u"--json"_s}).lines.first();
        QCOMPARE(shown[u"messages"_s].toArray().last()[u"text"_s].toString(), u"On its way & sorry"_s);

        SandboxControl control(m_url);
        int seen = 0;
        for (const QJsonValue &post : control.posts(true)) {
            seen += post[u"in_reply_to"_s].toString() == asked ? 1 : 0;
        }
        QCOMPARE(seen, 1);
    }

    void statusListAndDoctorSpeakJson()
    {
        const QJsonObject status = on({u"status"_s, u"--json"_s}).lines.first();
        QCOMPARE(status[u"accounts"_s][0][u"account"_s].toString(), u"care"_s);
        QVERIFY(status[u"accounts"_s][0][u"budget"_s].toArray().size() >= 4);
        QVERIFY(!status[u"accounts"_s][0][u"streams"_s][0][u"complete_up_to"_s].toString().isEmpty());
        QCOMPARE(
            QJsonDocument::fromJson(on({u"account"_s, u"list"_s, u"--json"_s}).output).array().size(), 1);
        QVERIFY(on({u"account"_s, u"test"_s, u"--json"_s}).lines.first()[u"ok"_s].toBool());
        const Ran doctor = on({u"doctor"_s, u"--json"_s});
        QVERIFY2(doctor.status == 0, doctor.output.constData());
        QVERIFY(QJsonDocument::fromJson(doctor.output).array().size() >= 6);
    }

    void anAccountTellsWhatItCanDo()
    {
        const QJsonObject shown = on({u"account"_s, u"show"_s, u"care"_s, u"--json"_s}).lines.value(0);
        const QJsonObject can = shown[u"capabilities"_s].toObject();
        QCOMPARE(can[u"features"_s].toArray().size(), 10);
        for (const QJsonValue &row : can[u"features"_s].toArray()) {
            QCOMPARE(row[u"why_not"_s].isNull(), row[u"on"_s].toBool());
        }
        QCOMPARE(can[u"reply_limit"_s].toInt(), 280);
        QVERIFY(!shown[u"complete_up_to"_s].isNull());
        QVERIFY(shown[u"cost_today"_s][u"usd"_s].toDouble() > 0);
        QVERIFY(shown[u"audience"_s][0][u"count"_s].toInt() > 0);
        QCOMPARE(on({u"account"_s, u"show"_s, u"nobody"_s}).status, 1);
    }

    void answersAreKeptRedactedForABugReport()
    {
        const QString folder = m_folder.filePath(u"raw"_s);
        QCOMPARE(on({u"pull"_s, u"--save-raw"_s, folder}).status, 0);
        const QFileInfoList files = QDir(folder).entryInfoList({u"care-*.txt"_s}, QDir::Files);
        QVERIFY(!files.isEmpty());
        for (const QFileInfo &entry : files) {
            QFile file(entry.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray text = file.readAll();
            QVERIFY(text.startsWith("GET 127.0.0.1/"));
            QVERIFY(!text.contains("a-planted-secret") && !text.contains("harborandvale"));
            QVERIFY(!(entry.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        }
    }

    /// Each command is a process of its own, so what a connector has to remember comes from the store.
    void allThreeNetworksGoOnWhereTheLastPullEnded()
    {
        const QString desk = m_folder.filePath(u"three"_s);
        const auto there = [&desk](const QStringList &words) {
            return runCtl(QStringList{u"--data"_s, desk} + words);
        };
        QCOMPARE(there({u"init"_s}).status, 0);
        for (const QString &network : {u"twitter"_s, u"facebook"_s, u"pinterest"_s}) {
            QCOMPARE(there({u"account"_s, u"add"_s, network, u"--name"_s, network, u"--base-url"_s, m_url,
                               u"--token-file"_s, m_token})
                         .status,
                0);
        }
        const Ran first = there({u"pull"_s, u"--json"_s});
        QVERIFY2(first.status == 0, first.error.constData());
        QVERIFY(first.lines.size() > 40);
        SandboxControl control(m_url);
        control.post(u"/sandbox/pinterest/metrics"_s, {{u"lag_s"_s, 0}});
        QCOMPARE(there({u"pull"_s, u"--account"_s, u"pinterest"_s}).status, 0); // what the lag had held back
        control.post(u"/sandbox/pinterest/comments"_s, {{u"author"_s, u"lea_b"_s}, {u"text"_s, u"Where?"_s}});
        const Ran risen = there({u"pull"_s, u"--json"_s});
        QVERIFY2(risen.status == 0, risen.error.constData());
        const auto isSignal = [](const QJsonObject &line) { return line[u"kind"_s] == u"signal"_s; };
        QCOMPARE(std::count_if(risen.lines.begin(), risen.lines.end(), isSignal), 1);
        const Ran again = there({u"pull"_s, u"--json"_s});
        QCOMPARE(again.lines.size(), 3); // three summaries, and nothing new
    }

    void tokenIsNowhereInTheFolder()
    {
        QDir data(m_folder.filePath(u"desk"_s));
        for (const QString &name : data.entryList(QDir::Files)) {
            QFile file(data.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("a-planted-secret"), qPrintable(name));
        }
    }

    void mistakesAreOneLineWithWhatToDo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("advice");
        const auto row = [](const char *name, const QStringList &arguments, int status,
                             const QString &advice) { QTest::newRow(name) << arguments << status << advice; };
        row("no command", {}, 2, u"--help"_s);
        row("unknown command", {u"fly"_s}, 2, u"--help"_s);
        row("unknown option", {u"queue"_s, u"--fast"_s}, 2, u"--help"_s);
        row("no folder", {u"queue"_s}, 2, u"--data"_s);
        row("no desk", {u"--data"_s, u"/nonexistent/desk"_s, u"queue"_s}, 1, u"init"_s);
        row("unknown network", {u"account"_s, u"add"_s, u"orkut"_s, u"--name"_s, u"a"_s}, 2, u"twitter"_s);
        row("token over http",
            {u"account"_s, u"add"_s, u"twitter"_s, u"--name"_s, u"a"_s, u"--base-url"_s,
                u"http://example.org"_s},
            2, u"https"_s);
        row("sandbox for everybody", {u"sandbox"_s, u"--listen"_s, u"0.0.0.0:80"_s}, 2, u"127.0.0.1"_s);
    }

    void mistakesAreOneLineWithWhatToDo()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        QFETCH(QString, advice);
        const Ran ran = runCtl(arguments);
        QCOMPARE(ran.status, status);
        QVERIFY(ran.output.isEmpty());
        QCOMPARE(ran.error.count('\n'), 1);
        QVERIFY2(ran.error.contains(advice.toUtf8()), ran.error.constData());
    }

    void whatThereIsToAskIsToldOrRefused()
    {
        const QStringList asked = waitingMessages();
        QVERIFY(asked.size() >= 2);
        const QString text = u"Hi, we found order 123 and it will be with you on Friday"_s;
        QCOMPARE(on({u"reply"_s, u"--message"_s, asked[0], u"--text"_s, text}).status, 0);
        const QStringList second{u"--message"_s, asked[1], u"--text"_s, text};
        const QJsonArray findings
            = on(QStringList{u"check"_s, u"--json"_s} + second).lines.value(0)[u"findings"_s].toArray();
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings[0][u"code"_s].toString(), u"same-text"_s);
        QCOMPARE(findings[0][u"others"_s][0][u"text"_s].toString(), text);
        QCOMPARE(on(QStringList{u"reply"_s, u"--ask"_s} + second).status, 1);
        const Ran told = on(QStringList{u"reply"_s, u"--json"_s} + second);
        QCOMPARE(told.status, 0);
        QCOMPARE(told.lines.value(0)[u"warnings"_s][0][u"code"_s].toString(), u"same-text"_s);
        const QJsonObject risk
            = on({u"status"_s, u"--json"_s}).lines.value(0)[u"accounts"_s][0][u"lock_risk"_s].toObject();
        QCOMPARE(risk[u"parts"_s].toArray().size(), 5);
    }

    void aBrakeHoldsUntilItIsReleased()
    {
        QCOMPARE(on({u"brake"_s, u"care"_s}).status, 2); // no reason
        QCOMPARE(on({u"brake"_s, u"care"_s, u"--why"_s, u"a wrong price"_s}).status, 0);
        const Ran stopped = on({u"dispatch"_s, u"--until-empty"_s, u"--json"_s});
        QCOMPARE(stopped.status, 1);
        QVERIFY2(stopped.error.contains("braked"), stopped.error.constData());
        const QJsonArray held
            = QJsonDocument::fromJson(on({u"brake"_s, u"--list"_s, u"--json"_s}).output).array();
        QCOMPARE(held.size(), 1);
        QCOMPARE(held[0][u"account"_s].toString(), u"care"_s);
        QCOMPARE(held[0][u"why"_s].toString(), u"a wrong price"_s);
        const QJsonArray outbox = QJsonDocument::fromJson(on({u"outbox"_s, u"--json"_s}).output).array();
        QCOMPARE(outbox[0][u"forecast"_s][u"waits_for"_s].toString(), u"brake"_s);
        QCOMPARE(on({u"brake"_s, u"care"_s, u"--release"_s, u"--over"_s, u"0"_s}).status, 0);
        QCOMPARE(on({u"dispatch"_s, u"--until-empty"_s}).status, 0);
        QCOMPARE(on({u"brake"_s, u"care"_s, u"--release"_s}).status, 1);
    }

    void aConversationIsTagged()
    {
        const QString conversation = QJsonDocument::fromJson(on({u"queue"_s, u"--json"_s}).output)
                                         .array()[0][u"conversation"_s]
                                         .toString();
        QVERIFY(on({u"tag"_s, conversation, u"add"_s, u"#Recall"_s, u"--json"_s})
                    .lines.value(0)[u"changed"_s]
                    .toBool());
        QCOMPARE(on({u"tag"_s, conversation, u"list"_s, u"--json"_s}).lines.value(0)[u"tags"_s][0].toString(),
            u"recall"_s);
        QCOMPARE(on({u"tag"_s, conversation, u"add"_s, u"two words"_s}).status, 2);
        QCOMPARE(on({u"tag"_s, conversation, u"remove"_s, u"recall"_s}).status, 0);
    }

    void unknownMessageAndTooLongTextAreRefusedBeforeAnythingIsQueued()
    {
        const Ran unknown = on({u"reply"_s, u"--message"_s, u"42"_s, u"--text"_s, u"x"_s});
        QCOMPARE(unknown.status, 1);
        QVERIFY(unknown.error.contains("pull"));
        const QString asked = QJsonDocument::fromJson(on({u"queue"_s, u"--json"_s}).output)
                                  .array()
                                  .first()[u"conversation"_s]
                                  .toString();
        const QString message
            = on({u"show"_s, asked, u"--json"_s}).lines.first()[u"messages"_s][0][u"remote_id"_s].toString();
        const Ran tooLong = on({u"reply"_s, u"--message"_s, message, u"--text"_s, QString(281, u'x')});
        QCOMPARE(tooLong.status, 2);
        QVERIFY2(tooLong.error.contains("280"), tooLong.error.constData());
    }

private:
    /// Remote ids of the first messages of those who wait.
    QStringList waitingMessages()
    {
        QStringList ids;
        const QJsonArray queue = QJsonDocument::fromJson(on({u"queue"_s, u"--json"_s}).output).array();
        for (qsizetype i = 0; i < 2 && i < queue.size(); ++i) {
            const Ran shown = on({u"show"_s, queue[i][u"conversation"_s].toString(), u"--json"_s});
            ids.append(shown.lines.value(0)[u"messages"_s][0][u"remote_id"_s].toString());
        }
        return ids;
    }

    Ran on(const QStringList &arguments)
    {
        return runCtl(QStringList{u"--data"_s, m_folder.filePath(u"desk"_s)} + arguments);
    }

    QTemporaryDir m_folder;
    SandboxProgram m_sandbox;
    QString m_url;
    QString m_token;
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::CliTest)
#include "cli_test.moc"
