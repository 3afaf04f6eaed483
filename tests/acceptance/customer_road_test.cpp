#include "tests/acceptance/programs.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;

/// From a file of customers to the customer beside a question, on the command line.
class CustomerRoadTest final : public QObject
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
        const auto pulled = on({u"pull"_s, u"--json"_s}).lines;
        QVERIFY(!pulled.isEmpty());
        m_person = u"conversation:"_s + pulled.first()[u"conversation"_s].toString();
        m_handle = pulled.first()[u"author"_s].toObject()[u"handle"_s].toString();
    }

    void customersAreTriedOutImportedAndRefused()
    {
        const QString file = write(u"people.csv"_s,
            "Nummer;name;email;twitter\n1;Ana Martins;ana@example.org;" + m_handle.toUtf8()
                + "\n2;Bo Li;bo@example.org;\n2;Twice;;\n");
        QCOMPARE(on({u"import"_s, file, u"--kind"_s, u"customers"_s, u"--source"_s, u"crm"_s}).status, 2);
        QCOMPARE(on({u"import"_s, u"map"_s, u"shop"_s, u"--kind"_s, u"customers"_s, u"--columns"_s,
                        u"key=Nummer"_s})
                     .status,
            0);
        const QStringList command = {u"import"_s, file, u"--kind"_s, u"customers"_s, u"--source"_s, u"crm"_s,
            u"--map"_s, u"shop"_s, u"--rejects"_s, m_folder.filePath(u"refused.csv"_s), u"--json"_s};
        const auto dry = on(command + QStringList{u"--dry-run"_s}).lines.value(0);
        QVERIFY(dry[u"dry_run"_s].toBool() && dry[u"added"_s].toInt() == 2);
        const auto report = on(command).lines.value(0);
        QCOMPARE(report[u"delimiter"_s].toString(), u";"_s);
        QCOMPARE(report[u"added"_s].toInt(), 2);
        QCOMPARE(report[u"first_refused"_s].toArray().at(0).toObject()[u"line"_s].toInt(), 4);
        QVERIFY(QFile::exists(m_folder.filePath(u"refused.csv"_s)));
        QCOMPARE(on(command).lines.value(0)[u"unchanged"_s].toInt(), 2);
    }

    void withoutConsentNobodyIsLinked()
    {
        const auto suggested = on({u"customer"_s, u"suggest"_s, m_person, u"--json"_s});
        const auto first = QJsonDocument::fromJson(suggested.output).array().at(0).toObject();
        QCOMPARE(first[u"key"_s].toString(), u"1"_s);
        const auto reason = first[u"reasons"_s].toArray().at(0).toObject();
        QCOMPARE(reason[u"reason"_s].toString(), u"named-account"_s);
        QCOMPARE(on({u"customer"_s, u"link"_s, m_person, u"--certain"_s}).status, 1);
        QCOMPARE(
            on({u"customer"_s, u"link"_s, m_person, u"crm:1"_s, u"--reason"_s, u"her account"_s}).status, 1);
        const auto preview
            = on({u"customer"_s, u"preview"_s, m_person, u"crm:1"_s, u"--json"_s}).lines.value(0);
        QVERIFY(!preview[u"refused"_s].isNull());
    }

    void whoAgreedIsLinkedShownAndUnlinkedAgain()
    {
        QCOMPARE(
            on({u"consent"_s, u"set"_s, u"crm:1"_s, u"link-social"_s, u"given"_s, u"--from"_s, u"form"_s})
                .status,
            0);
        const auto link
            = on({u"customer"_s, u"link"_s, m_person, u"--certain"_s, u"--json"_s}).lines.value(0);
        QVERIFY(link[u"consent"_s].toString().startsWith(u"form"_s));
        const auto shown
            = on({u"customer"_s, u"show"_s, u"--person"_s, m_person, u"--purchases"_s, u"--json"_s})
                  .lines.value(0);
        QCOMPARE(shown[u"record"_s].toObject()[u"name"_s].toString(), u"Ana Martins"_s);
        QCOMPARE(shown[u"hidden"_s].toArray().size(), 4);
        const auto ended
            = on({u"customer"_s, u"undo"_s, link[u"link"_s].toString(), u"--json"_s}).lines.value(0);
        QVERIFY(!ended[u"unlinked_at"_s].isNull());
        QCOMPARE(on({u"customer"_s, u"show"_s, u"--person"_s, m_person}).status, 1);
        const auto consents
            = QJsonDocument::fromJson(on({u"consent"_s, u"show"_s, u"crm:1"_s, u"--json"_s}).output);
        QCOMPARE(consents.array().size(), 1);
    }

    void whatIsKeptOfThemIsExported()
    {
        const QString folder = m_folder.filePath(u"for ana"_s);
        QCOMPARE(on({u"customer"_s, u"export"_s, u"crm:1"_s}).status, 2);
        QCOMPARE(on({u"customer"_s, u"export"_s, u"--to"_s, folder}).status, 2);
        const auto exported
            = on({u"customer"_s, u"export"_s, u"crm:1"_s, u"--to"_s, folder, u"--json"_s}).lines.value(0);
        QCOMPARE(exported[u"counts"_s].toObject()[u"consents"_s].toInt(), 1);
        QFile page(folder + u"/index.html"_s);
        QVERIFY(page.open(QIODevice::ReadOnly));
        QVERIFY(page.readAll().contains("Ana Martins"));
        QCOMPARE(on({u"customer"_s, u"export"_s, u"crm:1"_s, u"--to"_s, folder}).status, 2);
        const auto written = on({u"customer"_s, u"export"_s, u"--person"_s, m_person, u"--to"_s,
                                    m_folder.filePath(u"person"_s), u"--json"_s})
                                 .lines.value(0);
        QVERIFY(written[u"customer"_s].isNull());
        QVERIFY(written[u"counts"_s].toObject()[u"messages"_s].toInt() > 0);
    }

    void stockIsImportedAndShown()
    {
        const QString file = write(
            u"stock.csv"_s, "product,variant,place,quantity,as_of\nboots,42,Baixa,3,2026-11-01T10:00:00Z\n");
        QCOMPARE(on({u"stock"_s, u"import"_s, file, u"--source"_s, u"pos"_s}).status, 0);
        const auto shown
            = QJsonDocument::fromJson(on({u"stock"_s, u"show"_s, u"boots"_s, u"--json"_s}).output);
        QCOMPARE(shown.array().at(0).toObject()[u"quantity"_s].toInt(), 3);
    }

    void whatOrderNumbersLookLikeIsSet()
    {
        QCOMPARE(on({u"order"_s, u"formats"_s, u"x"_s}).status, 2);
        const auto set = on({u"order"_s, u"formats"_s, u"FW-######"_s, u"--json"_s}).lines.value(0);
        QCOMPARE(set[u"formats"_s].toArray().size(), 1);
    }

private:
    Ran on(const QStringList &command)
    {
        return runCtl(QStringList{u"--data"_s, m_folder.filePath(u"desk"_s)} + command);
    }

    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            qFatal("cannot write the test's file");
        }
        return file.fileName();
    }

    QTemporaryDir m_folder;
    SandboxProgram m_sandbox;
    QString m_person;
    QString m_handle;
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::CustomerRoadTest)
#include "customer_road_test.moc"
