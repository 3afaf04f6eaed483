#include "app/customers/import/importer.h"
#include "tests/bench/bench.h"
#include "tests/bench/or_exit.h"

#include <QFile>
#include <QTemporaryDir>

#include <sqlite3.h>

#include <cstdio>

namespace fw::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr int kRows = 200'000;
constexpr int kBatch = 2000; // as the import's

QByteArray cell(int row, const char *shape)
{
    return QByteArray(shape).replace('#', QByteArray::number(row));
}

void writeRows(const QString &name, int rows)
{
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly)) {
        giveUp(file.errorString());
    }
    file.write("key,name,email,phone,city,language\n");
    for (int i = 0; i < rows; ++i) {
        file.write(cell(i, "k#,Anna Person#,person#@example.org,+351 9") + QByteArray::number(10'000'000 + i)
            + ",Porto,pt\n");
    }
}

std::unique_ptr<Store> openDesk(const QString &file, const Clock &clock, IdSource &ids)
{
    QFile::remove(file);
    QFile::remove(file + u"-wal"_s);
    QFile::remove(file + u"-shm"_s);
    return valueOrExit(Store::open(DatabasePlace::ofFile(file), clock, ids));
}

void bind(sqlite3_stmt *insert, int place, const QByteArray &text)
{
    sqlite3_bind_text(insert, place, text.constData(), int(text.size()), SQLITE_TRANSIENT);
}

/// The same rows into the same table with the same indexes and batches, from memory, with nothing looked up or checked.
void insertPlainly(const QString &file, int rows)
{
    sqlite3 *db = nullptr;
    sqlite3_stmt *insert = nullptr;
    const char *sql
        = "INSERT INTO customer (id, source, external_key, name, email, phone, city, language, name_key, "
          "email_key, phone_key, changed_at_ms) VALUES (?, 'crm', ?, ?, ?, ?, 'Porto', 'pt', ?, ?, ?, 1)";
    if (sqlite3_open(qPrintable(file), &db) != SQLITE_OK
        || sqlite3_exec(db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL", nullptr, nullptr, nullptr)
            != SQLITE_OK
        || sqlite3_prepare_v2(db, sql, -1, &insert, nullptr) != SQLITE_OK) {
        giveUp(QString::fromUtf8(sqlite3_errmsg(db)));
    }
    for (int i = 0; i < rows; ++i) {
        if (i % kBatch == 0) {
            sqlite3_exec(
                db, i == 0 ? "BEGIN IMMEDIATE" : "COMMIT; BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
        }
        const QByteArray phone = "9" + QByteArray::number(10'000'000 + i);
        sqlite3_bind_int64(insert, 1, i + 1);
        bind(insert, 2, cell(i, "k#"));
        bind(insert, 3, cell(i, "Anna Person#"));
        bind(insert, 4, cell(i, "person#@example.org"));
        bind(insert, 5, "+351 " + phone);
        bind(insert, 6, cell(i, "anna person#"));
        bind(insert, 7, cell(i, "person#@example.org"));
        bind(insert, 8, phone);
        if (sqlite3_step(insert) != SQLITE_DONE) {
            giveUp(QString::fromUtf8(sqlite3_errmsg(db)));
        }
        sqlite3_reset(insert);
    }
    sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr);
    sqlite3_finalize(insert);
    sqlite3_close(db);
}
} // namespace

QJsonObject benchImport(const Options &options)
{
    const QTemporaryDir folder;
    const QString rowsFile = folder.filePath(u"customers.csv"_s);
    const QString deskFile = folder.filePath(u"desk.db"_s);
    const int rows = int(kRows * options.size);
    writeRows(rowsFile, rows);
    const SystemClock clock;
    IdSource ids(clock);
    const auto import = [&] {
        const auto store = openDesk(deskFile, clock, ids);
        const auto report = Importer(*store).run(
            {.file = rowsFile, .kind = ImportKind::Customers, .source = u"crm"_s, .agent = u"bench"_s});
        if (!report || report->counts.added != rows) {
            giveUp(report ? u"rows are missing"_s : report.error().detail);
        }
    };
    const auto plain = [&] {
        openDesk(deskFile, clock, ids).reset();
        insertPlainly(deskFile, rows);
    };
    const Pair pair = measure(options.rounds, import, plain);
    const double perSecond = rows / std::max(pair.subject.median(), 1e-9);
    const double plainPerSecond = rows / std::max(pair.reference.median(), 1e-9);
    std::printf("import of %d customers: %.0f rows a CPU second; plain bulk insert: %.0f; ratio %.2f\n", rows,
        perSecond, plainPerSecond, pair.ratio());
    QJsonObject report = pair.toJson();
    report.insert(u"rows"_s, rows);
    report.insert(u"rows_per_cpu_s"_s, perSecond);
    report.insert(u"plain_rows_per_cpu_s"_s, plainPerSecond);
    return report;
}

} // namespace fw::bench
