#include "app/store/account_store.h"
#include "app/store/draft_store.h"
#include "app/store/journal_store.h"
#include "app/store/message_store.h"
#include "app/store/team_roles.h"
#include "tests/acceptance/team_desk.h"
#include "tests/support/pg_cluster.h"

#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
struct Column {
    QString table = {};
    QString name = {};
};

/// The answer of a statement that shall leave nothing behind.
enum class Verdict { Allowed, Refused };
} // namespace

/// What each role may do is tried by logging in as one: the database itself refuses the rest.
class RolesTest final : public QObject
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
        fill();
    }

    void everyTableHasALine()
    {
        const QStringList tables = m_team.open(u"desk"_s)->list(
            u"SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace ORDER BY relname COLLATE \"C\""_s,
            {}, [](const QSqlQuery &row) { return row.value(0).toString(); });
        QStringList lines;
        for (const TableGrant &grant : tableGrants()) {
            lines << QLatin1String(grant.table);
        }
        QCOMPARE(lines, tables);
    }

    void aRoleMayDoWhatItsLineSaysAndNoMore_data()
    {
        QTest::addColumn<QString>("login");
        QTest::addColumn<int>("role");
        QTest::newRow("agent") << u"ann"_s << int(TeamRole::Agent);
        QTest::newRow("supervisor") << u"sue"_s << int(TeamRole::Supervisor);
        QTest::newRow("service") << u"robot"_s << int(TeamRole::Service);
        QTest::newRow("administrator") << u"adm"_s << int(TeamRole::Administrator);
    }
    void aRoleMayDoWhatItsLineSaysAndNoMore()
    {
        QFETCH(QString, login);
        QFETCH(int, role);
        const auto database = m_team.open(login);
        const QList<Column> columns = allColumns();
        for (const TableGrant &grant : tableGrants()) {
            const QString table = QLatin1String(grant.table);
            const QStringList allowed = privilegesIn(grant.of(TeamRole(role)));
            QCOMPARE(may(*database, u"SELECT count(*) FROM "_s + table), allowed.contains(u"SELECT"_s));
            QCOMPARE(
                may(*database, u"DELETE FROM %1 WHERE false"_s.arg(table)), allowed.contains(u"DELETE"_s));
            if (!isGuarded(table)) { // there the row decides as well
                QCOMPARE(may(*database, u"INSERT INTO %1 DEFAULT VALUES"_s.arg(table)),
                    allowed.contains(u"INSERT"_s));
            }
            QCOMPARE(
                may(*database, u"TRUNCATE "_s + table + u" CASCADE"_s), role == int(TeamRole::Administrator));
            for (const Column &column : columns) {
                if (column.table == table) {
                    const bool mayChange = mayUpdate(allowed, column.name);
                    const QString change = u"UPDATE %1 SET %2 = %2 WHERE false"_s.arg(table, column.name);
                    QVERIFY2(may(*database, change) == mayChange, qPrintable(change));
                }
            }
        }
    }

    void anAgentsDraftsAreTheirOwn()
    {
        const ConversationId conversation = m_conversation;
        QVERIFY(save(u"ann"_s, u"ann"_s, conversation, u"Dear Ana"_s));
        QVERIFY(!save(u"ann"_s, u"bob"_s, conversation, u"in bob's name"_s));
        QCOMPARE(draftOf(u"ann"_s, u"ann"_s), u"Dear Ana"_s);
        QCOMPARE(draftOf(u"bob"_s, u"ann"_s), QString()); // not even read
        const auto bob = m_team.open(u"bob"_s);
        QCOMPARE(bob->exec(u"UPDATE draft SET body = 'spoiled'"_s), 0);
        QCOMPARE(bob->exec(u"DELETE FROM draft"_s), 0);
        QVERIFY(!bob->error());
        QVERIFY(!save(u"bob"_s, u"ann"_s, conversation, u"spoiled"_s));
        QCOMPARE(draftOf(u"ann"_s, u"ann"_s), u"Dear Ana"_s);
        QCOMPARE(draftOf(u"sue"_s, u"ann"_s), u"Dear Ana"_s); // a handover
    }

    void anAgentChangesTheirOwnStateOnly()
    {
        const auto ann = m_team.open(u"ann"_s);
        QCOMPARE(ann->exec(u"UPDATE agent SET state = 'online' WHERE name = 'ann'"_s), 1);
        QCOMPARE(ann->exec(u"UPDATE agent SET state = 'online' WHERE name = 'bob'"_s), 0);
        QVERIFY(!ann->error());
        QCOMPARE(ann->number(u"SELECT count(*) FROM agent"_s), 2); // everybody is seen
    }

    void theJournalIsOnlyAddedTo()
    {
        for (const QString &login : {u"ann"_s, u"sue"_s, u"robot"_s}) {
            const auto database = m_team.open(login);
            database->beginWriting();
            JournalStore(*database).add({.fact = u"looked-around"_s, .agent = login});
            const Done kept = database->commit();
            QVERIFY2(kept, kept ? "" : qPrintable(kept.error().detail));
            for (const QString &statement : {u"UPDATE journal SET agent = 'bob'"_s, u"DELETE FROM journal"_s,
                     u"TRUNCATE journal"_s, u"DROP TABLE journal"_s, u"ALTER TABLE journal RENAME TO gone"_s,
                     u"CREATE RULE no AS ON INSERT TO journal DO INSTEAD NOTHING"_s}) {
                QVERIFY2(!may(*database, statement), qPrintable(statement));
            }
        }
        QCOMPARE(m_team.on(u"sue"_s, {u"audit"_s, u"verify"_s}).status, 0);
    }

    void secretsAreOutOfReach_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("passwords") << u"SELECT rolpassword FROM pg_authid"_s;
        QTest::newRow("files") << u"SELECT pg_read_file('/etc/passwd')"_s;
        QTest::newRow("programs") << u"COPY (SELECT 1) TO PROGRAM 'cat'"_s;
        QTest::newRow("more rights") << u"GRANT %1_supervisor TO ann"_s.arg(u"desk1"_s);
        QTest::newRow("another's session") << u"SET ROLE bob"_s;
        QTest::newRow("no guard of rows") << u"ALTER TABLE draft DISABLE ROW LEVEL SECURITY"_s;
        QTest::newRow("a policy of one's own") << u"CREATE POLICY mine ON draft USING (true)"_s;
        QTest::newRow("logins") << u"CREATE ROLE friend LOGIN"_s;
        QTest::newRow("tables") << u"CREATE TABLE mine (id INTEGER)"_s;
    }
    void secretsAreOutOfReach()
    {
        QFETCH(QString, statement);
        for (const QString &login : {u"ann"_s, u"sue"_s, u"robot"_s}) {
            QVERIFY(!may(*m_team.open(login), statement));
        }
    }

private:
    static bool isGuarded(const QString &table)
    {
        return std::any_of(ownRows().begin(), ownRows().end(),
            [&table](const OwnRows &rows) { return table == QLatin1String(rows.table); });
    }

    static bool mayUpdate(const QStringList &allowed, const QString &column)
    {
        return std::any_of(allowed.begin(), allowed.end(), [&column](const QString &privilege) {
            const QStringList columns
                = privilege.section(u'(', 1).chopped(privilege.contains(u'(') ? 1 : 0).split(u',');
            return privilege == "UPDATE"_L1
                || (privilege.startsWith("UPDATE ("_L1) && columns.contains(column));
        });
    }

    QList<Column> allColumns()
    {
        return m_team.open(u"desk"_s)->list(u"SELECT table_name, column_name FROM information_schema.columns"
                                            " WHERE table_schema = 'public' AND is_generated = 'NEVER'"_s,
            {}, [](const QSqlQuery &row) {
                return Column{.table = row.value(0).toString(), .name = row.value(1).toString()};
            });
    }

    bool save(const QString &login, const QString &agent, ConversationId conversation, const QString &body)
    {
        const auto database = m_team.open(login);
        DraftStore(*database).save(conversation, agent, Lane::Public, body);
        return !database->error();
    }

    QString draftOf(const QString &login, const QString &agent)
    {
        return DraftStore(*m_team.open(login)).body(m_conversation, agent, Lane::Public);
    }

    /// An account, somebody who asks, and who there is to answer.
    void fill()
    {
        const auto desk = m_team.open(u"desk"_s);
        const auto account = AccountStore(*desk).add(
            {.name = u"care"_s, .baseUrl = u"http://127.0.0.1:1"_s, .tokenFile = u"/nowhere"_s});
        QVERIFY(account.has_value());
        const Identity person
            = MessageStore(*desk).saveIdentity({.remoteId = u"1"_s, .handle = u"ana"_s, .name = u"Ana"_s});
        m_conversation = desk->newId<ConversationId>();
        desk->exec(u"INSERT INTO conversation (id, account_id, identity_id, lane, state, opened_at_ms,"
                   " last_message_at_ms) VALUES (?, ?, ?, 'public', 'waiting', 1, 1)"_s,
            {m_conversation.value, account->id.value, person.id.value});
        for (const QString &name : {u"ann"_s, u"bob"_s}) {
            desk->exec(
                u"INSERT INTO agent (name, definition, state, reason, since_ms) VALUES (?, '{}', 'offline', '', 0)"_s,
                {name});
        }
        QVERIFY(!desk->error());
    }

    TeamDesk m_team;
    ConversationId m_conversation;
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::RolesTest)
#include "roles_test.moc"
