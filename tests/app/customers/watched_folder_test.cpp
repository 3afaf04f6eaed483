#include "app/core/json_file.h"
#include "app/customers/import/folder_watch.h"
#include "tests/app/customers/people_desk.h"
#include "tests/support/wait_for_store.h"

#include <QDir>
#include <QtTest>

#include <unistd.h>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
const QByteArray kPeople = "key,name,email\nc1,Ana,ana@example.org\nc2,Bo,bo@example.org\n";
constexpr QFile::Permissions kOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
    | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

/// A desk with a folder in which files arrive.
class WatchDesk final : public PeopleDesk
{
public:
    WatchDesk()
    {
        QDir(database.folder().path()).mkdir(u"arrivals"_s);
        anew();
    }

    /// As a program that is started (again).
    void anew(milliseconds quiet = milliseconds(30), milliseconds again = milliseconds(30))
    {
        request = {.folder = path(),
            .import = {.kind = ImportKind::Customers, .source = u"crm"_s, .agent = u"ann"_s},
            .quiet = quiet,
            .tryAgain = again};
        watched.reset();
        watched = std::make_unique<WatchedFolder>(*store, request);
    }

    [[nodiscard]] QString path(const QString &name = {}) const
    {
        const QString folder = database.folder().filePath(u"arrivals"_s);
        return name.isEmpty() ? folder : folder + u'/' + name;
    }

    void write(const QString &name, const QByteArray &bytes, QIODevice::OpenMode mode = QIODevice::WriteOnly)
    {
        QFile file(path(name));
        if (!file.open(mode) || file.write(bytes) != bytes.size()) {
            qFatal("cannot write the test's file");
        }
    }

    [[nodiscard]] QByteArray contents(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    [[nodiscard]] QStringList in(const QString &folder) const
    {
        return QDir(path(folder)).entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
    }

    /// Looks until everything there was dealt with.
    QList<WatchedFile> lookUntilSettled()
    {
        QList<WatchedFile> all;
        for (int turn = 0; turn < 100; ++turn) {
            all += watched->look();
            if (watched->isSettled()) {
                return all;
            }
            QTest::qSleep(10);
        }
        return all;
    }

    bool knows(const QString &key)
    {
        const auto customer = *waitFor(store->read([key](Database &db) -> Result<std::optional<Customer>> {
            return CustomerStore(db).byKey(u"crm"_s, key);
        }));
        return customer.has_value();
    }

    WatchRequest request;
    std::unique_ptr<WatchedFolder> watched;
};
} // namespace

class WatchedFolderTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFileIsImportedOnceAndMovedWithItsReport()
    {
        WatchDesk desk;
        QVERIFY(desk.watched->open());
        desk.write(u"people.csv"_s, kPeople);
        const auto files = desk.lookUntilSettled();
        QCOMPARE(files.size(), 1);
        QCOMPARE(files.first().place, desk.path(u"done/people.csv"_s));
        QVERIFY(files.first().report && files.first().report->counts.added == 2);
        QVERIFY(desk.knows(u"c1"_s) && desk.knows(u"c2"_s));
        const QStringList expected = {u"people.csv"_s, u"people.csv.report.json"_s};
        QCOMPARE(desk.in(u"done"_s), expected);
        QVERIFY(!QFile::exists(desk.path(u"people.csv"_s)));
        const auto report = *readJsonFile(desk.path(u"done/people.csv.report.json"_s));
        QCOMPARE(report[u"added"_s].toInt(), 2);
        QCOMPARE(report[u"kind"_s].toString(), u"customers"_s);
        QCOMPARE(report[u"file"_s].toString(), u"people.csv"_s);
        QVERIFY(!(QFileInfo(desk.path(u"done"_s)).permissions() & kOthers));
        for (const QString &name : expected) {
            QVERIFY2(!(QFileInfo(desk.path(u"done/"_s + name)).permissions() & kOthers), qPrintable(name));
        }
        QVERIFY(desk.lookUntilSettled().isEmpty());
    }

    void aFileThatGrowsIsWaitedFor()
    {
        WatchDesk desk;
        desk.anew(milliseconds(400));
        QVERIFY(desk.watched->open());
        desk.write(u"people.csv"_s, "key,name,email\nc1,Ana,");
        for (int piece = 2; piece < 8; ++piece) {
            QVERIFY(desk.watched->look().isEmpty());
            QVERIFY(!desk.watched->isSettled() && desk.watched->untilNext());
            QTest::qSleep(100); // longer in all than a file has to be quiet
            desk.write(u"people.csv"_s, "\nc" + QByteArray::number(piece) + ",Bo,", QIODevice::Append);
        }
        QVERIFY(!desk.knows(u"c1"_s));
        const auto files = desk.lookUntilSettled();
        QCOMPARE(files.size(), 1);
        QCOMPARE(files.first().report->counts.added, 7);
    }

    void aFileThatIsRenamedIntoPlaceIsTaken()
    {
        WatchDesk desk;
        QVERIFY(desk.watched->open());
        for (const QString &name : {u".people.csv"_s, u"people.csv.part"_s, u"a.TMP"_s, u"b.crdownload"_s}) {
            desk.write(name, kPeople);
        }
        QVERIFY(QFile::link(desk.path(u".people.csv"_s), desk.path(u"link.csv"_s)));
        QVERIFY(QDir(desk.path()).mkdir(u"folder.csv"_s));
        QVERIFY(desk.lookUntilSettled().isEmpty());
        QTest::qSleep(60);
        QVERIFY(desk.lookUntilSettled().isEmpty() && !desk.knows(u"c1"_s));
        QVERIFY(QFile::rename(desk.path(u"people.csv.part"_s), desk.path(u"people.csv"_s)));
        QCOMPARE(desk.lookUntilSettled().size(), 1);
        QVERIFY(desk.knows(u"c1"_s));
        QVERIFY(QFile::exists(desk.path(u".people.csv"_s)) && QFile::exists(desk.path(u"a.TMP"_s)));
    }

    void refusedRowsStandBesideTheFile()
    {
        WatchDesk desk;
        QVERIFY(desk.watched->open());
        desk.write(u"people.csv"_s, "key,name\nc1,Ana\n,Nobody\nc1,Twice\n");
        const auto files = desk.lookUntilSettled();
        QVERIFY(files.size() == 1 && files.first().report->counts.refused == 2);
        const QStringList expected
            = {u"people.csv"_s, u"people.csv.refused.csv"_s, u"people.csv.report.json"_s};
        QCOMPARE(desk.in(u"done"_s), expected);
        QCOMPARE(desk.contents(u"done/people.csv.refused.csv"_s).count("\r\n"), 3);
        QVERIFY(!(QFileInfo(desk.path(u"done/people.csv.refused.csv"_s)).permissions() & kOthers));
    }

    void whatIsNoImportIsRefusedAndTheOthersGoOn()
    {
        WatchDesk desk;
        QVERIFY(desk.watched->open());
        desk.write(u"a.csv"_s, "");
        desk.write(u"b.csv"_s, "shoe,colour\n42,red\n");
        desk.write(u"c.csv"_s, kPeople);
        QCOMPARE(desk.lookUntilSettled().size(), 3);
        QVERIFY(desk.knows(u"c1"_s));
        const QStringList refused = {u"a.csv"_s, u"a.csv.report.json"_s, u"b.csv"_s, u"b.csv.report.json"_s};
        QCOMPARE(desk.in(u"refused"_s), refused);
        const auto report = *readJsonFile(desk.path(u"refused/b.csv.report.json"_s));
        QCOMPARE(report[u"error"_s].toString(), u"usage"_s);
        QVERIFY2(
            report[u"detail"_s].toString().contains(u"shoe"_s), qPrintable(report[u"detail"_s].toString()));
    }

    void whatIsThereIsNotOverwritten()
    {
        WatchDesk desk;
        QVERIFY(desk.watched->open());
        for (const char *name : {"Ana", "Eva", "Ida"}) {
            desk.write(u"people.csv"_s, "key,name\nc1," + QByteArray(name) + "\n");
            QCOMPARE(desk.lookUntilSettled().size(), 1);
        }
        QVERIFY(desk.contents(u"done/people.csv"_s).contains("Ana"));
        QVERIFY(desk.contents(u"done/people-2.csv"_s).contains("Eva"));
        QVERIFY(desk.contents(u"done/people-3.csv"_s).contains("Ida"));
        QCOMPARE(desk.in(u"done"_s).size(), 6);
        // A report whose file somebody took away is that of another file.
        QVERIFY(QFile::remove(desk.path(u"done/people-2.csv"_s)));
        desk.write(u"people.csv"_s, "key,name\nc1,Noor\n");
        QCOMPARE(desk.lookUntilSettled().first().place, desk.path(u"done/people-4.csv"_s));
    }

    void theSameContentsAgainChangeNothing()
    {
        WatchDesk desk;
        QVERIFY(desk.watched->open());
        desk.write(u"people.csv"_s, kPeople);
        QCOMPARE(desk.lookUntilSettled().size(), 1);
        desk.write(u"copy.csv"_s, kPeople);
        const auto files = desk.lookUntilSettled();
        QVERIFY(files.size() == 1 && files.first().report->counts.unchanged == 2);
    }

    void endedBeforeTheMoveItGoesOn()
    {
        WatchDesk desk;
        QVERIFY(desk.watched->open());
        desk.write(u"people.csv"_s, "key,name\nc1,Ana\n,Nobody\n");
        QCOMPARE(desk.lookUntilSettled().size(), 1);
        // As if the program had been killed after the report and before the move: the same file, with its times, is back.
        QVERIFY(QFile::rename(desk.path(u"done/people.csv"_s), desk.path(u"people.csv"_s)));
        desk.anew();
        QVERIFY(desk.watched->open());
        const auto files = desk.lookUntilSettled();
        QCOMPARE(files.size(), 1);
        QCOMPARE(files.first().place, desk.path(u"done/people.csv"_s));
        QVERIFY(files.first().report->counts.unchanged == 1 && files.first().report->counts.refused == 1);
        QCOMPARE(desk.in(u"done"_s).size(), 3);
    }

    void endedInTheMiddleItGoesOnWhereItWas()
    {
        WatchDesk desk;
        QVERIFY(desk.watched->open());
        QByteArray rows = "key,name\n";
        for (int i = 0; i < 5000; ++i) {
            rows += 'c' + QByteArray::number(i) + ",Name\n";
        }
        desk.write(u"people.csv"_s, rows);
        ImportRequest halfway = desk.request.import;
        halfway.file = desk.path(u"people.csv"_s);
        std::stop_source stop;
        QVERIFY(Importer(*desk.store).run(halfway, stop.get_token(), [&stop](const ImportProgress &) {
            stop.request_stop();
        }));
        const auto files = desk.lookUntilSettled();
        QCOMPARE(files.size(), 1);
        QVERIFY(files.first().report->continuedAt == 2000 && files.first().report->counts.added == 5000);
    }

    void stoppedNothingIsMoved()
    {
        WatchDesk desk;
        QVERIFY(desk.watched->open());
        desk.write(u"people.csv"_s, kPeople);
        QVERIFY(desk.watched->look().isEmpty());
        QTest::qSleep(60);
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(desk.watched->look(stop.get_token()).isEmpty());
        QVERIFY(QFile::exists(desk.path(u"people.csv"_s)) && !desk.knows(u"c1"_s));
    }

    void whatCannotBeReadIsToldOnceAndTriedAgain()
    {
        if (::geteuid() == 0) {
            QSKIP("nothing is unreadable for the administrator");
        }
        WatchDesk desk;
        QVERIFY(desk.watched->open());
        desk.write(u"a.csv"_s, kPeople);
        desk.write(u"b.csv"_s, "key,name\nb1,Ben\n");
        QVERIFY(QFile::setPermissions(desk.path(u"a.csv"_s), {}));
        QCOMPARE(desk.lookUntilSettled().size(), 2);
        QVERIFY(desk.knows(u"b1"_s));
        QTest::qSleep(60);
        QVERIFY(desk.watched->look().isEmpty());
        QVERIFY(QFile::setPermissions(desk.path(u"a.csv"_s), QFile::ReadOwner));
        QCOMPARE(desk.lookUntilSettled().size(), 1);
    }

    void whatCannotBeMovedIsToldOnceAndTriedAgain()
    {
        WatchDesk desk;
        QVERIFY(desk.watched->open());
        QVERIFY(QDir(desk.path(u"done"_s)).removeRecursively());
        desk.write(u".elsewhere"_s, "");
        QVERIFY(QFile::link(desk.path(u".elsewhere"_s), desk.path(u"done"_s))); // not a folder of ours
        desk.write(u"people.csv"_s, kPeople);
        const auto files = desk.lookUntilSettled();
        QVERIFY(files.size() == 1 && files.first().place.isEmpty());
        QVERIFY(files.first().error && files.first().error->code == ErrorCode::Io);
        QTest::qSleep(60);
        QVERIFY(desk.watched->look().isEmpty());
        QVERIFY(QFile::remove(desk.path(u"done"_s)));
        QTest::qSleep(60);
        const auto later = desk.watched->look();
        QVERIFY(later.size() == 1 && later.first().report);
        QCOMPARE(later.first().place, desk.path(u"done/people.csv"_s));
    }

    void onlyOneProgramWatches()
    {
        WatchDesk desk;
        QVERIFY(desk.watched->open());
        WatchedFolder second(*desk.store, desk.request);
        const Done refused = second.open();
        QVERIFY(!refused && refused.error().code == ErrorCode::Busy);
        desk.request.folder = desk.path(u"nowhere"_s);
        QVERIFY(WatchedFolder(*desk.store, desk.request).open().error().code == ErrorCode::Io);
        desk.request.import.source.clear();
        QVERIFY(WatchedFolder(*desk.store, desk.request).open().error().code == ErrorCode::Usage);
    }

    void whatArrivesIsNoticedAndStoppingEndsIt()
    {
        WatchDesk desk;
        desk.watched.reset();
        FolderWatch watch(*desk.store, desk.request);
        QSignalSpy handled(&watch, &FolderWatch::handled);
        QSignalSpy settled(&watch, &FolderWatch::settled);
        QSignalSpy stopped(&watch, &FolderWatch::stopped);
        QVERIFY(watch.start());
        QVERIFY(settled.wait());
        desk.write(u"people.csv"_s, kPeople);
        QVERIFY(!handled.isEmpty() || handled.wait(20'000)); // sooner than the next poll
        QVERIFY(desk.knows(u"c1"_s));
        watch.stop();
        QVERIFY(!stopped.isEmpty() || stopped.wait());
        QFileSystemWatcher other;
        QVERIFY(other.addPath(desk.request.folder));
        QSignalSpy arrived(&other, &QFileSystemWatcher::directoryChanged);
        desk.write(u"late.csv"_s, kPeople);
        QVERIFY(!arrived.isEmpty() || arrived.wait());
        waitForAll(*desk.store);
        QVERIFY(QFile::exists(desk.path(u"late.csv"_s)) && handled.size() == 1);
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::WatchedFolderTest)
#include "watched_folder_test.moc"
