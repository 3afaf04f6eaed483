#include "tests/acceptance/programs.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;

/// Claims, roster and assignment from the command line.
class TeamRoadTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_sandbox.start());
        write(u"token"_s, "any");
        QCOMPARE(on({u"init"_s}).status, 0);
        QCOMPARE(on({u"account"_s, u"add"_s, u"twitter"_s, u"--name"_s, u"care"_s, u"--base-url"_s,
                        m_sandbox.url(), u"--token-file"_s, m_folder.filePath(u"token"_s)})
                     .status,
            0);
        const Ran pulled = on({u"pull"_s, u"--json"_s});
        QCOMPARE(pulled.status, 0);
        m_message = pulled.lines.first();
        m_conversation = m_message[u"conversation"_s].toString();
        QVERIFY(!m_conversation.isEmpty());
    }

    void theClaimHolderAloneSends() // I5
    {
        const Ran taken = claim(u"take"_s, u"ann"_s);
        QCOMPARE(taken.status, 0);
        QCOMPARE(taken.lines.value(0)[u"agent"_s].toString(), u"ann"_s);
        const qint64 epoch = taken.lines.value(0)[u"epoch"_s].toInteger();
        const Ran refused = reply(u"ben"_s);
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.error.contains("ann has conversation"), refused.error.constData());
        QCOMPARE(claim(u"take"_s, u"ben"_s).status, 1);
        QCOMPARE(claim(u"renew"_s, u"ann"_s).lines.value(0)[u"epoch"_s].toInteger(), epoch);
        QCOMPARE(claim(u"renew"_s, u"ben"_s).status, 1);
        QCOMPARE(claim(u"take-over"_s, u"ben"_s).status, 2); // without a reason
        QCOMPARE(claim(u"take-over"_s, u"ben"_s, {u"--why"_s, u"ann is ill"_s}).status, 0);
        const QJsonArray claims = list({u"claim"_s, u"list"_s});
        QCOMPARE(claims.size(), 1);
        QCOMPARE(claims[0][u"agent"_s].toString(), u"ben"_s);
        const QStringList read{u"claim"_s, u"notices"_s, u"--agent"_s, u"ann"_s};
        const QJsonArray notices = list(read);
        QCOMPARE(notices.size(), 1);
        QCOMPARE(notices[0][u"why"_s].toString(), u"ann is ill"_s);
        QCOMPARE(list(read).size(), 0);
        QCOMPARE(claim(u"release"_s, u"ann"_s).status, 1);
        QCOMPARE(claim(u"release"_s, u"ben"_s).status, 0);
        QCOMPARE(list({u"claim"_s, u"list"_s}).size(), 0);
    }

    void aRosterThatMakesNoSenseLeavesWhatWasThere()
    {
        const QString file = write(u"team.json"_s,
            QByteArray("{'agents': [{'name': 'ann', 'capacity': 1, 'teams': ['returns']},\n"
                       "            {'name': 'sue', 'supervisor': true}]}")
                .replace('\'', '"'));
        QCOMPARE(on({u"agent"_s, u"import"_s, file, u"--json"_s}).lines.value(0)[u"agents"_s].toInt(), 2);
        const QJsonArray before = list({u"agent"_s, u"list"_s});
        const QString bad = write(
            u"bad.json"_s, QByteArray("{'agents': [{'name': 'zoe'},\n {'name': 'zoe'}]}").replace('\'', '"'));
        const Ran refused = on({u"agent"_s, u"import"_s, bad});
        QCOMPARE(refused.status, 2);
        QVERIFY2(refused.error.contains("line 2"), refused.error.constData());
        QCOMPARE(list({u"agent"_s, u"list"_s}), before);
        QCOMPARE(on({u"agent"_s, u"import"_s, m_folder.filePath(u"nowhere"_s)}).status, 1);
        QCOMPARE(list({u"team"_s, u"list"_s})[0][u"members"_s].toArray(), QJsonArray{u"ann"_s});
        QCOMPARE(on({u"agent"_s, u"state"_s, u"ann"_s, u"away"_s}).status, 2); // without a reason
        QCOMPARE(on({u"agent"_s, u"state"_s, u"zoe"_s, u"online"_s}).status, 1);
    }

    void whatWaitsGoesToWhoIsThereAndComesBack()
    {
        QCOMPARE(on({u"agent"_s, u"state"_s, u"ann"_s, u"online"_s}).status, 0);
        const Ran assigned = on({u"assign"_s, u"--auto"_s, u"--json"_s});
        QCOMPARE(assigned.status, 0);
        const QJsonArray picks = assigned.lines.value(0)[u"picks"_s].toArray();
        QCOMPARE(picks.size(), 1); // her capacity
        QCOMPARE(picks[0][u"agent"_s].toString(), u"ann"_s);
        const QString given = picks[0][u"conversation"_s].toString();

        const QJsonObject sheet = on({u"handover"_s, u"--agent"_s, u"ann"_s, u"--json"_s}).lines.value(0);
        QCOMPARE(sheet[u"conversations"_s].toArray().size(), 1);
        QCOMPARE(sheet[u"conversations"_s][0][u"conversation"_s].toString(), given);
        QVERIFY(on({u"handover"_s, u"--agent"_s, u"ann"_s}).output.contains("said last: "));

        QCOMPARE(on({u"agent"_s, u"state"_s, u"ann"_s, u"away"_s, u"--reason"_s, u"lunch"_s}).status, 0);
        QCOMPARE(on({u"agent"_s, u"show"_s, u"ann"_s, u"--json"_s}).lines.value(0)[u"reason"_s].toString(),
            u"lunch"_s);
        QCOMPARE(on({u"assign"_s, u"--auto"_s, u"--json"_s}).lines.value(0)[u"steps"_s].toInt(), 1);
        QCOMPARE(on({u"handover"_s, u"--agent"_s, u"ann"_s, u"--json"_s})
                     .lines.value(0)[u"conversations"_s]
                     .toArray()
                     .size(),
            0);
    }

    void itIsPassedOnByHand()
    {
        QCOMPARE(on({u"agent"_s, u"state"_s, u"ann"_s, u"online"_s}).status, 0);
        QCOMPARE(on({u"agent"_s, u"state"_s, u"sue"_s, u"online"_s}).status, 0);
        QCOMPARE(on({u"assign"_s, m_conversation, u"--to"_s, u"ann"_s, u"--json"_s})
                     .lines.value(0)[u"agent"_s]
                     .toString(),
            u"ann"_s);
        QCOMPARE(on({u"assign"_s, m_conversation, u"--to"_s, u"sue"_s}).status, 2); // without a reason
        const Ran upward
            = on({u"escalate"_s, m_conversation, u"--why"_s, u"threatens to sue"_s, u"--json"_s});
        QCOMPARE(upward.status, 0);
        QCOMPARE(upward.lines.value(0)[u"agent"_s].toString(), u"sue"_s);
        QCOMPARE(
            on({u"assign"_s, m_conversation, u"--team"_s, u"returns"_s, u"--why"_s, u"a return"_s}).status,
            0);
        QCOMPARE(on({u"assign"_s, m_conversation, u"--to-nobody"_s, u"--json"_s})
                     .lines.value(0)[u"changed"_s]
                     .toBool(),
            true);
        QCOMPARE(on({u"assign"_s}).status, 2);
        QCOMPARE(on({u"assign"_s, u"1"_s, u"--to"_s, u"ann"_s}).status, 1);
    }

private:
    [[nodiscard]] Ran on(const QStringList &arguments) const
    {
        return runCtl(QStringList{u"--data"_s, m_folder.filePath(u"desk"_s)} + arguments);
    }

    [[nodiscard]] Ran claim(const QString &act, const QString &agent, const QStringList &more = {}) const
    {
        return on(QStringList{u"claim"_s, m_conversation, act, u"--agent"_s, agent, u"--json"_s} + more);
    }

    [[nodiscard]] Ran reply(const QString &agent) const
    {
        return on({u"reply"_s, u"--message"_s, m_message[u"remote_id"_s].toString(), u"--text"_s,
            u"On its way"_s, u"--agent"_s, agent});
    }

    [[nodiscard]] QJsonArray list(const QStringList &arguments) const
    {
        return QJsonDocument::fromJson(on(arguments + QStringList{u"--json"_s}).output).array();
    }

    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        Q_ASSERT(isWritten);
        Q_UNUSED(isWritten)
        return file.fileName();
    }

    QTemporaryDir m_folder;
    SandboxProgram m_sandbox;
    QJsonObject m_message = {};
    QString m_conversation = {};
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::TeamRoadTest)
#include "team_road_test.moc"
