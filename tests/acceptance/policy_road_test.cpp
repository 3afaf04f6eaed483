#include "tests/acceptance/programs.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;

/// Promises made, measured, kept and explained from the command line.
class PolicyRoadTest final : public QObject
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
    }

    void policiesWaitForTheirCalendars()
    {
        const Ran early = on({u"policy"_s, u"import"_s, example(u"policies.json"_s)});
        QCOMPARE(early.status, 2);
        QVERIFY2(early.error.contains("line 15") && early.error.contains("there is: always."),
            early.error.constData());
        const Ran calendars = on({u"calendar"_s, u"import"_s, example(u"calendars.json"_s), u"--json"_s});
        QCOMPARE(calendars.status, 0);
        QCOMPARE(calendars.lines.value(0)[u"changed"_s].toArray().size(), 2);
        QCOMPARE(on({u"policy"_s, u"import"_s, example(u"policies.json"_s)}).status, 0);
        QCOMPARE(list(u"policy"_s).size(), 4);
    }

    void whatCannotBeReadIsRefusedAndWhatWasThereStaysInForce()
    {
        const QJsonArray before = list(u"policy"_s);
        const QString file = write(u"bad.json"_s,
            QByteArray("{'policies': [\n"
                       "  {'name': 'fine', 'first_answer': {'within': '1m', 'calendar': 'shop'}},\n"
                       "  {'name': 'not fine', 'first_answer': {'within': 'soon', 'calendar': 'shop'}}\n"
                       "]}")
                .replace('\'', '"'));
        const Ran refused = on({u"policy"_s, u"import"_s, file});
        QCOMPARE(refused.status, 2);
        QVERIFY2(
            refused.error.contains("line 3") && refused.error.contains("45m"), refused.error.constData());
        QCOMPARE(list(u"policy"_s), before);

        const QJsonArray hours = list(u"calendar"_s);
        const QString broken = write(u"broken.json"_s, "{\"calendars\": [\n{\"name\": \"shop\",\n}]}");
        const Ran brokenRun = on({u"calendar"_s, u"import"_s, broken});
        QCOMPARE(brokenRun.status, 2);
        QVERIFY2(brokenRun.error.contains("line 3"), brokenRun.error.constData());
        QCOMPARE(list(u"calendar"_s), hours);
        QCOMPARE(on({u"calendar"_s, u"import"_s, m_folder.filePath(u"nowhere"_s)}).status, 1);
    }

    void whatIsShownCanBeImportedAgain()
    {
        for (const QString &what : {u"calendar"_s, u"policy"_s}) {
            const QString name
                = list(what).first()[what][u"name"_s].toString(); // {"version":…, "calendar":{"name":…}}
            const Ran shown = on({what, u"show"_s, name});
            QCOMPARE(shown.status, 0);
            if (what == "calendar"_L1) {
                const Ran again = on({what, u"import"_s, write(u"again.json"_s, shown.output), u"--json"_s});
                QCOMPARE(again.status, 0);
                QCOMPARE(again.lines.value(0)[u"changed"_s].toArray().size(), 0);
            } else {
                QVERIFY(shown.output.contains("\"policies\""));
            }
        }
    }

    void aQuestionIsMeasuredFromItsTimeAndItsAnswerMeetsTheTarget()
    {
        const QJsonObject message = on({u"pull"_s, u"--json"_s}).lines.first();
        const QString conversation = message[u"conversation"_s].toString();
        const QJsonObject waiting = target(conversation, u"first-answer"_s);
        QCOMPARE(waiting[u"policy"_s].toString(), u"everybody"_s);
        QCOMPARE(waiting[u"calendar_version"_s].toInt(), 1);
        QVERIFY(waiting[u"started_at"_s].toString() <= message[u"posted_at"_s].toString());
        QVERIFY(waiting[u"met_at"_s].isNull() && !waiting[u"due_at"_s].isNull());
        checkSum(waiting);

        QCOMPARE(
            on({u"reply"_s, u"--message"_s, message[u"remote_id"_s].toString(), u"--text"_s, u"On its way"_s})
                .status,
            0);
        QVERIFY(
            target(conversation, u"first-answer"_s)[u"met_at"_s].isNull()); // not before the network has it
        QCOMPARE(on({u"dispatch"_s, u"--until-empty"_s, u"--json"_s}).lines.last()[u"accepted"_s].toInt(), 1);
        const QJsonObject met = target(conversation, u"first-answer"_s);
        QVERIFY(!met[u"met_at"_s].isNull());
        QCOMPARE(met[u"due_at"_s], waiting[u"due_at"_s]);
        checkSum(met);
        const QJsonObject resolution = target(conversation, u"resolution"_s);
        QCOMPARE(resolution[u"spans"_s].toArray().last()[u"counting"_s].toString(), u"paused"_s);
        checkSum(resolution);
    }

    void aConversationThatIsNotThereIsToldSo()
    {
        QCOMPARE(on({u"policy"_s, u"explain"_s, u"--conversation"_s, u"1"_s}).status, 1);
        QCOMPARE(on({u"policy"_s, u"explain"_s}).status, 2);
    }

private:
    [[nodiscard]] Ran on(const QStringList &arguments) const
    {
        return runCtl(QStringList{u"--data"_s, m_folder.filePath(u"desk"_s)} + arguments);
    }

    [[nodiscard]] static QString example(const QString &name)
    {
        return QLatin1String(FW_SOURCE_ROOT) + u"/resources/policies/"_s + name;
    }

    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        Q_ASSERT(isWritten);
        Q_UNUSED(isWritten)
        return file.fileName();
    }

    [[nodiscard]] QJsonArray list(const QString &what) const
    {
        return QJsonDocument::fromJson(on({what, u"list"_s, u"--json"_s}).output).array();
    }

    [[nodiscard]] QJsonObject target(const QString &conversation, const QString &kind) const
    {
        const Ran explained = on({u"policy"_s, u"explain"_s, u"--conversation"_s, conversation, u"--json"_s});
        for (const QJsonValue &entry : explained.lines.value(0)[u"targets"_s].toArray()) {
            if (entry[u"target"_s] == kind) {
                return entry.toObject();
            }
        }
        return {};
    }

    /// The spans stand one after the other from the start, and those that count sum up to the value (I8).
    static void checkSum(const QJsonObject &explained)
    {
        qint64 counted = 0;
        qint64 whole = 0;
        QString reached = explained[u"started_at"_s].toString();
        for (const QJsonValue &span : explained[u"spans"_s].toArray()) {
            QCOMPARE(span[u"from"_s].toString(), reached);
            reached = span[u"to"_s].toString();
            whole += span[u"ms"_s].toInteger();
            counted += span[u"counting"_s] == u"counted"_s ? span[u"ms"_s].toInteger() : 0;
        }
        QCOMPARE(counted, explained[u"counted_ms"_s].toInteger());
        QCOMPARE(whole, explained[u"elapsed_ms"_s].toInteger());
    }

    QTemporaryDir m_folder;
    SandboxProgram m_sandbox;
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::PolicyRoadTest)
#include "policy_road_test.moc"
