#include "app/customers/import/importer.h"
#include "app/store/journal_store.h"
#include "app/store/order_store.h"
#include "app/store/stock_store.h"
#include "tests/app/customers/people_desk.h"

#include <QStringEncoder>
#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
const QByteArray kPeople = "key,name,email,phone,city\n"
                           "c1,Ana Martins,ana@example.org,+351 912 345 678,Porto\n"
                           "c2,\"Braun, Jörg\",joerg@example.org,,Köln\n";

class ImportDesk final : public PeopleDesk
{
public:
    ImportRequest request(ImportKind kind, const QByteArray &bytes, const QString &name = u"rows.csv"_s)
    {
        const QString file = database.folder().filePath(name);
        QFile out(file);
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size()) {
            qFatal("cannot write the test's file");
        }
        return {.file = file, .kind = kind, .source = u"crm"_s, .agent = u"ann"_s};
    }

    Result<ImportReport> run(const ImportRequest &wanted) { return Importer(*store).run(wanted); }
    Result<ImportReport> import(ImportKind kind, const QByteArray &bytes)
    {
        return run(request(kind, bytes, u"rows%1.csv"_s.arg(++m_files)));
    }

    std::optional<Customer> person(const QString &key)
    {
        return *waitFor(store->read([key](Database &db) -> Result<std::optional<Customer>> {
            return CustomerStore(db).byKey(u"crm"_s, key);
        }));
    }

    QByteArray contents(const QString &file)
    {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

private:
    int m_files = 0;
};

QStringList reasons(const ImportReport &report)
{
    QStringList list;
    for (const RefusedRow &row : report.refused) {
        list << u"%1: %2"_s.arg(row.line).arg(row.reason);
    }
    return list;
}

bool is(const ImportCounts &counts, qint64 added, qint64 changed, qint64 unchanged, qint64 refused)
{
    return counts.added == added && counts.changed == changed && counts.unchanged == unchanged
        && counts.refused == refused && counts.records == added + changed + unchanged + refused;
}

qint64 peakKb()
{
    QFile status(u"/proc/self/status"_s);
    const QByteArray text = status.open(QIODevice::ReadOnly) ? status.readAll() : QByteArray();
    const qsizetype at = text.indexOf("VmHWM:");
    return text.mid(at + 6, 20).trimmed().split(' ').first().toLongLong();
}
} // namespace

class ImportTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rowsAreStoredOnceHoweverOftenTheyAreImported()
    {
        ImportDesk desk;
        const auto first = *desk.import(ImportKind::Customers, kPeople);
        QVERIFY(is(first.counts, 2, 0, 0, 0) && first.isDone);
        QCOMPARE(desk.person(u"c2"_s)->name, u"Braun, Jörg"_s);
        const auto again = *desk.import(ImportKind::Customers, kPeople);
        QVERIFY(is(again.counts, 0, 0, 2, 0));
        QByteArray moved = kPeople;
        const CustomerId id = desk.person(u"c2"_s)->id;
        const auto third = *desk.import(ImportKind::Customers, moved.replace("Köln", "Bonn"));
        QVERIFY(is(third.counts, 0, 1, 1, 0));
        QVERIFY(desk.person(u"c2"_s)->city == u"Bonn"_s && desk.person(u"c2"_s)->id == id);
    }

    void encodingAndDelimiterAreFoundOutAndShown_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<char>("delimiter");
        const QString text = u"key;name;city\nc1;Jörg Özil;\"Köln;Süd\"\n"_s;
        const auto wide = [&text](QStringConverter::Encoding encoding, bool hasMark) {
            QStringEncoder encoder(
                encoding, hasMark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
            const QByteArray bytes = encoder(text);
            return bytes;
        };
        QTest::newRow("UTF-8") << text.toUtf8() << u"UTF-8"_s << ';';
        QTest::newRow("UTF-8 with a mark") << "\xEF\xBB\xBF" + text.toUtf8() << u"UTF-8"_s << ';';
        QTest::newRow("UTF-16 with a mark") << wide(QStringConverter::Utf16LE, true) << u"UTF-16LE"_s << ';';
        QTest::newRow("UTF-16 without") << wide(QStringConverter::Utf16BE, false) << u"UTF-16BE"_s << ';';
        QTest::newRow("Latin-1") << text.toLatin1() << u"Latin-1"_s << ';';
        QTest::newRow("Windows") << text.toLatin1() + "c2;\x93quoted\x94;\n" << u"Windows-1252"_s << ';';
        QTest::newRow("tabs") << QString(text)
                                     .replace(u"\"Köln;Süd\""_s, u"Köln;Süd"_s)
                                     .replace(u";"_s, u"\t"_s)
                                     .replace(u"Köln\tSüd"_s, u"Köln;Süd"_s)
                                     .toUtf8()
                              << u"UTF-8"_s << '\t';
        QTest::newRow("line ends") << QString(text).replace(u"\n"_s, u"\r\n"_s).toUtf8() << u"UTF-8"_s << ';';
    }

    void encodingAndDelimiterAreFoundOutAndShown()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, encoding);
        QFETCH(const char, delimiter);
        ImportDesk desk;
        const auto report = desk.import(ImportKind::Customers, bytes);
        QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().detail));
        QCOMPARE(toString(report->form.encoding), encoding);
        QCOMPARE(report->form.delimiter, delimiter);
        QCOMPARE(desk.person(u"c1"_s)->name, u"Jörg Özil"_s);
        QCOMPARE(desk.person(u"c1"_s)->city, u"Köln;Süd"_s);
    }

    void aColumnIsFoundByItsNameOrByTheMap()
    {
        ImportDesk desk;
        auto wanted
            = desk.request(ImportKind::Customers, "Kundennr,Full Name,E-Mail,Notes\n7,Ana Li,a@b.org,x\n");
        const auto refused = desk.run(wanted);
        QVERIFY(!refused && refused.error().code == ErrorCode::Usage);
        QVERIFY2(refused.error().detail.contains(u"Kundennr"_s), qPrintable(refused.error().detail));
        wanted.map = {{u"columns"_s, QJsonObject{{u"key"_s, u"Kundennr"_s}}}};
        const auto report = *desk.run(wanted);
        QCOMPARE(report.ignored, QStringList{u"Notes"_s});
        QCOMPARE(desk.person(u"7"_s)->email, u"a@b.org"_s);
        wanted.map = {{u"columns"_s, QJsonObject{{u"shoe"_s, u"Notes"_s}}}};
        QVERIFY(desk.run(wanted).error().detail.contains(u"shoe"_s));
        wanted.map = {{u"columns"_s, QJsonObject{{u"key"_s, u"Nummer"_s}}}};
        QVERIFY(desk.run(wanted).error().detail.contains(u"Nummer"_s));
    }

    void badRowsAreRefusedWithLineAndReasonAndTheOthersStored()
    {
        ImportDesk desk;
        QVERIFY(desk.import(ImportKind::Customers, kPeople));
        auto wanted = desk.request(ImportKind::Orders,
            "number,customer,channel,status,placed_at,value,currency\n"
            "FW-1,c1,online,sent,2026-11-01,49.90,EUR\n"
            "FW-2,c9,online,sent,2026-11-01,49.90,EUR\n"
            "FW-3,c1,online,sent,2026-11-01,49.90,EUX\n"
            "FW-4,c1,online,sent,soon,49.90,EUR\n"
            "FW-5,c1,by phone,sent,2026-11-01,49.90,EUR\n"
            "FW-6,c1,online,sent,2026-11-01,\"1,234\",EUR\n"
            "FW-1,c2,online,sent,2026-11-02,1,EUR\n"
            "FW-7,c1,online\n"
            "FW-8,c1,online,\"se\"nt,2026-11-01,1,EUR\n"
            ",c1,online,sent,2026-11-01,1,EUR\n"
            "=1+1,c1,STORE,=cmd(),2026-11-01T10:00:00+02:00,500,jpy\n");
        wanted.rejects = desk.database.folder().filePath(u"rejects.csv"_s);
        const auto report = *desk.run(wanted);
        QVERIFY(is(report.counts, 2, 0, 0, 9));
        const QStringList told = reasons(report);
        const QStringList expected = {u"3: no customer"_s, u"4: currency \"EUX\""_s,
            u"5: placed_at \"soon\""_s, u"6: channel \"by phone\": say one of: online, store"_s,
            u"7: value \"1,234\""_s, u"8: the same key as in line 2"_s, u"9: 3 cells instead of 7"_s,
            u"10: a quote stands"_s, u"11: number \"\": must not be empty"_s};
        QCOMPARE(told.size(), expected.size());
        for (qsizetype i = 0; i < told.size(); ++i) {
            QVERIFY2(told[i].startsWith(expected[i]), qPrintable(told[i]));
        }
        QCOMPARE(desk.contents(wanted.rejects).count("\r\n"), 10);
        const CustomerId ana = desk.person(u"c1"_s)->id;
        const auto orders
            = *waitFor(desk.store->read([ana](Database &db) { return OrderStore(db).of(ana, 10); }));
        QCOMPARE(orders.size(), 2);
        QVERIFY(
            orders[0].number == u"=1+1"_s && orders[0].status == u"=cmd()"_s && orders[0].valueMinor == 500);
        QCOMPARE(toIso(orders[0].placedAt), u"2026-11-01T08:00:00.000Z"_s);
        QCOMPARE(orders[1].valueMinor, 4990);
    }

    void aFormulaIsNoneInTheFileOfRefusedRows()
    {
        ImportDesk desk;
        auto wanted = desk.request(
            ImportKind::Stock, "product,place,quantity,as_of\n=HYPERLINK(\"\"x\"\"),Baixa,many,2026-11-01\n");
        wanted.rejects = desk.database.folder().filePath(u"rejects.csv"_s);
        QVERIFY(desk.run(wanted));
        QVERIFY(desk.contents(wanted.rejects).contains(",\"'=HYPERLINK("));
    }

    void jsonLinesAreRead()
    {
        ImportDesk desk;
        const auto report = *desk.import(ImportKind::Customers,
            "{\"key\": \"c1\", \"name\": \"Ana\"}\n\n{\"key\": 2, \"email\": \"b@c.org\", \"phone\": null}\n"
            "{\"key\": \"c3\", \"name\": {\"first\": \"x\"}}\n[1]\n{\"name\": \"x\"\n{\"name\": "
            "\"nobody\"}\n");
        QVERIFY(report.form.isJsonLines);
        QVERIFY(is(report.counts, 2, 0, 0, 4));
        QCOMPARE(desk.person(u"2"_s)->email, u"b@c.org"_s);
        QVERIFY(reasons(report)[0].startsWith(u"4: the member \"name\""_s));
        QCOMPARE(reasons(report)[1], u"5: not a JSON object"_s);
    }

    void everyKindIsImported()
    {
        ImportDesk desk;
        QVERIFY(desk.import(ImportKind::Customers, kPeople));
        const auto isOne = [&desk](ImportKind kind, const QByteArray &bytes) {
            const auto report = desk.import(kind, bytes);
            return report && is(report->counts, 1, 0, 0, 0);
        };
        QVERIFY(isOne(ImportKind::Orders,
            "number,customer,channel,status,placed_at,value,currency,tracking\nF1,c1,store,sold,2026-11-01,5,"
            "EUR,T1\n"));
        QVERIFY(
            isOne(ImportKind::OrderLines, "order,line,sku,quantity,value,currency\nF1,1,boots,2,2.50,EUR\n"));
        QVERIFY(isOne(ImportKind::Loyalty, "customer,at,tier,points\nc1,2026-11-01,gold,420\n"));
        QVERIFY(isOne(ImportKind::Preferences, "customer,preference,value\nc1,size,42\n"));
        QVERIFY(isOne(
            ImportKind::StoreVisits, "customer,store,at,zone,seconds\nc1,Baixa,2025-11-01,shoes,300\n"));
        for (const Purpose purpose : allPurposes()) {
            QVERIFY(isOne(ImportKind::Consents,
                "customer,purpose,given,at\nc1," + toString(purpose).toUtf8() + ",given,2025-11-01\n"));
        }
        QVERIFY(
            isOne(ImportKind::Stock, "product,variant,place,quantity,as_of\nboots,42,Baixa,3,2026-11-01\n"));
        const CustomerView view = desk.view(desk.person(u"c1"_s)->id, {}, true);
        QVERIFY(view.orders.size() == 1 && view.orders[0].lines.size() == 1
            && view.orders[0].tracking == u"T1"_s);
        QVERIFY(view.loyalty.size() == 1 && view.loyalty[0].points == 420);
        QVERIFY(view.preferences.size() == 1 && view.visits.size() == 1 && view.hidden.isEmpty());
        const auto stock
            = *waitFor(desk.store->read([](Database &db) { return StockStore(db).of(u"boots"_s); }));
        QVERIFY(stock.size() == 1 && stock[0].quantity == 3 && stock[0].placeKind == u"store"_s);
        const auto future = *desk.import(
            ImportKind::Consents, "customer,purpose,given,at\nc1,loyalty,withdrawn,2099-01-01\n");
        QCOMPARE(future.counts.refused, 1);
    }

    void aDryRunStoresNothingAndTellsTheSame()
    {
        ImportDesk desk;
        QVERIFY(desk.import(ImportKind::Customers, kPeople));
        const QByteArray rows = kPeople + "c3,New,,,\nc3,Twice,,,\n";
        auto wanted = desk.request(ImportKind::Customers, rows);
        wanted.isDryRun = true;
        const auto dry = *desk.run(wanted);
        QVERIFY(is(dry.counts, 1, 0, 2, 1) && dry.id.isNull());
        QVERIFY(!desk.person(u"c3"_s));
        wanted.isDryRun = false;
        QVERIFY(desk.run(wanted)->counts == dry.counts);
    }

    void anInterruptedImportGoesOnWhereItWas()
    {
        ImportDesk desk;
        QByteArray rows = "key,name\n";
        for (int i = 0; i < 5000; ++i) {
            rows += 'k' + QByteArray::number(i) + ",Name\n";
        }
        rows += "k1,Again\n";
        const auto wanted = desk.request(ImportKind::Customers, rows);
        std::stop_source stop;
        const auto cut
            = *Importer(*desk.store).run(wanted, stop.get_token(), [&stop](const ImportProgress &progress) {
                  if (progress.records >= 2000) {
                      stop.request_stop();
                  }
              });
        QVERIFY(!cut.isDone && cut.counts.records == 2000);
        QVERIFY(desk.person(u"k1999"_s) && !desk.person(u"k2000"_s));
        const auto rest = *desk.run(wanted);
        QVERIFY(rest.isDone && rest.continuedAt == 2000 && rest.id == cut.id);
        QVERIFY(is(rest.counts, 5000, 0, 0, 1)); // and the row of the first part is still known
        const auto again = *desk.run(wanted);
        QVERIFY(again.continuedAt == 0 && is(again.counts, 0, 0, 5000, 1));
    }

    void aQuoteThatIsNeverClosedCostsOneRow()
    {
        ImportDesk desk;
        QByteArray rows = "key,name\nc1,\"Ana\nc2,Bo\nc3,\"two\nlines\"\n";
        for (int i = 4; i < 300; ++i) {
            rows += 'c' + QByteArray::number(i) + ",Name\n";
        }
        const auto report = *desk.import(ImportKind::Customers, rows);
        QVERIFY2(desk.person(u"c299"_s), qPrintable(reasons(report).join(u'\n')));
        QVERIFY(report.counts.refused >= 1 && report.counts.refused <= 3);
    }

    void aLineOfTwoGigabytesIsRefusedWithoutBeingKept()
    {
        if (TestDatabase::isOnPostgres()) {
            QSKIP("reading files is the same on every engine");
        }
        ImportDesk desk;
        const auto wanted = desk.request(ImportKind::Customers, "key,name\nc1,Ana\nc2,");
        QFile file(wanted.file);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.resize(qint64(2) << 30)); // a hole: no disk is filled
        QVERIFY(file.seek(file.size()) && file.write("\nc3,Bo\n") > 0);
        file.close();
        const qint64 before = peakKb();
        const auto read = desk.run(wanted);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
        const ImportReport &report = *read;
        QVERIFY2(is(report.counts, 2, 0, 0, 1), qPrintable(reasons(report).join(u'\n')));
        QCOMPARE(reasons(report).first(), u"3: longer than 1048576 bytes"_s);
        QVERIFY(desk.person(u"c3"_s).has_value());
        QVERIFY2(peakKb() - before < 64 * 1024, qPrintable(QString::number(peakKb() - before)));
    }

    void whatCannotBeReadAtAllIsToldBeforeAnythingIsStored()
    {
        ImportDesk desk;
        QVERIFY(desk.import(ImportKind::Customers, "").error().code == ErrorCode::Usage);
        auto nowhere = desk.request(ImportKind::Customers, kPeople);
        nowhere.source.clear();
        QVERIFY(desk.run(nowhere).error().code == ErrorCode::Usage);
        nowhere.source = u"crm"_s;
        nowhere.file += u".gone"_s;
        QVERIFY(desk.run(nowhere).error().code == ErrorCode::Io);
    }

    void wrongBytesAreToldWithTheirLine()
    {
        ImportDesk desk;
        auto wanted = desk.request(ImportKind::Customers, "key,name\nc1,J\xF6rg\nc2,Bo\n");
        wanted.encoding = Encoding::Utf8;
        const auto report = *desk.run(wanted);
        QVERIFY(is(report.counts, 1, 0, 0, 1));
        QVERIFY(reasons(report).first().startsWith(u"2: not UTF-8"_s));
    }

    void whatWasImportedIsInTheJournalWithoutWhatItSays()
    {
        ImportDesk desk;
        QVERIFY(desk.import(ImportKind::Customers, kPeople));
        const auto facts
            = *waitFor(desk.store->read([](Database &db) { return JournalStore(db).after({}, 100); }));
        QStringList told;
        for (const Fact &fact : facts) {
            told << fact.fact;
            QVERIFY(!QJsonDocument(fact.detail).toJson().contains("Ana"));
        }
        QVERIFY(told.contains(u"import-started"_s) && told.contains(u"rows-imported"_s));
        QCOMPARE(told.last(), u"import-ended"_s);
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::ImportTest)
#include "import_test.moc"
