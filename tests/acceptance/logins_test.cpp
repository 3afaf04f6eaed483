#include "app/store/password_verifier.h"
#include "tests/acceptance/services.h"
#include "tests/acceptance/team_desk.h"
#include "tests/support/pg_cluster.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;

/// People with logins of their own at the command line, on one database.
class LoginsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!PgCluster::whyNot().isEmpty()) {
            QSKIP("PostgreSQL is not installed");
        }
        const QString wrong = m_team.start();
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void theCommandLineSaysWhoMayNot()
    {
        for (const QStringList &words : {QStringList{u"order"_s, u"formats"_s, u"A-#####"_s},
                 QStringList{u"agent"_s, u"import"_s,
                     m_team.write(
                         u"roster.json"_s, "{\"agents\": [{\"name\": \"ann\"}, {\"name\": \"bob\"}]}")},
                 QStringList{u"team"_s, u"login"_s, u"add"_s, u"friend"_s, u"--role"_s, u"agent"_s},
                 QStringList{u"team"_s, u"init"_s}}) {
            const Ran refused = m_team.on(u"ann"_s, words);
            QVERIFY2(
                refused.status == 1 && refused.error.contains("does not allow"), refused.error.constData());
        }
        QCOMPARE(m_team.on(u"sue"_s, {u"agent"_s, u"import"_s, m_team.path(u"roster.json"_s)}).status, 0);
    }

    void anAgentWorksAllDay()
    {
        SandboxProgram sandbox;
        QVERIFY(sandbox.start());
        const QString token = m_team.write(u"token"_s, "any");
        const Ran added = m_team.on(u"adm"_s,
            {u"account"_s, u"add"_s, u"twitter"_s, u"--name"_s, u"live"_s, u"--base-url"_s, sandbox.url(),
                u"--token-file"_s, token});
        QVERIFY2(added.status == 0, added.error.constData());
        ServiceProgram service(m_team.url(), u"robot"_s, m_team.path(u"service"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!questions().isEmpty(), 60'000);
        QCOMPARE(m_team.on(u"bob"_s, {u"agent"_s, u"state"_s, u"bob"_s, u"online"_s}).status, 0);
        const QJsonObject question = questions().first().toObject();
        const QString conversation = question[u"conversation"_s].toString();
        const QJsonObject shown = m_team.on(u"ann"_s, {u"show"_s, conversation, u"--json"_s}).lines.value(0);
        const QString message = shown[u"messages"_s][0][u"remote_id"_s].toString();
        for (const QStringList &words :
            {QStringList{u"next"_s}, QStringList{u"claim"_s, conversation, u"take"_s},
                QStringList{u"tag"_s, conversation, u"add"_s, u"parcel"_s},
                QStringList{u"note"_s, conversation, u"add"_s, u"asked the depot, @bob"_s},
                QStringList{u"follow"_s, conversation}, QStringList{u"class"_s, conversation, u"urgent"_s},
                QStringList{u"snooze"_s, conversation, u"--for"_s, u"1h"_s},
                QStringList{u"wake"_s, conversation},
                QStringList{u"assign"_s, conversation, u"--to"_s, u"bob"_s},
                QStringList{u"views"_s, u"save"_s, u"mine"_s},
                QStringList{u"reply"_s, u"--message"_s, message, u"--text"_s, u"It is on its way"_s},
                QStringList{u"agent"_s, u"state"_s, u"ann"_s, u"online"_s}, QStringList{u"notices"_s},
                QStringList{u"search"_s, u"the"_s}, QStringList{u"stats"_s}, QStringList{u"status"_s},
                QStringList{u"outbox"_s}, QStringList{u"resolve"_s, conversation},
                QStringList{u"reopen"_s, conversation},
                QStringList{u"claim"_s, conversation, u"release"_s}}) {
            const Ran ran = m_team.on(u"ann"_s, words);
            QVERIFY2(ran.status == 0, (words.join(u' ').toUtf8() + ": " + ran.error).constData());
        }
        QTRY_VERIFY_WITH_TIMEOUT(
            m_team.on(u"ann"_s, {u"outbox"_s, u"--all"_s}).output.contains("accepted"), 60'000);
        QCOMPARE(service.stop().status, 0);
    }

    void aSchemaThatDoesNotFitIsSaid()
    {
        const auto desk = m_team.open(u"desk"_s);
        desk->exec(u"INSERT INTO schema_migration (version, checksum, applied_at_ms) VALUES (9999, '', 0)"_s);
        const Ran newer = m_team.on(u"ann"_s, {u"queue"_s});
        desk->exec(u"DELETE FROM schema_migration WHERE version = 9999"_s);
        QCOMPARE(newer.status, 1);
        QVERIFY2(newer.error.contains("newer Floorwalker"), newer.error.constData());
        const QStringList newest
            = {u"CREATE TABLE kept AS SELECT * FROM schema_migration ORDER BY version DESC LIMIT 1"_s,
                u"DELETE FROM schema_migration WHERE version IN (SELECT version FROM kept)"_s};
        desk->script(newest);
        const Ran older = m_team.on(u"ann"_s, {u"queue"_s});
        desk->script({u"INSERT INTO schema_migration SELECT * FROM kept"_s, u"DROP TABLE kept"_s});
        QVERIFY(!desk->error());
        QCOMPARE(older.status, 1);
        QVERIFY2(older.error.contains("An administrator of the database"), older.error.constData());
        QCOMPARE(m_team.on(u"ann"_s, {u"queue"_s}).status, 0);
    }

    void aPasswordIsAskedForAndNeverSeen()
    {
        const QString secret = u"correct horse"_s;
        const Ran added = m_team.on(u"adm"_s,
            {u"team"_s, u"login"_s, u"add"_s, u"cat"_s, u"--role"_s, u"agent"_s, u"--password-file"_s,
                m_team.write(u"secret"_s, secret.toUtf8() + '\n')});
        QVERIFY2(added.status == 0, added.error.constData());
        PgCluster::askPasswordOf(u"cat"_s);
        QTRY_VERIFY(m_team.on(u"cat"_s, {u"queue"_s}).status == 1); // without one
        const QString passwords = m_team.write(u"pgpass"_s, "*:*:*:cat:" + secret.toUtf8() + '\n');
        QVERIFY(QFile::setPermissions(passwords, QFile::ReadOwner | QFile::WriteOwner));
        const Ran inside = m_team.on(u"cat"_s, {u"queue"_s}, {u"PGPASSFILE="_s + passwords});
        QVERIFY2(inside.status == 0, inside.error.constData());
        QCOMPARE(m_team.on(u"ann"_s, {u"queue"_s}).status, 0);
    }

    /// RFC 7677, section 3: what its example's server must know of "pencil".
    void theVerifierIsThatOfTheStandard()
    {
        const QString verifier
            = passwordVerifier("pencil", QByteArray::fromBase64("W22ZaJ0SNY7soEsUEjb6gQ=="), 4096);
        QCOMPARE(verifier,
            u"SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU="_s);
        QVERIFY(!passwordVerifier("short"));
        QVERIFY(!passwordVerifier("pass w\u00f6rd long enough"));
    }

    void whoWasRemovedIsOut()
    {
        QCOMPARE(m_team.on(u"bob"_s, {u"queue"_s}).status, 0);
        const auto session = m_team.open(u"bob"_s);
        QVERIFY(may(*session, u"SELECT count(*) FROM message"_s));
        const Ran removed = m_team.on(u"adm"_s, {u"team"_s, u"login"_s, u"remove"_s, u"bob"_s});
        QVERIFY2(removed.status == 0, removed.error.constData());
        session->script({u"SELECT count(*) FROM message"_s});
        QVERIFY(session->error()); // in the session that was open
        QCOMPARE(m_team.on(u"bob"_s, {u"queue"_s}).status, 1);
        QCOMPARE(m_team.on(u"adm"_s, {u"team"_s, u"login"_s, u"remove"_s, u"bob"_s}).status, 1);
    }

    void aLoginsRoleCanBeChanged()
    {
        const Ran again = m_team.on(u"adm"_s, {u"team"_s, u"init"_s}); // as after an update
        QVERIFY2(again.status == 0, again.error.constData());
        QCOMPARE(
            m_team.on(u"adm"_s, {u"team"_s, u"login"_s, u"add"_s, u"ann"_s, u"--role"_s, u"supervisor"_s})
                .status,
            0);
        QCOMPARE(m_team.on(u"ann"_s, {u"agent"_s, u"import"_s, m_team.path(u"roster.json"_s)}).status, 0);
        const QJsonArray logins = array(m_team.on(u"adm"_s, {u"team"_s, u"login"_s, u"list"_s, u"--json"_s}));
        QVERIFY(logins.contains(QJsonObject{{u"login"_s, u"ann"_s}, {u"role"_s, u"supervisor"_s}}));
        QCOMPARE(
            m_team.on(u"adm"_s, {u"team"_s, u"login"_s, u"add"_s, u"ann"_s, u"--role"_s, u"agent"_s}).status,
            0);
        QCOMPARE(m_team.on(u"ann"_s, {u"agent"_s, u"import"_s, m_team.path(u"roster.json"_s)}).status, 1);
        const auto give = [this](const QString &by, const QString &name, const QString &role) {
            return m_team.on(by, {u"team"_s, u"login"_s, u"add"_s, name, u"--role"_s, role}).status;
        };
        QCOMPARE(give(u"adm"_s, u"ann"_s, u"administrator"_s), 0);
        QCOMPARE(give(u"ann"_s, u"zoe"_s, u"agent"_s), 0); // administrators make logins
        QCOMPARE(give(u"adm"_s, u"ann"_s, u"agent"_s), 0);
        QVERIFY(give(u"ann"_s, u"yan"_s, u"agent"_s) != 0); // and who is none any more does not
        QCOMPARE(m_team.on(u"adm"_s, {u"team"_s, u"login"_s, u"remove"_s, u"zoe"_s}).status, 0);
        for (const QString &name : {u"Ann"_s, u"pg_ann"_s, u"ann\";--"_s, u"a b"_s}) {
            QCOMPARE(
                m_team.on(u"adm"_s, {u"team"_s, u"login"_s, u"add"_s, name, u"--role"_s, u"agent"_s}).status,
                2);
        }
    }

private:
    [[nodiscard]] static QJsonArray array(const Ran &ran)
    {
        return QJsonDocument::fromJson(ran.output).array();
    }

    /// Conversations of the account that the service reads.
    [[nodiscard]] QJsonArray questions() const
    {
        QJsonArray live;
        for (const QJsonValue value : array(m_team.on(u"ann"_s, {u"queue"_s, u"--json"_s}))) {
            if (value[u"account"_s].toString() == "live"_L1) {
                live.append(value);
            }
        }
        return live;
    }

    TeamDesk m_team;
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::LoginsTest)
#include "logins_test.moc"
