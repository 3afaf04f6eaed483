#include "app/core/clock.h"
#include "app/store/store.h"
#include "tests/acceptance/programs.h"
#include "tests/support/seed.h"
#include "tests/support/wait_for.h"

#include <QElapsedTimer>
#include <QFile>
#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
constexpr int kRecords = 20'000;
constexpr int kWithoutKey = 997; // each so many
constexpr int kTwice = 1'501;    // each so many
constexpr int kMostDesks = 20;

/// What an import left behind, but for ids and times.
struct Left {
    QStringList customers = {};
    QStringList refused = {};
    qint64 imports = 0;
    bool operator==(const Left &) const = default;
};

bool writeRecords(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly)) {
        return false;
    }
    file.write("key,name,email,city\n");
    for (int i = 1; i <= kRecords; ++i) {
        const QByteArray number = QByteArray::number(i);
        const QByteArray key = i % kWithoutKey == 0 ? QByteArray()
            : i % kTwice == 0                       ? "k" + QByteArray::number(i - 1)
                                                    : "k" + number;
        file.write(key + ",Person " + number + ",p" + number + "@example.org,Porto\n");
    }
    return true;
}

/// A desk of its own, into which the file is imported by real programs.
class Desk
{
    [[nodiscard]] QString rejects() const { return m_folder.filePath(u"refused.csv"_s); }
    template <typename Work>
    auto read(Work work) const
    {
        const SystemClock clock;
        IdSource ids(clock);
        const auto store
            = *Store::open(DatabasePlace::ofFile(m_folder.filePath(u"desk/desk.db"_s)), clock, ids);
        return *waitFor(store->read(work));
    }

public:
    explicit Desk(const QString &file) : m_file(file) { }

    [[nodiscard]] bool start() const { return runCtl(on({u"init"_s})).status == 0; }
    [[nodiscard]] QStringList import() const
    {
        return on({u"import"_s, m_file, u"--kind"_s, u"customers"_s, u"--source"_s, u"crm"_s, u"--rejects"_s,
            rejects(), u"--json"_s});
    }
    [[nodiscard]] QStringList on(const QStringList &arguments) const
    {
        return QStringList{u"--data"_s, m_folder.filePath(u"desk"_s)} + arguments;
    }
    [[nodiscard]] QByteArray refused() const
    {
        QFile file(rejects());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// How many records the imports so far have read and stored.
    [[nodiscard]] qint64 records() const
    {
        return read(
            [](Database &db) { return db.number(u"SELECT COALESCE(sum(records), 0) FROM import_run"_s); });
    }
    [[nodiscard]] Left left() const
    {
        return read([](Database &db) {
            const auto words = [](const QSqlQuery &row) {
                return u"%1 %2 %3"_s.arg(
                    row.value(0).toString(), row.value(1).toString(), row.value(2).toString());
            };
            return Left{
                .customers = db.list(
                    u"SELECT external_key, name, email FROM customer ORDER BY external_key"_s, {}, words),
                .refused
                = db.list(u"SELECT line, reason, record FROM import_reject ORDER BY line"_s, {}, words),
                .imports = db.number(u"SELECT count(*) FROM import_run"_s)};
        });
    }

private:
    QTemporaryDir m_folder;
    QString m_file;
};

/// Starts imports and kills them on the way until one ends; how many of those killed had stored a part. Nothing where one was killed after it had
/// stored all: that is a second import, of what is there already.
std::optional<int> importWithKills(const Desk &desk, QRandomGenerator &random, int reachMs, Ran &last)
{
    int partly = 0;
    for (;;) {
        const auto program = startCtl(desk.import());
        if (program->waitForFinished(random.bounded(reachMs))) {
            last = ended(*program);
            return partly;
        }
        program->kill();
        program->waitForFinished();
        const qint64 stored = desk.records();
        if (stored == kRecords) {
            return std::nullopt;
        }
        partly += stored > 0 ? 1 : 0;
    }
}
} // namespace

/// An import ended by SIGKILL at random moments, and begun again by the same command, leaves what one that ran through leaves.
class ImportKillTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void killedImportsGoOnWhereTheyWere()
    {
        QRandomGenerator random(printedSeed());
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"customers.csv"_s);
        QVERIFY(writeRecords(file));
        const Desk whole(file);
        QVERIFY(whole.start());
        QElapsedTimer timer;
        timer.start();
        const Ran reference = runCtl(whole.import());
        QCOMPARE(reference.status, 0);
        const int reach = int(timer.elapsed());
        const Left wanted = whole.left();
        QCOMPARE(wanted.refused.size(), kRecords / kWithoutKey + kRecords / kTwice);

        int partly = 0;
        for (int desks = 0; partly == 0; ++desks) {
            QVERIFY2(desks < kMostDesks, "no import was killed on the way");
            const Desk desk(file);
            QVERIFY(desk.start());
            Ran last;
            partly = importWithKills(desk, random, reach, last).value_or(0);
            if (partly == 0) {
                continue;
            }
            QCOMPARE(last.status, 0);
            for (const QString &count :
                {u"records"_s, u"added"_s, u"changed"_s, u"unchanged"_s, u"refused"_s}) {
                QCOMPARE(last.lines.value(0)[count].toInt(), reference.lines.value(0)[count].toInt());
            }
            const Left left = desk.left();
            QVERIFY(left.customers == wanted.customers);
            QCOMPARE(left.refused, wanted.refused);
            QCOMPARE(left.imports, 1);
            QCOMPARE(desk.refused(), whole.refused());
            QCOMPARE(runCtl(desk.on({u"audit"_s, u"verify"_s})).status, 0);
        }
        qInfo("%d imports were killed with a part stored", partly);
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::ImportKillTest)
#include "import_kill_test.moc"
